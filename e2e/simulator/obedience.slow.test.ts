// Runs against their reference model at a small size; `npm run campaign -- model` says 20,000.

import { expect, test } from 'vitest';
import { obedience } from './obedience.ts';

test('a run obeys every word, a stop of everything and a restart too, as the model says', async () => {
  expect(await obedience(250, 1)).toEqual([]);
}, 180_000);
