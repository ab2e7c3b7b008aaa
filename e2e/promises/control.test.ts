// Pause and stop hold however busy a run is and whatever the calls under way do.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardOf, drawing, scopeOf } from '../kit/drawing.ts';
import { openKit, sampleSetting } from '../kit/engine-kit.ts';

const ITEMS = 200;
const LANES = 10;
const setting = sampleSetting();
const rules = [
  {
    id: 'all',
    name: 'Anything goes',
    when: { field: 'tool', op: 'is_not' as const, value: '' },
    then: 'allow' as const,
  },
];
const each = scopeOf(
  [
    ['first', 'start'],
    ['look', 'call_tool', { tool: 'look', args: { n: 1 } }],
    ['write', 'call_tool', { tool: 'write', args: { n: 1 } }],
  ],
  ['first:ok>look', 'look:ok>write'],
);
const folder = drawing(
  scopeOf(
    [
      ['start', 'start'],
      [
        'all',
        'for_each',
        { items: Array.from({ length: ITEMS }, (_, i) => i), concurrency: LANES },
        { scope: each },
      ],
      ['fin', 'end', { outcome: 'done' }],
    ],
    ['start:ok>all', 'all:ok>fin'],
  ),
  {
    cards: [
      cardOf('look', { effect: 'read', alwaysFresh: true }),
      cardOf('write', { effect: 'write' }),
    ],
    rules,
    budget: { toolCalls: 1000, attempts: 1000 },
  },
);

/** How the calls of a busy run behave, one after the other. */
const manners = fc.array(
  fc.constantFrom('answers', 'answers late', 'never ends', 'never ends', 'breaks'),
  { minLength: 1, maxLength: 12 },
);
const turns = async (n: number): Promise<void> => {
  for (let i = 0; i < n; i++) await new Promise((resolve) => setImmediate(resolve));
};

test('pause and stop always work, whatever a tool does and however much is still to come', async () => {
  await fc.assert(
    fc.asyncProperty(manners, fc.nat(60), fc.boolean(), async (how, after, isPaused) => {
      let calls = 0;
      // Nothing here listens to being given up: a tool that is stuck is stuck.
      const call = async (): Promise<{ n: number }> => {
        const manner = how[calls % how.length];
        calls += 1;
        if (manner === 'answers late') await turns(20);
        if (manner === 'never ends') await new Promise(() => {});
        if (manner === 'breaks') throw new Error('broken');
        return { n: calls };
      };
      const kit = openKit({ tool: { look: call, write: call } });
      const begin = { folder, setting, input: {}, practice: true, pace: 'full' as const };
      const started = await kit.engine.startRun(begin);
      if ('wrong' in started) throw new Error(started.wrong.code);
      const { run } = started;
      await turns(after);
      if (isPaused && !('wrong' in (await kit.engine.pause(run)))) {
        const before = calls;
        await turns(100);
        expect(calls).toBe(before);
        expect(kit.engine.run(run)?.paused).toBeTruthy();
      }
      const stopped = await kit.engine.stop(run);
      const before = calls;
      if (!('wrong' in stopped)) {
        expect(kit.engine.run(run)?.status).toBe('stopped');
        const { done, notDone, unknown } = stopped.receipt;
        expect(done.length + notDone.length + unknown.length).toBeGreaterThan(0);
      }
      await turns(100);
      expect(calls).toBe(before);
      expect(kit.engine.run(run)?.endedAt).toBeDefined();
      // The engine is free for others.
      const other = await kit.engine.startRun(begin);
      expect(other).toHaveProperty('run');
      if ('run' in other) await kit.engine.stop(other.run);
      await kit.end();
    }),
    { numRuns: 25 },
  );
}, 120_000);
