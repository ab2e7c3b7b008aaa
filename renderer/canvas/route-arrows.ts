// All arrows of one scope, drawn around its cards.
// R1 an arrow never runs behind a card.
// R2 the same boxes and arrows give the same lines, whatever order they come in.
// R3 straight ones first, then the short ones: a long way around gives way to a short one.

import { entriesOf, type Entry } from './entries.ts';
import { findPath, lines, straightened, type Direction, type Piece } from './find-path.ts';
import { crosses, grown, overlap, span, type Box, type Point } from './geometry.ts';
import { createNearby, type Nearby } from './nearby.ts';

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
/** What is farther away than this from both ends is looked at only if there is no way otherwise. */
const NEARBY = 160;
const FAR = 720;

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
function around(job: Job, boxes: Box[], drawn: Piece[]): Point[] | undefined {
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

/** What is drawn so far, and which arrows: where they leave tells who may share a first piece. */
type Drawing = { piece: Piece; start: Point };
type Surroundings = { boxes: Nearby<Box>; drawn: Nearby<Drawing> };

/** The way of one arrow through what stands and is drawn around it. */
function wayOf(job: Job, { boxes, drawn }: Surroundings): Point[] {
  const { start, entry } = job;
  const isOther = (box: Box): boolean => box.id !== job.from && box.id !== job.to;
  const isClear = (points: Point[], room: number): boolean =>
    pieces(points).every(({ a, b }) => {
      const found = boxes.at(grown(span(a, b), room)).filter(isOther);
      return !found.some((box) => crosses(a, b, grown(box, room)));
    });
  const straight = [start, entry.at];
  if (isStraight(job) && isClear(straight, 2)) return straight;
  for (const far of [NEARBY, FAR]) {
    const area = grown(span(start, entry.at), far);
    const near = boxes.at(area).filter((box) => overlap(box, area));
    const close = drawn
      .at(area)
      .filter((one) => one.start[0] !== start[0] || one.start[1] !== start[1])
      .map((one) => one.piece);
    const way = around(job, near, close);
    if (way && isClear(way, 0)) return way;
  }
  return plain(job); // cards that overlap leave no way at all; a plain line is better than none
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
  const near: Surroundings = { boxes: createNearby(), drawn: createNearby() };
  for (const box of boxes) near.boxes.add(box, box);
  const draw = (points: Point[], start: Point): void => {
    for (const piece of pieces(points))
      near.drawn.add(grown(span(piece.a, piece.b), 1), { piece, start });
  };
  for (const piece of before.pieces) draw([piece.a, piece.b], [Number.NaN, Number.NaN]);
  const into = Map.groupBy(links, (link) => link.to);
  const jobs = [...into].flatMap(([to, list]): Job[] => {
    const box = byId.get(to);
    if (!box || list.every((link) => keep.has(link.id))) return [];
    const others = near.boxes.at(grown(box, NEARBY));
    const entries = entriesOf(list, box, others, before.sides.get(to));
    return list.map((link) => ({ ...link, entry: entries.get(link.id) as Entry }));
  });
  const done = new Map<string, Route>();
  for (const { id, start } of links) {
    const kept = keep.get(id);
    if (!kept) continue;
    done.set(id, kept);
    if (jobs.length > 0) draw(kept.points, start);
  }
  const order = jobs
    .filter((job) => !keep.has(job.id))
    .toSorted(
      (a, b) =>
        Number(isStraight(b)) - Number(isStraight(a)) ||
        length(a) - length(b) ||
        (a.id < b.id ? -1 : 1),
    );
  for (const job of order) {
    const points = wayOf(job, near);
    done.set(job.id, { id: job.id, points });
    draw(points, job.start);
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
    // Ways out change places with their targets, also those that lead elsewhere.
    const [x, y] = route.points[0] as Point;
    if (x !== link.start[0] || y !== link.start[1]) return false;
    return pieces(route.points).every(
      ({ a, b }) => !moved.some((box) => crosses(a, b, grown(box, CLEAR))),
    );
  };
  return new Map(links.filter(stays).map((link) => [link.id, routes.get(link.id) as Route]));
}
