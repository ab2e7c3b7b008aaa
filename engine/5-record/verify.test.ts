// What *verify* promises: every change of the record is found and named, and nothing else is.

import Database from 'better-sqlite3';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRecord, type RecordKit, Scribe, writeRun } from '../../e2e/kit/record-kit.ts';
import { sealOf } from './chain.ts';
import { journalOn, type JournalWriter, openReadOnly } from './journal.ts';
import { type Entry, eventsIn } from './entries.ts';

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
  db.exec('DROP TRIGGER entries_stay; DROP TRIGGER entries_hold');
  kit.journal = journalOn(db, kit.files, 'plain');
  act(db, kit.journal);
}

/** Columns whose lines belong to one event each, and columns that all events of a row share. */
const LINES = ['heads', 'seals', 'bodies'] as const;
const SHARED = ['pos', 'run', 'seq', 'root', 'at', 'key'] as const;
type Row = Record<(typeof LINES)[number] | 'key' | 'id', string> &
  Record<'pos' | 'run' | 'seq' | 'root' | 'at', number>;

describe('changes', () => {
  test('every changed byte of every event is found, and that event is named', () => {
    finished();
    tampered((db, journal) => {
      db.exec('DROP INDEX entries_run; CREATE INDEX entries_run ON entries(run, seq)');
      const rows = db
        .prepare('SELECT e.*, r.id FROM entries e JOIN runs r ON r.n = e.run')
        .all() as Row[];
      let tried = 0;
      const missed: string[] = [];
      const tryOut = (row: Row, column: string, to: unknown, first: number): void => {
        tried += 1;
        db.exec('BEGIN');
        try {
          const sql = typeof to === 'bigint' ? '?' : 'CAST(? AS TEXT)';
          db.prepare(`UPDATE entries SET ${column} = ${sql} WHERE pos = ?`).run(to, row.pos);
          const found = journal.verify(row.id).runs[0];
          if (found?.ok !== false || found.badSeq !== first)
            missed.push(`${row.id} ${first} ${column}: ${JSON.stringify(found)}`);
        } catch (error) {
          // Two events in one place: the database itself refuses.
          expect(String(error)).toMatch(/UNIQUE constraint failed: entries.pos/);
        } finally {
          db.exec('ROLLBACK');
        }
      };
      const flipAll = (row: Row, column: 'key' | (typeof LINES)[number]): void => {
        const bytes = Buffer.from(row[column]);
        let line = 0;
        bytes.forEach((byte, i) => {
          const changed = Buffer.from(bytes);
          changed[i] = byte ^ (1 << (i % 8));
          tryOut(row, column, changed, row.seq + line);
          if (byte === 10) line += 1;
        });
      };
      for (const row of rows) {
        for (const column of LINES) flipAll(row, column);
        for (const column of SHARED) {
          if (column === 'key') flipAll(row, column);
          else
            for (let byte = 0; byte < 8; byte++) {
              const flipped = BigInt(row[column]) ^ (1n << BigInt(8 * byte + (byte % 7)));
              tryOut(row, column, flipped, row.seq);
            }
        }
      }
      expect(missed).toEqual([]);
      expect(tried).toBeGreaterThan(6000);
      expect(rows.some((row) => row.heads.includes('\n'))).toBe(true);
      expect(journal.verify().ok).toBe(true);
    });
  });

  test('a body, its hash, a whole line or a whole row taken away is found', () => {
    finished();
    tampered((db, journal) => {
      const changes: [string, number][] = [
        ["bodies = ''", 3],
        ["bodies = '', seals = ' ' || substr(seals, 45)", 3],
        ["seals = ''", 3],
        ['heads = heads || char(10) || \'["note.added",1,{}]\'', 5],
      ];
      for (const [change, badSeq] of changes) {
        db.exec(`BEGIN; UPDATE entries SET ${change} WHERE run = 1 AND seq = 3`);
        expect(journal.verify('ra')).toMatchObject({ ok: false, runs: [{ badSeq }] });
        db.exec('ROLLBACK');
      }
      db.exec('BEGIN; DELETE FROM entries WHERE run = 1 AND seq = 3');
      expect(journal.verify('ra')).toMatchObject({ ok: false, runs: [{ badSeq: 3 }] });
      db.exec('ROLLBACK');
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
      const entries = db
        .prepare("SELECT e.*, 'ra' AS run, 'ra' AS root FROM entries e WHERE run = 1 ORDER BY seq")
        .all() as Entry[];
      let before = '';
      for (const entry of entries) {
        const heads = entry.heads.replace('"s0"', '"s9"');
        const seals = eventsIn({ ...entry, heads }).map((event) => {
          before = sealOf(before, event);
          return `${event.sum} ${before}`;
        });
        db.prepare('UPDATE entries SET heads = ?, seals = ? WHERE pos = ?').run(
          heads,
          seals.join('\n'),
          entry.pos,
        );
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
  const cutAll = (run: string): void =>
    tampered((db, journal) => {
      expect(journal.verify(run)).toMatchObject({ ok: true });
      const starts = db
        .prepare('SELECT seq FROM entries WHERE run = 1 ORDER BY seq DESC')
        .all() as { seq: number }[];
      for (const { seq } of starts) {
        db.prepare('DELETE FROM entries WHERE run = 1 AND seq >= ?').run(seq);
        expect(journal.verify(run)).toMatchObject({
          ok: false,
          runs: [{ run, badSeq: seq, said: { code: 'verify.cut' } }],
        });
      }
      db.exec('DELETE FROM runs WHERE n = 1');
      expect(journal.verify().runs.find((v) => v.run === run)).toMatchObject({ badSeq: 1 });
    });

  test('of an ended run, the first missing event is named, wherever it was cut', () => {
    finished();
    cutAll('ra');
  });

  test('of a waiting run, the first missing event is named', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    const gate = run.open('manager', { kind: 'card' });
    run.card(gate, 'manager');
    run.flush();
    kit.journal.anchorNow();
    cutAll('ra');
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
      db.exec("UPDATE entries SET bodies = '' WHERE run = 1 AND seq = 3");
      expect(journal.verify('ra')).toMatchObject({ ok: false, runs: [{ badSeq: 4 }] });
    });
  });
});
