// Where the names of ways out stand: on their arrow, near its start.
// L1 a label never lies on a card or on another label, as long as its arrow has a free place.
// L2 never on a corner: it keeps a corner's radius away from every bend.
// L3 not on another arrow, if there is a place that is not.

import { crosses, grown, overlap, type Point, type Rect } from './geometry.ts';
import type { Route } from './route-arrows.ts';

export type Label = { id: string; width: number };

const HEIGHT = 20;
const CORNER = 12;
const HEAD = 12;
const FROM_START = 8;

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
  const rest = Array.from({ length: Math.floor((to - from) / 6) + 1 }, (_none, i) => from + 6 * i);
  return [best, ...rest].map(at);
}

const rectAt = ([x, y]: Point, width: number): Rect => ({
  x: x - width / 2,
  y: y - HEIGHT / 2,
  w: width,
  h: HEIGHT,
});

/** The middle of every label, by arrow. Labels that fit nowhere stand on their longest piece. */
export function placeLabels(
  labels: Label[],
  routes: Map<string, Route>,
  boxes: Rect[],
): Map<string, Point> {
  const placed = new Map<string, Point>();
  const taken: Rect[] = [];
  const blocks = boxes.map((box) => grown(box, 3));
  const pieces = [...routes.values()].flatMap(({ id, points }) =>
    points.slice(1).map((b, i) => ({ id, a: points[i] as Point, b })),
  );
  for (const { id, width } of labels.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const points = routes.get(id)?.points;
    if (!points) continue;
    const places = points
      .slice(1)
      .flatMap((b, i) =>
        placesOn(points[i] as Point, b, width, { first: i === 0, last: i === points.length - 2 }),
      );
    const faults = (place: Point): number => {
      const rect = rectAt(place, width);
      const near = grown(rect, 3);
      return (
        100 * blocks.filter((block) => overlap(rect, block)).length +
        100 * taken.filter((other) => overlap(near, other)).length +
        pieces.filter((p) => p.id !== id && crosses(p.a, p.b, near)).length
      );
    };
    const least = Math.min(...places.map(faults));
    const place = places.find((one) => faults(one) === least) ?? longest(points);
    placed.set(id, place);
    taken.push(rectAt(place, width));
  }
  return placed;
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
