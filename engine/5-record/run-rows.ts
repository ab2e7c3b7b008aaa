// The rows of runs: where a run stands, its snapshot, and its open rows of work as of that
// snapshot.
// U1 `seq` and `head` of a RunRow are never stored here; they are what the run's last event says.
// U2 the ledger of a root is the one kept here, or the newest that rides on a later event.

import type { EffectRow, LedgerRow, RunRow } from '../4-run/ports.ts';
import { partsOf } from './chain.ts';
import { headOf } from './entries.ts';
import type { EventReader } from './event-reader.ts';
import type { Db } from './sqlite.ts';
import {
  applyEvent,
  ledgerOf as ledgerAsStored,
  lineIn,
  type Open,
  unpackOpen,
} from './work-rows.ts';

type Stored = Omit<RunRow, 'seq' | 'head' | 'root'> & {
  n: number;
  root: string;
  rootN: number;
  open: string;
  openSeq: number;
};

const COLUMNS = `r.n, r.id, o.id AS root, r.root AS rootN, r.parent,
  r.parent_effect AS parentEffect, r.workflow, r.name, r.version, r.machine, r.mode, r.control,
  r.status, r.started_at AS startedAt, r.ended_at AS endedAt, r.snapshot,
  r.snapshot_seq AS snapshotSeq, r.open, r.open_seq AS openSeq
  FROM runs r JOIN runs o ON o.n = r.root`;

/** Runs a list shows: roots that have not left the record. */
const LISTED = 'parent IS NULL AND retired_at IS NULL';

/** What the journal keeps in memory about a run it writes to. */
export type Tail = {
  n: number;
  rootN: number;
  id: string;
  root: string;
  /** Of its last event: number, position, seal. */
  seq: number;
  pos: number;
  seal: string;
  open: Open;
  control: RunRow['control'];
  status: RunRow['status'];
  snapshotSeq: number;
  /** False while no for-each of it has written items, as far as this process knows. */
  mayHaveItems: boolean;
};

export type RunRows = ReturnType<typeof runRows>;

/** Prepares the reading statements over runs. */
export function runRows(db: Db, events: EventReader) {
  const one = db.prepare<[string], Stored>(`SELECT ${COLUMNS} WHERE r.id = ?`);
  const active = db.prepare<[], Stored>(`SELECT ${COLUMNS} WHERE r.status = 'active' ORDER BY r.n`);
  const children = db.prepare<[string], Stored>(
    `SELECT ${COLUMNS} WHERE r.parent = ? ORDER BY r.n`,
  );
  const roots = db.prepare<[number], { id: string }>(
    `SELECT id FROM runs WHERE ${LISTED} ORDER BY n DESC LIMIT ?`,
  );
  const rootsOf = db.prepare<[string, number], { id: string }>(
    `SELECT id FROM runs WHERE workflow = ? AND ${LISTED} ORDER BY n DESC LIMIT ?`,
  );
  const after = db.prepare<[number], { id: string }>(
    'SELECT id FROM runs WHERE n IN (SELECT DISTINCT run FROM entries WHERE pos > ?)',
  );
  const all = db.prepare<[], { id: string }>('SELECT id FROM runs ORDER BY n');
  const kept = db.prepare<[string], Kept>(
    'SELECT ledger, ledger_pos AS pos FROM runs WHERE id = ?',
  );
  const rowOf = (s: Stored): RunRow => {
    const { n: _n, rootN: _rootN, open: _open, openSeq: _openSeq, ...row } = s;
    const last = events.lastOf(s.id);
    return { ...row, seq: last?.seq ?? 0, head: last?.seal ?? '' };
  };
  return {
    get: (id: string): RunRow | undefined => {
      const found = one.get(id);
      return found && rowOf(found);
    },
    /** What the row of a run says by itself, whatever became of its events. */
    facts: (id: string) => one.get(id),
    active: (): RunRow[] => active.all().map(rowOf),
    children: (id: string): RunRow[] => children.all(id).map(rowOf),
    /** Ids of root runs, newest first. */
    roots: (limit: number, workflow?: string): string[] =>
      (workflow === undefined ? roots.all(limit) : rootsOf.all(workflow, limit)).map((r) => r.id),
    /** Ids of runs with events after a position. */
    after: (pos: number): string[] => after.all(pos).map((r) => r.id),
    all: (): string[] => all.all().map((r) => r.id),
    open: (id: string): EffectRow[] => {
      const found = one.get(id);
      return found ? [...openOf(events, found).values()] : [];
    },
    /** The tail of a run that is in the file already. */
    tail: (id: string): Tail | undefined => {
      const s = one.get(id);
      if (!s) return undefined;
      const last = events.lastOf(id);
      return {
        n: s.n,
        rootN: s.rootN,
        id,
        root: s.root,
        seq: last?.seq ?? 0,
        pos: last?.pos ?? 0,
        seal: last?.seal ?? '',
        open: openOf(events, s),
        control: s.control,
        status: s.status,
        snapshotSeq: s.snapshotSeq,
        mayHaveItems: true,
      };
    },
    /** The ledger of a root as its last commit left it (U2). */
    ledger: (root: string): LedgerRow | undefined => {
      const had = kept.get(root);
      return had && ledgerOf(events, root, had);
    },
  };
}

/** The open rows of a run: as kept with its snapshot, then event by event. */
function openOf(events: EventReader, s: Stored): Open {
  const found = unpackOpen(s.open);
  if (s.status !== 'active') return found;
  for (const row of events.ofRun(s.id, s.openSeq + 1, Number.MAX_SAFE_INTEGER))
    applyEvent(found, headOf(row), partsOf(row.body).work, row);
  return found;
}

type Kept = { ledger: string | null; pos: number };

function ledgerOf(events: EventReader, root: string, had: Kept): LedgerRow | undefined {
  const later = events.ofRoot(root, had.pos, Number.MAX_SAFE_INTEGER);
  const lines = later.map((row) => lineIn(partsOf(row.body).work).ledger);
  const newest = lines.findLast((ledger) => ledger?.root === root);
  if (newest) return newest;
  return had.ledger === null ? undefined : ledgerAsStored(JSON.parse(had.ledger) as object);
}
