// Where the unit, property and sample tests lie and how they run. Playwright's specs end in
// `.spec.ts` and are never picked up here; `.slow.test.ts` is left out of `npm run check`.
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    environment: 'node',
    setupFiles: ['e2e/chance.ts'],
    include: ['electron', 'engine', 'nodes', 'renderer', 'samples', 'e2e'].map(
      (folder) => `${folder}/**/*.test.{ts,tsx}`,
    ),
    // Two cores are the smallest machine this is run on, and file systems there are slow.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 30_000,
  },
});
