// Sets of small whole numbers, so that "what can be reached from here" stays cheap at a thousand
// steps. Every step of a scope has a number, its place in drawing order; a set is one bit per
// number.

export type Bits = Uint32Array;

export const noBits = (size: number): Bits => new Uint32Array((size + 31) >>> 5);

export const has = (bits: Bits, i: number): boolean =>
  ((bits[i >>> 5] as number) & (1 << (i & 31))) !== 0;

export const add = (bits: Bits, i: number): void => {
  bits[i >>> 5] = (bits[i >>> 5] as number) | (1 << (i & 31));
};

export const remove = (bits: Bits, i: number): void => {
  bits[i >>> 5] = (bits[i >>> 5] as number) & ~(1 << (i & 31));
};

export const both = (a: Bits, b: Bits): Bits => a.map((word, i) => word & (b[i] as number));
export const either = (a: Bits, b: Bits): Bits => a.map((word, i) => word | (b[i] as number));
export const without = (a: Bits, b: Bits): Bits => a.map((word, i) => word & ~(b[i] as number));

export const isEmpty = (bits: Bits): boolean => bits.every((word) => word === 0);
export const meet = (a: Bits, b: Bits): boolean =>
  a.some((word, i) => (word & (b[i] as number)) !== 0);
/** Is everything in `a` also in `b`? */
export const within = (a: Bits, b: Bits): boolean =>
  a.every((word, i) => (word & ~(b[i] as number)) === 0);

/** The numbers in a set, ascending. */
export function members(bits: Bits): number[] {
  const out: number[] = [];
  bits.forEach((word, w) => {
    for (let left = word; left; left &= left - 1) out.push(w * 32 + 31 - Math.clz32(left & -left));
  });
  return out;
}

export function bitsOf(size: number, numbers: Iterable<number>): Bits {
  const bits = noBits(size);
  for (const i of numbers) add(bits, i);
  return bits;
}
