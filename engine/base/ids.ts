// Names that machines rely on. See the id rules in engine/1-document/schema.ts.

/** Ids people's documents may use: words of a-z0-9 joined by single underscores. */
const ID = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

const MAX = 48;

/** Names of every object, and the beginnings of ids that a machine makes up for itself. */
const TAKEN = new Set(['constructor', 'prototype', 'ask_owner', 'wf']);

/** True for an id a document may use; two underscores together are kept for generated ids. */
export const isId = (s: string): boolean => s.length <= MAX && ID.test(s) && !TAKEN.has(s);

/** The id of an inner step of `step` (see Lowered in node.ts). */
export const innerId = (step: string, part: string): string => `${step}__${part}`;

const ASKS = 'ask_owner__';

/** An inner step's own step and part; undefined for every other id. */
export function innerOf(id: string): { step: string; part: string } | undefined {
  const at = id.indexOf('__');
  if (at < 0 || id.startsWith(ASKS)) return undefined;
  return { step: id.slice(0, at), part: id.slice(at + 2) };
}

/** The step an id speaks of on screen: an inner step is its step, all others are themselves. */
export const outerId = (id: string): string => innerOf(id)?.step ?? id;

/** The words of a name: letters without accents and digits, with one `mark` between words. */
export const wordsIn = (name: string, mark: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, mark);

/** The name itself, or with the first number behind it that makes it free. */
export function freeName(base: string, mark: string, isTaken: (name: string) => boolean): string {
  let name = base;
  for (let n = 2; isTaken(name); n++) name = `${base}${mark}${n}`;
  return name;
}

/** A name as an id: its words joined by underscores; may be empty. */
const idFrom = (name: string): string =>
  wordsIn(name, '_')
    .replace(/^[_0-9]+/, '')
    .slice(0, MAX - 6)
    .replace(/_+$/, '');

/** An id made of a name that nothing else has: `send_mail`, `send_mail_2`. */
export function freshId(name: string, taken: ReadonlySet<string>, otherwise = 'step'): string {
  const base = [idFrom(name), idFrom(otherwise), 'step'].find(isId) ?? 'step';
  return freeName(base, '_', (id) => taken.has(id));
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
