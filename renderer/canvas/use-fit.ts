// Fitting the whole picture into view: cards and arrows, with room for the tools in the corner.

import { useCallback } from 'react';
import { getViewportForBounds, useReactFlow, useStoreApi } from 'reactflow';
import { around, span } from './geometry.ts';
import type { Scene } from './scene.ts';

const PADDING = { bottom: '20px', left: '60px', right: '28px' } as const;
const LEAST = 0.3;
const MOST = 1;

/** Shows everything below `clearTop` pixels; `ms` > 0 moves there gently. */
export function useFit(scene: Scene, clearTop = 20): (ms?: number) => void {
  const flow = useReactFlow();
  const store = useStoreApi();
  return useCallback(
    (ms = 0) => {
      const top = [...scene.items.values()].filter((item) => item.room === undefined);
      const lines = scene.arrows.flatMap(({ points }) =>
        points.slice(1).map((b, i) => span(points[i] ?? b, b)),
      );
      const notes = [...scene.notes.values()].filter((item) => item.room === undefined);
      const all = around([...[...top, ...notes].map((item) => item.box), ...lines]);
      const { width, height } = store.getState();
      if (!all || width === 0) return;
      const bounds = { x: all.x, y: all.y, width: all.w, height: all.h };
      const at = getViewportForBounds(bounds, width, height, LEAST, MOST, {
        ...PADDING,
        top: `${clearTop}px`,
      });
      void flow.setViewport(at, { duration: ms });
    },
    [flow, store, scene, clearTop],
  );
}
