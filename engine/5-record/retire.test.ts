// History does not eat the disk: the oldest ended runs leave the record, the space goes back, and
// what is left still verifies.
import fs from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AT, openRecord, Scribe, writeRun, type RecordKit } from '../../e2e/kit/record-kit.ts';
import { LIMITS } from '../base/limits.ts';
import { openReadOnly } from './journal.ts';

let kit: RecordKit;
beforeEach(() => void (kit = openRecord()));
afterEach(() => kit.end());

const DAY = 86_400_000;
const MUCH = { megabytes: 1_000_000 };
/** An ended run with a child and large texts, so many days after the first. */
function ended(id: string, days: number, steps = 4): void {
  const run = new Scribe(kit.journal, id);
  run.at = AT + days * DAY;
  run.start({ amount: 1800 }).flush();
  for (let i = 0; i < steps; i++) {
    const effect = run.open(`s${i}`, { input: { text: `${id} ${i} `.repeat(200) } });
    run.flush();
    const blob = kit.journal.putBlob(`${id} ${i} `.repeat(800));
    run.settle(effect, `s${i}`, { output: { '@blob': blob, size: 1, preview: '' } });
    run.flush();
  }
  const effect = run.open('sub', { kind: 'child' });
  const child = run.child(effect, 'sub');
  child.end();
  run.flush();
  run.settle(effect, 'sub');
  run.end().flush();
}
/** Works until nothing is left to do. */
function tidy(keep: Parameters<typeof kit.journal.tidy>[0], now = AT + 100 * DAY): number {
  let n = 0;
  while (kit.journal.tidy(keep, now)) n += 1;
  return n;
}
const listed = (): string[] => kit.journal.runs(1000).map(({ run }) => run);
const counted = (what: string): number => {
  const db = new Database(kit.files.database, { readonly: true });
  const { n } = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${what}`).get()!;
  db.close();
  return n;
};

describe('retention', () => {
  test('removes what ended before so many days, whole runs, and nothing that is under way', () => {
    for (let i = 0; i < 8; i++) ended(`r${i}`, i * 10);
    const waits = writeRun(kit.journal, 'waits');
    waits.flush();
    tidy({ ...MUCH, days: 55 });
    expect(listed()).toEqual(['waits', 'r7', 'r6', 'r5']);
    expect(kit.journal.view('r0')).toBeUndefined();
    expect(kit.journal.eventsOf('r0').map(({ type }) => type)).toEqual(['run.retired']);
    expect(kit.journal.view('waits')?.endedAt).toBeUndefined();
  });

  test('keeps the newest runs however small the record must be', () => {
    for (let i = 0; i < 6; i++) ended(`r${i}`, i);
    tidy({ megabytes: 0 });
    expect(listed()).toEqual(['r5', 'r4', 'r3']);
  });

  test('what is left verifies, from the seal that was kept, with the anchors', () => {
    for (let i = 0; i < 6; i++) ended(`r${i}`, i);
    kit.journal.anchorNow();
    const before = kit.journal.eventsOf('r0').length;
    tidy({ megabytes: 0 });
    kit.journal.anchorNow();
    const all = kit.journal.verify();
    expect(all.runs.filter(({ ok }) => !ok)).toEqual([]);
    const [gone] = kit.journal.verify('r0').runs;
    expect(gone?.said).toEqual({ code: 'verify.retired', params: { events: before } });
    expect(all.runs.filter(({ said }) => said.code === 'verify.retired')).toHaveLength(6);
  });

  test('a last word that is not the one that was sealed is noticed', () => {
    for (let i = 0; i < 5; i++) ended(`r${i}`, i);
    kit.journal.anchorNow();
    tidy({ megabytes: 0 });
    kit.journal.anchorNow();
    kit.journal.close();
    const db = new Database(kit.files.database);
    db.exec('DROP TRIGGER entries_hold');
    db.exec(
      `UPDATE entries SET heads = replace(heads, '"events":', '"events": ')
       WHERE heads LIKE '["run.retired"%'`,
    );
    db.close();
    const opened = openReadOnly(kit.files);
    if (!opened.ok) throw new Error(opened.wrong.code);
    expect(opened.journal.verify('r0').ok).toBe(false);
    opened.journal.close();
    kit.reopen();
  });

  test('takes at most so many rows at a time', () => {
    ended('long', 0, 300);
    for (let i = 1; i < 4; i++) ended(`r${i}`, i);
    const tables = ['entries', 'blobs', 'blob_uses', 'cards', 'items', 'keyframes'];
    const rows = (): number => tables.reduce((sum, name) => sum + counted(name), 0);
    let before = rows();
    let most = 0;
    while (kit.journal.tidy({ megabytes: 0 }, AT)) {
      const now = rows();
      most = Math.max(most, before - now);
      before = now;
    }
    expect(most).toBeGreaterThan(100);
    expect(most).toBeLessThanOrEqual(LIMITS.retireRows);
    expect(listed()).toHaveLength(3);
  });

  test('gives the space back to the disk, and the log stays small', () => {
    for (let i = 0; i < 20; i++) ended(`r${i}`, i, 6);
    kit.reopen();
    const before = fs.statSync(kit.files.database).size;
    tidy({ megabytes: 0 });
    const log = fs.statSync(`${kit.files.database}-wal`).size;
    kit.reopen();
    const after = fs.statSync(kit.files.database).size;
    expect(after).toBeLessThan(before * 0.3);
    expect(log).toBeLessThan(64 * 1024 * 1024);
    expect(counted('blobs')).toBe(18);
  });

  test('that was broken off goes on where it was', () => {
    for (let i = 0; i < 6; i++) ended(`r${i}`, i, 40);
    expect(kit.journal.tidy({ megabytes: 0 }, AT)).toBe(true);
    expect(kit.journal.tidy({ megabytes: 0 }, AT)).toBe(true);
    kit.reopen();
    tidy(MUCH);
    expect(listed()).toEqual(['r5', 'r4', 'r3', 'r2', 'r1']);
    expect(kit.journal.eventsOf('r0')).toHaveLength(1);
    expect(kit.journal.verify().ok).toBe(true);
  });

  test('nothing else may take an event out of the record', () => {
    for (let i = 0; i < 2; i++) ended(`r${i}`, i);
    kit.journal.close();
    const db = new Database(kit.files.database);
    expect(() => db.exec('DELETE FROM entries')).toThrow(/never deleted/);
    db.close();
    kit.reopen();
  });
});
