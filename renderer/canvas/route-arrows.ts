// All arrows of one scope, drawn around its cards.
// R1 an arrow never runs behind a card.
// R2 the same boxes and arrows give the same lines, whatever order they come in.
// R3 straight ones first, then the short ones: a long way around gives way to a short one.

import { entriesOf, type Entry } from './entries.ts';
import { findPath, lines, straightened, type Direction, type Piece } from './find-path.ts';
import {
  around,
  crosses,
  grown,
  overlap,
  span,
  type Box,
  type Point,
  type Rect,
} from './geometry.ts';

/** An arrow to draw: it leaves `from` at `start`, downwards or to the right. */
export type Link = { id: string; from: string; to: string; start: Point; leave: 'down' | 'right' };
export type Route = { id: string; points: Point[] };

/** Straight piece at both ends: enough for the corner and the arrow's head. */
const LEAD = 16;
/** Lines keep this distance from cards they pass. */
const CLEAR = 10;
/** Offsets of the lanes beside and between the cards. */
const BESIDE = [24, 40];
const BETWEEN = [16, 30];
/** A second arrow in the same lane runs this far beside the first. */
const LANE = 12;
/** Boxes farther away than this from both ends are looked at only if there is no way otherwise. */
const NEARBY = 160;

const ARRIVE: Record<Entry['side'], Direction> = { top: 'down', left: 'right', right: 'left' };
const BACK: Record<Entry['side'], Point> = { top: [0, -1], left: [-1, 0], right: [1, 0] };

type Job = Link & { entry: Entry };

const pieces = (points: Point[]): Piece[] =>
  points.slice(1).map((b, i) => ({ a: points[i] as Point, b }));

const isStraight = ({ start, entry, leave }: Job): boolean =>
  leave === 'down' &&
  entry.side === 'top' &&
  Math.abs(start[0] - entry.at[0]) < 1 &&
  entry.at[1] > start[1];

const length = ({ start, entry }: Job): number =>
  Math.abs(start[0] - entry.at[0]) + Math.abs(start[1] - entry.at[1]);

/** The lines arrows may run on, around these boxes and beside what is drawn already. */
function gridOf(
  boxes: Box[],
  drawn: Piece[],
  from: Point,
  to: Point,
): { xs: number[]; ys: number[] } {
  const xs = boxes.flatMap((b) => BESIDE.flatMap((d) => [b.x - d, b.x + b.w + d]));
  const ys = boxes.flatMap((b) => BETWEEN.flatMap((d) => [b.y - d, b.y + b.h + d]));
  for (const { a, b } of drawn) {
    if (a[0] === b[0]) xs.push(a[0] - LANE, a[0] + LANE);
    else ys.push(a[1] - LANE, a[1] + LANE);
  }
  return { xs: lines(xs, [from[0], to[0]]), ys: lines(ys, [from[1], to[1]]) };
}

/** One arrow around the given boxes. */
function around1(job: Job, boxes: Box[], drawn: Piece[]): Point[] | undefined {
  const { start, entry, leave } = job;
  const from: Point = leave === 'down' ? [start[0], start[1] + LEAD] : [start[0] + LEAD, start[1]];
  const [bx, by] = BACK[entry.side];
  const to: Point = [entry.at[0] + bx * LEAD, entry.at[1] + by * LEAD];
  const walk = findPath({
    from,
    to,
    leave,
    arrive: ARRIVE[entry.side],
    blocks: boxes.map((box) => grown(box, CLEAR)),
    drawn,
    ...gridOf(boxes, drawn, from, to),
  });
  return walk && straightened([start, ...walk, entry.at]);
}

/** The way of one arrow, given the boxes and what is drawn already. */
function wayOf(job: Job, boxes: Box[], drawn: Piece[]): Point[] {
  const { start, entry } = job;
  const others = boxes.filter((box) => box.id !== job.from && box.id !== job.to);
  if (isStraight(job) && !others.some((box) => crosses(start, entry.at, grown(box, 2))))
    return [start, entry.at];
  const area = grown(around([span(start, entry.at)]) as Rect, NEARBY);
  const near = boxes.filter((box) => overlap(box, area));
  const close = drawn.filter(({ a, b }) => overlap(grown(span(a, b), 1), area));
  const way = around1(job, near, close);
  const isClear = (points: Point[]): boolean =>
    pieces(points).every(({ a, b }) => !others.some((box) => crosses(a, b, box)));
  if (way && isClear(way)) return way;
  // Cards that overlap leave no way at all; then a plain line is better than none.
  return around1(job, boxes, drawn) ?? plain(job);
}

function plain({ start, entry }: Job): Point[] {
  const y = (start[1] + entry.at[1]) / 2;
  if (entry.side !== 'top') return straightened([start, [start[0], entry.at[1]], entry.at]);
  return straightened([start, [start[0], y], [entry.at[0], y], entry.at]);
}

/** What else is drawn in a scope and must be left alone: the way round of a loop. */
export type Drawn = { pieces: Piece[]; sides: ReadonlyMap<string, ReadonlySet<Entry['side']>> };
const NOTHING: Drawn = { pieces: [], sides: new Map() };

/**
 * Every arrow as a line of right angles from its start to the border of its target. `keep` holds
 * routes that stay as they are (while a card is dragged, only what it touches is drawn again).
 */
export function routeArrows(
  boxes: Box[],
  links: Link[],
  keep: ReadonlyMap<string, Route> = new Map(),
  before: Drawn = NOTHING,
): Map<string, Route> {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const into = Map.groupBy(links, (link) => link.to);
  const jobs: Job[] = [...into].flatMap(([to, list]) => {
    const box = byId.get(to);
    if (!box) return [];
    const entries = entriesOf(list, box, boxes, before.sides.get(to));
    return list.map((link) => ({ ...link, entry: entries.get(link.id) as Entry }));
  });
  const order = jobs.toSorted(
    (a, b) =>
      Number(isStraight(b)) - Number(isStraight(a)) ||
      length(a) - length(b) ||
      (a.id < b.id ? -1 : 1),
  );
  const done = new Map<string, Route>();
  const drawn: { piece: Piece; job: Job }[] = [];
  for (const job of order) {
    const kept = keep.get(job.id);
    // Arrows that leave by the same way out may share their first piece.
    const others = drawn.filter(
      ({ job: o }) => o.start[0] !== job.start[0] || o.start[1] !== job.start[1],
    );
    const taken = [...before.pieces, ...others.map(({ piece }) => piece)];
    const points = kept?.points ?? wayOf(job, boxes, taken);
    done.set(job.id, kept ?? { id: job.id, points });
    drawn.push(...pieces(points).map((piece) => ({ piece, job })));
  }
  return done;
}

/** The routes that can stay when these boxes moved: neither tied to one nor in the way of one. */
export function untouched(
  routes: ReadonlyMap<string, Route>,
  links: Link[],
  moved: Box[],
): Map<string, Route> {
  const ids = new Set(moved.map((box) => box.id));
  const tied = new Set(links.filter((l) => ids.has(l.from) || ids.has(l.to)).map((l) => l.to));
  const stays = (link: Link): boolean => {
    const route = routes.get(link.id);
    if (!route || tied.has(link.to) || ids.has(link.from)) return false;
    return pieces(route.points).every(
      ({ a, b }) => !moved.some((box) => crosses(a, b, grown(box, CLEAR))),
    );
  };
  return new Map(links.filter(stays).map((link) => [link.id, routes.get(link.id) as Route]));
}
