// Names that machines rely on. See the id rules in engine/1-document/schema.ts.

/** Ids people's documents may use: words of a-z0-9 joined by single underscores. */
const ID = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

const MAX = 48;

/** True for an id a document may use; two underscores together are kept for generated ids. */
export const isId = (s: string): boolean =>
  s.length <= MAX && ID.test(s) && s !== 'constructor' && s !== 'prototype';

/** A name as an id: letters without accents, digits, words joined by underscores; may be empty. */
const idFrom = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+/, '')
    .slice(0, MAX - 6)
    .replace(/_+$/, '');

/** An id made of a name that nothing else has: `send_mail`, `send_mail_2`. */
export function freshId(name: string, taken: ReadonlySet<string>, otherwise = 'step'): string {
  const base = [idFrom(name), idFrom(otherwise), 'step'].find(isId) ?? 'step';
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}_${n}`;
  return id;
}

/**
 * Effect id: `<run>:<seq>:<k>`; it is the idempotency key, the approval id and the child-run id.
 */
export const effectId = (run: string, seq: number, k: number): string => `${run}:${seq}:${k}`;

/** `<from>:<port>><to>`: the id of an arrow, also its mark in the machine's context. */
export const edgeId = (e: { from: string; port: string; to: string }): string =>
  `${e.from}:${e.port}>${e.to}`;

/** A short readable id from handed-in randomness: 10 characters, no look-alikes. */
export function mintId(prefix: string, random: () => number): string {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  let out = prefix;
  for (let i = 0; i < 10; i++) out += letters[Math.floor(random() * letters.length)];
  return out;
}
