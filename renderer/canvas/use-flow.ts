// The picture of this canvas as React Flow takes it, and what is being dragged right now.
// U1 while something is dragged the picture follows the pointer; the document learns of it when it
//    ends.

import { useCallback, useMemo, useState } from 'react';
import type { NodeChange } from 'reactflow';
import type { FlowArrow, FlowNode } from './flow-types.ts';
import { SNAP, type Point } from './geometry.ts';
import { createPainter, type Picture } from './painter.ts';
import type { Live, Scene } from './scene.ts';

export type Flow = {
  nodes: FlowNode[];
  edges: FlowArrow[];
  scene: Scene;
  onNodesChange: (changes: NodeChange<FlowNode>[]) => void;
  /** Where the dragged steps are (U1). */
  live: Live;
  /** Ends the drag: the document says again where everything is. */
  settle: () => void;
};

export function useFlow(picture: Picture): Flow {
  const [painter] = useState(createPainter);
  const [live, setLive] = useState<Live>(() => new Map());
  const scene = useMemo(() => painter.scene(picture, live), [painter, picture, live]);
  const nodes = useMemo(() => painter.nodes(picture, scene), [painter, picture, scene]);
  const edges = useMemo(() => painter.edges(picture, scene), [painter, picture, scene]);
  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const moved = changes.flatMap((change): [string, Point][] => {
        if (change.type !== 'position' || !change.position || !change.dragging) return [];
        return [[change.id, snapped(change.position, scene.items.get(change.id)?.box.mid ?? 0)]];
      });
      if (moved.length > 0) setLive((before) => new Map([...before, ...moved]));
    },
    [scene],
  );
  const settle = useCallback(() => setLive(new Map()), []);
  return { nodes, edges, scene, onNodesChange, live, settle };
}

/** The nearest place whose middle line lies on the grid. */
function snapped({ x, y }: { x: number; y: number }, mid: number): Point {
  const on = (n: number): number => Math.round(n / SNAP) * SNAP;
  return [on(x + mid) - mid, on(y)];
}
