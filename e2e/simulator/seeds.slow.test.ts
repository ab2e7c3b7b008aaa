// Stories that once went wrong. A seed tells the same story for as long as nothing about drawing
// and acting changes; what it showed is said beside it, as the reason why it is kept.

import { expect, test } from 'vitest';
import found from './seeds.json' with { type: 'json' };
import { simulate } from './simulate.ts';

// One by one: `test.each` would cut the names off.
for (const { seed, found: since } of found as { seed: number; found: string }[])
  test(`seed ${seed} holds; kept since ${since}`, async () => {
    expect((await simulate(seed)).wrong).toBeUndefined();
  });
