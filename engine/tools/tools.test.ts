// The tools at their port: what practice data answers and does, what a folder gives and withholds,
// what a mail is taken apart into.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { afterAll, describe, expect, test } from 'vitest';
import { practiceSchema, cardSchema } from '../1-document/schema.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import { WORKER } from '../workspace/beside.ts';
import { toolsOf } from '../workspace/tools.ts';
import { emlOf } from './eml.ts';
import { fileType } from './file-kinds.ts';
import { textReader } from './file-text.ts';
import { htmlText } from './html-text.ts';
import { parseMail } from './mail-text.ts';
import { openPool } from './pool.ts';
import { openWorld, type PracticeWorld } from './practice-world.ts';

const folder = (): string => mkdtempSync(path.join(tmpdir(), 'interlock-tools-'));
const pool = openPool(WORKER);
afterAll(pool.close);
const toolsOver = (world: PracticeWorld) => toolsOf({ world, pool, stateDir: folder() });
const AT = Date.parse('2026-11-20T10:00:00.000Z');
const context = (practice: unknown = {}, more: object = {}) => ({
  key: 'r1:3:0',
  run: 'r1',
  step: 'pay',
  visit: 1,
  at: AT,
  attempt: 1,
  signal: new AbortController().signal,
  practice: practiceSchema.parse(practice),
  ...more,
});
const card = (own: object): AuthorityCard =>
  cardSchema.parse({ name: 'pay', title: 'Pay', adapter: 'practice', class: 'money', ...own });
const text = (id: string): object => ({ id, label: id, kind: 'text' });

describe('practice tools', () => {
  const practice = {
    tools: [
      {
        name: 'pay',
        answers: [
          {
            when: { field: 'args.amount', op: 'more_than', value: 1000 },
            value: {},
            fail: { kind: 'retryable', message: 'Try later' },
          },
          {
            when: { field: 'match.known.name', op: 'is_not_empty' },
            value: { to: { '@ref': 'match.known.mail' }, rows: { '@ref': 'world.ledger.count' } },
          },
          {
            value: {
              paid: { '@ref': 'args.amount' },
              said: { '@text': '{{args.name}} on {{today}}' },
            },
            asOf: { '@ref': 'now' },
            write: [
              {
                table: 'ledger',
                row: { amount: { '@ref': 'args.amount' }, run: { '@ref': 'run' } },
              },
            ],
            mail: { to: 'a@b.example', subject: { '@text': 'Paid {{args.amount}}' }, body: 'Done' },
          },
        ],
      },
    ],
    world: { known: [{ name: 'Ada', mail: 'ada@example.com' }] },
  };
  const pay = card({ args: [{ id: 'amount', label: 'Amount', kind: 'number' }, text('name')] });
  const call = (world: PracticeWorld, args: JsonObject, more: object = {}) =>
    toolsOver(world).call(pay, args, context(practice, more));

  test('give the first answer whose condition holds over the arguments', async () => {
    const world = openWorld(folder());
    const paid = await call(world, { amount: 5, name: 'Bo' });
    expect(paid).toMatchObject({
      ok: true,
      reply: { value: { paid: 5, said: 'Bo on 2026-11-20' }, asOf: '2026-11-20T10:00:00.000Z' },
      used: { toolCalls: 1, modelCalls: 0 },
    });
    const known = await call(world, { amount: 5, name: 'ada' }, { key: 'r1:4:0' });
    expect(known).toMatchObject({ reply: { value: { to: 'ada@example.com', rows: 1 } } });
    const refused = await call(world, { amount: 5000 }, { key: 'r1:5:0' });
    expect(refused).toMatchObject({
      ok: false,
      failure: { kind: 'retryable', params: { message: 'Try later' } },
    });
  });

  test('do a thing once for one key, also after a restart', async () => {
    const dir = folder();
    const first = await call(openWorld(dir), { amount: 5, name: 'Bo' });
    const again = await call(openWorld(dir), { amount: 5, name: 'Bo' });
    expect(again).toEqual(first);
    const world = openWorld(dir);
    expect(world.rows('ledger')).toEqual([{ amount: 5, run: 'r1' }]);
    expect(readdirSync(path.join(dir, 'outbox'))).toHaveLength(1);
    expect(world.read().tables.map((t) => t.name)).toEqual(['ledger', 'outbox']);
    world.reset();
    expect(openWorld(dir).rows('ledger')).toEqual([]);
  });

  test('show what stood there from the start, once, beside what runs did', async () => {
    const row = { name: 'Ada' };
    const world = openWorld(folder(), () => [
      { table: 'ledger', row },
      { table: 'ledger', row },
    ]);
    await call(world, { amount: 5, name: 'Bo' });
    const rows = [
      { run: null, row },
      { run: 'r1', row: { amount: 5, run: 'r1' } },
    ];
    expect(world.read().tables[0]).toEqual({ name: 'ledger', rows });
    world.reset();
    expect(world.read().tables).toEqual([{ name: 'ledger', rows: rows.slice(0, 1) }]);
  });

  test('lose nothing but a line that was torn off while it was written', async () => {
    const dir = folder();
    await call(openWorld(dir), { amount: 5, name: 'Bo' });
    const file = path.join(dir, 'world.jsonl');
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"key":"r1:9:0","ro`);
    const world = openWorld(dir);
    expect(world.rows('ledger')).toHaveLength(1);
    await call(world, { amount: 6, name: 'Cy' }, { key: 'r2:3:0' });
    writeFileSync(file, `${readFileSync(file, 'utf8')}null\n{}\n`);
    expect(openWorld(dir).rows('ledger')).toHaveLength(2);
  });

  test('refuse arguments that nobody declared, and tools without an answer', async () => {
    const world = openWorld(folder());
    for (const args of [{ amount: 5, extra: 1 }, { amount: '5' }] as JsonObject[])
      expect(await call(world, args)).toMatchObject({
        ok: false,
        failure: { code: 'failure.tool_arguments' },
      });
    const other = await toolsOver(world).call(card({ name: 'other' }), {}, context(practice));
    expect(other).toMatchObject({ ok: false, failure: { code: 'failure.tool_no_answer' } });
  });
});

