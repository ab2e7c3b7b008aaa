// The command line in process: the same entry, with what it writes caught and its exit code given
// back. Starting a program costs half a second, this a few milliseconds; where the process itself
// matters, `spawned` starts one.
// CL1 one command at a time: standard output and the exit code belong to the whole process.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { expect } from 'vitest';
import { main } from '../../engine/cli/program.ts';
import type { Folder } from '../../engine/1-document/schema.ts';

const MAIN = path.resolve(import.meta.dirname, '../../engine/cli/main.ts');

export type Ended = { code: number | null; out: string; err: string };

/** Runs one command line in this process (CL1). */
export async function interlock(...args: string[]): Promise<Ended> {
  const said = { out: '', err: '' };
  const write = fs.writeSync;
  const exitCode = process.exitCode;
  const caught = (handle: number, data: Uint8Array, ...more: []): number => {
    if (handle !== 1 && handle !== 2) return write(handle, data, ...more);
    said[handle === 1 ? 'out' : 'err'] += Buffer.from(data).toString();
    return data.length;
  };
  Object.assign(fs, { writeSync: caught });
  syncBuiltinESMExports();
  process.exitCode = undefined;
  try {
    return { code: await main(args), ...said };
  } finally {
    Object.assign(fs, { writeSync: write });
    syncBuiltinESMExports();
    process.exitCode = exitCode;
  }
}

/** How a process of its own is started: `through` is a program that starts it, with arguments. */
type Spawning = { env?: NodeJS.ProcessEnv; uid?: number; through?: [string, ...string[]] };

/** Runs one command line as a process of its own. */
export function spawned(args: string[], { env, uid, through }: Spawning = {}): Promise<Ended> {
  const words = [...(through ?? []), process.execPath, MAIN, ...args];
  const child = spawn(words[0] ?? '', words.slice(1), {
    env: { ...process.env, ...env },
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

/** Writes a workflow folder as the files a person has; answers with its place. */
export function writeFolder(dir: string, folder: Folder): string {
  const { workflow, rules, cards, servers, practice } = folder;
  fs.mkdirSync(dir, { recursive: true });
  const put = (name: string, content: unknown): void =>
    fs.writeFileSync(path.join(dir, name), JSON.stringify(content));
  put('workflow.json', workflow);
  put('rules.json', rules);
  put('tools.json', { cards, ...(servers ? { servers } : {}) });
  put('practice.json', practice);
  return dir;
}

/** Control characters that must never reach a terminal. */
// oxlint-disable-next-line no-control-regex -- exactly these are looked for
export const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Words no person should have to know. */
const HARD =
  /\b(null value|undefined|JSON|exception|node|payload|stack|object Object)\b|\[[a-z_.]+\]/;

/** Expects a refusal: nothing on stdout, one line for people on stderr; gives that line. */
export function refusal(ended: Ended, code = 2): string {
  expect([ended.code, ended.out], ended.err).toEqual([code, '']);
  const line = ended.err.trimEnd();
  expect(line).toMatch(/^[^\n]{10,500}[.)]$/);
  expect(line).not.toMatch(HARD);
  expect(line).not.toMatch(CONTROL);
  expect(line).not.toMatch(/ at .*:\d+:\d+/);
  return line;
}
