// One spelling for every value: what is equal hashes alike, in every program that reads it.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, hashOf, hashText } from './canonical.ts';

const json = fc.jsonValue({ maxDepth: 4 });

/** The same value with the keys of every record the other way round. */
function shuffled(x: unknown): unknown {
  if (Array.isArray(x)) return x.map(shuffled);
  if (typeof x !== 'object' || x === null) return x;
  return Object.fromEntries(
    Object.entries(x)
      .reverse()
      .map(([k, v]) => [k, shuffled(v)]),
  );
}

test('the order in which a record was written does not count', () => {
  fc.assert(
    fc.property(json, (v) => {
      expect(canonical(shuffled(v))).toBe(canonical(v));
    }),
  );
});

test('different values are spelt differently', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      if (canonical(a) === canonical(b))
        expect(JSON.parse(canonical(a))).toEqual(JSON.parse(canonical(b)));
    }),
  );
});

test('the spelling can be read back', () => {
  fc.assert(
    fc.property(json, (v) => {
      expect(canonical(JSON.parse(canonical(v)))).toBe(canonical(v));
    }),
  );
});

test('the hash is SHA-256, as every other program computes it', () => {
  for (const text of ['', 'a', 'ä€😀', 'x'.repeat(100_000)])
    expect(hashText(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
});

test('broken characters, nothing and absent parts have a spelling too', () => {
  expect(canonical('\ud800')).toBe('"\ufffd"');
  expect(canonical({ b: undefined, a: [undefined] })).toBe('{"a":[null]}');
  expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
});
