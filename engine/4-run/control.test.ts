// Pause, step, resume, stop, timers and late replies, seen from outside on a real journal.

import { afterEach, describe, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import { openKit, type Kit, type Script } from '../../e2e/kit/engine-kit.ts';
import type { Folder } from '../1-document/schema.ts';
import type { JsonObject } from '../base/value.ts';
import { simulatedClock } from './clock.ts';

let kit: Kit;
afterEach(() => kit.end());

const call = (tool: string, n = 1): JsonObject => ({ tool, args: { n } });
const chain = (...ids: string[]): Folder =>
  drawing(
    scopeOf(
      [
        ['start', 'start'],
        ...ids.map((id, i) => [id, 'call_tool', call('look', i)] as [string, string, JsonObject]),
        ['fin', 'end', { outcome: 'done' }],
      ],
      ['start:ok>' + ids[0], ...ids.map((id, i) => `${id}:ok>${ids[i + 1] ?? 'fin'}`)],
    ),
    { cards: [cardOf('look')] },
  );

async function begin(folder: Folder, input: JsonObject = {}): Promise<string> {
  const started = await kit.engine.startRun({
    folder,
    setting: kit.setting,
    input,
    practice: true,
    pace: 'full',
  });
  if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
  return started.run;
}

/** A tool that answers only when told to. */
function gated(): { script: Script; open: () => void; waiting: () => number } {
  const waiting: (() => void)[] = [];
  return {
    script: {
      tool: { look: ({ n = 0 }) => new Promise((resolve) => waiting.push(() => resolve({ n }))) },
    },
    open: () => waiting.splice(0).forEach((go) => go()),
    waiting: () => waiting.length,
  };
}
const until = async (is: () => boolean): Promise<void> => {
  for (let i = 0; i < 500 && !is(); i++) await new Promise((r) => setTimeout(r, 2));
  expect(is()).toBe(true);
};

describe('pause', () => {
  test('what is in flight is recorded, and nothing new starts until resume', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const run = await begin(chain('a', 'b'));
    await until(() => gate.waiting() === 1);
    expect(await kit.engine.pause(run)).toEqual({ ok: true });
    expect(kit.engine.finishing(run)).toEqual([{ step: 'a', name: 'a' }]);
    gate.open();
    const paused = await kit.engine.settled(run);
    expect(paused.status).toBe('paused');
    expect(paused.path.map((p) => p.step)).toEqual(['start', 'a']);
    expect(kit.seen.map((s) => s.step)).toEqual(['a']);
    await kit.engine.resume(run);
    await until(() => gate.waiting() === 1);
    gate.open();
    expect((await kit.engine.settled(run)).status).toBe('done');
    expect(kit.seen.map((s) => s.step)).toEqual(['a', 'b']);
  });

  test('step performs exactly one effect', async () => {
    kit = openKit({ tool: { look: ({ n = 0 }) => ({ n }) } });
    const folder = { ...chain('a', 'b', 'c') };
    folder.workflow = { ...folder.workflow, breakpoints: ['a'] };
    const run = await begin(folder);
    expect((await kit.engine.settled(run)).status).toBe('paused');
    expect(kit.seen).toEqual([]);
    await kit.engine.step(run);
    await kit.engine.settled(run);
    expect(kit.seen.map((s) => s.step)).toEqual(['a']);
    await kit.engine.step(run);
    await kit.engine.settled(run);
    expect(kit.seen.map((s) => s.step)).toEqual(['a', 'b']);
    await kit.engine.resume(run);
    expect((await kit.engine.settled(run)).status).toBe('done');
  });

  test('a paused run stays paused over a restart and nothing is done twice', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const run = await begin(chain('a', 'b'));
    await until(() => gate.waiting() === 1);
    await kit.engine.pause(run);
    gate.open();
    await kit.engine.settled(run);
    kit = await kit.restart();
    expect(kit.engine.run(run)?.status).toBe('paused');
    await kit.engine.resume(run);
    await until(() => gate.waiting() === 1);
    gate.open();
    const view = await kit.engine.settled(run);
    expect(view.status).toBe('done');
    expect(kit.seen.map((s) => s.step)).toEqual(['b']);
  });
});

