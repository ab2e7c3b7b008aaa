// What a server says about when to come back.

/** Seconds or a date in `Retry-After`, as milliseconds from `at`; undefined for anything else. */
export function retryAfter(header: string | null | undefined, at: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  const date = /[A-Za-z]/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(date) ? Math.max(0, date - at) : undefined;
}
