// What settings look at, found by form alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../base/value.ts';
import { mapReferences, referencesIn } from './references.ts';

const SETTINGS: Json = {
  plain: '{{input.no}}',
  to: { '@ref': 'steps.read.value.mail', else: { '@ref': 'input.mail' } },
  text: { '@text': 'Hi {{ input.name }} {{steps.read.value.x}}', else: { 'input.name': 'you' } },
  cases: [{ when: { all: [{ field: 'steps.read.port', op: 'is', value: { '@ref': 'item' } }] } }],
  field: { id: 'amount', label: 'Amount', kind: 'money' },
};

test('every reference, place in a text and field of a condition is found', () => {
  expect(referencesIn(SETTINGS).map((r) => [r.how, r.path, r.at, r.hasElse])).toEqual([
    ['ref', 'steps.read.value.mail', 'to', true],
    ['ref', 'input.mail', 'to.else', false],
    ['text', 'input.name', 'text', true],
    ['text', 'steps.read.value.x', 'text', false],
    ['condition', 'steps.read.port', 'cases.0.when.all.0.field', true],
    ['ref', 'item', 'cases.0.when.all.0.value', false],
  ]);
});

test('renaming paths renames exactly them', () => {
  const renamed = mapReferences(SETTINGS, (path) => path.replace('steps.read.', 'steps.read_2.'));
  const back = mapReferences(renamed, (path) => path.replace('steps.read_2.', 'steps.read.'));
  expect(JSON.stringify(renamed).match(/read_2/g)).toHaveLength(3);
  expect(back).toEqual(
    JSON.parse(JSON.stringify(SETTINGS).replace('{{ input.name }}', '{{input.name}}')),
  );
});

test('any settings can be searched and mapped; mapping to itself changes nothing', () => {
  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(json, (settings) => {
      referencesIn(settings);
      expect(mapReferences(settings, (path) => path)).toEqual(settings);
    }),
  );
});
