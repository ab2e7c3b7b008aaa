// Which model answers when the first does not: order, attempts, money, and who is asked instead.
// The models are real addresses; only their servers are other people's stand-ins.

import { LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { openKit, type Kit } from '../../e2e/kit/engine-kit.ts';
import type { Folder, ModelEntry } from '../1-document/schema.ts';
import type { Json, JsonObject } from '../base/value.ts';
import { createModels } from '../models/models.ts';
import type { Call } from '../node.ts';
import { simulatedClock, type SimulatedClock } from './clock.ts';
import type { RunView } from './view.ts';

let kit: Kit;
let clock: SimulatedClock;
let first: LLMock;
let second: LLMock;
const RIGHT = { reason: '', answer: { text: 'Hi' }, confidence: 0.9, does_not_know: false };
const USAGE = { prompt_tokens: 200, completion_tokens: 40, total_tokens: 240 };
const answers = (mock: LLMock, usage = USAGE): void =>
  void mock.onMessage(/parcel/, { content: JSON.stringify(RIGHT), usage });
const refuses = (mock: LLMock, status: number, retryAfter?: number): void =>
  void mock.onMessage(/parcel/, {
    error: { message: 'no', type: 'x' },
    status,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
const entryOf = (mock: LLMock, model: string, more: Partial<ModelEntry> = {}): ModelEntry => ({
  provider: 'openai',
  address: `${mock.url}/v1`,
  model,
  maxOutput: 1000,
  price: { input: 1, output: 4 },
  ...more,
});

beforeEach(async () => {
  [first, second] = [0, 1].map(() => new LLMock({ port: 0, host: '127.0.0.1' })) as [
    LLMock,
    LLMock,
  ];
  await Promise.all([first.start(), second.start()]);
  clock = simulatedClock();
  open();
});
/** An engine with these two models, over the record of an earlier one. */
function open(dir?: string): void {
  const { call, worst } = createModels({ env: {} });
  const script = { models: { call, worst }, tool: { pay: () => ({ n: 1 }) as Json } };
  kit = openKit(script, dir, clock);
  kit.setting.models.fast = [
    entryOf(first, 'one'),
    entryOf(second, 'two', { price: { input: 2, output: 8 } }),
  ];
}
async function again(): Promise<void> {
  await kit.engine.close();
  open(kit.dir);
  await kit.engine.recover();
}
afterEach(async () => {
  await kit.end();
  await Promise.all([first.stop(), second.stop()]);
});

/** Lets real requests come back while the engine's own time stands still. */
async function until(run: string, is: (view: RunView) => boolean): Promise<RunView> {
  for (let i = 0; i < 600; i++) {
    const view = kit.engine.run(run)!;
    if (is(view)) return view;
    await clock.advance(0);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`it did not come to that: ${JSON.stringify(kit.engine.run(run)?.effects)}`);
}
const isOver = ({ status }: RunView): boolean => status !== 'running';
const isQueued = (view: RunView): boolean => act(view)?.status === 'queued';
const act = (view: RunView) => Object.values(view.effects).find((e) => e.step === 'act');

const DRAFT = { instructions: 'Write', data: { about: 'parcel' }, maxOutputTokens: 300 };
const one = (more: JsonObject = {}, own: JsonObject = {}, rest: StepSpec[] = []): Folder => {
  const after = rest[0]?.[0] ?? 'fin';
  const [gate, pay] = [rest[0], rest.at(-1)];
  const arrows = ['start:ok>act', `act:ok>${after}`];
  if (gate && pay && gate !== pay)
    arrows.push(`${gate[0]}:approved>${pay[0]}`, `${gate[0]}:refused>fin`);
  if (pay) arrows.push(`${pay[0]}:ok>fin`);
  return drawing(
    scopeOf(
      [
        ['start', 'start'],
        ['act', 'draft', { ...DRAFT, ...own }, more],
        ...rest,
        ['fin', 'end', { outcome: 'done' }],
      ],
      arrows,
    ),
    {
      cards: [cardOf('pay', { effect: 'irreversible' })],
      rules: [
        { id: 'ok', name: 'Fine', when: { field: 'tool', op: 'is', value: 'pay' }, then: 'allow' },
      ],
    },
  );
};
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
  return started.run;
}
const asked = (): number[] => [first, second].map((mock) => mock.getRequests().length);
const PAY: StepSpec = ['pay', 'call_tool', { tool: 'pay', args: { n: 1 } }];

describe('fail-over', () => {
  test('a failure moves on to the next model at once, at its own price, and the record names it', async () => {
    refuses(first, 500);
    answers(second);
    const view = await until(await begin(one()), isOver);
    expect(view.status).toBe('done');
    expect(asked()).toEqual([1, 1]);
    expect(act(view)).toMatchObject({
      model: { name: 'two', at: new URL(second.url).host },
      attempts: [{ n: 1, model: { name: 'one' }, failure: { code: 'failure.model_down' } }],
      admission: {
        model: { name: 'two', why: { code: 'why.model_stands_in', params: { first: 'one' } } },
      },
    });
    const reserved = kit.engine
      .events(view.run, 0, 100)
      .flatMap((e) =>
        e.type === 'effect.opened' || e.type === 'effect.admitted'
          ? [e.head.admission?.reservedNano ?? 0]
          : [],
      )
      .filter((nano) => nano > 0);
    expect(reserved[1]).toBe(2 * reserved[0]!); // twice the price, reserved anew
    expect(view.usage.costNano).toBe(reserved[0]! + 200 * 2000 + 40 * 8000);
  });

  test('attempts in all are those the step declares, however many models there are', async () => {
    refuses(first, 503);
    refuses(second, 503);
    const run = await begin(one({ attempts: 3 }));
    await until(run, (v) => isQueued(v) && asked()[1] === 1);
    for (let i = 0; i < 3; i++) {
      await clock.advance(2500);
      await until(run, (v) => isOver(v) || asked()[0]! + asked()[1]! === 3);
    }
    const view = await until(run, isOver);
    expect(asked()).toEqual([2, 1]);
    expect(act(view)).toMatchObject({ status: 'failed', failure: { code: 'failure.model_down' } });
  });

  test('a model that asked for a pause is not asked before it is over, by no run', async () => {
    refuses(first, 429, 3600);
    answers(second);
    await until(await begin(one()), isOver);
    await until(await begin(one()), isOver);
    expect(asked()).toEqual([1, 2]);
    first.reset();
    answers(first);
    await clock.advance(600_000); // the longest rest anybody gets
    await until(await begin(one()), isOver);
    expect(asked()).toEqual([1, 2]); // a reset forgets what it was asked before
    expect(first.getRequests()).toHaveLength(1);
  });

  test('with nobody to stand in, the wait the server asks for is kept, under a cap', async () => {
    kit.setting.models.fast = [entryOf(first, 'one')];
    refuses(first, 429, 3600);
    const run = await begin(one());
    const view = await until(run, isQueued);
    expect(act(view)?.dueAt).toBe(clock.now() + 600_000);
  });

  test('a model that broke is passed over while another answers, and asked again after its rest', async () => {
    refuses(first, 500);
    answers(second);
    for (let i = 0; i < 10; i++) await until(await begin(one()), isOver);
    expect(asked()).toEqual([10, 10]);
    const view = await until(await begin(one()), isOver);
    expect(asked()).toEqual([10, 11]);
    expect(act(view)?.attempts).toEqual([]);
    await clock.advance(30_000);
    await until(await begin(one()), isOver);
    expect(asked()).toEqual([11, 12]);
  });

  test('a model that stands in and is slow is given up at the deadline, and the first is asked again', async () => {
    refuses(first, 500);
    second.onMessage(/parcel/, { content: JSON.stringify(RIGHT) }, { latency: 600_000 });
    const run = await begin(one({ attempts: 3 }));
    await until(run, () => asked()[1] === 1);
    first.reset();
    answers(first);
    await clock.advance(60_000);
    await until(run, isQueued);
    await clock.advance(4000);
    const view = await until(run, isOver);
    expect(view.status).toBe('done');
    expect(act(view)?.attempts.map((a) => [a.model?.name, a.failure?.code])).toEqual([
      ['one', 'failure.model_down'],
      ['two', 'failure.timed_out'],
    ]);
    expect(act(view)?.model?.name).toBe('one');
  });

  test('the model that stood in is remembered by the record when the program ends', async () => {
    refuses(first, 500);
    second.onMessage(
      /parcel/,
      { content: JSON.stringify(RIGHT), usage: USAGE },
      { latency: 60_000 },
    );
    const run = await begin(one());
    await until(run, () => asked()[1] === 1);
    second.reset();
    answers(second);
    await again();
    const view = await until(run, isOver);
    expect(first.getRequests()).toHaveLength(1); // a crash is nobody's failure
    const lost = act(view)?.attempts.find((a) => a.failure?.code === 'failure.interrupted');
    expect(lost?.model).toMatchObject({ name: 'two' });
  });
});

describe('where the answer leads to something that cannot be undone', () => {
  test('no other model stands in: the way out asks a person', async () => {
    refuses(first, 500);
    answers(second);
    const run = await begin(one({ attempts: 2 }, {}, [PAY]));
    await until(run, isQueued);
    await clock.advance(2500);
    const view = await until(run, isOver);
    expect(asked()).toEqual([2, 0]);
    expect(view.status).toBe('waiting');
    expect(Object.values(view.cards)[0]).toMatchObject({ kind: 'trouble', state: 'open' });
  });

  test('with a gate in between somebody looks anyway, so the next model may answer', async () => {
    refuses(first, 500);
    answers(second);
    const gate: StepSpec = ['gate', 'approval', { ask: 'manager', title: 'May it?' }];
    const view = await until(await begin(one({}, {}, [gate, PAY])), isOver);
    expect(asked()).toEqual([1, 1]);
    expect(view.status).toBe('waiting');
  });

  test('the step’s own word counts, both ways', async () => {
    refuses(first, 500);
    answers(second);
    await until(await begin(one({}, { standIn: 'always' }, [PAY])), isOver);
    expect(asked()).toEqual([1, 1]);
    const never = await begin(one({ attempts: 1 }, { standIn: 'never' }));
    await until(never, isOver);
    expect(asked()).toEqual([2, 1]);
  });
});

describe('limits of a model', () => {
  test('its rate is counted over all runs', async () => {
    kit.setting.models.fast = [entryOf(first, 'one', { rate: { calls: 1, perMs: 60_000 } })];
    answers(first);
    await until(await begin(one()), isOver);
    const run = await begin(one());
    const waits = await until(run, isQueued);
    expect(act(waits)?.admission?.why.code).toBe('why.rate');
    expect(asked()).toEqual([1, 0]);
    await clock.advance(60_000);
    expect((await until(run, isOver)).status).toBe('done');
  });

  test('a prompt over its window is never cut and never sent; the failure names what it is made of', async () => {
    kit.setting.models.fast = [entryOf(first, 'one', { window: 2000 })];
    const folder = one({}, { data: { letter: 'parcel '.repeat(2000) } });
    const view = await until(await begin(folder), isOver);
    expect(act(view)?.failure).toMatchObject({
      kind: 'terminal',
      code: 'failure.too_long',
      params: { part: 'letter', model: 'one', most: 1700 },
    });
    expect(asked()).toEqual([0, 0]);
    const own = await until(await begin(one({}, { longestPrompt: 100 })), isOver);
    expect(act(own)?.failure?.code).toBe('failure.too_long_for_step');
  });

  test('a model that takes more than it was given is recorded, its run held, and others asked first', async () => {
    answers(first, { prompt_tokens: 200, completion_tokens: 9000, total_tokens: 9200 });
    answers(second);
    const next: StepSpec = ['next', 'draft', DRAFT];
    const view = await until(await begin(one({}, {}, [next])), isOver);
    expect(view.status).toBe('paused');
    expect(asked()).toEqual([1, 0]);
    expect(act(view)).toMatchObject({ status: 'done', over: { given: 300, said: 9000 } });
    expect(view.usage.costNano).toBe(200 * 1000 + 9000 * 4000);
    const paused = kit.engine.events(view.run, 0, 100).find((e) => e.type === 'run.paused');
    expect(paused?.head).toMatchObject({
      why: { code: 'why.over_maximum', params: { model: 'one' } },
    });
    await until(await begin(one()), isOver);
    expect(asked()).toEqual([1, 1]);
    await again();
    await until(await begin(one()), isOver);
    expect(asked()).toEqual([1, 2]); // the mark outlives a restart
  });
});

test('a call is one request with its own attempts: the library tries nothing by itself', async () => {
  kit.setting.models.fast = [entryOf(first, 'one')];
  refuses(first, 500);
  const view = await until(await begin(one({ attempts: 1 })), isOver);
  expect(asked()).toEqual([1, 0]);
  expect(view.usage).toMatchObject({ modelCalls: 1, attempts: 1 });
  const { call } = act(view)! as { call?: Call };
  expect(call).toMatchObject({ kind: 'model' });
});
