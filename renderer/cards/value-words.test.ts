// Values in words: what a person agrees to is written the same way everywhere.
import { expect, test } from 'vitest';
import type { Field } from '../../engine/base/kinds.ts';
import { exactMoney, short, valueWords } from './value-words.ts';

const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  id: 'x',
  label: 'X',
  kind,
  ...more,
});

test('an amount that is agreed to shows its cents and its currency', () => {
  expect(exactMoney(1800)).toBe('$1,800.00');
  expect(valueWords(1750, field('money', { currency: 'EUR' }))).toBe('€1,750.00');
});

test('a choice is shown by its label, a day as a day, a file by its name', () => {
  const choices = [{ id: 'travel', label: 'Travel' }];
  expect(valueWords('travel', field('choice', { choices }))).toBe('Travel');
  expect(valueWords('2026-11-12', field('date'))).toBe('Nov 12, 2026');
  expect(valueWords({ name: 'receipt.txt', type: 'text/plain', size: 348 })).toBe('receipt.txt');
});

test('a record and a list are told by their parts', () => {
  const fields = [field('text', { id: 'name', label: 'Name' })];
  expect(valueWords({ name: 'Ada', paid_on: '2026-11-20' }, field('record', { fields }))).toBe(
    'Name: Ada, paid on: Nov 20, 2026',
  );
  expect(valueWords(['a', 'b'], field('list'))).toBe('a, b');
});

test('a value that is not there is no text, and a large one shows its beginning', () => {
  expect(valueWords(null)).toBe('');
  expect(valueWords({ '@blob': 'abc', size: 9000, preview: 'Dear' })).toBe('Dear');
});

test('a long text is cut at the end with an ellipsis', () => {
  expect(short('one two three', 8)).toBe('one two…');
});
