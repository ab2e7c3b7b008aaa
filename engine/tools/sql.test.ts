// The database tool: other people's SQLite files, asked in a process that can do nothing else.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../base/value.ts';
import { SQL_PROCESS } from '../workspace/beside.ts';
import { callOf, cardOf } from '../../e2e/kit/tools-kit.ts';
import { childProgram } from './child-node.ts';
import { sqlAdapter } from './sql.ts';

const root = fs.mkdtempSync(path.join(tmpdir(), 'interlock-sql-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));
let files = 0;

/** A database with customers, as another program would have made it. */
function shop(more = ''): { file: string; rows: () => unknown[] } {
  const file = path.join(root, `shop ${(files += 1)} ü.db`);
  const db = new Database(file);
  db.exec(`CREATE TABLE customer(id INTEGER PRIMARY KEY, "Full Name" TEXT NOT NULL, mail TEXT UNIQUE,
      "sum"";--" REAL);
    INSERT INTO customer VALUES (1, 'Ada', 'ada@a.example', 1.5), (2, 'Bo', 'bo@b.example', 2),
      (3, 'Bo', 'bo2@b.example', NULL);
    CREATE TABLE spare(a);
    ${more}`);
  db.close();
  const rows = (): unknown[] => {
    const again = new Database(file, { readonly: true });
    const all = again.prepare('SELECT * FROM customer').raw().all();
    again.close();
    return all;
  };
  return { file, rows };
}
const tool = sqlAdapter(SQL_PROCESS);
type More = {
  effect?: string;
  timeoutMs?: number;
  args?: (string | object)[];
  signal?: AbortSignal;
};
const ask = (file: string, options: object, args: JsonObject = {}, more: More = {}) => {
  const { signal, args: fields = Object.keys(args), ...own } = more;
  const card = cardOf('sql', { file, ...options } as JsonObject, fields, {
    effect: 'write',
    ...own,
  });
  return tool.call(card, args, callOf(signal ? { signal } : {}));
};
const failure = (why: string) => ({ ok: false, failure: { code: `failure.${why}` } });
const value = async (answer: ReturnType<typeof ask>): Promise<JsonObject> => {
  const done = await answer;
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.reply.value as JsonObject;
};

describe('a ready-made form', () => {
  test('looks up by columns, adds and changes rows, without a word of SQL', async () => {
    const { file, rows } = shop();
    const find = { table: 'customer', find: ['id'], show: ['Full Name', 'mail'] };
    expect(await value(ask(file, find, { id: '1' }))).toEqual({
      rows: [{ 'Full Name': 'Ada', mail: 'ada@a.example' }],
      row: { 'Full Name': 'Ada', mail: 'ada@a.example' },
      count: 1,
      more: false,
      found: true,
    });
    expect(await value(ask(file, find, { id: 99 }))).toMatchObject({ found: false, row: null });
    const insert = { table: 'customer', insert: { name: 'Full Name', mail: 'mail' }, write: true };
    expect(await value(ask(file, insert, { name: 'Cy', mail: 'c@c.example' }))).toEqual({
      changed: 1,
      id: 4,
    });
    const update = { table: 'customer', key: ['id'], update: { name: 'Full Name' }, write: true };
    expect(await value(ask(file, update, { id: 4, name: 'Cyd' }))).toEqual({ changed: 1 });
    expect(rows().at(-1)).toEqual([4, 'Cyd', 'c@c.example', null]);
  });

  test('changes nothing where its key finds nothing, too much, or is not given', async () => {
    const { file, rows } = shop();
    const before = rows();
    const change = (key: string, args: JsonObject) =>
      ask(file, { table: 'customer', key: { key }, update: { to: 'mail' }, write: true }, args, {
        args: ['key', 'to'],
      });
    expect(await change('id', { key: 99, to: 'x' })).toMatchObject(failure('sql_no_row'));
    expect(await change('Full Name', { key: 'Bo', to: null })).toMatchObject(
      failure('sql_nothing_given'),
    );
    const both = { table: 'customer', key: { key: 'Full Name' }, update: ['id'], write: true };
    expect(await ask(file, both, { id: 7 }, { args: ['key', 'id'] })).toMatchObject(
      failure('sql_nothing_given'),
    );
    const many = {
      table: 'customer',
      key: { key: 'Full Name' },
      update: { to: 'sum";--' },
      write: true,
    };
    expect(await ask(file, many, { key: 'Bo', to: 9 }, { args: ['key', 'to'] })).toMatchObject(
      failure('sql_too_many'),
    );
    expect(
      await ask(file, { table: 'customer', insert: ['mail'], write: true }, { mail: 'x' }),
    ).toMatchObject({
      failure: {
        code: 'failure.sql_constraint',
        params: { said: expect.stringContaining('Full Name') },
      },
    });
    expect(rows()).toEqual(before);
  });

  test('takes names only when the table really has them, whatever they look like', async () => {
    const { file, rows } = shop('CREATE VIEW seen AS SELECT * FROM customer;');
    const before = rows();
    expect(
      await value(ask(file, { table: 'customer', find: { n: 'sum";--' } }, { n: 2 })),
    ).toMatchObject({ count: 1 });
    expect(await value(ask(file, { table: 'seen', find: ['id'] }, { id: 2 }))).toMatchObject({
      count: 1,
    });
    for (const name of ['nothing', 'id" OR 1=1 --', 'id = 1 OR "id', '1', 'rowid', ''])
      expect((await ask(file, { table: 'customer', find: { n: name } }, { n: 1 })).ok).toBe(false);
    for (const table of ['nothing', 'sqlite_schema', 'sqlite_master', 'customer; DROP TABLE spare'])
      expect(await ask(file, { table, find: { n: 'name' } }, { n: 1 })).toMatchObject(
        failure('sql_name'),
      );
    expect(rows()).toEqual(before);
  });

  test('keeps any value as it is: nothing in it is ever read as SQL', async () => {
    const { file } = shop();
    const odd = [
      "'; DROP TABLE customer; --",
      '"',
      '=cmd',
      '{{x}}',
      '${x}',
      '%',
      '../x',
      '<b>',
      '🙂é',
      '-1',
      '0x10',
      'NULL',
      '@id',
      "x'00'",
    ];
    const write = { table: 'customer', insert: { n: 'Full Name', i: 'id' }, write: true };
    for (const [i, text] of odd.entries()) await value(ask(file, write, { n: text, i: 100 + i }));
    const sql = 'SELECT "Full Name" AS n FROM customer WHERE id >= 100 ORDER BY id';
    const found = await value(ask(file, { sql }));
    expect(found['rows']).toEqual(odd.map((n) => ({ n })));
    const last = odd.at(-1) ?? '';
    expect(
      await value(ask(file, { table: 'customer', find: { n: 'Full Name' } }, { n: last })),
    ).toMatchObject({ count: 1 });
  });
});

describe('a statement on a card', () => {
  test('is filled with arguments by name, and gives at most the rows it may', async () => {
    const { file } = shop();
    const sql = 'SELECT id, mail FROM customer WHERE mail LIKE :part ORDER BY id';
    const found = await value(ask(file, { sql, rows: 2 }, { part: '%example' }));
    expect(found).toMatchObject({ count: 2, more: true, rows: [{ id: 1 }, { id: 2 }] });
    const fixed = {
      sql: 'WITH b AS (SELECT 2 AS n) -- ok\n SELECT n + @a AS "__proto__", 3 AS x, 4 AS x FROM b',
    };
    expect(await value(ask(file, fixed, { a: 1 }))).toMatchObject({
      rows: [{ column_1: 3, x: 3, column_3: 4 }],
    });
    expect(await ask(file, { sql: 'SELECT @missing' })).toMatchObject(failure('sql_statement'));
    expect(await ask(file, { sql: 'SELECT ?' }, { a: 1 })).toMatchObject(failure('sql_statement'));
  });

  test('only reads unless writing was granted, on the card and by its class', async () => {
    const { file, rows } = shop();
    const before = rows();
    const writes = [
      "UPDATE customer SET mail = 'x' || id",
      'DELETE FROM customer',
      'INSERT INTO spare VALUES (1) RETURNING a',
      'WITH b AS (SELECT 1) DELETE FROM customer',
      'REPLACE INTO spare VALUES (1)',
    ];
    for (const sql of writes) expect((await ask(file, { sql })).ok, sql).toBe(false);
    const insert = { table: 'customer', insert: { n: 'Full Name' } };
    expect(await ask(file, insert, { n: 'Cy' })).toMatchObject(failure('sql_not_granted'));
    const write = { sql: writes[0], write: true, changes: 3 };
    expect(await ask(file, write, {}, { effect: 'read' })).toMatchObject(failure('tool_options'));
    expect(await ask(file, { ...write, changes: 2 })).toMatchObject(failure('sql_too_many'));
    expect(rows()).toEqual(before);
    expect(await value(ask(file, write))).toEqual({ changed: 3 });
  });

  test('never opens, loads, unlocks or rewrites anything, even where writing was granted', async () => {
    const hostile = shop(`CREATE VIEW v AS SELECT load_extension('x');
      CREATE TRIGGER t AFTER INSERT ON spare BEGIN SELECT writefile('x', 'y'); END;`);
    const other = shop();
    const taken = path.join(root, 'taken.db');
    const statements = [
      `ATTACH '${other.file}' AS o`,
      `/* SELECT */ ATTACH '${taken}' AS o`,
      `-- SELECT\nATTACH '${taken}' AS o`,
      `SELECT 1; ATTACH '${taken}' AS o`,
      `SELECT 1; DELETE FROM customer`,
      `VACUUM INTO '${taken}'`,
      'VACUUM',
      'DETACH main',
      'PRAGMA query_only = OFF',
      'PRAGMA trusted_schema = ON',
      'PRAGMA writable_schema = ON',
      "PRAGMA journal_mode = 'OFF'",
      "SELECT load_extension('x')",
      "SELECT readfile('/etc/passwd')",
      `SELECT writefile('${taken}', 'x')`,
      "SELECT fts3_tokenizer('x', x'00')",
      'SELECT * FROM v',
      'CREATE TABLE x(a)',
      'DROP TABLE spare',
      'ALTER TABLE spare RENAME TO x',
      "UPDATE sqlite_schema SET sql = 'x'",
      'DELETE FROM sqlite_schema',
      'BEGIN',
      'REINDEX',
      'ANALYZE',
      'EXPLAIN SELECT 1',
      'INSERT INTO spare VALUES (1)',
      '',
      ' ',
      ';',
      'SELEC',
    ];
    for (const sql of statements) {
      const both = [false, true].map((write) => ask(hostile.file, { sql, write }));
      for (const done of await Promise.all(both)) expect(done.ok, sql).toBe(false);
    }
    expect(fs.existsSync(taken)).toBe(false);
    expect(other.rows()).toHaveLength(3);
    expect(hostile.rows()).toHaveLength(3);
    const db = new Database(hostile.file, { readonly: true });
    expect(db.pragma('table_list')).toHaveLength(5);
    db.close();
  });

  test('that never ends is killed at its deadline, or when nobody waits any more', async () => {
    const { file } = shop();
    const sql =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n';
    expect(await ask(file, { sql }, {}, { timeoutMs: 600 })).toMatchObject({
      failure: { kind: 'retryable', code: 'failure.timed_out' },
    });
    const stop = new AbortController();
    const stopped = ask(file, { sql }, {}, { signal: stop.signal });
    stop.abort();
    expect(await stopped).toMatchObject(failure('timed_out'));
    const hungry = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
      SELECT i, zeroblob(10), 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' AS x FROM n`;
    expect(await value(ask(file, { sql: hungry, rows: 1000 }))).toMatchObject({ more: true });
    const large = "SELECT printf('%.*c', 20000000, 'x')";
    expect(await ask(file, { sql: large })).toMatchObject(failure('sql_large'));
  });

  test('gives numbers, texts and nothing else: what a file holds never breaks an answer', async () => {
    const { file } = shop();
    const sql = `SELECT 9007199254740993 AS big, 1e999 AS endless, x'0102' AS bytes, NULL AS none,
      CAST(x'ff61' AS TEXT) AS broken, 1.5 AS part, 0 AS zero`;
    expect((await value(ask(file, { sql })))['row']).toEqual({
      big: '9007199254740993',
      endless: 'Infinity',
      bytes: '(2 bytes)',
      none: null,
      broken: '\ufffda',
      part: 1.5,
      zero: 0,
    });
    const found = fc.asyncProperty(
      fc.oneof(fc.double(), fc.maxSafeInteger(), fc.boolean()),
      async (v) => {
        const kind = typeof v === 'boolean' ? 'yes_no' : 'number';
        const args = [{ id: 'v', label: 'v', kind }];
        const row = (await value(ask(file, { sql: 'SELECT @v AS v' }, { v }, { args })))['row'];
        const same = Number.isFinite(Number(v)) ? Number(v) : null;
        expect((row as JsonObject)['v']).toBe(Object.is(same, -0) ? 0 : same);
      },
    );
    await fc.assert(found, { numRuns: 20 });
  });
});

describe('a file', () => {
  test('that is missing, no database, damaged or in use is said in its own words', async () => {
    const { file } = shop();
    const find = { table: 'customer', find: ['id'] };
    expect(await ask(path.join(root, 'none.db'), find, { id: 1 })).toMatchObject(
      failure('sql_missing'),
    );
    const words = path.join(root, 'words.db');
    fs.writeFileSync(words, 'just words, and enough of them to be read as a header of something');
    expect(await ask(words, find, { id: 1 })).toMatchObject(failure('sql_no_database'));
    const torn = path.join(root, 'torn.db');
    fs.writeFileSync(torn, fs.readFileSync(file).fill(0xff, 4096));
    expect(await ask(torn, find, { id: 1 })).toMatchObject({ ok: false });
    fs.symlinkSync(file, path.join(root, 'link.db'));
    expect(await ask(path.join(root, 'link.db'), find, { id: 1 })).toMatchObject(
      failure('sql_missing'),
    );
    const db = new Database(file);
    db.exec('BEGIN EXCLUSIVE');
    const busy = await ask(file, find, { id: 1 });
    db.close();
    expect(busy).toMatchObject({ failure: { kind: 'retryable', code: 'failure.sql_busy' } });
  });

  test('is opened by a process without environment, and never by the engine', async () => {
    const entry = path.join(root, 'told.mjs');
    fs.writeFileSync(
      entry,
      `import { writeSync } from 'node:fs';
       writeSync(1, JSON.stringify({ ok: true, value: { env: process.env, pid: process.pid } }));`,
    );
    const card = cardOf('sql', { file: shop().file, sql: 'SELECT 1' });
    const told = await sqlAdapter(childProgram(pathToFileURL(entry), process)).call(
      card,
      {},
      callOf(),
    );
    const seen = told.ok ? (told.reply.value as { env: object; pid: number }) : { env: {}, pid: 0 };
    expect(Object.keys(seen.env).filter((name) => !/^__CF|^SystemRoot$/.test(name))).toEqual([]);
    expect(seen.pid).not.toBe(process.pid);
  });

  test('cards that say too little or too much are refused before anything is opened', async () => {
    const odd = [
      {},
      { sql: 'SELECT 1', table: 'customer' },
      { table: 'customer' },
      { find: ['id'] },
      { table: 'customer', update: ['id'] },
      { table: 'customer', find: ['id'], insert: ['id'] },
      { sql: 'SELECT 1', attach: 'x' },
    ];
    for (const options of odd)
      expect(await ask(shop().file, options)).toMatchObject(failure('tool_options'));
    const args = [{ id: 'a', label: 'a', kind: 'list' }];
    expect(await ask(shop().file, { sql: 'SELECT @a' }, { a: ['x'] }, { args })).toMatchObject(
      failure('tool_arguments'),
    );
  });
});
