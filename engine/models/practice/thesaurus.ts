// What words mean, roughly: each word of the lists under words/ stands for one or more concepts.
// One line of a list reads `concept < wider concepts: english | german | french | spanish`.
// `refund*` also stands for every longer word that begins so; `money+back` is a phrase, between
// whose words a few others may stand.
// H1 concepts never name a category: they only say that two words speak of the same thing.

import { TONGUES, words, type Tongue } from './tokens.ts';
import { EVERYDAY } from './words/everyday.ts';
import { LIFE } from './words/life.ts';
import { MONEY } from './words/money.ts';
import { SECTORS } from './words/sectors.ts';
import { TALK } from './words/talk.ts';
import { TRADE } from './words/trade.ts';
import { WORK } from './words/work.ts';

/** What a word stands for, in the language it was listed under. */
export type Sense = { concept: string; tongue: Tongue };
/** A phrase: its words (the last may stand for longer ones) and what it means. */
export type Phrase = Sense & { words: string[]; open: boolean };
type Thesaurus = {
  exact: Map<string, Sense[]>;
  begins: Map<string, Sense[]>;
  /** Phrases by their first word. */
  phrases: Map<string, Phrase[]>;
  /** German words as they occur inside compounds, longest first. */
  inside: [part: string, sense: Sense][];
  wider: Map<string, string[]>;
};

const into = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  map.set(key, [...(map.get(key) ?? []), value]);
};

function addEntry(all: Thesaurus, sense: Sense, entry: string): void {
  const open = entry.endsWith('*');
  const parts = words(entry.replaceAll('+', ' ').replaceAll('-', ' '));
  const [first] = parts;
  if (first === undefined) return;
  if (parts.length > 1) return into(all.phrases, first, { ...sense, words: parts, open });
  into(open ? all.begins : all.exact, first, sense);
  if (sense.tongue === 'de' && first.length >= 4) all.inside.push([first, sense]);
}

function build(lists: string[]): Thesaurus {
  const all: Thesaurus = {
    exact: new Map(),
    begins: new Map(),
    phrases: new Map(),
    inside: [],
    wider: new Map(),
  };
  for (const block of lists.flatMap((list) => list.split(/\n(?=\S)/))) {
    const [head = '', ...rest] = block.trim().split(':');
    const [concept = '', wider = ''] = head.split('<').map((part) => part.trim());
    if (concept === '') continue;
    all.wider.set(concept, wider.split(/\s+/).filter(Boolean));
    for (const [at, list] of rest.join(':').split('|').entries())
      for (const entry of list.split(/\s+/).filter(Boolean))
        addEntry(all, { concept, tongue: TONGUES[at] ?? 'en' }, entry);
  }
  all.inside.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  return all;
}

export const thesaurus: Thesaurus = build([MONEY, TRADE, WORK, LIFE, TALK, SECTORS, EVERYDAY]);
