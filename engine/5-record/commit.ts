// Appending: one transaction that holds everything a turn decided, or nothing.
// A1 `pos` and `seq` are given out here, without gaps, in the order of the commit.
// A2 what is kept in memory changes only after COMMIT; a commit that fails leaves everything as it was.
// A3 what rows of work and ledgers say beyond the events rides on the last event of their run or root.
// A4 nothing ill-formed is stored: lone surrogates become U+FFFD before anything is hashed.

import { assert } from '../base/assert.ts';
import type { Recorded, RunEvent } from '../4-run/events.ts';
import type { Commit, EffectRow, LedgerRow, RunRow } from '../4-run/ports.ts';
import { type Blobs, blobsIn } from './blobs.ts';
import { bodyOf, type SealKey, sealOf, sumOf } from './chain.ts';
import { removeValue, type Removal } from './forget.ts';
import type { KeptLedger, RunRows, Tail } from './run-rows.ts';
import { SALT_CHARS } from './salt.ts';
import type { SideTables } from './side-tables.ts';
import type { Db } from './sqlite.ts';
import {
  closes,
  effectOf,
  isClosed,
  type Line,
  lineText,
  type Open,
  rowsBeyond,
} from './work-rows.ts';

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
  /** Ledgers of active roots as last written. */
  ledgers: Map<string, LedgerRow>;
  /** Folders put during a turn, written with its commit. */
  folders: Map<string, string>;
  pos: number;
};

/** A run as this commit changes it; the tail itself changes only when the commit is through (A2). */
type Moving = {
  tail: Tail;
  seq: number;
  seal: string;
  /** Rows of work the runner handed in, and the last event of the commit about each. */
  rows: EffectRow[];
  said: Map<string, RunEvent>;
  /** Index of the run's last event in the commit. */
  last: number;
  hasItems: boolean;
  row: RunRow | undefined;
};

const movingOf = (tail: Tail, row: RunRow | undefined): Moving => ({
  tail,
  seq: tail.seq,
  seal: tail.seal,
  rows: [],
  said: new Map(),
  last: -1,
  hasItems: false,
  row,
});

/** What a commit did: the events, and how many of them each run got. */
export type Written = { events: Recorded[]; touched: { tail: Tail; events: number }[] };

/** What all events of a commit share, and the ledgers it carries by the index of their event. */
type Now = { at: number; iso: string; pos: number; ledgers: Map<number, LedgerRow> | undefined };
type Gathered = { moving: Map<string, Moving>; now: Now };

