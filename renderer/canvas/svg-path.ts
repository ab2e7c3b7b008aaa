// Lines of right angles as SVG, with round corners and a head.

import type { Point } from './geometry.ts';

const RADIUS = 10;
/** Free space between a card's port and the line, and between the head's tip and the card. */
const GAP_START = 4;
const GAP_END = 2;
const HEAD = 8;

const toward = (from: Point, to: Point, by: number): Point => [
  from[0] + Math.sign(to[0] - from[0]) * by,
  from[1] + Math.sign(to[1] - from[1]) * by,
];

/** The line from 4 px after its start to where its head begins. */
export function linePath(points: readonly Point[]): string {
  const [first, second] = [points[0] as Point, points[1] as Point];
  const [last, before] = [points.at(-1) as Point, points.at(-2) as Point];
  const drawn = points.slice();
  drawn[0] = toward(first, second, GAP_START);
  drawn[drawn.length - 1] = toward(last, before, GAP_END + HEAD - 1);
  let d = `M${drawn[0]?.join(' ')}`;
  for (let i = 1; i < drawn.length - 1; i++) {
    const [a, p, b] = [drawn[i - 1] as Point, drawn[i] as Point, drawn[i + 1] as Point];
    const into = toward(p, a, Math.min(RADIUS, distance(a, p) / 2));
    const out = toward(p, b, Math.min(RADIUS, distance(p, b) / 2));
    d += ` L${into.join(' ')} Q${p.join(' ')} ${out.join(' ')}`;
  }
  return `${d} L${drawn.at(-1)?.join(' ')}`;
}

/** The head: 8 long, 9 wide, its tip 2 px before the card. */
export function headPath(points: readonly Point[]): string {
  const [last, before] = [points.at(-1) as Point, points.at(-2) as Point];
  const tip = toward(last, before, GAP_END);
  const [dx, dy] = [Math.sign(tip[0] - before[0]), Math.sign(tip[1] - before[1])];
  const [bx, by] = [tip[0] - dx * HEAD, tip[1] - dy * HEAD];
  return `M${tip.join(' ')} L${bx + dy * 4.5} ${by - dx * 4.5} L${bx - dy * 4.5} ${by + dx * 4.5} Z`;
}

/** The middle of the last piece that is long enough to stand on, else of the longest. */
export function middleOf(points: readonly Point[]): Point {
  const pieces = points.slice(1).map((b, i) => [points[i] as Point, b] as const);
  const roomy = pieces.filter(([a, b]) => distance(a, b) >= 40).at(-1);
  const [a, b] =
    roomy ?? (pieces.toSorted((p, q) => distance(...q) - distance(...p))[0] as (typeof pieces)[0]);
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

const distance = (a: Point, b: Point): number => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
