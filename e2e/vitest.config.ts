// Where the unit, property and sample tests lie and how they run. Playwright's specs end in
// `.spec.ts` and are never picked up here; `.slow.test.ts` is left out of `npm run check`.
// VT1 code without a world of its own is read once for many files, which halves the time of these;
//     their tests leave nothing behind. Every other file has a worker of its own.
import path from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

const testsIn = (folders: string[]): string[] =>
  folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`);
const ALL = ['electron', 'engine', 'nodes', 'renderer', 'samples', 'e2e'];
/** VT1 */
const PURE = [
  'engine/{base,1-document,2-validate,3-compile,policy,budgets,prompts,guardrails}',
  'nodes',
  'renderer',
];

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    environment: 'node',
    setupFiles: ['e2e/chance.ts'],
    // Two cores are the smallest machine this is run on, and file systems there are slow.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'pure', include: testsIn(PURE), isolate: false } },
      {
        extends: true,
        test: {
          name: 'world',
          include: testsIn(ALL),
          exclude: [...configDefaults.exclude, ...testsIn(PURE)],
        },
      },
    ],
  },
});
