// Runs about the same thing, tags, and starting once, seen from outside on a real journal.

import { afterEach, describe, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { openKit, type Kit, type Script } from '../../e2e/kit/engine-kit.ts';
import type { Folder, Workflow } from '../1-document/schema.ts';
import type { JsonObject } from '../base/value.ts';
import { simulatedClock } from './clock.ts';

let kit: Kit;
afterEach(() => kit.end());

type Rule = NonNullable<Workflow['overlap']>['rule'];
const INPUT: Folder['workflow']['input'] = [
  { id: 'claim', label: 'Claim', kind: 'text', required: true },
  { id: 'customer', label: 'Customer', kind: 'text' },
];

/** A workflow about a claim: a call, and before it whatever a test puts there. */
function about(rule: Rule, before: StepSpec[] = []): Folder {
  const steps: StepSpec[] = [...before, ['work', 'call_tool', { tool: 'look', args: { n: 1 } }]];
  const ids = steps.map(([id]) => id);
  const made = drawing(
    scopeOf(
      [['start', 'start'], ...steps, ['fin', 'end', { outcome: 'done' }]],
      [`start:ok>${ids[0]}`, ...ids.map((id, i) => `${id}:ok>${ids[i + 1] ?? 'fin'}`)],
    ),
    { cards: [cardOf('look', { alwaysFresh: true })], input: INPUT },
  );
  const key = { '@ref': 'input.claim' };
  return {
    ...made,
    workflow: {
      ...made.workflow,
      overlap: { key, rule },
      tags: { customer: { '@ref': 'input.customer' }, area: 'claims' },
    },
  };
}

type Given = { claim?: string; customer?: string; once?: { key: string; of: string } };
const start = (folder: Folder, { once, ...input }: Given = {}) =>
  kit.engine.startRun({
    folder,
    setting: kit.setting,
    input: { claim: 'c1', ...input },
    practice: true,
    pace: 'full',
    ...(once ? { once } : {}),
  });
async function begin(folder: Folder, given: Given = {}): Promise<string> {
  const started = await start(folder, given);
  if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
  return started.run;
}

/** A tool that answers only when told to. */
function gated(): { script: Script; open: () => void; waiting: () => number } {
  const waiting: (() => void)[] = [];
  const look = (): Promise<JsonObject> =>
    new Promise((resolve) => waiting.push(() => resolve({ n: 1 })));
  return {
    script: { tool: { look } },
    open: () => waiting.splice(0).forEach((go) => go()),
    waiting: () => waiting.length,
  };
}
const statusOf = (run: string): string | undefined => kit.engine.run(run)?.status;

describe('runs about the same thing', () => {
  test('one after the other in the order in which they were started', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const runs = [];
    for (let i = 0; i < 3; i++) runs.push(await begin(about('queue')));
    const [first = '', second = '', third = ''] = runs;
    await expect.poll(gate.waiting).toBe(1);
    expect(runs.map((run) => kit.engine.run(run)?.queued?.behind)).toEqual([
      undefined,
      first,
      second,
    ]);
    expect([statusOf(second), kit.engine.run(second)?.paused]).toEqual(['waiting', false]);
    for (const next of [second, third]) {
      gate.open();
      await expect.poll(() => kit.engine.run(next)?.queued).toBeUndefined();
      await expect.poll(gate.waiting).toBe(1);
    }
    gate.open();
    await kit.engine.settled(third);
    expect(runs.map(statusOf)).toEqual(['done', 'done', 'done']);
  });

  test('keep their order over a restart, and begin when nobody is before them any more', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const first = await begin(about('queue'));
    const second = await begin(about('queue'));
    const third = await begin(about('queue'));
    kit = await kit.restart();
    await expect.poll(gate.waiting).toBe(2); // the lost call of the first, and the same again
    expect([statusOf(second), statusOf(third)]).toEqual(['waiting', 'waiting']);
    await kit.engine.stop(first);
    await expect.poll(() => kit.engine.run(second)?.queued).toBeUndefined();
    expect(kit.engine.run(third)?.queued).toEqual({ behind: second });
    gate.open();
  });

  test('what begins while a start takes up the one before it is no call that was interrupted', async () => {
    // The first one's wait is over as soon as it is taken up, and the second one's turn has come.
    const clock = simulatedClock();
    kit = openKit({ tool: { pay: () => ({ n: 1 }) } }, undefined, clock);
    const isFirst = { field: 'input.customer', op: 'is', value: 'first' };
    const made = about('queue');
    const folder: Folder = {
      ...drawing(
        scopeOf(
          [
            ['start', 'start'],
            ['which', 'condition', { cases: [{ port: 'first', when: isFirst }] }],
            ['nap', 'wait', { ms: 1000 }],
            ['pay', 'call_tool', { tool: 'pay', args: { n: 1 } }],
            ['fin', 'end', { outcome: 'done' }],
          ],
          ['start:ok>which', 'which:first>nap', 'which:otherwise>pay', 'nap:ok>fin', 'pay:ok>fin'],
        ),
        {
          cards: [cardOf('pay', { effect: 'write', idempotency: 'none' })],
          rules: [
            {
              id: 'pay',
              name: 'Pay',
              when: { field: 'tool', op: 'is', value: 'pay' },
              then: 'allow',
            },
          ],
          input: INPUT,
        },
      ),
    };
    const { overlap } = made.workflow;
    const same: Folder = {
      ...folder,
      workflow: { ...folder.workflow, ...(overlap && { overlap }) },
    };
    const first = await begin(same, { customer: 'first' });
    const second = await begin(same, { customer: 'second' });
    await kit.engine.close();
    await clock.advance(60_000);
    kit = await kit.restart();
    await expect.poll(() => statusOf(first)).toBe('done');
    await kit.engine.settled(second);
    expect([statusOf(second), kit.engine.inbox()]).toEqual(['done', []]);
    expect(kit.seen.filter(({ step }) => step === 'pay')).toHaveLength(1);
  });

  test('never two at work at once, however many start in one moment', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const runs = await Promise.all(Array.from({ length: 6 }, () => begin(about('queue'))));
    for (let left = runs.length; left > 0; left--) {
      await expect.poll(gate.waiting).toBe(1);
      expect(runs.filter((run) => statusOf(run) === 'running')).toHaveLength(1);
      gate.open();
    }
    await Promise.all(runs.map((run) => kit.engine.settled(run)));
    expect(runs.map(statusOf)).toEqual(runs.map(() => 'done'));
  });

  test('refused while one is under way: nothing of the second is recorded', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const first = await begin(about('refuse'));
    expect(await start(about('refuse'))).toMatchObject({
      wrong: { code: 'run.overlaps', params: { run: first } },
    });
    expect(kit.engine.runs(10).map(({ run }) => run)).toEqual([first]);
    expect(statusOf(await begin(about('refuse'), { claim: 'c2' }))).toBe('running');
    await expect.poll(gate.waiting).toBe(2);
    gate.open();
    await kit.engine.settled(first);
    await begin(about('refuse'));
  });

  test('the newer in the place of the older, which is stopped with a receipt', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const first = await begin(about('replace'));
    const second = await begin(about('replace'));
    const stopped = kit.engine.events(first, 0, 100).find((e) => e.type === 'run.stopped');
    expect(stopped?.head).toMatchObject({ why: { code: 'why.replaced' } });
    expect([statusOf(first), statusOf(second)]).toEqual(['stopped', 'running']);
  });

  test('side by side where that is allowed', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    await begin(about('allow'));
    await begin(about('allow'));
    await expect.poll(gate.waiting).toBe(2);
  });
});

