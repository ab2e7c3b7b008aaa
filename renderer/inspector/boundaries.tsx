// What a step may do at most, as a list of plain facts.

import type { ReactNode } from 'react';
import type { EffectClass } from '../../engine/node.ts';
import { duration } from '../format.ts';
import { textOf } from '../json-text.ts';
import { t } from '../words.ts';
import { useInspected } from './context.ts';

/**
 * The effect of the step itself, or of the tool it names; an unknown tool is taken for the worst.
 */
function useOutwardEffect(): EffectClass {
  const { facts, step, names } = useInspected();
  const own = facts.definition?.effect ?? 'none';
  if (own !== 'card') return own;
  return names.tools.get(textOf(step.settings['tool']))?.effect ?? 'irreversible';
}

export function Boundaries(): ReactNode {
  const { facts, step, names } = useInspected();
  const effect = useOutwardEffect();
  const { definition } = facts;
  if (!definition || definition.does.kind === 'structure') return null;
  const isCall = definition.does.kind === 'call';
  const isPerson = definition.does.kind === 'card';
  const tool = names.tools.get(textOf(step.settings['tool']));
  const idempotency = tool?.idempotency ?? definition.idempotency;
  const rows: [string, string][] = [
    ['outside', t(`app.bounds.effect.${effect}`)],
    ...(isCall && effect !== 'read' && effect !== 'none'
      ? [
          ['allowed', t(`app.bounds.allowed.${effect}`)] satisfies [string, string],
          ['twice', t(`app.bounds.twice.${idempotency}`)] satisfies [string, string],
        ]
      : []),
    ...(isCall
      ? [
          ['time', duration(step.timeoutMs ?? tool?.timeoutMs ?? definition.timeoutMs)] satisfies [
            string,
            string,
          ],
          ['tries', String(step.attempts ?? definition.retry.attempts)] satisfies [string, string],
        ]
      : []),
    ...(isPerson ? [['reminds', t('app.bounds.waits')] satisfies [string, string]] : []),
  ];
  return (
    <section>
      <h3 className="cap">{t('app.inspector.bounds')}</h3>
      <dl className="bounds num">
        {rows.map(([key, text]) => (
          <div key={key}>
            <dt>{t(`app.bounds.${key}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
