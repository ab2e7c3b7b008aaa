// Which window the designer opens in, tried for every kind of desk without opening any.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { electronProgram, runProgram, shellFor, windowFor, type Desk } from './window.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'interlock-window-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, text: string): void => {
  const file = path.join(root, 'node_modules/electron', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const desk = (more: Partial<Desk> = {}): Desk => ({ env: {}, platform: 'linux', root, ...more });
const program = (): string => path.join(root, 'node_modules/electron/dist/electron');

function installElectron(version = '45.0.0'): void {
  put('package.json', '{"version":"45.0.0"}');
  put('dist/electron', '');
  put('dist/version', `v${version}`);
  put('path.txt', 'electron');
}

test('a whole Electron of the right version is found', () => {
  installElectron();
  expect(electronProgram(desk())).toBe(program());
});

test('no Electron, half of one, or another version counts as none', () => {
  expect(electronProgram(desk())).toBeUndefined();
  put('package.json', '{"version":"45.0.0"}');
  expect(electronProgram(desk())).toBeUndefined();
  put('dist/electron', '');
  expect(electronProgram(desk())).toBeUndefined();
  installElectron('44.0.0');
  expect(electronProgram(desk())).toBeUndefined();
});

test('an Electron that somebody names is taken as it is', () => {
  const dist = path.join(root, 'mine');
  mkdirSync(dist);
  writeFileSync(path.join(dist, 'electron'), '');
  const env = { ELECTRON_OVERRIDE_DIST_PATH: dist };
  expect(electronProgram(desk({ env }))).toBe(path.join(dist, 'electron'));
});

test('without a display nothing is opened', () => {
  expect(windowFor(desk(), 'http://127.0.0.1:1/#code=x', root)).toBeUndefined();
});

test('with a display a window opens on exactly the address', () => {
  const address = 'http://127.0.0.1:1/#code=x';
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const start = windowFor(desk({ platform, env: { DISPLAY: ':0' } }), address, root);
    expect(start?.args.some((arg) => arg === address || arg === `--app=${address}`)).toBe(true);
  }
});

test('the desktop app opens only with its program, its built files and a display', () => {
  const main = path.join(root, 'electron/dist/main.mjs');
  const seen = desk({ env: { DISPLAY: ':0' } });
  expect(shellFor(seen)).toBeUndefined();
  installElectron();
  expect(shellFor(seen)).toBeUndefined();
  mkdirSync(path.dirname(main), { recursive: true });
  writeFileSync(main, '');
  expect(shellFor(seen)).toEqual({ program: program(), args: [main] });
  expect(shellFor(desk())).toBeUndefined();
});

test('a program is waited for, and one that cannot start or ends badly is told apart', async () => {
  const node = (code: string) =>
    runProgram({ program: process.execPath, args: ['-e', code] }, process.env);
  expect(await node('')).toBe(true);
  expect(await node('process.exit(1)')).toBe(false);
  expect(await node('process.kill(process.pid, "SIGKILL")')).toBe(false);
  expect(await runProgram({ program: path.join(root, 'nothing'), args: [] }, {})).toBe(false);
});

test('what ends the start ends the program in order, and counts as its own end', async () => {
  const code = 'process.on("SIGTERM", () => process.exit(3)); setInterval(() => {}, 1000)';
  const ended = runProgram({ program: process.execPath, args: ['-e', code] }, process.env);
  await new Promise((resolve) => setTimeout(resolve, 300));
  process.emit('SIGTERM');
  expect(await ended).toBe(true);
});
