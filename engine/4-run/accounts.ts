// Whose limits an effect counts against: the run's, those of child workflows and steps around it,
// and the day's.
// AC1 the accounts of an effect follow from the drawings alone, so what was reserved before a crash
//     is settled in the same accounts after it.
// AC2 a limit belongs to a run: to finish at it ends that run, whichever run inside reached it.

import { capsOf, DAY, RUN, type Counter } from '../budgets/ledger.ts';
import type { WorkflowNode } from '../1-document/schema.ts';
import type { Account, LiveEffect, LiveRun } from './live.ts';
import type { Turn } from './turn.ts';

/** The run whose workflow is drawn: items of a for-each are part of the run that opened it. */
const drawnIn = ({ row }: LiveRun): string => {
  const parts = row.machine.split('#').length - 1;
  return parts
    ? row.id
        .split(':')
        .slice(0, -2 * parts)
        .join(':')
    : row.id;
};

/** The accounts of a step and of the containers around it, outermost first. */
function drawnAround(live: LiveRun, node: string): Account[] {
  const { nodes, within } = live.plan;
  const run = drawnIn(live);
  const found: Account[] = [];
  for (let id: string | undefined = node; id !== undefined; id = within.get(id)) {
    const step: WorkflowNode | undefined = nodes.get(id);
    if (!step?.budget) continue;
    const { name, budget } = step;
    const { onLimit = live.plan.folder.workflow.budget.onLimit } = budget;
    found.push({ account: `${run}/${id}`, of: 'step', caps: capsOf(budget), run, name, onLimit });
  }
  return found.reverse();
}

/** What a sub-workflow counts against besides the run: what is around its step, and its own. */
export function accountsAround(live: LiveRun, node: string, child: LiveRun): Account[] {
  const { name, budget } = child.plan.folder.workflow;
  const { id } = child.row;
  const own = { account: id, caps: capsOf(budget), run: id, name, onLimit: budget.onLimit };
  return [...live.under, ...drawnAround(live, node), { ...own, of: 'child' }];
}

/** Every account an effect is paid from, in the order in which a missing room is named. */
export function accountsOf({ live }: Turn, { row }: LiveEffect): readonly Account[] {
  if (live.plan.hasStepLimits) return accountsWith(live, drawnAround(live, row.node));
  return (live.accounts ??= accountsWith(live, [])); // the same for all its effects
}

function accountsWith({ plan, budget, under, row }: LiveRun, steps: Account[]): Account[] {
  const { onLimit } = budget;
  const run = row.root;
  const { dailyBudget } = plan.setting.workspace;
  return [
    { account: RUN, of: 'run', caps: capsOf(budget), run, name: '', onLimit },
    ...under,
    ...steps,
    { account: DAY, of: 'day', caps: capsOf(dailyBudget), run, name: '', onLimit },
  ];
}

/** A counter of an account as texts name it: `why.limit.<code>`, `failure.limit.<code>`. */
export function limitCode({ of }: Pick<Account, 'of'>, counter: Counter): string {
  if (of === 'run') return counter;
  if (of === 'day') return counter === 'costUsd' ? 'day' : `day.${counter}`;
  return `own.${counter}`;
}
