// Rates, places and lines, as pure sums: never more than declared, in the order of asking.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  began,
  ended,
  laneAt,
  leave,
  newTraffic,
  placeOf,
  stationAt,
  woken,
  type Limits,
} from './traffic.ts';

const limits = (more: Partial<Limits> = {}): Limits => ({
  concurrency: Infinity,
  breaks: true,
  patienceMs: 30_000,
  ...more,
});
const rate = (calls: number, perMs: number): Limits => limits({ rate: { calls, perMs } });

test('no schedule of asking gets more starts than declared into any window', () => {
  const ask = fc.record({ after: fc.nat(40), id: fc.nat(30) });
  fc.assert(
    fc.property(
      fc.array(ask, { maxLength: 200 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 100 }),
      (asks, calls, perMs) => {
        const traffic = newTraffic(() => []);
        const starts: number[] = [];
        let now = 1000;
        for (const { after, id } of asks) {
          now += after;
          const lane = laneAt(traffic, 'x', rate(calls, perMs), now);
          if (!stationAt(lane, rate(calls, perMs), now, placeOf(lane, `${id}`)).ok) {
            lane.waiting.set(`${id}`, { run: 'r', limits: rate(calls, perMs), dueAt: 0 });
            continue;
          }
          began(lane, `${id}`, now);
          starts.push(now);
        }
        for (const start of starts)
          expect(starts.filter((s) => s >= start && s < start + perMs).length).toBeLessThanOrEqual(
            calls,
          );
      },
    ),
  );
});

test('whoever waits for a rate is told exactly when to come, and then it may start', () => {
  const traffic = newTraffic(() => []);
  const two = rate(2, 1000);
  const lane = laneAt(traffic, 'x', two, 0);
  began(lane, 'a', 0);
  began(lane, 'b', 100);
  const due = ['c', 'd', 'e', 'f', 'g'].map((id) => {
    const station = stationAt(lane, two, 200, placeOf(lane, id));
    lane.waiting.set(id, { run: 'r', limits: two, dueAt: 0 });
    return station.ok ? 0 : station.at;
  });
  expect(due).toEqual([1000, 1100, 2000, 2100, 3000]);
  for (const [i, id] of ['c', 'd', 'e', 'f', 'g'].entries()) {
    expect(stationAt(lane, two, due[i]! - 1, placeOf(lane, id)).ok).toBe(false);
    expect(stationAt(lane, two, due[i]!, placeOf(lane, id)).ok).toBe(true);
    began(lane, id, due[i]!);
  }
});

test('a place that becomes free goes to whoever waits longest; newcomers stand behind', () => {
  const traffic = newTraffic(() => []);
  const one = limits({ concurrency: 1 });
  const lane = laneAt(traffic, 'x', one, 0);
  began(lane, 'a', 0);
  for (const id of ['b', 'c']) lane.waiting.set(id, { run: id, limits: one, dueAt: 0 });
  ended(traffic, 'x', 'a');
  expect(stationAt(lane, one, 1, placeOf(lane, 'new')).ok).toBe(false);
  expect(woken(traffic, 1, () => true)).toEqual([{ run: 'b', effect: 'b' }]);
  expect(woken(traffic, 1, () => true)).toEqual([]); // nothing became free since
});

test('who cannot move loses the place to the next', () => {
  const traffic = newTraffic(() => []);
  const one = limits({ concurrency: 1 });
  const lane = laneAt(traffic, 'x', one, 0);
  began(lane, 'a', 0);
  for (const id of ['b', 'c', 'd']) lane.waiting.set(id, { run: id, limits: one, dueAt: 0 });
  leave(traffic, 'x', 'b');
  ended(traffic, 'x', 'a');
  expect(woken(traffic, 1, ({ run }) => run !== 'c')).toEqual([{ run: 'd', effect: 'd' }]);
});

test('after a rest exactly one attempt is the trial, and the others wait for it', () => {
  const traffic = newTraffic(() => []);
  const lane = laneAt(traffic, 'x', limits(), 0);
  for (let i = 1; i <= 10; i++) ended(traffic, 'x', 'a', { at: i, ms: 1, ok: false });
  expect(stationAt(lane, limits(), 10, 0)).toMatchObject({ ok: false, at: 30_010 });
  expect(stationAt(lane, limits(), 30_010, 0).ok).toBe(true);
  began(lane, 'trial', 30_010);
  expect(stationAt(lane, limits(), 30_011, 0).ok).toBe(false);
  ended(traffic, 'x', 'trial', { at: 30_500, ms: 490, ok: true });
  expect(stationAt(lane, limits(), 30_500, 0).ok).toBe(true);
});

test('a lane begins with what the record says of it', () => {
  const past = [0, 10, 20].map((at) => ({
    kind: 'tool' as const,
    of: 'x',
    mode: 'real' as const,
    at: at + 5,
    ms: 5,
  }));
  const traffic = newTraffic(() => past);
  const three = rate(3, 1000);
  const lane = laneAt(traffic, 'x', three, 30);
  expect(stationAt(lane, three, 30, 0)).toMatchObject({ ok: false, at: 1000 });
});

test('who was told to come later is told so again when the line moves', () => {
  const traffic = newTraffic(() => []);
  const slow = rate(1, 1000);
  const lane = laneAt(traffic, 'x', slow, 0);
  began(lane, 'a', 0);
  for (const [i, id] of ['b', 'c'].entries())
    lane.waiting.set(id, { run: id, limits: slow, dueAt: 1000 * (i + 1) });
  leave(traffic, 'x', 'b');
  expect(woken(traffic, 10, () => true)).toEqual([{ run: 'c', effect: 'c' }]);
  expect(stationAt(lane, slow, 10, placeOf(lane, 'c'))).toMatchObject({ ok: false, at: 1000 });
});
