// The first ten minutes with the mouse alone; keys only write where the mouse has clicked.

import { test } from '@playwright/test';
import { journeys } from './kit/journeys.ts';
import { walkByMouse } from './kit/mouse.ts';
import { sizesFor } from './kit/sizes.ts';

for (const size of sizesFor('mouse'))
  test.describe(`at ${size.width} × ${size.height}`, () => {
    test.use({ reducedMotion: 'no-preference' });
    journeys(walkByMouse, size);
  });
