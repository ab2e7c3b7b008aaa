// What somebody drew is never lost to a crash: the file is always one that was saved, whole.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadFolder } from '../../engine/1-document/load.ts';
import { keptFile, keptIn } from '../../engine/1-document/version-files.ts';
import { LAST_GOOD } from '../../engine/1-document/save.ts';
import { LIMITS } from '../../engine/base/limits.ts';
import { seeded } from '../kit/seeded.ts';

const KILLS = 40;
const SAVER = new URL('./saver.ts', import.meta.url).pathname;
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-edits-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

/** Saves until it is killed after so many saves and a moment; gives the last save that was done. */
async function saveUntilKilled(dir: string, versions: string, random: () => number) {
  const child = spawn(process.execPath, [SAVER, dir, versions], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const enough = 1 + Math.floor(random() * 30);
  const spins = Math.floor(random() * 40_000);
  let [said, saves] = ['', 0];
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
    saves += 1;
    if (saves < enough) return;
    for (let i = 0; i < spins; i++) Math.sqrt(i); // not always just after a save
    child.kill('SIGKILL');
  });
  await gone;
  return Number(said.split('\n').findLast((line) => /^\d+$/.test(line)) ?? 0);
}

/** Which save a workflow file is; throws when it is not whole. */
function saveIn(text: string): number {
  const { name, scope } = JSON.parse(text) as { name: string; scope: { nodes: unknown[] } };
  const [, steps, n] = /^(\d+) steps, save (\d+)$/.exec(name) ?? [];
  expect(scope.nodes).toHaveLength(Number(steps));
  return Number(n);
}

test('an edit that was saved is never lost, and a kill at any moment leaves the file whole', async () => {
  const [dir, versions] = [path.join(root, 'drawn'), path.join(root, 'versions')];
  fs.mkdirSync(dir);
  const random = seeded(18);
  let torn = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const last = await saveUntilKilled(dir, versions, random);
    const { folder, problems } = loadFolder(dir);
    expect(problems).toEqual([]);
    const file = path.join(dir, 'workflow.json');
    const stands = saveIn(fs.readFileSync(file, 'utf8'));
    expect(stands).toBeGreaterThanOrEqual(last);
    expect(folder?.workflow.name).toContain(`save ${stands}`);
    const kept = keptIn(versions).map((one) => keptFile(versions, one));
    expect(kept.length).toBeLessThanOrEqual(LIMITS.autosaves + LIMITS.autosaveHours + 1);
    for (const name of [...kept, path.join(versions, LAST_GOOD)])
      if (fs.existsSync(name)) expect(saveIn(fs.readFileSync(name, 'utf8'))).toBeGreaterThan(0);
    torn += [dir, versions]
      .flatMap((of) => fs.readdirSync(of))
      .filter((n) => n.endsWith('.saving')).length;
  }
  // Kills do fall into the middle of writing: what was being written lies beside, unused.
  expect(torn).toBeGreaterThan(0);
  expect(keptIn(versions).length).toBeGreaterThanOrEqual(LIMITS.autosaves);
}, 240_000);
