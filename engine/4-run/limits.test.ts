// Limits of runs, days, child workflows and steps, and what a person makes of them, seen from
// outside on a real journal.

import { afterEach, describe, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { openKit, type Kit, type Script } from '../../e2e/kit/engine-kit.ts';
import type { Folder, Setting } from '../1-document/schema.ts';
import type { JsonObject } from '../base/value.ts';
import { simulatedClock } from './clock.ts';
import type { CardView } from './view.ts';

let kit: Kit;
afterEach(() => kit.end());

const SCRIPT: Script = { tool: { look: ({ n = 0 }) => ({ n }), note: ({ n = 0 }) => ({ n }) } };
const CARDS = [cardOf('look', { alwaysFresh: true }), cardOf('note', { effect: 'write' })];
const RULES: Folder['rules'] = [
  { id: 'free', name: 'Free', when: { field: 'tool', op: 'is', value: 'note' }, then: 'allow' },
];
const call = (n: number, more: JsonObject = {}): [JsonObject, JsonObject] => [
  { tool: 'look', args: { n } },
  more,
];
const look = (id: string, n = 1, more: JsonObject = {}): StepSpec => [
  id,
  'call_tool',
  ...call(n, more),
];

/** Steps one after another. */
function chain(
  steps: StepSpec[],
  more: JsonObject & { id?: string; budget?: JsonObject } = {},
): Folder {
  const ids = steps.map(([id]) => id);
  const arrows = ids.map((id, i) => `${id}:ok>${ids[i + 1] ?? 'fin'}`);
  return drawing(
    scopeOf(
      [['start', 'start'], ...steps, ['fin', 'end', { outcome: 'done' }]],
      [`start:ok>${ids[0] ?? ''}`, ...arrows],
    ),
    { cards: CARDS, rules: RULES, ...more },
  );
}
/** Many calls side by side. */
const wide = (n: number, budget: JsonObject, more: JsonObject = {}): Folder => {
  const ids = Array.from({ length: n }, (_, i) => `s${i}`);
  return drawing(
    scopeOf(
      [
        ['start', 'start'],
        ...ids.map((id, i) => look(id, i, more)),
        ['all', 'join', {}, { join: 'all' }],
        ['fin', 'end', { outcome: 'done' }],
      ],
      [...ids.flatMap((id) => [`start:ok>${id}`, `${id}:ok>all`]), 'all:ok>fin'],
    ),
    { cards: CARDS, budget },
  );
};

type Start = { library?: Record<string, Folder>; setting?: Setting };
async function begin(folder: Folder, { library, setting }: Start = {}): Promise<string> {
  const started = await kit.engine.startRun({
    folder,
    setting: setting ?? kit.setting,
    input: {},
    practice: true,
    pace: 'full',
    ...(library ? { library } : {}),
  });
  if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
  await kit.engine.settled(started.run);
  return started.run;
}
const asked = (): CardView[] => kit.engine.inbox();
async function decide(choice: string): Promise<void> {
  const [card] = asked();
  const made = await kit.engine.decide({ card: card?.id ?? '', choice, by: card?.to });
  if ('wrong' in made) throw new Error(JSON.stringify(made.wrong));
  await kit.engine.settled(card?.run.split(':')[0] ?? '');
}
const calls = (): number => kit.seen.length;

describe('parallel steps at one limit', () => {
  test('share one card, and an extension lets as many go on as it has room for', async () => {
    kit = openKit(SCRIPT);
    const run = await begin(wide(8, { toolCalls: 3 }));
    expect(calls()).toBe(3);
    expect(asked().map(({ kind, body }) => [kind, body.limit?.counter, body.limit?.cap])).toEqual([
      ['limit', 'toolCalls', 3],
    ]);
    await decide('extend');
    expect(calls()).toBe(5);
    expect(asked()).toHaveLength(1);
    await decide('extend');
    expect(calls()).toBe(8);
    expect(kit.engine.run(run)?.status).toBe('done');
  });

  test('end together when a person finishes there, and nobody is asked again', async () => {
    kit = openKit(SCRIPT);
    const run = await begin(wide(8, { toolCalls: 3 }));
    await decide('finish');
    const view = kit.engine.run(run);
    expect([view?.status, view?.outcome, calls()]).toEqual(['done', 'stopped_at_limit', 3]);
    expect(asked()).toEqual([]);
    expect(Object.values(view?.cards ?? {})).toHaveLength(1);
  });

  test('still share it after a restart', async () => {
    kit = openKit(SCRIPT);
    const run = await begin(wide(6, { toolCalls: 2 }));
    kit = await kit.restart();
    await kit.engine.settled(run);
    expect(asked()).toHaveLength(1);
    await decide('extend');
    expect([calls(), asked().length]).toEqual([1, 1]);
  });

  test('are asked about anew when the card goes away without an answer', async () => {
    const waiting: (() => void)[] = [];
    const slow = (): Promise<JsonObject> =>
      new Promise((resolve) => waiting.push(() => resolve({ n: 1 })));
    kit = openKit({ tool: { ...SCRIPT.tool, note: slow } });
    const folder = drawing(
      scopeOf(
        [
          ['start', 'start'],
          ['quick', 'call_tool', { tool: 'note', args: { n: 1 } }],
          look('asks'),
          ['first', 'join', {}, { join: 'first' }],
          look('behind', 2),
          ['all', 'join', {}, { join: 'all' }],
          ['fin', 'end', { outcome: 'done' }],
        ],
        [
          'start:ok>quick',
          'start:ok>asks',
          'start:ok>behind',
          'quick:ok>first',
          'asks:ok>first',
          'first:ok>all',
          'behind:ok>all',
          'all:ok>fin',
        ],
      ),
      { cards: CARDS, rules: RULES, budget: { toolCalls: 1 } },
    );
    const started = await kit.engine.startRun({
      folder,
      setting: kit.setting,
      input: {},
      practice: true,
      pace: 'full',
    });
    if ('wrong' in started) throw new Error(started.wrong.code);
    await expect.poll(() => waiting.length).toBe(1);
    expect(asked().map(({ step }) => step)).toEqual(['asks']);
    waiting.forEach((go) => go());
    await expect.poll(() => asked().map(({ step }) => step)).toEqual(['behind']);
    await decide('extend');
    expect(kit.engine.run(started.run)?.status).toBe('done');
  });
});

describe("a step's own limit", () => {
  const loop = (budget: JsonObject): Folder =>
    drawing(
      scopeOf(
        [
          ['start', 'start'],
          [
            'round',
            'loop',
            { maxRounds: 5, until: { field: 'round', op: 'is', value: 99 } },
            { scope: scopeOf([['in', 'start'], look('ask', 1, { budget })], ['in:ok>ask']) },
          ],
          look('free', 2),
          ['fin', 'end', { outcome: 'done' }],
        ],
        ['start:ok>round', 'round:done>free', 'round:over>free', 'free:ok>fin'],
      ),
      { cards: CARDS },
    );

  test('counts over all its visits and is the one that is extended', async () => {
    kit = openKit(SCRIPT);
    const folder = loop({ toolCalls: 2 });
    const run = await begin(folder);
    const [card] = asked();
    expect(card?.body).toMatchObject({
      detail: { code: 'why.limit.own.toolCalls', params: { of: 'ask' } },
      limit: { counter: 'toolCalls', used: 2, cap: 2, of: 'step', name: 'ask' },
    });
    for (let i = 0; i < 4 && asked().length; i++) await decide('extend');
    expect(kit.engine.run(run)?.status).toBe('done');
    expect(calls()).toBe(6);
    const raised = kit.engine.events(run, 0, 1000).filter((e) => e.type === 'limit.extended');
    expect(raised.map((e) => e.head.account)).toEqual(raised.map(() => `${run}/ask`));
  });

  test('holds everything inside a container, items and sub-workflows included', async () => {
    const inner = chain([look('deep')], { id: 'inner' });
    const body = scopeOf(
      [
        ['in', 'start'],
        ['sub', 'sub_workflow', { workflow: 'inner' }],
      ],
      ['in:ok>sub'],
    );
    const folder = chain([
      [
        'every',
        'for_each',
        { items: [1, 2, 3], concurrency: 1 },
        { scope: body, budget: { toolCalls: 2 } },
      ],
    ]);
    kit = openKit(SCRIPT);
    const run = await begin(folder, { library: { inner } });
    expect([calls(), asked()[0]?.body.limit]).toMatchObject([2, { account: `${run}/every` }]);
    kit = await kit.restart();
    await kit.engine.settled(run);
    await decide('extend');
    expect([calls(), kit.engine.run(run)?.status]).toEqual([1, 'done']);
  });

  test('gives back what was not used, and keeps what a crash left in flight', async () => {
    const gate: (() => void)[] = [];
    const hang = (): Promise<JsonObject> =>
      new Promise((resolve) => gate.push(() => resolve({ n: 1 })));
    kit = openKit({ tool: { look: hang } });
    const folder = chain([look('ask', 1, { budget: { attempts: 2 } })]);
    const started = await kit.engine.startRun({
      folder,
      setting: kit.setting,
      input: {},
      practice: true,
      pace: 'full',
    });
    if ('wrong' in started) throw new Error(started.wrong.code);
    await expect.poll(() => gate.length).toBe(1);
    kit = await kit.restart();
    await expect.poll(() => gate.length).toBe(2);
    kit = await kit.restart();
    await expect.poll(() => asked()[0]?.body.limit).toMatchObject({ counter: 'attempts', used: 2 });
    gate.forEach((go) => go());
  });

  test('that stops ends the run naming it, and no arrow takes it for an error', async () => {
    kit = openKit(SCRIPT);
    const folder = chain([look('a'), look('b', 2, { budget: { toolCalls: 0, onLimit: 'stop' } })]);
    folder.workflow.scope.edges.push({ from: 'b', port: 'error', to: 'fin' });
    const view = kit.engine.run(await begin(folder));
    expect([view?.status, view?.failure?.code, calls()]).toEqual([
      'failed',
      'failure.limit.toolCalls',
      1,
    ]);
  });
});

describe("a child's own budget", () => {
  const parent = (budget: JsonObject = {}): Folder =>
    chain([['sub', 'sub_workflow', { workflow: 'inner' }], look('after', 9)], { budget });
  const inner = (budget: JsonObject): Folder =>
    chain([look('one'), look('two', 2), look('three', 3)], { id: 'inner', budget });

  test('is a further cap: what it used counts against the root too', async () => {
    kit = openKit(SCRIPT);
    const run = await begin(parent(), { library: { inner: inner({ toolCalls: 2 }) } });
    expect(asked()[0]?.body.limit).toMatchObject({ of: 'child', cap: 2, name: 'Drawn' });
    await decide('extend');
    const view = kit.engine.run(run);
    expect([view?.status, view?.usage.toolCalls]).toEqual(['done', 4]);
  });

  test('finished at ends the child alone, and its missing answer is no answer', async () => {
    kit = openKit(SCRIPT);
    const run = await begin(parent(), { library: { inner: inner({ toolCalls: 2 }) } });
    await decide('finish');
    expect(calls()).toBe(2);
    const [card] = asked();
    expect([card?.kind, card?.body.detail?.code]).toEqual(['trouble', 'failure.child_at_limit']);
    expect(kit.engine.run(run)?.children[0]?.status).toBe('done');
  });

  test("cannot lift the root's: the root's limit inside a child ends the root", async () => {
    kit = openKit(SCRIPT);
    const run = await begin(parent({ toolCalls: 2 }), {
      library: { inner: inner({ toolCalls: 50 }) },
    });
    expect(asked()[0]?.body.limit).toMatchObject({ cap: 2 });
    expect(asked()[0]?.body.limit?.of).toBeUndefined();
    await decide('finish');
    const view = kit.engine.run(run);
    expect([view?.status, view?.outcome, asked().length]).toEqual(['done', 'stopped_at_limit', 0]);
  });

  test('stop on its card stops the whole root', async () => {
    kit = openKit(SCRIPT);
    const run = await begin(parent(), { library: { inner: inner({ toolCalls: 2 }) } });
    await decide('stop');
    const view = kit.engine.run(run);
    expect([view?.status, view?.receipt?.done.length]).toEqual(['stopped', 4]);
    expect(asked()).toEqual([]);
    const ended = kit.engine.events(run, 0, 1000).filter((e) => e.type === 'run.ended');
    expect(ended.map((e) => e.head.status)).toEqual(['stopped', 'stopped']);
  });
});

describe('the limits of a day', () => {
  const small = (more: JsonObject): Setting => {
    const { setting } = kit;
    const dailyBudget = { costUsd: 5, ...more };
    return { ...setting, workspace: { ...setting.workspace, dailyBudget } };
  };

  test.each([
    ['toolCalls', { toolCalls: 3 }],
    ['attempts', { attempts: 3 }],
  ])('hold all runs together: %s', async (counter, budget) => {
    kit = openKit(SCRIPT);
    const setting = small(budget);
    const one = await begin(chain([look('a'), look('b', 2)]), { setting });
    const two = await begin(chain([look('a'), look('b', 2)]), { setting });
    expect([kit.engine.run(one)?.status, kit.engine.run(two)?.status]).toEqual(['done', 'waiting']);
    expect(asked()[0]?.body).toMatchObject({
      detail: { code: `why.limit.day.${counter}` },
      limit: { of: 'day', counter, used: 3, cap: 3 },
    });
  });

  test('are remembered over a restart, and a raised day is there for every run', async () => {
    kit = openKit(SCRIPT);
    const setting = small({ toolCalls: 2 });
    await begin(chain([look('a'), look('b', 2)]), { setting });
    kit = await kit.restart();
    const runs = [
      await begin(chain([look('a')]), { setting }),
      await begin(chain([look('b')]), { setting }),
    ];
    expect(asked()).toHaveLength(2);
    await decide('extend');
    await Promise.all(runs.map((run) => kit.engine.settled(run)));
    const states = new Set(runs.map((run) => kit.engine.run(run)?.status));
    expect(states).toEqual(new Set(['done', 'waiting']));
    expect(asked()).toHaveLength(1);
    await decide('extend');
    expect(runs.map((run) => kit.engine.run(run)?.status)).toEqual(['done', 'done']);
  });

  test('begin anew at midnight', async () => {
    const clock = simulatedClock(Date.UTC(2026, 10, 20, 23, 59, 59));
    kit = openKit(SCRIPT, undefined, clock);
    const setting = small({ toolCalls: 1 });
    await begin(chain([look('a')]), { setting });
    await begin(chain([look('a')]), { setting });
    expect(asked()).toHaveLength(1);
    await clock.advance(2000);
    const run = await begin(chain([look('a')]), { setting });
    expect(kit.engine.run(run)?.status).toBe('done');
  });
});

test('a stop set at a wait is met', async () => {
  const clock = simulatedClock();
  kit = openKit(SCRIPT, undefined, clock);
  const folder = chain([['nap', 'wait', { ms: 60_000 }], look('a')]);
  folder.workflow.breakpoints = ['nap'];
  const run = await begin(folder);
  expect(kit.engine.run(run)?.status).toBe('paused');
  await clock.advance(61_000);
  expect(kit.engine.run(run)?.path.map(({ step }) => step)).toEqual(['start']);
  await kit.engine.resume(run);
  await kit.engine.settled(run);
  expect(kit.engine.run(run)?.status).toBe('done');
});

test('a card opened on resume shows the deadline of its timer', async () => {
  const clock = simulatedClock();
  kit = openKit(SCRIPT, undefined, clock);
  const gate: StepSpec = [
    'gate',
    'approval',
    { ask: 'manager', title: 'Go on?', fields: [], covers: [], withinMs: 3_600_000 },
  ];
  const folder = drawing(
    scopeOf(
      [
        ['start', 'start'],
        gate,
        ['fin', 'end', { outcome: 'done' }],
        ['late', 'end', { outcome: 'refused' }],
      ],
      ['start:ok>gate', 'gate:approved>fin', 'gate:timeout>late'],
    ),
    { breakpoints: ['gate'] },
  );
  const run = await begin(folder);
  await clock.advance(1_800_000);
  await kit.engine.resume(run);
  await kit.engine.settled(run);
  const timer = Object.values(kit.engine.run(run)?.effects ?? {}).find((e) => e.kind === 'timer');
  expect(asked()[0]?.deadline).toBe(timer?.dueAt);
});
