// Declared fields as a schema: strict enough for a model, plain enough for a form.
import { Validator, type Schema } from '@cfworker/json-schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitFields } from './fields.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { Field } from './kinds.ts';
import type { Json } from './value.ts';

const FIELDS: Field[] = [
  { id: 'amount', label: 'Amount', kind: 'money', currency: 'EUR', min: 0, required: true },
  { id: 'day', label: 'Day', kind: 'date' },
  { id: 'kind', label: 'Kind', kind: 'choice', choices: [{ id: 'a', label: 'A' }], example: 'a' },
  { id: 'rows', label: 'Rows', kind: 'list', of: { id: 'row', label: 'Row', kind: 'number' } },
  {
    id: 'who',
    label: 'Who',
    kind: 'record',
    fields: [{ id: 'mail', label: 'Mail', kind: 'mail' }],
  },
];
const judge = (use: 'answer' | 'form') => {
  const validator = new Validator(jsonSchemaOf(FIELDS, use) as Schema, '2020-12');
  return (v: unknown): boolean => validator.validate(v).valid;
};

test('a model must answer every field, may leave optional ones empty, and may add nothing', () => {
  const isRight = judge('answer');
  const whole = { amount: 1, day: null, kind: null, rows: null, who: null };
  expect(isRight(whole)).toBe(true);
  expect(isRight({ ...whole, day: '2026-11-20', kind: 'a', rows: [1], who: { mail: null } })).toBe(
    true,
  );
  for (const wrong of [
    {},
    { ...whole, amount: null },
    { ...whole, extra: 1 },
    { ...whole, kind: 'b' },
  ])
    expect(isRight(wrong)).toBe(false);
});

test('a form asks only for what is required, and shows choices by their names', () => {
  const isRight = judge('form');
  expect(isRight({ amount: 1 })).toBe(true);
  expect(isRight({})).toBe(false);
  expect(jsonSchemaOf(FIELDS, 'form')).toMatchObject({
    properties: { kind: { oneOf: [{ const: 'a', title: 'A' }], default: 'a' } },
  });
});

test('the schema never refuses what the fields accept', () => {
  const isRight = judge('form');
  const row = fc.record(
    {
      amount: fc.integer({ min: 0, max: 1e9 }).map((cents) => cents / 100),
      day: fc.constant('2026-11-20'),
      kind: fc.constant('a'),
      rows: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
      who: fc.constant({ mail: 'a@b.example' }),
    },
    { requiredKeys: ['amount'] },
  ) as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(row, (v) => {
      const { value, faults } = fitFields(FIELDS, v);
      expect(faults).toEqual([]);
      expect(isRight(value)).toBe(true);
    }),
  );
});
