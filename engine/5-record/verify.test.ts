// What *verify* promises: every change of the record is found and named, and nothing else is.

import Database from 'better-sqlite3';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRecord, type RecordKit, Scribe, writeRun } from '../../e2e/kit/record-kit.ts';
import { sealOf } from './chain.ts';
import { journalOn, type JournalWriter, openReadOnly } from './journal.ts';
import type { EventRow } from './rows.ts';

let kit: RecordKit;
beforeEach(() => {
  kit = openRecord();
});
afterEach(() => kit.end());

/** A finished run with a blob, a card, and a child, flushed and anchored. */
function finished(): void {
  const name = kit.journal.putBlob('a long text that lives beside the events '.repeat(60));
  const run = writeRun(kit.journal, 'ra', 2);
  const effect = run.open('each', { kind: 'child' });
  const child = run.child(effect, 'each', 0);
  child.settle(child.open('inner'), 'inner', { output: { '@blob': name, size: 9, preview: '' } });
  child.end();
  run.settle(effect, 'each').end().flush();
  kit.journal.anchorNow();
}

/** The journal on a connection that a stranger may write to as well. */
function tampered(act: (db: Database.Database, journal: JournalWriter) => void): void {
  kit.journal.close();
  const db = new Database(kit.files.database);
  db.exec('DROP TRIGGER events_stay; DROP TRIGGER events_hold');
  kit.journal = journalOn(db, kit.files, 'plain');
  act(db, kit.journal);
}

const TEXTS = ['type', 'key', 'head', 'sum', 'seal', 'body'];
const NUMBERS = ['pos', 'run', 'seq', 'root', 'at', 'v'];

describe('changes', () => {
  test('every changed byte of every event is found, and that event is named', () => {
    finished();
    tampered((db, journal) => {
      db.exec('DROP INDEX events_run; CREATE INDEX events_run ON events(run, seq)');
      const rows = db.prepare('SELECT e.*, r.id FROM events e JOIN runs r ON r.n = e.run').all();
      let tried = 0;
      const missed: string[] = [];
      const tryOut = (
        row: { pos: number; seq: number; id: string },
        column: string,
        to: unknown,
      ) => {
        tried += 1;
        db.exec('BEGIN');
        try {
          const sql = TEXTS.includes(column) ? 'CAST(? AS TEXT)' : '?';
          db.prepare(`UPDATE events SET ${column} = ${sql} WHERE pos = ?`).run(to, row.pos);
          const found = journal.verify(row.id).runs[0];
          if (found?.ok !== false || found.badSeq !== row.seq)
            missed.push(`${row.id} ${row.seq} ${column}: ${JSON.stringify(found)}`);
        } catch (error) {
          // Two events in one place: the database itself refuses.
          expect(String(error)).toMatch(/UNIQUE constraint failed: events.pos/);
        } finally {
          db.exec('ROLLBACK');
        }
      };
      for (const row of rows as (Record<string, unknown> & {
        pos: number;
        seq: number;
        id: string;
      })[]) {
        for (const column of TEXTS) {
          if (row[column] === null) continue;
          const bytes = Buffer.from(row[column] as string);
          for (let i = 0; i < bytes.length; i++) {
            const changed = Buffer.from(bytes);
            changed[i] = (bytes[i] ?? 0) ^ (1 << (i % 8));
            tryOut(row, column, changed);
          }
        }
        for (const column of NUMBERS)
          for (let byte = 0; byte < 8; byte++)
            tryOut(
              row,
              column,
              BigInt(row[column] as number) ^ (1n << BigInt(8 * byte + (byte % 7))),
            );
      }
      expect(missed).toEqual([]);
      expect(tried).toBeGreaterThan(7000);
      expect(journal.verify().ok).toBe(true);
    });
  });

  test('a body or its hash taken away without saying so is found', () => {
    finished();
    tampered((db, journal) => {
      for (const change of ['body = NULL', 'body = NULL, sum = NULL']) {
        db.exec(`BEGIN; UPDATE events SET ${change} WHERE pos = 4`);
        expect(journal.verify('ra')).toMatchObject({ ok: false, runs: [{ badSeq: 4 }] });
        db.exec('ROLLBACK');
      }
    });
  });

  test('a large leaf that was changed or lost is found at the event that names it', () => {
    finished();
    tampered((db, journal) => {
      for (const change of ["UPDATE blobs SET text = text || 'x'", 'DELETE FROM blobs']) {
        db.exec(`BEGIN; ${change}`);
        const bad = journal.verify().runs.filter((run) => !run.ok);
        expect(bad).toMatchObject([{ badSeq: 3, said: { code: 'verify.changed' } }]);
        db.exec('ROLLBACK');
      }
    });
  });

  test('events sealed anew after a change do not fit their anchors', () => {
    finished();
    tampered((db, journal) => {
      const rows = db
        .prepare("SELECT e.*, 'ra' AS run, 'ra' AS root FROM events e WHERE run = 1 ORDER BY seq")
        .all() as EventRow[];
      let before = '';
      for (const row of rows) {
        const head = row.seq === 3 ? row.head.replace('s0', 's9') : row.head;
        before = sealOf(before, { ...row, head });
        db.prepare('UPDATE events SET head = ?, seal = ? WHERE pos = ?').run(head, before, row.pos);
      }
      const [found] = journal.verify('ra').runs;
      expect(found).toMatchObject({ ok: false, said: { code: 'verify.rewritten' } });
      expect(found?.badSeq).toBeLessThanOrEqual(3);
    });
  });

  test('a journal that was never sealed is not taken for a good one', () => {
    const scratch = openRecord('none');
    writeRun(scratch.journal, 'ra').end().flush();
    expect(scratch.journal.verify()).toMatchObject({ ok: false, runs: [{ badSeq: 1 }] });
    scratch.end();
  });
});

