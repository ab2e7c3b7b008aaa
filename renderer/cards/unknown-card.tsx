// The unknown card: a call may have happened, and nobody but a person can find out.
// UC1 *treat as done* asks for the values later steps use.

import type { ReactNode } from 'react';
import { t } from '../words.ts';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import { questionOf } from './card-words.ts';
import { Exactly } from './exactly.tsx';
import { FillIn } from './fill-in.tsx';
import { FillingButtons, useFilling } from './filling.tsx';
import { Outcomes } from './outcomes.tsx';

export function UnknownCard({ card, view, known, decision, deciding }: CardProps): ReactNode {
  const filling = useFilling({ card, decision }, 'done');
  const { detail, fields } = card.body;
  return (
    <CardFrame
      card={card}
      question={questionOf(card, known.names)}
      refused={decision.refusal?.message}
      footer={
        <>
          {deciding}
          <FillingButtons
            card={card}
            decision={decision}
            filling={filling}
            fills="done"
            first="check"
            danger="fail"
          />
        </>
      }
    >
      {detail && <p className="card-lead">{t(detail.code, detail.params)}</p>}
      <Exactly card={card} view={view} names={known.names} />
      {filling.isOn ? (
        <FillIn
          hint={t('card.unknown.fill')}
          fields={fields}
          filled={filling.filled}
          isBusy={decision.busy !== undefined}
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
