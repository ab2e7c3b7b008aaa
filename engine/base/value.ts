// What travels between steps: a JSON value together with where it came from.
// V1 a value is always {v, labels}; nothing in context, journal or traces carries a bare result.
// V2 labels are unions: joining values can only add labels, never lose one.
// V3 only leaves over LIMITS.leafBytes become blobs, so conditions can always read small fields.

/** Any JSON value. `undefined` never occurs inside one. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/**
 * Where a value came from, by dotted path inside it; `''` speaks of the whole.
 * Example: `{ '': ['workflow'], 'amount': ['input', 'untrusted'] }`.
 */
export type Labels = Record<string, string[]>;

export type Value = { v: Json; labels: Labels };

/**
 * A large leaf that lives in the blob store: SHA-256, size in bytes, first characters, and whether
 * it was a list.
 */
export type BlobRef = { '@blob': string; size: number; preview: string; list?: true };

export const isObject = (x: unknown): x is JsonObject =>
  typeof x === 'object' && x !== null && !Array.isArray(x);

export const isBlobRef = (x: unknown): x is BlobRef =>
  isObject(x) && typeof x['@blob'] === 'string' && typeof x['size'] === 'number';

/** A value whose every part carries the same labels. */
export const valueOf = (v: Json, ...labels: string[]): Value => ({
  v,
  labels: labels.length ? { '': [...new Set(labels)].sort() } : {},
});

/** Labels in order, each once. Most lists are so already, and then it is the same list. */
export function inOrder(names: string[]): string[] {
  if (names.every((name, i) => i === 0 || (names[i - 1] as string) < name)) return names;
  const found: string[] = [];
  for (const name of names) {
    let at = found.length; // few enough to look through
    while (at > 0 && (found[at - 1] as string) > name) at--;
    if (at === 0 || found[at - 1] !== name) found.splice(at, 0, name);
  }
  return found;
}

/** Every label of a map, in order. */
export function allLabels(labels: Labels): string[] {
  const lists = Object.values(labels);
  return inOrder(lists.length === 1 ? (lists[0] as string[]) : lists.flat());
}

/** The union of several label maps, path by path. */
export function joinLabels(...maps: Labels[]): Labels {
  const out = new Map<string, string[]>(); // a path may be any word, also one objects are made of
  for (const map of maps)
    for (const path of Object.keys(map)) {
      const [had, names] = [out.get(path), map[path] as string[]];
      out.set(path, inOrder(had ? [...had, ...names] : names));
    }
  return Object.fromEntries(out);
}

/** A copy of a record with every part replaced; a part may have any name. */
export function eachPart(x: JsonObject, by: (part: Json, name: string) => Json): JsonObject {
  const out = { ...x };
  for (const name of Object.keys(out)) {
    const part = out[name] as Json;
    const now = by(part, name);
    if (now !== part) out[name] = now;
  }
  return out;
}

/** Every label that touches `path`: its own, those of what contains it, those inside it. */
export function labelsAt(labels: Labels, path: string): string[] {
  const found = new Set<string>();
  for (const [at, names] of Object.entries(labels)) {
    const touches =
      at === '' ||
      at === path ||
      path === '' ||
      at.startsWith(`${path}.`) ||
      path.startsWith(`${at}.`);
    if (touches) for (const name of names) found.add(name);
  }
  return [...found].sort();
}

/** Labels of the part at `path`, re-rooted so that they speak of the part as a whole. */
export function labelsUnder(labels: Labels, path: string): Labels {
  if (path === '') return labels;
  const out: Labels = {};
  const add = (at: string, names: string[]): void => {
    out[at] = [...new Set([...(out[at] ?? []), ...names])].sort();
  };
  for (const [at, names] of Object.entries(labels)) {
    if (at === '' || at === path || path.startsWith(`${at}.`)) add('', names);
    else if (at.startsWith(`${path}.`)) add(at.slice(path.length + 1), names);
  }
  return out;
}

/** Labels of a part, re-rooted under `path` of a larger value. */
export function labelsInto(labels: Labels, path: string): Labels {
  const out: Labels = {};
  for (const [at, names] of Object.entries(labels))
    out[at === '' ? path : path === '' ? at : `${path}.${at}`] = names;
  return out;
}

/** The part of a JSON value at a dotted path, or undefined. Only own properties are seen. */
export function partAt(v: Json | undefined, path: string): Json | undefined {
  if (path === '') return v;
  let at: Json | undefined = v;
  for (const key of path.split('.')) {
    if (Array.isArray(at)) at = /^\d+$/.test(key) ? at[Number(key)] : undefined;
    else if (isObject(at)) at = Object.hasOwn(at, key) ? at[key] : undefined;
    else return undefined;
  }
  return at;
}
