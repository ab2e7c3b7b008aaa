// What lies near a place, without looking at everything: rectangles sorted into a grid of cells.

import type { Rect } from './geometry.ts';

const CELL = 256;
/** What covers more cells than this is near everything: a drawing may be a million pixels wide. */
const WIDE = 4096;
/** Where a place times ROW is no exact number any more. */
const FAR = 2 ** 40;
/** More cells side by side than any drawing has, so that two cells never share a number. */
const ROW = 1_000_003;

export type Nearby<T> = {
  add: (rect: Rect, item: T) => void;
  /** Everything in the cells a rectangle touches, once each; some of it may be just outside. */
  at: (rect: Rect) => T[];
};

export function createNearby<T>(): Nearby<T> {
  const cells = new Map<number, T[]>();
  const wide: T[] = [];
  // So far out that numbers no longer tell one cell from the next, it counts as near everything.
  const isFar = ({ x, y, w, h }: Rect): boolean =>
    !(Math.max(Math.abs(x), Math.abs(y)) + w + h < FAR);
  const covers = (r: Rect): number => (isFar(r) ? Infinity : (r.w / CELL + 2) * (r.h / CELL + 2));
  const visit = (r: Rect, see: (key: number) => void): void => {
    for (let i = Math.floor(r.x / CELL); i <= Math.floor((r.x + r.w) / CELL); i++)
      for (let j = Math.floor(r.y / CELL); j <= Math.floor((r.y + r.h) / CELL); j++)
        see(i * ROW + j);
  };
  return {
    add(rect, item) {
      if (covers(rect) > WIDE) wide.push(item);
      else
        visit(rect, (key) => {
          const cell = cells.get(key);
          if (cell) cell.push(item);
          else cells.set(key, [item]);
        });
    },
    at(rect) {
      const found = new Set<T>(wide);
      const see = (key: number): void => {
        for (const item of cells.get(key) ?? []) found.add(item);
      };
      if (covers(rect) > WIDE) for (const key of cells.keys()) see(key);
      else visit(rect, see);
      return [...found];
    },
  };
}
