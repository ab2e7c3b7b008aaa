// The most one run can cost: every attempt, every round, every branch, and never beyond the budget.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { SAMPLES, SETTING } from '../../e2e/kit/problems.ts';
import { registry } from '../../nodes/index.ts';
import { loadFolder } from '../1-document/load.ts';
import type { Folder, Setting } from '../1-document/schema.ts';
import type { JsonObject } from '../base/value.ts';
import { ceiling } from './ceiling.ts';
import { compile } from './compile.ts';

const LOOK: JsonObject = {
  name: 'look',
  title: 'Look up',
  class: 'operational',
  effect: 'read',
  timeoutMs: 10_000,
};
const look = (id: string, more: JsonObject = { attempts: 1 }): StepSpec => [
  id,
  'call_tool',
  { tool: 'look' },
  more,
];
const write = (id: string, more: JsonObject = {}): StepSpec => [
  id,
  'draft',
  { instructions: 'Write', maxOutputTokens: 1000, role: 'careful', ...more },
  { attempts: 1 },
];
const END: StepSpec = ['done', 'end'];
const of = (steps: StepSpec[], arrows: string[], budget: JsonObject = {}): Folder =>
  drawing(scopeOf([['start', 'start'], ...steps], arrows), { cards: [LOOK], budget });
const ceilingOf = (folder: Folder, setting: Setting = SETTING) =>
  ceiling(compile(folder, registry).graph, folder, setting, registry);

test('what follows adds up, attempts in full', () => {
  const folder = of(
    [look('a'), look('b', { attempts: 4 }), END],
    ['start:ok>a', 'a:ok>b', 'b:ok>done'],
  );
  expect(ceilingOf(folder)).toMatchObject({
    toolCalls: 5,
    workMs: 50_000,
    costNano: 0,
    path: ['start', 'a', 'b', 'done'],
  });
});

test('of ways that exclude each other the dearest counts, and the path is that way', () => {
  const cases = [{ port: 'dear', when: { field: 'today', op: 'is', value: 'x' } }];
  const folder = of(
    [['pick', 'condition', { cases }], write('dear'), look('cheap'), look('cheaper'), END],
    [
      'start:ok>pick',
      'pick:dear>dear',
      'pick:otherwise>cheap',
      'cheap:ok>cheaper',
      'dear:ok>done',
      'cheaper:ok>done',
    ],
  );
  const { path: way, modelCalls, toolCalls, costNano } = ceilingOf(folder);
  expect({ way, modelCalls, toolCalls }).toEqual({
    way: ['start', 'pick', 'dear', 'done'],
    modelCalls: 1,
    toolCalls: 2,
  });
  // 1,000 tokens of answer at 15 dollars per million alone are 1.5 cents.
  expect(costNano).toBeGreaterThan(15_000_000);
});

test('what runs side by side adds up in calls and takes as long as its slowest branch', () => {
  const folder = of(
    [['fork', 'parallel'], look('a'), look('b', { attempts: 3 }), ['both', 'join'], END],
    ['start:ok>fork', 'fork:ok>a', 'fork:ok>b', 'a:ok>both', 'b:ok>both', 'both:ok>done'],
  );
  expect(ceilingOf(folder)).toMatchObject({ toolCalls: 4, workMs: 30_000 });
});

test('a loop counts each round, a for-each each item, with lanes sharing their time', () => {
  const scope = scopeOf([look('inner')], []);
  const until = { field: 'round', op: 'at_least', value: 9 };
  const loop: StepSpec = ['again', 'loop', { maxRounds: 5, until }, { scope }];
  expect(ceilingOf(of([loop, END], ['start:ok>again', 'again:done>done']))).toMatchObject({
    toolCalls: 5,
    workMs: 50_000,
    path: ['start', 'again', 'inner', 'done'],
  });
  const each: StepSpec = [
    'each',
    'for_each',
    { items: [1, 2, 3, 4, 5], concurrency: 2 },
    { scope },
  ];
  expect(ceilingOf(of([each, END], ['start:ok>each', 'each:ok>done']))).toMatchObject({
    toolCalls: 5,
    workMs: 30_000,
  });
});

