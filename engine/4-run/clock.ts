// Time, handed in. The only file of the runner that touches the machine's clock, timers and
// randomness.
// T1 the simulated clock never moves by itself: tests and rehearsals advance it by hand.

import { randomInt } from 'node:crypto';
import type { Clock, Random } from './ports.ts';

/** Longest delay a platform timer takes; longer waits are re-armed when it fires. */
const LONGEST_MS = 2_000_000_000;

/** The machine's own clock. Timers do not keep the process alive beyond the work they belong to. */
export const realClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(Math.max(0, ms), LONGEST_MS));
    return () => clearTimeout(timer);
  },
};

/** Randomness from the system, as a number in [0, 1). */
export const realRandom: Random = () => randomInt(0, 2 ** 47) / 2 ** 47;

export type SimulatedClock = Clock & {
  /** Moves time on by `ms`, running what falls due in order; resolves when all of it has run. */
  advance: (ms: number) => Promise<void>;
};

/** A clock for tests and rehearsals, starting at `start` (ms since 1970). */
export function simulatedClock(start = Date.UTC(2026, 0, 5, 9, 0, 0)): SimulatedClock {
  let at = start;
  let next = 0;
  const due = new Map<number, { when: number; run: () => void }>();
  return {
    now: () => at,
    after: (ms, run) => {
      const id = next++;
      due.set(id, { when: at + Math.max(0, ms), run });
      return () => void due.delete(id);
    },
    advance: async (ms) => {
      const end = at + ms;
      for (;;) {
        const first = [...due.entries()].sort((a, b) => a[1].when - b[1].when)[0];
        if (!first || first[1].when > end) break;
        due.delete(first[0]);
        at = Math.max(at, first[1].when);
        first[1].run();
        await new Promise((resolve) => setImmediate(resolve));
      }
      at = end;
    },
  };
}
