// The files tool: everything inside granted folders, nothing outside, and nothing twice.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { say } from '../base/text/say.ts';
import type { JsonObject } from '../base/value.ts';
import { WORKER } from '../workspace/beside.ts';
import { pdfOf, scannedPdf } from '../../e2e/kit/documents.ts';
import { callOf, cardOf } from '../../e2e/kit/tools-kit.ts';
import { openFileLog } from './file-log.ts';
import { isFileName } from './file-name.ts';
import { textReader } from './file-text.ts';
import { filesAdapter } from './files.ts';
import { openPool } from './pool.ts';

const root = fs.mkdtempSync(path.join(tmpdir(), 'interlock-files-'));
const pool = openPool(WORKER);
afterAll(async () => {
  await pool.close();
  fs.rmSync(root, { recursive: true, force: true });
});

const ARGS = ['do', 'name', 'text', 'to'];
let desks = 0;

/** A workflow folder with `in` and `out`, a secret beside them, and the tool. */
function desk() {
  const dir = path.join(root, `desk-${(desks += 1)}`);
  for (const name of ['in', 'out']) fs.mkdirSync(path.join(dir, name), { recursive: true });
  fs.writeFileSync(path.join(dir, 'secret.txt'), 'not for you');
  fs.writeFileSync(path.join(dir, 'in/a.txt'), 'first');
  const log = path.join(dir, 'state/files.jsonl');
  const adapter = () => filesAdapter(textReader(pool), openFileLog(log));
  const tool = adapter();
  const call = (
    options: object,
    args: JsonObject,
    more: { key?: string; effect?: string } = {},
  ) => {
    const card = cardOf('files', { folder: 'in', ...options } as JsonObject, ARGS, {
      effect: more.effect ?? 'write',
      idempotency: 'check',
    });
    const context = callOf({ workflowDir: dir, ...(more.key ? { key: more.key } : {}) });
    return tool.call(card, args, context);
  };
  const text = (name: string): string => fs.readFileSync(path.join(dir, name), 'utf8');
  return {
    dir,
    log,
    call,
    text,
    adapter,
    check: (key: string) => adapter().check?.(cardOf('files', {}), key),
  };
}
const failure = (code: string, params = {}) => ({
  ok: false,
  failure: { code: `failure.${code}`, params },
});

/** Ways people, programs and attackers write what is not the name of a file. */
const NO_NAMES = [
  ['', '.', '..', '...', ' ', '-rf', '~', '.hidden', 'a.', 'a ', ' a', 'a\t', '\ta'],
  ['../secret.txt', '..\\secret.txt', 'in/../../secret.txt', 'a/b', 'a\\b', '/etc/passwd', '//a/b'],
  [
    '\\\\server\\share\\a',
    '\\\\?\\C:\\a',
    'C:\\a',
    'C:a',
    'a.txt:stream',
    'a.txt::$DATA',
    'file:a',
  ],
  ['a\u0000.txt', '\u0000', 'a\u0001', 'a\u007f', 'a\u0085', 'a\n', 'a\r\nb', 'a\u2028b'],
  [
    'CON',
    'con.txt',
    'PRN',
    'aux',
    'NUL',
    'nul.tar.gz',
    'COM1',
    'com9.log',
    'LPT1',
    'COM¹',
    'CONIN$',
  ],
  ['%2e%2e%2fsecret.txt', '%2e%2e', 'a%2fb', 'a%5cb', '%00', 'a%2E', '..%c0%af', '%252e'],
  ['‮gpj.exe', 'a\u202eb', 'a\u200fb', 'a\u2066b', 'a\u061cb', 'a\u200bb', 'a\ufeffb', 'a\u00adb'],
  ['．．', 'a／b', 'a＼b', 'a∕b', 'a⁄b', '․․', '\ud800', 'a\udc00b', 'a\ufffdb'],
  ['x'.repeat(300), 'ü'.repeat(150), `${'x'.repeat(255)}.txt`, 'a*', 'a?', 'a|b', '<a>', 'a"b'],
].flat();
const NAMES = [
  'a.txt',
  'Rechnung März 2026.pdf',
  '送信.md',
  'a..b',
  '2026-11-20',
  'été.csv',
  '100%.txt',
  'controller',
  'common.log',
  "it's & (1).txt",
];

