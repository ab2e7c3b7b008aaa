// What words mean, roughly: each word of the lists under words/ stands for one or more concepts.
// One line of a list reads `concept < wider concepts: english | german | french | spanish`.
// `refund*` also stands for every longer word that begins so; `money_back` is a phrase, between
// whose words a few others may stand.
// H1 concepts never name a category: they only say that two words speak of the same thing.

import { EVERYDAY } from './words/everyday.ts';
import { LIFE } from './words/life.ts';
import { MONEY } from './words/money.ts';
import { SECTORS } from './words/sectors.ts';
import { TALK } from './words/talk.ts';
import { TRADE } from './words/trade.ts';
import { WORK } from './words/work.ts';
import { words } from './tokens.ts';

/** A phrase: its words (the last may stand for longer ones) and the concept it means. */
export type Phrase = { words: string[]; open: boolean; concept: string };
type Thesaurus = {
  exact: Map<string, Set<string>>;
  begins: Map<string, Set<string>>;
  /** Phrases by their first word. */
  phrases: Map<string, Phrase[]>;
  /** German words as they occur inside compounds, longest first. */
  inside: [part: string, concepts: Set<string>][];
  wider: Map<string, string[]>;
};

const into = <T>(map: Map<string, Set<T>>, key: string, value: T): void => {
  map.set(key, (map.get(key) ?? new Set()).add(value));
};

function addEntry(all: Thesaurus, concept: string, entry: string, german: boolean): void {
  const open = entry.endsWith('*');
  const parts = words(entry.replaceAll('_', ' ').replaceAll('-', ' '));
  const [first] = parts;
  if (first === undefined) return;
  if (parts.length > 1) {
    const known = all.phrases.get(first) ?? [];
    all.phrases.set(first, [...known, { words: parts, open, concept }]);
    return;
  }
  into(open ? all.begins : all.exact, first, concept);
  if (german && first.length >= 4) all.inside.push([first, new Set([concept])]);
}

function build(lists: string[]): Thesaurus {
  const all: Thesaurus = {
    exact: new Map(),
    begins: new Map(),
    phrases: new Map(),
    inside: [],
    wider: new Map(),
  };
  const blocks = lists.flatMap((list) => list.split(/\n(?=\S)/));
  for (const block of blocks) {
    const [head = '', ...rest] = block.trim().split(':');
    const [concept = '', wider = ''] = head.split('<').map((part) => part.trim());
    if (concept === '') continue;
    all.wider.set(concept, wider.split(/\s+/).filter(Boolean));
    for (const [at, language] of rest.join(':').split('|').entries())
      for (const entry of language.split(/\s+/).filter(Boolean))
        addEntry(all, concept, entry, at === 1);
  }
  all.inside.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  return all;
}

export const thesaurus: Thesaurus = build([MONEY, TRADE, WORK, LIFE, TALK, SECTORS, EVERYDAY]);
