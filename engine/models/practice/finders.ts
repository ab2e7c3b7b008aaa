// Finding things of one kind in a text: mail addresses, links, phone numbers, names, plain
// numbers.
// F1 every finder gives what it found with its place, in order, and never throws.

import { readDigits } from './numbers.ts';
import { anyWord, oneOf } from './patterns.ts';

/** Something found, as it will be answered, and where it stands. */
export type Found<T> = { value: T; at: number; end: number };

const MAIL =
  /(?<![\p{L}\d._%+-])[\p{L}\d][\p{L}\d._%+-]{0,63}@(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}/gu;
const LINK =
  /https?:\/\/[^\s<>"'()]*[^\s<>"'().,;:!?]|www\.[\p{L}\d-]+\.[^\s<>"'()]*[^\s<>"'().,;:!?]/giu;
const PHONE = /(?<![\w.,-])(?:\+|00)?\(?\d{1,4}\)?(?:[ /.-]?\(?\d{2,6}\)?){2,6}(?![\w-])/g;
const NUMBER = /(?<![\w.,])[-−]?(?:\d{1,3}(?:[.,'’ ]\d{3})+|\d+)(?:[.,]\d+)?(?![\d\p{L}])/gu;
const CODE = /(?<![\w@])(?=[\w/-]*\d)[A-Z\d][A-Z\d/-]{2,}[A-Z\d]\b|(?<=#)\d+/g;

const all = <T>(
  text: string,
  pattern: RegExp,
  read: (found: string, at: number) => T | undefined,
): Found<T>[] =>
  [...text.matchAll(pattern)].flatMap((m) => {
    const value = read(m[0], m.index);
    return value === undefined ? [] : [{ value, at: m.index, end: m.index + m[0].length }];
  });

export const findMails = (text: string): Found<string>[] => all(text, MAIL, (m) => m);

export const findLinks = (text: string): Found<string>[] =>
  all(text, LINK, (m) => (m.startsWith('http') ? m : `https://${m}`));

const RING = anyWord('phone*, mobile*, tel, call, ring, telefon*, handy, téléphone*, teléfono*');

/** Phone numbers: seven digits or more that begin like one, have three groups, or are called so. */
export const findPhones = (text: string): Found<string>[] =>
  all(text, PHONE, (m, at) => {
    const digits = m.replace(/\D/g, '').length;
    const isDate = /^\d{4}-\d\d?-\d\d?\b|^\d\d?[./]\d\d?[./]\d{2,4}$/.test(m);
    const isCalled = RING.test(text.slice(Math.max(0, at - 24), at));
    const isPhone = /^[+0(]/.test(m) || m.split(/[ /.-]+/).length >= 3 || isCalled;
    return digits < 7 || digits > 15 || isDate || !isPhone ? undefined : m.trim();
  });

export const findNumbers = (text: string): Found<number>[] =>
  all(text, NUMBER, (m) => {
    const minus = /^[-−]/.test(m);
    const value = readDigits(m.replace(/^[-−]/, ''));
    return value === undefined ? undefined : minus ? -value : value;
  });

/** Numbers of orders, invoices, customers: capitals and digits without a gap. */
export const findCodes = (text: string): Found<string>[] => all(text, CODE, (m) => m);

const WORD = "\\p{Lu}[\\p{L}'’-]+";
const SMALL = '(?:Dr|Prof|von|van|de|del|la|di|der)';
const PERSON = `(?:${SMALL}\\.? ){0,3}${WORD}(?:(?: ${SMALL}){0,3} (?:${WORD}|\\p{Lu}\\.)){0,3}`;
const PART = "(?:\\p{Lu}[\\p{L}\\d&'’.-]*|&|und|and|et|y)";
const FORM = oneOf(
  `Ltd, Limited, Inc, LLC, LLP, PLC, plc, Corp, Corporation, GmbH, AG, KG, OHG, SE, e.K., SA,
    S.A., SAS, SARL, S.L., SL, BV, B.V., NV, AB, Oy, ApS, A/S, SpA, S.p.A., Co`,
);
const COMPANY = new RegExp(
  `(?<!\\p{L})${PART}(?: ${PART}){0,4} (?:${FORM})(?![\\p{L}\\d])\\.?`,
  'gu',
);
/** Companies by the form of their name: "Holt & Sons Ltd". */
export const findCompanies = (text: string): Found<string>[] => all(text, COMPANY, (m) => m);

const FROM = '(?:^|\\n)[ \\t]*(?:from|von|de|name|kontakt|contact)[ \\t]*:[ \\t]*"?';
const SELF = oneOf(
  `My name is, my name is, I am, I'm, This is, this is, Ich bin, ich bin, Mein Name ist,
  mein Name ist, Je m'appelle, je m'appelle, Je suis, je suis, Me llamo, me llamo, Soy, soy`,
);
const TITLE = oneOf(
  `Mr, Mrs, Ms, Miss, Mx, Herr, Herrn, Frau, Mme, Monsieur, Madame, Sr, Sra, Señor, Señora,
    Dr, Prof`,
);
const GREETING = oneOf(
  `regards, sincerely, wishes, thanks, cheers, yours, Grüße, Grüßen, Gruß, cordialement,
  salutations, saludos, atentamente`,
);
/** From the surest sign of a name to the weakest. */
const NAMED: RegExp[] = [
  new RegExp(`${FROM}(${PERSON})"?[ \\t]+<?[^\\s@]+@`, 'giu'),
  new RegExp(`${FROM}([^"<\\n@]{3,60}?)"?[ \\t]*(?:<|\\n|$)`, 'giu'),
  new RegExp(`(?<!\\p{L})(?:${SELF}) (${PERSON})`, 'gu'),
  new RegExp(`(?<!\\p{L})(?:${TITLE})\\.? (${PERSON})`, 'gu'),
  new RegExp(`(?<!\\p{L})(?:${GREETING}),?\\s*\\n+\\s*(${PERSON})`, 'giu'),
  new RegExp(`(?<![\\p{L}.] )(?<=[\\p{Ll}:,] )(${WORD} ${WORD}(?: ${WORD})?)(?!\\p{L})`, 'gu'),
];

/** Names of people: said by name, by title, under a greeting, or two capitalised words together. */
export function findNames(text: string): Found<string>[] {
  const found: Found<string>[] = [];
  for (const pattern of NAMED)
    for (const m of text.matchAll(pattern)) {
      const value = (m[1] ?? '').trim();
      const at = m.index + m[0].lastIndexOf(m[1] ?? '');
      if (value.length < 2 || found.some((one) => one.value === value)) continue;
      found.push({ value, at, end: at + value.length });
    }
  return found;
}
