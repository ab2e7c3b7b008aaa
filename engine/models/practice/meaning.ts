// From words to what they speak of: the terms of a text, each with the concepts it stands for.
// M1 deterministic and bounded: the same text always gives the same terms, at most MOST_TERMS.
// M2 a term keeps the words it was read from, so that a reason can quote them.
// M3 a word listed under another language than the text's counts less: false friends are common.

import { thesaurus, type Phrase, type Sense } from './thesaurus.ts';
import { isStop, isWeak, likeness, tongueOf, words, type Tongue } from './tokens.ts';

/** Something a text speaks of: its quoted words, concepts with strength, and how much it says. */
export type Term = { said: string; concepts: ReadonlyMap<string, number>; weight: number };

const MOST_TERMS = 600;
/** Ways of asking say little about what is asked. */
const ASKING = new Set(['question', 'howto']);
const INFLECTIONS = [
  '',
  's',
  'es',
  'n',
  'en',
  'e',
  'ed',
  'd',
  'ing',
  'er',
  'ern',
  'em',
  'x',
  'a',
  'o',
];

type Concepts = Map<string, number>;

/** M3. English words travel into every language. */
function trust(tongue: Tongue | undefined, sense: Sense): number {
  if (tongue === undefined || sense.tongue === tongue) return 1;
  return sense.tongue === 'en' ? 0.9 : 0.5;
}

function add(found: Concepts, senses: Sense[], strength: number, tongue: Tongue | undefined): void {
  for (const sense of senses) {
    const now = strength * trust(tongue, sense);
    found.set(sense.concept, Math.max(found.get(sense.concept) ?? 0, now));
  }
}

function readWord(word: string, tongue: Tongue | undefined): Concepts {
  const found: Concepts = new Map();
  for (const ending of INFLECTIONS)
    if (word.endsWith(ending))
      add(found, thesaurus.exact.get(word.slice(0, word.length - ending.length)) ?? [], 1, tongue);
  for (let length = 2; length <= word.length; length += 1)
    add(found, thesaurus.begins.get(word.slice(0, length)) ?? [], 1, tongue);
  if (word.length >= 8) readCompound(word, found, tongue);
  return found;
}

/** German puts words together: the parts at its ends count, and long ones in the middle. */
function readCompound(word: string, found: Concepts, tongue: Tongue | undefined): void {
  let left = word;
  for (const [part, sense] of thesaurus.inside) {
    if (part.length >= word.length || !left.includes(part)) continue;
    const atEnd = word.startsWith(part) || word.endsWith(part);
    if (!atEnd && part.length < 5) continue;
    add(found, [sense], atEnd ? 0.9 : 0.7, tongue);
    if (thesaurus.inside.every(([other, one]) => other !== part || one === sense))
      left = left.replace(part, '#'.repeat(part.length));
  }
}

const kept = new Map<string, Concepts>();

/** The concepts of one folded word. Words repeat, so what was read once is kept (bounded). */
function conceptsOf(word: string, tongue: Tongue | undefined): Concepts {
  const key = `${tongue ?? ''} ${word}`;
  const before = kept.get(key);
  if (before) return before;
  const found = readWord(word, tongue);
  if (kept.size < 24_000) kept.set(key, found);
  return found;
}

function fits(phrase: Phrase, at: number, word: string | undefined): boolean {
  const wanted = phrase.words[at];
  if (word === undefined || wanted === undefined) return false;
  if (word === wanted) return true;
  return at === phrase.words.length - 1 && phrase.open && word.startsWith(wanted);
}

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

/** The phrases of a text, and the words that stand in one without a gap: they mean less alone. */
function phrasesIn(text: string[], tongue: Tongue | undefined): [Map<string, Term>, Set<string>] {
  const terms = new Map<string, Term>();
  const inside = new Set<string>();
  for (const [start, word] of text.entries())
    for (const phrase of thesaurus.phrases.get(word) ?? []) {
      const end = phraseEnd(phrase, text, start);
      if (end === undefined) continue;
      const said = text.slice(start, end + 1).join(' ');
      const concepts = new Map(terms.get(said)?.concepts);
      concepts.set(phrase.concept, trust(tongue, phrase));
      const asking = ASKING.has(phrase.concept);
      terms.set(said, { said, concepts, weight: asking ? 0.4 : 1.2 });
      if (!asking && end - start === phrase.words.length - 1)
        for (const one of phrase.words) inside.add(one);
    }
  return [terms, inside];
}

/** The terms of a text: its phrases and its words that mean something, each once. */
export function termsOf(text: string): Term[] {
  const all = words(text);
  const tongue = tongueOf(text);
  const [phrases, inside] = phrasesIn(all, tongue);
  const single = new Map<string, Term>();
  for (const word of all) {
    if (isStop(word) || single.has(word)) continue;
    const weight = isWeak(word) ? 0.3 : inside.has(word) ? 0.5 : 1;
    single.set(word, { said: word, concepts: conceptsOf(word, tongue), weight });
  }
  return [...phrases.values(), ...single.values()].slice(0, MOST_TERMS);
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
