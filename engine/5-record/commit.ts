// Appending: one transaction that holds everything a turn decided, or nothing.
// A1 what is kept in memory changes only after COMMIT; a commit that fails leaves everything as it
//    was.
// A2 a commit that is one row is one statement: SQLite makes it durable without BEGIN and COMMIT.

import type { Recorded } from '../4-run/events.ts';
import type { Commit, LedgerRow, RunRow } from '../4-run/ports.ts';
import type { Blobs } from './blobs.ts';
import { type Draft, draftOf, type Moving, type Standing } from './draft.ts';
import { removeValue, type Removal } from './forget.ts';
import type { Items } from './items.ts';
import type { Tail } from './run-rows.ts';
import type { KeptLedger, RunWriter } from './run-writer.ts';
import type { Notes } from './notes.ts';
import type { SideTables } from './side-tables.ts';
import type { Db } from './sqlite.ts';
import { changeOpen, type Open } from './work-rows.ts';

export type Writer = Standing & {
  db: Db;
  rows: RunWriter;
  side: SideTables;
  notes: Notes;
  items: Items;
  blobs: Blobs;
  removal: Removal;
  /** Folders put during a turn, written with its commit. */
  folders: Map<string, string>;
};

/** What a commit did: the events, and how many of them each run got. */
export type Written = { events: Recorded[]; touched: { tail: Tail; events: number }[] };

/** Prepares the one function that writes to the journal. */
export function committer(w: Writer) {
  const begin = w.db.prepare('BEGIN IMMEDIATE');
  const commit = w.db.prepare('COMMIT');
  const rollback = w.db.prepare('ROLLBACK');
  const insert = w.db.prepare('INSERT INTO entries VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)');

  const insertEntries = ({ entries, at }: Draft): void => {
    for (const { m, pos, seq, heads, seals, bodies } of entries)
      insert.run(pos, m.tail.n, seq, m.tail.rootN, at, w.key, heads, seals, bodies);
  };
  const writeAll = (draft: Draft, work: Commit): void => {
    begin.run();
    try {
      w.blobs.write();
      for (const [hash, text] of w.folders) w.side.addFolder(hash, text);
      for (const m of draft.moving.values())
        if (m.isNew) w.rows.add(m.row as RunRow, m.tail, m.root);
      insertEntries(draft);
      for (const { pos, names } of draft.blobs) w.blobs.use(pos, names);
      w.side.write(work);
      w.notes.write(work);
      w.items.write(work.items);
      for (const m of draft.moving.values()) finish(w, m, draft);
      for (const ledger of draft.ledgers.alone) w.rows.putLedger(ledger, lastPos(w, draft));
      for (const e of draft.events)
        if (e.type === 'value.removed') removeValue(w.removal, e.run, e.head.of);
      commit.run();
    } catch (error) {
      // A full disk may have rolled back already.
      if (w.db.inTransaction) rollback.run();
      throw error;
    }
    w.blobs.written();
    w.folders.clear();
  };

  return (work: Commit, at: number): Written => {
    const draft = draftOf(w, work, at);
    if (isOneRow(w, draft, work)) insertEntries(draft);
    else writeAll(draft, work);
    w.pos += draft.events.length;
    for (const ledger of ledgersOf(draft)) w.ledgers.set(ledger.root, ledger);
    const touched: Written['touched'] = [];
    for (const m of draft.moving.values()) {
      touched.push({ tail: m.tail, events: m.seq - m.tail.seq });
      settle(w, m);
    }
    return { events: draft.events, touched };
  };
}

/** Is the commit nothing but one row of events (A2)? */
function isOneRow(w: Writer, draft: Draft, work: Commit): boolean {
  const { entries, moving, blobs, events, ledgers } = draft;
  if (entries.length !== 1 || moving.size !== 1 || blobs.length > 0) return false;
  if (ledgers.alone.length > 0 || work.notes) return false;
  if (w.blobs.areStaged() || w.folders.size > 0 || work.items.length > 0 || w.side.hasWork(work))
    return false;
  if (events.some((e) => e.type === 'value.removed')) return false;
  const [m] = moving.values();
  return m !== undefined && !m.isNew && !(m.row && w.rows.isToSave(m.row, m.tail));
}

const lastPos = (w: Writer, draft: Draft): number => w.pos + draft.events.length;
const ledgersOf = ({ ledgers }: Draft): LedgerRow[] => [
  ...ledgers.carried.values(),
  ...ledgers.alone,
];
const openAfter = (m: Moving): Open => changeOpen(new Map(m.tail.open), m.events, m.rows);

/** Writes the row of a run after its events. */
function finish(w: Writer, m: Moving, draft: Draft): void {
  const { row, tail } = m;
  if (row && w.rows.isToSave(row, tail)) {
    const changed = ledgersOf(draft).find((l) => l.root === row.id);
    const ledger: KeptLedger = {
      ledger: changed ?? w.ledgers.get(row.id),
      pos: lastPos(w, draft),
    };
    w.rows.save(row, tail, { seq: m.seq, open: () => openAfter(m), ledger });
    if (row.status !== 'active' && (tail.mayHaveItems || m.hasItems)) w.items.drop(row.id);
  }
  if (m.rows.length > 0 && m.last < 0) w.rows.saveOpen(tail, m.seq, openAfter(m));
}

/** Takes over what the commit changed (A1). */
function settle(w: Writer, m: Moving): void {
  const { tail, row } = m;
  tail.seq = m.seq;
  tail.pos = m.pos;
  tail.seal = m.seal;
  tail.mayHaveItems ||= m.hasItems;
  changeOpen(tail.open, m.events, m.rows);
  if (row) {
    tail.control = row.control;
    tail.status = row.status;
    tail.snapshotSeq = row.snapshotSeq;
  }
  if (tail.status === 'active') w.tails.set(tail.id, tail);
  else {
    w.tails.delete(tail.id);
    w.ledgers.delete(tail.id);
  }
}
