// No secret this process knows is written down or shown, in whatever form a text carries it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactor, HIDDEN } from './redactor.ts';

const SECRET = 'hush"/+\\7Qz-ü4711 <wxyz>';
const knowing = (...secrets: string[]) => {
  const redactor = createRedactor();
  for (const secret of secrets) redactor.learn(secret);
  return redactor;
};

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const FORMS: [string, (secret: string) => string][] = [
  ['as it is', (s) => s],
  ['base64', (s) => utf8(s).toString('base64')],
  ['base64 for addresses', (s) => utf8(s).toString('base64url')],
  ['base64 inside a longer one', (s) => utf8(`u:${s}:more`).toString('base64')],
  ['base64 at another offset', (s) => utf8(`abc:${s}`).toString('base64')],
  ['percent encoding', (s) => encodeURIComponent(s)],
  ['small percent encoding', (s) => encodeURIComponent(s).replace(/%../g, (x) => x.toLowerCase())],
  ['a form', (s) => new URLSearchParams({ k: s }).toString()],
  ['hex', (s) => utf8(s).toString('hex')],
  ['large hex', (s) => utf8(s).toString('hex').toUpperCase()],
  ['a JSON text', (s) => JSON.stringify({ k: s })],
  ['a JSON text in a JSON text', (s) => JSON.stringify(JSON.stringify({ k: s }))],
  ['HTML', (s) => s.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
  ['lines', (s) => s.match(/.{1,4}/gu)?.join('\n') ?? ''],
  ['lines made one', (s) => s.match(/.{1,9}/gu)?.join(' ') ?? ''],
  ['lines of a mail', (s) => s.match(/.{1,4}/gu)?.join('=\r\n') ?? ''],
  ['lines in a JSON text', (s) => JSON.stringify(s.match(/.{1,4}/gu)?.join('\r\n'))],
  [
    'base64 in lines',
    (s) =>
      utf8(s)
        .toString('base64')
        .match(/.{1,8}/g)
        ?.join('\r\n') ?? '',
  ],
];

/** Whether any six characters of the form itself are still there. */
const traces = (text: string, form: string): string[] => {
  const found: string[] = [];
  for (let at = 0; at + 8 <= form.length; at += 1)
    if (text.includes(form.slice(at, at + 8))) found.push(form.slice(at, at + 8));
  return found;
};

test.each(FORMS)('a secret is hidden as %s', (_name, form) => {
  const { text } = knowing(SECRET);
  const plain = form(SECRET);
  const hidden = text(`before ${plain} after`);
  expect(hidden).toContain(HIDDEN);
  expect(hidden).toMatch(/^before .*after$/s);
  expect(text(hidden)).toBe(hidden);
  const isPadded = /inside|offset/.test(_name);
  if (!isPadded && !/form|JSON/.test(_name)) expect(traces(hidden, plain)).toEqual([]);
  expect(hidden).not.toContain('7Qz');
});

test('any secret is hidden in any of these forms, anywhere in any text', () => {
  const secret = fc.string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 60 });
  const plain = fc.string({ unit: 'grapheme', maxLength: 40 });
  const form = fc.constantFrom(...FORMS.slice(0, 12));
  fc.assert(
    fc.property(secret, plain, plain, form, (own, before, after, [, make]) => {
      const trimmed = own.trim();
      fc.pre(trimmed.length >= 8 && !before.includes(trimmed) && !after.includes(trimmed));
      const { text } = knowing(trimmed);
      expect(text(`${before}${make(trimmed)}${after}`)).not.toContain(make(trimmed));
    }),
    { numRuns: 2000 },
  );
});

test('names of parts are looked at as well, and what holds no secret stays the same object', () => {
  const { deep } = knowing(SECRET);
  const clean = { a: ['x', { b: 1 }], c: null };
  expect(deep(clean)).toBe(clean);
  const mixed = { kept: clean, [SECRET]: 1, list: ['fine', `my ${SECRET}`] };
  const hidden = deep(mixed);
  expect(hidden).toEqual({ kept: clean, [HIDDEN]: 1, list: ['fine', `my ${HIDDEN}`] });
  expect(hidden.kept).toBe(clean);
});

test('who knows nothing changes nothing, and words too short to be secrets stay', () => {
  const value = { a: SECRET };
  expect(createRedactor().deep(value)).toBe(value);
  expect(knowing('abc', '').text('abc and more')).toBe('abc and more');
});

test('a secret that is part of another one does not leave the rest behind', () => {
  const { text } = knowing('hush-4711', 'hush-4711-and-more');
  expect(text('x hush-4711-and-more y')).toBe(`x ${HIDDEN} y`);
});
