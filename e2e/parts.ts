// The checks that need no test runner, one line each. `npm run check` and `npm test` count every
// one of them as a single pass or fail.
import { type Ended, run, runTool } from './tool.ts';

const SOURCES = '{electron,engine,nodes,renderer,samples,e2e}/**/*.{ts,tsx,js,mjs,cjs}';

/** One check: what it is called on the command line, and how it is run. */
export interface Part {
  name: string;
  run: () => Promise<Ended>;
}

const quiet = { quiet: true };

export const PARTS: Part[] = [
  { name: 'types', run: () => runTool('typescript:tsc', ['--noEmit'], quiet) },
  {
    name: 'lint',
    run: () => runTool('oxlint', ['-c', 'e2e/oxlintrc.json', '--type-aware'], quiet),
  },
  {
    name: 'format',
    run: () => runTool('oxfmt', ['-c', 'e2e/oxfmtrc.json', '--check', '.'], quiet),
  },
  {
    name: 'fence',
    run: () => runTool('dependency-cruiser:depcruise', ['-c', 'e2e/fence.cjs', SOURCES], quiet),
  },
  { name: 'unused', run: () => run(process.execPath, ['e2e/unused.ts'], quiet) },
];

/** Runs the parts one after another, shows what a failing one said, and counts. */
export async function runParts(parts: Part[]): Promise<{ passed: number; failed: number }> {
  const counts = { passed: 0, failed: 0 };
  for (const part of parts) {
    const started = performance.now();
    const ended = await part.run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const isGood = ended.code === 0;
    counts[isGood ? 'passed' : 'failed'] += 1;
    process.stdout.write(`${isGood ? 'pass' : 'FAIL'}  ${part.name}  ${seconds} s\n`);
    if (!isGood) process.stdout.write(`${ended.output.trimEnd()}\n`);
  }
  return counts;
}
