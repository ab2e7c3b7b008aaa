// A list offers each value once; see distinct.ts.
import { expect, test } from 'vitest';
import { distinct } from './distinct.ts';

const option = (value: string, label = value) => ({ value, label });

test('a value that stands twice in a drawing is offered once, under its first name', () => {
  expect(distinct([option('pay', 'Pay'), option('ask'), option('pay', 'Pay again')])).toEqual([
    option('pay', 'Pay'),
    option('ask'),
  ]);
});

test('a value of one group is not offered again by another', () => {
  const groups = [
    { group: 'Roles', items: [option('manager')] },
    { group: 'People', items: [option('manager'), option('dana')] },
    option('dana'),
  ];
  expect(distinct(groups)).toEqual([
    { group: 'Roles', items: [option('manager')] },
    { group: 'People', items: [option('dana')] },
  ]);
});
