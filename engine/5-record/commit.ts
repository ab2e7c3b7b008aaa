// Appending: one transaction that holds everything a turn decided, or nothing.
// A1 `pos` and `seq` are given out here, without gaps, in the order of the commit.
// A2 what is kept in memory changes only after COMMIT; a commit that fails leaves everything as it was.
// A3 what rows of work say beyond the events rides on the last event of their run (work-rows.ts).
// A4 nothing ill-formed is stored: lone surrogates become U+FFFD before anything is hashed.

import { assert } from '../base/assert.ts';
import type { Recorded, RunEvent } from '../4-run/events.ts';
import type { Commit, EffectRow, RunRow } from '../4-run/ports.ts';
import { type Blobs, blobsIn } from './blobs.ts';
import { bodyOf, type SealKey, sealOf, sumOf } from './chain.ts';
import { removeValue, type Removal } from './forget.ts';
import type { RunRows, Tail } from './run-rows.ts';
import { SALT_CHARS } from './salt.ts';
import type { SideTables } from './side-tables.ts';
import type { Db } from './sqlite.ts';
import { type Changed, isClosed, lineOf, type Open, rowAfter } from './work-rows.ts';

/** The version of the event vocabulary written today. */
export const EVENT_VERSION = 1;

export type Writer = {
  db: Db;
  key: SealKey;
  salt: () => string;
  rows: RunRows;
  side: SideTables;
  blobs: Blobs;
  removal: Removal;
  /** Tails of the runs being written to, by id. */
  tails: Map<string, Tail>;
  /** Folders put during a turn, written with its commit. */
  folders: Map<string, string>;
  pos: number;
};

/** A run as this commit changes it; the tail itself changes only when the commit is through (A2). */
type Moving = {
  tail: Tail;
  seq: number;
  seal: string;
  /** Rows the runner handed in, and what the events alone make of them. */
  work: EffectRow[];
  said: Changed;
  /** Index of the run's last event in the commit. */
  last: number;
  hasItems: boolean;
  row?: RunRow;
};

const movingOf = (tail: Tail): Moving => ({
  tail,
  seq: tail.seq,
  seal: tail.seal,
  work: [],
  said: new Map(),
  last: -1,
  hasItems: false,
});

/** What a commit did, for whoever keeps anchors and keyframes. */
export type Written = { events: Recorded[]; touched: Tail[] };

/** What all events of a commit share. */
type Now = { at: number; iso: string; pos: number };

const noSalt = (): string => NO_SALT;
const NO_SALT = '-'.repeat(SALT_CHARS);

/** Prepares the one function that writes to the journal. */
export function committer(w: Writer) {
  const begin = w.db.prepare('BEGIN IMMEDIATE');
  const commit = w.db.prepare('COMMIT');
  const rollback = w.db.prepare('ROLLBACK');
  const insert = w.db.prepare('INSERT INTO events VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');

  const append = (m: Moving, event: RunEvent, now: Now, line: string): Recorded => {
    const { tail } = m;
    const { given, head, payload } = written(event);
    const { type } = given;
    const { run, root } = { run: tail.id, root: tail.root };
    const pos = now.pos++;
    const seq = ++m.seq;
    const body = bodyOf(w.key === 'none' ? noSalt : w.salt, payload, line);
    let sum: string | null = null;
    if (w.key !== 'none') {
      sum = body === null ? null : sumOf(body);
      const { at } = now;
      const sealed = { pos, seq, run, root, at, type, v: EVENT_VERSION, key: w.key, head, sum };
      m.seal = sealOf(m.seal, sealed);
    }
    const { n, rootN } = tail;
    insert.run(pos, n, seq, rootN, now.at, type, EVENT_VERSION, w.key, head, sum, m.seal, body);
    if (payload.includes('"@blob"')) w.blobs.use(pos, blobsIn(payload));
    return { ...given, pos, seq, run, root, at: now.iso, v: EVENT_VERSION };
  };

  const write = (work: Commit, at: number): { events: Recorded[]; moving: Map<string, Moving> } => {
    w.blobs.write();
    for (const [hash, text] of w.folders) w.side.addFolder(hash, text);
    const moving = gather(w, work);
    const now: Now = { at, iso: new Date(at).toISOString(), pos: w.pos + 1 };
    const events: Recorded[] = [];
    for (const [i, { run, event }] of work.events.entries()) {
      const m = moving.get(run) as Moving;
      const look = (id: string): EffectRow | null | undefined =>
        m.said.has(id) ? m.said.get(id) : m.tail.open.get(id);
      const after = rowAfter(event, look, { run, root: m.tail.root, at });
      if (after) m.said.set(after.id, after.row);
      const line = m.last === i && m.work.length > 0 ? lineOf(m.work, look) : '';
      events.push(append(m, event, now, line));
    }
    w.side.write(work);
    for (const m of moving.values()) finish(w, m);
    for (const e of events)
      if (e.type === 'value.removed') removeValue(w.removal, e.run, e.head.of);
    return { events, moving };
  };

  return (work: Commit, at: number): Written => {
    begin.run();
    let done: ReturnType<typeof write>;
    try {
      done = write(work, at);
      commit.run();
    } catch (error) {
      // A full disk may have rolled back already.
      if (w.db.inTransaction) rollback.run();
      throw error;
    }
    w.blobs.written();
    w.folders.clear();
    w.pos += done.events.length;
    const touched = [...done.moving.values()].map((m) => settle(w, m));
    return { events: done.events, touched };
  };
}

