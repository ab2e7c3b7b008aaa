// How a problem is written down: its sentence and its help side by side, so that none goes without.

/** Catalogue entries for problems: code → [sentence, help]. */
export const pairs = (
  all: Record<string, [sentence: string, help: string]>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([code, [sentence, help]]) => [
      [`problem.${code}`, sentence],
      [`problem.${code}.help`, help],
    ]),
  );
