// The race for the last cent at a small size; `npm run campaign -- race` runs it for half an hour.

import { expect, test } from 'vitest';
import { race } from './race.ts';
import { haveTeeth, races } from './race-campaign.ts';

test('twenty parallel steps racing for the last cent never come over any cap', async () => {
  const figures = await races(400, 1);
  console.log(JSON.stringify(figures));
  expect(figures.wrong).toEqual([]);
  expect(haveTeeth(figures)).toBe(true);
}, 180_000);

test('the same seed is the same race', async () => {
  expect(await race(5)).toEqual(await race(5));
});
