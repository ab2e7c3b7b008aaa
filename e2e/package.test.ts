// What `npm ci` stands on: exact versions, a lock file that needs neither a compiler nor a fixed
// address, scripts that were looked at, and a README that says why each library is there.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './tool.ts';

interface Manifest {
  private: boolean;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

interface LockEntry {
  resolved?: string;
  gypfile?: boolean;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}

const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockEntry> };
const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
const entries = Object.entries(lock.packages);

test('every version is exact', () => {
  const exact = /^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+$/;
  expect(Object.entries(wanted).filter(([, version]) => !exact.test(version))).toEqual([]);
});

test('the package cannot be published by mistake', () => {
  expect(manifest.private).toBe(true);
});

test('the lock entry of better-sqlite3 keeps npm from compiling it', () => {
  const entry = lock.packages['node_modules/better-sqlite3'];
  expect(entry?.gypfile, 'run "node e2e/lock-gypfile.mjs"').toBe(false);
});

test('the lock file names no address', () => {
  expect(entries.filter(([, entry]) => /^https?:/.test(entry.resolved ?? ''))).toEqual([]);
});

test('the lock file holds every platform of the native tools', () => {
  const missing = entries.flatMap(([name, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((other) => /(darwin|win32)/.test(other))
      .filter((other) => !entries.some(([place]) => place.endsWith(`node_modules/${other}`)))
      .map((other) => `${name} misses ${other}`),
  );
  expect(missing).toEqual([]);
});

test('every install script was decided on', () => {
  const scripted = entries
    .filter(([name, entry]) => name && entry.hasInstallScript)
    .map(([name]) => name.split('node_modules/').at(-1) ?? name);
  expect(scripted.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
});

test('the README names every library and why it is there', () => {
  const readme = read('README.md');
  expect(Object.keys(wanted).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
