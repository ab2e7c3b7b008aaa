// Texts with places in them, as people see them: ‹Check the claim: Category› instead of a path.
// TT1 showing and storing are inverse: what is shown, stored again, is the same text.
// TT2 a place nobody can name is shown by its path and kept as it is.

import { isText, pathsIn, type TextTemplate } from '../../engine/base/binding.ts';
import type { Json } from '../../engine/base/value.ts';

/** The words for a path, and the path for words; one to one. */
export type Places = {
  wordsOf: (path: string) => string;
  pathOf: (words: string) => string | undefined;
};

const PLACE = /\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/g;
const SHOWN = /‹([^‹›]*)›/g;

/** A one-to-one naming of paths; two that would read the same get a number. */
export function placesFor(paths: Iterable<string>, name: (path: string) => string): Places {
  const words = new Map<string, string>();
  const byWords = new Map<string, string>();
  for (const path of paths) {
    const base = name(path).replaceAll(/[‹›]/g, '');
    let own = base;
    for (let n = 2; byWords.has(own) && byWords.get(own) !== path; n++) own = `${base} ${n}`;
    words.set(path, own);
    byWords.set(own, path);
  }
  return { wordsOf: (path) => words.get(path) ?? path, pathOf: (text) => byWords.get(text) };
}

/** A setting as editable text (TT2). */
export function shownText(value: Json | undefined, places: Places): string {
  if (isText(value))
    return value['@text'].replace(PLACE, (_all, path: string) => `‹${places.wordsOf(path)}›`);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : '';
}

/** Edited text as a setting: a plain text, or a template when it has places (TT1). */
export function storedText(
  text: string,
  places: Places,
  before: Json | undefined,
): string | TextTemplate {
  let hasPlaces = false;
  const known = new Set(isText(before) ? pathsIn(before['@text']) : []);
  const stored = text.replace(SHOWN, (all, words: string) => {
    const path = places.pathOf(words) ?? (known.has(words) ? words : undefined);
    if (path === undefined) return all;
    hasPlaces = true;
    return `{{${path}}}`;
  });
  if (!hasPlaces) return stored;
  const kept = isText(before) ? Object.entries(before.else ?? {}) : [];
  const used = new Set(pathsIn(stored));
  const otherwise = Object.fromEntries(kept.filter(([path]) => used.has(path)));
  return { '@text': stored, ...(Object.keys(otherwise).length > 0 ? { else: otherwise } : {}) };
}
