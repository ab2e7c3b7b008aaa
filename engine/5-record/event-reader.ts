// Reading events: by run and number, by root and position, or all after a position.
// All answers are in order and whole; what lies in one row with others is cut out of it.

import { type Entry, type EventRow, eventsIn } from './entries.ts';
import type { Db } from './sqlite.ts';

export type EventReader = {
  /** Events of a run with numbers from..to. */
  ofRun: (run: string, fromSeq: number, toSeq: number) => EventRow[];
  /** Events of all runs after a position. */
  after: (pos: number, limit: number) => EventRow[];
  /** Events of a root and its children after a position. */
  ofRoot: (root: string, pos: number, limit: number) => EventRow[];
  /** Is a root, children included, longer than so many events? Counted only as far as needed. */
  isLonger: (root: string, than: number) => boolean;
  lastPos: () => number;
  lastOf: (run: string) => EventRow | undefined;
};

const COLUMNS = `e.pos, e.seq, r.id AS run, o.id AS root, e.at, e.key, e.heads, e.seals, e.bodies
  FROM entries e JOIN runs r ON r.n = e.run JOIN runs o ON o.n = e.root`;

/** Prepares the reading statements on an open file. */
export function eventReader(db: Db): EventReader {
  const numberOf = db.prepare<[string], { n: number }>('SELECT n FROM runs WHERE id = ?');
  const ofRun = db.prepare<[number, number, number, number], Entry>(
    `SELECT ${COLUMNS} WHERE e.run = ? AND e.seq <= ? AND e.seq >=
     coalesce((SELECT max(seq) FROM entries WHERE run = ? AND seq <= ?), -1e18) ORDER BY e.seq`,
  );
  const before = db.prepare<[number, number], At>(
    'SELECT seq, pos FROM entries WHERE run = ? AND seq <= ? ORDER BY seq DESC LIMIT 1',
  );
  const fromSeq = db.prepare<[number, number], Entry>(
    `SELECT ${COLUMNS} WHERE e.run = ? AND e.seq >= ? ORDER BY e.seq`,
  );
  const ofChildren = db.prepare<[number, number, number], Entry>(
    `SELECT ${COLUMNS} WHERE e.root = ? AND e.run <> e.root AND e.pos >= coalesce(
       (SELECT max(pos) FROM entries WHERE root = ? AND run <> root AND pos <= ?), 0)
     ORDER BY e.pos`,
  );
  const after = db.prepare<[number], Entry>(
    `SELECT ${COLUMNS} WHERE e.pos >=
     coalesce((SELECT max(pos) FROM entries WHERE pos <= ?), 0) ORDER BY e.pos`,
  );
  const children = db.prepare<[number, number], { n: number }>(
    `SELECT count(*) AS n FROM
     (SELECT 1 FROM entries e WHERE e.root = ? AND e.run <> e.root LIMIT ?)`,
  );
  const last = db.prepare<[], Entry>(`SELECT ${COLUMNS} ORDER BY e.pos DESC LIMIT 1`);
  const lastOfRun = db.prepare<[number], Entry>(
    `SELECT ${COLUMNS} WHERE e.run = ? ORDER BY e.seq DESC LIMIT 1`,
  );
  const numbered = <T>(run: string, none: T, act: (n: number) => T): T => {
    const found = numberOf.get(run);
    return found ? act(found.n) : none;
  };
  const lastIn = (entry: Entry | undefined): EventRow | undefined =>
    entry && eventsIn(entry).at(-1);
  return {
    ofRun: (run, fromSeq, toSeq) =>
      numbered(run, [], (n) =>
        ofRun
          .all(n, toSeq, n, fromSeq)
          .flatMap(eventsIn)
          .filter((e) => e.seq >= fromSeq && e.seq <= toSeq),
      ),
    after: (pos, limit) => taken(after.iterate(pos), pos, limit),
    ofRoot: (root, pos, limit) =>
      numbered(root, [], (n) => {
        const last = lastOfRun.get(n)?.seq ?? 0;
        const from = pos === 0 ? 0 : seqAt((seq) => before.get(n, seq), last, pos);
        const own = taken(fromSeq.iterate(n, from), pos, limit);
        const others = taken(ofChildren.iterate(n, n, pos), pos, limit);
        if (others.length === 0) return own;
        return [...own, ...others].sort((a, b) => a.pos - b.pos).slice(0, limit);
      }),
    isLonger: (root, than) =>
      numbered(root, false, (n) => {
        const own = lastIn(lastOfRun.get(n))?.seq ?? 0;
        return own > than || own + (children.get(n, than)?.n ?? 0) > than;
      }),
    lastPos: () => lastIn(last.get())?.pos ?? 0,
    lastOf: (run) => numbered(run, undefined, (n) => lastIn(lastOfRun.get(n))),
  };
}

type At = { seq: number; pos: number };

/**
 * Where the entry of a run begins that holds a position, or the last one before it. Numbers and
 * positions only grow, so halving finds it; `before` gives the entry that holds a number.
 */
function seqAt(before: (seq: number) => At | undefined, last: number, pos: number): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const entry = before(middle);
    if (!entry || entry.pos <= pos) low = middle;
    else high = entry.seq - 1;
  }
  return before(low)?.seq ?? 0;
}

/** The first `limit` events after a position; no more rows are read than they lie in. */
function taken(entries: Iterable<Entry>, pos: number, limit: number): EventRow[] {
  const found: EventRow[] = [];
  for (const entry of entries) {
    for (const event of eventsIn(entry)) if (event.pos > pos) found.push(event);
    if (found.length >= limit) break;
  }
  return found.length > limit ? found.slice(0, limit) : found;
}
