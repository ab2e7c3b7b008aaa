// How the installers are made, as data: what goes in, what is switched off, what a file belongs to.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { childProgram } from '../engine/tools/child-node.ts';
import { FUSES } from './security.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const builder = read('electron/builder.json');
const manifest = read('package.json');

test('the fuses of an installer are those the shell decided on', () => {
  const small = Object.entries(FUSES).map(([name, isOn]) => [
    `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`,
    isOn,
  ]);
  expect(builder.electronFuses).toEqual(Object.fromEntries(small));
  expect(builder.asar).toBe(true);
});

test('it is made of the Electron this code was checked against, for every system', () => {
  expect(builder.electronVersion).toBe(manifest.devDependencies.electron);
  expect(builder.linux.target).toEqual(['AppImage', 'deb']);
  expect([builder.mac.target, builder.win.target]).toEqual([['dmg'], ['nsis']]);
  expect(builder.extraMetadata.main).toBe('electron/dist/main.mjs');
});

test('the app brings the Node its child programs need, because its own program is none', () => {
  expect(builder.electronFuses.runAsNode).toBe(false);
  const host = { execPath: '/opt/app', platform: 'linux', versions: {}, env: {} } as const;
  const inArchive = (file: string) => new URL(`file:///opt/resources/app.asar/${file}`);
  const { node } = childProgram(inArchive('a.cjs'), host);
  expect(node).toBe(`/opt/resources/${builder.extraResources[0].to}/node`);
  expect(builder.extraResources).toEqual([
    { from: 'node_modules/node/bin', to: 'node', filter: ['node', 'node.exe'] },
    { from: 'node_modules/node/node_modules', to: 'node', filter: ['node-*/LICENSE'] },
  ]);
  expect(manifest.dependencies.node).toBe(read('node_modules/node/package.json').version);
});

test('what that Node reads lies outside the archive, and nothing else that is ours', () => {
  const isOutside = (file: string): boolean =>
    builder.asarUnpack.some((pattern: string) => path.matchesGlob(file, pattern));
  const built = (name: string): string => `electron/dist/${name}`;
  for (const name of ['sql-process.cjs', 'mcp-keeper.cjs'])
    expect(isOutside(built(name))).toBe(true);
  for (const name of ['lib/index.js', 'package.json', 'prebuilds/linux-x64.node'])
    expect(isOutside(`node_modules/better-sqlite3/${name}`), name).toBe(true);
  const kept = ['main.mjs', 'engine-process.mjs', 'worker.mjs', 'preload.cjs'].map(built);
  expect([...kept, 'renderer/dist/index.html'].filter(isOutside)).toEqual([]);
});

test('a workflow file belongs to the app, and nothing is published by itself', () => {
  expect(builder.fileAssociations.map(({ ext }: { ext: string }) => ext)).toEqual(['interlock']);
  expect(builder.publish).toBe(null);
});

test('only what is built goes in, no source, no test and nothing anybody keeps secret', () => {
  const taken: string[] = builder.files.filter((one: string) => !one.startsWith('!'));
  const from = new Set(taken.map((one) => one.split('/')[0]));
  expect(from).toEqual(new Set(['electron', 'node_modules', 'renderer', 'samples']));
  expect(taken.filter((one) => /\.env|secret|\.state|(^|\/)src\//.test(one))).toEqual([]);
  expect(taken.filter((one) => /^(electron|renderer)\//.test(one))).toEqual([
    'electron/dist/**',
    'renderer/dist/**',
  ]);
});
