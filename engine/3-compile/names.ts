// State keys: the names people gave their steps, made safe for XState.
// N1 unique among the steps of a scope, and never a key that the compiler itself uses.
// N2 never a property every object has, and never only digits (JavaScript would reorder those).

const TAKEN = [
  'Done',
  'Failed',
  'Stopped',
  'waiting',
  'finished',
  'next',
  'round',
  'open',
  'items',
  'close',
];

/** A name without what XState reads as syntax. */
export function cleanKey(name: string): string {
  const clean = name.replace(/[.#*\\]/g, '·').trim() || '·';
  return /^\d+$/.test(clean) || clean in Object.prototype ? `· ${clean}` : clean;
}

/** One key for each name, in order. */
export function keysOf(names: string[]): string[] {
  const used = new Set(TAKEN);
  return names.map((name) => {
    const clean = cleanKey(name);
    let key = clean;
    for (let n = 2; used.has(key); n++) key = `${clean} (${n})`;
    used.add(key);
    return key;
  });
}
