// Promises of nudging a figure: see nudge.ts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nudgedTo, stepFor } from './nudge.ts';

test('a step is a round number that can be felt', () => {
  expect([3, 60, 300, 500, 1800, 5000, 100_000].map((n) => stepFor(n))).toEqual([
    1, 1, 10, 10, 100, 100, 10_000,
  ]);
  expect(stepFor(0.5, 0.01)).toBe(0.01);
});

test('a figure moves by its step, with Shift by ten of them, and stays within its bounds', () => {
  expect(nudgedTo(500, -1)).toBe(490);
  expect(nudgedTo(500, -10)).toBe(400);
  expect(nudgedTo(5000, 1)).toBe(5100);
  expect(nudgedTo(505, 1)).toBe(510);
  expect(nudgedTo(4, -10, 1, { min: 0 })).toBe(0);
  expect(nudgedTo(0, 1)).toBe(1);
});

test('up always goes up, down always goes down, and by no more than a tenth', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (n) => {
      expect(nudgedTo(n, 1)).toBeGreaterThan(n);
      expect(nudgedTo(n, -1)).toBeLessThan(n);
      expect(Math.abs(nudgedTo(n, 1) - n)).toBeLessThanOrEqual(Math.max(1, n / 10));
    }),
  );
});
