// Writing the rows of runs, in the transaction of the events that explain them.
// P1 an ended run keeps no snapshot, no open rows and no items: its events are enough to make them
//    again.
// P2 the ledger of a root is kept here with its snapshots; newer ones ride on events
//    (work-rows.ts).

import { assert } from '../base/assert.ts';
import type { LedgerRow, RunRow } from '../4-run/ports.ts';
import type { EventReader } from './event-reader.ts';
import type { RunRows, Tail } from './run-rows.ts';
import type { Db } from './sqlite.ts';
import { type Open, packOpen } from './work-rows.ts';

/** A ledger and the position up to which it counts. */
export type KeptLedger = { ledger: LedgerRow | undefined; pos: number };
/** How a run stands after a commit; its open rows are asked for only when a snapshot is written. */
type After = { seq: number; open: () => Open; ledger: KeptLedger };

export type RunWriter = ReturnType<typeof runWriter>;

/** Prepares the writing statements over runs; `rows` reads them. */
export function runWriter(db: Db, events: EventReader, rows: RunRows) {
  // A root is its own: the number that SQLite is about to give it.
  const add = db.prepare(
    `INSERT INTO runs(n, id, root, parent, parent_effect, workflow, name, version, machine, mode,
     control, status, started_at, ended_at, snapshot, snapshot_seq, open, open_seq, ledger,
     ledger_pos)
     VALUES(NULL, ?, coalesce(?, (SELECT coalesce(max(n), 0) + 1 FROM runs)), ?, ?, ?, ?, ?, ?, ?,
     ?, ?, ?, ?, ?, ?, '[]', 0, NULL, 0)`,
  );
  const control = db.prepare('UPDATE runs SET control = ? WHERE n = ?');
  const snapshot = db.prepare(
    `UPDATE runs SET snapshot = ?, snapshot_seq = ?, open = ?, open_seq = ?,
     ledger = coalesce(?, ledger), ledger_pos = coalesce(?, ledger_pos) WHERE n = ?`,
  );
  const end = db.prepare(
    `UPDATE runs SET control = ?, status = ?, ended_at = ?, snapshot = '', snapshot_seq = ?,
     open = '[]', open_seq = ?,
     ledger = coalesce(?, ledger), ledger_pos = coalesce(?, ledger_pos) WHERE n = ?`,
  );
  const open = db.prepare('UPDATE runs SET open = ?, open_seq = ? WHERE n = ?');
  const keep = db.prepare('UPDATE runs SET ledger = ?, ledger_pos = ? WHERE id = ?');
  return {
    tail: rows.tail,
    ledger: rows.ledger,
    /** Writes a new run below its root, and gives its tail the number it got. */
    add: (r: RunRow, tail: Tail, root: Tail | undefined): void => {
      const above = [r.id, root?.n ?? null, r.parent, r.parentEffect];
      const about = [r.workflow, r.name, r.version, r.machine, r.mode, r.control, r.status];
      const { startedAt, endedAt, snapshot: stands, snapshotSeq } = r;
      const added = add.run(...above, ...about, startedAt, endedAt, stands, snapshotSeq);
      tail.n = Number(added.lastInsertRowid);
      tail.rootN = root?.n ?? tail.n;
    },
    /** Does the row say anything that is not in the file yet? */
    isToSave: (r: RunRow, tail: Tail): boolean =>
      r.status !== tail.status ||
      r.status !== 'active' ||
      r.control !== tail.control ||
      r.snapshotSeq !== tail.snapshotSeq,
    /** Writes what differs from the tail after this commit (P1, P2). */
    save: (r: RunRow, tail: Tail, after: After): void => {
      const { ledger, pos } = after.ledger;
      // A ledger this process has not seen stays where it is: kept earlier, or on an event.
      const kept = [ledger ? JSON.stringify(ledger) : null, ledger ? pos : null, tail.n];
      if (r.status !== 'active') {
        end.run(r.control, r.status, r.endedAt, after.seq, after.seq, ...kept);
        return;
      }
      if (r.control !== tail.control) control.run(r.control, tail.n);
      if (r.snapshotSeq !== tail.snapshotSeq)
        snapshot.run(r.snapshot, r.snapshotSeq, packOpen(after.open()), after.seq, ...kept);
    },
    /** Keeps the ledger apart from the events that carry it, before one of them loses its body. */
    keepLedger: (root: string): void => {
      const now = rows.ledger(root);
      if (now) keep.run(JSON.stringify(now), events.lastPos(), root);
    },
    /** Writes a ledger that changed without an event to ride on. */
    putLedger: (ledger: LedgerRow, pos: number): void =>
      void keep.run(JSON.stringify(ledger), pos, ledger.root),
    /** Writes the open rows alone: for work that changed without an event. */
    saveOpen: (tail: Tail, seq: number, now: Open): void => {
      open.run(packOpen(now), seq, tail.n);
    },
  };
}

/**
 * The tail of a run that `add` has still to write; its root must be known, unless it is its own.
 */
export function newTail(r: RunRow, root: Tail | undefined): Tail {
  assert(r.id !== '' && !/\s/.test(r.id), 'a run id is one word');
  assert(root ?? r.root === r.id, `root ${r.root} of run ${r.id} is not in the journal`);
  const { id, control, status, snapshotSeq } = r;
  const now = { control, status, snapshotSeq, mayHaveItems: false };
  const [rootN, open]: [number, Open] = [root?.n ?? 0, new Map()];
  return { n: 0, rootN, id, root: r.root, seq: 0, pos: 0, seal: '', open, ...now };
}
