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
import { createNearby, type Nearby } from './nearby.ts';

/** An arrow to draw: it leaves `from` at `start`, downwards or to the right. */
export type Link = { id: string; from: string; to: string; start: Point; leave: 'down' | 'right' };
/** `box` is the smallest one around it. */
export type Route = { id: string; points: Point[]; box: Rect };

/**
 * How a way is looked for. `far`: what is farther away than this from both ends is left out of it;
 * `lead`: the straight piece at both ends, with room for the corner and the arrow's head; `clear`:
 * the distance kept from cards; `beside`, `between`: where lanes run beside and between the cards.
 */
type Manner = { far: number; lead: number; clear: number; beside: number[]; between: number[] };
const NEARBY = 160;
const FAR = 720;
const ROOMY = { lead: 16, clear: 10, beside: [24, 40], between: [16, 30] };
/** Each is tried only if there is no way by the one before; the last squeezes through 2 pixels. */
const MANNERS: Manner[] = [
  { far: NEARBY, ...ROOMY },
  { far: FAR, ...ROOMY },
  { far: FAR, lead: 4, clear: 2, beside: [4, 12], between: [4, 12] },
  { far: FAR, lead: 1, clear: 0, beside: [1, 8], between: [1, 8] },
];
/** A second arrow in the same lane runs this far beside the first. */
const LANE = 12;

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

const routeOf = (id: string, points: Point[]): Route => ({
  id,
  points,
  box: around(pieces(points).map(({ a, b }) => span(a, b))) ?? { x: 0, y: 0, w: 0, h: 0 },
});

const length = ({ start, entry }: Job): number =>
  Math.abs(start[0] - entry.at[0]) + Math.abs(start[1] - entry.at[1]);

/** The lines arrows may run on, around these boxes and beside what is drawn already. */
function gridOf(
  { beside, between }: Manner,
  boxes: Box[],
  drawn: Piece[],
  [from, to]: [Point, Point],
): { xs: number[]; ys: number[] } {
  const xs = boxes.flatMap((b) => beside.flatMap((d) => [b.x - d, b.x + b.w + d]));
  const ys = boxes.flatMap((b) => between.flatMap((d) => [b.y - d, b.y + b.h + d]));
  for (const { a, b } of drawn) {
    if (a[0] === b[0]) xs.push(a[0] - LANE, a[0] + LANE);
    else ys.push(a[1] - LANE, a[1] + LANE);
  }
  return { xs: lines(xs, [from[0], to[0]]), ys: lines(ys, [from[1], to[1]]) };
}

/** One arrow around the given boxes. */
function wayAround(job: Job, manner: Manner, boxes: Box[], drawn: Piece[]): Point[] | undefined {
  const { start, entry, leave } = job;
  const { lead, clear } = manner;
  const from: Point = leave === 'down' ? [start[0], start[1] + lead] : [start[0] + lead, start[1]];
  const [bx, by] = BACK[entry.side];
  const to: Point = [entry.at[0] + bx * lead, entry.at[1] + by * lead];
  const walk = findPath({
    from,
    to,
    leave,
    arrive: ARRIVE[entry.side],
    blocks: boxes.map((box) => grown(box, clear)),
    drawn,
    ...gridOf(manner, boxes, drawn, [from, to]),
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
  // An end that lies in a card of others is behind it whichever way is taken.
  const isHidden = straight.some((at) =>
    boxes.at(span(at, at)).some((box) => isOther(box) && crosses(at, at, box)),
  );
  if (isHidden) return plain(job);
  for (const manner of MANNERS) {
    const area = grown(span(start, entry.at), manner.far);
    const near = boxes.at(area).filter((box) => overlap(box, area));
    const close = drawn
      .at(area)
      .filter((one) => one.start[0] !== start[0] || one.start[1] !== start[1])
      .map((one) => one.piece);
    const way = wayAround(job, manner, near, close);
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

/** What an arrow has to reach: its start and its goal. */
const reachOf = ({ start, to }: Link, boxes: ReadonlyMap<string, Box>): Rect[] => [
  span(start, start),
  boxes.get(to) as Box,
];

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
  const fresh = links.filter((link) => !keep.has(link.id) && byId.has(link.to));
  if (fresh.length === 0) return new Map(keep);
  // Of what is drawn only that is looked at which an arrow still to be drawn may meet.
  const area = grown(around(fresh.flatMap((link) => reachOf(link, byId))) as Rect, 2 * FAR);
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
    if (overlap(kept.box, area)) draw(kept.points, start);
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
    done.set(job.id, routeOf(job.id, points));
    draw(points, job.start);
  }
  return done;
}

/** A drawing with its arrows, and where each of them leads. */
type Before = {
  routes: ReadonlyMap<string, Route>;
  own: ReadonlyMap<string, { from: string; to: string }>;
};

/**
 * The routes that can stay when these boxes are new or stand elsewhere: neither tied to one nor in
 * the way of one, and into a card that the same arrows lead to as before.
 */
export function untouched(
  { routes, own }: Before,
  links: Link[],
  moved: Box[],
): Map<string, Route> {
  const ids = new Set(moved.map((box) => box.id));
  const blocks = moved.map((box) => grown(box, ROOMY.clear));
  const here = new Set(links.map(({ id }) => id));
  const tied = new Set<string>();
  for (const { id, from, to } of links)
    if (ids.has(from) || ids.has(to) || !routes.has(id)) tied.add(to);
  for (const [id, { to }] of own) if (!here.has(id)) tied.add(to);
  const stays = (link: Link): boolean => {
    const route = routes.get(link.id);
    if (!route || tied.has(link.to) || ids.has(link.from)) return false;
    // Ways out change places with their targets, also those that lead elsewhere.
    const [x, y] = route.points[0] as Point;
    if (x !== link.start[0] || y !== link.start[1]) return false;
    const near = blocks.filter((box) => overlap(route.box, box));
    const isFree = ({ a, b }: Piece): boolean => !near.some((box) => crosses(a, b, box));
    return near.length === 0 || pieces(route.points).every(isFree);
  };
  return new Map(links.filter(stays).map((link) => [link.id, routes.get(link.id) as Route]));
}
