// What a database card can ask for: a statement written on the card, or a ready-made form in which
// a table and its columns are named and nobody writes SQL.
// SF1 statement text comes from the card alone; arguments only ever fill its named places.
// SF2 names of tables and columns come from the card, must exist in the real table, and are quoted.
// SF3 one statement of a known kind: it reads, or it changes rows. Nothing that opens another file,
//     loads anything, or alters the database itself can begin one.

import type { Columns, SqlOptions } from '../policy/sql-options.ts';

const READS = ['select', 'with', 'values'];
const CHANGES = ['insert', 'update', 'delete', 'replace', 'with'];

/** The first word of a statement; comments and white space are passed over. */
const verbOf = (sql: string): string =>
  (/^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*([a-z]+)/i.exec(sql)?.[1] ?? '').toLowerCase();

/** True when a statement begins as one that only reads, or only changes rows (SF3). */
export const isAllowed = (sql: string, doing: 'read' | 'write'): boolean =>
  (doing === 'read' ? READS : CHANGES).includes(verbOf(sql));

/** A name that stands in a card and not in the real table (SF2). */
export class UnknownNameError extends Error {}
/** A look-up or change for which no value was given. */
export class NothingGivenError extends Error {}

/** A name that can only be read as a name. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A statement of a ready-made form, over the columns the table really has (SF2). */
export function statementOf(
  { table = '', find, insert, key, update, show }: SqlOptions,
  real: ReadonlySet<string>,
  given: ReadonlySet<string>,
): string {
  if (!real.size) throw new UnknownNameError(table);
  const column = (text: string): string => {
    if (!real.has(text)) throw new UnknownNameError(`${table}.${text}`);
    return quoted(text);
  };
  const known = (all: Columns | undefined): Columns => {
    for (const [, one] of all ?? []) column(one);
    const present = (all ?? []).filter(([arg]) => given.has(arg));
    if (!present.length) throw new NothingGivenError();
    return present;
  };
  const equal = (all: Columns, between: string): string =>
    all.map(([arg, one]) => `${column(one)} = @${arg}`).join(between);
  if (find) {
    const what = show ? show.map(column).join(', ') : '*';
    return `SELECT ${what} FROM ${quoted(table)} WHERE ${equal(known(find), ' AND ')}`;
  }
  if (insert) {
    const all = known(insert);
    const values = all.map(([arg]) => `@${arg}`).join(', ');
    const into = all.map(([, one]) => column(one)).join(', ');
    return `INSERT INTO ${quoted(table)}(${into}) VALUES(${values})`;
  }
  const keys = known(key);
  if (keys.length !== key?.length) throw new NothingGivenError();
  return `UPDATE ${quoted(table)} SET ${equal(known(update), ', ')} WHERE ${equal(keys, ' AND ')}`;
}
