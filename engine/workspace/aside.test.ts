// A damaged record never keeps the app from starting, and never takes a workflow with it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RefusedError } from '../base/refused.ts';
import { openApp, type App } from './app.ts';
import { openWorkspace, type Workspace } from './open.ts';
import { findPlace } from './place.ts';

let dir = '';
let workspace: Workspace;
beforeEach(async () => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-aside-'));
  workspace = openWorkspace(findPlace(path.join(dir, 'ws')), () => 0.5);
  const app = open();
  const started = await app.engine.startRun({
    folder: app.workflows.open('expense-approval').folder,
    setting: workspace.setting(),
    input: { amount: 20, purpose: 'Train', category: 'travel', date: '2026-11-12' },
    practice: true,
    pace: 'full',
  });
  if ('wrong' in started) throw new Error(started.wrong.code);
  await app.engine.settled(started.run);
  await app.close();
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

function open(): App {
  const app = openApp(workspace, { onQuit: () => {}, setAside: true });
  if (app === 'taken') throw new Error('taken');
  return app;
}

const DAMAGE: [what: string, make: (whole: Buffer) => Buffer][] = [
  ['is another kind of file', () => Buffer.from('hello '.repeat(3000))],
  ['is cut in half', (whole) => whole.subarray(0, whole.length / 2)],
  ['has bytes turned', (whole) => Buffer.from(whole.map((b, i) => (i % 37 ? b : b ^ 0x5a)))],
];
test.each(DAMAGE)('a record that %s is moved away whole and the app works', async (_, make) => {
  const { database } = workspace.files;
  const bad = make(fs.readFileSync(database));
  fs.writeFileSync(database, bad);
  const app = open();
  const kept = path.join(app.movedTo ?? '', path.basename(database));
  expect(fs.readFileSync(kept).equals(bad)).toBe(true);
  expect(app.workflows.list().length).toBeGreaterThan(0);
  expect(app.engine.runs(10)).toEqual([]);
  expect(app.verify().ok).toBe(true);
  await app.close();
});

test('a good record stays where it is', async () => {
  const app = open();
  expect([app.movedTo, app.engine.runs(10).length]).toEqual([undefined, 1]);
  await app.close();
});

test('a record of a newer version is refused and left exactly as it is', () => {
  const db = new Database(workspace.files.database);
  db.pragma('journal_mode = delete');
  db.pragma('user_version = 99');
  db.close();
  const before = fs.readFileSync(workspace.files.database);
  try {
    open();
    throw new Error('opened');
  } catch (error) {
    expect((error as RefusedError).wrong?.code).toBe('record.newer');
  }
  expect(fs.readFileSync(workspace.files.database).equals(before)).toBe(true);
  expect(fs.readdirSync(workspace.stateDir).some((name) => name.startsWith('damaged'))).toBe(false);
});
