// Time, handed in. The only file of the runner that touches the machine's clock, timers and
// randomness.
// T1 the simulated clock never moves by itself: tests and rehearsals advance it by hand.
// T2 while anything waits for a time, `now` follows the time that has passed, sleep included, and
//    not the wall: a wall clock that is set anew makes nothing fall due early or late. While
//    nothing waits, it is the wall.
// T3 what fell due during sleep runs once, in due order, at most LOOK_MS after the computer woke;
//    with nothing waiting, nothing looks.

import { randomInt } from 'node:crypto';
import { uptime } from 'node:os';
import type { Clock, Random } from './ports.ts';

/** While something waits, the longest time in which a sleep of the computer goes unnoticed. */
const LOOK_MS = 4000;
/** Smaller differences between clocks are no jumps. */
const JUMP_MS = 1000;

/** The clocks of a computer, in milliseconds. */
export type Clocks = {
  /** What time people say it is; may be set anew at any moment. */
  wall: () => number;
  /** Never set; stands still while the computer sleeps. */
  awake: () => number;
  /** Never set; goes on while the computer sleeps. Coarse. */
  passed: () => number;
  /** Calls once after so many milliseconds awake; returns a cancel. */
  timer: (ms: number, run: () => void) => () => void;
};

type Waiting = { due: number; run: () => void };

/** A clock on which deadlines are honest: see T2 and T3. */
export function createClock({ wall, awake, passed, timer }: Clocks): Clock {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  /** `now` is `base + awake()`; a sleep moves the base. */
  let base = wall() - awake();
  let asleep = passed() - awake();
  /** How far the wall is known to be off. */
  let off = 0;
  let armed: { at: number; cancel: () => void } | undefined;

  const steady = (): number => base + awake();
  const look = (): void => {
    const slept = passed() - awake() - asleep;
    if (slept > JUMP_MS) {
      base += slept;
      asleep += slept;
    }
    off = wall() - steady();
  };
  const now = (): number => {
    if (waiting.size === 0) {
      const fresh = wall() - awake();
      if (Math.abs(fresh - base) > JUMP_MS) asleep = passed() - awake(); // asking is not cheap
      base = fresh;
      off = 0;
    } else if (Math.abs(wall() - steady() - off) > JUMP_MS) look();
    return Math.floor(steady()); // whole milliseconds, as everywhere
  };
  const arm = (): void => {
    const first = Math.min(...Array.from(waiting.values(), ({ due }) => due));
    armed?.cancel();
    armed = undefined;
    if (waiting.size === 0) return;
    const at = steady();
    const ms = Math.min(Math.max(0, first - at), LOOK_MS);
    armed = { at: at + ms, cancel: timer(Math.ceil(ms), ring) };
  };
  const ring = (): void => {
    armed = undefined;
    look();
    const at = steady();
    const due = [...waiting].filter(([, one]) => one.due <= at);
    due.sort(([, a], [, b]) => a.due - b.due);
    for (const [id, { run }] of due) if (waiting.delete(id)) run();
    arm();
  };
  return {
    now,
    after: (ms, run) => {
      const id = next++;
      now();
      const due = steady() + ms;
      waiting.set(id, { due, run });
      if (!armed || due < armed.at) arm();
      return () => {
        if (waiting.delete(id) && waiting.size === 0) arm();
      };
    },
  };
}

/** The machine's own clock. Timers keep the process alive only while something waits. */
export const realClock: Clock = createClock({
  wall: () => Date.now(),
  awake: () => performance.now(),
  passed: () => uptime() * 1000,
  timer: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

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
