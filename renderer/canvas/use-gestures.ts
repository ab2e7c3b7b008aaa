// What the mouse does on the canvas: dragging, connecting, selecting, dropping from the palette.
// GE1 the document changes only through `onEdit`, and a drag is one edit, made when it ends.
// GE2 a selection never holds a room and something in it: what happens to it happens once.

import { useCallback, useRef, useState, type DragEvent, type MouseEvent } from 'react';
import {
  useReactFlow,
  type Connection,
  type FinalConnectionState,
  type IsValidConnection,
  type NodeChange,
} from 'reactflow';
import type { Edit, EditFault } from '../../engine/1-document/change.ts';
import type { CanvasProps, Drop, FlowItem, Wish } from './flow-types.ts';
import type { Point } from './geometry.ts';
import { arrowUnder, roomAt } from './places.ts';
import type { Scene } from './scene-types.ts';
import type { Flow } from './use-flow.ts';

type Handlers = Pick<
  CanvasProps,
  | 'onEdit'
  | 'onConnect'
  | 'whyNot'
  | 'onDrop'
  | 'onLoose'
  | 'onPutInto'
  | 'onSelect'
  | 'onInsert'
  | 'selected'
>;
type Keys = { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean };

export type Gestures = {
  beginDrag: (event: unknown, node: { id: string }) => void;
  endDrag: () => void;
  beginConnect: (event: unknown, from: { nodeId: string | null; handleId: string | null }) => void;
  connect: (connection: Connection) => void;
  endConnect: (event: unknown, state: FinalConnectionState) => void;
  isValid: IsValidConnection;
  select: (event: Keys, id: string) => void;
  selectArrow: (event: MouseEvent, arrow: string) => void;
  dragOver: (event: DragEvent) => void;
  dragLeave: () => void;
  drop: (event: DragEvent) => void;
};

const wishOf = (c: { source: string; sourceHandle?: string | null; target: string }): Wish => ({
  from: c.source,
  port: c.sourceHandle ?? '',
  to: c.target,
});
const NOTHING: ReadonlyMap<string, EditFault> = new Map();
const STEP = 'application/interlock-step';
/** How near an arrow something has to be let go to fall into it. */
const NEAR = 24;

/** What the canvas shows of a gesture that is not over: steps out of question, an arrow in it. */
export type Going = { unfit: ReadonlyMap<string, EditFault>; hot: string | undefined };

/** The state of a gesture, before there is a picture of it. */
export function useGoing(): [Going, (change: Partial<Going>) => void] {
  const [going, setGoing] = useState<Going>({ unfit: NOTHING, hot: undefined });
  const change = useCallback(
    (by: Partial<Going>) =>
      setGoing((old) => {
        const next = { ...old, ...by };
        return next.unfit === old.unfit && next.hot === old.hot ? old : next;
      }),
    [],
  );
  return [going, change];
}

/** Without what lies in a room that is selected itself (GE2). */
function outermost(scene: Scene, ids: ReadonlySet<string>): ReadonlySet<string> {
  const isInside = (id: string): boolean => {
    const room = (scene.items.get(id) ?? scene.notes.get(id))?.room;
    return room !== undefined && (ids.has(room) || isInside(room));
  };
  return new Set([...ids].filter((id) => !isInside(id)));
}

/** Selecting with a box: React Flow says what comes into it and what leaves it. */
export function useBoxSelect({ selected, onSelect }: Handlers): {
  begin: (event: Keys) => void;
  end: () => void;
  changed: (changes: NodeChange<FlowItem>[], scene: Scene) => void;
} {
  const box = useRef<{ before: ReadonlySet<string>; inside: Set<string> }>(undefined);
  return {
    begin: (event) => {
      const isMore = event.shiftKey || event.ctrlKey || event.metaKey;
      box.current = { before: new Set(isMore ? selected : []), inside: new Set() };
    },
    end: () => {
      box.current = undefined;
    },
    changed: (changes, scene) => {
      const now = box.current;
      if (!now) return;
      const picks = changes.filter((change) => change.type === 'select');
      if (picks.length === 0) return;
      for (const { id, selected: isIn } of picks)
        if (isIn) now.inside.add(id);
        else now.inside.delete(id);
      onSelect?.(outermost(scene, new Set([...now.before, ...now.inside])));
    },
  };
}

