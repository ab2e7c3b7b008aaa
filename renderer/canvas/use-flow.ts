// The picture of this canvas as React Flow takes it, and what is being dragged right now.
// U1 while something is dragged the picture follows the pointer; the document learns of it when it
//    ends.
// U2 everything in one drag moves by the same way: what stood in line stays in line.

import { useCallback, useMemo, useState } from 'react';
import { useStoreApi, type NodeChange } from 'reactflow';
import { useSpoken } from '../words.ts';
import type { FlowItem, ShownArrow } from './flow-types.ts';
import { SNAP, type Point, type Rect } from './geometry.ts';
import { inLine, REACH, type GuideLine } from './guide-lines.ts';
import { createPainter, type Picture } from './painter.ts';
import { arrowUnder, isLoose, worldOf } from './places.ts';
import type { Live, Scene } from './scene-types.ts';

export type Flow = {
  nodes: FlowItem[];
  arrows: ShownArrow[];
  scene: Scene;
  onNodesChange: (changes: NodeChange<FlowItem>[]) => void;
  /** Where the dragged steps are (U1). */
  live: Live;
  /** The lines what is dragged stands in, in the coordinates of the whole picture. */
  lines: readonly GuideLine[];
  /** The arrow a dragged step would be put into. */
  over: string | undefined;
  /** Ends the drag: the document says again where everything is. */
  settle: () => void;
};

type Drag = { live: Live; lines: readonly GuideLine[]; over: string | undefined };
const STILL: Drag = { live: new Map(), lines: [], over: undefined };

/** A step or note as a box in the coordinates React Flow has it in. */
function boxIn(
  scene: Scene,
  id: string,
): (Rect & { mid: number; room: string | undefined }) | undefined {
  const item = scene.items.get(id) ?? scene.notes.get(id);
  if (!item) return undefined;
  const { box, origin, room } = item;
  const mid = 'mid' in box ? (box.mid as number) : box.w / 2;
  return { x: box.x + origin[0], y: box.y + origin[1], w: box.w, h: box.h, mid, room };
}

/** What a drag may stand in line with: what else is in the same room. */
function besides(scene: Scene, room: string | undefined, moved: ReadonlySet<string>) {
  const ids = [...scene.items.keys(), ...scene.notes.keys()];
  return ids.flatMap((id) => {
    const box = moved.has(id) ? undefined : boxIn(scene, id);
    return box && box.room === room ? [box] : [];
  });
}

/** Where a drag has come to: the first of what is dragged leads, the rest follows (U2). */
function follow(scene: Scene, moved: [string, Point][], reach: number): Drag {
  const [[lead, to] = ['', [0, 0] as Point]] = moved;
  const own = boxIn(scene, lead);
  if (!own) return STILL;
  const at = { ...own, x: to[0], y: to[1] };
  const ids = new Set(moved.map(([id]) => id));
  const { dx, dy, lines } = inLine(at, besides(scene, own.room, ids), reach);
  const on = (n: number): number => Math.round(n / SNAP) * SNAP;
  const by: Point = [dx ?? on(at.x + own.mid) - own.mid - at.x, dy ?? on(at.y) - at.y];
  const live = new Map(moved.map(([id, [x, y]]): [string, Point] => [id, [x + by[0], y + by[1]]]));
  const [wx, wy] = worldOf(scene, own.room);
  const middle: Point = [wx + at.x + by[0] + own.w / 2, wy + at.y + by[1] + own.h / 2];
  const isAlone = moved.length === 1 && isLoose(scene, lead);
  return {
    live,
    lines: lines.map((line): GuideLine => {
      const [along, other] = line.axis === 'x' ? [wx, wy] : [wy, wx];
      return { ...line, at: line.at + along, from: line.from + other, to: line.to + other };
    }),
    over: isAlone ? arrowUnder(scene, middle, own.room, own.h / 2) : undefined,
  };
}

export function useFlow(
  picture: Picture,
  onBoxed: (changes: NodeChange<FlowItem>[], scene: Scene) => void,
): Flow {
  const painter = useSpoken(() => createPainter(), []);
  const [drag, setDrag] = useState(STILL);
  const store = useStoreApi();
  const shown = useMemo(
    () => (drag.over === undefined ? picture : { ...picture, hot: drag.over }),
    [picture, drag.over],
  );
  const scene = useMemo(() => painter.scene(picture, drag.live), [painter, picture, drag.live]);
  const nodes = useMemo(() => painter.nodes(picture, scene), [painter, picture, scene]);
  const arrows = useMemo(() => painter.arrows(shown, scene), [painter, shown, scene]);
  const onNodesChange = useCallback(
    (changes: NodeChange<FlowItem>[]) => {
      onBoxed(changes, scene);
      const moved = changes.flatMap((change): [string, Point][] => {
        if (change.type !== 'position' || !change.position || !change.dragging) return [];
        return [[change.id, [change.position.x, change.position.y]]];
      });
      const reach = REACH / store.getState().transform[2];
      if (moved.length > 0) setDrag(follow(scene, moved, reach));
    },
    [scene, onBoxed, store],
  );
  const settle = useCallback(() => setDrag(STILL), []);
  return { nodes, arrows, scene, onNodesChange, ...drag, settle };
}