describe('a folder', () => {
  const grant = (dir: string, options: JsonObject = { folder: 'inputs' }) => ({
    call: (args: JsonObject = {}) =>
      toolsOver(openWorld(folder())).call(
        card({ name: 'read', adapter: 'folder', args: [text('name')], options }),
        args,
        context({}, { workflowDir: dir }),
      ),
  });
  const filled = (): string => {
    const dir = folder();
    mkdirSync(path.join(dir, 'inputs'));
    writeFileSync(path.join(dir, 'inputs', 'b.txt'), 'plain');
    writeFileSync(path.join(dir, 'inputs', 'a.html'), '<p>Hello <b>you</b></p>');
    writeFileSync(path.join(dir, 'inputs', 'c.exe'), 'MZ');
    writeFileSync(path.join(dir, 'secret.txt'), 'not for you');
    return dir;
  };

  test('gives names, sizes and words in the order of the names', async () => {
    expect(await grant(filled()).call()).toMatchObject({
      reply: {
        value: {
          count: 3,
          files: [
            { name: 'a.html', text: 'Hello you', readable: true },
            { name: 'b.txt', text: 'plain', size: 5, type: 'text/plain' },
            { name: 'c.exe', readable: false },
          ],
        },
      },
    });
    expect(await grant(filled()).call({ name: 'b.txt' })).toMatchObject({
      reply: { value: { text: 'plain' } },
    });
  });

  test('never leads outside, by name or by link', async () => {
    const dir = filled();
    symlinkSync(path.join(dir, 'secret.txt'), path.join(dir, 'inputs', 'link.txt'));
    symlinkSync(dir, path.join(dir, 'inputs', 'up'));
    const all = JSON.stringify(await grant(dir).call());
    expect(all).toContain('b.txt');
    expect(all).not.toContain('not for you');
    for (const name of [
      '../secret.txt',
      '/etc/passwd',
      'link.txt',
      'up',
      '.',
      '..',
      'up/secret.txt',
    ])
      expect(await grant(dir).call({ name })).toMatchObject({ ok: false });
    for (const out of ['..', '../', 'inputs/up', 'nowhere'])
      expect(JSON.stringify(await grant(dir, { folder: out }).call())).not.toContain('not for you');
  });

  test('hands a mail on as it came, for another tool to take apart', async () => {
    const dir = filled();
    writeFileSync(path.join(dir, 'inputs', 'm.eml'), 'From: a@b.example\n\nHi');
    const read = await grant(dir).call({ name: 'm.eml' });
    expect(read).toMatchObject({ reply: { value: { text: 'From: a@b.example\n\nHi' } } });
  });
});

