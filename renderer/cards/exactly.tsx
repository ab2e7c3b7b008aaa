// The box "Exactly this will happen": every covered call with its arguments, in the order of its
// card, and below a hairline where they came from. Editable in place while the person changes them.

import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import type { Names } from '../canvas/step-facts.ts';
import { FieldInput } from '../fields/field-input.tsx';
import { t } from '../words.ts';
import { deedsOf, type Deed, type Line } from './exactly-words.ts';
import { filesIn } from './origin-words.ts';
import { ShownValue } from './shown-value.tsx';

export type Editing = {
  changes: JsonObject;
  set: (field: string, value: Json | undefined) => void;
  faults: Record<string, string>;
};

type Props = {
  card: CardView;
  view: RunView | undefined;
  names: Names;
  /** Present while fields may be changed in place. */
  editing?: Editing | undefined;
};

function LineValue({
  line,
  names,
  editing,
}: {
  line: Line;
  names: Names;
  editing?: Editing | undefined;
}): ReactNode {
  if (editing && line.editable) {
    const { id } = line.editable;
    const value = Object.hasOwn(editing.changes, id)
      ? editing.changes[id]
      : (line.changed ?? line.value);
    return (
      <FieldInput
        field={{ ...line.editable, help: undefined }}
        value={value}
        onChange={(next) => editing.set(id, next)}
        error={editing.faults[id]}
        showLabel={false}
      />
    );
  }
  if (!line.known) return <span className="unknown-value">{t('card.not_known_yet')}</span>;
  if (line.changed === undefined) return <ShownValue {...line} names={names} />;
  return (
    <span className="change">
      <del>
        <ShownValue {...line} names={names} />
      </del>{' '}
      <ins>
        <ShownValue {...line} value={line.changed} names={names} />
      </ins>
    </span>
  );
}

/** Where the arguments came from: what was written outside is named; else that nothing was. */
function From({ deeds, view }: { deeds: Deed[]; view: RunView | undefined }): ReactNode {
  const lines = deeds.flatMap((deed) => deed.lines);
  const of = (label: string): string =>
    [...new Set(lines.filter((l) => l.labels.includes(label)).map((l) => l.label))].join('\n');
  const outside = of('untrusted');
  const model = of('model');
  const files = filesIn(view).join('\n');
  if (outside)
    return (
      <p className="from">
        <ShieldAlert size={14} aria-hidden />
        <span>
          {files
            ? t('card.from.file', { fields: outside, file: files })
            : t('card.from.outside', { fields: outside })}
        </span>
      </p>
    );
  return (
    <p className="from">
      <span>{model ? t('card.from.model', { fields: model }) : t('card.from.inside')}</span>
    </p>
  );
}

export function Exactly({ card, view, names, editing }: Props): ReactNode {
  const deeds = deedsOf(card, editing?.changes);
  if (deeds.length === 0) return null;
  return (
    <section className="exact num" aria-label={t('card.exactly')}>
      <h3 className="exact-h">
        {t(card.kind === 'unknown' ? 'card.exactly.maybe' : 'card.exactly')}
      </h3>
      {deeds.map((deed) => (
        <dl key={deed.step}>
          {deeds.length > 1 && <div className="exact-step">{deed.title}</div>}
          {deed.lines.map((line) => (
            <div key={line.id}>
              <dt>{line.label}</dt>
              <dd>
                <LineValue line={line} names={names} editing={editing} />
              </dd>
            </div>
          ))}
          {deed.lines.length === 0 && <div className="exact-step">{deed.title}</div>}
        </dl>
      ))}
      <From deeds={deeds} view={view} />
    </section>
  );
}
