// Text that somebody must judge letter by letter: commands, addresses, names from other programs.
// X1 nothing is left out and nothing is drawn away: what cannot be seen, turns the writing around,
//    or looks like another letter stands beside its number, `⟨U+202E⟩`.
// X2 ordinary writing (letters with accents, other scripts that look like no Latin letter) stays.

/** Invisible: control, format (zero-width, direction), private, unassigned, any space but " ". */
const UNSEEN = /^[\p{C}\p{Zl}\p{Zp}\p{M}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u115f\u3164]$/u;
/** Drawn like Latin letters, digits, dashes, slashes or quotes, and none of them. */
const LOOKS_LIKE = new RegExp(
  [
    '^(?:\\p{Script=Cyrillic}|\\p{Script=Greek}|\\p{Script=Armenian}|\\p{Script=Cherokee}',
    '|\\p{Script=Coptic}|\\p{Script=Lisu}|\\p{Script=Deseret}|\\p{Script=Osage}',
    '|[\\u0180-\\u02af\\u02b0-\\u02ff\\u1d00-\\u1dbf\\u2010-\\u2015\\u2018-\\u201f\\u2024-\\u2027]',
    '|[\\u2039\\u203a\\u2044\\u2060-\\u218f\\u2212\\u2215\\u2216\\u2223\\u2236\\u29f5\\u29f8\\u29f9]',
    '|[\\ua720-\\ua7ff\\ufb00-\\ufb06\\ufe10-\\ufe6f\\uff00-\\uffef]',
    '|[\\u{1d400}-\\u{1d7ff}\\u{1f100}-\\u{1f1ff}])$',
  ].join(''),
  'u',
);

const numbered = (c: string): string =>
  `⟨U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/**
 * The text with everything deceptive made visible; a letter that can be seen stands before its
 * number (X1). Lone surrogates count as unseen.
 */
export function exactText(text: string): string {
  let out = '';
  for (const c of text)
    out += UNSEEN.test(c) ? numbered(c) : LOOKS_LIKE.test(c) ? `${c}${numbered(c)}` : c;
  return out;
}

/** True when `exactText` has something to show that a reader would have missed. */
export const isDeceptive = (text: string): boolean => exactText(text) !== text;
