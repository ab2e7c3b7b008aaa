// Records of every earlier version lie in `records/`, packed, as that version wrote them: runs that
// ended, one that was stopped, one that is paused, two that wait for a person, and one with items.
// RE a record of a released version is never made anew, or it would prove nothing.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { openJournal, type RecordFiles } from '../../engine/5-record/journal.ts';
import { JOURNAL } from '../../engine/5-record/schema.ts';
import { backupOf, openDatabase, openDatabaseReadOnly } from '../../engine/5-record/sqlite.ts';
import { replay } from '../../engine/6-replay/replay.ts';
import { openWorkspace } from '../../engine/workspace/open.ts';
import { findPlace } from '../../engine/workspace/place.ts';
import { agree, openHouse } from './house.ts';

const RECORDS = path.join(import.meta.dirname, 'records');
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-upgrade-'));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

const earlier = fs.readdirSync(RECORDS).sort();

/** Unpacks a record of an earlier version into a folder. */
function unpack(version: string, to: string): RecordFiles {
  fs.mkdirSync(to, { recursive: true });
  for (const name of ['interlock.db', 'anchors.log']) {
    const packed = fs.readFileSync(path.join(RECORDS, version, `${name}.gz`));
    fs.writeFileSync(path.join(to, name), gunzipSync(packed));
  }
  return { database: path.join(to, 'interlock.db'), anchors: path.join(to, 'anchors.log') };
}

const FRAME = 4096 + 24;
/** What the disk holds after so many bytes of the log, in a folder of its own. */
function cut(from: RecordFiles, log: Buffer, bytes: number, to: string): RecordFiles {
  fs.rmSync(to, { recursive: true, force: true });
  fs.mkdirSync(to);
  const database = path.join(to, 'interlock.db');
  const anchors = path.join(to, 'anchors.log');
  fs.copyFileSync(from.database, database);
  fs.copyFileSync(from.anchors, anchors);
  fs.writeFileSync(`${database}-wal`, log.subarray(0, bytes));
  return { database, anchors };
}

/** What a file says of itself before anybody opens it to work on it. */
function versionIn({ database }: RecordFiles): [version: number, events: number] {
  const db = new Database(database);
  const version = db.pragma('user_version', { simple: true }) as number;
  const { n } = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM entries').get()!;
  db.close();
  return [version, n];
}

test('there is a record of every version before this one', () => {
  const known = JOURNAL.versions.slice(0, -1).map((_, i) => `version-${i + 1}`);
  expect(earlier).toEqual(known);
});

test('a record of an earlier version opens in this one and goes on, and one of a newer version is refused and left as it is', async () => {
  for (const version of earlier) {
    const place = path.join(dir, version);
    const { stateDir } = openWorkspace(findPlace(place), Math.random);
    const files = unpack(version, stateDir);
    const app = openHouse(place);
    await app.engine.recover();
    expect(app.verify().ok).toBe(true);
    const before = app.engine.runs(100);
    expect(before.map(({ status }) => status).sort()).toEqual(
      ['done', 'done', 'done', 'paused', 'stopped', 'waiting', 'waiting'].sort(),
    );
    for (const { run, status } of before) {
      if (status === 'paused') await app.engine.resume(run);
      expect([run, await agree(app, run)]).toEqual([run, status === 'stopped' ? status : 'done']);
    }
    expect(app.verify().ok).toBe(true);
    await app.close();
    const opened = openJournal(files);
    if (!opened.ok) throw new Error(opened.wrong.code);
    for (const { run } of before)
      expect(replay(opened.journal, run)).toMatchObject({ isSame: true });
    opened.journal.close();
    const db = new Database(files.database);
    db.pragma('journal_mode = delete');
    db.pragma(`user_version = ${JOURNAL.versions.length + 1}`);
    db.close();
    const whole = fs.readFileSync(files.database);
    for (const open of [openDatabase, openDatabaseReadOnly])
      expect(open(files.database, JOURNAL)).toMatchObject({ wrong: { code: 'record.newer' } });
    expect(fs.readFileSync(files.database).equals(whole)).toBe(true);
  }
});

test('an upgrade that is broken off at any write leaves the old record or the new one, whole', () => {
  for (const version of earlier) {
    const files = unpack(version, path.join(dir, `cut-${version}`));
    const [from, events] = versionIn(files);
    const opened = openDatabase(files.database, JOURNAL);
    if (!opened.ok) throw new Error(opened.wrong.code);
    const log = fs.readFileSync(`${files.database}-wal`);
    const frames = Math.floor((log.length - 32) / FRAME);
    const seen = new Set<number>();
    const last = path.join(dir, 'cut');
    for (let frame = 0; frame <= frames; frame++) {
      for (const more of frame < frames ? [0, 24, 24 + 2000] : [0]) {
        const broken = cut(files, log, 32 + frame * FRAME + more, last);
        const [found, kept] = versionIn(broken);
        expect([from, JOURNAL.versions.length]).toContain(found);
        expect(kept).toBe(events);
        seen.add(found);
        const again = openJournal(broken);
        if (!again.ok)
          throw new Error(`${again.wrong.code} after ${frame} writes and ${more} bytes`);
        if (more === 0) expect(again.journal.verify().ok).toBe(true);
        expect(again.journal.runs(100)).toHaveLength(7);
        again.journal.close();
      }
    }
    opened.db.close();
    expect([...seen].sort((a, b) => a - b)).toEqual([from, JOURNAL.versions.length]);
    expect(frames).toBeGreaterThan(5);
  }
});

test('before an upgrade the record as it was is copied to lie beside it', () => {
  for (const version of earlier) {
    const files = unpack(version, path.join(dir, `copy-${version}`));
    const [from] = versionIn(files);
    const rows = (file: string): unknown[] => {
      const db = new Database(file, { readonly: true });
      const all = db.prepare('SELECT * FROM entries ORDER BY pos').all();
      db.close();
      return all;
    };
    const before = rows(files.database);
    const copy = backupOf(files.database, from);
    fs.mkdirSync(copy);
    // Without room for a copy nothing is lifted: the old record stays as it is.
    expect(openDatabase(files.database, JOURNAL).ok).toBe(false);
    expect(versionIn(files)[0]).toBe(from);
    fs.rmdirSync(copy);
    const opened = openJournal(files);
    if (!opened.ok) throw new Error(opened.wrong.code);
    opened.journal.close();
    expect(versionIn(files)[0]).toBe(JOURNAL.versions.length);
    expect(versionIn({ ...files, database: copy })[0]).toBe(from);
    expect(rows(copy)).toEqual(before);
    expect(fs.readdirSync(path.dirname(copy)).filter((name) => /\.\d+$/.test(name))).toEqual([]);
  }
});
