// Texts with places in them: what is stored, and what a person edits. Both are the same letters;
// a place is drawn as a chip and moves as one.
// TT1 showing and storing are inverse: what is shown, stored again, is the same text.
// TT2 only places that can be named are places; two braces somebody merely wrote stay two braces.
// TT3 a fallback is kept as long as its place is there, and none is ever made up.

import { isText, pathsIn, type TextTemplate } from '../../engine/base/binding.ts';
import type { Json } from '../../engine/base/value.ts';

/** What stands in the text for a place. */
export const placeText = (path: string): string => `{{${path}}}`;

/** A setting as the text that is edited. */
export function shownText(value: Json | undefined): string {
  if (isText(value)) return value['@text'];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : '';
}

/** The paths of the places in a setting. */
export const placesIn = (value: Json | undefined): string[] =>
  isText(value) ? [...new Set(pathsIn(value['@text']))] : [];

/**
 * Edited text as a setting: a plain text, or a template when it has places (TT2, TT3). `isKnown`
 * says whether a path can be named.
 */
export function storedText(
  text: string,
  isKnown: (path: string) => boolean,
  before: Json | undefined,
): string | TextTemplate {
  const own = new Set(placesIn(before));
  const used = pathsIn(text);
  if (!used.some((path) => own.has(path) || isKnown(path))) return text;
  const kept = isText(before) ? Object.entries(before.else ?? {}) : [];
  const others = Object.fromEntries(kept.filter(([path]) => used.includes(path)));
  return { '@text': text, ...(Object.keys(others).length > 0 ? { else: others } : {}) };
}
