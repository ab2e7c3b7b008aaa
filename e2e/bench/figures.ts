// Medians, percentiles and how figures are written.

const sorted = (list: number[]): number[] => list.toSorted((a, b) => a - b);

/** The middle of a list; 0 for none. */
export const median = (list: number[]): number => percentile(list, 50);

/** The value below which `p` percent of a list lie; 0 for none. */
export function percentile(list: number[], p: number): number {
  const s = sorted(list);
  return s[Math.min(s.length - 1, Math.floor((p / 100) * s.length))] ?? 0;
}

/** A figure with as many digits as it deserves. */
export const figure = (x: number): string =>
  x >= 100 ? Math.round(x).toLocaleString('en-US') : x >= 1 ? x.toFixed(1) : x.toPrecision(2);

/** Rows as an aligned table. */
export function table(rows: string[][]): string {
  const widths = rows[0]?.map((_c, i) => Math.max(...rows.map((r) => (r[i] ?? '').length))) ?? [];
  return rows
    .map((r) =>
      r
        .map((c, i) => c.padEnd(widths[i] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
