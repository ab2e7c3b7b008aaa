// Lines that show while something is dragged that it stands in line with something else.
// HL1 pure; at most one line up and one across, to the nearest of what is near.
// HL2 no jitter: what catches a drag is the same for the same place, wherever it came from.

import type { Rect } from './geometry.ts';

/** A place to stand in line with: where, and from where to where the line runs. */
export type GuideLine = { axis: 'x' | 'y'; at: number; from: number; to: number };
/** What is dragged; `mid` leads from its left edge to its middle line. */
type Dragged = Rect & { mid: number };

/** How near, in canvas pixels at 100 %, it has to be. */
export const REACH = 6;

/** One axis: how far to go to the nearest line, and the box it belongs to. */
function nearest(
  own: readonly number[],
  others: readonly Dragged[],
  edges: (box: Dragged) => readonly number[],
  reach: number,
): { by: number; at: number; box: Dragged } | undefined {
  let best: { by: number; at: number; box: Dragged } | undefined;
  for (const box of others)
    for (const [i, at] of edges(box).entries()) {
      const by = at - (own[i] ?? Infinity);
      if (Math.abs(by) <= reach && (!best || Math.abs(by) < Math.abs(best.by)))
        best = { by, at, box };
    }
  return best;
}

/** Middles meet middles, edges meet the same edges: anything else is chance, not order. */
const across = ({ x, w, mid }: Dragged): number[] => [x + mid, x, x + w];
const down = ({ y, h }: Rect): number[] => [y, y + h / 2, y + h];

/** How far to move what is dragged so that it stands in line, and the lines to show (HL1, HL2). */
export function inLine(
  dragged: Dragged,
  others: readonly Dragged[],
  reach = REACH,
): { dx: number | undefined; dy: number | undefined; lines: GuideLine[] } {
  const x = nearest(across(dragged), others, across, reach);
  const y = nearest(down(dragged), others, down, reach);
  const at = { x: dragged.x + (x?.by ?? 0), y: dragged.y + (y?.by ?? 0) };
  const lines: GuideLine[] = [];
  if (x)
    lines.push({
      axis: 'x',
      at: x.at,
      from: Math.min(at.y, x.box.y),
      to: Math.max(at.y + dragged.h, x.box.y + x.box.h),
    });
  if (y)
    lines.push({
      axis: 'y',
      at: y.at,
      from: Math.min(at.x, y.box.x),
      to: Math.max(at.x + dragged.w, y.box.x + y.box.w),
    });
  return { dx: x?.by, dy: y?.by, lines };
}
