// `npm test`: everything, in order of how soon it can fail. Its last line is `N passed, N failed`,
// summed over all runners, and its exit code is 0 only when nothing failed and everything ran.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { NO_CHROMIUM, obtainChromium } from './chromium.ts';
import {
  BROKEN,
  type Counts,
  addCounts,
  countsLine,
  playwrightCounts,
  vitestCounts,
} from './counts.ts';
import { PARTS, runParts } from './parts.ts';
import { figures, productFiles } from './source-files.ts';
import { runTool } from './tool.ts';

const reports = mkdtempSync(path.join(os.tmpdir(), 'interlock-test-'));

/** A report's text, or nothing when the runner never wrote it. */
function report(name: string): string | undefined {
  try {
    return readFileSync(path.join(reports, name), 'utf8');
  } catch {
    return undefined;
  }
}

async function checks(): Promise<Counts> {
  return { ...(await runParts(PARTS)), skipped: 0 };
}

async function units(): Promise<Counts> {
  const json = path.join(reports, 'vitest.json');
  const args = ['run', '-c', 'e2e/vitest.config.ts'];
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`];
  const { code } = await runTool('vitest', [...args, ...output]);
  return vitestCounts(report('vitest.json'), code);
}

async function build(): Promise<Counts> {
  const built = {
    name: 'build',
    run: () => runTool('vite', ['build', '-c', 'renderer/vite.config.ts'], { quiet: true }),
  };
  return { ...(await runParts([built])), skipped: 0 };
}

async function browser(): Promise<Counts> {
  const chromium = obtainChromium();
  if (!chromium) {
    process.stderr.write(`${NO_CHROMIUM}\n`);
    return BROKEN;
  }
  const args = ['test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json'];
  const env = {
    INTERLOCK_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'playwright.json'),
  };
  const { code } = await runTool('@playwright/test:playwright', args, { env });
  return playwrightCounts(report('playwright.json'), code);
}

const counts: Counts[] = [];
for (const stage of [checks, units, build, browser]) counts.push(await stage());
rmSync(reports, { recursive: true, force: true });

const sum = addCounts(counts);
if (sum.retried) process.stdout.write(`${sum.retried} passed at the second try ("flaky" above)\n`);
process.stdout.write(`${figures(productFiles)}\n${countsLine(sum)}\n`);
process.exit(sum.failed ? 1 : 0);
