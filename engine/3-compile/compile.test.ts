// What a drawing becomes: promises of the compiler that random graphs do not show.

import { describe, expect, test } from 'vitest';
import { byHand, compiled, folderOf, testRegistry } from '../../e2e/kit/graph-kit.ts';
import type { JsonObject } from '../base/value.ts';
import { compile } from './compile.ts';
import { lower } from './lower.ts';
import { defaultWays } from './default-ways.ts';

const LINE = { start: { type: 'start' }, read: {}, write: {} };
const ARROWS = ['start > read', 'read > write'];
const machineOf = (...drawing: Parameters<typeof compiled>): JsonObject =>
  compiled(...drawing).compiled.machine;

describe('the machine', () => {
  test('is plain JSON: reading what was written gives the same machine', () => {
    const { compiled: made } = compiled(LINE, ARROWS);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  test('is called after workflow, version and content', () => {
    const { compiled: made, hash } = compiled(LINE, ARROWS);
    expect(made.machine.id).toBe(`tried_v1_0_0_${hash.slice(0, 12)}`);
  });

  test('stays the same wherever its steps stand, and is another when a setting is another', () => {
    const folder = folderOf(LINE, ARROWS);
    const { hash } = compile(folder, testRegistry);
    const moved = structuredClone(folder);
    for (const node of moved.workflow.scope.nodes) node.at = [node.at[0] + 400, 7];
    expect(compile(moved, testRegistry).hash).toBe(hash);
    const changed = structuredClone(folder);
    changed.workflow.scope.nodes[1]!.settings = { limit: 5 };
    expect(compile(changed, testRegistry).hash).not.toBe(hash);
  });

  test('is another when only the body of a for-each is another', () => {
    const drawing = (limit: number) => ({
      start: { type: 'start' },
      all: {
        type: 'for_each',
        settings: { items: [1] },
        steps: { begin: { type: 'start' }, look: { settings: { limit } } },
        arrows: ['begin > look'],
      },
    });
    const [one, two] = [1, 2].map((limit) => compiled(drawing(limit), ['start > all']));
    expect(one?.hash).not.toBe(two?.hash);
    expect(one?.compiled.machine.id).not.toBe(two?.compiled.machine.id);
  });

  test('carries the names people gave their steps, also those XState would trip over', () => {
    const names = ['__proto__', 'constructor', '12', 'a.b', '#x', 'Done', 'Same', 'Same'];
    const steps = Object.fromEntries(names.map((name, i) => [`s${i}`, { name }]));
    const arrows = names.map((_name, i) => (i ? `s${i - 1} > s${i}` : 'start > s0'));
    const run = byHand(machineOf({ start: { type: 'start' }, ...steps }, arrows));
    for (const [i] of names.entries()) run.answer(`s${i}`);
    expect(run.turn.status).toBe('done');
    expect(run.path).toEqual(['start:ok', ...names.map((_name, i) => `s${i}:ok`)]);
  });

  test('refuses a circle and a second start, because validate never lets them through', () => {
    expect(() => compiled(LINE, [...ARROWS, 'write > read'])).toThrow('circle');
    expect(() => compiled(LINE, ['start > read'])).toThrow('one start');
  });

  test('refuses more than fifty arrows from one way out', () => {
    const steps = Object.fromEntries(Array.from({ length: 51 }, (_x, i) => [`s${i}`, {}]));
    const arrows = Object.keys(steps).map((id) => `start > ${id}`);
    expect(() => compiled({ start: { type: 'start' }, ...steps }, arrows)).toThrow('50');
  });
});

describe('what a step may look at', () => {
  test('is what its settings name in references, texts, conditions or by id, and no more', () => {
    const settings = {
      a: { '@ref': 'steps.one.value.x' },
      b: { '@text': 'so {{ steps.two.port }} it is' },
      when: { field: 'steps.three.value', op: 'is', value: 1 },
      about: 'four',
      prose: 'steps.five is only mentioned: one two',
    };
    const names = ['one', 'two', 'three', 'four', 'five', 'six'];
    const steps = Object.fromEntries(names.map((id) => [id, {}]));
    const arrows = names.map((id, i) => `${i ? names[i - 1] : 'start'} > ${id}`);
    const drawing = { start: { type: 'start' }, ...steps, last: { settings } };
    const run = byHand(machineOf(drawing, [...arrows, 'six > last']));
    for (const id of names) run.answer(id, 'ok', { x: id });
    const opened = run.open.get('last');
    const seen = opened?.do === 'open' ? opened.input : undefined;
    expect(Object.keys(seen?.scope.steps ?? {})).toEqual(['one', 'two', 'three', 'four', 'five']);
    expect(seen?.with.value.v).toMatchObject({ a: 'one', b: 'so ok it is' });
  });
});

describe('default ways out', () => {
  const drawing = (more: object = {}) => ({ start: { type: 'start' }, pay: more, after: {} });
  const arrows = ['start > pay', 'pay > after'];

  test('an error nobody drew an arrow for asks the owner, who can have the step run again', () => {
    const run = byHand(machineOf(drawing(), arrows));
    run.fail('pay');
    expect([...run.open.keys()]).toEqual(['ask_owner__pay']);
    const asked = run.open.get('ask_owner__pay');
    expect(asked?.do === 'open' && asked.input.scope.steps['pay']).toMatchObject({ port: 'error' });
    run.answer('ask_owner__pay', 'retry');
    const again = run.open.get('pay');
    expect(again?.do === 'open' && again.input.visit).toBe(2);
  });

  test('going on leaves the step by its first way, with the value the owner gave', () => {
    const run = byHand(machineOf(drawing(), arrows));
    run.fail('pay');
    run.answer('ask_owner__pay', 'go_on', { paid: 5 });
    expect([...run.open.keys()]).toEqual(['after']);
    expect(run.path).toEqual(['start:ok', 'pay:error', 'ask_owner__pay:go_on', 'pay:ok']);
  });

  test('the owner is asked for what later steps cannot do without', () => {
    const settings = {
      need: { '@ref': 'steps.pay.value.reference' },
      nice: { '@ref': 'steps.pay.value.note', else: '' },
    };
    const folder = folderOf({ ...drawing(), after: { settings } }, arrows);
    const { scope } = defaultWays(lower(folder, testRegistry));
    const ask = scope.steps.find((step) => step.asksFor === 'pay');
    expect(ask?.settings['fields']).toMatchObject([{ id: 'reference', required: true }]);
  });

  test('stopping ends the run as stopped', () => {
    const run = byHand(machineOf(drawing(), arrows));
    run.fail('pay');
    expect(run.answer('ask_owner__pay', 'stop').status).toBe('stopped');
  });

  test('what a rule denied never asks: the run fails, naming the step', () => {
    const run = byHand(machineOf(drawing(), arrows));
    const { status, failure } = run.fail('pay', { kind: 'denied', code: 'rule' });
    expect([status, failure?.step, failure?.kind]).toEqual(['failed', 'pay', 'denied']);
  });

  test('a drawn arrow takes the error, denied or not', () => {
    const run = byHand(machineOf(drawing(), [...arrows, 'pay:error > after']));
    run.fail('pay', { kind: 'denied' });
    expect([...run.open.keys()]).toEqual(['after']);
  });

  test('switched off, the problem ends the run', () => {
    const run = byHand(machineOf(drawing({ noDefault: ['error'] }), arrows));
    expect(run.fail('pay').status).toBe('failed');
  });

  test('a refusal nobody drew an arrow for ends the run as refused, whatever else runs', () => {
    const steps = { start: { type: 'start' }, ask: { type: 'approval' }, other: {} };
    const run = byHand(machineOf(steps, ['start > ask', 'start > other']));
    const { status, outcome, end } = run.answer('ask', 'refused');
    expect([status, outcome, end]).toEqual(['done', 'refused', 'ask']);
  });

  test('inside a container the problem leaves by the container, denied or not', () => {
    const room = {
      type: 'group',
      steps: { begin: { type: 'start' }, deep: {} },
      arrows: ['begin > deep'],
    };
    const steps = { start: { type: 'start' }, room, rescue: {} };
    const run = byHand(machineOf(steps, ['start > room', 'room:error > rescue']));
    run.fail('deep', { kind: 'denied' });
    expect([...run.open.keys()]).toEqual(['rescue']);
    expect(run.path.slice(-2)).toEqual(['deep:error', 'room:error']);
  });

  test('what was denied inside a container fails the run where no arrow takes it', () => {
    const room = {
      type: 'group',
      steps: { begin: { type: 'start' }, deep: {} },
      arrows: ['begin > deep'],
    };
    const run = byHand(machineOf({ start: { type: 'start' }, room }, ['start > room']));
    const { status, failure } = run.fail('deep', { kind: 'denied' });
    expect([status, failure?.step]).toEqual(['failed', 'deep']);
  });
});
