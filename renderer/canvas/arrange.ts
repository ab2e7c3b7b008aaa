// Putting several things in line: six ways to align, two to distribute.
// AR1 pure; positions are those of the document (see geometry.ts), and what is locked stays.
// AR2 doing it twice is doing it once.

import type { At } from '../../engine/1-document/change.ts';
import { SNAP, type Rect } from './geometry.ts';

/** One thing to arrange; `mid` leads from its left edge to the x the document knows. */
export type Piece = Rect & { id: string; mid: number; locked: boolean };
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'across' | 'down';
export type Places = Record<string, At>;

const onGrid = (n: number): number => Math.round(n / SNAP) * SNAP;

const placed = (pieces: Piece[], at: (piece: Piece) => [x: number, y: number]): Places =>
  Object.fromEntries(
    pieces.flatMap((piece): [string, At][] => {
      const [x, y] = at(piece);
      return piece.locked || (x === piece.x && y === piece.y)
        ? []
        : [[piece.id, [x + piece.mid, y]]];
    }),
  );

/** The line to align on: that of what is locked, else the outermost, else the middle of all. */
function lineOf(pieces: Piece[], edge: (piece: Piece) => number, how: 'least' | 'most' | 'mean') {
  const locked = pieces.filter((piece) => piece.locked);
  const edges = (locked.length > 0 ? locked : pieces).map(edge);
  const [least, most] = [Math.min(...edges), Math.max(...edges)];
  return how === 'least' ? least : how === 'most' ? most : (least + most) / 2;
}

/** Where everything goes so that it stands in line (AR1, AR2); what stands there is not named. */
export function align(pieces: Piece[], how: Alignment): Places {
  const middle = (piece: Piece): number => piece.x + piece.mid;
  const half = (piece: Piece): number => piece.y + piece.h / 2;
  switch (how) {
    case 'left': {
      const x = lineOf(pieces, (piece) => piece.x, 'least');
      return placed(pieces, (piece) => [x, piece.y]);
    }
    case 'right': {
      const x = lineOf(pieces, (piece) => piece.x + piece.w, 'most');
      return placed(pieces, (piece) => [x - piece.w, piece.y]);
    }
    case 'centre': {
      const x = lineOf(pieces, middle, 'mean');
      return placed(pieces, (piece) => [x - piece.mid, piece.y]);
    }
    case 'top': {
      const y = lineOf(pieces, (piece) => piece.y, 'least');
      return placed(pieces, (piece) => [piece.x, y]);
    }
    case 'bottom': {
      const y = lineOf(pieces, (piece) => piece.y + piece.h, 'most');
      return placed(pieces, (piece) => [piece.x, y - piece.h]);
    }
    case 'middle': {
      const y = lineOf(pieces, half, 'mean');
      return placed(pieces, (piece) => [piece.x, y - piece.h / 2]);
    }
  }
}

/**
 * Equal gaps between neighbours; the first and the last stay. Fewer than three stay as they are.
 */
export function distribute(pieces: Piece[], axis: Axis): Places {
  const [at, size] = axis === 'across' ? (['x', 'w'] as const) : (['y', 'h'] as const);
  const order = pieces.toSorted((a, b) => a[at] - b[at] || (a.id < b.id ? -1 : 1));
  const [first, last] = [order[0], order.at(-1)];
  if (!first || !last || order.length < 3) return {};
  const taken = order.slice(0, -1).reduce((sum, piece) => sum + piece[size], 0);
  const gap = (last[at] - first[at] - taken) / (order.length - 1);
  const starts = new Map<string, number>();
  let next = first[at];
  for (const piece of order) {
    starts.set(piece.id, next);
    next += piece[size] + gap;
  }
  return placed(order, (piece) => {
    const start = starts.get(piece.id) ?? piece[at];
    if (piece === first || piece === last) return [piece.x, piece.y];
    return axis === 'across'
      ? [onGrid(start + piece.mid) - piece.mid, piece.y]
      : [piece.x, onGrid(start)];
  });
}
