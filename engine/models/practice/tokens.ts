// From text to comparable words: accents and case folded, elisions opened, light stems.
// T1 total and pure: any text, however broken, gives a list of words.
// T2 the same folding is used for texts, descriptions and word lists, so they always meet.

import { STOP_WORDS, WEAK_WORDS } from './words/small.ts';

/** Longer texts are read up to here; a practice answer must not take seconds. */
const READ_CHARS = 24_000;

const SHORT_FORMS: [RegExp, string][] = [
  [/\bcan(?:no|')t\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/n't\b/g, ' not'],
  [/\b(?:qu|[ldjnmtsc])'(?=\p{L})/gu, ''],
  [/'(?:s|re|ve|ll|d|m)\b/g, ''],
];

/** Lower case, without accents, typographic signs made plain. */
export function fold(text: string): string {
  const plain = text
    .toWellFormed()
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  return SHORT_FORMS.reduce((out, [from, to]) => out.replace(from, to), plain);
}

/** The words of a text in order, folded; numbers and signs are left out. */
export function words(text: string): string[] {
  return fold(text.slice(0, READ_CHARS)).match(/\p{L}{1,60}/gu) ?? [];
}

const listed = (list: string): ReadonlySet<string> => new Set(words(list));
/** The four languages that are read. */
export type Tongue = keyof typeof STOP_WORDS;
export const TONGUES = Object.keys(STOP_WORDS) as Tongue[];
const stopsOf = Object.fromEntries(TONGUES.map((t) => [t, listed(STOP_WORDS[t])])) as Record<
  Tongue,
  ReadonlySet<string>
>;
const stops = new Set(TONGUES.flatMap((t) => [...stopsOf[t]]));
const weak = listed(WEAK_WORDS);

export const isStop = (word: string): boolean => word.length < 2 || stops.has(word);
export const isWeak = (word: string): boolean => weak.has(word);

/** Longest first, so that the longest is taken. */
const ENDINGS = new RegExp(
  `(?:${`ations ements ation ement ungen ingly iones ments ment tion ung ing ies ied ern ens est ers
  ed en er em es os as ez ly e n s x y a o`
    .split(/\s+/)
    .join('|')})$`,
);

/** The word without its commonest endings; at least four letters stay. */
function stem(word: string): string {
  const bare = word.replace(ENDINGS, '');
  return bare.length >= 4 ? bare : word;
}

/** How alike two words look: 1 for one stem, less for a long common beginning, else 0. */
export function likeness(a: string, b: string): number {
  if (a === b || stem(a) === stem(b)) return 1;
  const short = Math.min(a.length, b.length);
  let same = 0;
  while (same < short && a[same] === b[same]) same += 1;
  return same >= 5 && same >= 0.65 * Math.max(a.length, b.length) ? 0.7 : 0;
}

/** The language whose little words occur most often; undefined when none stands out. */
export function tongueOf(text: string): Tongue | undefined {
  const counts = TONGUES.map(() => 0);
  for (const word of new Set(words(text.slice(0, 4000))))
    for (const [at, tongue] of TONGUES.entries())
      if (stopsOf[tongue].has(word)) counts[at] = (counts[at] ?? 0) + 1;
  const most = Math.max(...counts);
  const leading = TONGUES.filter((_tongue, at) => counts[at] === most);
  return most > 0 && leading.length === 1 ? leading[0] : undefined;
}
