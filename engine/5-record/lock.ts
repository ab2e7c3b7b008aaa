// One engine per workspace: the lock that says who writes.
// L1 the lock is `BEGIN EXCLUSIVE` held open on an empty SQLite file, so the system frees it with
//    the process, however that ends; nothing is written while it is held.

import Database from 'better-sqlite3';
import type { Said } from '../node.ts';
import { saidOf } from './sqlite.ts';

export type Lock = { release: () => void };

/** Takes the workspace's lock, or says that another engine has it. */
export function takeLock(file: string): { ok: true; lock: Lock } | { ok: false; wrong: Said } {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { timeout: 0 });
    db.exec('BEGIN EXCLUSIVE');
    const held = db;
    return { ok: true, lock: { release: () => void held.close() } };
  } catch (error) {
    db?.close();
    const said = saidOf(error, file);
    return { ok: false, wrong: said.code === 'record.busy' ? { code: 'record.locked' } : said };
  }
}

/** Whether an engine has the lock now. Nothing is waited for, made or changed. */
export function isLocked(file: string): boolean {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
    db.pragma('schema_version');
    return false;
  } catch (error) {
    return saidOf(error, file).code === 'record.busy';
  } finally {
    db?.close();
  }
}
