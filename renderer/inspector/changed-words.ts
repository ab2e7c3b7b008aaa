// Which words of a sentence are new against how it was before: those are set bold while it changes.
// CW1 taken together in order, the pieces are the sentence.

/** A piece of the sentence, and whether it is new. */
export type Piece = { text: string; isNew: boolean };

const wordsOf = (text: string): string[] => text.split(/(?<=\s)/);

/** Lengths of the longest common row of words from each place on. */
function table(a: string[], b: string[]): number[][] {
  const rows = Array.from({ length: a.length + 1 }, () =>
    Array.from({ length: b.length + 1 }, () => 0),
  );
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (rows[i] as number[])[j] =
        a[i]?.trim() === b[j]?.trim()
          ? (rows[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(rows[i + 1]?.[j] ?? 0, rows[i]?.[j + 1] ?? 0);
  return rows;
}

/** The sentence in pieces, those that were not there before marked (CW1). */
export function changedWords(before: string, after: string): Piece[] {
  if (before === after) return [{ text: after, isNew: false }];
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const rows = table(old, now);
  const pieces: Piece[] = [];
  const add = (text: string, isNew: boolean): void => {
    const last = pieces.at(-1);
    if (last?.isNew === isNew) last.text += text;
    else pieces.push({ text, isNew });
  };
  let i = 0;
  for (let j = 0; j < now.length;) {
    const word = now[j] ?? '';
    if (i < old.length && old[i]?.trim() === word.trim()) {
      add(word, false);
      i++;
      j++;
    } else if (i < old.length && (rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0)) i++;
    else {
      add(word, true);
      j++;
    }
  }
  return pieces;
}
