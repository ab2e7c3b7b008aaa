// What one run can use at most: the smaller of what was computed and the limits; both behind it.

import { Popover } from '@mantine/core';
import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Ceiling } from '../../engine/3-compile/ceiling.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { cost, number } from '../format.ts';
import { Rich } from '../frame/rich.tsx';
import { t } from '../words.ts';

type Budget = Workflow['budget'];
type Props = { ceiling: Ceiling | null | undefined; budget: Budget };
type Row = { counter: string; needs: string | undefined; limit: string };

/** What the drawing can need beside what it may use, counter by counter. */
function rowsOf(ceiling: Ceiling | null | undefined, budget: Budget): Row[] {
  const usd = (dollars: number): string => cost(dollars * 1e9);
  const minutes = (n: number): string => t('app.ceiling.minutes', { n: number(n) });
  const needs = (value: number | null | undefined): string | undefined =>
    value === null || value === undefined ? undefined : number(value);
  const costs = ceiling?.costNano;
  return [
    {
      counter: 'costUsd',
      needs: costs === null || costs === undefined ? undefined : cost(costs),
      limit: usd(budget.costUsd),
    },
    { counter: 'modelCalls', needs: needs(ceiling?.modelCalls), limit: number(budget.modelCalls) },
    { counter: 'toolCalls', needs: needs(ceiling?.toolCalls), limit: number(budget.toolCalls) },
    { counter: 'tokens', needs: needs(ceiling?.tokens), limit: number(budget.tokens) },
    {
      counter: 'minutes',
      needs: ceiling ? minutes(Math.ceil(ceiling.workMs / 6000) / 10) : undefined,
      limit: minutes(budget.minutes),
    },
  ];
}

export function CeilingChip({ ceiling, budget }: Props): ReactNode {
  const most = ceiling?.atMost ?? {
    costNano: budget.costUsd * 1e9,
    toolCalls: budget.toolCalls,
    minutes: budget.minutes,
  };
  const words = t('app.ceiling', {
    cost: cost(most.costNano),
    calls: number(most.toolCalls),
    n: most.toolCalls,
    minutes: number(most.minutes),
  });
  return (
    <Popover position="bottom-end" width={360} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="chip ceiling num">
          <ShieldCheck size={14} aria-hidden />
          <span>
            <Rich text={words} />
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('app.ceiling.label')}>
        <table className="ceiling-table num">
          <thead>
            <tr>
              <th scope="col">{t('app.ceiling.of')}</th>
              <th scope="col">{t('app.ceiling.needs')}</th>
              <th scope="col">{t('app.ceiling.limit')}</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(ceiling, budget).map(({ counter, needs, limit }) => (
              <tr key={counter}>
                <th scope="row">{t(`app.limit.${counter}`)}</th>
                <td>{needs ?? t('app.ceiling.unknown')}</td>
                <td>{limit}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="hint">{t(ceiling ? 'app.ceiling.help' : 'app.ceiling.budget')}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
