// The way of one arrow: the cheapest walk over a sparse grid of lines between the cards.
// P1 a walk never enters a block; if there is none at all, the answer is undefined.
// P2 deterministic: equal costs are settled by the order of the grid, never by chance.
// P3 costs: length, bends, crossing another arrow, running on top of one; horizontals near the
//    start.

import { crosses, type Point, type Rect } from './geometry.ts';

/** A straight piece of an arrow already drawn. */
export type Piece = { a: Point; b: Point };
export type Direction = 'right' | 'down' | 'left' | 'up';

const STEP: Record<Direction, Point> = { right: [1, 0], down: [0, 1], left: [-1, 0], up: [0, -1] };
const NAMES = ['right', 'down', 'left', 'up'] as const;
const BEND = 60;
const CROSSING = 30;
const ON_TOP = 120;
const NEAR_START = 0.004;
/** Two lines closer than this look like one. */
const APART = 8;

type Search = {
  from: Point;
  to: Point;
  leave: Direction;
  arrive: Direction;
  blocks: Rect[];
  drawn: Piece[];
  xs: number[];
  ys: number[];
};

/** Sorted values without those that (almost) repeat an earlier one; `keep` always stays. */
export function lines(values: number[], keep: number[]): number[] {
  const all = [...new Set([...keep, ...values])].sort((a, b) => a - b);
  const kept = new Set(keep);
  return all.filter((v, i) => {
    const near = all.filter((other, j) => j !== i && Math.abs(other - v) < 2);
    return kept.has(v) || !near.some((other) => kept.has(other) || other < v);
  });
}

/** What running along `a`–`b` costs beside its length, because of arrows already drawn (P3). */
function trouble(a: Point, b: Point, drawn: Piece[]): number {
  let cost = 0;
  const isFlat = a[1] === b[1];
  for (const piece of drawn) {
    const wasFlat = piece.a[1] === piece.b[1];
    if (isFlat === wasFlat) {
      const k = isFlat ? 1 : 0;
      const along = isFlat ? 0 : 1;
      if (Math.abs(piece.a[k] - a[k]) >= APART) continue;
      const low = Math.max(Math.min(a[along], b[along]), Math.min(piece.a[along], piece.b[along]));
      const high = Math.min(Math.max(a[along], b[along]), Math.max(piece.a[along], piece.b[along]));
      if (high > low) cost += ON_TOP + 4 * (high - low);
    } else if (meet(a, b, piece)) cost += CROSSING;
  }
  return cost;
}

function meet(a: Point, b: Point, { a: c, b: d }: Piece): boolean {
  const within = (v: number, p: number, q: number): boolean =>
    v > Math.min(p, q) && v <= Math.max(p, q);
  return a[1] === b[1]
    ? within(c[0], a[0], b[0]) && within(a[1], c[1], d[1])
    : within(c[1], a[1], b[1]) && within(a[0], c[0], d[0]);
}

/** A heap of numbered states ordered by cost, then by number (P2). */
function createHeap(): { push: (cost: number, state: number) => void; pop: () => number } {
  const items: [cost: number, state: number][] = [];
  const less = (i: number, j: number): boolean => {
    const [a, b] = [items[i] as [number, number], items[j] as [number, number]];
    return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  };
  const swap = (i: number, j: number): void => {
    [items[i], items[j]] = [items[j] as [number, number], items[i] as [number, number]];
  };
  return {
    push(cost, state) {
      let i = items.push([cost, state]) - 1;
      for (let up = (i - 1) >> 1; i > 0 && less(i, up); i = up, up = (i - 1) >> 1) swap(i, up);
    },
    pop() {
      if (items.length === 0) return -1;
      swap(0, items.length - 1);
      const [, state] = items.pop() as [number, number];
      for (let i = 0; ;) {
        const [l, r] = [2 * i + 1, 2 * i + 2];
        let least = i;
        if (l < items.length && less(l, least)) least = l;
        if (r < items.length && less(r, least)) least = r;
        if (least === i) return state;
        swap(i, least);
        i = least;
      }
    },
  };
}

/** The corners of the cheapest walk from `from` to `to`, both included (P1). */
export function findPath(search: Search): Point[] | undefined {
  const { from, to, leave, arrive, blocks, drawn, xs, ys } = search;
  const wide = xs.length;
  const start = (ys.indexOf(from[1]) * wide + xs.indexOf(from[0])) * 4 + NAMES.indexOf(leave);
  const goal = (ys.indexOf(to[1]) * wide + xs.indexOf(to[0])) * 4 + NAMES.indexOf(arrive);
  const best = new Float64Array(wide * ys.length * 4).fill(Infinity);
  const came = new Int32Array(best.length).fill(-1);
  const heap = createHeap();
  const at = (cell: number): Point => [
    xs[cell % wide] as number,
    ys[Math.floor(cell / wide)] as number,
  ];
  const rest = (p: Point): number => Math.abs(p[0] - to[0]) + Math.abs(p[1] - to[1]);
  best[start] = 0;
  heap.push(rest(from), start);
  for (let state = heap.pop(); state !== -1; state = heap.pop()) {
    if (state === goal) return corners(state, came, at);
    const [cell, facing] = [state >> 2, state & 3];
    if (cell === goal >> 2 && ((facing + 2) & 3) !== (goal & 3)) {
      // Arrived: the last turn is made on the spot, as the piece to the card is still to come.
      const cost = (best[state] as number) + BEND;
      if (cost >= (best[goal] as number)) continue;
      best[goal] = cost;
      came[goal] = state;
      heap.push(cost, goal);
      continue;
    }
    const here = at(cell);
    for (let d = 0; d < 4; d++) {
      if (((d + 2) & 3) === facing) continue; // never straight back
      const [dx, dy] = STEP[NAMES[d] as Direction];
      const [i, j] = [(cell % wide) + dx, Math.floor(cell / wide) + dy];
      if (i < 0 || j < 0 || i >= wide || j >= ys.length) continue;
      const next = at(j * wide + i);
      if (blocks.some((block) => crosses(here, next, block))) continue;
      const far = Math.abs(next[0] - here[0]) + Math.abs(next[1] - here[1]);
      const low = dx === 0 ? 0 : NEAR_START * Math.abs(here[1] - from[1]) * far;
      const cost =
        (best[state] as number) +
        far +
        low +
        (d === facing ? 0 : BEND) +
        trouble(here, next, drawn);
      const to4 = (j * wide + i) * 4 + d;
      if (cost >= (best[to4] as number)) continue;
      best[to4] = cost;
      came[to4] = state;
      heap.push(cost + rest(next), to4);
    }
  }
  return undefined;
}

/** The walk as its corners: points on a straight line are left out. */
function corners(last: number, came: Int32Array, at: (cell: number) => Point): Point[] {
  const walk: Point[] = [];
  for (let state = last; state !== -1; state = came[state] as number) walk.unshift(at(state >> 2));
  return straightened(walk);
}

/** The same line without points that are not corners. */
export const straightened = (walk: Point[]): Point[] =>
  walk.filter((p, i) => {
    const [a, b] = [walk[i - 1], walk[i + 1]];
    if (!a || !b) return true;
    const isSame = a[0] === p[0] && a[1] === p[1];
    return !isSame && !((a[0] === p[0] && p[0] === b[0]) || (a[1] === p[1] && p[1] === b[1]));
  });
