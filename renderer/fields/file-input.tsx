// A file: its name, where it comes from, and choosing another one or dropping it here.

import { Button, FileButton, Input } from '@mantine/core';
import { FileText, ShieldAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isObject, type Json } from '../../engine/base/value.ts';
import { number } from '../format.ts';
import { t } from '../words.ts';
import type { FieldInputProps } from './field-props.ts';

/** The name of a file value, or of the sample file a form starts with. */
const nameOf = (value: Json | undefined): string => {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value['name'] === 'string' ? value['name'] : '';
};

const sizeOf = (value: Json | undefined): string => {
  const size = isObject(value) ? value['size'] : undefined;
  return typeof size === 'number' ? t('app.file.size', { n: number(Math.ceil(size / 1024)) }) : '';
};

/** Why a file that was read has no words; nothing while it has some. */
const unreadOf = (value: Json | undefined): string => {
  const why = isObject(value) ? value['unread'] : undefined;
  return typeof why === 'string' ? t(`failure.file_${why}`, { file: nameOf(value) }) : '';
};

const ACCEPTED = '.txt,.md,.csv,.html,.htm,.eml,.pdf,.docx';

export function FileInput({ field, value, onChange, error, onFile }: FieldInputProps): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const [isOver, setOver] = useState(false);
  const name = nameOf(value);
  const choose = async (file: File | null): Promise<void> => {
    if (!file || !onFile) return;
    setBusy(true);
    setFailed(undefined);
    await onFile(file)
      .then(onChange)
      .catch((wrong: unknown) => setFailed(wrong instanceof Error ? wrong.message : ''));
    setBusy(false);
  };
  return (
    <Input.Wrapper
      label={field.label}
      description={field.help}
      error={failed ?? error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    >
      <div
        className={isOver ? 'file over' : 'file'}
        role="presentation"
        onDragOver={(event) => {
          if (!onFile) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void choose(event.dataTransfer.files[0] ?? null);
        }}
      >
        <FileText size={16} aria-hidden />
        <span className="grow cut">
          {name || t('app.file.none')} <span className="meta num">{sizeOf(value)}</span>
        </span>
        {name && (
          <span className="tag">
            <ShieldAlert size={12} strokeWidth={2.25} aria-hidden /> {t('app.file.outside')}
          </span>
        )}
        {onFile && (
          <FileButton accept={ACCEPTED} onChange={(file) => void choose(file)}>
            {(props) => (
              <Button {...props} loading={isBusy}>
                {t(name ? 'app.file.another' : 'app.file.choose')}
              </Button>
            )}
          </FileButton>
        )}
      </div>
      {unreadOf(value) && <output className="meta">{unreadOf(value)}</output>}
    </Input.Wrapper>
  );
}
