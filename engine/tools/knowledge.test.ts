// Knowledge search: what is in a folder is found, what is not is not, and every answer says which
// state of the folder it speaks of.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openKnowledge } from '../5-record/knowledge.ts';
import type { JsonObject } from '../base/value.ts';
import { WORKER } from '../workspace/beside.ts';
import { pdfOf, scannedPdf, wordOf } from '../../e2e/kit/documents.ts';
import { callOf, cardOf } from '../../e2e/kit/tools-kit.ts';
import { passagesOf, searchFolder, wordsOf, type Reading } from './knowledge-index.ts';
import { knowledgeAdapter } from './knowledge.ts';
import { openPool } from './pool.ts';

const root = fs.mkdtempSync(path.join(tmpdir(), 'interlock-knowledge-'));
const pool = openPool(WORKER);
afterAll(async () => {
  await pool.close();
  fs.rmSync(root, { recursive: true, force: true });
});
let folders = 0;

type Answer = {
  passages: { file: string; text: string; score: number }[];
  count: number;
  version: string;
  files: number;
  up_to_date: boolean;
  behind: number;
  unread: { name: string; why: string }[];
};

/** A folder of documents, and a search over it. */
function library(documents: Record<string, string | Buffer>) {
  const dir = path.join(root, `library-${(folders += 1)}`);
  fs.mkdirSync(path.join(dir, 'docs'), { recursive: true });
  const put = (name: string, text: string | Buffer): void =>
    fs.writeFileSync(path.join(dir, 'docs', name), text);
  for (const [name, text] of Object.entries(documents)) put(name, text);
  const tool = knowledgeAdapter(pool, path.join(dir, 'state'));
  const ask = (query: string, options: JsonObject = {}, more: object = {}) => {
    const card = cardOf('knowledge', { folder: 'docs', ...options }, ['query'], more);
    return tool.call(card, { query }, callOf({ workflowDir: dir }));
  };
  const search = async (query: string, options: JsonObject = {}): Promise<Answer> => {
    const done = await ask(query, options);
    if (!done.ok) throw new Error(JSON.stringify(done.failure));
    expect(done.reply.version).toBe((done.reply.value as Answer).version);
    return done.reply.value as Answer;
  };
  return { dir, put, ask, search, docs: path.join(dir, 'docs') };
}
const filesOf = ({ passages }: Answer): string[] => passages.map(({ file }) => file);

