// Runs as lists and playback see them: right at every position, quick in runs of any length.

import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRecord, type RecordKit, Scribe, writeRun } from '../../e2e/kit/record-kit.ts';
import type { Ledger } from '../budgets/ledger.ts';
import { foldAll } from '../4-run/evolve.ts';
import { trim } from '../4-run/evolve-trim.ts';
import type { RunView } from '../4-run/view.ts';

let kit: RecordKit;
beforeEach(() => {
  kit = openRecord('none');
});
afterEach(() => kit.end());

const asKept = (view: RunView | undefined): RunView => JSON.parse(JSON.stringify(view)) as RunView;
const keyframes = (): number => {
  const db = new Database(kit.files.database, { readonly: true });
  const found = db.prepare('SELECT count(*) AS n FROM keyframes').get() as { n: number };
  db.close();
  return found.n;
};

/** A run of so many steps, every hundredth with a card that stays open. */
function longRun(steps: number): Scribe {
  const run = new Scribe(kit.journal, 'ra').start();
  for (let i = 0; i < steps; i++) {
    const step = `s${i % 20}`;
    const id = run.open(step, { input: { i }, visit: 1 + Math.floor(i / 20) });
    if (i % 100 === 0) run.card(run.open('gate', { kind: 'card' }), 'gate');
    run.settle(id, step, { output: { text: `result ${i}` } });
    if (i % 200 === 0) run.flush();
  }
  run.flush();
  return run;
}

describe('one run', () => {
  test('at any position is the fold of its events up to there', () => {
    const run = writeRun(kit.journal, 'ra', 4);
    run.flush();
    const all = kit.journal.eventsAfter(0, 'ra');
    for (const { pos } of all) {
      const expected = foldAll(all.filter((e) => e.pos <= pos));
      expect(kit.journal.view('ra', pos)).toEqual(asKept(expected));
    }
    expect(kit.journal.view('nobody')).toBeUndefined();
  });

  test('at any position of a very long run, from a keyframe, is that fold trimmed', () => {
    longRun(8000);
    const all = kit.journal.eventsAfter(0, 'ra');
    fc.assert(
      fc.property(fc.nat(all.length - 1), (at) => {
        const pos = all[at]?.pos ?? 0;
        const expected = trim(foldAll(all.slice(0, at + 1)) as RunView);
        expect(kit.journal.view('ra', pos)).toEqual(asKept(expected));
      }),
      { numRuns: 12 },
    );
    // Asked for its end, it has every keyframe, wherever chance looked before.
    kit.journal.view('ra');
    expect(keyframes()).toBe(Math.floor(all.length / 1000));
  });

  test('says how much of its past a trimmed view leaves out', () => {
    longRun(6000);
    const view = kit.journal.view('ra');
    expect(Object.keys(view?.effects ?? {}).length).toBeLessThan(400);
    expect((view?.earlier?.effects ?? 0) + Object.keys(view?.effects ?? {}).length).toBe(6060);
    expect(Object.values(view?.cards ?? {})).toHaveLength(60);
    expect(view?.steps['s3']).toMatchObject({ visit: 300, state: 'done' });
  });

  test('keyframes are made by themselves while nothing else is to do', async () => {
    longRun(6000);
    expect(keyframes()).toBe(0);
    await expect.poll(keyframes, { timeout: 8000 }).toBe(12);
  });

  test('a keyframe goes with the value that was removed', () => {
    const run = longRun(6000);
    kit.journal.view('ra');
    expect(keyframes()).toBe(12);
    run.removed(2).flush();
    expect(keyframes()).toBe(0);
    expect(kit.journal.view('ra')?.seq).toBe(run.row.seq);
  });
});

describe('the list', () => {
  test('shows root runs, newest first, with what is open, as they stand now', () => {
    const first = writeRun(kit.journal, 'ra');
    first.flush();
    const second = new Scribe(kit.journal, 'rb').start();
    const effect = second.open('each', { kind: 'child' });
    second.child(effect, 'each', 0).open('inner');
    second.flush();
    const gate = first.open('manager', { kind: 'card' });
    first.card(gate, 'manager');
    first.flush();
    const entries = () => kit.journal.runs(10).map((v) => [v.run, v.status, v.open.length]);
    expect(entries()).toEqual([
      ['rb', 'running', 2],
      ['ra', 'waiting', 1],
    ]);
    first.end().flush();
    expect(entries()[1]).toEqual(['ra', 'done', 0]);
    expect(kit.journal.runs(10).map((v) => v.status)).toEqual(
      ['rb', 'ra'].map((id) => kit.journal.view(id)?.status),
    );
    expect(kit.journal.runs(1)).toHaveLength(1);
    expect(kit.journal.runs(10, 'wf')).toHaveLength(2);
    expect(kit.journal.runs(10, 'other')).toEqual([]);
  });

  test('of open cards is what was asked and not answered yet', () => {
    const run = new Scribe(kit.writer, 'ra').start();
    const gate = run.open('manager', { kind: 'card' });
    const card = run.card(gate, 'manager');
    run.flush();
    expect(kit.reopen().openCards()).toMatchObject([{ id: card, state: 'open', to: 'max' }]);
    const view = kit.journal.card(card);
    run.work.cards.push({
      id: card,
      run: 'ra',
      root: 'ra',
      to: 'max',
      state: 'answered',
      view: { ...view, state: 'answered' } as never,
    });
    run.answer(card, gate, 'manager').flush();
    expect(kit.journal.openCards()).toEqual([]);
    expect(kit.journal.card(card)).toMatchObject({ state: 'answered' });
  });
});

