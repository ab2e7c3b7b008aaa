// From a code and its parameters to a sentence. The only place where words meet data.
// T1 every sentence stands in the catalogue; a code without one is a bug the pseudo-language run
//     finds.
// T2 what a parameter says is never read as a template: a value cannot smuggle a placeholder in.
// T3 English is always there; another language is taught to a process that somebody reads it in, so
//    that a page in English never loads it.

import { en } from './en.ts';
import { costText, listText, moneyText, numberText, timeParts } from './format.ts';

export type Language = 'en' | 'de' | 'pseudo';
export type Params = Record<string, string | number>;
export type Catalogue = Record<string, string>;

const catalogues = new Map<Language, Catalogue>([
  ['en', en],
  ['pseudo', en],
]);
const locales: Record<Language, string> = { en: 'en-US', de: 'de-DE', pseudo: 'en-US' };

/** How numbers, amounts, days and lists are written in a language, as Intl names it. */
export const localeOf = (language: Language): string => locales[language];

/** Makes a language known to this process (T3). */
export const teach = (language: Language, catalogue: Catalogue): void =>
  void catalogues.set(language, catalogue);

const INNER = '[^|{}]*(?:\\{[\\w:]+\\}[^|{}]*)*';
const CHOICE = new RegExp(`\\{(\\w+)\\|(${INNER})\\|(${INNER})\\}`, 'g');
const PLACE = /\{(\w+)(?::(\w+))?\}/g;

/** How deep a sentence may be made of sentences; a code that names itself must end somewhere. */
const NESTED = 3;

/**
 * One parameter in the format its place asks for: `{x:money}` takes its currency from `currency`,
 * `{x:cost}` reads nano-dollars, `{x:time}` milliseconds, `{x:said}` another code of the catalogue
 * that is given the same parameters (a word it does not know is shown as it is), `{x:and}` and
 * `{x:or}` several things, one per line.
 */
function place(language: Language, params: Params, at: [string, string], depth: number): string {
  const [key, format] = at;
  const value = params[key] ?? '';
  const locale = locales[language];
  switch (format) {
    case 'money':
      return moneyText(locale, Number(value), String(params['currency'] ?? 'USD'));
    case 'cost':
      return costText(locale, Number(value));
    case 'number':
      return numberText(locale, Number(value));
    case 'time':
      return timeParts(Number(value))
        .map(({ code, n }) => fill(language, code, { n }, depth + 1))
        .join(' ');
    case 'and':
    case 'or': {
      const type = format === 'and' ? 'conjunction' : 'disjunction';
      const items = String(value).split('\n');
      return listText(
        locale,
        items.map((x) => nested(language, x, params, depth)),
        type,
      );
    }
    case 'said':
      return nested(language, String(value), params, depth);
    default:
      return String(value);
  }
}

/** A code of the catalogue as its sentence; any other word as it is. */
const nested = (language: Language, word: string, params: Params, depth: number): string =>
  isSaid(word) ? fill(language, word, params, depth + 1) : word;

/** `{name}` is replaced; `{n|one thing|{n} things}` picks by the number n. */
function fill(language: Language, code: string, params: Params, depth = 0): string {
  const template = catalogues.get(language)?.[code];
  if (template === undefined || depth > NESTED) return `[${code}]`;
  return template
    .replace(CHOICE, (_all, key: string, one: string, many: string) =>
      Number(params[key]) === 1 ? one : many,
    )
    .replace(PLACE, (all, key: string, format = '') =>
      Object.hasOwn(params, key) ? place(language, params, [key, format], depth) : all,
    );
}

/** Letters with accents and brackets: a string that shows up plain has bypassed the catalogue. */
const pseudo = (text: string): string =>
  `⟦${text.replace(/[aeiou]/g, (c) => ({ a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' })[c] ?? c)}⟧`;

/** The sentence for a code. Unknown codes come back as the code itself, in brackets. */
export function say(language: Language, code: string, params: Params = {}): string {
  const text = fill(language, code, params);
  return language === 'pseudo' ? pseudo(text) : text;
}

/** True when the catalogue knows the code. */
export const isSaid = (code: string): boolean => Object.hasOwn(en, code);
