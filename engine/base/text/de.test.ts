// German stands beside English sentence by sentence: same codes, same places, its own numbers.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';
import { costText, listText, moneyText, numberText } from './format.ts';
import { localeOf, say, teach } from './say.ts';

beforeAll(() => teach('de', de));

const PLACE = /\{(\w+(?::\w+)?)\}/g;
const CHOICE = /\{(\w+)\|/g;
const found = (text: string, what: RegExp): Set<string> =>
  new Set([...text.matchAll(what)].map((match) => match[1] ?? ''));

test('no sentence is missing in German, and none is there that English does not have', () => {
  const codes = Object.keys(en);
  expect(codes.filter((code) => !Object.hasOwn(de, code))).toEqual([]);
  expect(Object.keys(de).filter((code) => !Object.hasOwn(en, code))).toEqual([]);
});

test('every part of the catalogue has its file in both languages', () => {
  const parts = (language: string): string[] =>
    readdirSync(path.join(import.meta.dirname, language)).filter((name) => name !== 'pair.ts');
  expect(parts('de')).toEqual(parts('en'));
});

test('every sentence has the same places in the same formats', () => {
  for (const [code, english] of Object.entries(en)) {
    const german = de[code] ?? english;
    expect([code, found(german, PLACE)]).toEqual([code, found(english, PLACE)]);
    // One language may need two forms where the other has one, but never by another number.
    const known = new Set([...found(english, PLACE), ...found(english, CHOICE)]);
    const names = new Set([...known].map((name) => name.replace(/:.*/, '')));
    expect([code, [...found(german, CHOICE)].filter((name) => !names.has(name))]).toEqual([
      code,
      [],
    ]);
    const bare = german.replace(/\{\w+(?::\w+)?\}/g, '').replace(/\{\w+\|[^{}]*\|[^{}]*\}/g, '');
    expect([code, /[{}]/.test(bare)]).toEqual([code, false]);
    expect([code, german.split('**').length % 2]).toEqual([code, 1]);
    expect([code, /^\s|\s$/.test(german)]).toEqual([code, /^\s|\s$/.test(english)]);
  }
});

test('numbers, amounts, days, lists and spans are written as in Germany', () => {
  const locale = localeOf('de');
  const plain = (text: string): string => text.replace(/\u00a0/g, ' ');
  expect(numberText(locale, 12_000.5)).toBe('12.000,5');
  expect(plain(moneyText(locale, 5000))).toBe('5.000 $');
  expect(plain(moneyText(locale, 499.99, 'EUR'))).toBe('499,99 €');
  expect(plain(costText(locale, 1_900_000))).toBe('0,0019 $');
  expect(listText(locale, ['A', 'B', 'C'], 'conjunction')).toBe('A, B und C');
  expect(new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(0)).toMatch(/197\d/);
  expect(say('de', 'contract.limit.minutes', { minutes: 220_000 })).toBe('3 min 40 s Arbeit');
  expect(say('de', 'contract.limit.minutes', { minutes: 172_800_000 })).toBe('2 Tage Arbeit');
  expect(say('de', 'bounds.money.above', { from: 500 }).replace(/\u00a0/g, ' ')).toBe('Über 500 $');
});

test('a sentence made of sentences is German throughout', () => {
  const said = say('de', 'contract.way.bounds', {
    bounds: 'bounds.money.under',
    to: 500,
    then: 'then.approval',
    who: 'who.role',
    role: 'manager',
  });
  expect(said.replace(/\u00a0/g, ' ')).toBe('**Unter 500 $**: fragt die Rolle „manager“.');
});

test('German is formal, in its own quotes, and without the words people must not meet', () => {
  const wrong = Object.entries(de).flatMap(([code, text]) => {
    const words = text.replace(/\w+\.json/g, '').replace(/\{[^{}]*\}/g, '');
    const isTerminal = /^(cli|api)\./.test(code);
    return [
      ['informal', /\b(du|dich|dir|dein\w*)\b/i],
      ['quotes', /”|(?<!\w)"|'/],
      ['percent', /\d%|\}%/],
      ['english', /\b(the|and|with|this|not|step|owner|approval)\b/],
      ...(isTerminal
        ? []
        : [['technical', /\b(Node|Payload|null|JSON|Variable|Exception)\b/] as const]),
    ].flatMap(([what, pattern]) =>
      (pattern as RegExp).test(words) ? [`${what} ${code}: ${text}`] : [],
    );
  });
  expect(wrong).toEqual([]);
});
