// Promises about the disk, at a small size; `npm run campaign -- faults` and `-- power` are the
// full ones. Needs a C compiler: without one the tests say that they were skipped.

import { describe, expect, test } from 'vitest';
import { enumerate, KINDS } from './enumerate.ts';
import { powerCuts } from './power.ts';
import { builtShim } from './shim.ts';

const shim = builtShim();

describe.skipIf(shim === undefined)('a run whose disk fails', () => {
  test(
    'nothing shown as done is forgotten and nothing is done twice, wherever the fault falls',
    {
      timeout: 600_000,
    },
    async () => {
      const found = await enumerate(shim as string, KINDS, { every: 24, most: 144 });
      expect(found.wrong).toEqual([]);
      // Faults were met: a campaign that never strikes proves nothing.
      expect(found.struck).toBeGreaterThan(found.points / 3);
      expect(found.ends.killed).toBeGreaterThan(5);
    },
  );

  test(
    'a power cut at any moment loses nothing that was shown as done',
    {
      timeout: 600_000,
    },
    async () => {
      const found = await powerCuts(shim as string, { images: 400, seed: 1, takeUp: 100 });
      expect(found.wrong).toEqual([]);
      expect(found.operations).toBeGreaterThan(100);
    },
  );
});
