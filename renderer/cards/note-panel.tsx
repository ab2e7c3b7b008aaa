// A note that goes with an answer: why it is sent back, or why it is refused.

import { Button, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { t } from '../words.ts';

type Props = {
  /** 'send-back' must say why; 'refuse' may. */
  choice: 'send-back' | 'refuse';
  isBusy: boolean;
  onGive: (note: string) => void;
  onCancel: () => void;
};

export function NotePanel({ choice, isBusy, onGive, onCancel }: Props): ReactNode {
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const give = (): void => {
    if (choice === 'send-back' && note.trim() === '') setMissing(true);
    else onGive(note.trim());
  };
  return (
    <div className="note-panel">
      <Textarea
        autoFocus
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        label={t(`card.note.${choice}`)}
        error={isMissing ? t('card.note.missing') : undefined}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value);
          setMissing(false);
        }}
      />
      <div className="buttons">
        <Button
          variant={choice === 'refuse' ? 'default' : 'filled'}
          className={choice === 'refuse' ? 'danger' : ''}
          loading={isBusy}
          onClick={give}
        >
          {t(`card.give.${choice}`)}
        </Button>
        <Button onClick={onCancel}>{t('card.back')}</Button>
      </div>
    </div>
  );
}
