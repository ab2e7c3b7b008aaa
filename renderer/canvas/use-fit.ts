// Fitting the whole picture into view: cards and arrows, with room for the tools in the corner.

import { useCallback, useEffect, useRef } from 'react';
import { getViewportForBounds, useReactFlow, useStoreApi } from 'reactflow';
import { gently } from './gently.ts';
import { around, span } from './geometry.ts';
import type { Scene } from './scene-types.ts';

const PADDING = { bottom: '20px', left: '60px', right: '28px' } as const;
/** What a drawing opens with can be read; whoever asks to see everything sees everything. */
const LEAST = 0.3;
const LEAST_ASKED = 0.05;
const MOST = 1;

/** Shows everything below `clearTop` pixels; what a person asked for is moved to gently. */
export function useFit(scene: Scene, clearTop = 20): (isAsked?: boolean) => void {
  const flow = useReactFlow();
  const store = useStoreApi();
  // The same function for as long as the canvas stands: what holds it is not drawn again for it.
  const latest = useRef({ scene, clearTop });
  useEffect(() => {
    latest.current = { scene, clearTop };
  });
  return useCallback(
    (isAsked = false) => {
      const { scene, clearTop } = latest.current;
      const top = [...scene.items.values()].filter((item) => item.room === undefined);
      const lines = scene.arrows.flatMap(({ points }) =>
        points.slice(1).map((b, i) => span(points[i] ?? b, b)),
      );
      const notes = [...scene.notes.values()].filter((item) => item.room === undefined);
      const all = around([...[...top, ...notes].map((item) => item.box), ...lines]);
      const { width, height } = store.getState();
      if (!all || width === 0) return;
      const bounds = { x: all.x, y: all.y, width: all.w, height: all.h };
      const at = getViewportForBounds(bounds, width, height, isAsked ? LEAST_ASKED : LEAST, MOST, {
        ...PADDING,
        top: `${clearTop}px`,
      });
      // What does not fit begins where the work begins.
      const [first] = top;
      if (all.h * at.zoom > height && first) {
        at.y = clearTop - all.y * at.zoom;
        at.x = width / 2 - (first.box.x + first.box.mid) * at.zoom;
      }
      void flow.setViewport(at, { duration: isAsked ? gently() : 0 });
    },
    [flow, store],
  );
}