describe('words', () => {
  test('are read from the kinds that can be read, and from nothing else', async () => {
    const read = textReader(pool);
    const bytes = new TextEncoder().encode('<p>Gr&uuml;n &amp; gut</p><script>x()</script>');
    expect(await read('a.HTML', bytes)).toEqual({ text: 'Grün & gut' });
    expect(await read('a.pdf', bytes)).toEqual({ unread: 'damaged' });
    expect(await read('a.exe', bytes)).toEqual({ unread: 'kind' });
    expect(await read('constructor', bytes)).toEqual({ unread: 'kind' });
    expect(fileType('x.csv')).toBe('text/csv');
    expect(await read('old.txt', new Uint8Array([0x67, 0x72, 0xfc, 0x6e]))).toEqual({
      text: 'grün',
    });
  });

  test('of any page are free of tags and scripts, and any page is read in no time', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(htmlText(`${a}<script>stolen()</script>${b}`)).not.toContain('stolen');
      }),
    );
    const hostile = [
      '<'.repeat(200_000),
      '<script'.repeat(30_000),
      '<!--'.repeat(50_000),
      '&'.repeat(200_000),
    ];
    const began = process.hrtime.bigint();
    for (const page of hostile) htmlText(page);
    expect(Number(process.hrtime.bigint() - began) / 1e6).toBeLessThan(2000);
  });
});

describe('mail', () => {
  const mails = path.resolve(import.meta.dirname, '../../samples/mail-to-crm/inputs/mails');
  const read = async (start: string): Promise<JsonObject> => {
    const name = readdirSync(mails).find((n) => n.startsWith(start)) as string;
    return (await parseMail(readFileSync(path.join(mails, name)))) as JsonObject;
  };

  test('is understood in the encodings people really send', async () => {
    expect(await read('03')).toMatchObject({
      from: 'j.koehler@koehler-moebel.example',
      from_name: 'Jürgen Köhler',
      subject: 'Neue Anschrift für unsere Bestellungen',
      date: '2026-11-10',
    });
    expect((await read('03'))['text']).toContain('Lindenstraße 8');
    expect((await read('04'))['text']).toContain("je n'ai pas encore reçu");
    expect((await read('06'))['text']).toContain('llegó dañada');
    expect((await read('11'))['subject']).toBe('照明器具のカタログについて');
    expect((await read('02'))['text']).toContain('Grant Café & Bakery');
    expect((await read('02'))['text']).not.toContain('not for you');
  });

  test('of any length is taken apart the same, a long one beside the engine’s thread', async () => {
    const tools = toolsOver(openWorld(folder()));
    const raw = { id: 'raw', label: 'raw', kind: 'long_text' };
    const reader = card({ name: 'read', adapter: 'mail_parse', args: [raw] });
    for (const words of [10, 100_000]) {
      const mail = `From: a@b.example\nSubject: Ünter\n\n${'word '.repeat(words)}`;
      expect(await tools.call(reader, { raw: mail }, context())).toMatchObject({
        reply: { value: { from: 'a@b.example', subject: 'Ünter' } },
      });
    }
  });

  test('has its attachments named and counted, never opened', async () => {
    expect(await read('05')).toMatchObject({
      attachment_count: 1,
      attachments: [{ name: 'order-7781.pdf', type: 'application/pdf' }],
    });
    expect(JSON.stringify(await read('05'))).not.toContain('PDF-1.4');
  });

  test('that is no mail is said to be none', async () => {
    expect(await parseMail('just words')).toBeUndefined();
    expect(await parseMail('')).toBeUndefined();
    const tools = toolsOver(openWorld(folder()));
    const reader = card({ name: 'read', adapter: 'mail_parse', args: [text('raw')] });
    expect(await tools.call(reader, { raw: 'x' }, context())).toMatchObject({
      ok: false,
      failure: { code: 'failure.mail_unreadable' },
    });
  });

  test('in the outbox is a real mail, and no value can add a header to it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        async (subject, body) => {
          const mail = await PostalMime.parse(
            emlOf(
              { to: 'a@b.example', subject: `x${subject}\r\nBcc: e@v.example`, body },
              AT,
              'r:1:0',
            ),
          );
          expect(mail.bcc).toBeUndefined();
          expect((mail.text ?? '').replace(/\r\n?/g, '\n').trim()).toBe(
            body.toWellFormed().replace(/\r\n?/g, '\n').trim(),
          );
        },
      ),
    );
  });
});

test('a value of any shape as arguments never breaks a tool', async () => {
  const tools = toolsOver(openWorld(folder()));
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (x) => {
      for (const adapter of ['practice', 'folder', 'mail_parse'])
        expect(
          await tools.call(card({ adapter }), x as Json as JsonObject, context()),
        ).toHaveProperty('ok');
    }),
    { numRuns: 50 },
  );
});
