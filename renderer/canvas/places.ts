// Where things are in the whole picture: rooms under a point, arrows under a point. Pure.

import type { Point } from './geometry.ts';
import type { Scene } from './scene-types.ts';

/** Where the origin of a room's steps lies in the coordinates of the whole picture. */
function innerOf(scene: Scene, room: string | undefined): Point {
  const item = room === undefined ? undefined : scene.items.get(room);
  if (!item) return [0, 0];
  const [x, y] = innerOf(scene, item.room);
  return [x + item.box.x + item.inner[0], y + item.box.y + item.inner[1]];
}

/** Where a room's top left corner lies in the whole picture; what is in it is drawn from there. */
export function worldOf(scene: Scene, room: string | undefined): Point {
  const item = room === undefined ? undefined : scene.items.get(room);
  if (!item) return [0, 0];
  const [x, y] = innerOf(scene, item.room);
  return [x + item.box.x, y + item.box.y];
}

/** The innermost room under a point, and the point in its coordinates. */
export function roomAt(
  scene: Scene,
  at: readonly [number, number],
): { room: string | undefined; local: [number, number] } {
  let room: string | undefined;
  let [x, y] = at;
  for (const item of scene.items.values()) {
    if (item.facts.shape !== 'room' || item.room !== room) continue;
    const { box, inner } = item;
    if (x <= box.x || x >= box.x + box.w || y <= box.y || y >= box.y + box.h) continue;
    room = item.node.id;
    x -= box.x + inner[0];
    y -= box.y + inner[1];
  }
  return { room, local: [x, y] };
}

/** How far a point is from a straight piece of an arrow. */
function distance([x, y]: Point, a: Point, b: Point): number {
  const [least, most] = [Math.min, Math.max];
  const dx = most(least(a[0], b[0]) - x, 0, x - most(a[0], b[0]));
  const dy = most(least(a[1], b[1]) - y, 0, y - most(a[1], b[1]));
  return Math.hypot(dx, dy);
}

/** The nearest arrow of a room within `reach` of a point of the whole picture. */
export function arrowUnder(
  scene: Scene,
  at: Point,
  room: string | undefined,
  reach: number,
): string | undefined {
  let best: { id: string; far: number } | undefined;
  for (const arrow of scene.arrows) {
    if (scene.items.get(arrow.from)?.room !== room) continue;
    for (const [i, b] of arrow.points.entries()) {
      const a = arrow.points[i - 1];
      const far = a ? distance(at, a, b) : Infinity;
      if (far <= reach && far < (best?.far ?? Infinity)) best = { id: arrow.id, far };
    }
  }
  return best?.id;
}

/** True for a step that no arrow touches and that can stand in one. */
export function isLoose(scene: Scene, id: string): boolean {
  const item = scene.items.get(id);
  if (!item || item.facts.shape === 'pill') return false;
  const leads = item.facts.ways.some((way) => !way.problem);
  return leads && scene.arrows.every((arrow) => arrow.from !== id && arrow.to !== id);
}
