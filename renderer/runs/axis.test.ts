// The axis of a run: order is kept, work stays visible, waits never push it away.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EffectView, RunView } from '../../engine/4-run/view.ts';
import { axisOf, merged } from './axis.ts';

const effect = (
  id: string,
  kind: EffectView['kind'],
  openedAt: number,
  endedAt?: number,
): EffectView =>
  ({ id, kind, openedAt, status: 'done', ...(endedAt === undefined ? {} : { endedAt }) }) as never;

const view = (effects: EffectView[], endedAt?: number): RunView =>
  ({
    startedAt: 0,
    effects: Object.fromEntries(effects.map((one) => [one.id, one])),
    ...(endedAt === undefined ? {} : { endedAt }),
  }) as never;

test('without waits a moment lies where the clock puts it', () => {
  const axis = axisOf(view([effect('a', 'model', 0, 1000)], 1000), 9999);
  expect(axis.place(250)).toBeCloseTo(0.25);
  expect(axis).toMatchObject({ workMs: 1000, waitMs: 0, waits: [] });
});

test('a wait of hours takes less than half of the axis', () => {
  const hours = 3 * 3_600_000;
  const work = [effect('a', 'model', 0, 2000), effect('b', 'tool', 2000 + hours, 3000 + hours)];
  const waiting = effect('c', 'card', 2000, 2000 + hours);
  const axis = axisOf(view([...work, waiting], 3000 + hours), 0);
  const waited = axis.place(2000 + hours) - axis.place(2000);
  expect(waited).toBeCloseTo(0.44);
  expect(axis.waits).toEqual([{ from: 2000, to: 2000 + hours }]);
});

test('a later moment never lies before an earlier one', () => {
  const spans = fc.array(fc.tuple(fc.nat(10_000), fc.nat(3000)), { maxLength: 8 });
  fc.assert(
    fc.property(spans, fc.nat(20_000), fc.nat(20_000), (list, one, two) => {
      const effects = list.map(([from, took], i) => effect(String(i), 'tool', from, from + took));
      const axis = axisOf(view(effects, 15_000), 0);
      const [low, high] = [Math.min(one, two), Math.max(one, two)];
      const [a, b] = [axis.place(low), axis.place(high)];
      return a <= b + 1e-9 && a >= 0 && b <= 1 + 1e-9;
    }),
  );
});

test('spans that touch are one span', () => {
  expect(
    merged([
      { from: 5, to: 9 },
      { from: 0, to: 5 },
      { from: 11, to: 12 },
    ]),
  ).toEqual([
    { from: 0, to: 9 },
    { from: 11, to: 12 },
  ]);
});

test('of a very long run the axis begins with what is still drawn, and says how much came before', () => {
  const late = { ...view([effect('z', 'tool', 900, 1000)], 1000) };
  const path = [{ step: 'a', port: 'ok', visit: 1, attempts: 1, at: 900 }];
  const axis = axisOf({ ...late, path, earlier: { effects: 70, path: 70, children: 0 } }, 9999);
  expect([axis.earlier, axis.place(900), axis.place(1000)]).toEqual([70, 0, 1]);
  expect(axis.place(100)).toBe(0);
});
