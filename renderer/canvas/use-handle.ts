// What others may ask of the canvas: to show something, to zoom, where things stand. See
// CanvasHandle.

import { useImperativeHandle, type Ref } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import type { Workflow, WorkflowScope } from '../../engine/1-document/schema.ts';
import { findScope, findStep } from '../../engine/1-document/scopes.ts';
import { enterSide } from '../frame/side-focus.ts';
import type { Piece } from './arrange.ts';
import type { CanvasHandle } from './flow-types.ts';
import { freePlace } from './free-place.ts';
import { gently } from './gently.ts';
import { SNAP } from './geometry.ts';
import type { Scene } from './scene-types.ts';
import { tidyNotes, tidyScope } from './tidy.ts';

type Options = {
  handle: Ref<CanvasHandle> | undefined;
  workflow: Workflow;
  inside: string;
  scene: Scene;
  fit: (isAsked?: boolean) => void;
  write: (id: string) => void;
};

/** Steps and notes as boxes to arrange; only those in the room of the first. */
function piecesOf(scene: Scene, ids: Iterable<string>): Piece[] {
  const found = [...ids].flatMap((id) => {
    const item = scene.items.get(id);
    const one = item ?? scene.notes.get(id);
    const [mid, locked] = [item?.box.mid ?? 0, item?.node.locked === true];
    const { x = 0, y = 0, w = 0, h = 0 } = one?.box ?? {};
    return one ? [{ piece: { id, x, y, w, h, mid, locked }, room: one.room }] : [];
  });
  return found.filter(({ room }) => room === found[0]?.room).map(({ piece }) => piece);
}

/** Positions for every scope, from the sizes the picture has now. */
function tidied(
  workflow: Workflow,
  inside: string,
  scene: Scene,
): Record<string, [number, number]> {
  const sizes = new Map([...scene.items].map(([id, { box }]) => [id, box]));
  const to: Record<string, [number, number]> = {};
  const visit = (scope: WorkflowScope): void => {
    const places = tidyScope(scope, sizes);
    for (const [id, [x, y]] of [...places, ...tidyNotes(scope, sizes, places)]) to[id] = [x, y];
    for (const node of scope.nodes) if (node.scope) visit(node.scope);
  };
  visit(findScope(workflow, inside) ?? workflow.scope);
  return to;
}

export function useHandle(options: Options): void {
  const { handle, workflow, inside, scene, fit, write } = options;
  const flow = useReactFlow();
  const store = useStoreApi();
  useImperativeHandle(handle, () => {
    const element = (id: string): HTMLElement | null | undefined =>
      store
        .getState()
        .domNode?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    const middle = (): [number, number] => {
      const { width, height, transform } = store.getState();
      const [x, y, zoom] = transform;
      const on = (n: number): number => Math.round(n / SNAP) * SNAP;
      return [on((width / 2 - x) / zoom), on((height / 2 - y) / zoom)];
    };
    return {
      fit: () => fit(true),
      panel: () => void enterSide(store.getState().domNode),
      zoom: (how) => {
        if (how === 'in') void flow.zoomIn();
        else if (how === 'out') void flow.zoomOut();
        else void flow.zoomTo(1, { duration: gently() });
      },
      middle,
      free: (size) => {
        const all = [...scene.items.values(), ...scene.notes.values()];
        const taken = all.flatMap(({ room, box }) => (room === undefined ? [box] : []));
        const [x, y] = freePlace(middle(), size, taken);
        return [x, y];
      },
      pieces: (ids) => piecesOf(scene, ids),
      offset: (room) => {
        const item = scene.items.get(room);
        const scope = findStep(workflow, room)?.node.scope;
        if (!item || !scope) return [0, 0];
        if (item.facts.shape === 'room')
          return [item.box.x + item.inner[0], item.box.y + item.inner[1]];
        // Drawn as a card: its first step takes the card's place.
        const [first] = scope.nodes;
        const [x, y] = item.node.at;
        return first ? [x - first.at[0], y - first.at[1]] : [0, 0];
      },
      tidy: () => ({ do: 'move_steps', to: tidied(workflow, inside, scene) }),
      corner: (id) => {
        const box = element(id)?.getBoundingClientRect();
        return box && [box.left, box.bottom];
      },
      write,
    };
  }, [workflow, inside, scene, fit, write, flow, store]);
}
