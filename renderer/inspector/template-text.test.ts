// Promises of texts with places: see template-text.ts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesIn, placeText, shownText, storedText } from './template-text.ts';

const KNOWN = ['input.amount', 'steps.a.value.total', 'steps.b.value.total'];
const isKnown = (path: string): boolean => KNOWN.includes(path);

test('what is shown and stored again is the same text', () => {
  const part = fc.oneof(
    fc.string({ maxLength: 12 }).filter((text) => !/[{}]/.test(text)),
    fc.constantFrom(...KNOWN, 'steps.gone.value').map(placeText),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      const value = text.includes('{{') ? { '@text': text } : text;
      expect(storedText(shownText(value), isKnown, value)).toEqual(value);
    }),
  );
});

test('two braces somebody merely wrote stay two braces', () => {
  expect(storedText('Write {{name}} here', isKnown, 'Write {{name}}')).toBe('Write {{name}} here');
  expect(storedText('Pay {{input.amount}}', isKnown, 'Pay ')).toEqual({
    '@text': 'Pay {{input.amount}}',
  });
});

test('fallbacks go with their places, and none is made up', () => {
  const before = {
    '@text': 'Pay {{input.amount}} of {{steps.a.value.total}}',
    else: { 'input.amount': 0, 'steps.a.value.total': '' },
  };
  expect(placesIn(before)).toEqual(['input.amount', 'steps.a.value.total']);
  expect(storedText('Pay', isKnown, before)).toBe('Pay');
  expect(storedText('Pay {{input.amount}} now', isKnown, before)).toEqual({
    '@text': 'Pay {{input.amount}} now',
    else: { 'input.amount': 0 },
  });
});
