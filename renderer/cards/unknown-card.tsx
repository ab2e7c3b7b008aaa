// The unknown card: a call may have happened, and nobody but a person can find out.

import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { t } from '../words.ts';
import { AnswerFields, useFilled } from './answer-fields.tsx';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import { questionOf } from './card-words.ts';
import { Exactly } from './exactly.tsx';
import { WhyList } from './why-list.tsx';

export function UnknownCard({ card, view, known, decision, deciding }: CardProps): ReactNode {
  const [isFilling, setFilling] = useState(false);
  const filled = useFilled(card);
  const { decide, busy, refusal } = decision;
  const done = (): void => {
    if (card.body.fields.length > 0 && !isFilling) return setFilling(true);
    const values = filled.checked();
    if (values) decide('done', { edit: values });
  };
  const give: Record<string, () => void> = {
    check: () => decide('check'),
    again: () => decide('again'),
    done,
    fail: () => decide('fail'),
  };
  const [first] = card.choices;
  return (
    <CardFrame
      card={card}
      question={questionOf(card, known.names)}
      refused={refusal?.message}
      footer={
        <>
          {deciding}
          <div className="buttons">
            {card.choices.map((choice) => (
              <Button
                key={choice}
                variant={choice === first && choice === 'check' ? 'filled' : 'default'}
                className={choice === 'fail' ? 'danger' : ''}
                loading={busy === choice}
                onClick={give[choice]}
              >
                {t(`card.unknown.${choice}`)}
              </Button>
            ))}
          </div>
        </>
      }
    >
      <Exactly card={card} view={view} names={known.names} />
      <WhyList card={card} view={view} known={known} />
      {isFilling && (
        <>
          <p className="meta">{t('card.unknown.fill')}</p>
          <AnswerFields fields={card.body.fields} filled={filled} />
        </>
      )}
    </CardFrame>
  );
}
