// Large leaves leave the value: strings and lists over LIMITS.leafBytes go to the blob store,
// everything a condition may look at stays inline.
// F1 text is made well-formed and depth is checked before anything is stored.
// F2 what is inline never exceeds LIMITS.valueBytes; the fault names the field.
// F3 only this file makes references to stored leaves: a value from outside that claims to be one
//    is a fault, or it could show what it never held and make the record look changed.

import { LIMITS } from './limits.ts';
import { eachPart, isObject, type BlobRef, type Json, type JsonObject } from './value.ts';

export type Shrunk =
  | { ok: true; v: Json }
  | { ok: false; code: 'too_large' | 'too_deep' | 'reserved_name'; field: string };
/** Whether a value was put together here, or comes from a person, a model or a tool (F3). */
export type Origin = 'inside' | 'outside';

const bytes = (text: string): number => new TextEncoder().encode(text).length;
/** The most bytes of JSON that one character, and one number or word, can take. */
const PER_CHAR = 6;
const PER_NUMBER = 26;

/** The value with its large leaves stored by `put` (text → content hash). Never throws. */
export function shrink(v: Json, put: (text: string) => string, origin: Origin): Shrunk {
  let deepest = '';
  let claimed: string | undefined;
  /** No more bytes than this as JSON: mostly so few that nothing need be measured. */
  let atMost = 0;
  const store = (text: string, size: number): BlobRef => ({
    '@blob': put(text),
    size,
    preview: text.slice(0, LIMITS.previewChars).toWellFormed(),
  });
  const walk = (x: Json, depth: number, path: string): Json => {
    if (depth > LIMITS.documentDepth) {
      deepest ||= path;
      return null;
    }
    if (typeof x === 'string') {
      const text = x.isWellFormed() ? x : x.toWellFormed();
      atMost += text.length * PER_CHAR + 3;
      if (text.length * 3 <= LIMITS.leafBytes) return text;
      const size = bytes(text);
      return size > LIMITS.leafBytes ? store(text, size) : text;
    }
    if (Array.isArray(x)) {
      const before = atMost;
      const list = x.map((y, i) => walk(y, depth + 1, `${path}.${i}`));
      atMost += 3;
      if (atMost - before <= LIMITS.leafBytes) return list;
      const text = JSON.stringify(list);
      return text.length > LIMITS.leafBytes ? { ...store(text, bytes(text)), list: true } : list;
    }
    atMost += PER_NUMBER;
    if (!isObject(x)) return x;
    if (origin === 'outside' && Object.hasOwn(x, '@blob')) claimed ??= path;
    return eachPart(wellNamed(x), (y, k) => {
      atMost += k.length * PER_CHAR + 4;
      return walk(y, depth + 1, path ? `${path}.${k}` : k);
    });
  };
  const small = walk(v, 0, '');
  if (claimed !== undefined) return { ok: false, code: 'reserved_name', field: claimed };
  if (deepest) return { ok: false, code: 'too_deep', field: deepest };
  if (atMost > LIMITS.valueBytes && bytes(JSON.stringify(small)) > LIMITS.valueBytes)
    return { ok: false, code: 'too_large', field: largestField(small) };
  return { ok: true, v: small };
}

const wellNamed = (x: JsonObject): JsonObject =>
  Object.keys(x).every((name) => name.isWellFormed())
    ? x
    : Object.fromEntries(Object.entries(x).map(([k, y]) => [k.toWellFormed(), y]));

function largestField(v: Json): string {
  if (!isObject(v)) return '';
  const sized = Object.entries(v).map(([k, x]) => [k, JSON.stringify(x).length] as const);
  return sized.sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Reads large leaves back from where they are stored; one that was removed shows its beginning. */
export const leafReader =
  (stored: (hash: string) => string | undefined) =>
  (ref: BlobRef): Json => {
    const text = stored(ref['@blob']);
    return text === undefined ? ref.preview : leafOf(ref, text);
  };

/** A blob's text as the value it was: a list if it was one, else text. */
export const leafOf = (ref: BlobRef, text: string): Json => {
  if (!ref.list) return text;
  try {
    const parsed = JSON.parse(text) as Json;
    return Array.isArray(parsed) ? parsed : text;
  } catch {
    return text;
  }
};
