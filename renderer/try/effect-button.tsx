// Beside the contract: what this drawing would have done to saved examples and to the last runs.
// EB1 it is there only while something would be different, or cannot be told; the line never grows.

import { Popover } from '@mantine/core';
import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { isObject } from '../../engine/base/value.ts';
import { valueWords, short } from '../cards/value-words.ts';
import { when } from '../format.ts';
import { hrefOf } from '../route.ts';
import { useNow } from '../runs/use-now.ts';
import { t } from '../words.ts';
import { differenceWords, effectSentences, known, untold } from './effect-words.ts';
import type { Effect, Finding } from './use-effect-of-change.ts';

type Props = { effect: Effect | undefined; workflow: Workflow };

/** The form of a run in a few words: its amount, or its first value. */
function formWords(workflow: Workflow, { past }: Finding): string {
  const values = isObject(past?.input.v) ? past.input.v : {};
  const fields = workflow.input.filter(({ id }) => values[id] !== undefined);
  const field = fields.find(({ kind }) => kind === 'money') ?? fields[0];
  return field ? short(valueWords(values[field.id], field), 32) : '';
}

function Title({ of, workflow }: { of: Finding; workflow: Workflow }): ReactNode {
  const now = useNow(false);
  if (of.run === undefined) return <b>{of.name}</b>;
  const at = of.past ? when(Date.parse(of.past.at), now) : '';
  return (
    <a className="underlined" href={hrefOf({ at: 'run', run: of.run })}>
      {t('try.effect.run', { at, form: formWords(workflow, of) })}
    </a>
  );
}

function Findings({
  title,
  all,
  workflow,
}: {
  title: string;
  all: Finding[];
  workflow: Workflow;
}): ReactNode {
  if (all.length === 0) return null;
  return (
    <section>
      <h3 className="cap">{title}</h3>
      <ul className="findings num">
        {all.map((one) => (
          <li key={one.id}>
            <Title of={one} workflow={workflow} />
            <span>{differenceWords(workflow, one.difference)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everything that was found, by kind. */
export function EffectLists({
  effect,
  workflow,
}: {
  effect: Effect;
  workflow: Workflow;
}): ReactNode {
  const unknown = [...untold(effect.examples), ...untold(effect.runs)];
  return (
    <>
      <Findings
        title={t('try.effect.of_examples')}
        all={known(effect.examples)}
        workflow={workflow}
      />
      <Findings title={t('try.effect.of_runs')} all={known(effect.runs)} workflow={workflow} />
      <Findings title={t('try.effect.of_unknown')} all={unknown} workflow={workflow} />
    </>
  );
}

export function EffectButton({ effect, workflow }: Props): ReactNode {
  const sentences = effect ? effectSentences(effect) : [];
  return (
    <output className="effect">
      {effect && sentences.length > 0 && (
        <Popover width={480} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <button type="button" className="plain effect-button num">
              <History size={14} aria-hidden />
              <span className="cut">{sentences.join(' · ')}</span>
            </button>
          </Popover.Target>
          <Popover.Dropdown className="contract-all" aria-label={t('try.effect.label')}>
            <EffectLists effect={effect} workflow={workflow} />
            <p className="hint">{t('try.effect.how')}</p>
          </Popover.Dropdown>
        </Popover>
      )}
    </output>
  );
}
