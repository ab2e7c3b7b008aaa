// The first ten minutes with the keyboard alone: nothing here touches the mouse or reaches into the
// page.

import { test } from '@playwright/test';
import { journeys } from './kit/journeys.ts';
import { walkByKeys } from './kit/keyboard.ts';
import { sizesFor } from './kit/sizes.ts';

for (const size of sizesFor('keys'))
  test.describe(`at ${size.width} × ${size.height}`, () => journeys(walkByKeys, size));
