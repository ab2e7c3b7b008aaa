// Meters of a run: how much of each limit is used, with the used part next to the limit.
// ME1 pure; figures in the units of the ledger. In practice the cost is what it would have been.

import type { Usage } from '../../engine/node.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { CardBody } from '../../engine/4-run/events.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { bareFigure } from '../cards/figures.ts';
import { t } from '../words.ts';

const NANO = 1_000_000_000;
const MINUTE = 60_000;

export type MeterFacts = {
  id: string;
  label: string;
  used: string;
  of: string;
  /** 0…1; more than 1 is shown as full. */
  share: number;
  /** This is the limit that was reached. */
  isReached: boolean;
};

/** The three meters of the run bar, or with `limit` those and the one that was reached first. */
export function metersOf(
  usage: Usage,
  budget: Workflow['budget'],
  mode: RunView['mode'],
  limit?: CardBody['limit'],
): MeterFacts[] {
  const caps: [string, number, number][] = [
    ['costUsd', usage.costNano, budget.costUsd * NANO],
    ['toolCalls', usage.toolCalls, budget.toolCalls],
    ['minutes', usage.workMs, budget.minutes * MINUTE],
  ];
  const others = caps.filter(([id]) => id !== limit?.counter);
  const all = limit
    ? [[limit.counter, limit.used, limit.cap] as (typeof caps)[number], ...others]
    : caps;
  return all.slice(0, 3).map(([id, used, cap]) => ({
    id,
    label: t(id === 'costUsd' ? `app.meter.costUsd.${mode}` : `app.meter.${id}`),
    used: bareFigure(id, used),
    of: bareFigure(id, cap),
    share: cap > 0 ? used / cap : 1,
    isReached: id === limit?.counter,
  }));
}
