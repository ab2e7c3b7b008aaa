// Files before they are believed: every hostile or broken one gives one finding with its place.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../base/limits.ts';
import { scan } from './scan.ts';

const fault = (file: string | Uint8Array) => {
  const scanned = scan(file);
  return scanned.ok ? undefined : scanned.fault;
};
const placed = (file: string) => {
  const found = fault(file);
  return found && [found.code, found.line, found.column];
};

describe('what is broken is found where it is', () => {
  test.each<[string, string, number, number]>([
    ['{"a": 1,}', 'file_broken', 1, 9],
    ['{\n  "a": tru\n}', 'file_broken', 2, 8],
    ['[1 2]', 'file_broken', 1, 4],
    ['{"a" 1}', 'file_broken', 1, 6],
    ['{a: 1}', 'file_broken', 1, 2],
    ['[01]', 'file_broken', 1, 3],
    ['{"a": "line\nbreak"}', 'file_broken', 1, 12],
    ['["a\\\\\\x"]', 'file_broken', 1, 6],
    [`["${'a'.repeat(2000)}\u0007"]`, 'file_broken', 1, 2003],
    ['{} {}', 'file_broken', 1, 4],
    ['{"a": [1, 2', 'file_cut_off', 1, 12],
    ['{"a": "open', 'file_cut_off', 1, 12],
  ])('%s', (text, code, line, column) => expect(placed(text)).toEqual([code, line, column]));
});

test('names that reach into an object are refused, however they are spelt', () => {
  for (const name of ['__proto__', 'constructor', 'prototype', '\\u005f\\u005fproto__'])
    expect(placed(`{"a": {\n"${name}": {}}}`)).toEqual(['file_forbidden_name', 2, 1]);
  expect(fault('{"a": "__proto__"}')).toBeUndefined();
});

test('a name that stands twice in one place is refused, for one of the two would be lost', () => {
  expect(placed('{"a": 1, "b": {"a": 2}, "a": 3}')).toEqual(['file_double_name', 1, 25]);
});

test('nesting is followed to the limit and no further', () => {
  const nested = (n: number): string => '['.repeat(n) + ']'.repeat(n);
  expect(fault(nested(LIMITS.documentDepth))).toBeUndefined();
  expect(fault(nested(LIMITS.documentDepth + 1))?.code).toBe('file_too_deep');
  expect(fault('{"a":'.repeat(10_000))?.code).toBe('file_too_deep');
});

test('what is too large, empty or no text is refused before it is looked into', () => {
  expect(fault('x'.repeat(LIMITS.documentBytes + 1))?.code).toBe('file_too_big');
  for (const empty of ['', ' \n\t', '\uFEFF']) expect(fault(empty)?.code).toBe('file_empty');
  expect(fault(new Uint8Array([0x22, 0xff, 0x22]))?.code).toBe('file_not_text');
});

test('a lone surrogate, a megabyte of text and a byte order mark are fine', () => {
  for (const text of ['["\\ud800"]', `["${'\\\\x"'.slice(0, 3).repeat(400_000)}"]`, '\uFEFF{}'])
    expect(scan(text)).toMatchObject({ ok: true });
});

test('exactly what JSON accepts passes, as long as no limit and no name stands against it', () => {
  const json = fc.json({ maxDepth: 5 });
  const spoilt = fc
    .tuple(json, fc.nat(), fc.constantFrom('', '"', '{', ',', '\\', '1', 'e', '\u0007'))
    .map(([text, at, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + 1);
    });
  const accepts = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const OURS = ['file_forbidden_name', 'file_double_name', 'file_empty'];
  fc.assert(
    fc.property(fc.oneof(json, spoilt), (text) => {
      const found = fault(text);
      if (found && OURS.includes(found.code)) return;
      expect([text, found === undefined]).toEqual([text, accepts(text)]);
    }),
    { numRuns: 2000 },
  );
});

test('twenty megabytes are judged within two seconds', () => {
  const started = performance.now();
  expect(fault(`[${'1,'.repeat(9_000_000)}1]`)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(10_000);
});
