// The keyboard on the canvas: focus selects, keys edit, zoom and fit.
// K1 what gets the focus by keyboard is brought into view: Tab walks along the arrows. While
//    drawing it is selected too; in a run only Enter selects, so that no open decision is hidden.

import { useCallback, type FocusEvent, type KeyboardEvent } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import type { Edit } from '../../engine/1-document/change.ts';
import { editForKey } from './canvas-keys.ts';
import type { Scene } from './scene.ts';

type Options = {
  scene: Scene;
  selected: ReadonlySet<string>;
  onSelect: ((ids: ReadonlySet<string>) => void) | undefined;
  /** Absent where nothing may be changed. */
  onEdit: ((edit: Edit) => void) | undefined;
  fit: (ms?: number) => void;
};

const GENTLY_MS = 240;

/** The id of the step an event happened in, if it is a step itself and not something inside it. */
const stepAt = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement && target.classList.contains('react-flow__node')
    ? target.dataset['id']
    : undefined;

export function useCanvasKeys({ scene, selected, onSelect, onEdit, fit }: Options): {
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
  /** Brings a step into view if it is not. */
  show: (id: string) => void;
} {
  const flow = useReactFlow();
  const store = useStoreApi();
  const show = useCallback(
    (id: string) => {
      const node = flow.getInternalNode(id);
      if (!node) return;
      const { width, height } = store.getState();
      const { x, y, zoom } = flow.getViewport();
      const { x: left, y: top } = node.internals.positionAbsolute;
      const [w, h] = [node.width ?? 0, node.height ?? 0];
      const [sx, sy] = [left * zoom + x, top * zoom + y];
      const isIn = sx >= 0 && sy >= 0 && sx + w * zoom <= width && sy + h * zoom <= height;
      if (!isIn) void flow.setCenter(left + w / 2, top + h / 2, { zoom, duration: GENTLY_MS });
    },
    [flow, store],
  );
  const onFocus = (event: FocusEvent): void => {
    const id = stepAt(event.target);
    if (id === undefined || !event.target.matches(':focus-visible')) return;
    if (onEdit) onSelect?.(new Set([id])); // K1
    show(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = stepAt(event.target);
    const act = (what: () => void): void => {
      event.preventDefault();
      what();
    };
    if (event.key === '+' || event.key === '=') return act(() => void flow.zoomIn());
    if (event.key === '-') return act(() => void flow.zoomOut());
    if (event.key === '1') return act(() => fit(GENTLY_MS));
    if (event.key === '0') return act(() => void flow.zoomTo(1, { duration: GENTLY_MS }));
    if (id !== undefined && (event.key === 'Enter' || event.key === ' '))
      return act(() => onSelect?.(new Set([id])));
    const edits = onEdit && editForKey(event, selected, scene);
    if (edits) act(() => edits.forEach((edit) => onEdit(edit)));
  };
  return { onKeyDown, onFocus, show };
}
