// What must hold, and what is said when it does not.

/** What does not hold; the message says what was seen. */
export class Broken extends Error {}

export function holds(condition: unknown, message: () => string): asserts condition {
  if (!condition) throw new Broken(message());
}
