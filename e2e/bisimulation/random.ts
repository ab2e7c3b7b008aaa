// Chance that can be had again: a small generator of numbers from a seed (mulberry32).

export type Chance = () => number;

/** Numbers in [0, 1), the same for the same seed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const below = (chance: Chance, n: number): number => Math.floor(chance() * n);

export const oneOf = <T>(chance: Chance, items: readonly T[]): T =>
  items[below(chance, items.length)] as T;
