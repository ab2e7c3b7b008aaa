// Ended runs leave the record when it grows over its size or they are old enough: whole families,
// a little at a time, and the space goes back to the disk.
// RT1 before anything of a run goes, its last event says what it was: how many events, the seal
//     they ended with, and the same of every run below it. With that, and the anchors, the record
//     still verifies.
// RT2 at most LIMITS.retireRows rows go in one transaction, so that nothing waits for it.
// RT3 a clean-up that was broken off goes on where it was: what is still to go is read from the
//     file.
// RT4 what is under way never goes, nor the newest ended runs.

import { LIMITS } from '../base/limits.ts';
import { emptyCommit, type Commit, type Keep } from '../4-run/ports.ts';
import type { EventReader } from './event-reader.ts';
import type { Db } from './sqlite.ts';

const DAY_MS = 86_400_000;
const MEGABYTE = 1024 * 1024;
/** Ended runs that stay whatever their size: somebody is about to look at them. */
const NEWEST = 3;
/** Pages given back to the disk at a time, and free pages that are worth it. */
const PAGES = 512;
const WORTH = 64;

type Leaving = { n: number; id: string; seq: number; isRoot: number };
type Entry = { pos: number; events: number };

/** Statements that find what may leave, and mark it. */
const finding = (db: Db) => ({
  oldest: db.prepare<[number, number], { id: string; endedAt: number }>(
    `SELECT id, ended_at AS endedAt FROM runs WHERE n = root AND status <> 'active'
     AND retired_at IS NULL AND ended_at IS NOT NULL AND ended_at < ?
     AND n NOT IN (SELECT n FROM runs WHERE n = root AND status <> 'active' AND retired_at IS NULL
       ORDER BY ended_at DESC, n DESC LIMIT ?)
     ORDER BY ended_at, n LIMIT 1`,
  ),
  below: db.prepare<[string], { id: string }>(
    `SELECT r.id FROM runs r JOIN runs o ON o.n = r.root WHERE o.id = ? AND r.n <> o.n`,
  ),
  leaving: db.prepare<[], Leaving>(
    `SELECT r.n, r.id, r.n = r.root AS isRoot,
     (SELECT max(e.seq) FROM entries e WHERE e.run = r.n) AS seq
     FROM runs r JOIN runs o ON o.n = r.root WHERE o.retired_at IS NOT NULL AND
     (r.n <> o.n OR EXISTS (SELECT 1 FROM entries e WHERE e.run = r.n AND e.seq < (
       SELECT max(l.seq) FROM entries l WHERE l.run = r.n)))
     ORDER BY r.n = r.root LIMIT 1`,
  ),
  wasRetired: db.prepare('SELECT 1 FROM runs WHERE retired_at IS NOT NULL LIMIT 1'),
  retire: db.prepare('UPDATE runs SET retired_at = ? WHERE n = root AND id = ?'),
});

/** Statements that remove. */
const removing = (db: Db) => ({
  some: db.prepare<[number, number], Entry>(
    `SELECT pos, 1 + length(heads) - length(replace(heads, char(10), '')) AS events
     FROM entries WHERE run = ? AND seq < ? ORDER BY seq LIMIT ${LIMITS.retireRows}`,
  ),
  uses: db.prepare<[number, number], { n: number }>(
    'SELECT count(*) AS n FROM blob_uses WHERE pos BETWEEN ? AND ?',
  ),
  blobs: db.prepare<[number, number], { hash: string }>(
    'DELETE FROM blob_uses WHERE pos BETWEEN ? AND ? RETURNING hash',
  ),
  dropBlob: db.prepare(
    `DELETE FROM blobs WHERE hash = ? AND NOT EXISTS
     (SELECT 1 FROM blob_uses u WHERE u.hash = blobs.hash)`,
  ),
  dropEntry: db.prepare('DELETE FROM entries WHERE pos = ?'),
  dropCards: db.prepare(
    'DELETE FROM cards WHERE rowid IN (SELECT rowid FROM cards WHERE run = ? LIMIT ?)',
  ),
  dropItems: db.prepare('DELETE FROM items WHERE run = ?'),
  dropFrames: db.prepare(
    'DELETE FROM keyframes WHERE rowid IN (SELECT rowid FROM keyframes WHERE root = ? LIMIT ?)',
  ),
  dropRun: db.prepare('DELETE FROM runs WHERE n = ? AND n <> root'),
  sweep: db.prepare(
    `DELETE FROM machines WHERE hash NOT IN (SELECT substr(machine, 1,
       CASE instr(machine, '#') WHEN 0 THEN length(machine) ELSE instr(machine, '#') - 1 END)
       FROM runs WHERE retired_at IS NULL)`,
  ),
  sweepFolders: db.prepare(
    `DELETE FROM folders WHERE hash NOT IN (SELECT json_extract(
       substr(e.heads, 1, instr(e.heads || char(10), char(10)) - 1), '$[2].pins.rules')
       FROM entries e JOIN runs r ON r.n = e.run WHERE e.seq = 1)`,
  ),
});

