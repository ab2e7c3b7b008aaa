// Numbers as people write them: 1,234.56 and 1.234,56 and 1'200.– and "two hundred".
// N1 a separator followed by exactly three digits groups thousands; any other one marks decimals.
// N2 what is not a number in any notation is undefined, never NaN.

import { oneOf, onlyWord } from './patterns.ts';

/** Digits with separators as they may occur in a text (no sign, no currency). */
export const DIGITS = [
  /\d{1,2}(?:,\d{2})+,\d{3}(?!\d)/u,
  /\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)/u,
  /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d{1,2})?(?!\d)/u,
  /\d+(?:[.,]\d{1,2})?(?!\d)/u,
]
  .map(({ source }) => source)
  .join('|');

const FACTORS: [names: string, factor: number][] = [
  ['k, tsd, tsd., thousand, tausend, mille, mil', 1e3],
  ['m, mn, mio, mio., mill., million, millions, millionen, millón, millones', 1e6],
  ['bn, mrd, mrd., billion, billions, milliarde, milliarden, milliard, milliards', 1e9],
];
/** The words and letters after a number that multiply it. */
export const FACTOR = oneOf(FACTORS.map(([names]) => names).join(','));
const factors = FACTORS.map(([names, factor]): [RegExp, number] => [onlyWord(names), factor]);

/** The value of digits with separators, N1. */
export function readDigits(text: string): number | undefined {
  const bare = text.replace(/['’\s\u00a0\u202f\u2009]/g, '');
  if (!/^\d[\d.,]*$/.test(bare)) return undefined;
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const tail = last < 0 ? '' : bare.slice(last + 1);
  const sign = last < 0 ? '' : (bare[last] as string);
  const repeated = sign !== '' && bare.indexOf(sign) !== last;
  const groups = tail.length === 3 && !/^0[.,]/.test(bare);
  const decimals = last >= 0 && !repeated && !groups;
  const whole = (decimals ? bare.slice(0, last) : bare).replace(/[.,]/g, '');
  const value = Number(decimals ? `${whole}.${tail || '0'}` : whole);
  return Number.isFinite(value) ? value : undefined;
}

/** What a word such as "million" or "k" multiplies by; 1 for any other. */
export function factorOf(word: string | undefined): number {
  return factors.find(([pattern]) => pattern.test(word ?? ''))?.[1] ?? 1;
}

const SMALL = `
0 zero null zéro cero|1 one eins ein eine un une uno|2 two zwei deux dos|3 three drei trois tres
|4 four vier quatre cuatro|5 five fünf cinq cinco|6 six sechs seis|7 seven sieben sept siete
|8 eight acht huit ocho|9 nine neun neuf nueve|10 ten zehn dix diez|11 eleven elf onze once
|12 twelve zwölf douze doce|13 thirteen dreizehn treize trece|14 fourteen vierzehn quatorze catorce
|15 fifteen fünfzehn quinze quince|16 sixteen sechzehn seize dieciséis
|17 seventeen siebzehn diecisiete
|18 eighteen achtzehn dieciocho|19 nineteen neunzehn diecinueve|20 twenty zwanzig vingt veinte
|21 veintiuno|22 veintidós|23 veintitrés|24 veinticuatro|25 veinticinco|26 veintiséis|27 veintisiete
|28 veintiocho|29 veintinueve|30 thirty dreißig trente treinta|40 forty vierzig quarante cuarenta
|50 fifty fünfzig cinquante cincuenta|60 sixty sechzig soixante sesenta|70 seventy siebzig setenta
|80 eighty achtzig ochenta|90 ninety neunzig noventa|100 cien ciento|200 doscientos doscientas
|300 trescientos trescientas|400 cuatrocientos|500 quinientos quinientas|600 seiscientos
|700 setecientos|800 ochocientos|900 novecientos`;

const small = new Map<string, number>(
  SMALL.split('|').flatMap((row) => {
    const [value = '', ...names] = row.trim().split(/\s+/);
    return names.map((name): [string, number] => [name, Number(value)]);
  }),
);
const HUNDRED = /^(?:hundred|hundert|cents?)$/;
const THOUSAND = /^(?:thousand|tausend|mille|mil)$/;
const LINK = /^(?:and|und|et|y|a)$/;
const GERMAN = [...small.keys()]
  .filter((name) => /^[a-zäöüß]{3,}$/.test(name))
  .sort((a, b) => b.length - a.length)
  .join('|');
const COMPOUND = new RegExp(`${GERMAN}|hundert|tausend|und`, 'gu');

/** German writes number words together: opened here, tens before the ones they follow. */
function open(word: string): string[] {
  if (small.has(word)) return [word];
  const parts = word.match(COMPOUND) ?? [];
  return parts.length > 1 && parts.join('') === word ? parts : [word];
}

/** The value of number words such as "two hundred fifty" or "zweihundert"; undefined if not one. */
export function readWords(text: string): number | undefined {
  const parts = text
    .toLowerCase()
    .split(/[\s-]+/)
    .flatMap(open);
  let total = 0;
  let part = 0;
  let seen = false;
  for (const word of parts) {
    const value = small.get(word);
    if (value !== undefined) part = value === 20 && part === 4 ? 80 : part + value;
    else if (HUNDRED.test(word)) part = Math.max(1, part) * 100;
    else if (THOUSAND.test(word)) {
      total += Math.max(1, part) * 1000;
      part = 0;
    } else if (LINK.test(word)) continue;
    else return undefined;
    seen = true;
  }
  return seen ? total + part : undefined;
}

/** One number word, for finding runs of them in a text. */
export const isNumberWord = (word: string): boolean =>
  word
    .toLowerCase()
    .split('-')
    .flatMap(open)
    .every(
      (part) => small.has(part) || HUNDRED.test(part) || THOUSAND.test(part) || part === 'und',
    );
