// Which kinds of value may fill a field of a kind. The door judges the value itself; this is what
// can be known from what is declared.

import type { Kind } from '../base/kinds.ts';

/** Kinds a text may stand for. */
export const OF_TEXT = new Set<Kind>(['text', 'long_text', 'choice', 'mail', 'link']);
const AS_TEXT = new Set<Kind>([...OF_TEXT, 'number', 'money', 'date', 'yes_no']);

/** Kinds that may fill a field of a kind; what is not listed takes only its own kind. */
export const FITS: Partial<Record<Kind, Set<Kind>>> = {
  text: AS_TEXT,
  long_text: AS_TEXT,
  number: new Set<Kind>(['number', 'money']),
  money: new Set<Kind>(['number', 'money']),
  choice: OF_TEXT,
  mail: new Set<Kind>(['mail', 'text', 'choice']),
  link: new Set<Kind>(['link', 'text', 'choice']),
  date: new Set<Kind>(['date', 'text']),
};

/** May a value of kind `from` stand where `to` is wanted? What is not known may always. */
export const mayFill = (to: Kind | undefined, from: Kind | undefined): boolean =>
  to === undefined || from === undefined || (FITS[to] ?? new Set([to])).has(from);
