// A stream that pours reaches the screen whole, in order, and no faster than it can be looked at.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from './paced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what comes alone is handed on at once, what pours together, and nothing is lost', () => {
  const handed: number[][] = [];
  const take = paced<number>((all) => void handed.push(all), 100);
  take([1, 2]);
  expect(handed).toEqual([[1, 2]]);
  take([3]);
  take([4, 5]);
  vi.advanceTimersByTime(99);
  expect(handed).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(handed).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
  vi.advanceTimersByTime(100);
  take([6]);
  expect(handed.at(-1)).toEqual([6]);
});

test('where timers come late, what pours is handed on by what comes next', () => {
  const handed: number[][] = [];
  const take = paced<number>((all) => void handed.push(all), 100);
  take([1]);
  take([2]);
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5000);
  take([3]);
  now.mockRestore();
  expect(handed).toEqual([[1], [2, 3]]);
});

test('a listener that throws keeps nobody from hearing what comes after', () => {
  const heard: number[] = [];
  const take = paced<number>((all) => {
    heard.push(...all);
    if (all.includes(1)) throw new Error('one of them failed');
  }, 100);
  expect(() => take([1])).toThrow('one of them failed');
  take([2]);
  vi.advanceTimersByTime(100);
  expect(heard).toEqual([1, 2]);
});
