// What people type on the command line, as the values a workflow declared.
import { expect, test } from 'vitest';
import type { Field } from '../base/kinds.ts';
import { pair, readInput, typed, typedPairs, withExamples } from './input.ts';

const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  id: 'f',
  label: 'F',
  kind,
  ...more,
});

test('a text becomes the value its field declares', () => {
  expect(typed(field('money'), '499.99')).toBe(499.99);
  expect(typed(field('money'), '$5,000.01')).toBe(5000.01);
  expect(typed(field('number'), '-3')).toBe(-3);
  expect(typed(field('yes_no'), 'yes')).toBe(true);
  expect(typed(field('yes_no'), 'False')).toBe(false);
  expect(typed(field('text'), '320')).toBe('320');
  expect(typed(field('date'), '2026-11-20')).toBe('2026-11-20');
  expect(typed(field('list', { of: field('number') }), '1, 2')).toEqual([1, 2]);
  expect(typed(field('list', { of: field('text') }), '["a,b"]')).toEqual(['a,b']);
  expect(typed(field('record'), '{"a":1}')).toEqual({ a: 1 });
  expect(typed(undefined, '12')).toBe('12');
  expect(typed(field('file'), '{"name":"a.txt"}')).toEqual({ name: 'a.txt' });
  expect(typed(field('file'), 'a.txt')).toBe('a.txt');
});

test('what does not fit travels on as it is, so that the engine says what is wrong', () => {
  expect(typed(field('money'), 'much')).toBe('much');
  expect(typed(field('money'), '')).toBe(null);
  expect(typed(field('number'), '1e3')).toBe('1e3');
  expect(typed(field('number'), 'Infinity')).toBe('Infinity');
  expect(typed(field('number'), '0x10')).toBe('0x10');
  expect(typed(field('yes_no'), 'maybe')).toBe('maybe');
  expect(typed(field('yes_no'), 'constructor')).toBe('constructor');
  expect(typed(field('record'), '{"__proto__": {"a": 1}}')).toBe('{"__proto__": {"a": 1}}');
});

test('a pair is cut at its first equals sign', () => {
  expect(pair('a=b=c')).toEqual(['a', 'b=c']);
  expect(pair('a=')).toEqual(['a', '']);
  expect(() => pair('a')).toThrow('name=value');
  expect(() => pair('=a')).toThrow('name=value');
});

test('of several values for one field the last counts', () => {
  expect(typedPairs([field('number')], ['f=1', 'f=2', 'other=x'])).toEqual({ f: 2, other: 'x' });
});

test('an input that is no object is refused with what it should be', () => {
  for (const text of ['[1]', '"a"', 'null', '', '{', '{"a":1,"a":2}', '{"__proto__":1}'])
    expect(() => readInput(text), text).toThrow(/^--input /);
  expect(() => readInput('@/nowhere/at-all.json')).toThrow('/nowhere/at-all.json cannot be read');
  expect(() => readInput('@')).toThrow('@ cannot be read');
  expect(readInput('{"a":1}')).toEqual({ a: 1 });
});

test('examples stand in only for what was not given', () => {
  const fields = [field('text', { example: 'e' }), { ...field('text'), id: 'g' }];
  expect(withExamples(fields, {})).toEqual({ input: { f: 'e' }, taken: ['f'] });
  expect(withExamples(fields, { f: '' })).toEqual({ input: { f: '' }, taken: [] });
});
