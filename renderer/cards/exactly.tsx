// The box "Exactly this will happen": every covered call with its arguments, in the order of its
// card, and below a hairline where they came from. Editable in place while the person changes them.

import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import type { Names } from '../canvas/step-facts.ts';
import { FieldInput } from '../fields/field-input.tsx';
import { t } from '../words.ts';
import { CallGroup } from './call-group.tsx';
import { summed } from './calls.ts';
import { deedsOf, type Line } from './exactly-words.ts';
import { fromLines } from './origin-words.ts';
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
  if (line.before !== undefined)
    return (
      <span className="change">
        <del>
          <ShownValue {...line} value={line.before} names={names} />
        </del>{' '}
        <ins>
          <ShownValue {...line} names={names} />
        </ins>
      </span>
    );
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
function From({ card, view, names }: Pick<Props, 'card' | 'view' | 'names'>): ReactNode {
  return fromLines(card.body.covers, view, names).map(({ words, isOutside }) => (
    <p key={words} className="from">
      {isOutside && <ShieldAlert size={14} aria-hidden />}
      <span>{words}</span>
    </p>
  ));
}

export function Exactly({ card, view, names, editing }: Props): ReactNode {
  const deeds = deedsOf(card, editing?.changes);
  const groups = summed(card);
  if (deeds.length === 0 && groups.length === 0) return null;
  return (
    <section className="exact num" aria-label={t('card.exactly')}>
      <h3 className="exact-h">
        {t(card.kind === 'unknown' ? 'card.exactly.maybe' : 'card.exactly')}
      </h3>
      {deeds.map((deed) => (
        <dl key={deed.key}>
          {deeds.length + groups.length > 1 && <div className="exact-step">{deed.title}</div>}
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
      {groups.map((group) => (
        <CallGroup
          key={`${group.step} ${group.toolTitle}`}
          card={card}
          group={group}
          names={names}
        />
      ))}
      <From card={card} view={view} names={names} />
    </section>
  );
}
