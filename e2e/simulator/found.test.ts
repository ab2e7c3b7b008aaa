// What the simulator found and needs more luck to find again than a few hundred stories have.

import { afterEach, expect, test } from 'vitest';
import { realClock } from '../../engine/4-run/clock.ts';
import type { Folder } from '../../engine/1-document/schema.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { seeded } from '../kit/seeded.ts';
import { registry } from './draw.ts';
import { bear, dropFolder, newFolder, type Life, type Ports } from './life.ts';

const setting = sampleSetting();
const calls: string[] = [];
const ports: Ports = {
  registry,
  clock: realClock,
  random: seeded(1),
  setting: () => setting,
  models: {
    worst: () => ({ inputTokens: 0, outputTokens: 0 }),
    call: () => Promise.reject(new Error('no model here')),
  },
  tools: {
    call: (_card, _args, { step }) => {
      calls.push(step);
      const used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };
      return Promise.resolve({ ok: true, used, reply: { value: { n: 1 } } });
    },
  },
};
let dir = '';
let life: Life;

async function begin(folder: Folder, library: Record<string, Folder> = {}): Promise<string> {
  dir = newFolder();
  calls.length = 0;
  life = bear(dir, ports, () => {});
  const given = { folder, setting, library, input: {}, practice: false, pace: 'full' as const };
  const started = await life.engine.startRun(given);
  if ('wrong' in started) throw new Error(started.wrong.code);
  return started.run;
}
afterEach(async () => {
  await life.close();
  dropFolder(dir);
});

/** A row of steps with the start before and an end behind it. */
function row(id: string, steps: StepSpec[], breakpoints: string[] = []): Folder {
  const all: StepSpec[] = [['start', 'start'], ...steps, ['fin', 'end', { outcome: 'done' }]];
  const arrows = all.slice(1).map(([to], i) => `${all[i]?.[0]}:ok>${to}`);
  const cards = [cardOf('look'), cardOf('send', { effect: 'write' })];
  return drawing(scopeOf(all, arrows), { id, cards, breakpoints });
}
const look: StepSpec = ['look', 'call_tool', { tool: 'look', args: { n: 1 } }];
const bomb: StepSpec = ['bomb', 'bomb'];
const sub: StepSpec = ['sub', 'sub_workflow', { workflow: 'inner' }];

test.each([
  ['in its first turn', [bomb]],
  ['on its way', [look, bomb]],
])('a child that breaks down %s fails its step, and somebody is asked', async (_when, steps) => {
  const run = await begin(row('outer', [sub]), { inner: row('inner', steps) });
  await life.engine.settled(run);
  expect(life.engine.inbox().map(({ kind, step }) => [kind, step])).toEqual([['trouble', 'sub']]);
});

test('a call opened in a paused run is approved after a restart, once, and then made', async () => {
  const send: StepSpec = ['send', 'call_tool', { tool: 'send', args: { n: 1 } }];
  const run = await begin(row('outer', [send], ['send']));
  await life.engine.resume(run);
  await life.close();
  life = bear(dir, ports, () => {});
  await life.engine.recover();
  const [card] = life.engine.inbox();
  expect(await life.engine.decide({ card: card?.id ?? '', choice: 'approve' })).toHaveProperty(
    'card',
  );
  expect((await life.engine.settled(run)).status).toBe('done');
  expect(calls).toEqual(['send']);
});
