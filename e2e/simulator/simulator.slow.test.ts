// Stories of one seed each; `npm run campaign -- simulator` plays them for half an hour.

import { expect, test } from 'vitest';
import { campaign } from './campaign.ts';
import { ALL_POINTS } from './buggify.ts';
import { simulate } from './simulate.ts';

/** What never occurs is not tested. */
const MUST_OCCUR = [
  'attempt.ended',
  'card.expired',
  'card.handed',
  'card.voted',
  'card.withdrawn',
  'child.ended',
  'effect.dropped',
  'effect.unknown',
  'limit.extended',
  'run.queued',
  'run.resumed',
  'run.stepped',
  'run.stopped',
  'run.unqueued',
];

test('no random story of runs, people, faults and crashes breaks a promise', async () => {
  const { stories, deaths, kinds, points, wrong, perSecond } = await campaign(2000, 1);
  console.log(JSON.stringify({ stories, perSecond, deaths, kinds, points }));
  expect(wrong).toEqual([]);
  expect(deaths).toBeGreaterThan(stories / 3);
  expect(Object.keys(kinds)).toEqual(expect.arrayContaining(MUST_OCCUR));
  expect(ALL_POINTS.filter((point) => !points[point])).toEqual([]);
}, 600_000);

test('the same seed is the same story', async () => {
  expect(await simulate(7)).toEqual(await simulate(7));
});
