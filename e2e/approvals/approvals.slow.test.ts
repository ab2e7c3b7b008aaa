// Thousands of schedules over gates in lanes, loops and children.

import { expect, test } from 'vitest';
import { play } from './schedule.ts';

const SCHEDULES = 2000;

test('your approval is kept, used once, and only for exactly what you saw, in every schedule', async () => {
  const wrong: unknown[] = [];
  let [cards, paid, restarts] = [0, 0, 0];
  for (let seed = 1; seed <= SCHEDULES; seed++) {
    const played = await play(seed);
    if (played.wrong.length) wrong.push({ seed, wrong: played.wrong.slice(0, 3) });
    cards += played.cards;
    paid += played.paid;
    restarts += played.restarts;
    if (wrong.length > 5) break;
  }
  console.log(JSON.stringify({ schedules: SCHEDULES, cards, paid, restarts }));
  expect(wrong).toEqual([]);
  expect(cards).toBeGreaterThan(SCHEDULES);
  expect(paid).toBeGreaterThan(SCHEDULES);
  expect(restarts).toBeGreaterThan(SCHEDULES / 4);
}, 300_000);
