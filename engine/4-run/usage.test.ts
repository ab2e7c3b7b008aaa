// What a run has used is one figure, wherever it is read and whatever happened in between.

import { afterEach, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import { openKit, type Kit } from '../../e2e/kit/engine-kit.ts';

let kit: Kit;
afterEach(() => kit.end());

const body = scopeOf(
  [
    ['in', 'start'],
    ['look', 'call_tool', { tool: 'look', args: { n: { '@ref': 'item' } } }],
    [
      'ask',
      'question',
      {
        ask: 'manager',
        title: 'Which?',
        fields: [{ field: { id: 'n', label: 'N', kind: 'number' } }],
      },
    ],
  ],
  ['in:ok>look', 'look:ok>ask'],
);
const folder = drawing(
  scopeOf(
    [
      ['start', 'start'],
      ['first', 'call_tool', { tool: 'look', args: { n: 9 } }],
      ['every', 'for_each', { items: [1, 2, 3, 4], concurrency: 2 }, { scope: body }],
      ['fin', 'end', { outcome: 'done' }],
    ],
    ['start:ok>first', 'first:ok>every', 'every:ok>fin'],
  ),
  { cards: [cardOf('look')] },
);

async function begin(): Promise<string> {
  kit = openKit({ tool: { look: ({ n = 0 }) => ({ n }) } });
  const { engine, setting } = kit;
  const started = await engine.startRun({
    folder,
    setting,
    input: {},
    practice: true,
    pace: 'full',
  });
  if ('wrong' in started) throw new Error(started.wrong.code);
  await engine.settled(started.run);
  return started.run;
}

test('what children used is counted with the root, also after a restart and after a stop', async () => {
  const run = await begin();
  expect(kit.engine.run(run)?.usage.toolCalls).toBe(3);
  kit = await kit.restart();
  const [card] = kit.engine.inbox();
  await kit.engine.decide({ card: card!.id, choice: 'answer', edit: { n: 1 } });
  const later = await kit.engine.settled(run);
  expect(later.usage.toolCalls).toBe(4);
  await kit.engine.stop(run);
  expect(kit.engine.run(run)?.usage.toolCalls).toBe(4);
});

test('the receipt of a stop names what waits inside a for-each as waiting', async () => {
  const run = await begin();
  const stopped = await kit.engine.stop(run);
  expect(stopped).toMatchObject({ receipt: { waiting: ['ask', 'ask'], notDone: [], unknown: [] } });
});
