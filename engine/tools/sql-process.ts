// The program that opens other people's database files: one request on stdin, one answer on stdout.
// SP1 a foreign file is opened here and nowhere else: whatever it does to SQLite, it does to a
//     process that has no secrets, holds nothing else, and is killed at its deadline.
// SP2 read-only unless writing was granted; never defined functions of the file (`trusted_schema`),
//     never its inner tables (`defensive`, on from the start), never a second file.
// SP3 answers are bounded in rows and bytes; a change that touches too many rows is taken back.

import { readFileSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { formOf, type SqlOptions } from '../policy/sql-options.ts';
import { isAllowed, NothingGivenError, statementOf, UnknownNameError } from './sql-forms.ts';

type Cell = string | number | null;
/** `args` are the values for named places; `file` is a real path. */
export type SqlRequest = { options: SqlOptions; file: string; args: Record<string, Cell> };
export type SqlAnswer =
  | { ok: true; value: Record<string, unknown> }
  | { ok: false; why: string; said: string };

const MOST_BYTES = 1024 * 1024;

/** Something a card or a file does wrong; the catalogue says it as `failure.sql_<why>`. */
class SqlFault extends Error {
  readonly why: string;
  constructor(why: string, said = '') {
    super(said);
    this.why = why;
  }
}

type Db = Database.Database;

/** The file, opened for exactly what was granted (SP2). */
function open(file: string, doesWrite: boolean): Db {
  const db = new Database(file, { readonly: !doesWrite, fileMustExist: true, timeout: 2000 });
  db.unsafeMode(false);
  const settings = ['trusted_schema = OFF', 'cell_size_check = ON', 'mmap_size = 0'];
  for (const one of [...settings, `query_only = ${doesWrite ? 'OFF' : 'ON'}`]) db.pragma(one);
  return db;
}

const columnsOf = (db: Db, table: string): Set<string> =>
  new Set(
    db
      .prepare<[string], { name: string }>(
        `SELECT c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
         WHERE t.name = ? AND t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite^_%' ESCAPE '^'`,
      )
      .all(table)
      .map(({ name }) => name),
  );

/** A value as it can travel: large whole numbers as text, what is no text as its size. */
function cell(value: unknown): Cell {
  if (value === null || typeof value === 'string')
    return value === null ? null : value.toWellFormed();
  if (typeof value === 'bigint') {
    const n = Number(value);
    return Number.isSafeInteger(n) ? n : String(value);
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return `(${(value as Uint8Array).length} bytes)`;
}

/** The names of the columns of an answer, each once, none that means something to a program. */
function titles(statement: Database.Statement): string[] {
  const used = new Set(['__proto__', 'constructor', 'prototype', '']);
  return statement.columns().map(({ name }, i) => {
    const title = used.has(name) ? `column_${i + 1}` : name;
    used.add(title);
    return title;
  });
}

function rowsOf(statement: Database.Statement, { options, args }: SqlRequest) {
  const names = titles(statement);
  const rows: Record<string, Cell>[] = [];
  let bytes = 0;
  for (const found of statement.raw(true).iterate(args) as Iterable<unknown[]>) {
    if (rows.length >= options.rows) return { rows, more: true }; // SP3
    const row = Object.fromEntries(names.map((name, i) => [name, cell(found[i])]));
    bytes += JSON.stringify(row).length;
    if (bytes > MOST_BYTES) throw new SqlFault('large');
    rows.push(row);
  }
  return { rows, more: false };
}

function read(statement: Database.Statement, request: SqlRequest): Record<string, unknown> {
  if (!statement.readonly || !statement.reader) throw new SqlFault('not_granted');
  const { rows, more } = rowsOf(statement, request);
  return { rows, count: rows.length, more, found: rows.length > 0, row: rows[0] ?? null };
}

function change(db: Db, statement: Database.Statement, request: SqlRequest) {
  const { options, args } = request;
  return db
    .transaction(() => {
      const before = totalOf(db);
      const answer = statement.reader ? rowsOf(statement, { ...request, args }) : undefined;
      const id = statement.reader ? null : cell(statement.run(args).lastInsertRowid);
      const changed = totalOf(db) - before;
      if (changed > options.changes || answer?.more) throw new SqlFault('too_many'); // SP3
      if (changed === 0 && options.update) throw new SqlFault('no_row');
      return {
        changed,
        ...(options.insert ? { id } : {}),
        ...(answer ? { rows: answer.rows } : {}),
      };
    })
    .immediate();
}

/** Rows changed since the file was opened, those changed by its own triggers included. */
const totalOf = (db: Db): number =>
  Number(db.prepare('SELECT total_changes()').safeIntegers().pluck().get());

/** Does what a card asks of a file. Throws SqlFault, what sql-forms.ts throws, and SqliteError. */
function carryOut(request: SqlRequest): Record<string, unknown> {
  const { options, file, args } = request;
  const form = formOf(options);
  const doesWrite = form === 'insert' || form === 'update' || (form === 'sql' && options.write);
  if (doesWrite && !options.write) throw new SqlFault('not_granted');
  const db = open(file, doesWrite);
  try {
    const given = new Set(Object.keys(args).filter((key) => args[key] !== null));
    const columns = options.table === undefined ? new Set<string>() : columnsOf(db, options.table);
    const sql = options.sql ?? statementOf(options, columns, given);
    if (!isAllowed(sql, 'read') && !(doesWrite && isAllowed(sql, 'write')))
      throw new SqlFault(isAllowed(sql, 'write') ? 'not_granted' : 'statement', sql.slice(0, 80));
    const statement = db.prepare(sql).safeIntegers(true);
    return statement.readonly ? read(statement, request) : change(db, statement, request);
  } finally {
    db.close();
  }
}

const KINDS: readonly [RegExp, string][] = [
  [/^SQLITE_NOTADB/, 'no_database'],
  [/^SQLITE_CORRUPT/, 'damaged'],
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^SQLITE_(READONLY|PERM|AUTH)/, 'kept'],
  [/^SQLITE_(CANTOPEN|IOERR)/, 'cannot_open'],
  [/^SQLITE_FULL/, 'no_room'],
  [/^SQLITE_CONSTRAINT/, 'constraint'],
];

function faultOf(error: unknown): SqlAnswer {
  const said = (error instanceof Error ? error.message : '').slice(0, 200);
  if (error instanceof SqlFault) return { ok: false, why: error.why, said };
  if (error instanceof UnknownNameError) return { ok: false, why: 'name', said };
  if (error instanceof NothingGivenError) return { ok: false, why: 'nothing_given', said };
  const code = (error as { code?: string }).code ?? '';
  const why = KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'statement';
  return { ok: false, why, said };
}

function answer(request: SqlRequest): SqlAnswer {
  try {
    return { ok: true, value: carryOut(request) };
  } catch (error) {
    return faultOf(error);
  }
}

const request = JSON.parse(readFileSync(0, 'utf8')) as SqlRequest;
const bytes = Buffer.from(JSON.stringify(answer(request)));
for (let at = 0; at < bytes.length;) at += writeSync(1, bytes, at);