/** Finds the runs a commit speaks of, and what it says about each. */
function gather(w: Writer, work: Commit): Map<string, Moving> {
  const moving = new Map<string, Moving>();
  const of = (run: string): Moving => {
    const had = moving.get(run);
    if (had) return had;
    const tail = w.tails.get(run) ?? w.rows.tail(run);
    assert(tail, `run ${run} is not in the journal`);
    const m = movingOf(tail);
    moving.set(run, m);
    return m;
  };
  for (const row of work.runs) {
    if (!w.tails.has(row.id) && !w.rows.has(row.id)) {
      const root = row.root === row.id ? undefined : of(row.root).tail;
      const tail = w.rows.add(row, root);
      moving.set(row.id, { ...movingOf(tail), row });
    } else of(row.id).row = row;
  }
  work.events.forEach(({ run }, i) => {
    of(run).last = i;
  });
  for (const row of work.effects) of(row.run).work.push(row);
  for (const item of work.items) of(item.run).hasItems = true;
  return moving;
}

/** The open rows as this commit leaves them, put into `open`. */
function change(open: Open, m: Moving): Open {
  for (const [id, row] of m.said) if (!row) open.delete(id);
  for (const row of m.work) {
    if (isClosed(row)) open.delete(row.id);
    else open.set(row.id, row);
  }
  return open;
}
const openAfter = (m: Moving): Open => change(new Map(m.tail.open), m);

/** Writes the row of a run after its events. */
function finish(w: Writer, m: Moving): void {
  const { row, tail } = m;
  if (row) {
    // Numbers in effect ids were made from the runner's own count; a difference would break every key.
    assert(row.seq === m.seq, `run ${row.id} counts ${row.seq} events, the journal ${m.seq}`);
    w.rows.save(row, tail, m.seq, () => openAfter(m));
    if (row.status !== 'active' && (tail.mayHaveItems || m.hasItems)) w.side.dropItems(row.id);
  }
  if (m.work.length > 0 && m.last < 0) w.rows.saveOpen(tail, m.seq, openAfter(m));
}

/** Takes over what the commit changed (A2). */
function settle(w: Writer, m: Moving): Tail {
  const { tail, seq, seal, row } = m;
  tail.seq = seq;
  tail.mayHaveItems ||= m.hasItems;
  tail.seal = seal;
  change(tail.open, m);
  if (row) {
    tail.control = row.control;
    tail.status = row.status;
    tail.snapshotSeq = row.snapshotSeq;
  }
  if (tail.status === 'active') w.tails.set(tail.id, tail);
  else w.tails.delete(tail.id);
  return tail;
}

type Text = { given: RunEvent; head: string; payload: string };

/** An event and its text, well-formed (A4): JSON writes a lone surrogate as an escape. */
function written(event: RunEvent): Text {
  const text = textOf(event);
  return text.head.includes(ILL) || text.payload.includes(ILL) ? textOf(cleaned(event)) : text;
}
const ILL = '\\ud';

const textOf = (given: RunEvent): Text => ({
  given,
  head: JSON.stringify(given.head),
  payload: given.payload === undefined ? '' : JSON.stringify(given.payload),
});

function cleaned<T>(x: T): T {
  if (typeof x === 'string') return x.toWellFormed() as T;
  if (Array.isArray(x)) return x.map(cleaned) as T;
  if (typeof x !== 'object' || x === null) return x;
  return Object.fromEntries(
    Object.entries(x).map(([k, y]) => [k.toWellFormed(), cleaned(y) as unknown]),
  ) as T;
}
