// Sizes of what stands on the canvas, and the small figures the router and the layout share.
// G1 pure and deterministic: widths of text are estimated from a table, never measured on screen,
//    so the same document gives the same picture everywhere.

export type Point = readonly [x: number, y: number];
export type Rect = { x: number; y: number; w: number; h: number };
/**
 * One thing on the canvas in the coordinates of its own scope; `x`, `y` is its top left corner,
 * `mid` the distance from there to the line arrows come in on: the middle, or the door of a room.
 */
export type Box = Rect & { id: string; shape: 'card' | 'pill' | 'room'; mid: number };

export const CARD = { w: 240, h: 68 };
export const PILL = { h: 36, least: 120, most: 196 };
/** Inside a room: space at the sides, above the first step, below the last one. */
export const ROOM = { side: 44, top: 52, bottom: 16, head: 36, emptyW: 240, emptyH: 68 };
/** Distance between the middles of two columns, and between the tops of two rows. */
export const COLUMN = 312;
export const ROW = 120;
export const SNAP = 8;

/** Widths of Inter's letters at 1 px, in classes; the rest is the average. */
const NARROW = new Set("iljft.,:;'|!()[] ");
const WIDE = new Set('mwMWQ@%&');

/** About how wide a text is at a font size; errs on the wide side. */
function textWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text) {
    if (NARROW.has(letter)) em += 0.32;
    else if (WIDE.has(letter)) em += 0.88;
    else em += letter >= 'A' && letter <= 'Z' ? 0.68 : 0.58;
  }
  return Math.ceil(em * size);
}

/** The width of a start or end pill. */
export const pillWidth = (name: string, kind: string): number =>
  even(Math.min(PILL.most, Math.max(PILL.least, textWidth(name, 13) + textWidth(kind, 12) + 66)));

/** The width of a label on an arrow. */
export const labelWidth = (label: string): number => textWidth(label, 12) + 20;

const even = (n: number): number => 2 * Math.ceil(n / 2);

/** Whether two boxes stand in the same place and are as large. */
export const sameBox = (a: Box | undefined, b: Box): boolean =>
  a === b ||
  (a !== undefined && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h && a.mid === b.mid);

/** The smallest rectangle around all of these; undefined for none. */
export function around(rects: Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined;
  const x = Math.min(...rects.map((r) => r.x));
  const y = Math.min(...rects.map((r) => r.y));
  const right = Math.max(...rects.map((r) => r.x + r.w));
  const bottom = Math.max(...rects.map((r) => r.y + r.h));
  return { x, y, w: right - x, h: bottom - y };
}

/** The rectangle with `by` more on every side. */
export const grown = (r: Rect, by: number): Rect => ({
  x: r.x - by,
  y: r.y - by,
  w: r.w + 2 * by,
  h: r.h + 2 * by,
});

/** Whether two rectangles share more than a border. */
export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** The rectangle a straight line covers (no width of its own). */
export const span = (a: Point, b: Point): Rect => ({
  x: Math.min(a[0], b[0]),
  y: Math.min(a[1], b[1]),
  w: Math.abs(a[0] - b[0]),
  h: Math.abs(a[1] - b[1]),
});

/** Whether a straight horizontal or vertical line runs through the inside of a rectangle. */
export function crosses(a: Point, b: Point, r: Rect): boolean {
  const line = span(a, b);
  return line.x < r.x + r.w && line.x + line.w > r.x && line.y < r.y + r.h && line.y + line.h > r.y;
}

/** The size of a note nobody has sized, and the least one can be made. */
export const NOTE = { w: 208, h: 96, leastW: 96, leastH: 40 };

/** Where a note stands in its scope: `at` is its top left corner. */
export const noteBox = ({ at, size }: { at: Point; size?: Point | undefined }): Rect => ({
  x: at[0],
  y: at[1],
  w: Math.max(NOTE.leastW, size?.[0] ?? NOTE.w),
  h: Math.max(NOTE.leastH, size?.[1] ?? NOTE.h),
});
