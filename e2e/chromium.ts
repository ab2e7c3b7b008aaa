// A Chromium for the browser tests: Playwright's own, the system's Chromium, Chrome or Edge by
// absolute path, or Debian's package where this process may install it. Nothing is ever looked up
// on the PATH, because a test machine's PATH may hold only node, npm and sh; programs that need
// one (Debian's start script, apt-get) get the system folders appended to theirs.
// CH1 Debian's Chromium without windows comes first: the same engine, and the tests take a fifth
//     less.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';

const SYSTEM_PATH = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];
const APT_GET = '/usr/bin/apt-get';
/** Debian's packages; older releases have only the second. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/** What is said when no browser can be had. */
export const NO_CHROMIUM =
  'The browser tests did not run: install Chromium, Chrome or Edge (on Debian as root: ' +
  '"apt-get install chromium-headless-shell"; anywhere: "npx playwright install chromium") and run this again.';

/** Where each system keeps its browsers; the first that starts is taken. */
export function systemBrowsers(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', path.join(env.HOME ?? '', 'Applications')].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return folders
      .filter(Boolean)
      .flatMap((folder) => [
        `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
        `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
      ]);
  }
  return [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
  ];
}

/** An environment in which system programs find each other; what was on the PATH stays first. */
export function systemEnv(env: NodeJS.ProcessEnv): Record<string, string> {
  const known = Object.entries(env).filter((entry): entry is [string, string] => !!entry[1]);
  const folders = [env.PATH, ...SYSTEM_PATH].filter(Boolean);
  return { ...Object.fromEntries(known), PATH: folders.join(path.delimiter) };
}

/** Whether a browser is there and answers. Only Linux has stand-ins that are there and do not. */
export function isUsable(file: string): boolean {
  if (!existsSync(file)) return false;
  if (process.platform !== 'linux') return true;
  return spawnSync(file, ['--version'], { env: systemEnv(process.env) }).status === 0;
}

/** A usable browser of this machine, or nothing. `INTERLOCK_CHROMIUM` names one outright. */
export function findChromium(): string | undefined {
  const named = process.env.INTERLOCK_CHROMIUM;
  const known = [chromium.executablePath(), ...systemBrowsers(process.platform, process.env)];
  return (named ? [named] : known).find(isUsable);
}

/** Whether Debian's package can be installed from here. */
export function mayInstall(platform: NodeJS.Platform, user: number | undefined): boolean {
  return platform === 'linux' && user === 0 && existsSync(APT_GET);
}

/** Finds a browser or installs Debian's; nothing when neither works. Takes up to some minutes. */
export function obtainChromium(): string | undefined {
  const found = findChromium();
  if (found || process.env.INTERLOCK_CHROMIUM) return found;
  if (!mayInstall(process.platform, process.getuid?.())) return undefined;
  process.stdout.write('No Chromium here: installing the Debian package\n');
  const env = { ...systemEnv(process.env), DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...args: string[]): boolean => {
    const ended = spawnSync(APT_GET, args, { env, encoding: 'utf8' });
    if (ended.status !== 0) process.stdout.write(`${ended.stderr ?? ended.error?.message}\n`);
    return ended.status === 0;
  };
  aptGet('update');
  PACKAGES.some((name) => aptGet('install', '-y', '--no-install-recommends', name));
  return findChromium();
}

/**
 * How a test starts the browser: nothing that phones home, no graphics card, and no sandbox for
 * root, under whom Chromium has none.
 */
export function launchOptions(executablePath: string | undefined) {
  return {
    executablePath,
    env: systemEnv(process.env),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--crash-dumps-dir=${os.tmpdir()}`,
    ],
  };
}
