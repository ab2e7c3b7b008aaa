// A program of its own, standing between the engine and one tool server, so that whatever the
// server starts ends with it, even when the engine is killed.
// G1 the server runs in a process group of its own; when the engine asks, or is gone, or the server
//    itself ends, the whole group gets SIGTERM and, GRACE_MS later, SIGKILL.
// G2 what left the group but kept its environment is found by its mark and ended too (Linux).
// G3 the server's input and output are the engine's pipes; nothing here reads or writes them.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What the engine asks for, once. `env` is the whole environment of the server. */
export type Order = {
  file: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  mark: string;
};
/** What the engine is told. */
export type Report = { started: number } | { failed: string } | { ended: string };

/** Name of the variable that marks everything a server starts (G2). */
const MARK = 'INTERLOCK_PROGRAM';

const POLL_MS = 25;
/** Time to end by itself once its input is closed, then time to heed SIGTERM. */
const FAREWELL_MS = 300;
const GRACE_MS = 3000;
const SETTLE_MS = 500;

let child: ChildProcess | undefined;
let mark = '';
let isEnding = false;

const tell = (report: Report): void => {
  if (process.connected) process.send?.(report, () => {});
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Signals the server's group; false when nobody is left in it. */
function signal(name: NodeJS.Signals | 0): boolean {
  if (child?.pid === undefined) return false;
  try {
    return process.kill(-child.pid, name);
  } catch {
    return false;
  }
}

/** Processes that carry the mark, wherever they went (G2). */
function strays(): number[] {
  if (process.platform !== 'linux' || !mark) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`${MARK}=${mark}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function killStrays(): void {
  for (const pid of strays())
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it ended meanwhile
    }
}

async function until(isDone: () => boolean, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms; waited += POLL_MS) {
    if (isDone()) return true;
    await pause(POLL_MS);
  }
  return isDone();
}

/** Ends everything the server is or started, then this program (G1). */
async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  const isGone = (): boolean => !signal(0);
  if (process.platform === 'win32') {
    if (child?.pid !== undefined) spawnSync('taskkill', ['/pid', `${child.pid}`, '/t', '/f']);
  } else if (!(await until(isGone, FAREWELL_MS))) {
    signal('SIGTERM');
    if (!(await until(isGone, GRACE_MS))) signal('SIGKILL');
  }
  killStrays();
  await until(() => isGone() && !strays().length, SETTLE_MS); // a kill takes a moment
  process.exit(0);
}

/** Starts the server (G3). */
function begin(order: Order): void {
  mark = order.mark;
  child = spawn(order.file, order.args, {
    cwd: order.cwd,
    env: { ...order.env, [MARK]: mark },
    stdio: 'inherit',
    detached: process.platform !== 'win32',
    shell: false,
    windowsHide: true,
  });
  child.once('spawn', () => tell({ started: child?.pid ?? 0 }));
  child.once('error', (error: NodeJS.ErrnoException) => {
    tell({ failed: error.code ?? 'ERROR' });
    void end();
  });
  child.once('exit', (code, by) => {
    tell({ ended: by ?? String(code) });
    void end();
  });
}

process.once('message', (order) => begin(order as Order));
process.once('disconnect', () => void end());
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => void end());
