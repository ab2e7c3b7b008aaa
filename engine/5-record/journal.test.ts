// What the journal promises its writer: all or nothing, in order, found again after any restart.

import Database from 'better-sqlite3';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AT, openRecord, type RecordKit, Scribe, writeRun } from '../../e2e/kit/record-kit.ts';
import { emptyCommit } from '../4-run/ports.ts';
import { hashText } from '../base/canonical.ts';
import { journalOn, openReadOnly } from './journal.ts';
import { JOURNAL } from './schema.ts';
import { openDatabase, saidOf } from './sqlite.ts';

let kit: RecordKit;
beforeEach(() => {
  kit = openRecord();
});
afterEach(() => kit.end());

const raw = <T>(sql: string, ...params: unknown[]): T[] => {
  const db = new Database(kit.files.database, { readonly: true });
  try {
    return db.prepare(sql).all(...params) as T[];
  } finally {
    db.close();
  }
};

describe('appending', () => {
  test('positions go up over all runs, numbers within each, both without gaps', () => {
    const a = new Scribe(kit.journal, 'ra').start();
    const b = new Scribe(kit.journal, 'rb').start();
    a.flush();
    b.flush();
    const one = a.open('s0');
    a.flush();
    a.settle(one, 's0').end().flush();
    b.end().flush();
    const all = kit.journal.eventsAfter(0);
    expect(all.map((e) => e.pos)).toEqual(all.map((_, i) => i + 1));
    expect(kit.journal.eventsOf('ra').map((e) => e.seq)).toEqual([1, 2, 3, 4]);
    expect(kit.journal.lastPos()).toBe(all.length);
  });

  test('what commit returns is what is read back, also after a restart', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    const made = run.flush();
    const effect = run.open('s0', { input: { list: [1, 'two', null] } });
    made.push(...run.flush(), ...run.settle(effect, 's0').end().flush());
    expect(kit.journal.eventsOf('ra')).toEqual(made);
    expect(kit.reopen().eventsOf('ra')).toEqual(made);
  });

  test('a commit that fails leaves nothing behind, and the next one goes on as if it never was', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    run.flush();
    const effect = run.open('s0');
    const { work } = run;
    const before = kit.journal.eventsAfter(0);
    const broken = {
      ...work,
      runs: [{ ...run.row }],
      cards: [
        { id: 'c', run: 'ra', root: 'ra', state: 'gone' as never, to: '', view: {} as never },
      ],
    };
    kit.journal.putBlob('kept until it is written');
    expect(() => kit.journal.commit(broken, AT)).toThrow();
    expect(kit.journal.eventsAfter(0)).toEqual(before);
    expect(kit.journal.effects('ra', true)).toEqual([]);
    run.flush();
    expect(kit.journal.eventsOf('ra').map((e) => e.seq)).toEqual([1, 2]);
    expect(kit.journal.effects('ra', true).map((row) => row.id)).toEqual([effect]);
    expect(kit.journal.verify().ok).toBe(true);
  });

  test('a full disk fails the commit whole and is named; with space again the same commit goes through', () => {
    kit.journal.close();
    const opened = openDatabase(kit.files.database, JOURNAL);
    if (!opened.ok) throw new Error(opened.wrong.code);
    const { db } = opened;
    kit.journal = journalOn(db, kit.files, 'plain');
    const run = new Scribe(kit.journal, 'ra').start();
    run.flush();
    const before = kit.journal.eventsAfter(0);
    const effect = run.open('s0', { input: { text: 'x'.repeat(100_000) } });
    const commit = { ...run.work, runs: [{ ...run.row }] };
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
    let failure: unknown;
    try {
      kit.journal.commit(commit, AT);
    } catch (error) {
      failure = error;
    }
    expect(saidOf(failure, 'interlock.db').code).toBe('record.disk_full');
    expect(kit.journal.eventsAfter(0)).toEqual(before);
    expect(kit.journal.effects('ra', true)).toEqual([]);
    db.pragma('max_page_count = 1000000');
    kit.journal.commit(commit, AT);
    expect(kit.journal.effects('ra', true).map((row) => row.id)).toEqual([effect]);
    expect(kit.journal.verify().ok).toBe(true);
  });

  test('a run whose numbers differ from its events is a bug, and nothing is written', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    run.row.seq = 7;
    expect(() => run.flush()).toThrow(/not in the journal/);
    expect(kit.journal.eventsAfter(0)).toEqual([]);
    expect(kit.journal.run('ra')).toBeUndefined();
    const other = new Scribe(kit.journal, 'rb').start();
    other.flush();
    other.open('a');
    other.row.seq += 1;
    expect(() => other.flush()).toThrow(/counts 3 events, not 2/);
    expect(kit.journal.eventsOf('rb')).toHaveLength(1);
  });

  test('an event of a run nobody added is a bug', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    const { events } = run.work;
    expect(() => kit.journal.commit({ ...emptyCommit(), events }, AT)).toThrow(
      /not in the journal/,
    );
  });
});