describe('a search', () => {
  test('finds passages in every kind of document that has words', async () => {
    const { search } = library({
      'refunds.md': '# Refunds\nA refund is paid within 14 days.',
      'faq.html': '<h1>Shipping</h1><p>We ship to Norway.</p>',
      'prices.csv': 'item,price\nkettle,32',
      'note.txt': 'The warehouse key hangs left of the door.',
      'mail.eml': 'From: a@b.example\nSubject: Holidays\n\nClosed on Fridays in August.',
      'terms.pdf': pdfOf(['General terms\nWarranty lasts two years.']),
      'manual.docx': wordOf(['Descale the machine monthly.']),
      'photo.png': 'PNG',
    });
    const cases = [
      ['how long does a refund take?', 'refunds.md'],
      ['ship Norway', 'faq.html'],
      ['kettle', 'prices.csv'],
      ['where is the warehouse key', 'note.txt'],
      ['august fridays', 'mail.eml'],
      ['warranty', 'terms.pdf'],
      ['descale', 'manual.docx'],
    ] as const;
    for (const [query, file] of cases) {
      const found = await search(query);
      expect(found.passages[0]?.file, query).toBe(file);
      expect(found).toMatchObject({ files: 7, up_to_date: true, behind: 0, unread: [] });
    }
  });

  test('finds other endings, other spellings of a letter, and scripts without spaces', async () => {
    const { search } = library({
      'de.txt': 'Rückerstattungen dauern vierzehn Tage. Straße und Größe.',
      'ja.txt': '照明器具のカタログについて',
      'th.txt': 'ร้านปิดวันศุกร์',
    });
    expect(filesOf(await search('Rückerstattung'))).toEqual(['de.txt']);
    expect(filesOf(await search('ruckerstattungen'))).toEqual(['de.txt']);
    expect(filesOf(await search('カタログ'))).toEqual(['ja.txt']);
    expect(filesOf(await search('照明'))).toEqual(['ja.txt']);
    expect(filesOf(await search('明照'))).toEqual([]);
    expect(filesOf(await search('ปิดวันศุกร์'))).toEqual(['th.txt']);
  });

  test('gives the best passages first and no more than the card asks for', async () => {
    const filler = 'Nothing of note stands here at all. '.repeat(60);
    const { search } = library({
      'long.txt': `${filler}The badger policy is strict. ${filler}Once more: badger policy.`,
      'other.txt': `Policy of the house. ${filler}`,
    });
    const found = await search('badger policy', { most: 2 });
    expect(found.count).toBe(2);
    expect(filesOf(found)).toEqual(['long.txt', 'long.txt']);
    expect(found.passages[0]?.score).toBeGreaterThanOrEqual(found.passages[1]?.score ?? Infinity);
    for (const { text } of found.passages) {
      expect(text.toLowerCase()).toContain('badger');
      expect(text.length).toBeLessThan(330);
    }
  });

  test('without a hit is an empty list, and so is one without words', async () => {
    const { search } = library({ 'a.txt': 'some words' });
    for (const query of ['elephant', '', ' ', '"', '***', '()'])
      expect(await search(query), query).toMatchObject({ passages: [], count: 0 });
    expect(await library({}).search('anything')).toMatchObject({ passages: [], files: 0 });
  });

  test('never takes what is asked for as a language: signs are signs', async () => {
    const { search } = library({ 'a.txt': 'alpha beta NEAR gamma', 'b.txt': 'text column' });
    const asked = [
      'alpha" OR "x',
      'alpha*',
      '^alpha',
      'text:alpha',
      '{text}: alpha',
      'NEAR(alpha beta, 2)',
      'alpha NOT alpha',
      'alpha AND',
      '-alpha',
      "alpha'; DROP TABLE files; --",
      'alpha)) OR ((x',
      'rank MATCH alpha',
      'alpha\u0000beta',
    ];
    for (const query of asked) expect(filesOf(await search(query)), query).toContain('a.txt');
    expect(filesOf(await search('NOT'))).toEqual([]);
    expect(filesOf(await search('near'))).toEqual(['a.txt']);
  });

  test('says which documents have no words, and is refused outside of its folder', async () => {
    const { search, ask, dir, docs } = library({ 'a.txt': 'words', 'scan.pdf': scannedPdf() });
    expect((await search('words')).unread).toEqual([{ name: 'scan.pdf', why: 'scan' }]);
    fs.writeFileSync(path.join(dir, 'secret.txt'), 'unicorn');
    fs.symlinkSync(path.join(dir, 'secret.txt'), path.join(docs, 'link.txt'));
    fs.symlinkSync(dir, path.join(dir, 'up'));
    expect(filesOf(await search('unicorn'))).toEqual([]);
    for (const folder of ['..', 'up', 'none'])
      expect(await ask('x', { folder })).toMatchObject({
        failure: { code: 'failure.folder_missing' },
      });
    expect(await ask('x', { most: 0 })).toMatchObject({
      failure: { code: 'failure.tool_options' },
    });
  });
});

describe('the version of a folder', () => {
  test('changes with names and contents and with nothing else', async () => {
    const { search, put, docs } = library({ 'a.txt': 'one', 'b.txt': 'two' });
    const versions = [(await search('one')).version];
    const next = async (change: () => void, isNew: boolean): Promise<void> => {
      change();
      const { version } = await search('one');
      expect(versions.at(-1) !== version).toBe(isNew);
      versions.push(version);
    };
    await next(() => {}, false);
    await next(() => fs.utimesSync(path.join(docs, 'a.txt'), 1, 1), false);
    await next(() => put('a.txt', 'one!'), true);
    await next(() => put('c.txt', 'one!'), true);
    await next(() => fs.renameSync(path.join(docs, 'c.txt'), path.join(docs, 'd.txt')), true);
    await next(() => fs.rmSync(path.join(docs, 'd.txt')), true);
    expect(versions.at(-1)).toBe(versions[3]);
    put('a.txt', 'one');
    expect((await search('one')).version).toBe(versions[0]);
    const same = library({ 'a.txt': 'one', 'b.txt': 'two' });
    expect((await same.search('x')).version).toBe(versions[0]);
  });

  test('is that of what was searched: a word found belongs to the version in the answer', async () => {
    const { search, put } = library({ 'a.txt': 'zero' });
    const known = new Map<string, string>();
    for (const word of ['one', 'two', 'one', 'three']) {
      put('a.txt', word);
      const { version } = await search(word);
      expect(known.get(word) ?? version).toBe(version);
      known.set(word, version);
    }
    expect(new Set(known.values()).size).toBe(3);
  });
});

