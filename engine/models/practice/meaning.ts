// From words to what they speak of: the terms of a text, each with the concepts it stands for.
// M1 deterministic and bounded: the same text always gives the same terms, at most MOST_TERMS.
// M2 a term keeps the words it was read from, so that a reason can quote them.

import { isStop, isWeak, likeness, stem, words } from './tokens.ts';
import { thesaurus, type Phrase } from './thesaurus.ts';

/** Something a text speaks of: its quoted words, concepts with strength, and how much it says. */
export type Term = {
  said: string;
  stem: string;
  concepts: ReadonlyMap<string, number>;
  weight: number;
};

const MOST_TERMS = 600;
/** Ways of asking say little about what is asked. */
const ASKING = new Set(['question', 'howto']);
const NO_CONCEPTS: ReadonlyMap<string, number> = new Map();
const INFLECTIONS = ['', 's', 'es', 'n', 'en', 'e', 'ed', 'd', 'ing', 'er', 'ern', 'em', 'x', 'a', 'o'];

const strongest = (into: Map<string, number>, concepts: Iterable<string>, strength: number) => {
  for (const concept of concepts)
    into.set(concept, Math.max(into.get(concept) ?? 0, strength));
};

function readWord(word: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const ending of INFLECTIONS)
    if (word.endsWith(ending)) {
      const known = thesaurus.exact.get(word.slice(0, word.length - ending.length));
      if (known) strongest(found, known, 1);
    }
  for (let length = 2; length <= word.length; length += 1) {
    const known = thesaurus.begins.get(word.slice(0, length));
    if (known) strongest(found, known, 1);
  }
  if (word.length >= 8) readCompound(word, found);
  return found.size > 0 ? found : NO_CONCEPTS;
}

/** German puts words together: the parts at its ends count, and long ones in the middle. */
function readCompound(word: string, found: Map<string, number>): void {
  let left = word;
  for (const [part, concepts] of thesaurus.inside) {
    if (part.length >= word.length || !left.includes(part)) continue;
    const atEnd = word.startsWith(part) || word.endsWith(part);
    if (!atEnd && part.length < 5) continue;
    strongest(found, concepts, atEnd ? 0.9 : 0.7);
    left = left.replace(part, '#'.repeat(part.length));
  }
}

const known = new Map<string, ReadonlyMap<string, number>>();

/** The concepts of one folded word. Words repeat, so what was read once is kept (bounded). */
export function conceptsOf(word: string): ReadonlyMap<string, number> {
  const before = known.get(word);
  if (before) return before;
  const found = readWord(word);
  if (known.size < 20_000) known.set(word, found);
  return found;
}

const fits = (phrase: Phrase, at: number, word: string | undefined): boolean => {
  const wanted = phrase.words[at] as string;
  if (word === undefined) return false;
  if (word === wanted) return true;
  return at === phrase.words.length - 1 && phrase.open && word.startsWith(wanted);
};

/** Where the phrase ends if it begins at `start`; up to two other words may stand in between. */
function phraseEnd(phrase: Phrase, text: string[], start: number): number | undefined {
  let at = start;
  let gaps = 2;
  for (let part = 1; part < phrase.words.length; part += 1) {
    at += 1;
    while (!fits(phrase, part, text[at])) {
      if (gaps === 0 || at >= text.length) return undefined;
      gaps -= 1;
      at += 1;
    }
  }
  return at;
}

function phrasesIn(text: string[]): Term[] {
  const terms = new Map<string, Term>();
  for (const [start, word] of text.entries())
    for (const phrase of thesaurus.phrases.get(word) ?? []) {
      const end = phraseEnd(phrase, text, start);
      if (end === undefined) continue;
      const said = text.slice(start, end + 1).join(' ');
      const concepts = new Map(terms.get(said)?.concepts ?? []).set(phrase.concept, 1);
      terms.set(said, { said, stem: said, concepts, weight: ASKING.has(phrase.concept) ? 0.4 : 1.2 });
    }
  return [...terms.values()];
}

/** The terms of a text: its phrases and its words that mean something, each once. */
export function termsOf(text: string): Term[] {
  const all = words(text);
  const single = new Map<string, Term>();
  for (const word of all) {
    if (isStop(word) || single.has(word)) continue;
    const weight = isWeak(word) ? 0.3 : 1;
    single.set(word, { said: word, stem: stem(word), concepts: conceptsOf(word), weight });
  }
  return [...phrasesIn(all), ...single.values()].slice(0, MOST_TERMS);
}

const wider = (concept: string): string[] => thesaurus.wider.get(concept) ?? [];

/** How near two concepts are: the same, one wider than the other, or under the same wider one. */
function nearness(a: string, b: string): number {
  if (a === b) return 0.85;
  if (wider(a).includes(b) || wider(b).includes(a)) return 0.4;
  return wider(a).some((concept) => wider(b).includes(concept)) ? 0.2 : 0;
}

/** How near two terms are, from 0 (nothing to do with each other) to 1 (the same word). */
export function similar(a: Term, b: Term): number {
  let best = a.said.includes(' ') || b.said.includes(' ') ? 0 : likeness(a.said, b.said);
  if (best === 1) return 1;
  for (const [one, x] of a.concepts)
    for (const [other, y] of b.concepts) best = Math.max(best, x * y * nearness(one, other));
  return best;
}