describe('rows of work', () => {
  const open = (run: string): string[] => kit.journal.effects(run, true).map((row) => row.id);

  test('open rows are what the commits left, whatever is restarted in between', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 60 }), (choices) => {
        const fresh = openRecord('none');
        try {
          const run = new Scribe(fresh.journal, 'ra').start();
          run.flush();
          const expected = new Map<string, string>();
          choices.forEach((choice, i) => {
            const [oldest] = expected;
            if (choice <= 2) {
              const id = run.open(`s${i}`, { decision: choice === 1 ? 'hold' : 'start' });
              expected.set(id, choice === 1 ? 'held' : 'started');
              if (choice === 2) return;
            } else if (choice === 3 && oldest) {
              run.settle(oldest[0], 's');
              expected.delete(oldest[0]);
            } else if (choice === 4 && oldest) {
              const row = fresh.journal.effects('ra', true).find((r) => r.id === oldest[0]);
              if (row)
                run.work.effects.push({ ...row, status: 'queued', dueAt: i, work: '{"n":1}' });
              if (row) expected.set(row.id, 'queued');
            } else if (choice === 5) {
              Object.assign(run.row, { snapshot: `{"at":${i}}`, snapshotSeq: run.row.seq });
              run.work.runs.push(run.row);
            }
            run.flush();
          });
          run.flush();
          const found = () =>
            new Map(fresh.journal.effects('ra', true).map((row) => [row.id, row.status]));
          expect(found()).toEqual(expected);
          const rows = fresh.journal.effects('ra', true);
          fresh.reopen();
          expect(fresh.journal.effects('ra', true)).toEqual(rows);
        } finally {
          fresh.end();
        }
      }),
      { numRuns: 30 },
    );
  });

  test('an effect opened and closed in one commit leaves no row', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    run.settle(run.open('s0', { kind: 'compute' }), 's0').flush();
    expect(open('ra')).toEqual([]);
    expect(kit.journal.effects('ra', false).map((row) => [row.step, row.status])).toEqual([
      ['s0', 'done'],
    ]);
  });

  test('an ended run keeps neither snapshot nor open rows', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    run.open('s0');
    run.flush();
    run.end().flush();
    expect(kit.journal.run('ra')).toMatchObject({ status: 'done', snapshot: '', seq: 3 });
    expect(open('ra')).toEqual([]);
    expect(kit.journal.activeRuns()).toEqual([]);
  });
});

describe('what is stored comes back safely', () => {
  const roundTrip = (text: string): unknown => {
    const run = new Scribe(kit.journal, `r${kit.journal.lastPos()}`).start({ text });
    run.flush();
    const [event] = kit.reopen().eventsOf(run.row.id);
    return event?.type === 'run.started' ? event.payload.input.v : undefined;
  };

  test('any text, control characters and line breaks included', () => {
    const odd = ['\u0000\u0001\u001f\u007f', 'a\nb\r\nc\u2028d', '"\\', "'; DROP TABLE events; --"];
    for (const text of [...odd, '\u{1F600} \u05d0\u202e', 'x'.repeat(1_000_000)])
      expect(roundTrip(text)).toEqual({ text });
    expect(kit.journal.verify().ok).toBe(true);
  });

  test('a lone surrogate becomes the replacement character, in what is returned as in what is read', () => {
    const run = new Scribe(kit.journal, 'ra').start({ 'key\udfff': 'a\ud800b' });
    const [made] = run.flush();
    const [read] = kit.reopen().eventsOf('ra');
    expect(read).toEqual(made);
    expect(read?.payload).toMatchObject({ input: { v: { 'key\ufffd': 'a\ufffdb' } } });
    expect(kit.journal.verify().ok).toBe(true);
  });

  test('any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (v) => {
        const run = new Scribe(kit.journal, `r${kit.journal.lastPos()}`).start(v as never);
        run.flush();
        const [event] = kit.journal.eventsOf(run.row.id);
        const read = event?.type === 'run.started' ? event.payload.input.v : undefined;
        expect(JSON.stringify(read)).toBe(JSON.stringify(v));
      }),
      { numRuns: 100 },
    );
  });

  test('a large leaf is kept under the hash that the rest of the engine computes', () => {
    const text = `${'long '.repeat(200_000)}\u0000\ud800`;
    const name = kit.journal.putBlob(text);
    expect(name).toBe(hashText(text));
    expect(kit.journal.blob(name)).toBe(text.toWellFormed());
    new Scribe(kit.journal, 'ra').start({ text: { '@blob': name, size: 1, preview: '' } }).flush();
    expect(kit.reopen().blob(name)).toBe(text.toWellFormed());
  });
});

