// Named points at which a story may be disturbed: at everything the engine is handed and waits for.
// BU1 whether a point is disturbed follows from the seed alone, through a chance of its own.
// BU2 every point counts its disturbances: a point that is never disturbed tests nothing.
// BU3 nothing of this is known to the product: it only sees a late timer, a full disk, a lost line.

import { RefusedError } from '../../engine/base/refused.ts';
import type { Clock, Journal } from '../../engine/4-run/ports.ts';
import { oneOf, type Chance } from '../bisimulation/random.ts';

/** Share of visits that are disturbed. */
const POINTS = {
  'a timer rings late': 0.15,
  'a commit finds the disk full': 0.004,
  'the process dies before a commit': 0.004,
  'the process dies after a commit': 0.004,
  'the record cannot be read in a turn': 0.03,
  'a call waits for its turn': 0.2,
  'an answer waits for its turn': 0.2,
  'a question to a tool waits': 0.3,
} as const;
export type Point = keyof typeof POINTS;
export const ALL_POINTS = Object.keys(POINTS) as Point[];

export type Buggify = {
  /** Is this visit of the point disturbed? */
  at: (point: Point) => boolean;
  /** The turn of the event loop in which something comes about: now, or some turns later. */
  turn: (point: Point) => Promise<void>;
  /** Nothing is disturbed any more. */
  calm: () => void;
  counts: Partial<Record<Point, number>>;
};

/** Longest time by which a disturbed timer rings late. */
export const LATE_MS = 2000;

export function buggify(chance: Chance): Buggify {
  const counts: Buggify['counts'] = {};
  let isCalm = false;
  const at = (point: Point): boolean => {
    if (isCalm || chance() >= POINTS[point]) return false;
    counts[point] = (counts[point] ?? 0) + 1;
    return true;
  };
  const turn = async (point: Point): Promise<void> => {
    if (!at(point)) return;
    for (let n = oneOf(chance, [1, 1, 2, 3]); n > 0; n--)
      await new Promise((resolve) => setImmediate(resolve));
  };
  return { at, turn, calm: () => void (isCalm = true), counts };
}

/** A clock whose timers sometimes ring late, as on a machine that is busy. */
export const disturbedClock = <C extends Clock>(clock: C, { at }: Buggify, chance: Chance): C => ({
  ...clock,
  after: (ms, run) =>
    clock.after(at('a timer rings late') ? ms + oneOf(chance, [1, 50, LATE_MS]) : ms, run),
});

/** What a turn reads from the record; sometimes it cannot be read, and `told` hears of it. */
export function disturbedReading(
  journal: Journal,
  { at }: Buggify,
  told: () => void,
): Partial<Journal> {
  const broken =
    <A extends unknown[], R>(read: (...args: A) => R) =>
    (...args: A): R => {
      if (!at('the record cannot be read in a turn')) return read(...args);
      told();
      throw new RefusedError({
        code: 'record.failed',
        params: { file: '', reason: 'SQLITE_IOERR' },
      });
    };
  const { item, itemResults, card } = journal;
  return { item: broken(item), itemResults: broken(itemResults), card: broken(card) };
}
