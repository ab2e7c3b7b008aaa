// When an open card is looked at again by itself; what is looked at then: watch.ts.

import { nextMorning } from './local-time.ts';
import type { Turn } from './turn.ts';
import type { CardView } from './view.ts';

/** When an open card is to be looked at again: at its next escalation, or as a new day begins. */
export function nextLook({ live, at }: Turn, { body }: CardView): number {
  const { timeZone } = live.plan.setting.workspace;
  const next = (body.escalates ?? []).map((one) => one.at).filter((due) => due > at);
  return Math.min(nextMorning(timeZone, at), ...next);
}
