// Promises of texts with places: see template-text.ts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesFor, shownText, storedText } from './template-text.ts';

const NAMES: Record<string, string> = {
  'input.amount': 'Form: Amount',
  'steps.a.value.total': 'Read: Total',
  'steps.b.value.total': 'Read: Total',
};
const places = placesFor(Object.keys(NAMES), (path) => NAMES[path] as string);

test('what is shown and stored again is the same text', () => {
  const part = fc.oneof(
    fc.string({ maxLength: 12 }).filter((text) => !/[{}‹›]/.test(text)),
    fc.constantFrom(...Object.keys(NAMES), 'steps.gone.value').map((path) => `{{${path}}}`),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      const value = text.includes('{{') ? { '@text': text } : text;
      expect(storedText(shownText(value, places), places, value)).toEqual(value);
    }),
  );
});

test('two values that would read the same can be told apart', () => {
  const shown = shownText({ '@text': '{{steps.a.value.total}} {{steps.b.value.total}}' }, places);
  expect(shown).toBe('‹Read: Total› ‹Read: Total 2›');
});

test('a text without places stays a plain text, and fallbacks of removed places go', () => {
  const before = { '@text': 'Pay {{input.amount}}', else: { 'input.amount': 0 } };
  expect(storedText('Pay', places, before)).toBe('Pay');
  expect(storedText('Pay ‹Form: Amount› now', places, before)).toEqual({
    '@text': 'Pay {{input.amount}} now',
    else: { 'input.amount': 0 },
  });
});