test('a list of unknown length counts as the longest, and the budget bounds what is shown', () => {
  const scope = scopeOf([look('inner')], []);
  const read = { ...LOOK, result: [{ id: 'rows', label: 'Rows', kind: 'list', required: true }] };
  const folder = drawing(
    scopeOf(
      [
        ['start', 'start'],
        look('read'),
        ['each', 'for_each', { items: { '@ref': 'steps.read.value.rows' } }, { scope }],
        END,
      ],
      ['start:ok>read', 'read:ok>each', 'each:ok>done'],
    ),
    { cards: [read], budget: { toolCalls: 12, minutes: 10 } },
  );
  const { toolCalls, atMost } = ceilingOf(folder);
  expect(toolCalls).toBe(10_001);
  expect(atMost).toEqual({ costNano: 0, toolCalls: 12, modelCalls: 0, minutes: 10 });
});

test('people and timers take no working time', () => {
  const gate: StepSpec = ['gate', 'approval', { ask: 'manager', title: '?' }];
  const folder = of(
    [gate, ['pause', 'wait', { ms: 86_400_000 }], END],
    ['start:ok>gate', 'gate:approved>pause', 'pause:ok>done'],
  );
  expect(ceilingOf(folder)).toMatchObject({ workMs: 0, toolCalls: 0, modelCalls: 0 });
});

describe('a model call', () => {
  const one = (more: JsonObject = {}, setting = SETTING) =>
    ceilingOf(of([write('it', more), END], ['start:ok>it', 'it:ok>done']), setting);
  test('counts its longest answer and every byte of its request', () => {
    const short = one();
    const long = one({ instructions: 'x'.repeat(4000) });
    expect((long.tokens ?? 0) - (short.tokens ?? 0)).toBeGreaterThanOrEqual(4000 - 'Write'.length);
    expect(one({ maxOutputTokens: 500 }).tokens).toBe(short.tokens - 500);
    const openText = one({ data: { note: { '@ref': 'run.by', else: '' } } });
    expect(openText.tokens - short.tokens).toBeGreaterThan(16_000);
  });
  test('costs what the workspace says; nobody knowing the price is said, not guessed', () => {
    const priced = (price: JsonObject | undefined): Setting => ({
      ...SETTING,
      models: {
        ...SETTING.models,
        careful: [
          {
            provider: 'openai',
            model: 'at-home',
            maxOutput: 1024,
            ...(price ? { price } : {}),
          } as never,
        ],
      },
    });
    expect(one({}, priced({ input: 0, output: 10 })).costNano).toBe(10_000_000);
    expect(one({}, priced(undefined))).toMatchObject({
      costNano: null,
      unknownPrice: ['at-home'],
      atMost: { costNano: 1_000_000_000 },
    });
  });
});

test('another workflow counts as the whole budget', () => {
  const folder = of(
    [['child', 'sub_workflow', { workflow: 'other' }], END],
    ['start:ok>child', 'child:ok>done'],
    { toolCalls: 7 },
  );
  expect(ceilingOf(folder)).toMatchObject({
    toolCalls: 7,
    atMost: { toolCalls: 7, costNano: 1_000_000_000 },
  });
});

test('expense approval stays within what its chip may promise', () => {
  const folder = loadFolder(path.join(SAMPLES, 'expense-approval')).folder as Folder;
  const { atMost, modelCalls, toolCalls } = ceilingOf(folder);
  expect({ modelCalls, toolCalls }).toEqual({ modelCalls: 3, toolCalls: 3 });
  expect(atMost.costNano).toBeLessThanOrEqual(50_000_000);
  expect(atMost.minutes).toBeLessThanOrEqual(10);
});
