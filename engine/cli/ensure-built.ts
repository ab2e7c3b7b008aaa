// Builds what `interlock start` opens when its built files are missing or older than anything they
// are made from, so that a fresh clone and a changed one both start in one command: always the
// page, and the desktop app around it where Electron's program is there to run it.
// An installation without the sources has nothing to build and is left alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { electronProgram } from './window.ts';

/** One thing that is built. */
export type Part = {
  /** What a person knows it as. */
  name: string;
  config: string;
  sources: string[];
  /** The file that is written last. */
  built: string;
  /** One run of the build for each. */
  modes: string[];
};

export const PAGE: Part = {
  name: 'designer',
  config: 'renderer/vite.config.ts',
  sources: ['renderer', 'engine', 'nodes', 'package-lock.json'],
  built: 'renderer/dist/index.html',
  modes: ['production'],
};

export const SHELL: Part = {
  name: 'desktop app',
  config: 'electron/vite.config.ts',
  sources: ['electron', 'engine', 'nodes', 'package-lock.json'],
  built: 'electron/dist/preload.cjs',
  modes: ['production', 'alone'],
};

const NOT_BUILT_FROM = /\.test\.tsx?$/;

/** The time of the newest file at or below a path; 0 when there is none. */
function newest(place: string): number {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return 0;
  if (found.isFile()) return NOT_BUILT_FROM.test(place) ? 0 : found.mtimeMs;
  const names = readdirSync(place).filter((name) => name !== 'dist');
  return Math.max(0, ...names.map((name) => newest(path.join(place, name))));
}

/** Whether what is built is missing or older than its sources. */
export function isStale(root: string, { built, sources }: Part): boolean {
  const made = statSync(path.join(root, built), { throwIfNoEntry: false });
  if (!made) return true;
  return sources.some((place) => newest(path.join(root, place)) > made.mtimeMs);
}

/** The JavaScript file of the installed Vite, or nothing where it is not installed. */
function viteFile(root: string): string | undefined {
  const folder = path.join(root, 'node_modules/vite');
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) return undefined;
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { vite: string } };
  return path.join(folder, bin.vite);
}

/** Builds when it must; answers whether there is something to start. */
export function ensureBuilt(root: string, part: Part): boolean {
  const { name, config, modes } = part;
  if (!existsSync(path.join(root, config)) || !isStale(root, part)) return true;
  const vite = viteFile(root);
  if (!vite) {
    process.stderr.write(`The ${name} has to be built first: run "npm ci" in its folder.\n`);
    return false;
  }
  process.stderr.write(`Building the ${name}, which takes some seconds …\n`);
  return modes.every((mode) => {
    const args = [vite, 'build', '-c', config, '--mode', mode, '--logLevel', 'error'];
    const ended = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
    return ended.status === 0;
  });
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '../..');
  const { env, platform } = process;
  const parts = electronProgram({ env, platform, root }) ? [PAGE, SHELL] : [PAGE];
  process.exit(parts.every((part) => ensureBuilt(root, part)) ? 0 : 2);
}