describe('a name', () => {
  test('is never a path: no spelling of one is taken', async () => {
    const { call, dir } = desk();
    for (const name of NO_NAMES) {
      expect(isFileName(name), JSON.stringify(name)).toBe(false);
      const doings: [object, JsonObject][] = [
        [{ may: ['read'] }, { name }],
        [
          { may: ['write'], overwrite: true },
          { name, text: 'x' },
        ],
        [{ may: ['append'] }, { name, text: 'x' }],
        [{ may: ['move'], to_folder: 'out' }, { name }],
      ];
      for (const [options, args] of doings)
        expect(await call(options, args)).toMatchObject(failure('file_name'));
      if (name === '') continue;
      const moved = await call({ may: ['move'], to_folder: 'out' }, { name: 'a.txt', to: name });
      expect(moved).toMatchObject(failure('file_name'));
    }
    expect(fs.readdirSync(dir).sort()).toEqual(['in', 'out', 'secret.txt']);
    expect(fs.readdirSync(path.join(dir, 'in'))).toEqual(['a.txt']);
  });

  test('that people really give is taken as it is', async () => {
    const { call, text } = desk();
    for (const name of NAMES) {
      expect(isFileName(name), name).toBe(true);
      await call({ may: ['write'], overwrite: true }, { name, text: name });
      expect(text(`in/${name}`)).toBe(name);
    }
  });

  test('of any kind never reaches anything outside of the folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        if (!isFileName(name)) return;
        expect(path.dirname(path.posix.resolve('/granted', name))).toBe('/granted');
        expect(path.win32.dirname(path.win32.resolve('C:\\granted', name))).toBe('C:\\granted');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a granted folder', () => {
  test('is listed, read, written, appended to and moved in', async () => {
    const { call, text, dir } = desk();
    expect(await call({ may: ['list'] }, {})).toMatchObject({
      reply: { value: { count: 1, files: [{ name: 'a.txt', type: 'text/plain', size: 5 }] } },
    });
    expect(await call({ may: ['read'] }, { name: 'a.txt' })).toMatchObject({
      reply: { value: { text: 'first', size: 5 } },
    });
    expect(await call({ may: ['write'] }, { name: 'b.txt', text: 'new ü' })).toMatchObject({
      reply: { value: { name: 'b.txt', size: 6 } },
    });
    await call({ may: ['append'] }, { name: 'b.txt', text: '!' });
    await call({ may: ['append'] }, { name: 'c.txt', text: 'begun' });
    expect([text('in/b.txt'), text('in/c.txt')]).toEqual(['new ü!', 'begun']);
    await call({ may: ['move'], to_folder: 'out' }, { name: 'b.txt' });
    await call({ may: ['move'] }, { name: 'c.txt', to: 'd.txt' });
    expect(text('out/b.txt')).toBe('new ü!');
    expect(fs.readdirSync(path.join(dir, 'in')).sort()).toEqual(['a.txt', 'd.txt']);
  });

  test('is only used for what its card allows', async () => {
    const { call, text } = desk();
    const may = ['list', 'read'];
    expect(await call({ may }, { do: 'read', name: 'a.txt' })).toMatchObject({ ok: true });
    expect(await call({ may }, { do: 'write', name: 'a.txt', text: 'x' })).toMatchObject(
      failure('file_may_not', { what: 'write' }),
    );
    expect(
      await call({ may: ['write'] }, { name: 'n', text: 'x' }, { effect: 'read' }),
    ).toMatchObject(failure('tool_options', { field: 'effect' }));
    for (const options of [{}, { may: [] }, { may: ['delete'] }, { may: ['read'], root: '/' }])
      expect(await call(options, { name: 'a.txt' })).toMatchObject(failure('tool_options'));
    for (const folder of ['..', '../', 'nowhere', 'in/../..'])
      expect(await call({ folder, may: ['list'] }, {})).toMatchObject(failure('folder_missing'));
    expect(text('in/a.txt')).toBe('first');
  });

  test('never has a file replaced unless the card says so', async () => {
    const { call, text, dir } = desk();
    fs.writeFileSync(path.join(dir, 'out/a.txt'), 'older');
    const write = { name: 'a.txt', text: 'second' };
    expect(await call({ may: ['write'] }, write)).toMatchObject(failure('file_exists'));
    const move = { may: ['move'], to_folder: 'out' };
    expect(await call(move, { name: 'a.txt' })).toMatchObject(failure('file_exists'));
    expect([text('in/a.txt'), text('out/a.txt')]).toEqual(['first', 'older']);
    await call({ may: ['write'], overwrite: true }, write);
    await call({ ...move, overwrite: true }, { name: 'a.txt' });
    expect(text('out/a.txt')).toBe('second');
    expect(fs.existsSync(path.join(dir, 'in/a.txt'))).toBe(false);
  });

  test('gives the words of documents, and says why one has none', async () => {
    const { call, dir } = desk();
    fs.writeFileSync(path.join(dir, 'in/bill.pdf'), pdfOf(['Total 320']));
    fs.writeFileSync(path.join(dir, 'in/scan.pdf'), scannedPdf());
    fs.writeFileSync(path.join(dir, 'in/photo.png'), 'PNG');
    const read = (name: string) => call({ may: ['read'] }, { name });
    expect(await read('bill.pdf')).toMatchObject({ reply: { value: { text: 'Total 320' } } });
    expect(await read('scan.pdf')).toMatchObject(failure('file_scan', { file: 'scan.pdf' }));
    expect(await read('photo.png')).toMatchObject(failure('file_kind'));
    expect(await read('gone.txt')).toMatchObject(failure('file_gone', { file: 'gone.txt' }));
    expect(say('en', 'failure.file_gone', { tool: 'Inbox', file: 'x' })).toContain('“x”');
  });

  test('is not left by links, and no pipe or folder is taken for a file', async () => {
    const { call, dir, text } = desk();
    fs.symlinkSync(path.join(dir, 'secret.txt'), path.join(dir, 'in/link.txt'));
    fs.symlinkSync(dir, path.join(dir, 'in/up'));
    fs.symlinkSync(dir, path.join(dir, 'elsewhere'));
    fs.mkdirSync(path.join(dir, 'in/folder.txt'));
    for (const name of ['link.txt', 'up', 'folder.txt']) {
      expect(await call({ may: ['read'] }, { name })).toMatchObject(failure('file_gone'));
      const write = { name, text: 'taken' };
      const options = { may: ['write'], overwrite: true };
      expect(await call(options, write)).toMatchObject(failure('file_gone'));
      expect(await call({ may: ['append'] }, write)).toMatchObject(failure('file_gone'));
      const move = { may: ['move'], to_folder: 'out' };
      expect(await call(move, { name })).toMatchObject(failure('file_gone'));
    }
    expect(await call({ may: ['list'] }, {})).toMatchObject({ reply: { value: { count: 1 } } });
    expect(await call({ folder: 'elsewhere', may: ['list'] }, {})).toMatchObject(
      failure('folder_missing'),
    );
    expect(text('secret.txt')).toBe('not for you');
  });
});

describe('a change', () => {
  test('made again under the same key changes nothing and gives the same answer', async () => {
    const { call, text, check } = desk();
    const append = () => call({ may: ['append'] }, { name: 'a.txt', text: '+' }, { key: 'k1' });
    const first = await append();
    expect(await append()).toEqual(first);
    expect(text('in/a.txt')).toBe('first+');
    expect(await check('k1')).toEqual((first as { reply: object }).reply);
    expect(await check('k2')).toBeUndefined();
  });

  test('that was cut off says so: begun and not done is not done', async () => {
    const { log, check, dir, call } = desk();
    const folder = path.join(dir, 'in');
    const began = { folder, name: 'a.txt', value: { name: 'a.txt' }, after: 'x', before: 'y' };
    const line = (change: object) => fs.appendFileSync(log, `${JSON.stringify(change)}\n`);
    await call({ may: ['append'] }, { name: 'b.txt', text: 'x' });
    line({ ...began, key: 'cut', name: 'new.txt', before: null });
    line({ ...began, key: 'else' });
    expect(await check('cut')).toBeUndefined();
    await expect(check('else')).rejects.toThrow('changed by somebody else');
  });

  test('is known to have happened when another one was built on it', async () => {
    const { call, check } = desk();
    await call({ may: ['append'] }, { name: 'a.txt', text: '1' }, { key: 'one' });
    await call({ may: ['append'] }, { name: 'a.txt', text: '2' }, { key: 'two' });
    expect(await check('one')).toMatchObject({ value: { size: 6 } });
    await call({ may: ['move'], to_folder: 'out' }, { name: 'a.txt' }, { key: 'gone' });
    expect(await check('gone')).toMatchObject({ value: { name: 'a.txt' } });
  });

  test('is finished, not doubled, when a move was cut off between its two halves', async () => {
    const { call, dir } = desk();
    fs.linkSync(path.join(dir, 'in/a.txt'), path.join(dir, 'out/a.txt'));
    const moved = await call({ may: ['move'], to_folder: 'out' }, { name: 'a.txt' });
    expect(moved).toMatchObject({ ok: true });
    expect(fs.existsSync(path.join(dir, 'in/a.txt'))).toBe(false);
  });

  test('of many at once loses no line, and leaves nothing half written', async () => {
    const { call, text, dir } = desk();
    const lines = Array.from({ length: 40 }, (_, i) => `${i}\n`);
    await Promise.all(lines.map((l) => call({ may: ['append'] }, { name: 'log.txt', text: l })));
    expect(text('in/log.txt').trim().split('\n')).toHaveLength(40);
    expect(fs.readdirSync(path.join(dir, 'in')).filter((n) => n.startsWith('.'))).toEqual([]);
  });

  test('is forgotten after thousands, and then nobody claims that it did not happen', () => {
    const file = path.join(root, 'long.jsonl');
    const one = { folder: '/f', name: 'n', before: null, after: 'a', value: {} };
    const all = Array.from({ length: 10_001 }, (_, i) => JSON.stringify({ ...one, key: `k${i}` }));
    fs.writeFileSync(file, `${all.join('\n')}\n`);
    for (let opened = 0; opened < 2; opened++) {
      const log = openFileLog(file);
      expect(log.of('k1')).toBe('forgotten');
      expect(log.of('k10000')).toMatchObject({ key: 'k10000' });
    }
    expect(fs.readFileSync(file, 'utf8').split('\n').length).toBeLessThan(5100);
  });
});

const ROUNDS = 3000;

/** Somebody who swaps a place for a link to another, and back, as fast as can be. */
function swapper(place: string, away: string, to: string) {
  const worker = new Worker(
    `const fs = require('node:fs');
     const { workerData: { place, away, to, stop } } = require('node:worker_threads');
     const over = new Int32Array(stop);
     while (!Atomics.load(over, 0)) {
       try { fs.renameSync(place, away); fs.symlinkSync(to, place); } catch {}
       Atomics.add(over, 1, 1);
       try { fs.unlinkSync(place); } catch {}
       try { fs.renameSync(away, place); } catch {}
     }`,
    { eval: true, workerData: { place, away, to, stop: new SharedArrayBuffer(8) } },
  );
  return worker;
}

test.each(['file', 'folder', 'folder above'])(
  `a %s swapped for a link in ${ROUNDS} races never leads outside`,
  async (what) => {
    const dir = path.join(root, `race ${what}`);
    const outside = path.join(root, `outside ${what}`);
    for (const place of [path.join(dir, 'mid/in'), path.join(outside, 'in')]) {
      fs.mkdirSync(place, { recursive: true });
      fs.writeFileSync(path.join(place, 'a.txt'), place.startsWith(dir) ? 'ours' : 'not for you');
    }
    const tool = filesAdapter(textReader(pool), openFileLog(path.join(dir, 'files.jsonl')));
    const attempt = (doing: string, args: JsonObject) => {
      const options = { folder: 'mid/in', may: [doing], overwrite: true };
      const card = cardOf('files', options, ARGS, { effect: 'write' });
      return tool.call(card, args, callOf({ workflowDir: dir })).then(JSON.stringify, () => '');
    };
    const swapped = { file: 'mid/in/a.txt', folder: 'mid/in', 'folder above': 'mid' }[what] ?? '';
    const to = { file: 'in/a.txt', folder: 'in' }[what] ?? '';
    const away = path.join(dir, 'away');
    const worker = swapper(path.join(dir, swapped), away, path.join(outside, to));
    const turns = [
      () => attempt('write', { name: 'a.txt', text: 'ours' }),
      () => attempt('read', { name: 'a.txt' }),
      () => attempt('append', { name: 'a.txt', text: ' too' }),
      () => attempt('list', {}),
      () => attempt('move', { name: 'a.txt', to: 'b.txt' }),
      () => attempt('move', { name: 'b.txt', to: 'a.txt' }),
    ];
    const count = { done: 0, refused: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const found = await (turns[round % turns.length] as () => Promise<string>)();
      expect(found).not.toContain('not for you');
      count[found.includes('"ok":true') ? 'done' : 'refused'] += 1;
    }
    await worker.terminate();
    expect(fs.readdirSync(path.join(outside, 'in'))).toEqual(['a.txt']);
    expect(fs.readFileSync(path.join(outside, 'in/a.txt'), 'utf8')).toBe('not for you');
    expect(Math.min(count.done, count.refused)).toBeGreaterThan(0); // the race had teeth
  },
  240_000,
);
