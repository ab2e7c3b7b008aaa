// The launcher: any Node from 20 on may start it, and what it starts is indistinguishable from the
// command line itself. It is tried in a small installation of its own.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGE, isStale } from './ensure-built.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'interlock-bin-'));
const bin = path.join(root, 'engine/cli/bin.js');

/** Writes a file of the installation, dated in whole seconds after the epoch. */
function put(name: string, text: string, seconds = 1): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, seconds, seconds);
}

beforeAll(() => {
  for (const name of ['bin.js', 'flags.js', 'ensure-built.ts', 'window.ts']) {
    mkdirSync(path.dirname(bin), { recursive: true });
    cpSync(path.join(import.meta.dirname, name), path.join(root, 'engine/cli', name));
    utimesSync(path.join(root, 'engine/cli', name), 1, 1);
  }
  put('package.json', '{"type":"module"}');
  put(
    'engine/cli/main.ts',
    `const [what, ...rest]: string[] = process.argv.slice(2);
     if (what === 'wait') setInterval(() => {}, 1000), console.log('waiting');
     else if (what === 'exit') process.exit(Number(rest[0]));
     else console.log(JSON.stringify({ what, rest }));`,
  );
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const launch = (...args: string[]) =>
  spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });

test('arguments and output pass through unchanged', () => {
  const { stdout, stderr, status } = launch('run', 'a b', '--set', 'k=');
  expect(JSON.parse(stdout)).toEqual({ what: 'run', rest: ['a b', '--set', 'k='] });
  expect([stderr, status]).toEqual(['', 0]);
});

test('the exit code passes through', () => {
  expect(launch('exit', '5').status).toBe(5);
});

test('what ends the launcher ends the command', async () => {
  const child = spawn(process.execPath, [bin, 'wait'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const code = await new Promise((resolve) => {
    child.stdout.once('data', () => child.kill('SIGTERM'));
    child.on('close', resolve);
  });
  expect(code).toBe(128 + os.constants.signals.SIGTERM);
});

test('start leaves an installation without renderer sources alone', () => {
  expect(JSON.parse(launch('start', '--port', '0').stdout).what).toBe('start');
});

test('start ends with one sentence when the renderer cannot be built', () => {
  put('renderer/vite.config.ts', '');
  const { status, stdout, stderr } = launch('start');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toBe('The designer has to be built first: run "npm ci" in its folder.\n');
});

test('built files are stale when missing or older than a source, never because of a test', () => {
  rmSync(path.join(root, 'renderer'), { recursive: true, force: true });
  expect(isStale(root, PAGE)).toBe(true);
  put('renderer/dist/index.html', '', 10);
  put('renderer/main.tsx', '', 9);
  expect(isStale(root, PAGE)).toBe(false);
  put('renderer/main.test.tsx', '', 11);
  expect(isStale(root, PAGE)).toBe(false);
  put('nodes/start.ts', '', 11);
  expect(isStale(root, PAGE)).toBe(true);
});
