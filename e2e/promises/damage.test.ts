// Damage stays where it is: whatever becomes of the record's file, the app starts and every
// workflow is there; and a key of the secrets that is lost takes nothing but the secrets.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RefusedError } from '../../engine/base/refused.ts';
import { handlers } from '../../engine/api/handlers.ts';
import { openApp, type App } from '../../engine/workspace/app.ts';
import { openWorkspace } from '../../engine/workspace/open.ts';
import { findPlace } from '../../engine/workspace/place.ts';
import { seeded } from '../kit/seeded.ts';
import { agree, begin, openHouse } from './house.ts';

const DAMAGES = 60;
const before = { ...process.env };
let dir = '';
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-damage-'));
});
afterEach(() => {
  process.env = { ...before };
  fs.rmSync(dir, { recursive: true, force: true });
});

/** What stands in the drawings, and that they can be opened. */
const drawings = (app: App): string[] =>
  app.workflows.list().map(({ slug }) => `${slug} ${app.workflows.open(slug).hash}`);

/** Beginnings of what is stored as text: events, cards, runs. */
const TEXTS = ['["effect', '["card', '["run.', '{"id":'];

/** What can happen to a file's bytes. */
function damaged(whole: Buffer, random: () => number): Buffer {
  const at = (): number => Math.floor(random() * whole.length);
  const how = random();
  if (how < 0.1) return whole.subarray(0, at());
  if (how < 0.2) return Buffer.concat([whole, whole.subarray(0, at())]);
  if (how < 0.3) return Buffer.from(whole).fill(0, at());
  const bad = Buffer.from(whole);
  const flips = how < 0.5 ? 1 : 200;
  for (let i = 0; i < flips; i++) bad[at()] = Math.floor(random() * 256);
  // Beginnings of pages say where everything lies.
  if (how > 0.8) for (let i = 0; i < 8; i++) bad[at() & ~4095] = Math.floor(random() * 256);
  return bad;
}

/** A sign changed inside a stored text: nothing notices but whoever reads it. */
function unreadable(whole: Buffer, text: string, sign: number): Buffer {
  const bad = Buffer.from(whole);
  const start = bad.indexOf(text);
  expect(start).toBeGreaterThan(0);
  bad[start + sign] = 93;
  return bad;
}

/**
 * Uses the record in every way there is; refusals are sentences, anything else thrown is a crash.
 */
async function use(app: App, run: string): Promise<void> {
  const asks: (() => unknown)[] = [
    () => app.engine.runs(50),
    () => app.engine.run(run),
    () => app.engine.inbox(),
    () => app.engine.events(run, 0, 1000),
    () => app.verify(),
    () => app.engine.recover(),
    () => begin(app, 'expense-approval', { amount: 20 }),
  ];
  for (const ask of asks)
    try {
      await ask();
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
    }
}

test('a damaged record never keeps the app from starting, and never takes a workflow with it', async () => {
  const house = openHouse(dir);
  const run = await begin(house, 'expense-approval', { amount: 1800 });
  await begin(house, 'mail-to-crm');
  const expected = drawings(house);
  const { database } = house.workspace.files;
  await house.close();
  const whole = fs.readFileSync(database);
  const kept = fs.readFileSync(house.workspace.files.anchors);
  const random = seeded(23);
  const counts = { moved: 0, stays: 0 };
  const texts = TEXTS.flatMap((text) => [1, 8, 20].map((sign) => unreadable(whole, text, sign)));
  for (let n = 0; n < DAMAGES; n++) {
    for (const end of ['-wal', '-shm']) fs.rmSync(database + end, { force: true });
    const bad = texts[n] ?? damaged(whole, random);
    fs.writeFileSync(database, bad);
    fs.writeFileSync(house.workspace.files.anchors, kept);
    const workspace = openWorkspace(findPlace(dir), Math.random);
    const app = openApp(workspace, { onQuit: () => {}, setAside: true });
    if (app === 'taken') throw new Error('taken');
    expect(drawings(app)).toEqual(expected);
    expect(handlers.workflows(app, {})).toHaveLength(expected.length);
    if (app.movedTo === undefined) counts.stays += 1;
    else {
      counts.moved += 1;
      const aside = fs.readFileSync(path.join(app.movedTo, path.basename(database)));
      expect(aside.equals(bad)).toBe(true);
      expect(await agree(app, await begin(app, 'expense-approval', { amount: 20 }))).toBe('done');
      fs.rmSync(app.movedTo, { recursive: true });
    }
    await use(app, run);
    await app.close().catch((error: unknown) => {
      if (!(error instanceof RefusedError)) throw error;
    });
  }
  expect(counts.moved).toBeGreaterThan(DAMAGES / 5);
  expect(counts.stays).toBeGreaterThan(DAMAGES / 20);
}, 240_000);

const VALUE = 'hush-4711-wxyz-0815';
const SPELLINGS = [
  VALUE,
  Buffer.from(VALUE).toString('base64').replace(/=+$/, ''),
  Buffer.from(VALUE).toString('hex'),
];
const files = (of: string): string[] =>
  fs
    .readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

test('secrets lie encrypted, and losing their key breaks nothing else', async () => {
  const place = {
    name: 'shop',
    place: { host: 'api.example.com', port: 443 },
    by: 'tool' as const,
  };
  Object.assign(process.env, { INTERLOCK_SECRETS: 'file', INTERLOCK_SECRET_KEY: 'the right key' });
  const first = openHouse(dir);
  expect(await first.secrets.set('shop', VALUE, ['api.example.com'])).toEqual({ where: 'file' });
  expect(await first.secrets.read(place)).toMatchObject({ ok: true, value: VALUE });
  const run = await begin(first, 'expense-approval', { amount: 1800, purpose: `Key ${VALUE}` });
  const expected = drawings(first);
  await first.close();
  const leaks = (): string[] =>
    files(dir).filter((file) => {
      const text = fs.readFileSync(file, 'latin1');
      return SPELLINGS.some((one) => text.includes(one));
    });
  expect(leaks()).toEqual([]);

  for (const key of ['another key', undefined]) {
    delete process.env['INTERLOCK_SECRET_KEY'];
    if (key) process.env['INTERLOCK_SECRET_KEY'] = key;
    const again = openHouse(dir);
    await again.engine.recover();
    const read = await again.secrets.read(place);
    expect([key, read.ok]).toEqual([key, false]);
    expect(again.secrets.list()).toMatchObject([{ name: 'shop' }]);
    expect(drawings(again)).toEqual(expected);
    expect(again.engine.run(run)?.status).toBe('waiting');
    expect(again.verify().ok).toBe(true);
    expect(await agree(again, await begin(again, 'expense-approval', { amount: 20 }))).toBe('done');
    await again.close();
  }
  process.env['INTERLOCK_SECRET_KEY'] = 'a new key';
  const last = openHouse(dir);
  await last.engine.recover();
  expect(await last.secrets.set('shop', VALUE, ['api.example.com'])).toEqual({ where: 'file' });
  expect(await last.secrets.read(place)).toMatchObject({ ok: true, value: VALUE });
  expect(await agree(last, run)).toBe('done');
  await last.close();
  expect(leaks()).toEqual([]);
}, 60_000);