describe('an index', () => {
  const index = () => openKnowledge(path.join(root, `index-${(folders += 1)}.db`));
  const reading = (read: Reading['read'], now = () => 0): Reading => ({ read, now });
  const plain: Reading['read'] = (_, bytes) =>
    Promise.resolve({ text: Buffer.from(bytes).toString() });
  const search = (folder: string, over: ReturnType<typeof index>, how: Reading, withinMs = 1000) =>
    searchFolder({ folder, query: 'word', most: 5, withinMs }, over, how);

  test('reads only what changed', async () => {
    const { docs, put } = library({ 'a.txt': 'word', 'b.txt': 'word' });
    const over = index();
    const opened: string[] = [];
    const how = reading((name, bytes) => (opened.push(name), plain(name, bytes)));
    await search(docs, over, how);
    put('b.txt', 'word two');
    fs.utimesSync(path.join(docs, 'a.txt'), 5, 5);
    await search(docs, over, how);
    expect(opened).toEqual(['a.txt', 'b.txt', 'b.txt']);
  });

  test('that cannot catch up in time says how far behind it is, and goes on next time', async () => {
    const { docs } = library({ 'a.txt': 'word a', 'b.txt': 'word b', 'c.txt': 'word c' });
    const over = index();
    let at = 0;
    const slow = reading(plain, () => (at += 400));
    expect(await search(docs, over, slow)).toMatchObject({ behind: 1, files: 2 });
    expect(await search(docs, over, slow)).toMatchObject({ behind: 0, files: 3 });
  });

  test('tries a file that breaks its reader once more, last, and then leaves it alone', async () => {
    const { docs, put } = library({ 'a.txt': 'word', 'bad.txt': 'word', 'c.txt': 'word' });
    const over = index();
    const opened: string[] = [];
    const how = reading(async (name, bytes) => {
      opened.push(name);
      if (name === 'bad.txt') throw new Error('the reader broke');
      return plain(name, bytes);
    });
    await expect(search(docs, over, how)).rejects.toThrow('broke');
    await expect(search(docs, over, how)).rejects.toThrow('broke');
    expect(opened).toEqual(['a.txt', 'bad.txt', 'c.txt', 'bad.txt']);
    expect(await search(docs, over, how)).toMatchObject({
      behind: 0,
      unread: [{ name: 'bad.txt', why: 'slow' }],
    });
    put('bad.txt', 'word again');
    expect(await search(docs, over, reading(plain))).toMatchObject({ unread: [] });
  });

  test('that is damaged or no index is made again from the folder', async () => {
    const { search: ask, dir } = library({ 'a.txt': 'word' });
    await ask('word');
    const state = path.join(dir, 'state');
    for (const rubbish of ['', 'no database at all', 'x'.repeat(9000)]) {
      for (const name of fs.readdirSync(state)) fs.writeFileSync(path.join(state, name), rubbish);
      expect(filesOf(await ask('word')), rubbish).toEqual(['a.txt']);
    }
  });

  test('takes every word for a word, whatever signs are in it', () => {
    const over = index();
    over.put({ name: 'a', size: 1, modified: 1, hash: 'h', unread: null }, ['alpha beta']);
    const odd = ['"', 'x" OR "alpha', 'alpha NOT x', 'text:alpha', 'x OR alpha', '*', '^', '(', ''];
    for (const word of odd) expect(over.search([word], 5), word).toEqual([]);
    expect(over.search(['alpha'], 5)).toHaveLength(1);
    over.close();
  });

  test('that is asked by many at once answers everybody the same', async () => {
    const { search: ask } = library({ 'a.txt': 'word', 'b.txt': 'other word' });
    const all = await Promise.all(Array.from({ length: 12 }, () => ask('word')));
    expect(new Set(all.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

test('passages hold all of a text, and none is too long', () => {
  const bare = (text: string): string => text.replace(/\s+/g, '');
  fc.assert(
    fc.property(
      fc.array(fc.lorem({ maxCount: 30 })),
      fc.constantFrom(' ', '\n\n', ''),
      (all, by) => {
        const text = all.join(by);
        const passages = passagesOf(text);
        expect(bare(passages.join(''))).toBe(bare(text));
        for (const one of passages) expect(one.length).toBeLessThanOrEqual(800);
      },
    ),
  );
});

test('the words of a question are letters and digits, each once', () => {
  expect(wordsOf('Was ist „Größe“ 42? Größe!')).toEqual(['was', 'ist', 'größe', '42']);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
    }),
  );
});
