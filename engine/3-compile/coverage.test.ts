// What an approval speaks for.

import { expect, test } from 'vitest';
import { compiled, testRegistry } from '../../e2e/kit/graph-kit.ts';
import { coverage } from './coverage.ts';

const START = { start: { type: 'start' } };
const act = { type: 'act' };
const gate = { type: 'approval' };
const covered = (...drawing: Parameters<typeof compiled>): Record<string, string[]> =>
  coverage(compiled(...drawing).graph, testRegistry, []);

test('a gate covers what acts outside on its approved way, up to the next gate', () => {
  const steps = { ...START, ask: gate, look: {}, pay: act, again: gate, mail: act, sorry: act };
  const arrows = ['start > ask', 'ask:approved > look', 'look > pay', 'pay > again'];
  expect(covered(steps, [...arrows, 'again:approved > mail', 'ask:sent_back > sorry'])).toEqual({
    ask: ['pay'],
    again: ['mail'],
  });
});

test('a gate covers what lies in containers on its way and after its own container', () => {
  const inner = { begin: { type: 'start' }, ask: gate, pay: act };
  const room = { type: 'group', steps: inner, arrows: ['begin > ask', 'ask:approved > pay'] };
  const deep = { begin2: { type: 'start' }, mail: act };
  const after = { type: 'group', steps: deep, arrows: ['begin2 > mail'] };
  const steps = { ...START, room, after };
  expect(covered(steps, ['start > room', 'room > after'])).toEqual({ ask: ['pay', 'mail'] });
});

test('in a loop the next round is on the way too, up to the gate itself', () => {
  const inner = { begin: { type: 'start' }, note: act, ask: gate, pay: act };
  const until = { field: 'round', op: 'at_least', value: 2 };
  const loop = {
    type: 'loop',
    settings: { maxRounds: 2, until },
    steps: inner,
    arrows: ['begin > note', 'note > ask', 'ask:approved > pay'],
  };
  expect(covered({ ...START, loop }, ['start > loop'])).toEqual({ ask: ['pay', 'note'] });
});

test('a gate that names what it covers covers exactly that', () => {
  const ask = { ...gate, settings: { covers: ['mail'] } };
  const steps = { ...START, ask, pay: act, mail: act };
  expect(covered(steps, ['start > ask', 'ask:approved > pay', 'pay > mail'])).toEqual({
    ask: ['mail'],
  });
});

test('a tool without a card counts as irreversible', () => {
  const registry = new Map(testRegistry);
  const work = registry.get('work@1')!;
  registry.set('work@1', { ...work, effect: 'card' });
  const call = { settings: { tool: 'ledger' } };
  const { graph } = compiled({ ...START, ask: gate, call }, ['start > ask', 'ask:approved > call']);
  expect(coverage(graph, registry, [])).toEqual({ ask: ['call'] });
  expect(coverage(graph, registry, [{ name: 'ledger', effect: 'read' }])).toEqual({ ask: [] });
});

test('a way out that somebody calls “approved” makes no gate', () => {
  const asks = { type: 'work', settings: { ports: ['approved', 'otherwise'] } };
  const steps = { ...START, ask: gate, sort: asks, pay: act };
  expect(covered(steps, ['start > ask', 'ask:approved > sort', 'sort:approved > pay'])).toEqual({
    ask: ['pay'],
  });
});

test('a gate inside an item of a for-each speaks for that item, and for nothing after all of them', () => {
  const inner = { begin: { type: 'start' }, ask: gate, pay: act };
  const settings = { items: [1], concurrency: 1 };
  const arrows = ['begin > ask', 'ask:approved > pay'];
  const each = { type: 'for_each', settings, steps: inner, arrows };
  const steps = { ...START, first: gate, each, mail: act };
  expect(covered(steps, ['start > first', 'first:approved > each', 'each > mail'])).toEqual({
    first: ['mail'],
    ask: ['pay'],
  });
});
