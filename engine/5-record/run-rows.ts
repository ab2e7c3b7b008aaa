// The rows of runs: where a run stands, its snapshot, and its open rows of work as of that snapshot.
// U1 `seq` and `head` of a RunRow are never stored here; they are what the run's last event says.
// U2 an ended run keeps no snapshot, no open rows and no items: its events are enough to make them again.
// U3 the ledger of a root is kept here with its snapshots; newer ones ride on events (work-rows.ts).

import { assert } from '../base/assert.ts';
import type { EffectRow, LedgerRow, RunRow } from '../4-run/ports.ts';
import { partsOf } from './chain.ts';
import { headOf } from './entries.ts';
import type { EventReader } from './event-reader.ts';
import type { Db } from './sqlite.ts';
import { applyEvent, lineIn, type Open, packOpen, unpackOpen } from './work-rows.ts';

type Stored = Omit<RunRow, 'seq' | 'head' | 'root'> & {
  n: number;
  root: string;
  rootN: number;
  open: string;
  openSeq: number;
};

const COLUMNS = `r.n, r.id, o.id AS root, r.root AS rootN, r.parent, r.parent_effect AS parentEffect,
  r.workflow, r.name, r.version, r.machine, r.mode, r.control, r.status, r.started_at AS startedAt,
  r.ended_at AS endedAt, r.snapshot, r.snapshot_seq AS snapshotSeq, r.open, r.open_seq AS openSeq
  FROM runs r JOIN runs o ON o.n = r.root`;

/** What the journal keeps in memory about a run it writes to. */
export type Tail = {
  n: number;
  rootN: number;
  id: string;
  root: string;
  seq: number;
  seal: string;
  open: Open;
  control: RunRow['control'];
  status: RunRow['status'];
  snapshotSeq: number;
  /** False while no for-each of it has written items, as far as this process knows. */
  mayHaveItems: boolean;
};

/** A ledger and the position up to which it counts. */
export type KeptLedger = { ledger: LedgerRow | undefined; pos: number };
/** How a run stands after a commit; its open rows are asked for only when a snapshot is written. */
type After = { seq: number; open: () => Open; ledger: KeptLedger };

export type RunRows = ReturnType<typeof runRows>;