describe('the ledger', () => {
  const ledger = (root: string, costNano: number): Ledger => ({
    root,
    costNano,
    reservedNano: 5,
    modelCalls: 1,
    toolCalls: 2,
    tokens: 3,
    reservedTokens: 4,
    attempts: 1,
    workMs: 9,
    extended: '{}',
    parts: '',
  });

  test('of a root is what the last commit of the root or a child said, after any restart', () => {
    const run = new Scribe(kit.writer, 'ra').start();
    run.work.ledgers.push(ledger('ra', 1));
    run.flush();
    const effect = run.open('each', { kind: 'child' });
    const child = run.child(effect, 'each', 0);
    run.work.ledgers.push(ledger('ra', 2));
    run.flush();
    expect(kit.reopen().ledger('ra')).toEqual(ledger('ra', 2));
    child.open('inner');
    run.work.ledgers.push(ledger('ra', 3));
    run.flush();
    expect(kit.journal.ledger('ra')).toEqual(ledger('ra', 3));
    expect(kit.reopen().ledger('ra')).toEqual(ledger('ra', 3));
    Object.assign(run.row, { snapshot: '{"v":2}', snapshotSeq: run.row.seq });
    run.work.runs.push(run.row);
    run.flush();
    expect(kit.reopen().ledger('ra')).toEqual(ledger('ra', 3));
    run.removed(1).removed(2).removed(3).flush();
    expect(kit.reopen().ledger('ra')).toEqual(ledger('ra', 3));
    run.work.ledgers.push(ledger('ra', 3));
    run.flush();
    run.work.ledgers.push(ledger('ra', 9));
    run.flush();
    expect(kit.reopen().ledger('ra')).toEqual(ledger('ra', 9));
    run.work.ledgers.push(ledger('ra', 4));
    run.end().flush();
    expect(kit.reopen().ledger('ra')).toEqual(ledger('ra', 4));
    expect(kit.journal.ledger('rb')).toBeUndefined();
  });

  test('what a day cost adds up over commits', () => {
    const run = new Scribe(kit.writer, 'ra').start();
    run.work.daySpent = [{ day: '2026-11-20', nano: 700 }];
    run.flush();
    run.work.daySpent = [{ day: '2026-11-20', nano: 300 }];
    run.event({ type: 'note.added', head: { by: 'ada' }, payload: { text: '' } }).flush();
    expect(kit.reopen().dayUse('2026-11-20').use.costNano).toBe(1000);
    expect(kit.journal.dayUse('2026-11-21').use.costNano).toBe(0);
  });
});

test('the view `events` shows other programs every event with its type and head', () => {
  writeRun(kit.journal, 'ra', 2).end().flush();
  const db = new Database(kit.files.database, { readonly: true });
  const rows = db.prepare('SELECT pos, run, seq, type, head FROM events ORDER BY pos').all() as {
    head: string;
  }[];
  db.close();
  expect(rows.map(({ head, ...row }) => ({ ...row, head: JSON.parse(head) as unknown }))).toEqual(
    kit.journal.eventsAfter(0).map(({ pos, run, seq, type, head }) => ({
      pos,
      run,
      seq,
      type,
      head: asKept(head as never),
    })),
  );
});

test('a damaged run stands in the list as its row tells it, and the others as ever', () => {
  writeRun(kit.journal, 'ra', 4).flush();
  writeRun(kit.journal, 'rb', 4).flush();
  const [sound] = kit.journal.runs(1);
  const db = new Database(kit.files.database);
  db.exec(`DROP TRIGGER entries_hold;
    UPDATE entries SET heads = '["run.sta' WHERE run = (SELECT n FROM runs WHERE id = 'ra')`);
  db.close();
  kit.reopen();
  const [newest, damaged] = kit.journal.runs(2);
  expect(newest).toEqual(sound);
  expect(damaged).toMatchObject({ run: 'ra', workflow: sound?.workflow, damaged: true });
  expect(() => kit.journal.view('ra')).toThrow();
});
