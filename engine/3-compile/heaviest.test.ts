// The heaviest run through a room: never too small, and exact where steps follow one another.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOf } from './graph.ts';
import { heaviest, longest } from './heaviest.ts';
import type { IRScope, IRStep } from './ir.ts';

type Arrow = { from: number; port: string; to: number };
const stepOf = (i: number): IRStep => ({
  id: `s${i}`,
  node: `s${i}`,
  name: `s${i}`,
  kind: 'task',
  type: 'x@1',
  ports: ['a', 'b', 'c'],
  mustHandle: [],
  join: 'all',
  settings: {},
});
const scopeOf = (size: number, arrows: Arrow[]): IRScope => ({
  steps: Array.from({ length: size }, (_x, i) => stepOf(i)),
  edges: arrows.map(({ from, port, to }) => ({
    id: `s${from}:${port}>s${to}`,
    from: `s${from}`,
    port,
    to: `s${to}`,
  })),
});

/**
 * Weight and time of the run in which every step takes a chosen way; steps start on any live arrow.
 */
function run(size: number, arrows: Arrow[], choice: string[], weights: number[]) {
  const ends: (number | undefined)[] = [0 + (weights[0] ?? 0)];
  let weight = weights[0] ?? 0;
  for (let i = 1; i < size; i++) {
    const live = arrows.filter(
      (a) => a.to === i && ends[a.from] !== undefined && choice[a.from] === a.port,
    );
    if (!live.length) continue;
    weight += weights[i] ?? 0;
    ends[i] = Math.max(...live.map((a) => ends[a.from] ?? 0)) + (weights[i] ?? 0);
  }
  return { weight, time: Math.max(...ends.filter((end) => end !== undefined)) };
}

/** Every choice of ways. */
function* choices(size: number): Generator<string[]> {
  for (let n = 0; n < 3 ** size; n++)
    yield Array.from({ length: size }, (_x, i) => 'abc'[Math.floor(n / 3 ** i) % 3] as string);
}

const SIZE = 7;
/** A room whose every step but the first has an arrow from an earlier one. */
const room = fc
  .array(
    fc.tuple(
      fc.nat(),
      fc.constantFrom('a', 'b', 'c'),
      fc.nat(1),
      fc.nat(),
      fc.constantFrom('a', 'b', 'c'),
    ),
    {
      minLength: SIZE - 1,
      maxLength: SIZE - 1,
    },
  )
  .map((specs) =>
    specs.flatMap(([from, port, more, other, way], i): Arrow[] => [
      { from: from % (i + 1), port, to: i + 1 },
      ...(more && i ? [{ from: other % (i + 1), port: way, to: i + 1 }] : []),
    ]),
  )
  .map((arrows) =>
    arrows.filter(
      (a, i) =>
        arrows.findIndex((b) => b.from === a.from && b.port === a.port && b.to === a.to) === i,
    ),
  );
const weights = fc.array(fc.nat(20), { minLength: SIZE, maxLength: SIZE });

test('no run ever weighs more or takes longer than was said', () => {
  fc.assert(
    fc.property(room, weights, (arrows, w) => {
      const facts = factsOf(scopeOf(SIZE, arrows));
      const ordered = facts.steps.map((step) => w[Number(step.id.slice(1))] ?? 0);
      const most = heaviest(facts, ordered).weight;
      const slowest = longest(facts, ordered);
      let [weight, time] = [0, 0];
      for (const choice of choices(SIZE)) {
        const one = run(SIZE, arrows, choice, w);
        weight = Math.max(weight, one.weight);
        time = Math.max(time, one.time);
      }
      expect(most).toBeGreaterThanOrEqual(weight);
      expect(slowest).toBe(time);
    }),
    { numRuns: 150 },
  );
});

test('where never two steps run at once the bound is exact, and its steps add up to it', () => {
  fc.assert(
    fc.property(room, weights, (all, w) => {
      const arrows = all.filter(
        (a, i) => all.findIndex((b) => b.from === a.from && b.port === a.port) === i,
      );
      const reached = new Set(arrows.map((a) => a.to));
      if (reached.size < SIZE - 1) return;
      const facts = factsOf(scopeOf(SIZE, arrows));
      const ordered = facts.steps.map((step) => w[Number(step.id.slice(1))] ?? 0);
      const { weight, steps } = heaviest(facts, ordered);
      const runs = [...choices(SIZE)].map((choice) => run(SIZE, arrows, choice, w).weight);
      expect(weight).toBe(Math.max(...runs));
      expect(steps.reduce((sum, i) => sum + (ordered[i] ?? 0), 0)).toBe(weight);
    }),
    { numRuns: 300 },
  );
});

test('steps side by side that meet again are counted once each, and what follows them once', () => {
  const arrows: Arrow[] = [
    { from: 0, port: 'a', to: 1 },
    { from: 0, port: 'a', to: 2 },
    { from: 1, port: 'a', to: 3 },
    { from: 2, port: 'a', to: 3 },
    { from: 3, port: 'a', to: 4 },
  ];
  const facts = factsOf(scopeOf(5, arrows));
  expect(heaviest(facts, [1, 10, 20, 100, 1000])).toEqual({ weight: 1131, steps: [0, 1, 2, 3, 4] });
  expect(longest(facts, [1, 10, 20, 100, 1000])).toBe(1121);
});