describe('cut tails', () => {
  const cutAll = (run: string, length: number): void =>
    tampered((db, journal) => {
      expect(journal.verify(run)).toMatchObject({ ok: true });
      for (let left = length - 1; left >= 0; left--) {
        db.prepare('DELETE FROM events WHERE run = 1 AND seq > ?').run(left);
        expect(journal.verify(run)).toMatchObject({
          ok: false,
          runs: [{ run, badSeq: left + 1, said: { code: 'verify.cut' } }],
        });
      }
      db.exec('DELETE FROM runs WHERE n = 1');
      expect(journal.verify().runs.find((v) => v.run === run)).toMatchObject({ badSeq: 1 });
    });

  test('of an ended run, the first missing event is named', () => {
    finished();
    cutAll('ra', kit.journal.eventsOf('ra').length);
  });

  test('of a waiting run, the first missing event is named', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    const gate = run.open('manager', { kind: 'card' });
    run.card(gate, 'manager');
    run.flush();
    kit.journal.anchorNow();
    cutAll('ra', 3);
  });
});

describe('anchors', () => {
  const lines = (): string[] => readFileSync(kit.files.anchors, 'utf8').split('\n').slice(0, -1);
  const settled = (is: () => boolean): Promise<void> =>
    expect.poll(is, { timeout: 3000, interval: 5 }).toBe(true) as Promise<void>;

  test('a run that ends or waits is anchored by itself, many together', async () => {
    for (let i = 0; i < 20; i++) writeRun(kit.journal, `r${i}`).end().flush();
    const waiting = new Scribe(kit.journal, 'rw').start();
    waiting.open('gate', { kind: 'card' });
    waiting.flush();
    await settled(() => lines().length === 21);
    expect(kit.journal.verify()).toMatchObject({ ok: true });
    expect(kit.journal.verify().runs.some((v) => v.notAnchored)).toBe(false);
  });

  test('a running run says how many of its newest events are not anchored yet', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    run.open('s0');
    run.flush();
    expect(kit.journal.verify('ra')).toMatchObject({
      ok: true,
      runs: [{ notAnchored: 2, said: { code: 'verify.newer', params: { count: 2 } } }],
    });
    kit.journal.anchorNow();
    expect(kit.journal.verify('ra').runs[0]).not.toHaveProperty('notAnchored');
  });

  test('a running run is anchored after a second at the latest, or after 1,000 events', async () => {
    const slow = new Scribe(kit.journal, 'ra').start();
    slow.open('s0');
    slow.flush();
    expect(lines()).toEqual([]);
    await settled(() => lines().length === 1);
    const busy = new Scribe(kit.journal, 'rb').start();
    busy.open('s0');
    for (let i = 0; i < 1200; i++)
      busy.event({ type: 'note.added', head: { by: 'ada' }, payload: { text: '' } });
    busy.flush();
    expect(lines().at(-1)).toMatch(/^rb\t1202\t/);
  });

  test('steps of a running run cost no anchor', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    for (let i = 0; i < 200; i++) {
      const effect = run.open(`s${i}`);
      run.flush();
      run.settle(effect, `s${i}`);
    }
    expect(lines()).toEqual([]);
  });

  test('a line torn by a crash is no anchor, and the next one stands alone', () => {
    finished();
    const [whole, last] = [lines().slice(0, -1), lines().at(-1) ?? ''];
    kit.journal.close();
    writeFileSync(kit.files.anchors, readFileSync(kit.files.anchors, 'utf8').slice(0, -9));
    kit.reopen();
    expect(lines()).toEqual(whole);
    expect(kit.journal.verify().ok).toBe(true);
    kit.journal.anchorNow();
    expect(lines()).toEqual([...whole, last]);
  });

  test('without the anchor file the events still check, and the verdict says what is missing', () => {
    finished();
    kit.journal.close();
    truncateSync(kit.files.anchors, 0);
    const opened = openReadOnly(kit.files);
    if (!opened.ok) throw new Error(opened.wrong.code);
    const count = opened.journal.eventsOf('ra').length;
    expect(opened.journal.verify('ra')).toMatchObject({ ok: true, runs: [{ notAnchored: count }] });
    opened.journal.close();
    kit.reopen().anchorNow();
    expect(kit.journal.verify('ra').runs[0]).not.toHaveProperty('notAnchored');
  });
});

