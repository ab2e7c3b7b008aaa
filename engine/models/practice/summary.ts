// The sentences of a text that say most: its first, and those with amounts, dates and the words
// asked for.
// S1 only whole sentences of the text, in their order; nothing is added.

import { findAmounts } from './amounts.ts';
import { findDates } from './dates.ts';
import { findNames } from './finders.ts';
import { similar, termsOf } from './meaning.ts';

const MOST_SENTENCES = 400;

/** The sentences and lines of a text; headings keep their words, marks go. */
export function sentencesOf(text: string): string[] {
  return text
    .slice(0, 60_000)
    .toWellFormed()
    .split(/\n{1,}|(?<=(?:[\p{L})”"%€$]{2}|\d{4})[.!?])\s+(?=[\p{Lu}\d“"])/u)
    .map((one) => one.replace(/^[\s#>*_\-•]+|[\s*_]+$/gu, ''))
    .filter((one) => /\p{L}{2}/u.test(one) && one.length > 12)
    .slice(0, MOST_SENTENCES);
}

/** At most `most` sentences that say most, asked for by `instructions` (S1). */
export function summarise(text: string, instructions: string, most: number): string[] {
  const asked = termsOf(instructions).filter(({ weight }) => weight === 1);
  const scored = sentencesOf(text).map((sentence, order) => {
    const terms = termsOf(sentence).slice(0, 40);
    const fits = asked.filter((want) => terms.some((term) => similar(want, term) >= 0.8)).length;
    const facts =
      2 * Math.min(2, findAmounts(sentence).length) +
      2 * Math.min(2, findDates(sentence).length) +
      Math.min(1, findNames(sentence).length);
    const long = sentence.length > 320 ? -2 : 0;
    return {
      sentence,
      order,
      score: facts + fits + long + (order === 0 ? 4 : order === 1 ? 1 : 0),
    };
  });
  return scored
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, most)
    .sort((a, b) => a.order - b.order)
    .map(({ sentence }) => (/[.!?:]$/.test(sentence) ? sentence : `${sentence}.`));
}
