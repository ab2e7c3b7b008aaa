// Patterns made from plain lists of words, so that a list can be read and added to.
// P1 a word matches whole words only; `forbid*` also matches longer ones; any gap fits a space.

/** The alternatives of a list separated by commas: longest first, so that none hides another. */
export const oneOf = (list: string): string =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '\\p{L}*')
        .replace(/\s+/g, '\\s+'),
    )
    .join('|');

/** Any word of the list, anywhere (P1). */
export const anyWord = (list: string, flags = 'iu'): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${oneOf(list)})(?!\\p{L})`, flags);

/** Any word of the list, and nothing else. */
export const onlyWord = (list: string): RegExp => new RegExp(`^(?:${oneOf(list)})$`, 'iu');
