// Appending: one transaction that holds everything a turn decided, or nothing.
// A1 `pos` and `seq` are given out here, without gaps, in the order of the commit.
// A2 what is kept in memory changes only after COMMIT; a commit that fails leaves everything as it
//    was.
// A3 what working rows and ledgers say beyond the events rides on the last event of their run or
//    root.
// A4 nothing ill-formed is stored: lone surrogates become U+FFFD before anything is hashed.
// A5 a commit that is one row is one statement: SQLite makes it durable without BEGIN and COMMIT.

import { assert } from '../base/assert.ts';
import type { Recorded, RunEvent } from '../4-run/events.ts';
import type { Commit, EffectRow, LedgerRow, RunRow } from '../4-run/ports.ts';
import { type Blobs, blobsIn } from './blobs.ts';
import { bodyOf, type SealKey, sealOf, sumOf } from './chain.ts';
import { EVENT_VERSION, lineOf } from './entries.ts';
import { removeValue, type Removal } from './forget.ts';
import type { Items } from './items.ts';
import type { Tail } from './run-rows.ts';
import type { KeptLedger, RunWriter } from './run-writer.ts';
import { SALT_CHARS } from './salt.ts';
import type { SideTables } from './side-tables.ts';
import type { Db } from './sqlite.ts';
import { changeOpen, type Line, lineText, type Open, rowsBeyond } from './work-rows.ts';
import { textOf } from './well-formed.ts';

export type Writer = {
  db: Db;
  key: SealKey;
  salt: () => string;
  rows: RunWriter;
  side: SideTables;
  items: Items;
  blobs: Blobs;
  removal: Removal;
  /** Tails of the runs being written to, by id. */
  tails: Map<string, Tail>;
  /** Ledgers of active roots as last written. */
  ledgers: Map<string, LedgerRow>;
  /** Folders put during a turn, written with its commit. */
  folders: Map<string, string>;
  pos: number;
};

/**
 * A run as this commit changes it; the tail itself changes only when the commit is through (A2).
 */
type Moving = {
  tail: Tail;
  seq: number;
  seal: string;
  /** Working rows the runner handed in, and the run's events of this commit. */
  rows: EffectRow[];
  events: RunEvent[];
  /** Index of the run's last event in the commit. */
  last: number;
  hasItems: boolean;
  row: RunRow | undefined;
  isNew: boolean;
};

/** What a commit will write, put into words before anything is written. */
type Draft = {
  at: number;
  moving: Map<string, Moving>;
  /** Changed ledgers by the index of the event that carries them. */
  ledgers: Map<number, LedgerRow>;
  entries: { m: Moving; pos: number; seq: number; heads: string; seals: string; bodies: string }[];
  blobs: { pos: number; names: string[] }[];
  events: Recorded[];
};

/** What a commit did: the events, and how many of them each run got. */
export type Written = { events: Recorded[]; touched: { tail: Tail; events: number }[] };

const movingOf = (tail: Tail, row: RunRow | undefined, isNew: boolean): Moving => ({
  tail,
  seq: tail.seq,
  seal: tail.seal,
  rows: [],
  events: [],
  last: -1,
  hasItems: false,
  row,
  isNew,
});

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
      for (const m of draft.moving.values()) if (m.isNew) w.rows.add(m.row as RunRow, m.tail);
      insertEntries(draft);
      for (const { pos, names } of draft.blobs) w.blobs.use(pos, names);
      w.side.write(work);
      w.items.write(work.items);
      for (const m of draft.moving.values()) finish(w, m, draft);
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
    for (const ledger of draft.ledgers.values()) w.ledgers.set(ledger.root, ledger);
    const touched: Written['touched'] = [];
    for (const m of draft.moving.values()) {
      touched.push({ tail: m.tail, events: m.seq - m.tail.seq });
      settle(w, m);
    }
    return { events: draft.events, touched };
  };
}

/** Is the commit nothing but one row of events (A5)? */
function isOneRow(w: Writer, { entries, moving, blobs, events }: Draft, work: Commit): boolean {
  if (entries.length !== 1 || moving.size !== 1 || blobs.length > 0) return false;
  if (w.blobs.areStaged() || w.folders.size > 0 || work.items.length > 0 || w.side.hasWork(work))
    return false;
  if (events.some((e) => e.type === 'value.removed')) return false;
  const [m] = moving.values();
  return m !== undefined && !m.isNew && !(m.row && w.rows.isToSave(m.row, m.tail));
}

/** Puts a commit into words: numbers, texts, seals. Changes nothing. */
function draftOf(w: Writer, work: Commit, at: number): Draft {
  const moving = gather(w, work);
  const draft: Draft = {
    at,
    moving,
    ledgers: changedLedgers(w, work),
    entries: [],
    blobs: [],
    events: [],
  };
  const iso = new Date(at).toISOString();
  for (let i = 0; i < work.events.length; i++) {
    const { run, event } = work.events[i] as Commit['events'][number];
    draft.events.push(append(w, draft, moving.get(run) as Moving, event, { i, iso }));
  }
  for (const m of moving.values())
    // Numbers in effect ids were made from the runner's own count; a difference would break every
    // key.
    if (m.row)
      assert(m.row.seq === m.seq, `run ${m.tail.id} counts ${m.row.seq} events, not ${m.seq}`);
  return draft;
}

