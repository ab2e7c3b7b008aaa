// How an event row of the file becomes an event again.
// R1 a body that was removed leaves `payload` undefined; everything else of the event stands.

import type { Recorded } from '../4-run/events.ts';
import { partsOf } from './chain.ts';
import type { Db } from './sqlite.ts';

/** An event row as SQLite gives it, with the ids of its run and root. */
export type EventRow = {
  pos: number;
  seq: number;
  run: string;
  root: string;
  at: number;
  type: string;
  v: number;
  key: string;
  head: string;
  sum: string | null;
  seal: string;
  body: string | null;
};

export const EVENT_COLUMNS = `e.pos, e.seq, r.id AS run, o.id AS root, e.at, e.type, e.v, e.key, e.head,
  e.sum, e.seal, e.body FROM events e JOIN runs r ON r.n = e.run JOIN runs o ON o.n = e.root`;

/** The event a row holds. */
export function eventOf(row: EventRow): Recorded {
  const { payload } = partsOf(row.body);
  return {
    pos: row.pos,
    seq: row.seq,
    run: row.run,
    root: row.root,
    at: new Date(row.at).toISOString(),
    v: row.v,
    type: row.type,
    head: JSON.parse(row.head) as unknown,
    payload: payload === '' ? undefined : (JSON.parse(payload) as unknown),
  } as unknown as Recorded;
}

/** Reading events: by run and number, by root and position, or all after a position. */
export type EventReader = {
  ofRun: (run: string, fromSeq: number, toSeq: number) => EventRow[];
  after: (pos: number, limit: number) => EventRow[];
  ofRoot: (root: string, pos: number, limit: number) => EventRow[];
  /** Events of a root with its children, counted no further than `most`. */
  count: (root: string, most: number) => number;
  lastPos: () => number;
  lastOf: (run: string) => { seq: number; pos: number; seal: string } | undefined;
};

/** Prepares the reading statements on an open file. */
export function eventReader(db: Db): EventReader {
  const numberOf = db.prepare<[string], { n: number }>('SELECT n FROM runs WHERE id = ?');
  const ofRun = db.prepare<[number, number, number], EventRow>(
    `SELECT ${EVENT_COLUMNS} WHERE e.run = ? AND e.seq BETWEEN ? AND ? ORDER BY e.seq`,
  );
  const someOfRun = db.prepare<[number, number, number], EventRow>(
    `SELECT ${EVENT_COLUMNS} WHERE e.run = ? AND e.seq >= ? ORDER BY e.seq LIMIT ?`,
  );
  const ofChildren = db.prepare<[number, number, number], EventRow>(
    `SELECT ${EVENT_COLUMNS} WHERE e.root = ? AND e.run <> e.root AND e.pos > ? ORDER BY e.pos LIMIT ?`,
  );
  const after = db.prepare<[number, number], EventRow>(
    `SELECT ${EVENT_COLUMNS} WHERE e.pos > ? ORDER BY e.pos LIMIT ?`,
  );
  const countChildren = db.prepare<[number, number], { n: number }>(
    `SELECT count(*) AS n FROM
     (SELECT 1 FROM events e WHERE e.root = ? AND e.run <> e.root LIMIT ?)`,
  );
  const lastPos = db.prepare<[], { pos: number | null }>('SELECT max(pos) AS pos FROM events');
  const posAt = db.prepare<[number, number], { pos: number }>(
    'SELECT pos FROM events WHERE run = ? AND seq = ?',
  );
  const lastOf = db.prepare<[number], { seq: number; pos: number; seal: string }>(
    'SELECT seq, pos, seal FROM events WHERE run = ? ORDER BY seq DESC LIMIT 1',
  );
  /** The first number of a run whose position lies after `pos`; both only grow, so halving finds it. */
  const seqAfter = (n: number, pos: number): number => {
    let low = 1;
    let high = (lastOf.get(n)?.seq ?? 0) + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((posAt.get(n, middle)?.pos ?? 0) > pos) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    ofRun: (run, fromSeq, toSeq) => {
      const found = numberOf.get(run);
      return found ? ofRun.all(found.n, fromSeq, toSeq) : [];
    },
    after: (pos, limit) => after.all(pos, limit),
    ofRoot: (root, pos, limit) => {
      const found = numberOf.get(root);
      if (!found) return [];
      const own = someOfRun.all(found.n, pos === 0 ? 1 : seqAfter(found.n, pos), limit);
      const children = ofChildren.all(found.n, pos, limit);
      if (children.length === 0) return own;
      return [...own, ...children].sort((a, b) => a.pos - b.pos).slice(0, limit);
    },
    count: (root, most) => {
      const found = numberOf.get(root);
      if (!found) return 0;
      const own = lastOf.get(found.n)?.seq ?? 0;
      return own > most ? own : own + (countChildren.get(found.n, most)?.n ?? 0);
    },
    lastPos: () => lastPos.get()?.pos ?? 0,
    lastOf: (run) => {
      const found = numberOf.get(run);
      return found && lastOf.get(found.n);
    },
  };
}
