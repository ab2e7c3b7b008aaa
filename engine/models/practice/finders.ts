// Finding things of one kind in a text: mail addresses, links, phone numbers, names, plain numbers.
// F1 every finder gives what it found with its place, in order, and never throws.

import { readDigits } from './numbers.ts';

/** Something found, as it will be answered, and where it stands. */
export type Found<T> = { value: T; at: number; end: number };

const MAIL = /[\p{L}\d][\p{L}\d._%+-]*@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu;
const LINK = /https?:\/\/[^\s<>"'()]*[^\s<>"'().,;:!?]|www\.[\p{L}\d-]+\.[^\s<>"'()]*[^\s<>"'().,;:!?]/giu;
const PHONE = /(?<![\w.,-])(?:\+|00)?\(?\d{1,4}\)?(?:[ /.-]?\(?\d{2,6}\)?){2,6}(?![\w-])/g;
const NUMBER = /(?<![\w.,])[-−]?(?:\d{1,3}(?:[.,'’ ]\d{3})+|\d+)(?:[.,]\d+)?(?![\d\p{L}])/gu;
const CODE = /(?<![\w@])(?=[\w/-]*\d)[A-Z\d][A-Z\d/-]{2,}[A-Z\d]\b|(?<=#)\d+/g;

const all = <T>(text: string, pattern: RegExp, read: (found: string) => T | undefined): Found<T>[] =>
  [...text.matchAll(pattern)].flatMap((m) => {
    const value = read(m[0]);
    return value === undefined ? [] : [{ value, at: m.index, end: m.index + m[0].length }];
  });

export const findMails = (text: string): Found<string>[] => all(text, MAIL, (m) => m);

export const findLinks = (text: string): Found<string>[] =>
  all(text, LINK, (m) => (m.startsWith('http') ? m : `https://${m}`));

/** Phone numbers: at least seven digits, in a shape dates and amounts do not have. */
export const findPhones = (text: string): Found<string>[] =>
  all(text, PHONE, (m) => {
    const digits = m.replace(/\D/g, '').length;
    const isDate = /^\d{4}-\d\d?-\d\d?$|^\d\d?[./]\d\d?[./]\d{2,4}$/.test(m);
    const isPlain = /^\d+([.,]\d+)?$/.test(m) && !m.startsWith('0');
    return digits < 7 || digits > 15 || isDate || isPlain ? undefined : m.trim();
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
const PERSON = `(?:(?:Dr|Prof|von|van|de|del|la|di)\\.? )*${WORD}(?:(?: (?:von|van|de|del|la|di|der))* (?:${WORD}|\\p{Lu}\\.)){0,3}`;
const NAMED: RegExp[] = [
  /(?:^|\n)[ \t]*(?:from|von|de|name|kontakt|contact)[ \t]*:[ \t]*"?([^"<\n@]{3,60}?)"?[ \t]*(?:<|\n|$)/giu,
  new RegExp(
    `(?:[Mm]y name is|[Nn]ame is|[Ii] am|[Ii]'m|[Tt]his is|[Ii]ch bin|[Mm]ein Name ist|[Jj]e m['’]appelle|[Jj]e suis|[Mm]e llamo|[Ss]oy) (${PERSON})`,
    'gu',
  ),
  new RegExp(`(?:Mrs?|Ms|Miss|Mx|Herrn?|Frau|Mme|Monsieur|Madame|Sra?|Señora?|Dr|Prof)\\.? (${PERSON})`, 'gu'),
  new RegExp(
    `(?:regards|sincerely|wishes|thanks|cheers|yours|Grüßen?|Gruß|cordialement|salutations|saludos|atentamente),?\\s*\\n+\\s*(${PERSON})`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}.] )(?<=[\\p{Ll}:,] )(${WORD} ${WORD}(?: ${WORD})?)(?!\\p{L})`, 'gu'),
];

/** Names of people: said by name, by title, under a greeting, or two capitalised words in a sentence. */
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
