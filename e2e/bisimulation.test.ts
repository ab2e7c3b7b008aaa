// The compiler does what the reference says, for random graphs of every kind.

import { expect, test } from 'vitest';
import { campaign } from './bisimulation/campaign.ts';
import { printed, shortfalls } from './bisimulation/statistics.ts';

test('500 random graphs run as the reference says after every event, structured and flat', () => {
  const { statistics, differences } = campaign(500, 1, 5);
  process.stdout.write(`${printed(statistics)}\n`);
  expect(differences).toEqual([]);
  expect(shortfalls(statistics)).toEqual([]);
}, 120_000);
