// How often the world is asked, over all runs and through restarts: rates, places, breakers.

import { afterEach, describe, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import { openKit, type Kit, type Script } from '../../e2e/kit/engine-kit.ts';
import type { Folder } from '../1-document/schema.ts';
import type { Json, JsonObject } from '../base/value.ts';
import { simulatedClock, type SimulatedClock } from './clock.ts';
import type { RunView } from './view.ts';

let kit: Kit;
let clock: SimulatedClock;
afterEach(() => kit.end());

const open = (script: Script): void => {
  clock = simulatedClock();
  kit = openKit(script, undefined, clock);
};
/** Everything that can happen without time passing has happened. */
async function rest(): Promise<void> {
  for (let i = 0; i < 12; i++) {
    await clock.advance(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
async function begin(folder: Folder, practice = false): Promise<string> {
  const { engine, setting } = kit;
  const started = await engine.startRun({ folder, setting, input: {}, practice, pace: 'full' });
  if ('wrong' in started) throw new Error(started.wrong.code);
  await rest();
  return started.run;
}
async function later(ms: number): Promise<void> {
  await clock.advance(ms);
  await rest();
}
const view = (run: string): RunView => kit.engine.run(run)!;
const effectOf = (run: string, step = 'act') =>
  Object.values(view(run).effects).find((e) => e.step === step)!;

const one = (card: JsonObject, more: JsonObject = {}, args: JsonObject = { n: 1 }): Folder =>
  drawing(
    scopeOf(
      [
        ['start', 'start'],
        ['act', 'call_tool', { tool: 'look', args }, more],
        ['fin', 'end', { outcome: 'done' }],
      ],
      ['start:ok>act', 'act:ok>fin'],
    ),
    { cards: [cardOf('look', { alwaysFresh: true, ...card })] },
  );
const ok: Script = { tool: { look: ({ n = 0 }) => ({ n }) } };
const rate = { calls: 2, perMs: 60_000 };

describe('a rate', () => {
  test('holds over all runs, and whoever waits is told why and starts when it is due', async () => {
    open(ok);
    const folder = one({ rate });
    const runs = [];
    for (let i = 0; i < 5; i++) runs.push(await begin(folder));
    expect(kit.seen).toHaveLength(2);
    expect(effectOf(runs[2]!)).toMatchObject({
      status: 'queued',
      admission: { decision: 'queue', why: { code: 'why.rate' } },
      dueAt: clock.now() + 60_000,
    });
    await later(60_000);
    expect(kit.seen).toHaveLength(4);
    expect(view(runs[3]!).status).toBe('done');
    expect(view(runs[4]!).status).toBe('running');
    await later(60_000);
    expect(kit.seen).toHaveLength(5);
    expect(runs.map((run) => view(run).status)).toEqual(Array(5).fill('done'));
  });

  test('is still counted after a restart', async () => {
    open(ok);
    const folder = one({ rate });
    const first = await begin(folder);
    await later(20_000);
    await begin(folder);
    expect(view(first).status).toBe('done');
    await later(10_000);
    kit = await kit.restart();
    const third = await begin(folder);
    expect(kit.seen).toEqual([]); // this engine made no call: both were before the restart
    expect(effectOf(third).dueAt).toBe(clock.now() + 30_000);
    await later(30_000);
    expect(kit.seen).toHaveLength(1);
    expect(view(third).status).toBe('done');
  });

  test('who waited before a restart waits after it, and in the same order', async () => {
    open(ok);
    const folder = one({ rate: { calls: 1, perMs: 60_000 } });
    await begin(folder);
    const second = await begin(folder);
    const third = await begin(folder);
    kit = await kit.restart();
    await rest();
    expect(kit.seen).toEqual([]);
    await later(60_000);
    expect([view(second).status, view(third).status]).toEqual(['done', 'running']);
    await later(60_000);
    expect(view(third).status).toBe('done');
  });

  test('a call that is answered by an earlier one meanwhile gives its place in line to the next', async () => {
    open(ok);
    const card = cardOf('look', { alwaysFresh: false, rate: { calls: 1, perMs: 60_000 } });
    const twice = drawing(
      scopeOf(
        [
          ['start', 'start'],
          ['act', 'call_tool', { tool: 'look', args: { n: 1 } }],
          ['again', 'call_tool', { tool: 'look', args: { n: 1 } }],
          ['both', 'join'],
          ['fin', 'end', { outcome: 'done' }],
        ],
        ['start:ok>act', 'start:ok>again', 'act:ok>both', 'again:ok>both', 'both:ok>fin'],
      ),
      { cards: [card] },
    );
    const first = await begin(twice);
    const second = await begin(twice);
    await later(60_000);
    expect([view(first).status, kit.seen.length]).toEqual(['done', 2]);
    await later(60_000);
    expect([view(second).status, kit.seen.length]).toEqual(['done', 2]);
    await begin(twice);
    await later(60_000);
    expect(kit.seen).toHaveLength(3);
  });

  test('holds in practice, too, and practice does not use up the real one', async () => {
    open(ok);
    const folder = one({ rate: { calls: 1, perMs: 60_000 } });
    await begin(folder, true);
    const waits = await begin(folder, true);
    const real = await begin(folder);
    expect(view(waits).status).toBe('running');
    expect(view(real).status).toBe('done');
  });

  test('a run that is stopped gives its place in line to the next', async () => {
    open(ok);
    const folder = one({ rate: { calls: 1, perMs: 60_000 } });
    await begin(folder);
    const second = await begin(folder);
    const third = await begin(folder);
    await kit.engine.stop(second);
    await later(60_000);
    expect(view(third).status).toBe('done');
    expect(kit.seen).toHaveLength(2);
  });

  test('a run that is paused loses its place, and gets it back when it goes on', async () => {
    open(ok);
    const folder = one({ rate: { calls: 1, perMs: 60_000 } });
    await begin(folder);
    const second = await begin(folder);
    const third = await begin(folder);
    await kit.engine.pause(second);
    await later(120_000);
    expect([view(second).status, view(third).status]).toEqual(['paused', 'done']);
    await kit.engine.resume(second);
    await rest();
    await later(60_000);
    expect(view(second).status).toBe('done');
  });
});

describe('calls at once', () => {
  const held = (): { script: Script; answers: ((v: Json) => void)[] } => {
    const answers: ((v: Json) => void)[] = [];
    const look = (): Promise<Json> => new Promise((resolve) => answers.push(resolve));
    return { script: { tool: { look } }, answers };
  };

  test('are never more than declared, over all runs, and a free place goes to the next', async () => {
    const { script, answers } = held();
    open(script);
    const folder = one({ concurrency: 2 });
    const runs = [];
    for (let i = 0; i < 5; i++) runs.push(await begin(folder));
    expect(kit.seen).toHaveLength(2);
    expect(effectOf(runs[2]!).admission?.why).toEqual({
      code: 'why.places_taken',
      params: { most: 2 },
    });
    for (let i = 0; i < 5; i++) {
      expect(runs.map((run) => view(run).status).filter((s) => s === 'done')).toHaveLength(i);
      answers[i]!({ n: 1 });
      await rest();
      expect(view(runs[i]!).status).toBe('done');
      expect(kit.seen).toHaveLength(Math.min(5, i + 3));
    }
  });

  test('a call that is given up frees its place', async () => {
    const { script } = held();
    open(script);
    const folder = one({ concurrency: 1 });
    const first = await begin(folder);
    await begin(folder);
    await kit.engine.stop(first);
    await rest();
    expect(kit.seen).toHaveLength(2);
  });

  test('what was under way at a crash is under way again, and still counts', async () => {
    const { script } = held();
    open(script);
    const folder = one({ concurrency: 1, effect: 'write', idempotency: 'key' });
    folder.rules.push({
      id: 'ok',
      name: 'Fine',
      when: { field: 'tool', op: 'is', value: 'look' },
      then: 'allow',
    });
    await begin(folder);
    await begin(folder);
    kit = await kit.restart();
    await rest();
    expect(kit.seen).toHaveLength(1); // the same call under its key; the other still waits
  });
});

describe('a breaker', () => {
  const down: Script = { tool: { look: () => undefined as unknown as Json } };
  const broken = async (): Promise<Folder> => {
    open(down);
    const folder = one({}, { attempts: 1 });
    for (let i = 0; i < 10; i++) await begin(folder);
    expect(kit.seen).toHaveLength(10);
    return folder;
  };

  test('opens when tries fail: the next call waits, in words, until one of them is the trial', async () => {
    const folder = await broken();
    const eleventh = await begin(folder);
    const twelfth = await begin(folder);
    expect(kit.seen).toHaveLength(10);
    expect(effectOf(eleventh)).toMatchObject({
      status: 'queued',
      dueAt: clock.now() + 30_000,
      admission: { why: { code: 'why.breaker_errors', params: { failed: 10, n: 10 } } },
    });
    down.tool!['look'] = () => ({ n: 1 });
    await later(30_000);
    expect([view(eleventh).status, view(twelfth).status]).toEqual(['done', 'done']);
    down.tool!['look'] = () => undefined as unknown as Json;
  });

  test('a trial that fails lets nobody else through', async () => {
    const folder = await broken();
    await begin(folder);
    const twelfth = await begin(folder);
    await later(30_000);
    expect(kit.seen).toHaveLength(11);
    expect(effectOf(twelfth)).toMatchObject({ status: 'queued' });
  });

  test('is still open after a restart', async () => {
    const folder = await broken();
    await later(10_000);
    kit = await kit.restart();
    const run = await begin(folder);
    expect(kit.seen).toEqual([]);
    expect(effectOf(run)).toMatchObject({ status: 'queued', dueAt: clock.now() + 20_000 });
  });

  test('opens on latency over what the card allows, and on nothing else', async () => {
    open({ tool: { look: () => clock.advance(500).then(() => ({ n: 1 })) } });
    const folder = one({ latencyMs: 400 });
    for (let i = 0; i < 20; i++) await begin(folder);
    const run = await begin(folder);
    expect(effectOf(run).admission?.why).toEqual({
      code: 'why.breaker_slow',
      params: { ms: 500, most: 400 },
    });
    expect(kit.seen).toHaveLength(20);
  });

  test('practice never breaks: what is played fails as often as its script says', async () => {
    open(down);
    const folder = one({}, { attempts: 1 });
    for (let i = 0; i < 12; i++) await begin(folder, true);
    expect(kit.seen).toHaveLength(12);
  });
});

test('a call without limits leaves nothing behind that was not there before', async () => {
  open(ok);
  const run = await begin(one({}), true);
  const events = kit.engine.events(run, 0, 100);
  const heads = JSON.stringify(events.map(({ head }) => head));
  expect(heads).not.toContain('"restMs"');
  expect(
    events.find((e) => e.type === 'effect.settled' && e.head.step === 'act')?.head,
  ).not.toHaveProperty('tool');
});
