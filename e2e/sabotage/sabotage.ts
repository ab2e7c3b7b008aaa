// `npm run sabotage [-- NAME]`: breaks the product on purpose, one line at a time, in a copy, and
// checks that a named test turns red. A promise whose sabotage stays green is not tested. NAME is
// part of a sabotage's name, or the whole name of a file here.
// S1 the working tree is never touched: patches are applied to a copy beside which node_modules is
//    linked.
// S2 a patch that no longer fits its file is an error, so that patches cannot rot.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { patchSchema, type Patch } from './patch.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const COPIED = [
  'engine',
  'nodes',
  'samples',
  'renderer',
  'electron',
  'e2e',
  'package.json',
  'tsconfig.json',
];

/** All patches, by file name; one file may hold one patch or a list. */
function patches(only?: string): Patch[] {
  const folder = join(ROOT, 'e2e/sabotage');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const named = files.filter((file) => file === `${only}.json`);
  return (named.length ? named : files).flatMap((file) => {
    const data: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const list = z.union([z.array(patchSchema), patchSchema.transform((p) => [p])]).parse(data);
    const isAll = only === undefined || named.length > 0;
    return isAll ? list : list.filter(({ name }) => name.includes(only));
  });
}

type Outcome = { isRed: boolean; why: string };

/** Applies a patch to the copy, runs its test file and takes the patch back. */
function tryOne(copy: string, patch: Patch): Outcome {
  const file = join(copy, patch.file);
  const before = readFileSync(file, 'utf8');
  if (before.split(patch.find).length !== 2)
    return { isRed: false, why: 'the patch does not fit its file exactly once' };
  writeFileSync(
    file,
    before.replace(patch.find, () => patch.replace),
  );
  const report = join(copy, 'sabotage-report.json');
  rmSync(report, { force: true });
  const args = [
    'run',
    '-c',
    'e2e/vitest.config.ts',
    patch.testFile,
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  spawnSync(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: copy,
    stdio: 'ignore',
    timeout: 900_000,
  });
  writeFileSync(file, before);
  return judge(report, patch);
}

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({ title: z.string(), fullName: z.string(), status: z.string() }),
      ),
    }),
  ),
});

function judge(report: string, patch: Patch): Outcome {
  let results;
  try {
    const parsed = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
    results = parsed.testResults.flatMap((t) => t.assertionResults);
  } catch {
    return { isRed: false, why: 'the tests did not run' };
  }
  const named = results.find((r) => r.title === patch.turnsRed || r.fullName === patch.turnsRed);
  if (!named) return { isRed: false, why: `there is no test “${patch.turnsRed}”` };
  return { isRed: named.status === 'failed', why: named.status };
}

const copy = mkdtempSync(join(tmpdir(), 'interlock-sabotage-'));
for (const part of COPIED) {
  try {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  } catch {
    // a part that does not exist yet is not copied
  }
}
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
let green = 0;
const all = patches(process.argv[2]);
for (const patch of all) {
  const { isRed, why } = tryOne(copy, patch);
  if (!isRed) green += 1;
  process.stdout.write(`${isRed ? 'red  ' : 'GREEN'}  ${patch.name}${isRed ? '' : `: ${why}`}\n`);
}
rmSync(copy, { recursive: true, force: true });
process.stdout.write(`${all.length - green} of ${all.length} sabotages were noticed\n`);
process.exitCode = green === 0 && all.length > 0 ? 0 : 1;