describe('stop', () => {
  test('closes the run with a receipt, and a late reply is recorded as dropped', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const run = await begin(chain('a', 'b'));
    await until(() => gate.waiting() === 1);
    const stopped = await kit.engine.stop(run, 'dana_ruiz');
    expect(stopped).toMatchObject({ receipt: { notDone: ['a'], waiting: [], unknown: [] } });
    expect(kit.engine.run(run)?.status).toBe('stopped');
    gate.open();
    await until(() => kit.engine.events(run, 0, 1000).some((e) => e.type === 'effect.dropped'));
    expect(kit.engine.run(run)?.path.map((p) => p.step)).toEqual(['start']);
    expect(await kit.engine.resume(run)).toMatchObject({ wrong: { code: 'run.not_active' } });
  });

  test('reaches every child in the same commit', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const body = scopeOf(
      [
        ['in', 'start'],
        ['each_call', 'call_tool', { tool: 'look', args: { n: { '@ref': 'item' } } }],
      ],
      ['in:ok>each_call'],
    );
    const folder = drawing(
      scopeOf(
        [
          ['start', 'start'],
          ['every', 'for_each', { items: [1, 2, 3], concurrency: 3 }, { scope: body }],
          ['fin', 'end', { outcome: 'done' }],
        ],
        ['start:ok>every', 'every:ok>fin'],
      ),
      { cards: [cardOf('look')] },
    );
    const run = await begin(folder);
    await until(() => gate.waiting() === 3);
    await kit.engine.stop(run);
    const ended = kit.engine.events(run, 0, 1000).filter((e) => e.type === 'run.ended');
    expect(ended).toHaveLength(4);
    gate.open();
  });
});

test('a reply that nobody waits for any more is recorded as dropped and changes nothing', async () => {
  const slow = gated();
  const tool = { look: slow.script.tool!['look']!, quick: () => ({ n: 1 }) };
  kit = openKit({ tool });
  const folder = drawing(
    scopeOf(
      [
        ['start', 'start'],
        ['slow', 'call_tool', call('look')],
        ['quick', 'call_tool', call('quick')],
        ['first', 'join', {}, { join: 'first' }],
        ['later', 'wait', { ms: 80 }],
        ['fin', 'end', { outcome: 'done' }],
      ],
      [
        'start:ok>slow',
        'start:ok>quick',
        'slow:ok>first',
        'quick:ok>first',
        'first:ok>later',
        'later:ok>fin',
      ],
    ),
    { cards: [cardOf('look'), cardOf('quick')] },
  );
  const run = await begin(folder);
  await until(() => kit.engine.run(run)?.path.some((p) => p.step === 'quick') ?? false);
  slow.open();
  await until(() => kit.engine.events(run, 0, 1000).some((e) => e.type === 'effect.dropped'));
  await until(() => kit.engine.run(run)?.status === 'done');
  expect(kit.engine.run(run)?.path.map((p) => p.step)).not.toContain('slow');
});

test('a wait is a durable timer: it fires after a restart at its own time', async () => {
  const clock = simulatedClock();
  const folder = drawing(
    scopeOf(
      [
        ['start', 'start'],
        ['nap', 'wait', { ms: 3_600_000 }],
        ['fin', 'end', { outcome: 'done' }],
      ],
      ['start:ok>nap', 'nap:ok>fin'],
    ),
  );
  kit = openKit({}, undefined, clock);
  const run = await begin(folder);
  expect((await kit.engine.settled(run)).status).toBe('waiting');
  kit = await kit.restart();
  await clock.advance(3_500_000);
  expect(kit.engine.run(run)?.status).toBe('waiting');
  await clock.advance(200_000);
  await until(() => kit.engine.run(run)?.status === 'done');
});

test('a for-each gives its results in item order, and its value can be used later', async () => {
  kit = openKit({
    tool: {
      look: async ({ n = 0 }) => (
        await new Promise((r) => setTimeout(r, 8 - 2 * Number(n))),
        { n }
      ),
    },
  });
  const body = scopeOf(
    [
      ['in', 'start'],
      ['each_call', 'call_tool', { tool: 'look', args: { n: { '@ref': 'item' } } }],
    ],
    ['in:ok>each_call'],
  );
  const folder = drawing(
    scopeOf(
      [
        ['start', 'start'],
        ['every', 'for_each', { items: [1, 2, 3, 4], concurrency: 2 }, { scope: body }],
        [
          'fin',
          'end',
          { outcome: 'done', output: { all: { '@ref': 'steps.every.value', else: [] } } },
        ],
      ],
      ['start:ok>every', 'every:ok>fin'],
    ),
    { cards: [cardOf('look')] },
  );
  const run = await begin(folder);
  const view = await kit.engine.settled(run);
  expect(view.failure).toBeUndefined();
  expect(view.output?.v).toEqual({ all: [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }] });
});
