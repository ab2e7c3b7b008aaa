// Choices for the generator and the walks, from a sequence that can be had again
// (e2e/kit/seeded.ts).

export type Chance = () => number;

export const below = (chance: Chance, n: number): number => Math.floor(chance() * n);

export const oneOf = <T>(chance: Chance, items: readonly T[]): T =>
  items[below(chance, items.length)] as T;
