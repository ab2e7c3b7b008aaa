// The way of one arrow: the cheapest walk over a sparse grid of lines between the cards.
// P1 a walk never enters a block; if there is none at all, the answer is undefined.
// P2 deterministic: equal costs are settled by the order of the grid, never by chance.
// P3 costs: length, bends, crossing another arrow, running on top of one; horizontals near the
//    start.
// P4 what a piece of the grid costs is summed up once per search, so that a step of the walk looks
//    at nothing but that figure: this runs while a hand drags.

import type { Point, Rect } from './geometry.ts';

/** A straight piece of an arrow already drawn. */
export type Piece = { a: Point; b: Point };
export type Direction = 'right' | 'down' | 'left' | 'up';

const NAMES: readonly Direction[] = ['right', 'down', 'left', 'up'];
/** One piece of the grid in each of these directions. */
const ACROSS = [1, 0, -1, 0];
const DOWN = [0, 1, 0, -1];
const BEND = 60;
const CROSSING = 30;
const ON_TOP = 120;
const NEAR_START = 0.004;
/** Two lines closer than this look like one. */
const APART = 8;
/** So many places around a goal are looked at before it is searched for. */
const FEW = 60;

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

/** The first place in a sorted list that holds at least `v`. */
function firstAt(sorted: number[], v: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < v) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The pieces between neighbours on one line: from the k-th crossing line to the next (P4). */
type Toll = (line: number, k: number) => number;

/**
 * What it costs to go along each piece of each line beside its length, for lines at `at` crossed by
 * lines at `by`: blocks close a piece, arrows already drawn make it dear (P1, P3, P4). `along` is
 * the axis the lines run on.
 */
function tollsOf(at: number[], by: number[], along: 0 | 1, search: Search): Toll {
  const n = by.length;
  const tolls = new Float64Array(at.length * n);
  const across = along === 0 ? 1 : 0;
  const add = (line: number, k: number, cost: number): void => {
    tolls[line * n + k] = (tolls[line * n + k] as number) + cost;
  };
  /** The pieces that reach into more than the border of a stretch. */
  const visit = (low: number, high: number, see: (k: number) => void): void => {
    for (let k = Math.max(0, firstAt(by, low) - 1); k < n - 1 && (by[k] as number) < high; k++)
      if ((by[k + 1] as number) > low) see(k);
  };
  for (const { x, y, w, h } of search.blocks) {
    const [low, high, first, last] = along === 0 ? [x, x + w, y, y + h] : [y, y + h, x, x + w];
    for (let line = firstAt(at, first); line < at.length && (at[line] as number) < last; line++)
      if ((at[line] as number) > first) visit(low, high, (k) => add(line, k, Infinity));
  }
  for (const { a, b } of search.drawn) {
    const isAlong = (a[1] === b[1]) === (along === 0);
    if (isAlong) {
      const [low, high] = [Math.min(a[along], b[along]), Math.max(a[along], b[along])];
      const own = a[across];
      let line = firstAt(at, own - APART);
      for (; line < at.length && (at[line] as number) < own + APART; line++)
        if ((at[line] as number) > own - APART)
          visit(low, high, (k) => {
            const shared = Math.min(by[k + 1] as number, high) - Math.max(by[k] as number, low);
            add(line, k, ON_TOP + 4 * shared);
          });
    } else {
      // The piece it goes through; one that ends on a line touches it.
      const k = firstAt(by, a[along]) - 1;
      const [low, high] = [Math.min(a[across], b[across]), Math.max(a[across], b[across])];
      if (k < 0 || k >= n - 1) continue;
      for (let line = firstAt(at, low); line < at.length && (at[line] as number) <= high; line++)
        if ((at[line] as number) > low) add(line, k, CROSSING);
    }
  }
  return (line, k) => tolls[line * n + k] as number;
}

/** Numbered states, the cheapest first, then the one with the lower number (P2). */
type Heap = {
  push: (cost: number, state: number) => void;
  /** The first state, or -1; what it cost is in `cost` then. */
  pop: () => number;
  cost: number;
};

function createHeap(): Heap {
  const costs: number[] = [];
  const states: number[] = [];
  const isBefore = (cost: number, state: number, at: number): boolean =>
    cost < (costs[at] as number) || (cost === costs[at] && state < (states[at] as number));
  const put = (at: number, cost: number, state: number): void => {
    costs[at] = cost;
    states[at] = state;
  };
  const heap: Heap = {
    cost: 0,
    push(cost, state) {
      let i = costs.length;
      for (; i > 0;) {
        const up = (i - 1) >> 1;
        if (!isBefore(cost, state, up)) break;
        put(i, costs[up] as number, states[up] as number);
        i = up;
      }
      put(i, cost, state);
    },
    pop() {
      const first = states[0];
      if (first === undefined) return -1;
      heap.cost = costs[0] as number;
      const cost = costs.pop() as number;
      const state = states.pop() as number;
      const n = costs.length;
      if (n === 0) return first;
      let i = 0;
      for (let next = 1; next < n; next = 2 * i + 1) {
        const other = next + 1;
        if (other < n && isBefore(costs[other] as number, states[other] as number, next))
          next = other;
        if (isBefore(cost, state, next)) break;
        put(i, costs[next] as number, states[next] as number);
        i = next;
      }
      put(i, cost, state);
      return first;
    },
  };
  return heap;
}

