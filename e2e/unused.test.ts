// The search for unused code finds what it should and leaves alone what it should.
import { expect, test } from 'vitest';
import { unusedIn } from './unused.ts';

const main = {
  name: 'engine/cli/main.ts',
  text: `import { one } from '../base/one.ts'; import type { Shape } from '../base/one.ts';
    const later = await import('../base/lazy.ts'); one(later as Shape);`,
};
const one = {
  name: 'engine/base/one.ts',
  text: 'export const one = (s: Shape) => s; export interface Shape {}',
};
const lazy = { name: 'engine/base/lazy.ts', text: 'export const all = 1; export const of = 2;' };

test('code in use is left alone, and so is what is loaded later', () => {
  expect(unusedIn([main, one, lazy])).toEqual([]);
});

test('a file nothing imports is named', () => {
  const dead = { name: 'engine/base/dead.ts', text: 'export const dead = 1;' };
  expect(unusedIn([main, one, lazy, dead])).toEqual([
    'engine/base/dead.ts is reached by no entry point',
  ]);
});

test('a shipped file that only its test imports is named', () => {
  const dead = { name: 'engine/base/dead.ts', text: 'export const dead = 1;' };
  const tested = { name: 'engine/base/dead.test.ts', text: "import { dead } from './dead.ts';" };
  expect(unusedIn([main, one, lazy, dead, tested])).toEqual([
    'engine/base/dead.ts is reached by no entry point',
  ]);
});

test('an exported value or type that nobody names is found', () => {
  const more = { ...one, text: `${one.text} export function two() {} export type Three = 3;` };
  expect(unusedIn([main, more, lazy])).toEqual([
    'engine/base/one.ts exports two, which nothing uses',
    'engine/base/one.ts exports Three, which nothing uses',
  ]);
});

test('a mention in a comment is no use', () => {
  const more = { ...one, text: `${one.text} export type Three = 3; // Three is here` };
  expect(unusedIn([main, more, lazy])).toEqual([
    'engine/base/one.ts exports Three, which nothing uses',
  ]);
});
