// Values and where they came from: a label may be gained on the way, never lost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isBlobRef,
  joinLabels,
  labelsAt,
  labelsInto,
  labelsUnder,
  partAt,
  valueOf,
  type Json,
  type Labels,
} from './value.ts';

const path = fc.constantFrom('', 'a', 'a.b', 'a.b.c', 'b', 'ab');
const labels: fc.Arbitrary<Labels> = fc.dictionary(
  path,
  fc.uniqueArray(fc.constantFrom('x', 'y')),
  {
    noNullPrototype: true,
  },
);

test('joining values keeps every label of each', () => {
  fc.assert(
    fc.property(labels, labels, (a, b) => {
      const joined = joinLabels(a, b);
      for (const [at, names] of [...Object.entries(a), ...Object.entries(b)])
        expect(joined[at]).toEqual(expect.arrayContaining(names));
    }),
  );
});

test('a part carries every label that touches it, wherever it is then put', () => {
  fc.assert(
    fc.property(labels, path, path, (all, from, to) => {
      const part = labelsUnder(all, from);
      const moved = labelsInto(part, to);
      for (const name of labelsAt(all, from)) {
        expect(labelsAt(part, '')).toContain(name);
        expect(labelsAt(moved, to)).toContain(name);
      }
    }),
  );
});

test('a label of one part does not touch a part that merely begins alike', () => {
  expect(labelsAt({ ab: ['untrusted'] }, 'a')).toEqual([]);
  expect(labelsAt({ 'a.b': ['untrusted'] }, 'a')).toEqual(['untrusted']);
});

test('a path finds own parts only, never what an object is made of', () => {
  const v: Json = { a: [{ b: 1 }], c: null };
  expect(partAt(v, 'a.0.b')).toBe(1);
  expect(partAt(v, '')).toEqual(v);
  for (const at of ['a.1', 'a.length', 'constructor', '__proto__', 'a.0.toString', 'c.d', 'a.-1'])
    expect(partAt(v, at)).toBeUndefined();
});

test('a large leaf is told from a record that only looks like one', () => {
  expect(isBlobRef({ '@blob': 'ff', size: 3, preview: '' })).toBe(true);
  expect(isBlobRef({ '@blob': 'ff' })).toBe(false);
});

test('labels of a plain value are sorted and each stands once', () => {
  expect(valueOf(1, 'b', 'a', 'b')).toEqual({ v: 1, labels: { '': ['a', 'b'] } });
});
