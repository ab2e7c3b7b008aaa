// Ids: what a document may use, and new ones made of names.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgeId, freshId, isId, mintId } from './ids.ts';

test('two underscores, capitals, and names an object is made of are never ids', () => {
  for (const good of ['a', 'check_policy', 'step_2', 'a1_b2', 'x'.repeat(48)])
    expect([good, isId(good)]).toEqual([good, true]);
  for (const bad of [
    '',
    'A',
    '_a',
    'a_',
    'a__b',
    '1a',
    'a-b',
    'a.b',
    'é',
    '__proto__',
    'constructor',
    'prototype',
    'ask_owner',
    'wf',
    'x'.repeat(49),
  ])
    expect([bad, isId(bad)]).toEqual([bad, false]);
});

test('any name becomes an id that nothing else has', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 80, unit: 'grapheme' }), { maxLength: 20 }),
      (names) => {
        const taken = new Set<string>();
        for (const name of names) {
          const id = freshId(name, taken);
          expect(isId(id)).toBe(true);
          expect(taken.has(id)).toBe(false);
          taken.add(id);
        }
      },
    ),
  );
});

test('ids read like their names', () => {
  expect(freshId('How much?', new Set())).toBe('how_much');
  expect(freshId('Prüfe den Beleg', new Set())).toBe('prufe_den_beleg');
  expect(freshId('Send mail', new Set(['send_mail', 'send_mail_2']))).toBe('send_mail_3');
  expect(freshId('送信', new Set(), 'call_tool')).toBe('call_tool');
  expect(freshId('constructor', new Set())).toBe('step');
});

test('an arrow is named by its ends and its way', () => {
  expect(edgeId({ from: 'a', port: 'ok', to: 'b' })).toBe('a:ok>b');
});

test('minted ids are as random as what is handed in', () => {
  expect(mintId('run_', () => 0)).toBe('run_2222222222');
  expect(mintId('run_', () => 0.999999)).toBe('run_zzzzzzzzzz');
});