describe('a run in line', () => {
  test('can be stopped, and does not start what stands before or behind it', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    await begin(about('queue'));
    const second = await begin(about('queue'));
    const third = await begin(about('queue'));
    expect(await kit.engine.stop(second)).toMatchObject({ receipt: { notDone: ['work'] } });
    expect([statusOf(second), statusOf(third), gate.waiting()]).toEqual(['stopped', 'waiting', 1]);
  });

  test('keeps a pause for its turn, and is neither resumed nor stepped out of its turn', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const first = await begin(about('queue'));
    const second = await begin(about('queue'));
    for (const word of ['resume', 'step'] as const)
      expect(await kit.engine[word](second)).toMatchObject({
        wrong: { code: 'run.waits_in_line', params: { run: first } },
      });
    expect(await kit.engine.pause(second)).toEqual({ ok: true });
    kit = await kit.restart();
    await expect.poll(gate.waiting).toBe(2);
    gate.open();
    await kit.engine.settled(first);
    expect([statusOf(second), kit.engine.run(second)?.queued]).toEqual(['paused', undefined]);
    await kit.engine.resume(second);
    await expect.poll(gate.waiting).toBe(1);
    gate.open();
    await kit.engine.settled(second);
    expect(statusOf(second)).toBe('done');
  });

  test('meets its first stop, and its first wait is as long as it says', async () => {
    const clock = simulatedClock();
    const gate = gated();
    kit = openKit(gate.script, undefined, clock);
    const first = await begin(about('queue'));
    const naps = await begin(about('queue', [['nap', 'wait', { ms: 60_000 }]]));
    const stops = about('queue');
    const breaks = await begin({
      ...stops,
      workflow: { ...stops.workflow, breakpoints: ['work'] },
    });
    await clock.advance(3_600_000);
    await kit.engine.stop(first);
    await clock.advance(59_000);
    expect(kit.engine.run(naps)?.path.map(({ step }) => step)).toEqual(['start']);
    await clock.advance(2000);
    expect(kit.engine.run(naps)?.path.at(-1)?.step).toBe('nap');
    await kit.engine.stop(naps);
    expect(statusOf(breaks)).toBe('paused');
  });
});

test('tags are worked out at the start, recorded, shown and forgotten with the input', async () => {
  kit = openKit({ tool: { look: () => ({ n: 1 }) } });
  const run = await begin(about('allow'), { customer: 'Ada' });
  await kit.engine.settled(run);
  expect(kit.engine.run(run)?.tags).toEqual({ customer: 'Ada', area: 'claims' });
  expect(kit.engine.runs(10)[0]?.tags).toEqual({ customer: 'Ada', area: 'claims' });
  const bare = await begin(about('allow'));
  expect(kit.engine.run(bare)?.tags).toEqual({ area: 'claims' });
});

describe('a start with a key', () => {
  const once = { key: 'click-1', of: 'hash' };

  test('is one run, also across a restart', async () => {
    kit = openKit({ tool: { look: () => ({ n: 1 }) } });
    const run = await begin(about('allow'), { once });
    await kit.engine.settled(run);
    expect(await begin(about('allow'), { once })).toBe(run);
    kit = await kit.restart();
    expect(await begin(about('allow'), { once })).toBe(run);
    expect(kit.engine.runs(10)).toHaveLength(1);
    expect(await begin(about('allow'), { once: { key: 'click-2', of: 'hash' } })).not.toBe(run);
  });

  test('is refused for anything else', async () => {
    kit = openKit({ tool: { look: () => ({ n: 1 }) } });
    await begin(about('allow'), { once });
    expect(await start(about('allow'), { once: { ...once, of: 'other' } })).toMatchObject({
      wrong: { code: 'api.key_reused' },
    });
  });
});
