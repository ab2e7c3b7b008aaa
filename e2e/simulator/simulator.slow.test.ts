// Stories of one seed each, and runs against their reference model, at a small size;
// `npm run campaign -- simulator 10000` and `npm run campaign -- model 10000` play more.

import { expect, test } from 'vitest';
import { campaign } from './campaign.ts';
import { obedience } from './obedience.ts';
import found from './seeds.json' with { type: 'json' };
import { simulate } from './simulate.ts';

const TIME_MS = 22_000;

test('no random story of runs, people, faults and crashes breaks a promise', async () => {
  const figures = await campaign(600, 1, TIME_MS);
  console.log(JSON.stringify(figures));
  expect(figures.wrong).toEqual([]);
  expect(figures.stories).toBeGreaterThan(40);
  expect(figures.deaths).toBeGreaterThan(figures.stories);
  expect(Object.keys(figures.kinds)).toEqual(
    expect.arrayContaining([
      'attempt.ended',
      'card.expired',
      'card.handed',
      'child.ended',
      'effect.dropped',
      'effect.unknown',
      'limit.extended',
      'run.resumed',
      'run.stepped',
      'run.stopped',
    ]),
  );
}, 120_000);

test.each(found as { seed: number; found: string }[])(
  'seed $seed stays right: $found',
  async ({ seed }) => {
    expect((await simulate(seed)).wrong).toBeUndefined();
  },
);

test('the same seed is the same story', async () => {
  expect(await simulate(7)).toEqual(await simulate(7));
});

test('a run obeys pause, step, resume, stop, decisions, edits and restarts as the model says', async () => {
  expect(await obedience(150, 1)).toEqual([]);
}, 120_000);
