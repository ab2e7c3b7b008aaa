// A file on a card: its name, and its text in place when it is asked for.

import { ChevronDown, ChevronRight, FileText } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isBlobRef, isObject, type Json } from '../../engine/base/value.ts';
import { useAsk } from '../ask.ts';
import { t } from '../words.ts';
import { fileName } from './value-words.ts';

function Text({ text }: { text: string }): ReactNode {
  return (
    <section className="file-text" tabIndex={0}>
      {text}
    </section>
  );
}

/** A large text, read back when it is shown. */
function Stored({ hash, preview }: { hash: string; preview: string }): ReactNode {
  const whole = useAsk('blob', { hash }).data?.text;
  return <Text text={whole ?? preview} />;
}

function Contents({ text }: { text: Json | undefined }): ReactNode {
  if (isBlobRef(text)) return <Stored hash={text['@blob']} preview={text.preview} />;
  if (typeof text === 'string') return <Text text={text} />;
  return <p className="meta">{t('card.file.no_text')}</p>;
}

export function FileView({ value }: { value: Json }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const name = fileName(value) ?? '';
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <span className="file-view">
      <button
        type="button"
        className="plain link"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <FileText size={14} aria-hidden /> {name} <Arrow size={14} aria-hidden />
      </button>
      {isOpen && <Contents text={isObject(value) ? value['text'] : undefined} />}
    </span>
  );
}
