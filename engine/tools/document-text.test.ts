// The words in PDF and Word files, read the way the product reads them: through the pool.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../base/limits.ts';
import { say } from '../base/text/say.ts';
import { WORKER } from '../workspace/beside.ts';
import {
  lockedPdf,
  lockedWord,
  pdfBomb,
  pdfOf,
  scannedPdf,
  wordOf,
  wordParts,
  zipOf,
} from '../../e2e/kit/documents.ts';
import { textReader } from './file-text.ts';
import { openPool } from './pool.ts';
import { packageOf, partsOf, TooLargeError } from './zip.ts';

const pool = openPool(WORKER);
const read = textReader(pool);
afterAll(pool.close);

/** Word files as other programs really wrote them, kept beside the library that reads them. */
const real = (name: string): Buffer => {
  const home = path.dirname(createRequire(import.meta.url).resolve('mammoth/package.json'));
  return readFileSync(path.join(home, 'test/test-data', name));
};
const words = async (name: string, bytes: Uint8Array): Promise<string> => {
  const found = await read(name, bytes);
  return 'text' in found ? found.text : `(${found.unread})`;
};

describe('the text layer of a PDF', () => {
  test('is read page after page, line by line', async () => {
    const pdf = pdfOf(['Invoice 4711\nTotal 320.00 (USD)', 'Thank you']);
    expect(await words('bill.pdf', pdf)).toBe('Invoice 4711\nTotal 320.00 (USD)\n\nThank you');
    expect(await words('BILL.PDF', pdf)).toContain('Invoice 4711');
  });

  test('is missing from a scan, and the file says so', async () => {
    expect(await read('scan.pdf', scannedPdf())).toEqual({ unread: 'scan' });
    expect(say('en', 'failure.file_scan', { file: 'scan.pdf' })).toBe(
      '“scan.pdf” has no text in it that can be read. It may be a scan or a photo.',
    );
  });

  test('is not read without a password, and the file says so', async () => {
    expect(await read('secret.pdf', lockedPdf())).toEqual({ unread: 'locked' });
  });

  test('ends at the limit of pages', async () => {
    const pages = Array.from({ length: LIMITS.documentPages + 1 }, () => 'x');
    expect(await read('book.pdf', pdfOf(pages))).toEqual({ unread: 'long' });
  });

  test('of a bomb is given up, in time and without taking the program with it', async () => {
    const bomb = pdfBomb(400);
    expect(bomb.length).toBeLessThan(2_000_000);
    const found = await read('bomb.pdf', bomb, { withinMs: 8000 });
    expect(['long', 'slow']).toContain('unread' in found ? found.unread : found.text.length);
    expect(await words('after.pdf', pdfOf(['still here']))).toBe('still here');
  });
});

describe('the words of a Word file', () => {
  test('are read with lists, tables and notes', async () => {
    expect(await words('letter.docx', wordOf(['Dear Ada', 'all is well']))).toBe(
      'Dear Ada\n\nall is well',
    );
    expect(await words('a.docx', real('tables.docx'))).toContain('Bottom left');
    expect(await words('a.docx', real('footnotes.docx'))).toContain('A tachyon walks into a bar.');
    expect(await words('a.docx', real('utf8-bom.docx'))).toBe('This XML has a byte order mark.');
    expect(await words('a.docx', real('strict-format.docx'))).toBe('Test');
  });

  test('are read without its pictures, wherever those lie', async () => {
    for (const name of ['tiny-picture.docx', 'external-picture.docx'])
      expect(await read(name, real(name)), name).toEqual({ unread: 'scan' });
  });

  test('are not read without a password, and the file says so', async () => {
    expect(await read('secret.docx', lockedWord())).toEqual({ unread: 'locked' });
  });

  test('of a bomb are not unpacked beyond the limit, whatever sizes it claims', async () => {
    const body = Buffer.alloc(LIMITS.unpackedBytes + 1, '<w:p><w:r><w:t>A</w:t></w:r></w:p>');
    for (const claims of [body.length, 100]) {
      const parts = wordParts(body).map((p) => (p.bytes.length > 10_000 ? { ...p, claims } : p));
      expect(await read('bomb.docx', zipOf(parts))).toEqual({ unread: 'long' });
    }
    const many = Array.from({ length: 6000 }, (_, i) => ({
      name: `${i}.xml`,
      bytes: body.subarray(0, 9),
    }));
    expect(await read('many.docx', zipOf(many))).toEqual({ unread: 'long' });
  });

  test('nested deeper than anybody writes end as damaged or too long', async () => {
    const depth = 200_000;
    const body = '<w:p>'.repeat(depth) + '</w:p>'.repeat(depth);
    const found = await read('deep.docx', zipOf(wordParts(body)), { withinMs: 15_000 });
    expect(found).toHaveProperty('unread');
    expect(await words('after.docx', wordOf(['still here']))).toBe('still here');
  });
});

test('a damaged file of any kind is said to be damaged, and never breaks anything', async () => {
  const whole: [string, Buffer][] = [
    ['a.pdf', pdfOf(['some words', 'on two pages'])],
    ['a.docx', wordOf(['some words'])],
  ];
  for (const [name, bytes] of whole) {
    expect(await read(name, new Uint8Array())).toEqual({ unread: 'damaged' });
    expect(await read(name, Buffer.from('MZ, a program'))).toEqual({ unread: 'damaged' });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.nat(255),
        fc.boolean(),
        async (at, value, isCut) => {
          const broken = Buffer.from(isCut ? bytes.subarray(0, at) : bytes);
          if (!isCut) broken[at] = value;
          const found = await read(name, broken);
          expect('text' in found || found.unread !== 'kind').toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  }
});

test('long plain files are read beside the engine’s thread, with the same words', async () => {
  const long = `${'word '.repeat(80_000)}end`;
  expect(await words('long.txt', Buffer.from(long))).toBe(long);
  expect(await words('long.html', Buffer.from(`<p>${long}</p>`))).toBe(long);
  const stopped = await read('long.txt', Buffer.from(long), { signal: AbortSignal.abort() });
  expect(stopped).toEqual({ unread: 'slow' });
  expect(await words('short.txt', Buffer.from('short'))).toBe('short');
});

test('a package is taken apart and put together again without a difference', () => {
  const part = fc.record({
    name: fc.stringMatching(/^[a-z]{1,12}\.xml$/),
    bytes: fc.uint8Array({ maxLength: 2000 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(part, { selector: (p) => p.name }), (parts) => {
      const same = (bytes: Uint8Array) =>
        partsOf(bytes, () => true, 1e6).map((p) => [p.name, [...p.bytes]]);
      const wanted = parts.map((p) => [p.name, [...p.bytes]]);
      expect(same(packageOf(parts))).toEqual(wanted);
      expect(same(zipOf(parts))).toEqual(wanted);
    }),
  );
  const parts = [{ name: 'a.xml', bytes: new Uint8Array(50) }];
  expect(() => partsOf(zipOf(parts), () => true, 49)).toThrow(TooLargeError);
});
