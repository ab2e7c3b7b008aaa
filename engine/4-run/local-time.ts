// Days as the workspace counts them: absence, and when a new day begins, follow its time zone.
// LT1 pure: the instant is handed in, nothing here looks at a clock.

const HOUR = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-CA', { ...parts, timeZone });
  formats.set(timeZone, made);
  return made;
}

/** The day of an instant, written `2026-11-20`. */
export const localDay = (timeZone: string, at: number): string => formatOf(timeZone).format(at);

const mornings = new Map<string, { day: string; next: number }>();

/** The first instant of the day after. Days of 23 and 25 hours are days too. */
export function nextMorning(timeZone: string, at: number): number {
  const day = localDay(timeZone, at);
  const known = mornings.get(timeZone);
  if (known?.day === day) return known.next;
  let [before, after] = [at, at + 26 * HOUR];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDay(timeZone, middle) === day) before = middle;
    else after = middle;
  }
  mornings.set(timeZone, { day, next: after });
  return after;
}
