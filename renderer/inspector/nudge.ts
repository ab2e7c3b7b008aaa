// How far a press of an arrow key moves a figure: far enough to feel it, never past what it means.
// NU1 a step is the figure's own size without its first digit: 10 for 500, 100 for 1,800. With
//     Shift ten times that.
// NU2 a figure stays on the grid of its step: 505 goes to 510 or 500, not to 515.

/** One step for a figure; at least `least` (NU1). */
export const stepFor = (value: number, least = 1): number =>
  Math.max(least, 10 ** (Math.floor(Math.log10(Math.max(Math.abs(value), least))) - 1));

type Bounds = { min?: number | undefined; max?: number | undefined };

/** The figure after one press; `by` is 1, −1, 10 or −10 steps (NU2). */
export function nudgedTo(value: number, by: number, least = 1, { min, max }: Bounds = {}): number {
  const step = stepFor(value, least);
  const on = by > 0 ? Math.floor(value / step) : Math.ceil(value / step);
  const next = Number(((on + by) * step).toFixed(6));
  return Math.min(max ?? Infinity, Math.max(min ?? -Infinity, next));
}
