// The trouble card: what went wrong, what that means, and how it goes on: again, on, or not at all.

import { Button } from '@mantine/core';
import { OctagonX } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../runs/now-words.ts';
import { t } from '../words.ts';
import { AnswerFields, useFilled } from './answer-fields.tsx';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import { questionOf } from './card-words.ts';
import { WhyList } from './why-list.tsx';

export function TroubleCard({ card, view, known, decision, deciding }: CardProps): ReactNode {
  const [isFilling, setFilling] = useState(false);
  const filled = useFilled(card);
  const { decide, busy, refusal } = decision;
  const { detail, fields } = card.body;
  const failure = detail && failureWords(detail);
  const can = (choice: string): boolean => card.choices.includes(choice);
  const first = can('retry') ? 'retry' : 'go-on';
  const goOn = (): void => {
    if (fields.length === 0) return decide('go-on');
    if (!isFilling) return setFilling(true);
    const values = filled.checked();
    if (values) decide('go-on', { edit: values });
  };
  const button = (choice: string, give: () => void, extra = ''): ReactNode =>
    can(choice) && (
      <Button
        variant={choice === first ? 'filled' : 'default'}
        className={extra}
        loading={busy === choice}
        onClick={give}
      >
        {t(`card.trouble.${choice}`)}
      </Button>
    );
  const shown = { ...card, body: { ...card.body, detail: undefined } };
  return (
    <CardFrame
      card={card}
      question={questionOf(card, known.names)}
      refused={refusal?.message}
      footer={
        <>
          {deciding}
          <div className="buttons">
            {button('retry', () => decide('retry'))}
            {button('go-on', goOn)}
            {button('stop', () => decide('stop'), 'danger')}
          </div>
        </>
      }
    >
      {failure && (
        <div className="trouble">
          <OctagonX size={16} aria-hidden />
          <p>
            <b>{failure.what}</b> {failure.help}
          </p>
        </div>
      )}
      <WhyList card={shown} view={view} known={known} />
      {isFilling && (
        <>
          <p className="meta">{t('card.trouble.fill')}</p>
          <AnswerFields fields={fields} filled={filled} />
        </>
      )}
    </CardFrame>
  );
}
