// The command line in process: the same entry, with what it writes caught and its exit code given
// back. Starting a program costs half a second, this a few milliseconds; where the exit of the
// process itself matters, `spawned` starts one.
// CL1 one command at a time: standard output and the exit code belong to the whole process.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { main } from '../../engine/cli/program.ts';

const MAIN = path.resolve(import.meta.dirname, '../../engine/cli/main.ts');

export type Ended = { code: number | null; out: string; err: string };

/** Runs one command line in this process. */
export async function interlock(...args: string[]): Promise<Ended> {
  const said = { 1: '', 2: '' };
  const real = fs.writeSync;
  const caught = (handle: number, data: string | NodeJS.ArrayBufferView): number => {
    if (handle !== 1 && handle !== 2) return (real as typeof caught)(handle, data);
    said[handle] += typeof data === 'string' ? data : Buffer.from(data as Uint8Array).toString();
    return data.toString().length === 0 ? 0 : (data as Buffer).length;
  };
  const before = process.exitCode;
  process.exitCode = undefined;
  fs.writeSync = caught as typeof fs.writeSync;
  syncBuiltinESMExports();
  try {
    return { code: await main(args), out: said[1], err: said[2] };
  } finally {
    fs.writeSync = real;
    syncBuiltinESMExports();
    process.exitCode = before;
  }
}

/** Runs one command line as a process of its own. */
export function spawned(
  args: string[],
  more: { env?: NodeJS.ProcessEnv; uid?: number; before?: string[] } = {},
): Promise<Ended> {
  const [program = process.execPath, ...first] = more.before ?? [];
  const words = more.before ? [...first, process.execPath, MAIN, ...args] : [MAIN, ...args];
  const { uid } = more;
  const child = spawn(program, words, {
    env: { ...process.env, ...more.env },
    ...(uid === undefined ? {} : { uid }),
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part) => (said.out += part));
  child.stderr.on('data', (part) => (said.err += part));
  child.stdin.end();
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}

/** The object a command printed. */
export const json = <T>({ out }: Ended): T => JSON.parse(out) as T;