/** Prepares the statements over runs. */
export function runRows(db: Db, events: EventReader) {
  const one = db.prepare<[string], Stored>(`SELECT ${COLUMNS} WHERE r.id = ?`);
  const active = db.prepare<[], Stored>(`SELECT ${COLUMNS} WHERE r.status = 'active' ORDER BY r.n`);
  const children = db.prepare<[string], Stored>(
    `SELECT ${COLUMNS} WHERE r.parent = ? ORDER BY r.n`,
  );
  const roots = db.prepare<[number], { id: string }>(
    'SELECT id FROM runs WHERE parent IS NULL ORDER BY n DESC LIMIT ?',
  );
  const rootsOf = db.prepare<[string, number], { id: string }>(
    'SELECT id FROM runs WHERE workflow = ? AND parent IS NULL ORDER BY n DESC LIMIT ?',
  );
  const after = db.prepare<[number], { id: string }>(
    'SELECT id FROM runs WHERE n IN (SELECT DISTINCT run FROM entries WHERE pos > ?)',
  );
  const all = db.prepare<[], { id: string }>('SELECT id FROM runs ORDER BY n');
  const add = db.prepare(
    `INSERT INTO runs VALUES(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', 0, NULL, 0)`,
  );
  const ownRoot = db.prepare('UPDATE runs SET root = n WHERE n = ?');
  const control = db.prepare('UPDATE runs SET control = ? WHERE n = ?');
  const snapshot = db.prepare(
    `UPDATE runs SET snapshot = ?, snapshot_seq = ?, open = ?, open_seq = ?,
     ledger = coalesce(?, ledger), ledger_pos = ? WHERE n = ?`,
  );
  const end = db.prepare(
    `UPDATE runs SET control = ?, status = ?, ended_at = ?, snapshot = '', snapshot_seq = ?,
     open = '[]', open_seq = ?, ledger = coalesce(?, ledger), ledger_pos = ? WHERE n = ?`,
  );
  const exists = db.prepare<[string], { n: number }>('SELECT n FROM runs WHERE id = ?');
  const open = db.prepare('UPDATE runs SET open = ?, open_seq = ? WHERE n = ?');

  const kept = db.prepare<[string], { ledger: string | null; pos: number }>(
    'SELECT ledger, ledger_pos AS pos FROM runs WHERE id = ?',
  );
  const keep = db.prepare('UPDATE runs SET ledger = ?, ledger_pos = ? WHERE id = ?');

  const ledger = (root: string): LedgerRow | undefined => {
    const had = kept.get(root);
    if (!had) return undefined;
    const later = events.ofRoot(root, had.pos, Number.MAX_SAFE_INTEGER);
    const newest = later.findLast((row) => lineIn(partsOf(row.body).work).ledger?.root === root);
    if (newest) return lineIn(partsOf(newest.body).work).ledger;
    return had.ledger === null ? undefined : (JSON.parse(had.ledger) as LedgerRow);
  };

  const rowOf = (s: Stored): RunRow => {
    const { n: _n, rootN: _rootN, open: _open, openSeq: _openSeq, ...row } = s;
    const last = events.lastOf(s.id);
    return { ...row, seq: last?.seq ?? 0, head: last?.seal ?? '' };
  };
  const openOf = (s: Stored): Open => {
    const found = unpackOpen(s.open);
    if (s.status !== 'active') return found;
    for (const row of events.ofRun(s.id, s.openSeq + 1, Number.MAX_SAFE_INTEGER)) {
      applyEvent(found, headOf(row), partsOf(row.body).work, row);
    }
    return found;
  };
  return {
    get: (id: string): RunRow | undefined => {
      const found = one.get(id);
      return found && rowOf(found);
    },
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
      return found ? [...openOf(found).values()] : [];
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
        seal: last?.seal ?? '',
        open: openOf(s),
        control: s.control,
        status: s.status,
        snapshotSeq: s.snapshotSeq,
        mayHaveItems: true,
      };
    },
    /** The tail of a run that `add` has still to write; its root must be known, unless it is its own. */
    newTail: (r: RunRow, root: Tail | undefined): Tail => {
      assert(r.id !== '' && !/\s/.test(r.id), 'a run id is one word');
      assert(root ?? r.root === r.id, `root ${r.root} of run ${r.id} is not in the journal`);
      const { id, control, status, snapshotSeq } = r;
      const now = { control, status, snapshotSeq, mayHaveItems: false };
      return {
        n: 0,
        rootN: root?.n ?? 0,
        id,
        root: r.root,
        seq: 0,
        seal: '',
        open: new Map(),
        ...now,
      };
    },
    /** Writes a new run and gives its tail the number it got. */
    add: (r: RunRow, tail: Tail): void => {
      const rootOf = r.root === r.id ? 0 : (exists.get(r.root)?.n ?? 0);
      const added = add.run(
        ...[r.id, rootOf, r.parent, r.parentEffect, r.workflow, r.name, r.version, r.machine],
        ...[r.mode, r.control, r.status, r.startedAt, r.endedAt, r.snapshot, r.snapshotSeq],
      );
      tail.n = Number(added.lastInsertRowid);
      tail.rootN = rootOf || tail.n;
      if (!rootOf) ownRoot.run(tail.n);
    },
    has: (id: string): boolean => exists.get(id) !== undefined,
    /** Does the row say anything that is not in the file yet? */
    isToSave: (r: RunRow, tail: Tail): boolean =>
      r.status !== tail.status ||
      r.status !== 'active' ||
      r.control !== tail.control ||
      r.snapshotSeq !== tail.snapshotSeq,
    /** Writes what differs from the tail after this commit (U2, U3). */
    save: (r: RunRow, tail: Tail, after: After): void => {
      const { ledger, pos } = after.ledger;
      const kept = [ledger ? JSON.stringify(ledger) : null, pos, tail.n];
      if (r.status !== 'active') {
        end.run(r.control, r.status, r.endedAt, after.seq, after.seq, ...kept);
        return;
      }
      if (r.control !== tail.control) control.run(r.control, tail.n);
      if (r.snapshotSeq !== tail.snapshotSeq)
        snapshot.run(r.snapshot, r.snapshotSeq, packOpen(after.open()), after.seq, ...kept);
    },
    ledger,
    /** Keeps the ledger apart from the events that carry it, before one of them loses its body. */
    keepLedger: (root: string): void => {
      const now = ledger(root);
      if (now) keep.run(JSON.stringify(now), events.lastPos(), root);
    },
    /** Writes the open rows alone: for work that changed without an event. */
    saveOpen: (tail: Tail, seq: number, now: Open): void => {
      open.run(packOpen(now), seq, tail.n);
    },
  };
}
