// Instants as text. One remembers the last: all that happens in one commit happens at one instant.
// IN1 pure: the same milliseconds always give the same text.

const DAY_MS = 86_400_000;
let last = { at: Number.NaN, iso: '' };
let today = { number: Number.NaN, day: '' };

/** An instant (milliseconds since 1970) as ISO text in UTC. */
export function isoOf(at: number): string {
  if (last.at !== at) last = { at, iso: new Date(at).toISOString() };
  return last.iso;
}

/** The day an instant belongs to in UTC, `2026-01-05`. */
export function dayOf(at: number): string {
  const number = Math.floor(at / DAY_MS);
  if (today.number !== number) today = { number, day: isoOf(at).slice(0, 10) };
  return today.day;
}