/** Adds one event to the entry its run has just begun, or to a new one. */
function append(
  w: Writer,
  draft: Draft,
  m: Moving,
  event: RunEvent,
  { i, iso }: { i: number; iso: string },
): Recorded {
  const { id: run, root } = m.tail;
  const { type } = event;
  const { head, payload, headText, payloadText } = textOf(event);
  const pos = w.pos + 1 + i;
  const seq = ++m.seq;
  m.events.push(event);
  const line = lineOf(type, headText);
  const body = bodyOf(w.key === 'none' ? noSalt : w.salt, payloadText, lineFor(draft, m, i));
  let seals = '';
  if (w.key !== 'none') {
    const sum = body === '' ? '' : sumOf(body);
    m.seal = sealOf(m.seal, { pos, seq, run, root, at: draft.at, key: w.key, line, sum });
    seals = `${sum} ${m.seal}`;
  }
  const entry = draft.entries.at(-1);
  if (entry?.m === m) {
    entry.heads += `\n${line}`;
    entry.seals += `\n${seals}`;
    entry.bodies += `\n${body}`;
  } else draft.entries.push({ m, pos, seq, heads: line, seals, bodies: body });
  if (payloadText.includes('"@blob"')) draft.blobs.push({ pos, names: blobsIn(payloadText) });
  return { type, head, payload, pos, seq, run, root, at: iso, v: EVENT_VERSION } as Recorded;
}
const NO_SALT = '-'.repeat(SALT_CHARS);
const noSalt = (): string => NO_SALT;

/** What rides on the `i`-th event of the commit (A3). */
function lineFor(draft: Draft, m: Moving, i: number): string {
  const ledger = draft.ledgers.get(i);
  const rows =
    m.last === i && m.rows.length > 0
      ? rowsBeyond(m.rows, m.events, m.tail.open, draft.at)
      : undefined;
  if (!rows && !ledger) return '';
  const line: Line = {};
  if (rows) line.rows = rows;
  if (ledger) line.ledger = ledger;
  return lineText(line);
}

/** Finds the runs a commit speaks of, and what it says about each. */
function gather(w: Writer, work: Commit): Map<string, Moving> {
  const moving = new Map<string, Moving>();
  const of = (run: string): Moving => {
    const had = moving.get(run);
    if (had) return had;
    const tail = w.tails.get(run) ?? w.rows.tail(run);
    assert(tail, `run ${run} is not in the journal`);
    const m = movingOf(tail, undefined, false);
    moving.set(run, m);
    return m;
  };
  for (const row of work.runs) {
    if (w.tails.has(row.id) || w.rows.has(row.id)) {
      of(row.id).row = row;
      continue;
    }
    const root = row.root === row.id ? undefined : of(row.root).tail;
    moving.set(row.id, movingOf(w.rows.newTail(row, root), row, true));
  }
  for (let i = 0; i < work.events.length; i++)
    of((work.events[i] as Commit['events'][number]).run).last = i;
  for (const row of work.effects) of(row.run).rows.push(row);
  for (const item of work.items) of(item.run).hasItems = true;
  return moving;
}

/** Ledgers that differ from what was written last, by the event that will carry them. */
function changedLedgers(w: Writer, work: Commit): Map<number, LedgerRow> {
  const changed = new Map<number, LedgerRow>();
  for (const ledger of work.ledgers) {
    if (isSame(ledger, w.ledgers.get(ledger.root))) continue;
    const carrier = work.events.findLastIndex((e) => e.root === ledger.root);
    assert(carrier >= 0, `the ledger of ${ledger.root} changed without an event`);
    changed.set(carrier, { ...ledger });
  }
  return changed;
}

const COUNTERS = [
  ...(['costNano', 'reservedNano', 'modelCalls', 'toolCalls', 'tokens'] as const),
  ...(['reservedTokens', 'attempts', 'workMs', 'extended'] as const),
];
const isSame = (a: LedgerRow, b: LedgerRow | undefined): boolean =>
  b !== undefined && COUNTERS.every((key) => a[key] === b[key]);

const openAfter = (m: Moving): Open => changeOpen(new Map(m.tail.open), m.events, m.rows);

/** Writes the row of a run after its events. */
function finish(w: Writer, m: Moving, draft: Draft): void {
  const { row, tail } = m;
  if (row && w.rows.isToSave(row, tail)) {
    const changed = [...draft.ledgers.values()].find((l) => l.root === row.id);
    const ledger: KeptLedger = {
      ledger: changed ?? w.ledgers.get(row.id),
      pos: w.pos + draft.events.length,
    };
    w.rows.save(row, tail, { seq: m.seq, open: () => openAfter(m), ledger });
    if (row.status !== 'active' && (tail.mayHaveItems || m.hasItems)) w.items.drop(row.id);
  }
  if (m.rows.length > 0 && m.last < 0) w.rows.saveOpen(tail, m.seq, openAfter(m));
}

/** Takes over what the commit changed (A2). */
function settle(w: Writer, m: Moving): void {
  const { tail, row } = m;
  tail.seq = m.seq;
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