/** Prepares the one function that writes to the journal. */
export function committer(w: Writer) {
  const begin = w.db.prepare('BEGIN IMMEDIATE');
  const commit = w.db.prepare('COMMIT');
  const rollback = w.db.prepare('ROLLBACK');
  const insert = w.db.prepare('INSERT INTO events VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const salt = w.key === 'none' ? () => NO_SALT : w.salt;

  const append = (m: Moving, event: RunEvent, now: Now, line: string): Recorded => {
    const { id: run, root, n, rootN } = m.tail;
    const { head, payload, headText, payloadText } = written(event);
    const { type } = event;
    const { at } = now;
    const { key } = w;
    const pos = now.pos++;
    const seq = ++m.seq;
    const v = EVENT_VERSION;
    const body = bodyOf(salt, payloadText, line);
    let sum: string | null = null;
    if (key !== 'none') {
      sum = body === null ? null : sumOf(body);
      m.seal = sealOf(m.seal, { pos, seq, run, root, at, type, v, key, head: headText, sum });
    }
    insert.run(pos, n, seq, rootN, at, type, v, key, headText, sum, m.seal, body);
    if (payloadText.includes('"@blob"')) w.blobs.use(pos, blobsIn(payloadText));
    return { type, head, payload, pos, seq, run, root, at: now.iso, v } as Recorded;
  };

  const write = (work: Commit, at: number): Gathered & { events: Recorded[] } => {
    w.blobs.write();
    for (const [hash, text] of w.folders) w.side.addFolder(hash, text);
    const gathered = gather(w, work, at);
    const { moving, now } = gathered;
    const events = work.events.map(({ run, event }, i) => {
      const m = moving.get(run) as Moving;
      const effect = effectOf(event);
      if (effect !== undefined) m.said.set(effect, event);
      const line: Line = {};
      if (m.last === i && m.rows.length > 0)
        line.rows = rowsBeyond(m.rows, m.said, m.tail.open, at);
      const ledger = now.ledgers?.get(i);
      if (ledger) line.ledger = ledger;
      return append(m, event, now, lineText(line));
    });
    w.side.write(work);
    for (const m of moving.values()) finish(w, m, now);
    for (const e of events)
      if (e.type === 'value.removed') removeValue(w.removal, e.run, e.head.of);
    return { moving, now, events };
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
    for (const ledger of done.now.ledgers?.values() ?? []) w.ledgers.set(ledger.root, ledger);
    const touched: Written['touched'] = [];
    for (const m of done.moving.values()) {
      touched.push({ tail: m.tail, events: m.seq - m.tail.seq });
      settle(w, m);
    }
    return { events: done.events, touched };
  };
}
const NO_SALT = '-'.repeat(SALT_CHARS);

/** Finds the runs a commit speaks of, and what it says about each. */
function gather(w: Writer, work: Commit, at: number): Gathered {
  const moving = new Map<string, Moving>();
  const of = (run: string): Moving => {
    const had = moving.get(run);
    if (had) return had;
    const tail = w.tails.get(run) ?? w.rows.tail(run);
    assert(tail, `run ${run} is not in the journal`);
    const m = movingOf(tail, undefined);
    moving.set(run, m);
    return m;
  };
  for (const row of work.runs) {
    if (w.tails.has(row.id) || w.rows.has(row.id)) {
      of(row.id).row = row;
      continue;
    }
    const root = row.root === row.id ? undefined : of(row.root).tail;
    moving.set(row.id, movingOf(w.rows.add(row, root), row));
  }
  const carriers = new Map<string, number>();
  for (let i = 0; i < work.events.length; i++) {
    const { run, root } = work.events[i] as Commit['events'][number];
    of(run).last = i;
    carriers.set(root, i);
  }
  for (const row of work.effects) of(row.run).rows.push(row);
  for (const item of work.items) of(item.run).hasItems = true;
  const now: Now = { at, iso: new Date(at).toISOString(), pos: w.pos + 1, ledgers: undefined };
  for (const ledger of work.ledgers) {
    if (isSame(ledger, w.ledgers.get(ledger.root))) continue;
    const carrier = carriers.get(ledger.root);
    assert(carrier !== undefined, `the ledger of ${ledger.root} changed without an event`);
    (now.ledgers ??= new Map()).set(carrier, { ...ledger });
  }
  return { moving, now };
}

const COUNTERS = [
  ...(['costNano', 'reservedNano', 'modelCalls', 'toolCalls', 'tokens'] as const),
  ...(['reservedTokens', 'attempts', 'workMs', 'extended'] as const),
];
const isSame = (a: LedgerRow, b: LedgerRow | undefined): boolean =>
  b !== undefined && COUNTERS.every((key) => a[key] === b[key]);

/** The open rows as this commit leaves them, put into `open`. */
function change(open: Open, m: Moving): Open {
  for (const [id, event] of m.said) if (closes(event)) open.delete(id);
  for (const row of m.rows) {
    if (isClosed(row)) open.delete(row.id);
    else open.set(row.id, row);
  }
  return open;
}
const openAfter = (m: Moving): Open => change(new Map(m.tail.open), m);

/** The ledger of a root as this commit leaves it. */
function ledgerAfter(w: Writer, now: Now, root: string): LedgerRow | undefined {
  for (const ledger of now.ledgers?.values() ?? []) if (ledger.root === root) return ledger;
  return w.ledgers.get(root);
}

/** Writes the row of a run after its events. */
function finish(w: Writer, m: Moving, now: Now): void {
  const { row, tail } = m;
  if (row) {
    // Numbers in effect ids were made from the runner's own count; a difference would break every key.
    assert(row.seq === m.seq, `run ${row.id} counts ${row.seq} events, the journal ${m.seq}`);
    const ledger = (): KeptLedger => ({ ledger: ledgerAfter(w, now, row.id), pos: now.pos - 1 });
    w.rows.save(row, tail, m.seq, { open: () => openAfter(m), ledger });
    if (row.status !== 'active' && (tail.mayHaveItems || m.hasItems)) w.side.dropItems(row.id);
  }
  if (m.rows.length > 0 && m.last < 0) w.rows.saveOpen(tail, m.seq, openAfter(m));
}

/** Takes over what the commit changed (A2). */
function settle(w: Writer, m: Moving): void {
  const { tail, row } = m;
  tail.seq = m.seq;
  tail.seal = m.seal;
  tail.mayHaveItems ||= m.hasItems;
  change(tail.open, m);
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

type Text = { head: unknown; payload: unknown; headText: string; payloadText: string };

/** An event and its text, well-formed (A4): JSON writes a lone surrogate as an escape. */
function written({ head, payload }: RunEvent): Text {
  const text = textOf(head, payload);
  const isIll = text.headText.includes(ILL) || text.payloadText.includes(ILL);
  return isIll ? textOf(cleaned(head), cleaned(payload)) : text;
}
const ILL = '\\ud';

const textOf = (head: unknown, payload: unknown): Text => ({
  head,
  payload,
  headText: JSON.stringify(head),
  payloadText: payload === undefined ? '' : JSON.stringify(payload),
});

function cleaned<T>(x: T): T {
  if (typeof x === 'string') return x.toWellFormed() as T;
  if (Array.isArray(x)) return x.map(cleaned) as T;
  if (typeof x !== 'object' || x === null) return x;
  return Object.fromEntries(
    Object.entries(x).map(([k, y]) => [k.toWellFormed(), cleaned(y) as unknown]),
  ) as T;
}
