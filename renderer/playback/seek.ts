// Any position of a recorded run, quickly: the events, and views kept every so often on the way.
// SK1 the view at n is the fold of the first n events, however one got there.
// SK2 at most KEPT views are kept, so a run of a hundred thousand events stays in memory.

import { evolveAll } from '../../engine/4-run/evolve.ts';
import type { Recorded } from '../../engine/4-run/events.ts';
import type { RunView } from '../../engine/4-run/view.ts';

const EVERY = 250;
const KEPT = 64;

export type Reel = {
  events: readonly Recorded[];
  /** The view after the first `n` events (SK1); undefined at 0. */
  at: (n: number) => RunView | undefined;
};

/** A reel over all events of a run and of those it started, in the order of their positions. */
export function reelOf(events: readonly Recorded[]): Reel {
  const every = Math.max(EVERY, Math.ceil(events.length / KEPT));
  const kept: (RunView | undefined)[] = [undefined];
  let last: { n: number; view: RunView | undefined } = { n: 0, view: undefined };
  const keyframe = (i: number): RunView | undefined => {
    for (let k = kept.length; k <= i; k++)
      kept[k] = evolveAll(kept[k - 1], events.slice((k - 1) * every, k * every));
    return kept[i];
  };
  return {
    events,
    at: (wanted) => {
      const n = Math.min(events.length, Math.max(0, Math.floor(wanted)));
      const from = Math.floor(n / every);
      // Playing on is the common way: one more event onto the view shown last.
      const isNext = last.n <= n && last.n >= from * every;
      const base = isNext ? last : { n: from * every, view: keyframe(from) };
      last = { n, view: evolveAll(base.view, events.slice(base.n, n)) };
      return last.view;
    },
  };
}
