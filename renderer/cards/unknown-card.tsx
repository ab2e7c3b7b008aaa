// The unknown card: a call may have happened, and nobody but a person can find out.
// UC1 *treat as done* asks for the values later steps use; until they fit nothing is answered.

import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { t } from '../words.ts';
import { useFilled } from './answer-fields.tsx';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import { questionOf } from './card-words.ts';
import { Exactly } from './exactly.tsx';
import { FillIn } from './fill-in.tsx';
import { Outcomes } from './outcomes.tsx';

export function UnknownCard({ card, view, known, decision, deciding }: CardProps): ReactNode {
  const [isFilling, setFilling] = useState(false);
  const filled = useFilled(card);
  const { decide, busy, refusal } = decision;
  const { detail, fields } = card.body;
  const done = (): void => {
    if (fields.length > 0 && !isFilling) return setFilling(true);
    const values = filled.checked();
    if (values) decide('done', { edit: values });
  };
  const back = (): void => {
    filled.reset();
    setFilling(false);
  };
  const choices = isFilling ? ['done'] : card.choices;
  const first = isFilling ? 'done' : 'check';
  return (
    <CardFrame
      card={card}
      question={questionOf(card, known.names)}
      refused={refusal?.message}
      footer={
        <>
          {deciding}
          <div className="buttons">
            {choices.map((choice) => (
              <Button
                key={choice}
                variant={choice === first ? 'filled' : 'default'}
                className={choice === 'fail' ? 'danger' : ''}
                loading={busy === choice}
                onClick={choice === 'done' ? done : () => decide(choice)}
              >
                {t(`card.unknown.${choice}`)}
              </Button>
            ))}
            {isFilling && <Button onClick={back}>{t('card.back')}</Button>}
          </div>
        </>
      }
    >
      {detail && <p className="card-lead">{t(detail.code, detail.params)}</p>}
      <Exactly card={card} view={view} names={known.names} />
      {isFilling ? (
        <FillIn
          hint={t('card.unknown.fill')}
          fields={fields}
          filled={filled}
          isBusy={busy !== undefined}
        />
      ) : (
        <Outcomes
          of={card.choices.map((choice) => ({
            label: t(`card.unknown.if.${choice}`),
            words: t(`card.next.unknown.${choice}`),
          }))}
        />
      )}
    </CardFrame>
  );
}
