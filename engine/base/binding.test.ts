// References and texts: looked up, never evaluated; what is missing is said, never guessed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asText, look, pathsIn, resolve, type Scope } from './binding.ts';
import { valueOf, type Json } from './value.ts';

const scope: Scope = {
  input: { v: { amount: 320, note: '{{input.amount}}', empty: null }, labels: { '': ['input'] } },
  steps: {
    read: { port: 'ok', value: { v: { total: 9, text: 'hi' }, labels: { text: ['untrusted'] } } },
  },
  previous: { draft: { port: 'sent_back', value: valueOf({ note: 'shorter' }, 'user') } },
  item: valueOf({ name: 'Ann' }, 'crm'),
  index: 2,
  round: 3,
  today: '2026-11-20',
};
const value = (setting: Json): Json => resolve(setting, scope).value.v;

test('a bare text stays as it is, whatever stands in it', () => {
  expect(value('{{input.amount}}')).toBe('{{input.amount}}');
  expect(value({ deep: ['{{steps.read.value.text}}'] })).toEqual({
    deep: ['{{steps.read.value.text}}'],
  });
});

test('every root is looked up where it lies', () => {
  const paths = ['input.amount', 'steps.read.value.total', 'steps.read.port', 'item.name', 'index'];
  expect(paths.map((p) => look(scope, p)?.v)).toEqual([320, 9, 'ok', 'Ann', 2]);
  expect(['round', 'today', 'previous.draft.value.note'].map((p) => look(scope, p)?.v)).toEqual([
    3,
    '2026-11-20',
    'shorter',
  ]);
});

test('what is not there takes its fallback, also when the fallback is itself looked up', () => {
  expect(value({ '@ref': 'input.nothing', else: 7 })).toBe(7);
  expect(value({ '@ref': 'input.empty', else: { '@ref': 'input.amount' } })).toBe(320);
  expect(value({ '@text': 'a {{input.nothing}} b', else: { 'input.nothing': 'x' } })).toBe('a x b');
});

test('without a fallback the missing path is reported by name', () => {
  const { value: found, missing } = resolve(
    { a: { '@ref': 'steps.gone.value' }, b: { '@text': '{{input.nothing}}!' } },
    scope,
  );
  expect(missing).toEqual(['steps.gone.value', 'input.nothing']);
  expect(found.v).toEqual({ a: null, b: '!' });
});

test('what was put into a text is not read again', () => {
  expect(value({ '@text': '<{{input.note}}>' })).toBe('<{{input.amount}}>');
});

test('labels come along, each on the part it belongs to', () => {
  const { value: found } = resolve(
    { own: 'x', from: { '@ref': 'steps.read.value.text' }, made: { '@text': '{{item.name}}' } },
    scope,
  );
  expect(found.labels).toMatchObject({
    own: ['workflow'],
    from: ['untrusted'],
    made: ['crm', 'workflow'],
  });
});

test('nothing outside the declared roots can be reached', () => {
  for (const path of [
    'process.env',
    'constructor',
    '__proto__.x',
    'steps.toString',
    'input.__proto__',
  ])
    expect(look(scope, path)).toBeUndefined();
});

test('any setting resolves without throwing, and texts name their places in order', () => {
  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  fc.assert(fc.property(json, (setting) => void resolve(setting, scope)));
  expect(pathsIn('{{a}} {{ b.c }} {{not a path}} {{d_1}}')).toEqual(['a', 'b.c', 'd_1']);
});

test('values read as people write them', () => {
  expect(asText({ paid: true, rows: [1, 'x'], none: null })).toBe('paid: yes\nrows: 1, x\nnone: ');
});
