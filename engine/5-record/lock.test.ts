// One engine per workspace, and files that are not ours or not of today are left alone.

import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openReadOnly } from './journal.ts';
import { takeLock } from './lock.ts';
import { JOURNAL } from './schema.ts';
import { openDatabase } from './sqlite.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'interlock-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const LIBRARY = import.meta.resolve('better-sqlite3');
/** A process that takes the lock, says so, and keeps it. */
const holder = (file: string): string =>
  `import Database from ${JSON.stringify(LIBRARY)};
   const db = new Database(${JSON.stringify(file)}, { timeout: 0 });
   db.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => {}, 1000);`;

describe('the lock', () => {
  test('a second engine is told that another one works here, and gets in when that one is done', () => {
    const file = join(dir, 'engine.lock');
    const first = takeLock(file);
    expect(takeLock(file)).toEqual({ ok: false, wrong: { code: 'record.locked' } });
    if (first.ok) first.lock.release();
    const second = takeLock(file);
    expect(second.ok).toBe(true);
    if (second.ok) second.lock.release();
    expect(readFileSync(file)).toHaveLength(0);
  });

  test('the lock of a process that was killed is free at once', async () => {
    const file = join(dir, 'engine.lock');
    const other = spawn(process.execPath, ['--input-type=module', '-e', holder(file)]);
    await new Promise((resolve) => other.stdout.once('data', resolve));
    expect(takeLock(file)).toEqual({ ok: false, wrong: { code: 'record.locked' } });
    const ended = new Promise((resolve) => other.once('exit', resolve));
    other.kill('SIGKILL');
    await ended;
    const mine = takeLock(file);
    expect(mine.ok).toBe(true);
    if (mine.ok) mine.lock.release();
  });
});

describe('opening', () => {
  const file = (): string => join(dir, 'interlock.db');
  const wrongOf = (act: (db: Database.Database) => void): unknown => {
    const db = new Database(file());
    act(db);
    db.close();
    const before = readFileSync(file());
    const opened = openDatabase(file(), JOURNAL);
    expect(readFileSync(file()).equals(before)).toBe(true);
    return opened.ok || opened.wrong.code;
  };

  test('every commit is synced: the setting is read back after the first write', () => {
    const opened = openDatabase(file(), JOURNAL);
    if (!opened.ok) throw new Error(opened.wrong.code);
    const read = (name: string): unknown => opened.db.pragma(name, { simple: true });
    opened.db.exec("INSERT INTO days(day, nano) VALUES('2026-11-20', 1)");
    expect([read('journal_mode'), read('synchronous'), read('fullfsync')]).toEqual(['wal', 2, 1]);
    expect([read('auto_vacuum'), read('trusted_schema'), read('secure_delete')]).toEqual([2, 0, 1]);
    opened.db.close();
    expect(readFileSync(file()).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  test("a file of another program, a newer Interlock's or no database at all is left untouched", () => {
    expect(wrongOf((db) => db.exec('CREATE TABLE theirs(x)'))).toBe('record.foreign');
    rmSync(file());
    openDatabase(file(), JOURNAL);
    expect(wrongOf((db) => db.pragma('user_version = 99'))).toBe('record.newer');
    for (const name of ['', '-wal', '-shm']) rmSync(file() + name, { force: true });
    writeFileSync(file(), 'these are not the pages you are looking for '.repeat(200));
    const opened = openDatabase(file(), JOURNAL);
    expect(opened.ok || opened.wrong.code).toBe('record.foreign');
  });

  test('a folder that is not there is named in the refusal, for writing and for reading', () => {
    const nowhere = join(dir, 'no', 'interlock.db');
    const wrong = { code: 'record.cannot_open', params: { file: nowhere } };
    expect(openDatabase(nowhere, JOURNAL)).toMatchObject({ ok: false, wrong });
    const files = { database: nowhere, anchors: join(dir, 'anchors') };
    expect(openReadOnly(files)).toMatchObject({ ok: false, wrong });
  });
});
