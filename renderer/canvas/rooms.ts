// Containers as rooms: how large, where the doors are, and the way round of a loop.
// RM1 a room's door is straight above its first step, its exit straight below the last one that is
//     nearest to it, so that the main way runs straight through.
// RM2 the way round runs along the right wall; arrows inside keep away from it.

import type { WorkflowScope } from '../../engine/1-document/schema.ts';
import { ROOM, around, noteBox, type Box, type Point } from './geometry.ts';
import type { Drawn } from './route-arrows.ts';

/** Size and doors; `origin` is where the inner scope's origin lies inside the room. */
export type RoomSize = { w: number; h: number; origin: Point; door: number; exit: number };
/** Arrows between the walls and the steps inside, in the room's own coordinates. */
export type Doors = { into: Point[][]; out: Point[][]; back: Point[] | undefined };

/** How far the way round runs from the right wall. */
const LANE = 22;
/** When a loop has one step only, its way round leaves below and comes back above its middle. */
const SPREAD = 14;

function firsts({ edges }: WorkflowScope, boxes: Box[]): Box[] {
  const targets = new Set(edges.map((edge) => edge.to));
  return boxes.filter((box) => !targets.has(box.id));
}
function lasts({ edges }: WorkflowScope, boxes: Box[]): Box[] {
  const sources = new Set(edges.map((edge) => edge.from));
  return boxes.filter((box) => !sources.has(box.id));
}

/** A room's size from its contents (RM1). */
export function roomSize(scope: WorkflowScope, boxes: Box[]): RoomSize {
  const all = around([...boxes, ...scope.notes.map(noteBox)]) ?? {
    x: 0,
    y: 0,
    w: ROOM.emptyW,
    h: ROOM.emptyH,
  };
  const left = ROOM.side - all.x;
  const middle = (box: Box): number => box.x + box.mid + left;
  const [first] = firsts(scope, boxes);
  const door = first ? middle(first) : all.w / 2 + ROOM.side;
  const ends = lasts(scope, boxes).map(middle);
  const [exit = door] = ends.toSorted((a, b) => Math.abs(a - door) - Math.abs(b - door));
  const size = { w: all.w + 2 * ROOM.side, h: all.h + ROOM.top + ROOM.bottom };
  return { ...size, origin: [left, ROOM.top - all.y], door, exit };
}

/** The way round of a loop, from its last step back to its first, in the scope's coordinates. */
export function backWay(scope: WorkflowScope, boxes: Box[]): Point[] | undefined {
  const [b, a] = [firsts(scope, boxes)[0], lasts(scope, boxes).at(-1)];
  const all = around(boxes);
  if (!a || !b || !all) return undefined;
  const lane = all.x + all.w + ROOM.side - LANE;
  const spread = a === b ? SPREAD : 0;
  const [low, high] = [a.y + a.h / 2 + spread, b.y + b.h / 2 - spread];
  return [
    [a.x + a.w, low],
    [lane, low],
    [lane, high],
    [b.x + b.w, high],
  ];
}

/** What the way round takes: its pieces, and the right sides of the steps it joins (RM2). */
export function reserved(back: Point[] | undefined, boxes: Box[]): Drawn {
  if (!back) return { pieces: [], sides: new Map() };
  const pieces = back.slice(1).map((b, i) => ({ a: back[i] as Point, b }));
  const touches = (box: Box): boolean =>
    [back[0], back.at(-1)].some(
      (end) => end?.[0] === box.x + box.w && end[1] > box.y && end[1] < box.y + box.h,
    );
  const right: ReadonlySet<'right'> = new Set(['right']);
  return { pieces, sides: new Map(boxes.filter(touches).map((box) => [box.id, right])) };
}

/** The door arrows of a room, and its way round moved into the room's coordinates. */
export function doorsOf(
  scope: WorkflowScope,
  boxes: Box[],
  size: RoomSize,
  back: Point[] | undefined,
): Doors {
  const [dx, dy] = size.origin;
  const inside = ([x, y]: Point): Point => [x + dx, y + dy];
  const into = firsts(scope, boxes).map((box): Point[] => {
    const [x, y] = inside([box.x + box.mid, box.y]);
    return [
      [x, ROOM.head],
      [x, y],
    ];
  });
  const out = lasts(scope, boxes).map((box): Point[] => {
    const [x, y] = inside([box.x + box.mid, box.y + box.h]);
    return [
      [x, y],
      [x, size.h],
    ];
  });
  return { into, out, back: back?.map(inside) };
}
