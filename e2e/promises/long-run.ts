// A very long run in a process of its own, and how much memory it took.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Tool calls of one round. */
export const STEPS_A_ROUND = 100;
/** What an engine may hold at most, whatever it runs. */
export const MOST_MEGABYTES = 400;

export type LongRun = {
  status: string;
  calls: number;
  listed: number;
  /** Moves a view of it shows. */
  path: number;
  events: number;
  megabytes: number;
};

/** Makes so many rounds in a new engine process, in a folder that is removed afterwards. */
export async function longRun(rounds: number): Promise<LongRun> {
  const dir = mkdtempSync(path.join(tmpdir(), 'interlock-long-'));
  const program = new URL('./long.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, dir, String(rounds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  rmSync(dir, { recursive: true, force: true });
  return JSON.parse(said) as LongRun;
}
