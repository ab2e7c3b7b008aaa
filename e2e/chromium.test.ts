// A browser is found without a PATH, and nothing is installed where nobody allowed it.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isUsable, launchOptions, mayInstall, systemBrowsers, systemEnv } from './chromium.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'interlock-chromium-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function script(name: string, body: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}

test('browsers are looked for by absolute path on every system', () => {
  const env = {
    HOME: '/h',
    PROGRAMFILES: 'C:\\P',
    'PROGRAMFILES(X86)': 'C:\\X',
    LOCALAPPDATA: 'C:\\L',
  };
  for (const platform of ['linux', 'darwin'] as const) {
    const names = systemBrowsers(platform, env);
    expect(names.filter((name) => !path.posix.isAbsolute(name))).toEqual([]);
    expect(names.some((name) => /chromium/i.test(name))).toBe(true);
  }
  const names = systemBrowsers('win32', env);
  expect(names.filter((name) => !path.win32.isAbsolute(name))).toEqual([]);
  expect(systemBrowsers('win32', { PROGRAMFILES: 'C:\\P' })).toHaveLength(2);
});

test('a stand-in that does not answer is no browser', () => {
  expect(isUsable(path.join(folder, 'absent'))).toBe(false);
  expect(isUsable(script('good', 'echo Chromium 1'))).toBe(true);
  if (process.platform === 'linux') expect(isUsable(script('stub', 'exit 1'))).toBe(false);
});

test('system programs find each other, and what was on the PATH stays first', () => {
  const env = systemEnv({ PATH: '/a:/b', LANG: 'C', EMPTY: undefined });
  expect(env).toEqual({ PATH: '/a:/b:/usr/bin:/bin:/usr/sbin:/sbin', LANG: 'C' });
  const ended = spawnSync('/bin/sh', ['-c', 'ls /'], { env: systemEnv({}) });
  expect(ended.status).toBe(0);
});

test('only root on Debian installs anything', () => {
  expect(mayInstall('linux', 1000)).toBe(false);
  expect(mayInstall('darwin', 0)).toBe(false);
  expect(mayInstall('win32', undefined)).toBe(false);
});

test('the browser is started without anything that calls home', () => {
  const { args, executablePath } = launchOptions('/browser');
  expect(executablePath).toBe('/browser');
  expect(args).toContain('--disable-background-networking');
  expect(args.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
});
