// Where events lie on the scrubber, and how long playing stays on each.
// TL1 pure; positions rise with every event, so that each can be reached with the pointer.
// TL2 a wait ends with what somebody or the clock did; it is shown short and can be skipped.

import type { Recorded } from '../../engine/4-run/events.ts';

export type Gap = { from: number; to: number; ms: number };
export type Mark = { n: number; at: number; how: 'event' | 'person' };
export type Timeline = {
  /** Share of the scrubber at position n, for n = 0 … number of events. */
  place: readonly number[];
  /** Milliseconds before event n (the first is 1), and whether they were waited. */
  before: readonly { ms: number; isWait: boolean }[];
  waits: Gap[];
  marks: Mark[];
};

/** What ends a wait: an answer, a deadline, a person taking the run up again (TL2). */
const ENDS_WAIT = new Set<Recorded['type']>([
  'card.voted',
  'card.answered',
  'card.handed',
  'card.expired',
  'run.resumed',
  'run.stepped',
  'run.stopped',
  'run.event',
]);
const BY_PERSON = new Set<Recorded['type']>([
  'card.voted',
  'card.answered',
  'card.handed',
  'run.paused',
  'run.resumed',
  'run.stepped',
  'run.stopped',
  'limit.extended',
]);

/** Shorter pauses between two events are no waits, whoever ended them. */
const WAIT_MS = 1000;
/** Room of one event, of the longest stretch of work, and of any wait, in the same unit. */
const EVENT = 1;
const WORK = 4;
const WAIT = 6;
/** With more events than this only results get a tick, and of those at most so many. */
const MARKS = 80;

/** The timeline of a run's events (TL1). */
export function timelineOf(events: readonly Recorded[]): Timeline {
  const times = events.map((event) => Date.parse(event.at));
  const before = events.map((event, i) => {
    const ms = i === 0 ? 0 : Math.max(0, (times[i] ?? 0) - (times[i - 1] ?? 0));
    return { ms, isWait: ms >= WAIT_MS && ENDS_WAIT.has(event.type) };
  });
  const longest = before.reduce((most, { ms, isWait }) => (isWait ? most : Math.max(most, ms)), 1);
  const room = before.map(({ ms, isWait }, i) =>
    i === 0 ? 0 : isWait ? WAIT : EVENT + (WORK * ms) / longest,
  );
  const total = room.reduce((sum, one) => sum + one, 0) || 1;
  const place = [0];
  let sum = 0;
  for (const one of room) place.push((sum += one) / total);
  const waits = before.flatMap(({ ms, isWait }, i) =>
    isWait ? [{ from: place[i] ?? 0, to: place[i + 1] ?? 1, ms }] : [],
  );
  return { place, before, waits, marks: marksOf(events, place) };
}

function marksOf(events: readonly Recorded[], place: readonly number[]): Mark[] {
  const all = events.map((event, i): Mark => ({
    n: i + 1,
    at: place[i + 1] ?? 1,
    how: BY_PERSON.has(event.type) ? 'person' : 'event',
  }));
  if (all.length <= MARKS) return all;
  const results = all.filter(({ n }) => events[n - 1]?.type === 'effect.settled');
  const thin = Math.ceil(results.length / MARKS);
  const persons = all.filter(({ how }) => how === 'person');
  return [...results.filter((_mark, i) => i % thin === 0), ...persons];
}

/** The position nearest to a share of the scrubber, never before the first event. */
export function nearest(place: readonly number[], share: number): number {
  let low = 0;
  let high = place.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((place[middle] ?? 0) < share) low = middle + 1;
    else high = middle;
  }
  const [left, right] = [place[low - 1] ?? 0, place[low] ?? 1];
  return Math.max(1, low > 0 && share - left < right - share ? low - 1 : low);
}

export type Pace = { speed: 1 | 4; skipWaits: boolean };
/** Below this nobody could follow; a skipped wait is long enough to be noticed as one. */
const LEAST_MS = 160;
const SKIPPED_MS = 900;

/** Milliseconds playing waits before it shows event `n` (1-based) at a pace. */
export function dwell(timeline: Timeline, n: number, { speed, skipWaits }: Pace): number {
  const { ms, isWait } = timeline.before[n - 1] ?? { ms: 0, isWait: false };
  if (isWait && skipWaits) return SKIPPED_MS / speed;
  return Math.max(LEAST_MS, ms) / speed;
}
