// Three forms of one value brought together: what it was, and what two people made of it.
// MV1 what only one side changed is taken; what both changed alike is taken once; what they changed
//     differently is a clash, and the choice decides.
// MV2 records are merged name by name, lists whose entries have a name of their own entry by entry;
//     every other list and every text is one thing.
// MV3 which side is called yours changes nothing but who wins a clash.

import { isObject, type Json, type JsonObject } from '../base/value.ts';
import { same } from './records.ts';

export type Side = 'yours' | 'theirs';
/** One thing in three forms; undefined where it is not there. */
export type Three<T> = { base: T | undefined; yours: T | undefined; theirs: T | undefined };
/** Says which side wins at a place, and keeps a note of it. */
export type Decide = (path: string, three: Three<Json>) => Side;

const alike = (a: Json | undefined, b: Json | undefined): boolean =>
  a === undefined || b === undefined ? a === b : same(a, b);

/** Which of three forms stands without asking anybody; undefined where both sides changed (MV1). */
export function settled<T>(
  { base, yours, theirs }: Three<T>,
  isSame: (a: T | undefined, b: T | undefined) => boolean,
): Side | undefined {
  if (isSame(yours, theirs) || isSame(base, theirs)) return 'yours';
  return isSame(base, yours) ? 'theirs' : undefined;
}

/** The merged value; undefined where it is to be left out. */
export function mergeValue(path: string, three: Three<Json>, decide: Decide): Json | undefined {
  const side = settled(three, alike);
  if (side) return three[side];
  const { base, yours, theirs } = three;
  if (isObject(yours) && isObject(theirs) && (isObject(base) || base === undefined))
    return isWhole(yours) || isWhole(theirs)
      ? three[decide(path, three)]
      : mergeObject(path, { base, yours, theirs }, decide);
  const lists = { base: base ?? [], yours, theirs };
  const [was, here, there] = [namesIn(lists.base), namesIn(yours), namesIn(theirs)];
  const names = was && here && there && { base: was, yours: here, theirs: there };
  return names ? mergeList(path, lists, names, decide) : three[decide(path, three)];
}

const ONE_THING = ['@ref', '@text', 'op', 'all', 'any', 'not'];
/** A reference, a text with places or a condition says one thing, and is never cut in pieces. */
export const isWhole = (x: JsonObject): boolean => ONE_THING.some((key) => Object.hasOwn(x, key));

function mergeObject(path: string, three: Three<JsonObject>, decide: Decide): JsonObject {
  const { base = {}, yours = {}, theirs = {} } = three;
  const out: JsonObject = {};
  const keys = merged({
    base: Object.keys(base),
    yours: Object.keys(yours),
    theirs: Object.keys(theirs),
  });
  for (const key of keys) {
    const part = { base: base[key], yours: yours[key], theirs: theirs[key] };
    const value = mergeValue(path === '' ? key : `${path}.${key}`, part, decide);
    if (value !== undefined) out[key] = value;
  }
  return out;
}

/** What the entries of a list are called; undefined where one has no name of its own. */
export function namesIn(list: Json | undefined): string[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const names = list.map((one) => (isObject(one) ? (one['id'] ?? one['port']) : one));
  const isNamed = names.every((name) => typeof name === 'string');
  return isNamed && new Set(names).size === names.length ? (names as string[]) : undefined;
}

function mergeList(
  path: string,
  three: Three<Json>,
  names: Three<string[]>,
  decide: Decide,
): Json[] {
  const entry = (side: keyof Three<Json>, name: string): Json | undefined => {
    const at = names[side]?.indexOf(name) ?? -1;
    return at < 0 ? undefined : (three[side] as Json[])[at];
  };
  return merged(names).flatMap((name) => {
    const part = {
      base: entry('base', name),
      yours: entry('yours', name),
      theirs: entry('theirs', name),
    };
    const value = mergeValue(`${path}.${name}`, part, decide);
    return value === undefined ? [] : [value];
  });
}

/**
 * One order for everything that stands in any of three lists: what both know as one of them put it,
 * what is new where its side put it (MV3). Names that are to fall out are for the caller to drop.
 */
export function merged({ base = [], yours = [], theirs = [] }: Three<string[]>): string[] {
  const [inYours, inTheirs] = [new Set(yours), new Set(theirs)];
  const both = (list: string[]): string[] => list.filter((x) => inYours.has(x) && inTheirs.has(x));
  const [was, here, there] = [both(base), both(yours), both(theirs)];
  const isMoved = (list: string[]): boolean => {
    const known = new Set(was);
    return list.filter((x) => known.has(x)).join('\n') !== was.join('\n');
  };
  const firstOf = (a: string[], b: string[]): string[] => (a.join('\n') <= b.join('\n') ? a : b);
  const common =
    isMoved(here) === isMoved(there) ? firstOf(here, there) : isMoved(here) ? here : there;
  const known = new Set(common);
  const own = [behind(yours, known), behind(theirs, known)] as const;
  // What stands only in the base was taken away on both sides, or is asked about: it goes last.
  const lost = base.filter((x) => !inYours.has(x) && !inTheirs.has(x));
  const order = [FRONT, ...common].flatMap((x) => {
    const [a, b] = [own[0].get(x) ?? [], own[1].get(x) ?? []];
    const first = firstOf(a, b);
    return [x, ...first, ...(first === a ? b : a)];
  });
  return [...new Set([...order.slice(1), ...lost])];
}

const FRONT = '';

/** What one side alone has, by what stands before it. */
function behind(list: string[], known: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let after = FRONT;
  for (const x of list)
    if (known.has(x)) after = x;
    else found.set(after, [...(found.get(after) ?? []), x]);
  return found;
}
