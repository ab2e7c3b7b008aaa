// What a setting would have been in the last run: under every value taken from a step, and under
// every text with values in it.
// PV1 it always says where the preview comes from, and when the last run had no such value.

import { useState, type ReactNode } from 'react';
import { isRef, isText, pathsIn } from '../../engine/base/binding.ts';
import type { Json } from '../../engine/base/value.ts';
import { valueWords } from '../cards/value-words.ts';
import { tried, type Known } from '../document/last-scope.ts';
import { nameOfPath, type Sight } from '../document/reach.ts';
import { Rich } from '../frame/rich.tsx';
import { t, useSpoken } from '../words.ts';
import { useMaybeInspected } from './context.ts';
import { lastWords } from './last-words.ts';

const LONG = 160;

/** The whole text with every value as people read it, or why it cannot be shown. */
function textWords(value: Json, known: Known, sight: Sight): { text: string; lost: string[] } {
  if (!isText(value)) return { text: '', lost: [] };
  const { missing } = tried(value, known);
  const others = value.else ?? {};
  const text = value['@text'].replace(/\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/g, (_all, path: string) => {
    const words = lastWords(known, sight, path);
    if (words !== '') return `**${words}**`;
    const other = Object.hasOwn(others, path) ? others[path] : undefined;
    return other === undefined ? '' : `**${valueWords(tried(other, known).value)}**`;
  });
  return { text, lost: missing };
}

/** A text with values in it as the last run would have had it (PV1). */
export function TextPreview(props: {
  id: string;
  value: Json | undefined;
  sight: Sight;
}): ReactNode {
  const { id, value, sight } = props;
  const known = useMaybeInspected()?.known;
  const [isWhole, setWhole] = useState(false);
  const shown = useSpoken(
    () => (known && isText(value) ? textWords(value, known, sight) : undefined),
    [known, value, sight],
  );
  if (!shown || !known || !isText(value) || pathsIn(value['@text']).length === 0) return null;
  const { text, lost } = shown;
  const isLong = text.length > LONG;
  const names = lost.map((path) => nameOfPath(sight, path).label).join('\n');
  return (
    <div id={id} className="preview num">
      <span className="meta">{t(`app.preview.text.${known.from}`)}</span>
      <p className={isLong && !isWhole ? 'clamped' : undefined}>
        <Rich text={text} />
      </p>
      {lost.length > 0 && <p className="meta">{t('app.preview.without', { names })}</p>}
      {isLong && (
        <button type="button" className="small-link" onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'app.preview.less' : 'app.preview.more')}
        </button>
      )}
    </div>
  );
}

/** A fallback in words: text is quoted, and nothing is said to be nothing. */
function quoted(words: string, value: Json | undefined): string {
  if (words === '') return t('app.bind.else_nothing');
  return typeof value === 'string' ? t('live.quote', { text: words }) : words;
}

/** What a value from a step was (PV1). The chip shows it; this says what to make of it. */
export function ValuePreview({ value, sight }: { value: Json; sight: Sight }): ReactNode {
  const known = useMaybeInspected()?.known;
  if (!known || !isRef(value)) return null;
  const path = value['@ref'];
  const isThere = lastWords(known, sight, path) !== '';
  const isSure = sight.byPath.get(path)?.sure !== false;
  const other = value.else === undefined ? undefined : tried(value.else, known);
  const words =
    other && other.missing.length === 0
      ? valueWords(other.value, sight.byPath.get(path)?.field)
      : undefined;
  const said = isThere
    ? t(`app.preview.value.${known.from}`)
    : words === undefined
      ? t(`app.preview.none.${known.from}`)
      : t('app.preview.instead', { value: quoted(words, other?.value) });
  return (
    <p className="preview-line num">
      {said}
      {!isSure && ` ${t('app.preview.maybe')}`}
    </p>
  );
}
