// The trouble card: what went wrong, what that means, and how it goes on: again, on, or not at all.
// TC1 *go on* asks for the values later steps use; until they fit nothing is answered.

import { Button } from '@mantine/core';
import { OctagonX } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import { failureWords } from '../runs/now-words.ts';
import { t } from '../words.ts';
import { useFilled } from './answer-fields.tsx';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import { questionOf } from './card-words.ts';
import { FillIn } from './fill-in.tsx';
import { Outcomes, type Outcome } from './outcomes.tsx';
import { moment } from './value-words.ts';
import { wordsFor } from './what-next.ts';
import { WhyList } from './why-list.tsx';

/** How often the step was tried, and when last. */
function triedOf(card: CardView, view: RunView): Outcome {
  const effect = Object.values(view.effects).findLast(
    ({ node, kind }) => node === card.step && kind !== 'card',
  );
  const at = moment(effect?.endedAt ?? card.openedAt);
  const words = effect && t('card.trouble.tried_words', { n: effect.attempts.length + 1, at });
  return { label: t('card.trouble.tried'), words: words ?? '' };
}

export function TroubleCard({ card, view, known, decision, deciding }: CardProps): ReactNode {
  const [isFilling, setFilling] = useState(false);
  const filled = useFilled(card);
  const { decide, busy, refusal } = decision;
  const { detail, fields } = card.body;
  const failure = detail && failureWords(detail);
  const first = isFilling || !card.choices.includes('retry') ? 'go-on' : 'retry';
  const goOn = (): void => {
    if (fields.length === 0) return decide('go-on');
    if (!isFilling) return setFilling(true);
    const values = filled.checked();
    if (values) decide('go-on', { edit: values });
  };
  const back = (): void => {
    filled.reset();
    setFilling(false);
  };
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
            {(isFilling ? ['go-on'] : card.choices).map((choice) => (
              <Button
                key={choice}
                variant={choice === first ? 'filled' : 'default'}
                className={choice === 'stop' ? 'danger' : ''}
                loading={busy === choice}
                onClick={choice === 'go-on' ? goOn : () => decide(choice)}
              >
                {t(`card.trouble.${choice}`)}
              </Button>
            ))}
            {isFilling && <Button onClick={back}>{t('card.back')}</Button>}
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
      {isFilling ? (
        <FillIn
          hint={t('card.trouble.fill')}
          fields={fields}
          filled={filled}
          isBusy={busy !== undefined}
        />
      ) : (
        <>
          <WhyList card={shown} view={view} known={known} />
          <Outcomes
            of={[
              triedOf(card, view),
              ...card.choices.map((choice) => ({
                label: t(`card.trouble.if.${choice}`),
                words: wordsFor(card, choice, known),
              })),
            ]}
          />
        </>
      )}
    </CardFrame>
  );
}
