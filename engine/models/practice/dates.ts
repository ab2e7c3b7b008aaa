// Full dates in running text, in the forms of four languages, as ISO days.
// D1 only what is a real day of the calendar, with its year, is a date.
// D2 day/month or month/day: by what is possible, then by the other dates of the text, then by its
//    language and money.

import { tongueOf } from './tokens.ts';

/** A date as it stands in a text. */
export type FoundDate = { iso: string; at: number; end: number };

const MONTHS = [
  'january jan januar jänner janvier janv enero ene',
  'february feb februar feber février févr fév febrero',
  'march mar märz mrz mär mars marzo',
  'april apr avril avr abril abr',
  'may mai mayo',
  'june jun juni juin junio',
  'july jul juli juillet juil julio',
  'august aug août aout agosto ago',
  'september sept sep septembre septiembre setiembre',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez décembre déc diciembre dic',
];
const month = new Map(
  MONTHS.flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
);
const NAME = [...month.keys()].sort((a, b) => b.length - a.length).join('|');
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|ère|º|°|\\.)?';
const YEAR = "((?:19|20)\\d{2}|['’]\\d{2})(?!\\d)";

const GAP = '[\\s\\/-]';
const OF = '(?:(?:of|del?)\\s+)?';

type Read = (m: RegExpMatchArray, dayFirst: boolean) => [year: string, month: number, day: number];
const named = (text: string | undefined): number => month.get((text ?? '').toLowerCase()) ?? 0;

const FORMS: { pattern: RegExp; read: Read }[] = [
  {
    pattern: /(?<![\w/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/]|-\d|[.,]\d)/gu,
    read: (m) => [m[1] ?? '', Number(m[3]), Number(m[4])],
  },
  {
    pattern: new RegExp(
      `(?<![\\w.,])${DAY}${GAP}*${OF}(${NAME})\\.?,?(?:${GAP}+|\\s*(?=['’]))${OF}${YEAR}`,
      'giu',
    ),
    read: (m) => [m[3] ?? '', named(m[2]), Number(m[1])],
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\w])(${NAME})\\.?\\s+(?:the\\s+)?${DAY}(?:,\\s*|\\s+)(?:of\\s+)?${YEAR}`,
      'giu',
    ),
    read: (m) => [m[3] ?? '', named(m[1]), Number(m[2])],
  },
  {
    pattern: /(?<![\w/.-])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d{2}|\d{2})(?!\d|[.,/-]\d)/gu,
    read: (m) => [m[3] ?? '', Number(m[2]), Number(m[1])],
  },
  {
    pattern: /(?<![\w/.-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\d/]|-\d)/gu,
    read: (m, dayFirst) => {
      const [a, b] = [Number(m[1]), Number(m[3])];
      const first = a > 12 || (b <= 12 && dayFirst);
      return [m[4] ?? '', first ? b : a, first ? a : b];
    },
  },
];

const two = (n: number): string => String(n).padStart(2, '0');

/** The ISO day of year, month and day, or undefined when there is no such day (D1). */
export function isoDay(year: number, at: number, day: number): string | undefined {
  const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31];
  const most = [...days, 30, 31, 31, 30, 31, 30, 31][at - 1];
  if (most === undefined || day < 1 || day > most || year < 1900 || year > 2199) return undefined;
  return `${year}-${two(at)}-${two(day)}`;
}

function fullYear(text: string): number {
  const digits = Number(text.replace(/\D/g, ''));
  if (text.replace(/\D/g, '').length > 2) return digits;
  return digits < 70 ? 2000 + digits : 1900 + digits;
}

/** D2. */
function readsDayFirst(text: string): boolean {
  for (const [, a, b] of text.matchAll(/\b(\d{1,2})\/(\d{1,2})\/\d{2,4}\b/g)) {
    if (Number(a) > 12) return true;
    if (Number(b) > 12) return false;
  }
  return (
    (tongueOf(text) ?? 'en') !== 'en' ||
    /[£€]|\b(?:GBP|EUR|CHF)\b/.test(text) ||
    !/\$|\bUSD\b/.test(text)
  );
}

/** Every full date of a text, in order; overlapping readings keep the first and longest. */
export function findDates(text: string): FoundDate[] {
  const dayFirst = readsDayFirst(text);
  const found: FoundDate[] = [];
  for (const { pattern, read } of FORMS)
    for (const m of text.matchAll(pattern)) {
      const [year, at, day] = read(m, dayFirst);
      const iso = isoDay(fullYear(year), at, day);
      const end = m.index + m[0].length;
      if (iso === undefined || isNumbering(text, m.index, year)) continue;
      if (found.some((other) => m.index < other.end && end > other.at)) continue;
      found.push({ iso, at: m.index, end });
    }
  return found.sort((a, b) => a.at - b.at);
}

/** `Section 3.2.11` is numbering, not a day: short years after such a word are not read. */
function isNumbering(text: string, at: number, year: string): boolean {
  if (year.length > 2) return false;
  return /(?:section|chapter|version|release|kapitel|abschnitt|article|§|v)\.?\s*$/iu.test(
    text.slice(Math.max(0, at - 12), at),
  );
}
