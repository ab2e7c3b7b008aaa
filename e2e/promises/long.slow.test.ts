// Big runs: how much memory an engine holds over a very long one, and what becomes of an answer
// that is larger than anybody reads. `npm run campaign -- long` makes the run of 100,000 steps.

import { expect, test } from 'vitest';
import { cardOf, drawing, scopeOf } from '../kit/drawing.ts';
import { openKit, sampleSetting } from '../kit/engine-kit.ts';
import { longRun, MOST_MEGABYTES, STEPS_A_ROUND } from './long-run.ts';

const ROUNDS = 100;
const LARGE = 50 * 1024 * 1024;

test('a run of many thousand steps, or one answer of 50 MB, does not bring the program down', async () => {
  const long = await longRun(ROUNDS);
  expect(long).toMatchObject({ status: 'done', calls: ROUNDS * STEPS_A_ROUND, listed: 1 });
  expect(long.megabytes).toBeLessThanOrEqual(MOST_MEGABYTES);
  expect(long.path).toBeLessThan(1000);

  const rules = [
    {
      id: 'look',
      name: 'Looking is fine',
      when: { field: 'tool', op: 'is' as const, value: 'look' },
      then: 'allow' as const,
    },
  ];
  const result = [{ id: 'text', label: 'Text', kind: 'long_text', required: true }];
  const folder = drawing(
    scopeOf(
      [
        ['start', 'start'],
        ['look', 'call_tool', { tool: 'look', args: { n: 1 } }],
        ['fin', 'end', { outcome: 'done', output: { text: { '@ref': 'steps.look.value.text' } } }],
      ],
      ['start:ok>look', 'look:ok>fin'],
    ),
    { cards: [cardOf('look', { effect: 'read', alwaysFresh: true, result })], rules },
  );
  let size = LARGE;
  const kit = openKit({ tool: { look: async () => ({ text: 'long '.repeat(size / 5) }) } });
  const request = { folder, setting: sampleSetting(), input: {}, practice: true };
  const outcomeOf = async (): Promise<string | undefined> => {
    const started = await kit.engine.startRun({ ...request, pace: 'full' });
    if ('wrong' in started) throw new Error(started.wrong.code);
    const view = await kit.engine.settled(started.run);
    const kept = view.output?.v;
    expect(JSON.stringify(view).length).toBeLessThan(100_000);
    if (view.outcome === 'done') expect(kept).toMatchObject({ text: { size: expect.any(Number) } });
    return view.outcome ?? view.failure?.code ?? view.status;
  };
  // Kept beside the events and only named in them; and the engine goes on with the next one.
  expect(await outcomeOf()).toBe('done');
  size = 10;
  const small = await kit.engine.startRun({ ...request, pace: 'full' });
  if ('wrong' in small) throw new Error(small.wrong.code);
  expect((await kit.engine.settled(small.run)).output?.v).toEqual({ text: 'long long ' });
  await kit.end();
}, 600_000);
