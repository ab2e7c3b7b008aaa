// What the workflow as a whole is told: purpose, form, limits, owners. Shown when nothing is
// selected.

import { NumberInput, Select, Textarea } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Edit } from '../../engine/1-document/change.ts';
import { OWNER_SLOTS, type Person, type Workflow } from '../../engine/1-document/schema.ts';
import type { Json } from '../../engine/base/value.ts';
import { currencySigns, figureSigns } from '../format.ts';
import { hrefOf, SHEETS } from '../route.ts';
import { t } from '../words.ts';
import { FieldList } from './fields-widget.tsx';
import { useReveal, type Reveal } from './use-reveal.ts';

const chevron = <ChevronDown size={14} aria-hidden />;
const COUNTERS = ['costUsd', 'modelCalls', 'toolCalls', 'tokens', 'minutes', 'attempts'] as const;

type Props = {
  slug: string;
  workflow: Workflow;
  people: Person[];
  apply: (edits: Edit[]) => void;
  /** Where a problem points, such as `owners.cost`. */
  reveal?: Reveal;
  /** Further sections. */
  children?: ReactNode;
};

export function Limits({ workflow, apply }: Pick<Props, 'workflow' | 'apply'>): ReactNode {
  const { budget } = workflow;
  const set = (change: Partial<Workflow['budget']>): void =>
    apply([{ do: 'set_workflow', field: 'budget', value: { ...budget, ...change } }]);
  return (
    <section>
      <h3 className="cap">{t('app.workflow.limits')}</h3>
      <p className="hint">{t('app.workflow.limits.help')}</p>
      <div className="limits">
        {COUNTERS.map((counter) => (
          <NumberInput
            key={counter}
            data-field={`budget.${counter}`}
            className="num"
            label={t(`app.limit.${counter}`)}
            min={0}
            {...figureSigns()}
            allowDecimal={counter === 'costUsd' || counter === 'minutes'}
            {...(counter === 'costUsd' ? currencySigns() : {})}
            value={budget[counter]}
            onChange={(n) => typeof n === 'number' && set({ [counter]: n })}
          />
        ))}
      </div>
      <Select
        label={t('app.limit.onLimit')}
        data={(['ask', 'stop'] as const).map((value) => ({
          value,
          label: t(`app.limit.onLimit.${value}`),
        }))}
        value={budget.onLimit}
        rightSection={chevron}
        onChange={(onLimit) => onLimit && set({ onLimit: onLimit as 'ask' })}
      />
    </section>
  );
}

export function Owners({
  workflow,
  people,
  apply,
}: Pick<Props, 'workflow' | 'people' | 'apply'>): ReactNode {
  return (
    <section>
      <h3 className="cap">{t('app.workflow.owners')}</h3>
      {OWNER_SLOTS.map((slot) => (
        <div key={slot} className="field side" data-field={`owners.${slot}`}>
          <span className="field-label">{t(`app.owner.${slot}`)}</span>
          <Select
            className="owner"
            aria-label={t(`app.owner.${slot}`)}
            data={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={workflow.owners[slot] ?? null}
            clearable
            placeholder={t('app.owner.nobody')}
            rightSection={chevron}
            onChange={(person) => {
              const { [slot]: _old, ...rest } = workflow.owners;
              const owners = person ? { ...rest, [slot]: person } : rest;
              apply([{ do: 'set_workflow', field: 'owners', value: owners as Json }]);
            }}
          />
        </div>
      ))}
    </section>
  );
}

/** The fields a run asks for; also shown when the start is selected. */
export function RunFields({ workflow, apply }: Pick<Props, 'workflow' | 'apply'>): ReactNode {
  return (
    <section>
      <h3 className="cap">{t('app.workflow.form')}</h3>
      <p className="hint">{t('app.workflow.form.help')}</p>
      <FieldList
        fields={workflow.input}
        shownAs="form"
        onChange={(fields) =>
          apply([{ do: 'set_workflow', field: 'input', value: fields as unknown as Json }])
        }
      />
    </section>
  );
}

export function WorkflowSettings(props: Props): ReactNode {
  const { workflow, apply } = props;
  const body = useReveal(props.reveal);
  return (
    <aside className="inspector" aria-label={t('app.workflow.label')}>
      <header className="insp-head">
        <div className="grow">
          <h2>{t('app.workflow.title')}</h2>
          <p>{t('app.workflow.sub')}</p>
        </div>
      </header>
      <div ref={body} className="insp-body">
        <nav className="sheet-links" aria-label={t('app.sheet.label')}>
          {SHEETS.map((at) => (
            <a key={at} href={hrefOf({ at, slug: props.slug })}>
              {t(`app.sheet.${at}`)}
            </a>
          ))}
        </nav>
        <section>
          <Textarea
            placeholder={t('app.workflow.purpose.example')}
            label={t('app.workflow.purpose')}
            autosize
            minRows={2}
            maxRows={6}
            value={workflow.purpose}
            onChange={(event) =>
              apply([{ do: 'set_workflow', field: 'purpose', value: event.currentTarget.value }])
            }
          />
        </section>
        <RunFields workflow={workflow} apply={apply} />
        <Limits {...props} />
        <Owners {...props} />
        {props.children}
      </div>
    </aside>
  );
}
