// Where arrows leave a card and where they enter one.
// S1 arrows into the same card use different sides as long as there are sides: top, left, right. A
//    side with something standing close in front of it is none; then the top is shared.
// S2 no two arrows share an entry, and none shares an exit of another way out.
// S3 ways out stand in the order of where they lead, the one that leads straight down in the
//    middle.

import { overlap, type Box, type Point } from './geometry.ts';

export type Side = 'top' | 'left' | 'right';
export type Entry = { side: Side; at: Point };
/** An arrow before it has a way: where it starts, and which box it goes to. */
export type Bound = { id: string; start: Point; to: string };

const SIDES: Side[] = ['top', 'left', 'right'];
const NOT_ABOVE = 4000;
/** What the bends of a way in cost: none straight down, two from above, more around a side. */
const FROM_ABOVE = 80;
const FROM_SIDE = 160;
const NO_SPACE = 8000;
const SHARED = 6000;
/** Space an arrow needs in front of a side: its last straight piece and a little air. */
const SPACE = 28;
/** A start at least this far above the box can still come in from the top. */
const ROOM_ABOVE = 20;

/** How far an arrow would have to go around to come in by this side. */
function detour(start: Point, box: Box, side: Side): number {
  const isAbove = start[1] + ROOM_ABOVE <= box.y;
  const aside = Math.abs(start[0] - box.x - box.mid);
  if (side === 'top' && !isAbove) return NOT_ABOVE;
  if (side === 'top') return aside < 1 ? 0 : FROM_ABOVE + Math.min(60, aside / 5);
  const reach = side === 'left' ? start[0] - box.x : box.x + box.w - start[0];
  return FROM_SIDE + 2 * Math.max(0, reach + 40);
}

/** The sides of a box that something else stands too close to. */
function crowded(box: Box, others: Box[]): Set<Side> {
  const { x, y, w, h } = box;
  const front: Record<Side, { x: number; y: number; w: number; h: number }> = {
    top: { x, y: y - SPACE, w, h: SPACE },
    left: { x: x - SPACE, y, w: SPACE, h },
    right: { x: x + w, y, w: SPACE, h },
  };
  const isTaken = (side: Side): boolean =>
    others.some((other) => other.id !== box.id && overlap(other, front[side]));
  return new Set(SIDES.filter(isTaken));
}

/** The cheapest way to give up to three arrows a side each (S1). */
function cheapest(arrows: Bound[], price: (start: Point, side: Side) => number): Side[] {
  const best = { cost: Infinity, sides: [] as Side[] };
  const tryOn = (sides: Side[], cost: number): void => {
    const next = arrows[sides.length];
    if (cost >= best.cost) return;
    if (!next) {
      best.cost = cost;
      best.sides = sides;
      return;
    }
    for (const side of SIDES) {
      const isTaken = sides.includes(side);
      if (isTaken && side !== 'top') continue;
      tryOn([...sides, side], cost + price(next.start, side) + (isTaken ? SHARED : 0));
    }
  };
  tryOn([], 0);
  return best.sides;
}

/**
 * A side for each arrow; of many the lowest from each side comes in there, the rest from the top.
 */
function chosen(arrows: Bound[], box: Box, full: Set<Side>): Side[] {
  const price = (start: Point, side: Side): number =>
    detour(start, box, side) + (full.has(side) ? NO_SPACE : 0);
  if (arrows.length <= SIDES.length) return cheapest(arrows, price);
  const lowest = (from: -1 | 0 | 1): Bound | undefined =>
    arrows
      .filter(({ start }) => comesFrom(start, box) === from)
      .toSorted((a, b) => b.start[1] - a.start[1])[0];
  const [left, right] = [
    full.has('left') ? undefined : lowest(-1),
    full.has('right') ? undefined : lowest(1),
  ];
  return arrows.map((arrow) => {
    if (arrow === left) return 'left';
    if (arrow === right) return 'right';
    const isAbove = detour(arrow.start, box, 'top') < NOT_ABOVE;
    return isAbove && !full.has('top') ? 'top' : comesFrom(arrow.start, box) < 0 ? 'left' : 'right';
  });
}

/** −1 from the left of a box, 1 from its right, 0 from above. */
const comesFrom = (start: Point, box: Box): -1 | 0 | 1 =>
  start[0] < box.x ? -1 : start[0] > box.x + box.w ? 1 : 0;

/**
 * Order along the top in which lines do not cross: from the left the lowest first, then from above.
 */
