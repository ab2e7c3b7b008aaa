// The real program for browser tests and pictures: started on a fresh workspace, ended with it.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';

const MAIN = path.resolve(import.meta.dirname, '../../engine/cli/bin.js');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]+/;

export type Program = {
  /** Where it listens, without the one-time code. */
  origin: string;
  workspace: string;
  /** What a page keeps to be let in; pages of other contexts get it from here. */
  token: string;
  /** Ends it and leaves its workspace, so that it can be started again there. */
  halt: () => Promise<void>;
  /** Ends it at once, as a power failure would: nothing is tidied up. */
  kill: () => Promise<void>;
  /** Ends it and removes its workspace. */
  stop: () => Promise<void>;
};

/** Starts `interlock start --browser` on a workspace of its own. */
export async function startProgram(workspace = mkdtempSync(path.join(tmpdir(), 'interlock-e2e-'))) {
  const child = spawn(process.execPath, [MAIN, 'start', '--browser', '--workspace', workspace], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // A group of its own: the launcher and the engine it starts can be ended at one stroke.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString();
      const [found] = ADDRESS.exec(text) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${text}`)));
  });
  const { origin, hash } = new URL(address);
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: hash.replace('#code=', '') }),
  });
  const { token } = (await answer.json()) as { token: string };
  const halt = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const kill = async (): Promise<void> => {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await ended;
  };
  const stop = async (): Promise<void> => {
    await halt();
    rmSync(workspace, { recursive: true, force: true });
  };
  return { origin, workspace, token, halt, kill, stop } satisfies Program;
}

/** Lets every page of the page's context in. */
export async function letIn(page: Pick<Page, 'addInitScript'>, program: Program): Promise<void> {
  await page.addInitScript(
    (token: string) => sessionStorage.setItem('interlock-token', token),
    program.token,
  );
}
