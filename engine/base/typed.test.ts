// Text that people type, read as what it stands for.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitFields } from './fields.ts';
import { KINDS, type Field, type Kind } from './kinds.ts';
import { parseTyped } from './typed.ts';
import type { Json } from './value.ts';

const field = (kind: Kind, more: Partial<Field> = {}): Field => ({
  id: 'it',
  label: 'It',
  kind,
  ...more,
});
const choice = field('choice', {
  choices: [
    { id: 'taxi', label: 'Taxi ride' },
    { id: 'other', label: 'Other' },
  ],
});

describe('what is typed is read as its kind', () => {
  test.each<[Field, string, Json]>([
    [field('money'), '499.99', 499.99],
    [field('money'), ' $5,000.01 ', 5000.01],
    [field('money'), '-$3', -3],
    [field('number'), '1,250', 1250],
    [field('number'), '.5', 0.5],
    [field('date'), '2026-02-28', '2026-02-28'],
    [field('date'), '2026-02-28T10:00:00Z', '2026-02-28'],
    [field('yes_no'), 'Yes', true],
    [field('yes_no'), 'nein', false],
    [choice, 'taxi', 'taxi'],
    [choice, 'Taxi Ride', 'taxi'],
    [field('list', { of: field('number') }), '1, 2', [1, 2]],
    [field('list', { of: field('text') }), '["a,b"]', ['a,b']],
    [field('list', { of: field('text') }), 'a, b', ['a', 'b']],
    [field('list', { of: field('number') }), '5', [5]],
    [field('record'), '{"a": 1}', { a: 1 }],
    [field('text'), ' as it is ', ' as it is '],
    [field('mail'), ' a@b.example ', 'a@b.example'],
    [field('number'), '  ', null],
  ])('%o from “%s”', (f, text, value) => expect(parseTyped(f, text)).toEqual(value));
});

test('what can be read in two ways, or not at all, stays text and is then refused', () => {
  const doubtful: [Field, string][] = [
    [field('money'), '1.250,50'],
    [field('money'), '12,34'],
    [field('number'), '1e3'],
    [field('number'), '0x10'],
    [field('date'), '03/04/2026'],
    [field('date'), '2026-02-30'],
    [field('yes_no'), 'maybe'],
    [choice, 'bus'],
    [field('record'), '{"a":'],
  ];
  for (const [f, text] of doubtful) {
    expect(parseTyped(f, text)).toBe(text);
    expect(fitFields([f], { it: text }).faults).toHaveLength(1);
  }
});

test('any text for any kind gives a value or the text, never an exception', () => {
  const any = fc.constantFrom(...KINDS).map((kind) => field(kind, { of: field('number') }));
  fc.assert(fc.property(any, fc.string(), (f, text) => void parseTyped(f, text)));
});
