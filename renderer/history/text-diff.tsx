// A longer text before and after: the same words quiet, what went struck, what came underlined.

import type { ReactNode } from 'react';
import { changedWords } from '../inspector/changed-words.ts';
import { t } from '../words.ts';

/** Above this many letters, both together, the words are not looked at one by one. */
const MOST = 12_000;

type Props = { was: string; is: string };

function Side({
  text,
  other,
  mark,
}: {
  text: string;
  other: string;
  mark: 'was' | 'is';
}): ReactNode {
  const Mark = mark === 'was' ? 'del' : 'ins';
  const pieces =
    text.length + other.length > MOST ? [{ text, isNew: true }] : changedWords(other, text);
  return (
    <p className={`text-${mark}`}>
      <span className="sr">{t(`history.text.${mark}`, { text: '' })}</span>
      {pieces.map((piece, i) =>
        piece.isNew ? <Mark key={i}>{piece.text}</Mark> : <span key={i}>{piece.text}</span>,
      )}
    </p>
  );
}

export function TextDiff({ was, is }: Props): ReactNode {
  return (
    <div className="text-diff">
      {was !== '' && <Side text={was} other={is} mark="was" />}
      {is !== '' && <Side text={is} other={was} mark="is" />}
    </div>
  );
}
