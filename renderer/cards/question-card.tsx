// The question card: a person fills in what the run cannot find out.

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../words.ts';
import { AnswerFields, useFilled } from './answer-fields.tsx';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import { questionOf } from './card-words.ts';
import { WhyList } from './why-list.tsx';

export function QuestionCard({ card, view, known, decision, deciding }: CardProps): ReactNode {
  const filled = useFilled(card);
  const { decide, busy, refusal } = decision;
  const answer = (): void => {
    const values = filled.checked();
    if (values) decide('answer', { edit: values });
  };
  return (
    <CardFrame
      card={card}
      question={questionOf(card, known.names)}
      refused={refusal?.message}
      footer={
        <>
          {deciding}
          <div className="buttons one">
            <Button variant="filled" loading={busy === 'answer'} onClick={answer}>
              {t('card.answer')}
            </Button>
          </div>
        </>
      }
    >
      <WhyList card={card} view={view} known={known} />
      <AnswerFields fields={card.body.fields} filled={filled} disabled={busy !== undefined} />
    </CardFrame>
  );
}
