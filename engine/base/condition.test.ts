// Conditions: exact at their bounds, and total over whatever they are given.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, holds, holdsBy, leavesOf, OPERATORS, type Condition } from './condition.ts';
import { conditionSchema } from './condition-schema.ts';
import { valueOf, type Json } from './value.ts';

const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;

describe('the bounds of an amount', () => {
  const under: Condition = { field: 'input.amount', op: 'less_than', value: 500 };
  const upTo: Condition = { field: 'input.amount', op: 'at_most', value: 5000 };
  const at = (amount: number) => {
    const scope = { input: valueOf({ amount }), steps: {} };
    return holds(under, scope) ? 'itself' : holds(upTo, scope) ? 'manager' : 'director';
  };
  test.each([
    [320, 'itself'],
    [499.99, 'itself'],
    [500, 'manager'],
    [5000, 'manager'],
    [5000.01, 'director'],
    [9000, 'director'],
  ])('%d goes to the %s', (amount, way) => expect(at(amount)).toBe(way));
});

test('days compare as days, and a day is neither before nor after itself', () => {
  expect(compare('2026-02-28', 'before', '2026-03-01')).toBe(true);
  expect(compare('2026-12-01', 'after', '2026-11-30')).toBe(true);
  expect(compare('2026-11-20', 'before', '2026-11-20')).toBe(false);
  expect(compare('2026-11-20', 'at_most', '2026-11-20')).toBe(true);
});

test('what cannot be compared is simply not so', () => {
  for (const op of ['less_than', 'at_most', 'more_than', 'at_least'] as const)
    for (const [a, b] of [
      [null, 1],
      ['1', 2],
      [1, '2'],
      [true, 0],
      [[], 1],
    ] as [Json, Json][])
      expect(compare(a, op, b)).toBe(false);
  expect(compare('a(b', 'matches', '(')).toBe(false);
});

test('texts are alike whatever their case and the space around them', () => {
  expect(compare(' Yes ', 'is', 'yes')).toBe(true);
  expect(compare('Invoice 7', 'contains', 'INVOICE')).toBe(true);
  expect(compare(['A', 'b'], 'contains', 'a')).toBe(true);
  expect(compare('b', 'one_of', ['A', 'B'])).toBe(true);
  expect(compare('', 'is', '')).toBe(false);
  expect(compare('', 'is_empty', null)).toBe(true);
});

test('a pattern that would hang other engines answers at once', () => {
  const started = performance.now();
  expect(compare(`${'a'.repeat(30_000)}!`, 'matches', '(a+)+$')).toBe(false);
  expect(performance.now() - started).toBeLessThan(1000);
});

test('every operator answers yes or no to anything at all', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(...OPERATORS), json, (v, op, other) => {
      expect(typeof compare(v, op, other)).toBe('boolean');
    }),
  );
});

test('all, any and not are what they say', () => {
  const yes: Condition = { field: 'x', op: 'is', value: 1 };
  const no: Condition = { field: 'x', op: 'is', value: 2 };
  const find = (path: string): Json | undefined => (path === 'x' ? 1 : undefined);
  const said = (c: Condition): boolean => holdsBy(c, find);
  expect(
    [{ all: [yes, no] }, { any: [yes, no] }, { not: no }, { all: [] }, { any: [] }].map(said),
  ).toEqual([false, true, true, true, false]);
});

test('a bound may itself be looked up', () => {
  const scope = { input: valueOf({ amount: 10, limit: 20 }), steps: {} };
  const c: Condition = { field: 'input.amount', op: 'at_most', value: { '@ref': 'input.limit' } };
  expect(holds(c, scope)).toBe(true);
  const unknown: Condition = { field: 'a', op: 'is', value: { '@ref': 'b', else: 'x' } };
  expect(holdsBy(unknown, (path) => (path === 'a' ? 'x' : undefined))).toBe(true);
});

test('the schema takes exactly the four forms, and leaves are read from left to right', () => {
  const c = { all: [{ field: 'a', op: 'is', value: 1 }, { not: { field: 'b', op: 'is_empty' } }] };
  const parsed = conditionSchema.parse(c);
  expect(leavesOf(parsed).map((leaf) => leaf.field)).toEqual(['a', 'b']);
  for (const bad of [
    {},
    { field: 'a' },
    { field: 'a', op: 'eval' },
    { all: [1] },
    { ...c, any: [] },
  ])
    expect(conditionSchema.safeParse(bad).success).toBe(false);
});