describe('removing a value', () => {
  const SECRET = 'zebra-canary-4711';
  const remove = (run: Scribe, of: number): void => {
    run.event({
      type: 'value.removed',
      head: { of, by: 'ada', why: { code: 'why.asked' } },
    } as never);
    run.flush();
  };

  test('the record still verifies, says so, and the value is nowhere in the files', () => {
    const name = kit.journal.putBlob(`${SECRET} `.repeat(200));
    const run = writeRun(kit.journal, 'ra', 1);
    const effect = run.open('s9', { input: { text: { '@blob': name, size: 1, preview: SECRET } } });
    run.flush();
    const of = run.row.seq;
    run.settle(effect, 's9').end().flush();
    const before = kit.journal.view('ra');
    expect(before?.effects[effect]?.input?.v).toMatchObject({ text: { preview: SECRET } });
    remove(run, of);
    kit.journal.anchorNow();
    expect(kit.journal.verify('ra')).toMatchObject({
      ok: true,
      runs: [{ removed: 1, said: { code: 'verify.removed' } }],
    });
    expect(kit.journal.eventsOf('ra')[of - 1]?.payload).toBeUndefined();
    expect(kit.journal.blob(name)).toBeUndefined();
    expect(kit.journal.view('ra')?.effects[effect]).not.toHaveProperty('input');
    expect(kit.journal.view('ra')?.path).toEqual(before?.path);
    kit.journal.close();
    for (const file of ['', '-wal', '-shm']) {
      const at = kit.files.database + file;
      if (existsSync(at)) expect(readFileSync(at).includes(SECRET)).toBe(false);
    }
  });

  test('a blob that another event names stays', () => {
    const name = kit.journal.putBlob('shared '.repeat(500));
    const ref = { '@blob': name, size: 1, preview: '' };
    const run = new Scribe(kit.journal, 'ra').start({ ref });
    run
      .settle(run.open('s0', { input: { ref } }), 's0')
      .end()
      .flush();
    remove(run, 2);
    expect(kit.journal.blob(name)).toBeDefined();
    remove(run, 1);
    expect(kit.journal.blob(name)).toBeUndefined();
    expect(kit.journal.verify('ra').ok).toBe(true);
  });

  test('of an active run, its open work survives; a card shows no longer what was removed', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    const gate = run.open('manager', { kind: 'card', input: { text: SECRET } });
    const card = run.card(gate, 'manager', SECRET);
    run.flush();
    remove(run, 2);
    remove(run, 3);
    const found = kit.reopen();
    expect(found.effects('ra', true).map((row) => row.id)).toEqual([gate]);
    expect(found.card(card)).toMatchObject({ state: 'open', body: { title: '' } });
    expect(JSON.stringify(found.view('ra'))).not.toContain(SECRET);
    expect(found.verify('ra')).toMatchObject({ ok: true, runs: [{ removed: 2 }] });
  });

  test('an event that only pretends a removal does not hide a missing body', () => {
    const run = writeRun(kit.journal, 'ra', 1).end();
    remove(run, 3);
    tampered((db, journal) => {
      db.exec('UPDATE events SET body = NULL WHERE pos = 4');
      expect(journal.verify('ra')).toMatchObject({ ok: false, runs: [{ badSeq: 4 }] });
    });
  });
});
