// A commit put into words before anything is written: numbers, texts, seals. Changes nothing.
// DR1 `pos` and `seq` are given out here, without gaps, in the order of the commit.
// DR2 what working rows and ledgers say beyond the events rides on the last event of their run or
//     root.
// DR3 consecutive events of one run become one entry (entries.ts).

import { assert } from '../base/assert.ts';
import { isoOf } from '../base/instant.ts';
import type { Recorded, RunEvent } from '../4-run/events.ts';
import type { Commit, EffectRow, LedgerRow, RunRow } from '../4-run/ports.ts';
import { blobsIn } from './blobs.ts';
import { bodyOf, type SealKey, sealOf, sumOf } from './chain.ts';
import { EVENT_VERSION, lineOf } from './entries.ts';
import type { Tail } from './run-rows.ts';
import { newTail } from './run-writer.ts';
import { SALT_CHARS } from './salt.ts';
import { textOf } from './well-formed.ts';
import { isSameLedger, type Line, lineText, rowsBeyond } from './work-rows.ts';

/** What the journal knows when a commit arrives. */
export type Standing = {
  key: SealKey;
  salt: () => string;
  rows: {
    tail: (run: string) => Tail | undefined;
    ledger: (root: string) => LedgerRow | undefined;
  };
  /** Tails of the runs being written to, by id. */
  tails: Map<string, Tail>;
  /** Ledgers of active roots as last written. */
  ledgers: Map<string, LedgerRow>;
  pos: number;
};

/** A run as this commit changes it; the tail itself changes only when the commit is through. */
export type Moving = {
  tail: Tail;
  seq: number;
  pos: number;
  seal: string;
  /** Working rows the runner handed in, and the run's events of this commit. */
  rows: EffectRow[];
  events: RunEvent[];
  /** Index of the run's last event in the commit. */
  last: number;
  hasItems: boolean;
  row: RunRow | undefined;
  isNew: boolean;
  /** The tail of its root, of a new run that is not its own. */
  root: Tail | undefined;
};

/** What a commit will write. */
export type Draft = {
  at: number;
  moving: Map<string, Moving>;
  /** Changed ledgers: by the index of the event that carries them, and those that none can. */
  ledgers: { carried: Map<number, LedgerRow>; alone: LedgerRow[] };
  entries: { m: Moving; pos: number; seq: number; heads: string; seals: string; bodies: string }[];
  blobs: { pos: number; names: string[] }[];
  events: Recorded[];
};

const movingOf = (tail: Tail, row?: RunRow, root?: Tail): Moving => ({
  tail,
  seq: tail.seq,
  pos: tail.pos,
  seal: tail.seal,
  rows: [],
  events: [],
  last: -1,
  hasItems: false,
  row,
  isNew: row !== undefined,
  root,
});

/** Puts a commit into words: numbers, texts, seals. */
export function draftOf(w: Standing, work: Commit, at: number): Draft {
  const moving = gather(w, work);
  const draft: Draft = {
    at,
    moving,
    ledgers: changedLedgers(w, work),
    entries: [],
    blobs: [],
    events: [],
  };
  const iso = isoOf(at);
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
  w: Standing,
  draft: Draft,
  m: Moving,
  event: RunEvent,
  { i, iso }: { i: number; iso: string },
): Recorded {
  const { id: run, root } = m.tail;
  const { type } = event;
  const { head, payload, headText, payloadText } = textOf(event);
  const pos = (m.pos = w.pos + 1 + i);
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

/** What rides on the `i`-th event of the commit (DR2). */
function lineFor(draft: Draft, m: Moving, i: number): string {
  const ledger = draft.ledgers.carried.get(i);
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
function gather(w: Standing, work: Commit): Map<string, Moving> {
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
  const counts = new Map<string, number>();
  for (const { run } of work.events) counts.set(run, (counts.get(run) ?? 0) + 1);
  for (const row of work.runs) {
    // Numbers have no gaps: a run all of whose events are in this commit begins in it.
    if (row.seq !== counts.get(row.id)) {
      of(row.id).row = row;
      continue;
    }
    const root = row.root === row.id ? undefined : of(row.root).tail;
    moving.set(row.id, movingOf(newTail(row, root), row, root));
  }
  for (let i = 0; i < work.events.length; i++)
    of((work.events[i] as Commit['events'][number]).run).last = i;
  for (const row of work.effects) of(row.run).rows.push(row);
  for (const item of work.items) of(item.run).hasItems = true;
  return moving;
}

/** Ledgers that differ from what was written last, by the event that will carry them. */
function changedLedgers(w: Standing, work: Commit): Draft['ledgers'] {
  const changed: Draft['ledgers'] = { carried: new Map(), alone: [] };
  for (const given of work.ledgers) {
    const { root } = given;
    const ledger = { ...given };
    if (isSameLedger(ledger, w.ledgers.get(root) ?? w.rows.ledger(root))) continue;
    const carrier = work.events.findLastIndex((e) => e.root === root);
    if (carrier < 0) changed.alone.push(ledger);
    else changed.carried.set(carrier, ledger);
  }
  return changed;
}
