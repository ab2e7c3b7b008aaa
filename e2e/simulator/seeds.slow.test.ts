// Stories that once went wrong. A seed tells the same story for as long as nothing about drawing
// and acting changes; what it showed is said beside it, as the reason why it is kept.

import { expect, test } from 'vitest';
import found from './seeds.json' with { type: 'json' };
import { simulate } from './simulate.ts';

test.each(found as { seed: number; found: string }[])(
  'seed $seed holds; kept since $found',
  async ({ seed }) => {
    expect((await simulate(seed)).wrong).toBeUndefined();
  },
);