type Finding = ReturnType<typeof finding>;
type Removing = ReturnType<typeof removing>;

/** Removes up to LIMITS.retireRows rows of one run (RT2). */
function shrink(r: Removing, { n, id, seq, isRoot }: Leaving): void {
  let rows = 0;
  const upTo = isRoot ? seq : seq + 1; // of a root the last event stays (RT1)
  for (const { pos, events: count } of r.some.all(n, upTo)) {
    const last = pos + count - 1;
    const most = 1 + 2 * (r.uses.get(pos, last)?.n ?? 0);
    if (rows > 0 && rows + most > LIMITS.retireRows) return;
    const hashes = r.blobs.all(pos, last);
    for (const { hash } of hashes) rows += r.dropBlob.run(hash).changes;
    rows += hashes.length + r.dropEntry.run(pos).changes;
  }
  rows += r.dropCards.run(id, LIMITS.retireRows - rows).changes;
  if (rows < LIMITS.retireRows) rows += r.dropFrames.run(id, LIMITS.retireRows - rows).changes;
  if (rows >= LIMITS.retireRows || r.some.all(n, upTo).length) return;
  r.dropItems.run(id);
  if (!isRoot) r.dropRun.run(n);
}

type Writing = { events: EventReader; write: (work: Commit, at: number) => unknown };

/** Says what a family of runs was, as its last event; from then on it is leaving (RT1). */
function tombstone(f: Finding, { events, write }: Writing, root: string, now: number): void {
  const lastOf = (id: string): [string, number, string] => {
    const last = events.lastOf(id);
    return [id, last?.seq ?? 0, last?.seal ?? ''];
  };
  const [, count, seal] = lastOf(root);
  const runs = f.below.all(root).map(({ id }) => lastOf(id));
  const head = { events: count, seal, runs };
  const event = { type: 'run.retired' as const, head, payload: undefined };
  write({ ...emptyCommit(), events: [{ run: root, root, event }] }, now);
  f.retire.run(now, root);
}

/** Prepares the clean-up of an open file; `write` appends to the record like any commit. */
export function retirement(
  db: Db,
  events: EventReader,
  write: (work: Commit, at: number) => unknown,
): (keep: Keep, now: number) => boolean {
  const pragma = (name: string): number => db.pragma(name, { simple: true }) as number;
  const f = finding(db);
  const r = removing(db);
  const remove = db.transaction((leaving: Leaving) => shrink(r, leaving));
  const size = (): number =>
    (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
  // Only before this process has retired anything: what it started may be used again.
  if (f.wasRetired.get()) db.transaction(() => [r.sweep.run(), r.sweepFolders.run()])();
  let mayLeave = true;

  return ({ days, megabytes }, now) => {
    const next = mayLeave ? f.leaving.get() : undefined;
    mayLeave = next !== undefined;
    if (next) {
      remove(next);
      return true;
    }
    const isOver = size() > megabytes * MEGABYTE;
    const before = isOver ? Number.MAX_SAFE_INTEGER : days === undefined ? 0 : now - days * DAY_MS;
    const old = before > 0 ? f.oldest.get(before, NEWEST) : undefined;
    if (old) {
      tombstone(f, { events, write }, old.id, now);
      mayLeave = true;
      return true;
    }
    if (pragma('freelist_count') < WORTH) return false;
    db.pragma(`incremental_vacuum(${PAGES})`);
    return true;
  };
}
