// Where the names of ways out stand: on their arrow, near its start.
// L1 a label never lies on a card or on another label, as long as its arrow has a free place.
// L2 never on a corner: it keeps a corner's radius away from every bend.
// L3 not on another arrow, if there is a place that is not.

import { crosses, grown, overlap, span, type Point, type Rect } from './geometry.ts';
import { createNearby } from './nearby.ts';
import type { Route } from './route-arrows.ts';

/** The name of an arrow; `keep` is a place that stays as it is. */
export type Label = { id: string; width: number; keep?: Point | undefined };

const HEIGHT = 20;
const CORNER = 12;
const HEAD = 12;
const FROM_START = 8;
/** A label is tried every so many pixels, and in no more places than this on one piece. */
const STRIDE = 6;
const MOST = 400;
/** Half of the longest label, and a little: what is farther from an arrow is not under its name. */
const NEAR = 320;

/**
 * Middles of the places on one straight piece that leave its ends free, nearest the start first.
 */
function placesOn(
  a: Point,
  b: Point,
  width: number,
  ends: { first: boolean; last: boolean },
): Point[] {
  const isFlat = a[1] === b[1];
  const half = (isFlat ? width : HEIGHT) / 2;
  const from = half + (ends.first ? FROM_START : CORNER);
  const far = Math.abs(isFlat ? b[0] - a[0] : b[1] - a[1]);
  const to = far - half - (ends.last ? HEAD : CORNER);
  if (to < from) return [];
  const sign = Math.sign(isFlat ? b[0] - a[0] : b[1] - a[1]);
  const at = (d: number): Point => (isFlat ? [a[0] + sign * d, a[1]] : [a[0], a[1] + sign * d]);
  // On a short piece the middle looks right; on a long one the name belongs to its start.
  const best = to - from <= 28 ? (from + to) / 2 : Math.min(from + 8, to);
  const stride = Math.max(STRIDE, (to - from) / MOST);
  const length = Math.floor((to - from) / stride) + 1;
  const rest = Array.from({ length }, (_none, i) => from + stride * i);
  return [best, ...rest].map(at);
}

const rectAt = ([x, y]: Point, width: number): Rect => ({
  x: x - width / 2,
  y: y - HEIGHT / 2,
  w: width,
  h: HEIGHT,
});

type Line = { id: string; a: Point; b: Point };

/** What a label may lie on, as far as it is near one that still looks for a place. */
function obstacles(fresh: Label[], routes: Map<string, Route>, boxes: Rect[]) {
  const own = fresh.flatMap(({ id }) => routes.get(id)?.box ?? []);
  const near = (rect: Rect): boolean => own.some((box) => overlap(grown(box, NEAR), rect));
  const blocks = createNearby<Rect>();
  for (const box of boxes) if (near(box)) blocks.add(grown(box, 3), grown(box, 3));
  const lines = createNearby<Line>();
  for (const { id, points, box } of routes.values())
    if (near(box))
      points.slice(1).forEach((b, i) => {
        const a = points[i] as Point;
        lines.add(span(a, b), { id, a, b });
      });
  return { blocks, lines };
}

/** The middle of every label, by arrow. Labels that fit nowhere stand on their longest piece. */
export function placeLabels(
  labels: Label[],
  routes: Map<string, Route>,
  boxes: Rect[],
): Map<string, Point> {
  const placed = new Map<string, Point>();
  const fresh = labels.filter(({ keep }) => !keep);
  const taken = createNearby<Rect>();
  for (const { id, width, keep } of labels) {
    if (!keep) continue;
    placed.set(id, keep);
    if (fresh.length > 0) taken.add(rectAt(keep, width), rectAt(keep, width));
  }
  if (fresh.length === 0) return placed;
  const { blocks, lines } = obstacles(fresh, routes, boxes);
  for (const { id, width } of fresh.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const points = routes.get(id)?.points;
    if (!points) continue;
    const faults = (place: Point): number => {
      const rect = rectAt(place, width);
      const near = grown(rect, 3);
      const isUnder = (p: Line): boolean => p.id !== id && crosses(p.a, p.b, near);
      return (
        100 * blocks.at(rect).filter((block) => overlap(rect, block)).length +
        100 * taken.at(near).filter((other) => overlap(near, other)).length +
        lines.at(near).filter(isUnder).length
      );
    };
    const place = bestOf(points, width, faults);
    placed.set(id, place);
    taken.add(rectAt(place, width), rectAt(place, width));
  }
  return placed;
}

/** The first place without a fault, else the first with the fewest (L1, L3). */
function bestOf(points: Point[], width: number, faults: (place: Point) => number): Point {
  let best = longest(points);
  let least = Infinity;
  for (const [i, b] of points.slice(1).entries()) {
    const ends = { first: i === 0, last: i === points.length - 2 };
    for (const place of placesOn(points[i] as Point, b, width, ends)) {
      const n = faults(place);
      if (n === 0) return place;
      if (n < least) [best, least] = [place, n];
    }
  }
  return best;
}

function longest(points: Point[]): Point {
  let best: Point = points[0] as Point;
  let most = -1;
  points.slice(1).forEach((b, i) => {
    const a = points[i] as Point;
    const far = Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
    if (far > most) [best, most] = [[(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], far];
  });
  return best;
}
