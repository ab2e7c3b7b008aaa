// A tidy arrangement of a scope, read from top to bottom.
// Y1 pure and deterministic; it depends on the arrows and their order, never on where things stood.
// Y2 every arrow leads downwards: a step stands below all that lead to it.
// Y3 the main way (first ordinary way out) goes straight down; side ways take the columns beside
//    it.

import type { WorkflowScope } from '../../engine/1-document/schema.ts';
import { CARD, COLUMN, SNAP, type Point } from './geometry.ts';

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
  const cells: Cells = new Map();
  const taken = new Map<number, Set<number>>();
  const order = scope.nodes.toSorted((a, b) => (rows.get(a.id) ?? 0) - (rows.get(b.id) ?? 0));
  for (const node of order) {
    const row = rows.get(node.id) ?? 0;
    const here = taken.get(row) ?? new Set<number>();
    const from = scope.edges.filter((edge) => edge.to === node.id);
    const wishes = from.flatMap((edge) => {
      const cell = cells.get(edge.from);
      const ways = scope.edges.filter((other) => other.from === edge.from);
      return cell ? [cell.column + beside(ways.indexOf(edge))] : [];
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
  const top = (row: number): number =>
    heights.slice(0, row).reduce((sum, h) => sum + snapped(h + ROW_GAP), 0);
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
    [...cells].map(([id, { row, column }]) => [id, [snapped(middle(column)), top(row)] as Point]),
  );
}

const snapped = (n: number): number => Math.round(n / SNAP) * SNAP;
