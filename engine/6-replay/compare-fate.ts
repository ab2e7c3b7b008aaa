// How a recorded run and its fate under another drawing differ, as one finding.
// CF1 what was recorded is held against what would be: nothing is claimed where it cannot be told.
// CF2 the gravest is said: somebody is asked anew, it ends elsewhere, nobody is asked any more.

import type { Past } from './past.ts';
import type { Fate, Unknown } from './redecide.ts';

export type Difference =
  /** Somebody would be asked before this step, who was not. */
  | { how: 'asks'; step: string }
  /** Nobody would be asked there any more. */
  | { how: 'asks_not'; step: string }
  /** It would call something it did not call. */
  | { how: 'calls'; step: string }
  | { how: 'ends'; from?: string; to?: string }
  | { how: 'unknown'; step: string; why: Unknown };

const allAsks = (past: Past): string[] => [
  ...past.asks,
  ...Object.values(past.children).flatMap(allAsks),
];

/** The difference, or undefined where it would go as it went (CF1, CF2). */
export function differenceOf(past: Past, fate: Fate): Difference | undefined {
  const then = allAsks(past);
  const { stops } = fate;
  if (stops && stops.by === 'asks' && !then.includes(stops.step))
    return { how: 'asks', step: stops.step };
  if (stops?.by === 'calls') return { how: 'calls', step: stops.step };
  if (stops && stops.by !== 'open') return { how: 'unknown', step: stops.step, why: stops.why };
  const fresh = fate.asks.find((step) => !then.includes(step));
  if (fresh !== undefined) return { how: 'asks', step: fresh };
  if (stops) return undefined; // as open as it was then
  const isOver = past.status === 'done' || past.status === 'failed';
  if (isOver && (past.end !== fate.end || past.status !== fate.status))
    return {
      how: 'ends',
      ...(past.end === undefined ? {} : { from: past.end }),
      ...(fate.end === undefined ? {} : { to: fate.end }),
    };
  const gone = then.find((step) => !fate.asks.includes(step));
  return gone === undefined ? undefined : { how: 'asks_not', step: gone };
}
