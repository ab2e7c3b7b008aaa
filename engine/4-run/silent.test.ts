// Steps that go round in circles, steps that end the program, and reads that are asked twice.

import { afterEach, describe, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { openKit, type Kit, type Script } from '../../e2e/kit/engine-kit.ts';
import type { Folder } from '../1-document/schema.ts';
import type { Json, JsonObject } from '../base/value.ts';
import { simulatedClock, type SimulatedClock } from './clock.ts';
import type { RunView } from './view.ts';

let kit: Kit;
let clock: SimulatedClock;
/** Engines that were left lying, as a crash leaves them. */
const lost: Kit[] = [];
afterEach(async () => {
  for (const { engine } of lost.splice(0)) await engine.close();
  await kit.end();
});
const open = (script: Script): void => {
  clock = simulatedClock();
  kit = openKit(script, undefined, clock);
};
async function rest(): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await clock.advance(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
async function begin(folder: Folder): Promise<string> {
  const { engine, setting } = kit;
  const started = await engine.startRun({
    folder,
    setting,
    input: {},
    practice: false,
    pace: 'full',
  });
  if ('wrong' in started) throw new Error(started.wrong.code);
  await rest();
  return started.run;
}
const view = (run: string): RunView => kit.engine.run(run)!;
const effects = (run: string, step: string) =>
  Object.values(view(run).effects).filter((e) => e.node === step);

describe('going round in circles', () => {
  const LOOP = { maxRounds: 6, until: { field: 'round', op: 'at_least', value: 6 } };
  const round = (steps: StepSpec[], arrows: string[]): Folder =>
    drawing(
      scopeOf(
        [
          ['start', 'start'],
          ['again', 'loop', LOOP, { scope: scopeOf([['in_round', 'start'], ...steps], arrows) }],
          ['fin', 'end', { outcome: 'done' }],
        ],
        ['start:ok>again', 'again:done>fin', 'again:over>fin'],
      ),
      { cards: [cardOf('look', { alwaysFresh: true })] },
    );
  const WRITE: StepSpec = [
    'write',
    'draft',
    { instructions: 'What now?', data: {}, maxOutputTokens: 50 },
  ];
  const asks = (from: string): StepSpec => [
    'call',
    'call_tool',
    { tool: 'look', args: { text: { '@ref': `steps.${from}.value.text`, else: '' }, n: 1 } },
  ];

  test('the same call of a model for the third time in one step is not made: a person decides', async () => {
    open({ model: { write: () => ({ text: 'the same' }) }, tool: { look: () => ({ n: 1 }) } });
    const run = await begin(round([WRITE, asks('write')], ['in_round:ok>write', 'write:ok>call']));
    expect(kit.seen.filter(({ kind }) => kind === 'tool')).toHaveLength(2);
    expect(effects(run, 'call').at(-1)?.failure).toMatchObject({
      kind: 'needs_human',
      code: 'failure.repeated_call',
      params: { times: 3 },
    });
  });

  test('is counted on after a restart', async () => {
    let n = 0;
    const script: Script = {
      model: { write: () => ({ text: 'the same' }) },
      tool: {
        look: () => {
          n += 1;
          return n === 2 ? new Promise<Json>(() => {}) : { n: 1 };
        },
      },
    };
    open(script);
    const run = await begin(round([WRITE, asks('write')], ['in_round:ok>write', 'write:ok>call']));
    kit = await kit.restart();
    await rest();
    expect(effects(run, 'call').at(-1)?.failure?.code).toBe('failure.repeated_call');
    expect(effects(run, 'call')).toHaveLength(3);
  });

  test('another call every time, and a step that polls, go on to the end', async () => {
    let n = 0;
    open({
      model: { write: () => ({ text: `try ${(n += 1)}` }) },
      tool: { look: () => ({ n: 1 }) },
    });
    const other = await begin(
      round([WRITE, asks('write')], ['in_round:ok>write', 'write:ok>call']),
    );
    expect(view(other).status).toBe('done');
    await kit.end();
    open({ tool: { look: () => ({ n: 1 }) } });
    const poll = await begin(
      round([['call', 'call_tool', { tool: 'look', args: { n: 1 } }]], ['in_round:ok>call']),
    );
    expect(view(poll).status).toBe('done');
    expect(kit.seen).toHaveLength(6);
  });

  test('a prompt that grows by half from round to round is noted, never cut', async () => {
    const grown: StepSpec = [
      'write',
      'draft',
      {
        instructions: 'Go on.',
        data: { so_far: { '@ref': 'previous.write.value.text', else: '' } },
        maxOutputTokens: 50,
      },
    ];
    let n = 0;
    open({ model: { write: () => ({ text: 'more and more '.repeat((n += 1) * 10) }) } });
    const run = await begin(round([grown], ['in_round:ok>write']));
    const notes = effects(run, 'write').map(({ noted }) => noted?.code);
    expect(notes.slice(0, 2)).toEqual([undefined, 'why.prompt_grew']);
  });
});

describe('a step that ends the program', () => {
  const one = (more: JsonObject): Folder =>
    drawing(
      scopeOf(
        [
          ['start', 'start'],
          ['act', 'call_tool', { tool: 'look', args: { n: 1 } }],
          ['fin', 'end', { outcome: 'done' }],
        ],
        ['start:ok>act', 'act:ok>fin'],
      ),
      {
        cards: [cardOf('look', more)],
        rules: [
          {
            id: 'ok',
            name: 'Fine',
            when: { field: 'tool', op: 'is', value: 'look' },
            then: 'allow',
          },
        ],
      },
    );
  const hangs: Script = { tool: { look: () => new Promise<Json>(() => {}) } };
  /** The program ends as in a crash: nothing more is written. */
  async function crash(script: Script): Promise<void> {
    lost.push(kit);
    kit = openKit(script, kit.dir, clock);
    await kit.engine.recover();
    await rest();
  }

  test.each([
    ['a read', { effect: 'read' }],
    ['a call with a key', { effect: 'write', idempotency: 'key' }],
  ])(
    '%s in flight at three crashes in a row is held with a sentence; the rest goes on',
    async (_n, more) => {
      open(hangs);
      const run = await begin(one(more));
      for (let i = 1; i < 3; i++) {
        await crash(hangs);
        expect(kit.seen).toHaveLength(1);
      }
      await crash(hangs);
      expect(kit.seen).toEqual([]);
      expect(view(run).status).toBe('paused');
      const paused = kit.engine.events(run, 0, 200).findLast((e) => e.type === 'run.paused');
      expect(paused?.head).toMatchObject({
        why: { code: 'why.quarantined', params: { times: 3 } },
      });
      const other = await begin(one({ effect: 'read' }));
      expect(view(other).status).toBe('running');
      await kit.engine.resume(run);
      await rest();
      expect(kit.seen.filter(({ key }) => key.startsWith(run))).toHaveLength(1);
    },
  );

  test('a program that is closed in good order has not crashed', async () => {
    open(hangs);
    const run = await begin(one({ effect: 'read' }));
    for (let i = 0; i < 5; i++) {
      kit = await kit.restart();
      await rest();
    }
    expect(view(run).status).toBe('running');
  });
});

describe('a read that is asked twice', () => {
  const twice = drawing(
    scopeOf(
      [
        ['start', 'start'],
        [
          'each',
          'for_each',
          { items: [1, 2], concurrency: 1 },
          {
            scope: scopeOf(
              [
                ['in_each', 'start'],
                ['one', 'call_tool', { tool: 'look', args: { n: { '@ref': 'item' } } }],
              ],
              ['in_each:ok>one'],
            ),
          },
        ],
        [
          'ask',
          'question',
          {
            ask: 'manager',
            title: 'Go on?',
            fields: [{ field: { id: 'n', label: 'N', kind: 'number' } }],
          },
        ],
        ['two', 'call_tool', { tool: 'look', args: { n: 1 } }],
        ['three', 'call_tool', { tool: 'look', args: { n: 3 } }],
        ['fin', 'end', { outcome: 'done' }],
      ],
      ['start:ok>each', 'each:ok>ask', 'ask:answered>two', 'two:ok>three', 'three:ok>fin'],
    ),
    { cards: [cardOf('look')] },
  );

  test('gets its first answer again, from whichever step, and after a restart', async () => {
    let n = 0;
    open({ tool: { look: () => ({ n: (n += 1) }) } });
    const run = await begin(twice);
    expect(kit.seen).toHaveLength(2);
    kit = await kit.restart();
    await rest();
    const [asked] = kit.engine.inbox();
    await kit.engine.decide({ card: asked!.id, choice: 'answer', edit: { n: 1 } });
    await rest();
    expect(view(run).status).toBe('done');
    expect(kit.seen.map(({ step }) => step)).toEqual(['three']);
    expect(effects(run, 'two')[0]).toMatchObject({
      reused: expect.any(String),
      output: { v: { n: 1 } },
    });
  });

  test('is asked again once its first answer is older than its card allows', async () => {
    const fresh = structuredClone(twice);
    fresh.cards[0]!.freshWithinMs = 60_000;
    clock = simulatedClock();
    const used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };
    const asOf = (): string => new Date(clock.now()).toISOString();
    const steps: string[] = [];
    kit = openKit(
      {
        tools: {
          call: async (_card, { n = 0 }, { step }) => {
            steps.push(step);
            return { ok: true, used, reply: { value: { n }, asOf: asOf() } };
          },
        },
      },
      undefined,
      clock,
    );
    await begin(fresh);
    await clock.advance(60_001);
    const [asked] = kit.engine.inbox();
    await kit.engine.decide({ card: asked!.id, choice: 'answer', edit: { n: 1 } });
    await rest();
    expect(steps).toEqual(['one', 'one', 'two', 'three']);
  });
});
