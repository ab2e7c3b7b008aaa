// Promises of trying things out on the last run: see last-scope.ts.
import { expect, test } from 'vitest';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import { holds } from '../../engine/base/condition.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { knownFrom, tried } from './last-scope.ts';

const { workflow } = drawing(scopeOf([['start', 'start']], []), {
  input: [{ id: 'amount', label: 'Amount', kind: 'money', currency: 'USD', example: 320 }],
});
const PEOPLE = [{ id: 'sam', name: 'Sam Okafor', roles: [] }];

const ran = {
  run: 'r1',
  by: 'sam',
  startedAt: Date.parse('2026-11-20T09:41:00Z'),
  input: { v: { amount: 1800 }, labels: {} },
  steps: {
    read: { step: 'read', visit: 1, state: 'done', port: 'ok', startedAt: 0, effect: 'r1:1:0' },
    ask: { step: 'ask', visit: 1, state: 'waiting', startedAt: 0 },
  },
  effects: { 'r1:1:0': { output: { v: { total: 1750 }, labels: {} } } },
} as unknown as RunView;

test('before anything has run the examples of the form stand in, and are called so', () => {
  const known = knownFrom(undefined, workflow, PEOPLE);
  expect(known.from).toBe('example');
  expect(tried({ '@ref': 'input.amount' }, known)).toEqual({ value: 320, missing: [] });
});

test('afterwards it is what the run had: form, steps, who started it', () => {
  const known = knownFrom(ran, workflow, PEOPLE);
  expect(known.from).toBe('run');
  const text = { '@text': '{{run.by_name}}: {{steps.read.value.total}} of {{input.amount}}' };
  expect(tried(text, known).value).toBe('Sam Okafor: 1750 of 1800');
  const more = { field: 'steps.read.value.total', op: 'more_than' as const, value: 500 };
  expect(
    holds({ all: [more, { field: 'steps.read.port', op: 'is', value: 'ok' }] }, known.scope),
  ).toBe(true);
});

test('of a step that has not ended nothing is made up', () => {
  const known = knownFrom(ran, workflow, PEOPLE);
  expect(tried({ '@ref': 'steps.ask.value.note' }, known)).toEqual({
    value: null,
    missing: ['steps.ask.value.note'],
  });
  expect(tried({ '@ref': 'steps.ask.value.note', else: 'none' }, known).value).toBe('none');
});
