// What the mouse does on the canvas: dragging, connecting, selecting, dropping from the palette.
// GE1 the document changes only through `onEdit`, and a drag is one edit, made when it ends.

import { useCallback, type DragEvent, type MouseEvent } from 'react';
import {
  useReactFlow,
  type Connection,
  type FinalConnectionState,
  type IsValidConnection,
} from 'reactflow';
import type { CanvasProps, FlowArrow, Wish } from './flow-types.ts';
import type { Scene } from './scene.ts';
import type { Flow } from './use-flow.ts';

type Handlers = Pick<
  CanvasProps,
  'onEdit' | 'onConnect' | 'canConnect' | 'onDrop' | 'onSelect' | 'onInsert' | 'selected'
>;

export type Gestures = {
  endDrag: () => void;
  connect: (connection: Connection) => void;
  endConnect: (event: unknown, state: FinalConnectionState) => void;
  isValid: IsValidConnection;
  select: (event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }, id: string) => void;
  selectArrow: (event: MouseEvent, arrow: FlowArrow) => void;
  dragOver: (event: DragEvent) => void;
  drop: (event: DragEvent) => void;
};

const wishOf = (c: { source: string; sourceHandle?: string | null; target: string }): Wish => ({
  from: c.source,
  port: c.sourceHandle ?? '',
  to: c.target,
});

export function useGestures(flow: Flow, handlers: Handlers): Gestures {
  const { live, scene, settle } = flow;
  const { onEdit, onConnect, canConnect, onDrop, onSelect, onInsert, selected } = handlers;
  const { screenToFlowPosition } = useReactFlow();
  const endDrag = useCallback(() => {
    const to: Record<string, [number, number]> = {};
    for (const [id, [x, y]] of live) {
      const item = scene.items.get(id);
      if (item) to[id] = [x - item.origin[0] + item.box.mid, y - item.origin[1]];
    }
    if (Object.keys(to).length > 0) onEdit?.({ do: 'move_steps', to }); // GE1
    settle();
  }, [live, scene, onEdit, settle]);
  return {
    endDrag,
    connect: (connection) => onConnect?.(wishOf(connection)),
    endConnect: (_event, { isValid, fromNode, fromHandle, toNode }) => {
      // Dropped on a card that may not take it: the attempt is made all the same, to say why not.
      if (isValid || !fromNode || !fromHandle?.id || !toNode || toNode.id === fromNode.id) return;
      onConnect?.({ from: fromNode.id, port: fromHandle.id, to: toNode.id });
    },
    isValid: (connection) => canConnect?.(wishOf(connection)) ?? true,
    select: (event, id) => {
      const isMore = event.shiftKey || event.ctrlKey || event.metaKey;
      const next = new Set(isMore ? selected : []);
      if (isMore && selected?.has(id)) next.delete(id);
      else next.add(id);
      onSelect?.(next);
    },
    selectArrow: (event, arrow) => {
      if (!onEdit) return;
      onSelect?.(new Set([arrow.id]));
      if (event.target instanceof Element && event.target.closest('.edge-plus')) onInsert?.();
    },
    dragOver: (event) => onDrop && event.preventDefault(),
    drop: (event) => {
      const what = event.dataTransfer.getData('application/interlock-step');
      if (!what || !onDrop) return;
      event.preventDefault();
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const { room, local } = roomAt(scene, [at.x, at.y]);
      onDrop(what, local, room);
    },
  };
}

/** The innermost room under a point, and the point in its coordinates. */
function roomAt(
  scene: Scene,
  at: [number, number],
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
