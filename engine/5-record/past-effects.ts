// Rows of effects that have closed, made again from their events. Only recovery and audits ask for
// them.

import type { Recorded } from '../4-run/events.ts';
import type { EffectRow } from '../4-run/ports.ts';
import { eventOf, type EventRow } from './entries.ts';
import { applyEvent, type Open } from './work-rows.ts';

/** The closed effects of one run, in the order in which they closed. */
export function closedEffects(rows: EventRow[]): EffectRow[] {
  const open: Open = new Map();
  const closed: EffectRow[] = [];
  for (const row of rows) {
    const event = eventOf(row);
    const ended = endOf(event);
    const found = ended && open.get(ended.id);
    if (ended && found) closed.push({ ...found, status: ended.status });
    applyEvent(open, event, '', row);
  }
  return closed;
}

function endOf(event: Recorded): { id: string; status: EffectRow['status'] } | undefined {
  if (event.type === 'effect.settled') return { id: event.head.effect, status: event.head.status };
  if (event.type === 'run.event' && event.head.ref !== undefined)
    return { id: event.head.ref, status: 'done' };
  return undefined;
}