/** What is dragged over the canvas from outside, and where it falls. */
function useDrops(scene: Scene, onDrop: CanvasProps['onDrop'], go: ReturnType<typeof useGoing>[1]) {
  const { screenToFlowPosition } = useReactFlow();
  /** A point of the window as a place on the canvas. */
  const dropAt = (client: Point): Drop & { world: Point } => {
    const { x, y } = screenToFlowPosition({ x: client[0], y: client[1] });
    const { room, local } = roomAt(scene, [x, y]);
    return { at: local, room, client, world: [x, y] };
  };
  const arrowAt = ({ world, room }: { world: Point; room: string | undefined }) =>
    arrowUnder(scene, world, room, NEAR);
  return {
    dropAt,
    dragOver: (event: DragEvent): void => {
      if (!onDrop) return;
      event.preventDefault();
      go({ hot: arrowAt(dropAt([event.clientX, event.clientY])) });
    },
    dragLeave: (): void => go({ hot: undefined }),
    drop: (event: DragEvent): void => {
      go({ hot: undefined });
      const what = event.dataTransfer.getData(STEP);
      if (!what || !onDrop) return;
      event.preventDefault();
      const drop = dropAt([event.clientX, event.clientY]);
      onDrop(what, drop, arrowAt(drop));
    },
  };
}

export function useGestures(
  flow: Flow,
  handlers: Handlers,
  [going, go]: ReturnType<typeof useGoing>,
): Gestures {
  const { live, over, scene, settle } = flow;
  const { onEdit, onConnect, whyNot, onDrop, onLoose, onPutInto, onSelect, onInsert, selected } =
    handlers;
  const endDrag = useCallback(() => {
    const to: Record<string, [number, number]> = {};
    for (const [id, [x, y]] of live) {
      const item = scene.items.get(id) ?? scene.notes.get(id);
      const mid = scene.items.get(id)?.box.mid ?? 0;
      if (item) to[id] = [x - item.origin[0] + mid, y - item.origin[1]];
    }
    const [step] = Object.keys(to);
    const edits: Edit[] = [{ do: 'move_steps', to }];
    if (step !== undefined && over !== undefined) onPutInto?.(step, over, edits);
    else if (step !== undefined) onEdit?.(edits); // GE1
    settle();
  }, [live, over, scene, onEdit, onPutInto, settle]);

  const { dropAt, ...drops } = useDrops(scene, onDrop, go);
  return {
    beginDrag: (_event, { id }) => {
      if (!selected?.has(id)) onSelect?.(new Set([id]));
    },
    endDrag,
    beginConnect: (_event, { nodeId, handleId }) =>
      go({ unfit: whyNot?.(nodeId ?? '', handleId ?? '') ?? NOTHING }),
    connect: (connection) => onConnect?.(wishOf(connection)),
    endConnect: (event, { isValid, fromNode, fromHandle, toNode }) => {
      go({ unfit: NOTHING });
      if (isValid || !fromNode || !fromHandle?.id) return;
      const from = { from: fromNode.id, port: fromHandle.id };
      // Let go on a card that may not take it: the attempt is made all the same, to say why not.
      if (toNode && toNode.id !== fromNode.id) return onConnect?.({ ...from, to: toNode.id });
      if (toNode || !(event instanceof globalThis.MouseEvent)) return;
      onLoose?.(from, dropAt([event.clientX, event.clientY]));
    },
    isValid: ({ target }) => !going.unfit.has(target),
    select: (event, id) => {
      const isMore = event.shiftKey || event.ctrlKey || event.metaKey;
      const next = new Set(isMore ? selected : []);
      if (isMore && selected?.has(id)) next.delete(id);
      else next.add(id);
      onSelect?.(outermost(scene, next));
    },
    selectArrow: (event, arrow) => {
      if (!onEdit) return;
      onSelect?.(new Set([arrow]));
      if (event.target instanceof Element && event.target.closest('.edge-plus')) onInsert?.();
    },
    ...drops,
  };
}
