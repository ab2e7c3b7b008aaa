// Builds the renderer before `interlock start` when its built files are missing or older than
// anything they are made from, so that a fresh clone and a changed one both start in one command.
// An installation without the renderer's sources has nothing to build and is left alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['renderer', 'engine', 'nodes', 'package-lock.json'];
const BUILT = 'renderer/dist/index.html';
const CONFIG = 'renderer/vite.config.ts';
const NOT_BUILT_FROM = /\.test\.tsx?$/;

/** The time of the newest file at or below a path; 0 when there is none. */
function newest(place: string): number {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return 0;
  if (found.isFile()) return NOT_BUILT_FROM.test(place) ? 0 : found.mtimeMs;
  const names = readdirSync(place).filter((name) => name !== 'dist');
  return Math.max(0, ...names.map((name) => newest(path.join(place, name))));
}

/** Whether the built renderer is missing or older than its sources. */
export function isStale(root: string): boolean {
  const built = statSync(path.join(root, BUILT), { throwIfNoEntry: false });
  if (!built) return true;
  return SOURCES.some((place) => newest(path.join(root, place)) > built.mtimeMs);
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
function ensureBuilt(root: string): boolean {
  if (!existsSync(path.join(root, CONFIG)) || !isStale(root)) return true;
  const vite = viteFile(root);
  if (!vite) {
    process.stderr.write('The designer has to be built first: run "npm ci" in its folder.\n');
    return false;
  }
  process.stderr.write('Building the designer, which takes some seconds …\n');
  const args = [vite, 'build', '-c', CONFIG, '--logLevel', 'error'];
  const ended = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  return ended.status === 0;
}

if (import.meta.main) process.exit(ensureBuilt(path.resolve(import.meta.dirname, '../..')) ? 0 : 2);
