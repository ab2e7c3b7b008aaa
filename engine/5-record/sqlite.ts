// Opening a database file the one right way, and saying in codes what went wrong with it.
// Q1 `synchronous` is read back after the first write: better-sqlite3 lowers it silently in WAL
//    mode.
// Q2 a file of another program, or of a newer version of this one, is refused and left untouched.
// Q3 migrations run in one transaction: a file is of the old version or of the new one.
// Q4 before a file is lifted to a newer version it is copied, whole and flushed, to lie beside it;
//     where there is no room for that, it is not lifted.

import fs from 'node:fs';
import Database from 'better-sqlite3';
import type { Said } from '../node.ts';

export type Db = Database.Database;
/** What a file is: its id in the SQLite header and the statements of each version. */
export type Schema = { applicationId: number; versions: readonly string[] };
export type OpenedDb = { ok: true; db: Db } | { ok: false; wrong: Said };

const SETTINGS: readonly [string, string | number][] = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
  ['foreign_keys', 1],
  ['busy_timeout', 5000],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['recursive_triggers', 0],
  ['secure_delete', 1],
  ['journal_size_limit', 67_108_864],
  ['wal_autocheckpoint', 1000],
];

/** Opens (and creates or migrates) a database for writing. */
export function openDatabase(file: string, schema: Schema): OpenedDb {
  let db: Db | undefined;
  try {
    db = new Database(file, { timeout: 5000 });
    const wrong = misfit(db, file, schema);
    if (wrong) return closed(db, wrong);
    if (versionOf(db) === 0) db.pragma('auto_vacuum = INCREMENTAL');
    for (const [name, value] of SETTINGS) db.pragma(`${name} = ${value}`);
    if (versionOf(db) > 0 && versionOf(db) < schema.versions.length) backUp(db, file);
    migrate(db, schema);
    db.exec('UPDATE opened SET times = times + 1');
    const differs = SETTINGS.find(([name, value]) => pragma(db as Db, name) !== value);
    if (differs) return closed(db, { code: 'record.settings', params: { file, name: differs[0] } });
    return { ok: true, db };
  } catch (error) {
    return closed(db, saidOf(error, file));
  }
}

/** Opens an existing database for reading beside the engine that writes it. */
export function openDatabaseReadOnly(file: string, schema: Schema): OpenedDb {
  let db: Db | undefined;
  try {
    db = new Database(file, { timeout: 5000, readonly: true, fileMustExist: true });
    const behind = versionOf(db) < schema.versions.length;
    const wrong = misfit(db, file, schema) ?? (behind ? saidOf('older', file) : undefined);
    if (wrong) return closed(db, wrong);
    db.pragma('trusted_schema = OFF');
    db.pragma('query_only = ON');
    return { ok: true, db };
  } catch (error) {
    return closed(db, saidOf(error, file));
  }
}

const pragma = (db: Db, name: string): unknown => db.pragma(name, { simple: true });
const versionOf = (db: Db): number => pragma(db, 'user_version') as number;

function closed(db: Db | undefined, wrong: Said): OpenedDb {
  db?.close();
  return { ok: false, wrong };
}

function misfit(db: Db, file: string, schema: Schema): Said | undefined {
  const id = pragma(db, 'application_id');
  const isEmpty = pragma(db, 'schema_version') === 0;
  if (!isEmpty && id !== schema.applicationId) return saidOf('foreign', file);
  return versionOf(db) > schema.versions.length ? saidOf('newer', file) : undefined;
}

/** Where the copy of a file of an earlier version lies. */
export const backupOf = (file: string, version: number): string => `${file}.version-${version}`;

/** Copies a file as it stands (Q4); of copies made by earlier upgrades none is needed any more. */
function backUp(db: Db, file: string): void {
  const version = versionOf(db);
  const half = `${backupOf(file, version)}.${process.pid}`;
  fs.rmSync(half, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(half);
    const handle = fs.openSync(half, 'r+');
    fs.fsyncSync(handle);
    fs.closeSync(handle);
    fs.chmodSync(half, 0o600);
    fs.renameSync(half, backupOf(file, version));
  } catch (error) {
    fs.rmSync(half, { force: true });
    throw error;
  }
  for (let old = version - 1; old > 0; old--) fs.rmSync(backupOf(file, old), { force: true });
}

function migrate(db: Db, { applicationId, versions }: Schema): void {
  const from = versionOf(db);
  if (from === versions.length) return;
  db.transaction(() => {
    if (from === 0) {
      db.exec('CREATE TABLE opened(times INTEGER NOT NULL) STRICT; INSERT INTO opened VALUES(0)');
      db.pragma(`application_id = ${applicationId}`);
    }
    for (const statements of versions.slice(from)) db.exec(statements);
    db.pragma(`user_version = ${versions.length}`);
  })();
}

const KINDS: readonly [RegExp, string][] = [
  [/^foreign$|^SQLITE_NOTADB/, 'record.foreign'],
  [/^newer$/, 'record.newer'],
  [/^older$/, 'record.older'],
  [/^SQLITE_FULL|^ENOSPC|^EDQUOT/, 'record.disk_full'],
  [/^SQLITE_(BUSY|LOCKED)/, 'record.busy'],
  [/^SQLITE_CORRUPT/, 'record.damaged'],
  [/^SQLITE_(READONLY|PERM|AUTH)|^EACCES|^EPERM|^EROFS/, 'record.not_allowed'],
  [/^SQLITE_CANTOPEN|^ENOENT|^TypeError: Cannot open/, 'record.cannot_open'],
];

/** What a failed opening or commit means, in a code people get a sentence for. */
export function saidOf(error: unknown, file: string): Said {
  const code =
    typeof error === 'string' ? error : String((error as { code?: unknown }).code ?? error);
  const known = KINDS.find(([pattern]) => pattern.test(code));
  return { code: known?.[1] ?? 'record.failed', params: { file, reason: code } };
}
