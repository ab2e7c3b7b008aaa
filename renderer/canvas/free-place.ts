// Where something new can lie without covering what is there.

import { SNAP, type Point, type Rect } from './geometry.ts';

const GAP = 2 * SNAP;
const STRIDE = 4 * SNAP;
const RINGS = 60;

const meets = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w + GAP && b.x < a.x + a.w + GAP && a.y < b.y + b.h + GAP && b.y < a.y + a.h + GAP;

/** The places in a square ring around a wish, the nearest first. */
function ringOf([x, y]: Point, ring: number): Point[] {
  const out: Point[] = [];
  for (let i = -ring; i <= ring; i++)
    for (let j = -ring; j <= ring; j++)
      if (Math.max(Math.abs(i), Math.abs(j)) === ring) out.push([x + i * STRIDE, y + j * STRIDE]);
  const away = (at: Point): number => Math.hypot(at[0] - x, at[1] - y);
  return out.toSorted((a, b) => away(a) - away(b));
}

/** The free place nearest to a wish; the wish itself when everything near it is taken. */
export function freePlace(wish: Point, size: { w: number; h: number }, taken: Rect[]): Point {
  for (let ring = 0; ring <= RINGS; ring++)
    for (const [x, y] of ringOf(wish, ring))
      if (!taken.some((rect) => meets({ x, y, ...size }, rect))) return [x, y];
  return wish;
}
