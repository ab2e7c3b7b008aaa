// An engine that can die: at any commit, before or after it, or between two turns; and the disk
// under it, which can be full. What was committed is all that is left.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JOURNAL } from '../../engine/5-record/schema.ts';
import { journalOn, type JournalWriter } from '../../engine/5-record/journal.ts';
import { openDatabase } from '../../engine/5-record/sqlite.ts';
import { createEngine, type Engine, type EngineDeps } from '../../engine/engine.ts';
import type { Commit } from '../../engine/4-run/ports.ts';
import type { Recorded } from '../../engine/4-run/events.ts';

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
const databaseIn = (dir: string): string => join(dir, 'interlock.db');
let empty: Buffer | undefined;

/** A new folder for one seed's record; the empty database in it is made once. */
export function newFolder(): string {
  const dir = mkdtempSync(join(PLACE, 'interlock-sim-'));
  const file = databaseIn(dir);
  if (empty) writeFileSync(file, empty);
  else {
    const opened = openDatabase(file, JOURNAL);
    if (opened.ok) opened.db.close();
    empty = readFileSync(file);
  }
  return dir;
}
export const dropFolder = (dir: string): void => rmSync(dir, { recursive: true, force: true });

/** Opens an engine over `dir`; `committed` sees every commit once it is durable. */
export function bear(dir: string, ports: Ports, committed: Commited): Life {
  const files = { database: databaseIn(dir), anchors: join(dir, 'anchors') };
  const opened = openDatabase(files.database, JOURNAL);
  if (!opened.ok) throw new Error(opened.wrong.code);
  opened.db.pragma('synchronous = OFF');
  const journal = journalOn(opened.db, files, 'plain');
  let death: 'before' | 'after' | undefined;
  let full = 0;
  let isStuck = false;
  let isDead = false;
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    isDead = true;
    return (closed ??= engine.close());
  };
  const die = (): never => {
    void close(); // at once: nothing of it may move any more
    throw new Error('the process is gone');
  };
  const commit: JournalWriter['commit'] = (work, at) => {
    if (isDead || death === 'before') die();
    if (full > 0) {
      full -= 1;
      isStuck = true;
      throw new Error('SQLITE_FULL');
    }
    const made = journal.commit(work, at);
    isStuck = false;
    committed(work, made);
    if (death === 'after') die();
    return made;
  };
  const engine = createEngine({ ...ports, journal: { ...journal, commit } });
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
