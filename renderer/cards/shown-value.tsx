// A value on a card, written by its field's kind: money exactly, files to be opened, long text in
// lines.

import type { ReactNode } from 'react';
import { isBlobRef, type Json } from '../../engine/base/value.ts';
import type { Field } from '../../engine/base/kinds.ts';
import type { Names } from '../canvas/step-facts.ts';
import { useAsk } from '../ask.ts';
import { t } from '../words.ts';
import { lineWords, personIn } from './exactly-words.ts';
import { FileView } from './file-view.tsx';
import { fileName } from './value-words.ts';

/** From here on a text gets a box of its own that can be scrolled. */
const LONG = 240;

type Props = { value: Json; field?: Field | undefined; names: Names; strong?: boolean };

/** A text of many lines, in a box that scrolls, also by keyboard. */
function LongText({ text }: { text: string }): ReactNode {
  return (
    <section className="long-text" tabIndex={0}>
      {text}
    </section>
  );
}

function Stored({ hash, preview }: { hash: string; preview: string }): ReactNode {
  const whole = useAsk('blob', { hash }).data?.text;
  return <LongText text={whole ?? preview} />;
}

export function ShownValue({ value, field, names, strong }: Props): ReactNode {
  if (isBlobRef(value)) return <Stored hash={value['@blob']} preview={value.preview} />;
  if (fileName(value) !== undefined) return <FileView value={value} />;
  const words = lineWords(value, field, names);
  if (words === '') return <span className="unknown-value">{t('card.nothing')}</span>;
  if (words.length > LONG || (field?.kind === 'long_text' && words.includes('\n')))
    return <LongText text={words} />;
  const id = typeof value === 'string' && personIn(value, names) ? value : undefined;
  return (
    <>
      {strong || field?.kind === 'money' ? <b>{words}</b> : words}
      {id && id !== words && <span className="meta"> {id}</span>}
    </>
  );
}
