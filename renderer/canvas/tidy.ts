// A tidy arrangement of a scope, read from top to bottom.
// Y1 pure and deterministic; it depends on the arrows and their order, never on where things stood.
// Y2 every arrow leads downwards: a step stands below all that lead to it.
// Y3 the main way (first ordinary way out) goes straight down; side ways take the columns beside
//    it.
// Y4 a note goes with the step it stands nearest to, and under none.

import type { WorkflowEdge, WorkflowScope } from '../../engine/1-document/schema.ts';
import { freePlace } from './free-place.ts';
import { CARD, COLUMN, noteBox, SNAP, type Point, type Rect } from './geometry.ts';

/** Row (0 = top) and column (0 = the main way) of every step. */
export type Cells = Map<string, { row: number; column: number }>;

/** Free space between two rows; a label and two corners fit into it. */
const ROW_GAP = 52;

function rowsOf({ nodes, edges }: WorkflowScope): Map<string, number> {
  const row = new Map(nodes.map((node) => [node.id, 0]));
  // As many sweeps as there are steps at most: a drawing with a circle is drawn too, not refused.
  for (let sweep = 0; sweep < nodes.length; sweep++) {
    let changed = false;
    for (const { from, to } of edges) {
      const least = (row.get(from) ?? 0) + 1;
      if (!row.has(to) || (row.get(to) as number) >= least || least > nodes.length) continue;
      row.set(to, least);
      changed = true;
    }
    if (!changed) break;
  }
  return row;
}

/** The column of the n-th way out: the first goes straight on, the others alternate beside it. */
const beside = (n: number): number => (n % 2 === 1 ? (n + 1) / 2 : -n / 2);

/** The free column nearest to `wish` in a row; the right one of two equally near. */
function nearest(wish: number, taken: Set<number>): number {
  for (let d = 0; ; d++) {
    if (!taken.has(wish + d)) return wish + d;
    if (!taken.has(wish - d)) return wish - d;
  }
}

/** Rows and columns for a scope (Y2, Y3). */
export function cellsOf(scope: WorkflowScope): Cells {
  const rows = rowsOf(scope);
  const into = Map.groupBy(scope.edges, (edge) => edge.to);
  const out = Map.groupBy(scope.edges, (edge) => edge.from);
  const nth = (edge: WorkflowEdge): number => (out.get(edge.from) ?? []).indexOf(edge);
  const cells: Cells = new Map();
  const taken = new Map<number, Set<number>>();
  const order = scope.nodes.toSorted((a, b) => (rows.get(a.id) ?? 0) - (rows.get(b.id) ?? 0));
  for (const node of order) {
    const row = rows.get(node.id) ?? 0;
    const here = taken.get(row) ?? new Set<number>();
    const wishes = (into.get(node.id) ?? []).flatMap((edge) => {
      const cell = cells.get(edge.from);
      return cell ? [cell.column + beside(nth(edge))] : [];
    });
    const wish = wishes.includes(0) ? 0 : (wishes[0] ?? 0);
    const column = nearest(wish, here);
    here.add(column);
    taken.set(row, here);
    cells.set(node.id, { row, column });
  }
  return cells;
}

/** Positions for a scope: the middle of the top edge of every step, given their sizes. */
export function tidyScope(
  scope: WorkflowScope,
  sizes: ReadonlyMap<string, { w: number; h: number }>,
): Map<string, Point> {
  const cells = cellsOf(scope);
  const sizeOf = (id: string): { w: number; h: number } => sizes.get(id) ?? CARD;
  const heights: number[] = [];
  const widths = new Map<number, number>();
  for (const [id, { row, column }] of cells) {
    heights[row] = Math.max(heights[row] ?? 0, sizeOf(id).h);
    widths.set(column, Math.max(widths.get(column) ?? 0, sizeOf(id).w));
  }
  const tops = [0];
  for (const [row, h] of heights.entries())
    tops[row + 1] = (tops[row] ?? 0) + snapped((h ?? 0) + ROW_GAP);
  const middle = (column: number): number => {
    const sign = Math.sign(column);
    let x = 0;
    for (let c = 0; c !== column; c += sign) {
      const half = ((widths.get(c) ?? CARD.w) + (widths.get(c + sign) ?? CARD.w)) / 2;
      x += sign * Math.max(COLUMN, half + COLUMN - CARD.w);
    }
    return x;
  };
  return new Map(
    [...cells].map(([id, { row, column }]) => [
      id,
      [snapped(middle(column)), tops[row] ?? 0] as Point,
    ]),
  );
}

const snapped = (n: number): number => Math.round(n / SNAP) * SNAP;

/** How far two boxes are from touching. */
const gap = (a: Rect, b: Rect): number =>
  Math.hypot(
    Math.max(0, a.x - b.x - b.w, b.x - a.x - a.w),
    Math.max(0, a.y - b.y - b.h, b.y - a.y - a.h),
  );

type Sized = { w: number; h: number; mid: number };

/** Places for the notes of a scope whose steps were moved to `to` (Y4). */
export function tidyNotes(
  scope: WorkflowScope,
  sizes: ReadonlyMap<string, Sized>,
  to: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const boxAt = (id: string, [x, y]: Point): Rect => {
    const { w, h, mid } = sizes.get(id) ?? { ...CARD, mid: CARD.w / 2 };
    return { x: x - mid, y, w, h };
  };
  const steps = scope.nodes.map(({ id, at }) => {
    const [was, is] = [boxAt(id, at), boxAt(id, to.get(id) ?? at)];
    return { was, is };
  });
  const taken = steps.map(({ is }) => is);
  const places = new Map<string, Point>();
  for (const note of scope.notes) {
    const box = noteBox(note);
    const far = steps.map(({ was }) => gap(box, was));
    const near = steps[far.indexOf(Math.min(...far))];
    const [dx, dy] = near ? [near.is.x - near.was.x, near.is.y - near.was.y] : [0, 0];
    const { w, h } = box;
    const at = freePlace([box.x + snapped(dx), box.y + snapped(dy)], { w, h }, taken);
    taken.push({ x: at[0], y: at[1], w, h });
    places.set(note.id, at);
  }
  return places;
}
