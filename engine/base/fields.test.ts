// Declared fields as the one check for inputs, answers, arguments and forms.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitFields } from './fields.ts';
import { KINDS, type Field, type Kind } from './kinds.ts';
import type { Json } from './value.ts';

const field = (kind: Kind, more: Partial<Field> = {}): Field => ({
  id: 'it',
  label: 'It',
  kind,
  ...more,
});
const codes = (f: Field, v: Json): string[] => fitFields([f], { it: v }).faults.map((x) => x.code);
const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
const anyField = fc.record({
  id: fc.constant('it'),
  label: fc.constant('It'),
  kind: fc.constantFrom(...KINDS),
  required: fc.boolean(),
  choices: fc.constant([{ id: 'a', label: 'A' }]),
}) as fc.Arbitrary<Field>;

test('anything may be checked against anything and never throws', () => {
  fc.assert(
    fc.property(anyField, json, (f, v) => {
      const first = fitFields([f], v);
      for (const fault of first.faults) expect(fault.code).toMatch(/^[a-z_]+$/);
      if (first.faults.length === 0)
        expect(fitFields([f], first.value)).toEqual({ value: first.value, faults: [] });
    }),
    { numRuns: 500 },
  );
});

test('what nobody declared is a fault, and so is what is missing', () => {
  const two = [field('text', { required: true }), field('number', { id: 'n' })];
  expect(fitFields(two, { it: 'x', stray: 1 }).faults).toMatchObject([
    { field: 'stray', code: 'unknown_field' },
  ]);
  for (const v of [{}, { it: '' }, { it: null }] as Json[])
    expect(fitFields(two, v).faults).toMatchObject([{ field: 'it', code: 'missing' }]);
  expect(fitFields(two, { it: 'x', n: null })).toEqual({ value: { it: 'x' }, faults: [] });
});

describe('a kind', () => {
  test.each<[Field, Json[], Json[]]>([
    [
      field('money'),
      [0, 0.01, 499.99, 5000.01, -3.1],
      [0.001, Number.POSITIVE_INFINITY, '5', true],
    ],
    [field('number', { min: 1, max: 3 }), [1, 2.5, 3], [0.99, 3.01, '2']],
    [
      field('date'),
      ['2026-11-20', '2028-02-29'],
      ['2026-02-29', '20.11.2026', '2026-11-20T10:00', 5],
    ],
    [field('yes_no'), [true, false], ['yes', 1]],
    [field('choice', { choices: [{ id: 'a', label: 'A' }] }), ['a'], ['A', 'b', 'toString', 1]],
    [
      field('mail'),
      ['a@b.example', 'x.y+z@sub.b.example'],
      ['a@b', 'a b@c.de', 'Ann <a@b.de>', 'a@b.de,c@d.de'],
    ],
    [
      field('link'),
      ['https://a.example/x?y=1', 'mailto:a@b.de'],
      [['javascript', 'alert(1)'].join(':'), 'a.example', 'file:///x'],
    ],
    [field('file'), [{ name: 'a.txt' }], ['a.txt', { size: 1 }]],
    [field('list', { of: field('number') }), [[], [1, 2]], [[1, 'x'], 'x', { 0: 1 }]],
    [
      field('record', { fields: [field('number', { id: 'n', required: true })] }),
      [{ n: 1 }],
      [{}, { n: 1, m: 2 }, []],
    ],
  ])('%o takes what it should and nothing else', (f, good, bad) => {
    for (const v of good) expect([v, codes(f, v)]).toEqual([v, []]);
    for (const v of bad) expect([v, codes(f, v).length > 0]).toEqual([v, true]);
  });

  test('inside lists and records is named by its place', () => {
    const rows = field('list', {
      of: field('record', { id: 'row', fields: [field('number', { id: 'n' })] }),
    });
    expect(fitFields([rows], { it: [{ n: 1 }, { n: 'x' }] }).faults).toMatchObject([
      { field: 'it.1.n', code: 'not_a_number' },
    ]);
  });
});

test('spaces alone are no answer where one is needed, and stay as they are elsewhere', () => {
  const said = { id: 'said', label: 'Said', kind: 'text' } as const;
  for (const v of [' ', '\n\t ', '\u00a0']) {
    expect(fitFields([{ ...said, required: true }], { said: v }).faults).toMatchObject([
      { field: 'said', code: 'missing' },
    ]);
    expect(fitFields([said], { said: v })).toEqual({ value: { said: v }, faults: [] });
  }
});

test('text with broken characters comes out whole', () => {
  expect(fitFields([field('text')], { it: 'a\uD800b' }).value).toEqual({ it: 'a\uFFFDb' });
});
