// The keyboard on the canvas: focus selects, Enter opens. All other keys: design/commands.ts.
// K1 what gets the focus by keyboard is brought into view: Tab walks along the arrows. While
//    drawing it is selected too; in a run only Enter selects, so that no open decision is hidden.

import { useCallback, type FocusEvent, type KeyboardEvent } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import { gently } from './gently.ts';

type Options = {
  selected: ReadonlySet<string>;
  onSelect: ((ids: ReadonlySet<string>) => void) | undefined;
  isEdit: boolean;
  /** Enter on what is selected already: into a room, into a note, into the panel of a step. */
  onOpen: (id: string) => void;
  fit: (isAsked?: boolean) => void;
};

/** The id of the step an event happened in, if it is a step itself and not something inside it. */
const stepAt = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement && target.classList.contains('react-flow__node')
    ? target.dataset['id']
    : undefined;

/** Brings a step into view if it is not. */
export function useShow(): (id: string) => void {
  const flow = useReactFlow();
  const store = useStoreApi();
  return useCallback(
    (id: string) => {
      const node = flow.getInternalNode(id);
      if (!node) return;
      const { width, height } = store.getState();
      const { x, y, zoom } = flow.getViewport();
      const { x: left, y: top } = node.internals.positionAbsolute;
      const [w, h] = [node.width ?? 0, node.height ?? 0];
      const [sx, sy] = [left * zoom + x, top * zoom + y];
      const isIn = sx >= 0 && sy >= 0 && sx + w * zoom <= width && sy + h * zoom <= height;
      if (!isIn) void flow.setCenter(left + w / 2, top + h / 2, { zoom, duration: gently() });
    },
    [flow, store],
  );
}

/** Frames in which what was only just drawn can take the focus. */
const FRAMES = 12;

/** Shows a step or note, and gives it the focus as soon as it is there; the answer stops trying. */
export function useReveal(
  show: (id: string) => void,
): (what: { id: string; focus?: boolean }) => () => void {
  const store = useStoreApi();
  return useCallback(
    ({ id, focus }) => {
      let frame = 0;
      const attempt = (left: number): void => {
        const element = store
          .getState()
          .domNode?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
        element?.focus();
        if (element && document.activeElement === element) show(id);
        else if (left > 0) frame = requestAnimationFrame(() => attempt(left - 1));
      };
      if (focus) attempt(FRAMES);
      else show(id);
      return () => cancelAnimationFrame(frame);
    },
    [store, show],
  );
}

export function useCanvasKeys(
  { selected, onSelect, isEdit, onOpen, fit }: Options,
  show: (id: string) => void,
): {
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
} {
  const flow = useReactFlow();
  const onFocus = (event: FocusEvent): void => {
    const id = stepAt(event.target);
    if (id === undefined || !event.target.matches(':focus-visible')) return;
    if (isEdit && !selected.has(id)) onSelect?.(new Set([id])); // K1
    show(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = stepAt(event.target);
    const act = (what: () => void): void => {
      event.preventDefault();
      what();
    };
    if (id !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      if (event.ctrlKey || event.metaKey) return;
      const isAgain = isEdit && selected.size === 1 && selected.has(id);
      return act(() => (isAgain ? onOpen(id) : onSelect?.(new Set([id]))));
    }
    // While drawing these are commands like all others.
    if (isEdit || event.ctrlKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') return act(() => void flow.zoomIn());
    if (event.key === '-') return act(() => void flow.zoomOut());
    if (event.key === '1') return act(() => fit(true));
    if (event.key === '0') return act(() => void flow.zoomTo(1, { duration: gently() }));
  };
  return { onKeyDown, onFocus };
}
