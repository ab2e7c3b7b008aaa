// Which window the designer opens in: the desktop app, a browser window of its own, the default
// browser, or none at all.
// W1 Electron is only ever looked for on disk: importing its package, or asking npm for it, would
//    begin a download.
// W2 without a display nothing is opened; the printed address is enough.
// W3 a browser's window lives on its own; the desktop app brings its engine along, so it is waited
//    for.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the choice depends on. */
export type Desk = {
  env: Record<string, string | undefined>;
  platform: NodeJS.Platform;
  /** The folder this installation lies in. */
  root: string;
};

/** A program with its arguments. */
type Start = { program: string; args: string[] };

const EXECUTABLE: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
};

/** The Electron program, when it is there whole and of the version the package asks for (W1). */
export function electronProgram({ env, platform, root }: Desk): string | undefined {
  const folder = path.join(root, 'node_modules', 'electron');
  const named = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const dist = named ?? path.join(folder, 'dist');
  const program = path.join(dist, EXECUTABLE[platform] ?? 'electron');
  if (!existsSync(program)) return undefined;
  if (named) return program;
  const manifest = read(path.join(folder, 'package.json'));
  const wanted = manifest && (JSON.parse(manifest) as { version: string }).version;
  const found = read(path.join(dist, 'version')).replace(/^v/, '');
  return found === wanted && existsSync(path.join(folder, 'path.txt')) ? program : undefined;
}

/** Browsers that can open a window without tabs, by where they are installed. */
function browsers({ env, platform }: Desk): string[] {
  if (platform === 'darwin')
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (platform === 'win32')
    return [
      path.join(env['ProgramFiles(x86)'] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
      path.join(env['ProgramFiles'] ?? '', 'Google/Chrome/Application/chrome.exe'),
    ];
  return ['google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge', 'brave-browser'].map(
    (name) => `/usr/bin/${name}`,
  );
}

/** Whether there is a screen to open a window on (W2). */
const hasDisplay = ({ env, platform }: Desk): boolean =>
  platform === 'darwin' ||
  platform === 'win32' ||
  Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);

/** How the desktop app is opened; nothing where its program, its files or a display lack. */
export function shellFor(desk: Desk): Start | undefined {
  const program = electronProgram(desk);
  const main = path.join(desk.root, 'electron/dist/main.mjs');
  return program && hasDisplay(desk) && existsSync(main) ? { program, args: [main] } : undefined;
}

/** How an address is opened; nothing without a display (W2). `profile` is a folder of our own. */
export function windowFor(desk: Desk, address: string, profile: string): Start | undefined {
  const { platform } = desk;
  if (!hasDisplay(desk)) return undefined;
  const program = browsers(desk).find((place) => existsSync(place));
  const own = [`--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'];
  if (program) return { program, args: [`--app=${address}`, ...own] };
  if (platform === 'darwin') return { program: '/usr/bin/open', args: [address] };
  if (platform === 'win32') return { program: 'explorer.exe', args: [address] };
  return { program: '/usr/bin/xdg-open', args: [address] };
}

/** Starts a browser's window and forgets it (W3). */
export function openWindow({ program, args }: Start): void {
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => {}); // no window is no failure: the address is printed
  child.unref();
}

/** Runs a program in this terminal until it ends (W3). False when it ended badly. */
export function runProgram({ program, args }: Start, env: Desk['env']): Promise<boolean> {
  const child = spawn(program, args, { stdio: 'inherit', env });
  let isEnding = false;
  const end = (signal: NodeJS.Signals): void => {
    isEnding = true;
    // Ctrl+C reaches the program by itself; a second one would cut its orderly end short.
    if (signal !== 'SIGINT') child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, end);
  return new Promise((resolve) => {
    const done = (isGood: boolean): void => {
      for (const signal of signals) process.off(signal, end);
      resolve(isGood || isEnding);
    };
    child.once('error', () => done(false));
    child.once('close', (code) => done(code === 0));
  });
}
