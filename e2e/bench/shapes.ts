// Larger shapes on the durable engine: long runs, wide for-each, many rounds.

import { cardOf, drawing, scopeOf } from '../kit/drawing.ts';
import type { Folder } from '../../engine/1-document/schema.ts';
import { median } from './figures.ts';
import { chain, openBench, runOnce, type Opened } from './steps.ts';

const LOOK = { tool: 'look', args: { n: 1 } };
const CARD = cardOf('look', { alwaysFresh: true });
const BUDGET = { toolCalls: 100_000, attempts: 100_000 };

const fanOut = (items: number): Folder =>
  drawing(
    scopeOf(
      [
        ['start', 'start'],
        [
          'each',
          'for_each',
          { items: Array.from({ length: items }, (_x, i) => i), concurrency: 10 },
          {
            scope: scopeOf(
              [
                ['in_each', 'start'],
                ['look', 'call_tool', LOOK],
              ],
              ['in_each:ok>look'],
            ),
          },
        ],
        ['fin', 'end', { outcome: 'done' }],
      ],
      ['start:ok>each', 'each:ok>fin'],
    ),
    { cards: [CARD], budget: BUDGET },
  );

const rounds = (n: number): Folder =>
  drawing(
    scopeOf(
      [
        ['start', 'start'],
        [
          'again',
          'loop',
          { maxRounds: n, until: { field: 'round', op: 'at_least', value: n } },
          {
            scope: scopeOf(
              [
                ['in_round', 'start'],
                ['look', 'call_tool', LOOK],
              ],
              ['in_round:ok>look'],
            ),
          },
        ],
        ['fin', 'end', { outcome: 'done' }],
      ],
      ['start:ok>again', 'again:done>fin', 'again:over>fin'],
    ),
    { cards: [CARD], budget: BUDGET },
  );

async function timed(opened: Opened, folder: Folder, repeats: number): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i <= repeats; i++) {
    const began = performance.now();
    await runOnce(opened, folder);
    if (i > 0) took.push(performance.now() - began); // the first one warms up
  }
  return median(took);
}

/** One line of JSON with every figure of this file. */
async function main(): Promise<void> {
  const opened = openBench(true);
  const short = await timed(opened, chain(20), 10);
  const long = await timed(opened, chain(990), 3);
  const fan = await timed(opened, fanOut(1000), 3);
  const loop = await timed(opened, rounds(100), 5);
  await opened.end();
  const figures = {
    perStepAt20: short / 20,
    perStepAt1000: long / 990,
    fanOutMs: fan,
    loopMs: loop,
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

if (import.meta.main) await main();
