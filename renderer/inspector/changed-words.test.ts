// Promises of marking what changed in a sentence: see changed-words.ts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedWords } from './changed-words.ts';

const marked = (before: string, after: string): string =>
  changedWords(before, after)
    .map(({ text, isNew }) => (isNew ? `[${text}]` : text))
    .join('');

test('only the words that changed are marked', () => {
  const before = 'Goes Pay when Amount is less than $500. In every other case it goes Ask.';
  expect(marked(before, before)).toBe(before);
  expect(marked(before, before.replace('$500', '$300'))).toBe(
    'Goes Pay when Amount is less than [$300. ]In every other case it goes Ask.',
  );
  expect(marked('Asks a manager.', 'Asks a manager. It waits.')).toBe(
    'Asks a manager. [It waits.]',
  );
  expect(marked('It waits. Asks.', 'Asks.')).toBe('Asks.');
});

test('taken together the pieces are always the sentence', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', '**d**', '…'), { maxLength: 12 })
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = changedWords(before, after);
      expect(pieces.map(({ text }) => text).join('')).toBe(after);
    }),
  );
});
