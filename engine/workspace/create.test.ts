// A workspace's first day, and every later one.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RefusedError } from '../base/refused.ts';
import { copyWorkflow, ensureWorkspace, samplesDir, sampleSlugs } from './create.ts';
import { openWorkspace } from './open.ts';
import { findPlace, socketPath } from './place.ts';

let home = '';
const dir = (): string => path.join(home, 'ws');
const random = (): number => 0.5;
const read = (...parts: string[]): string => fs.readFileSync(path.join(...parts), 'utf8');
/** Every file below a folder with its content. */
const snapshot = (folder: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), fs.readFileSync(file, 'base64')]),
  );

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-ws-'));
});
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

const around = (env: Record<string, string> = {}, platform: NodeJS.Platform = 'linux') => ({
  env,
  platform,
  home,
});

test('the default workspace keeps its state apart from its documents', () => {
  const place = findPlace(undefined, around());
  expect(place.dir).toBe(path.join(home, 'Documents', 'Interlock'));
  expect(place.stateOf('ws_abc')).toBe(path.join(home, '.local/share/interlock/ws_abc'));
  expect(findPlace(undefined, around({}, 'darwin')).stateOf('ws_abc')).toContain(
    'Application Support',
  );
});

test('a folder named on purpose keeps its state inside', () => {
  const named = findPlace(undefined, around({ INTERLOCK_WORKSPACE: dir() }));
  expect([named.dir, named.stateOf('x')]).toEqual([dir(), path.join(dir(), '.state')]);
  expect(findPlace('/elsewhere', around({ INTERLOCK_WORKSPACE: dir() })).dir).toBe('/elsewhere');
});

test('the id in a file never leads out of the state folder', () => {
  for (const id of ['../../etc', 'a/b', '..', 'C:\\x', 'nul\0', '']) {
    const root = path.join(home, '.local/share/interlock');
    const state = findPlace(undefined, around()).stateOf(id);
    expect(path.dirname(state)).toBe(root);
  }
});

test('two workspaces with one id do not share a socket', () => {
  expect(socketPath('ws_abc', '/one')).not.toBe(socketPath('ws_abc', '/two'));
  expect(socketPath('ws_abc', '/one')).toBe(socketPath('ws_abc', '/one'));
});

test('the first opening copies template and samples and leaves the originals alone', () => {
  const before = snapshot(samplesDir());
  const workspace = openWorkspace(findPlace(dir()), random);
  expect(snapshot(samplesDir())).toEqual(before);
  const copied = fs.readdirSync(path.join(dir(), 'workflows'));
  expect(copied.toSorted()).toEqual(sampleSlugs(samplesDir()));
  for (const slug of copied)
    expect(read(dir(), 'workflows', slug, 'workflow.json')).toBe(
      read(samplesDir(), slug, 'workflow.json'),
    );
  expect(read(dir(), '.gitignore')).toContain('.state/');
  expect(workspace.setting().people.length).toBeGreaterThan(1);
  expect(workspace.id).not.toBe(JSON.parse(read(samplesDir(), '_workspace/workspace.json')).id);
});

test('a second opening changes nothing', () => {
  const { id } = openWorkspace(findPlace(dir()), random);
  const people = '[{"id":"me","name":"Me","roles":["manager"]}]';
  fs.writeFileSync(path.join(dir(), 'people.json'), people);
  fs.rmSync(path.join(dir(), 'workflows', 'expense-approval'), { recursive: true });
  const again = openWorkspace(findPlace(dir()), () => 0.1);
  expect(again.id).toBe(id);
  expect(again.setting().people.map((person) => person.name)).toEqual(['Me']);
  expect(fs.existsSync(path.join(dir(), 'workflows', 'expense-approval'))).toBe(false);
});

test('an opening that was broken off is finished by the next', () => {
  openWorkspace(findPlace(dir()), random);
  const whole = Object.keys(snapshot(path.join(dir(), 'workflows')));
  fs.rmSync(path.join(dir(), 'workspace.json'));
  fs.rmSync(path.join(dir(), 'workflows', 'expense-approval'), { recursive: true });
  fs.mkdirSync(path.join(dir(), 'workflows', '.expense-approval.1'));
  openWorkspace(findPlace(dir()), random);
  expect(Object.keys(snapshot(path.join(dir(), 'workflows')))).toEqual(whole);
});

test('of two first openings at once one makes the workspace and both use it', () => {
  const made = [
    ensureWorkspace(dir(), samplesDir(), 'ws_first'),
    ensureWorkspace(dir(), samplesDir(), 'ws_second'),
  ];
  expect(made).toEqual([true, false]);
  expect(openWorkspace(findPlace(dir()), random).id).toBe('ws_first');
});

test('a workflow that is there already is not overwritten', () => {
  const to = path.join(home, 'flow');
  fs.mkdirSync(to);
  fs.writeFileSync(path.join(to, 'workflow.json'), 'mine');
  copyWorkflow(path.join(samplesDir(), 'expense-approval'), to);
  expect(read(to, 'workflow.json')).toBe('mine');
});

const codeOf = (open: () => unknown): string => {
  try {
    open();
  } catch (error) {
    if (error instanceof RefusedError) return error.wrong.code;
    throw error;
  }
  return 'opened';
};

test('a place that cannot be a workspace is refused with the reason', () => {
  const file = path.join(home, 'file');
  fs.writeFileSync(file, '');
  expect(codeOf(() => openWorkspace(findPlace(file), random))).toBe('workspace.no_folder');
});

test('a workspace whose files cannot be read is refused, not replaced', () => {
  openWorkspace(findPlace(dir()), random);
  fs.writeFileSync(path.join(dir(), 'people.json'), '[{');
  expect(codeOf(() => openWorkspace(findPlace(dir()), random))).toBe('problem.file_cut_off');
  expect(read(dir(), 'people.json')).toBe('[{');
});