describe('for-each', () => {
  test('items and results are rows of their run, gone when it has ended', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    const item = (index: number) => ({ run: 'ra', each: 'each', index });
    for (const i of [0, 1, 2]) run.work.items.push({ ...item(i), item: `"${i}"`, status: 'open' });
    run.flush();
    run.work.items.push({ ...item(1), result: '"r"', status: 'done' });
    run.event({ type: 'note.added', head: { by: 'ada' }, payload: { text: '' } }).flush();
    const texts = () => [0, 1, 2, 3].map((n) => kit.journal.item('ra', 'each', n)?.item);
    expect(texts()).toEqual(['"0"', '"1"', '"2"', undefined]);
    expect(kit.journal.itemResults('ra', 'each')).toEqual([null, '"r"', null]);
    run.work.items.push({ ...item(0), item: '"again"', status: 'open' });
    run.event({ type: 'note.added', head: { by: 'ada' }, payload: { text: '' } }).flush();
    expect(texts()).toEqual(['"again"', undefined, undefined, undefined]);
    expect(kit.journal.itemResults('ra', 'each')).toEqual([null]);
    run.end().flush();
    expect(texts()).toEqual([undefined, undefined, undefined, undefined]);
    expect(kit.journal.itemResults('ra', 'each')).toEqual([]);
  });
});

describe('reading beside the writer', () => {
  test('a read-only opening sees every commit while the engine holds the journal', () => {
    const run = writeRun(kit.journal, 'ra');
    const opened = openReadOnly(kit.files);
    if (!opened.ok) throw new Error(opened.wrong.code);
    const { journal: reader } = opened;
    run.flush();
    expect(reader.eventsOf('ra')).toEqual(kit.journal.eventsOf('ra'));
    expect(reader.view('ra')).toEqual(kit.journal.view('ra'));
    run.end().flush();
    expect(reader.view('ra')?.status).toBe('done');
    kit.journal.anchorNow();
    expect(reader.verify()).toMatchObject({ ok: true });
    reader.close();
  });

  test('it changes nothing in the file', () => {
    writeRun(kit.journal, 'ra').end().flush();
    kit.journal.close();
    const before = readFileSync(kit.files.database);
    const opened = openReadOnly(kit.files);
    if (!opened.ok) throw new Error(opened.wrong.code);
    opened.journal.verify();
    opened.journal.runs(10);
    opened.journal.close();
    expect(readFileSync(kit.files.database).equals(before)).toBe(true);
  });

  test('events of a root hold its children in the order in which everything happened', () => {
    const run = new Scribe(kit.journal, 'ra').start();
    const effect = run.open('each', { kind: 'child' });
    const child = run.child(effect, 'each', 0);
    run.flush();
    const other = new Scribe(kit.journal, 'rb').start();
    other.flush();
    child.settle(child.open('inner'), 'inner').end();
    run.flush();
    run.settle(effect, 'each').end().flush();
    const all = kit.journal.eventsAfter(0, 'ra');
    expect(all.map((e) => e.pos)).toEqual(all.map((e) => e.pos).toSorted((a, b) => a - b));
    expect(new Set(all.map((e) => e.run))).toEqual(new Set(['ra', effect]));
    for (const { pos } of all)
      expect(kit.journal.eventsAfter(pos, 'ra')).toEqual(all.filter((e) => e.pos > pos));
    expect(kit.journal.eventsAfter(0, 'ra', 3)).toEqual(all.slice(0, 3));
    expect(kit.journal.children('ra').map((row) => row.id)).toEqual([effect]);
    expect(raw('SELECT * FROM events')).toHaveLength(all.length + 1);
  });
});