/**
 * The fewest bends with which a walk that faces `facing` comes from `dx`, `dy` before its goal to
 * it and faces `arrive` there; facings are numbers of NAMES.
 */
function bendsTo(dx: number, dy: number, facing: number, arrive: number): number {
  const differ = (a: number, b: number): number => (a === b ? 0 : 1);
  if (dx === 0 && dy === 0) return differ(facing, arrive);
  const [across, down] = [dx > 0 ? 0 : 2, dy > 0 ? 1 : 3];
  if (dy === 0) return differ(facing, across) + differ(across, arrive);
  if (dx === 0) return differ(facing, down) + differ(down, arrive);
  const [toAcross, toDown] = [differ(facing, across), differ(facing, down)];
  const [fromAcross, fromDown] = [differ(across, arrive), differ(down, arrive)];
  return Math.min(
    1 + Math.min(toAcross + fromDown, toDown + fromAcross),
    2 + Math.min(toAcross + fromAcross, toDown + fromDown),
  );
}

type Grid = { wide: number; high: number; flat: Toll; upright: Toll };

/**
 * Whether so few places lead to the goal that all of them are soon seen, and the start is none of
 * them: then a whole search for nothing is spared, which is what a card dragged over another is.
 */
function isShutIn(goal: number, start: number, { wide, high, flat, upright }: Grid): boolean {
  const seen = new Set([goal]);
  for (const cell of seen) {
    if (cell === start || seen.size > FEW) return false;
    const i = cell % wide;
    const j = (cell - i) / wide;
    if (i > 0 && flat(j, i - 1) < Infinity) seen.add(cell - 1);
    if (i < wide - 1 && flat(j, i) < Infinity) seen.add(cell + 1);
    if (j > 0 && upright(i, j - 1) < Infinity) seen.add(cell - wide);
    if (j < high - 1 && upright(i, j) < Infinity) seen.add(cell + wide);
  }
  return true;
}

/** The corners of the cheapest walk from `from` to `to`, both included (P1). */
export function findPath(search: Search): Point[] | undefined {
  const { from, to, leave, arrive, xs, ys } = search;
  const [wide, high] = [xs.length, ys.length];
  const flat = tollsOf(ys, xs, 0, search);
  const upright = tollsOf(xs, ys, 1, search);
  const start = (ys.indexOf(from[1]) * wide + xs.indexOf(from[0])) * 4 + NAMES.indexOf(leave);
  const goal = (ys.indexOf(to[1]) * wide + xs.indexOf(to[0])) * 4 + NAMES.indexOf(arrive);
  if (isShutIn(goal >> 2, start >> 2, { wide, high, flat, upright })) return undefined;
  const best = new Float64Array(wide * high * 4).fill(Infinity);
  const came = new Int32Array(best.length).fill(-1);
  const heap = createHeap();
  const end = NAMES.indexOf(arrive);
  /** What is still to come at the least: the way there, and its bends. */
  const rest = (i: number, j: number, d: number): number => {
    const [dx, dy] = [to[0] - (xs[i] as number), to[1] - (ys[j] as number)];
    return Math.abs(dx) + Math.abs(dy) + BEND * bendsTo(dx, dy, d, end);
  };
  best[start] = 0;
  heap.push(0, start);
  for (let state = heap.pop(); state !== -1; state = heap.pop()) {
    if (state === goal)
      return corners(state, came, (cell) => [
        xs[cell % wide] as number,
        ys[Math.floor(cell / wide)] as number,
      ]);
    const cell = state >> 2;
    const facing = state & 3;
    if (cell === goal >> 2 && ((facing + 2) & 3) !== (goal & 3)) {
      // Arrived: the last turn is made on the spot, as the piece to the card is still to come.
      const cost = (best[state] as number) + BEND;
      if (cost >= (best[goal] as number)) continue;
      best[goal] = cost;
      came[goal] = state;
      heap.push(cost, goal);
      continue;
    }
    const i = cell % wide;
    const j = (cell - i) / wide;
    const sofar = best[state] as number;
    // A cheaper walk to here was found since, and gone on with.
    if (heap.cost > sofar + rest(i, j, facing)) continue;
    for (let d = 0; d < 4; d++) {
      if (((d + 2) & 3) === facing) continue; // never straight back
      const dx = ACROSS[d] as number;
      const ni = i + dx;
      const nj = j + (DOWN[d] as number);
      if (ni < 0 || nj < 0 || ni >= wide || nj >= high) continue;
      const toll = dx === 0 ? upright(i, Math.min(j, nj)) : flat(j, Math.min(i, ni));
      const far =
        dx === 0
          ? Math.abs((ys[nj] as number) - (ys[j] as number))
          : Math.abs((xs[ni] as number) - (xs[i] as number));
      const low = dx === 0 ? 0 : NEAR_START * Math.abs((ys[j] as number) - from[1]) * far;
      const cost = sofar + far + low + (d === facing ? 0 : BEND) + toll;
      const next = (nj * wide + ni) * 4 + d;
      if (cost >= (best[next] as number)) continue;
      best[next] = cost;
      came[next] = state;
      heap.push(cost + rest(ni, nj, d), next);
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
