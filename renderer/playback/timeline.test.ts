// The scrubber: every event can be reached, waits are short, playing keeps a pace people can
// follow.
import { beforeAll, expect, test } from 'vitest';
import { recordedExpense, type RecordedRun } from '../../e2e/kit/recorded-expense.ts';
import type { Recorded } from '../../engine/4-run/events.ts';
import { dwell, nearest, timelineOf } from './timeline.ts';

let recorded: RecordedRun;
let late: Recorded[];
const DAY = 86_400_000;
beforeAll(async () => {
  recorded = await recordedExpense(1800);
  // As if the manager had answered a day later.
  late = recorded.events.map((event, i) =>
    i < recorded.waiting
      ? event
      : ({ ...event, at: new Date(Date.parse(event.at) + DAY).toISOString() } as Recorded),
  );
});

test('positions rise from one end to the other, one per event', () => {
  const { place } = timelineOf(late);
  expect(place).toHaveLength(late.length + 1);
  expect(place.at(-1)).toBeCloseTo(1);
  for (let n = 2; n < place.length; n++) expect(place[n]).toBeGreaterThan(place[n - 1] ?? 1);
});

test('what the pointer is nearest to is the event drawn there', () => {
  const { place } = timelineOf(late);
  for (let n = 1; n < place.length; n++) expect(nearest(place, place[n] ?? 0)).toBe(n);
});

test('a day of waiting is one gap with its length, ended by the person who answered', () => {
  const { waits, marks } = timelineOf(late);
  expect(waits).toHaveLength(1);
  expect(waits[0]?.ms).toBeGreaterThanOrEqual(DAY);
  const person = marks.filter((mark) => mark.how === 'person');
  expect(person.map((mark) => late[mark.n - 1]?.type)).toEqual(['card.answered']);
});

test('waits can be skipped, and four times as fast is a quarter of the time', () => {
  const timeline = timelineOf(late);
  const n = recorded.waiting + 1;
  expect(dwell(timeline, n, { speed: 1, skipWaits: false })).toBeGreaterThanOrEqual(DAY);
  const skipped = dwell(timeline, n, { speed: 1, skipWaits: true });
  expect(skipped).toBeLessThan(2000);
  expect(dwell(timeline, n, { speed: 4, skipWaits: true })).toBeCloseTo(skipped / 4);
});
