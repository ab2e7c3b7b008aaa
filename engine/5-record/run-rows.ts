// The rows of runs: where a run stands, its snapshot, and its open rows of work as of that snapshot.
// U1 `seq` and `head` of a RunRow are never stored here; they are what the run's last event says.
// U2 an ended run keeps no snapshot, no open rows and no items: its events are enough to make them again.
// U3 the ledger of a root is kept here with its snapshots; newer ones ride on events (work-rows.ts).

import { assert } from '../base/assert.ts';
import type { RunEvent } from '../4-run/events.ts';
import type { EffectRow, LedgerRow, RunRow } from '../4-run/ports.ts';
import type { EventReader } from './rows.ts';
import { partsOf } from './chain.ts';
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
/** What a snapshot keeps besides the machine; asked for only when one is written. */
type Beside = { open: () => Open; ledger: () => KeptLedger };

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
    'SELECT id FROM runs WHERE n IN (SELECT DISTINCT run FROM events WHERE pos > ?)',
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
      const event = { type: row.type, head: JSON.parse(row.head) as unknown } as RunEvent;
      applyEvent(found, event, partsOf(row.body).work, row);
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
    /** Adds a run; its root must be there already, unless it is its own. */
    add: (r: RunRow, root: Tail | undefined): Tail => {
      assert(r.id !== '' && !/\s/.test(r.id), 'a run id is one word');
      assert(root ?? r.root === r.id, `root ${r.root} of run ${r.id} is not in the journal`);
      const n = Number(
        add.run(
          r.id,
          root?.n ?? 0,
          r.parent,
          r.parentEffect,
          r.workflow,
          r.name,
          r.version,
          r.machine,
          r.mode,
          r.control,
          r.status,
          r.startedAt,
          r.endedAt,
          r.snapshot,
          r.snapshotSeq,
        ).lastInsertRowid,
      );
      if (!root) ownRoot.run(n);
      return {
        n,
        rootN: root?.n ?? n,
        id: r.id,
        root: r.root,
        seq: 0,
        seal: '',
        open: new Map(),
        control: r.control,
        status: r.status,
        snapshotSeq: r.snapshotSeq,
        mayHaveItems: false,
      };
    },
    has: (id: string): boolean => exists.get(id) !== undefined,
    /** Writes what differs from the tail after this commit (U2, U3). */
    save: (r: RunRow, tail: Tail, seq: number, beside: Beside): void => {
      const isEnd = r.status !== 'active';
      if (!isEnd && r.control !== tail.control) control.run(r.control, tail.n);
      if (!isEnd && r.snapshotSeq === tail.snapshotSeq) return;
      const { ledger: now, pos } = beside.ledger();
      const text = now ? JSON.stringify(now) : null;
      if (isEnd) end.run(r.control, r.status, r.endedAt, seq, seq, text, pos, tail.n);
      else snapshot.run(r.snapshot, r.snapshotSeq, packOpen(beside.open()), seq, text, pos, tail.n);
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
