// An engine that can die: at any commit, before or after it, or between two turns; and the disk
// under it, which can be full. What was committed is all that is left.
// LF1 one database file serves one story after the other, emptied in between; engines come and go
//     over one connection to it. That a file survives being torn open is tested in e2e/crash.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SealKey } from '../../engine/5-record/chain.ts';
import { JOURNAL } from '../../engine/5-record/schema.ts';
import { journalOn, type JournalWriter } from '../../engine/5-record/journal.ts';
import { openDatabase, type Db } from '../../engine/5-record/sqlite.ts';
import { createEngine, type Engine, type EngineDeps } from '../../engine/engine.ts';
import type { Commit } from '../../engine/4-run/ports.ts';
import type { Recorded } from '../../engine/4-run/events.ts';
import { disturbedReading, type Buggify } from './buggify.ts';

export type Life = {
  engine: Engine;
  journal: JournalWriter;
  /** The next commit is the last: it is written, or it is not. */
  dieAtCommit: (when: 'before' | 'after' | undefined) => void;
  /** So many commits fail, as on a full disk. */
  fillDisk: (commits: number) => void;
  isDead: () => boolean;
  /** The last commit failed; the engine tries again later. */
  isStuck: () => boolean;
  close: () => Promise<void>;
};

export type Ports = Omit<EngineDeps, 'journal'>;
type Commited = (work: Commit, made: Recorded[]) => void;

/** In memory where the system offers that: here a process dies, never the machine. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A database that outlives the engines over it (LF1). */
type Place = { dir: string; db: Db; newLife: () => void };
const inUse = new Map<string, Place>();
const spare: Place[] = [];
const filesOf = (dir: string) => ({
  database: join(dir, 'interlock.db'),
  anchors: join(dir, 'anchors'),
});

/** An empty folder for one seed's record. */
export function newFolder(): string {
  const place = spare.pop() ?? newPlace();
  inUse.set(place.dir, place);
  return place.dir;
}

/** Nothing of the story is needed any more. */
export function dropFolder(dir: string): void {
  const place = inUse.get(dir);
  if (!place) return;
  inUse.delete(dir);
  rmSync(filesOf(dir).anchors, { force: true });
  emptied(place.db);
  spare.push(place);
}

function newPlace(): Place {
  const dir = mkdtempSync(join(PLACE, 'interlock-sim-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  const opened = openDatabase(filesOf(dir).database, JOURNAL);
  if (!opened.ok) throw new Error(opened.wrong.code);
  opened.db.pragma('synchronous = OFF');
  opened.db.pragma('secure_delete = OFF');
  return { dir, ...lasting(opened.db) };
}

/** The connection, as one that closing leaves open; what was prepared once is taken again. */
function lasting(db: Db): Pick<Place, 'db' | 'newLife'> {
  const prepared = new Map<string, Statement[]>();
  let taken = new Map<string, number>();
  const prepare = (sql: string): Statement => {
    const n = taken.get(sql) ?? 0;
    taken.set(sql, n + 1);
    const all = prepared.get(sql) ?? [];
    prepared.set(sql, all);
    return (all[n] ??= db.prepare(sql));
  };
  const kept = { prepare: { value: prepare }, close: { value: () => db } };
  return { db: Object.create(db, kept) as Db, newLife: () => void (taken = new Map()) };
}
type Statement = ReturnType<Db['prepare']>;

/** Every table without its rows; events go only with a run that is retired. */
function emptied(db: Db): void {
  const tables = db.pragma('table_list') as { schema: string; name: string; type: string }[];
  const own = tables.filter(
    ({ schema, name, type }) =>
      schema === 'main' && type === 'table' && !name.startsWith('sqlite_'),
  );
  const first = ['entries', 'runs'];
  const rest = own
    .map(({ name }) => name)
    .filter((name) => name !== 'opened' && !first.includes(name));
  db.exec(
    `BEGIN; UPDATE runs SET retired_at = 1; ${[...first, ...rest]
      .map((name) => `DELETE FROM ${name};`)
      .join('')} COMMIT;`,
  );
}

/** Opens an engine over `dir`; `committed` sees every commit once it is durable. */
export function bear(
  dir: string,
  ports: Ports,
  committed: Commited,
  { seal = 'plain', bugs }: { seal?: SealKey; bugs?: Buggify } = {},
): Life {
  const place = inUse.get(dir);
  if (!place) throw new Error(`${dir} is no folder of a story`);
  place.newLife();
  const journal = journalOn(place.db, filesOf(dir), seal);
  let death: 'before' | 'after' | undefined;
  let full = 0;
  let isStuck = false;
  let isDead = false;
  let isClosing = false;
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    if (isClosing) return closed;
    isClosing = true;
    closed = engine.close(); // in good order: its last word is still written
    isDead = true;
    return closed;
  };
  const die = (): never => {
    isDead = true;
    void close(); // at once: nothing of it may move any more
    throw new Error('the process is gone');
  };
  const commit: JournalWriter['commit'] = (work, at) => {
    if (isDead || death === 'before' || bugs?.at('the process dies before a commit')) die();
    if (full > 0 || bugs?.at('a commit finds the disk full')) {
      full = Math.max(0, full - 1);
      isStuck = true;
      throw new Error('SQLITE_FULL');
    }
    const made = journal.commit(work, at);
    isStuck = false;
    committed(work, made);
    if (death === 'after' || bugs?.at('the process dies after a commit')) die();
    return made;
  };
  const reading = bugs ? disturbedReading(journal, bugs, () => void (isStuck = true)) : {};
  const engine = createEngine({ ...ports, journal: { ...journal, ...reading, commit } });
  return {
    engine,
    journal,
    dieAtCommit: (when) => void (death = when),
    fillDisk: (commits) => void (full = commits),
    isDead: () => isDead,
    isStuck: () => isStuck,
    close,
  };
}
