// What one run can use at most: the smaller of what was computed and the budget.

import { Tooltip } from '@mantine/core';
import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Ceiling } from '../../engine/3-compile/ceiling.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { cost, number } from '../format.ts';
import { Rich } from '../frame/rich.tsx';
import { t } from '../words.ts';

type Props = { ceiling: Ceiling | null | undefined; budget: Workflow['budget'] };

export function CeilingChip({ ceiling, budget }: Props): ReactNode {
  const most = ceiling?.atMost ?? {
    costNano: budget.costUsd * 1e9,
    toolCalls: budget.toolCalls,
    minutes: budget.minutes,
  };
  const help = ceiling ? 'app.ceiling.help' : 'app.ceiling.budget';
  return (
    <Tooltip label={t(help)}>
      <span className="chip ceiling num" tabIndex={0} role="note">
        <ShieldCheck size={14} aria-hidden />
        <span>
          <Rich
            text={t('app.ceiling', {
              cost: cost(most.costNano),
              calls: number(most.toolCalls),
              n: most.toolCalls,
              minutes: number(most.minutes),
            })}
          />
        </span>
      </span>
    </Tooltip>
  );
}
