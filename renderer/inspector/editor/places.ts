// Places in a text: how they are recognised, what they are called, and which can be inserted.

import type { Sight } from '../../document/reach.ts';

/** A place as it is drawn: where it comes from, its name, and what it was in the last run. */
export type PlaceWords = { from: string; name: string; last: string; isLost: boolean };

/** One that can be inserted; `search` is what is looked through. */
export type Choice = PlaceWords & { path: string; search: string };

export type Places = {
  /** Finds places; its first group is the path or the name inside. */
  pattern: RegExp;
  /** The words of what was found; undefined where it is no place after all. */
  wordsOf: (found: string) => PlaceWords | undefined;
  choices: () => Choice[];
  /** The letters that stand for a path; what else has to be known about it is stored by then. */
  write: (path: string) => string;
};

/** Everything a step can look at, as choices. */
export const choicesIn = (sight: Sight, lastOf: (path: string) => string): Choice[] =>
  sight.sources.flatMap((source) =>
    source.offers.map(({ path, label }) => ({
      path,
      from: source.name,
      name: label,
      last: lastOf(path),
      isLost: false,
      search: `${source.name} ${label}`.toLowerCase(),
    })),
  );

/** The choices that hold every word. */
export function matching(choices: Choice[], words: string): Choice[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ search }) => wanted.every((word) => search.includes(word)));
}
