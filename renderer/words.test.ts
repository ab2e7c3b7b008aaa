// Which language a page begins in.
import { expect, test } from 'vitest';
import { firstLanguage } from './words.ts';

test('the address wins, then what was chosen, then the first language of the browser we know', () => {
  expect(firstLanguage('?lang=pseudo', 'de', ['de'])).toBe('pseudo');
  expect(firstLanguage('?lang=en', 'de', ['de'])).toBe('en');
  expect(firstLanguage('?lang=xx', 'de', ['en'])).toBe('de');
  expect(firstLanguage('', undefined, ['fr-FR', 'de-AT', 'en-US'])).toBe('de');
  expect(firstLanguage('', 'nonsense', ['fr'])).toBe('en');
  expect(firstLanguage('', undefined, [])).toBe('en');
});
