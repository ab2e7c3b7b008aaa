// Bugs stop the run they are in: an invariant that does not hold is thrown, never explained away.

/** Throws `Bug: <what>` unless the condition holds. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`Bug: ${what}`);
}
