// The trouble card: what went wrong, what that means, and how it goes on: again, on, or not at all.
// TC1 *go on* asks for the values later steps use.

import { OctagonX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import { failureWords } from '../runs/now-words.ts';
import { t } from '../words.ts';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import { questionOf } from './card-words.ts';
import { FillIn } from './fill-in.tsx';
import { FillingButtons, useFilling } from './filling.tsx';
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
  const filling = useFilling({ card, decision }, 'go-on');
  const { detail, fields } = card.body;
  const failure = detail && failureWords(detail);
  const first = card.choices.includes('retry') ? 'retry' : 'go-on';
  const shown = { ...card, body: { ...card.body, detail: undefined } };
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
            fills="go-on"
            first={first}
            danger="stop"
          />
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
      {filling.isOn ? (
        <FillIn
          hint={t('card.trouble.fill')}
          fields={fields}
          filled={filling.filled}
          isBusy={decision.busy !== undefined}
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
