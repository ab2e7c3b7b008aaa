// Which executions a grant speaks of.

import { expect, test } from 'vitest';
import type { Grant } from './events.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { itemsOn, pathTo, speaksOf } from './place.ts';

const run = (path: string, workflow = 'drawn'): LiveRun =>
  ({ path, row: { workflow } }) as unknown as LiveRun;
const row = (step: string, visit: number, node = step): LiveEffect['row'] =>
  ({ step, node, visit, kind: 'tool' }) as LiveEffect['row'];
const grant = (more: Partial<Grant>): Grant => ({
  id: 'g',
  step: 'pay',
  visit: 1,
  argsHash: 'h',
  by: 'm',
  at: '',
  ...more,
});

test('a grant speaks of the one execution it names: this step, this visit, this item', () => {
  const third = grant({ within: pathTo('', { node: 'each', visit: 1 }, 2) });
  expect(speaksOf(third, run('each:1:2/'), row('pay', 1))).toBe(true);
  expect(speaksOf(third, run('each:1:1/'), row('pay', 1))).toBe(false);
  expect(speaksOf(third, run('each:2:2/'), row('pay', 1))).toBe(false);
  expect(speaksOf(third, run('each:1:2/'), row('pay', 2))).toBe(false);
  expect(speaksOf(third, run('each:1:2/'), row('mail', 1))).toBe(false);
  expect(speaksOf(third, run(''), row('pay', 1))).toBe(false);
  expect(speaksOf(grant({}), run(''), row('pay', 1))).toBe(true);
});

test('a grant for every execution speaks of its step in its run and below, in its workflow only', () => {
  const all = grant({ visit: 0, argsHash: null, workflow: 'drawn', within: 'each:1:2/' });
  expect(speaksOf(all, run('each:1:2/'), row('pay', 7))).toBe(true);
  expect(speaksOf(all, run('each:1:2/deep:1:0/'), row('pay', 1))).toBe(true);
  expect(speaksOf(all, run('each:1:1/'), row('pay', 1))).toBe(false);
  expect(speaksOf(all, run('each:1:2/', 'other'), row('pay', 1))).toBe(false);
});

test('a gate means the tool call of a step that is made of several', () => {
  expect(speaksOf(grant({}), run(''), row('pay__call', 1, 'pay'))).toBe(true);
  const model = { ...row('pay__ask', 1, 'pay'), kind: 'model' as const };
  expect(speaksOf(grant({}), run(''), model)).toBe(false);
  expect(speaksOf(grant({ step: 'pay__ask' }), run(''), model)).toBe(true);
});

test('a path says which items it leads through', () => {
  expect(itemsOn('each:1:4/sub:2/inner:1:0/')).toEqual([4, 0]);
  expect(itemsOn('')).toEqual([]);
});