function alongTop(box: Box): (a: Bound, b: Bound) => number {
  return (a, b) => {
    const [from, other] = [comesFrom(a.start, box), comesFrom(b.start, box)];
    if (from !== other) return from - other;
    if (from === 0) return a.start[0] - b.start[0];
    return from < 0 ? b.start[1] - a.start[1] : a.start[1] - b.start[1];
  };
}

/** Entries on one side, spread evenly in the order of where the arrows come from (S2). */
function spread(arrows: Bound[], box: Box, side: Side): [string, Entry][] {
  const compare = side === 'top' ? alongTop(box) : (a: Bound, b: Bound) => a.start[1] - b.start[1];
  const order = arrows.toSorted((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1));
  return order.map(({ id, start }, i) => {
    const share = (i + 1) / (order.length + 1);
    if (side !== 'top') return [id, { side, at: [edgeX(box, side), box.y + box.h * share] }];
    const middle = box.x + box.mid;
    // A start that is almost above the middle comes straight down instead of making a small step.
    const isStraight = order.length === 1 && Math.abs(start[0] - middle) <= 24;
    const x = isStraight ? start[0] : order.length === 1 ? middle : box.x + box.w * share;
    return [id, { side, at: [x, box.y] }];
  });
}

const edgeX = (box: Box, side: Side): number => (side === 'left' ? box.x : box.x + box.w);

/** Where each of the arrows into `box` comes in (S1, S2); `kept` sides are for something else. */
export function entriesOf(
  arrows: Bound[],
  box: Box,
  others: Box[],
  kept: ReadonlySet<Side> = new Set(),
): Map<string, Entry> {
  const order = arrows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const isPill = box.shape === 'pill' && order.length === 2;
  const bothAbove = order.every(({ start }) => start[1] + ROOM_ABOVE <= box.y);
  const sides =
    isPill && bothAbove
      ? order.map((): Side => 'top')
      : chosen(order, box, new Set([...crowded(box, others), ...kept]));
  return new Map(
    SIDES.flatMap((side) =>
      spread(
        order.filter((_arrow, i) => sides[i] === side),
        box,
        side,
      ),
    ),
  );
}

/** A way out of a card: where it leads (the middle line and the top of its target), if anywhere. */
export type Exit = {
  id: string;
  problem?: boolean | undefined;
  leadsTo?: { x: number; y: number } | undefined;
};
type Led = Exit & { leadsTo: { x: number; y: number } };

/** Beyond this the target does not stand straight below. */
const ALIGNED = 8;

/** The way that leads straight down: of several the one whose target is nearest (S3). */
const mainOf = (led: Led[], middle: number): Led | undefined =>
  led
    .filter(({ leadsTo }) => Math.abs(leadsTo.x - middle) < ALIGNED)
    .toSorted((a, b) => a.leadsTo.y - b.leadsTo.y)[0];

/** Shares (0…1) of the lower edge at which the ways out of a card stand, by way (S3). */
export function exitsOf(exits: Exit[], middle: number): Map<string, number> {
  const led = exits.filter((exit): exit is Led => exit.leadsTo !== undefined);
  const open = exits.filter((exit) => exit.leadsTo === undefined).map(({ id }) => id);
  const main = mainOf(led, middle);
  const inOrder = led.toSorted((a, b) => a.leadsTo.x - b.leadsTo.x).map(({ id }) => id);
  if (!main) {
    const all = [...inOrder, ...open];
    return new Map(all.map((id, i) => [id, evenly(i, all.length)]));
  }
  const isProblem = (id: string): boolean => led.some((one) => one.id === id && one.problem);
  const at = (id: string): number => led.find((one) => one.id === id)?.leadsTo.x ?? 0;
  const left = inOrder.filter((id) => at(id) <= middle - ALIGNED);
  const right = inOrder.filter((id) => at(id) >= middle + ALIGNED);
  // What lies behind the main target has to go around it: problems on the right, else where there
  // is more room.
  for (const id of inOrder)
    if (id !== main.id && Math.abs(at(id) - middle) < ALIGNED)
      if (!isProblem(id) && left.length <= right.length + open.length) left.unshift(id);
      else right.push(id);
  right.push(...open);
  const share = (i: number, n: number): number => (0.34 * i) / n;
  return new Map([
    ...left.map((id, i): [string, number] => [id, 0.16 + share(i, left.length)]),
    [main.id, 0.5],
    ...right.map((id, i): [string, number] => [
      id,
      0.84 - share(right.length - 1 - i, right.length),
    ]),
  ]);
}

function evenly(i: number, n: number): number {
  if (n === 1) return 0.5;
  return n === 2 ? ([0.3, 0.7][i] as number) : 0.16 + (0.68 * i) / (n - 1);
}
