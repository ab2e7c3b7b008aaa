// The frame every card shares: tag and deadline, the question, what a refusal said, buttons 2 × 2.

import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CardView } from '../../engine/4-run/view.ts';
import { StateTag } from '../canvas/states.tsx';
import { t } from '../words.ts';
import { CARD_STATE, tagWords } from './card-words.ts';
import { moment } from './value-words.ts';

type Props = {
  card: CardView;
  question: string;
  children: ReactNode;
  /** Why the last answer was not taken. */
  refused?: string | undefined;
  footer: ReactNode;
};

export function CardFrame({ card, question, children, refused, footer }: Props): ReactNode {
  return (
    <article className={`approve card-${card.kind}`} aria-label={question}>
      <header>
        <StateTag state={CARD_STATE[card.kind]} word={tagWords(card)} pill />
        <span className="grow" />
        <span className="meta num">
          {card.deadline === undefined
            ? t('card.no_deadline')
            : t('card.answer_by', { at: moment(card.deadline) })}
        </span>
      </header>
      <h2 className="num">{question}</h2>
      <section className="approve-b" tabIndex={0} aria-label={t('card.details')}>
        {children}
      </section>
      <footer>
        {refused && (
          <p className="refused" role="alert">
            <CircleAlert size={16} aria-hidden /> <span>{refused}</span>
          </p>
        )}
        {footer}
      </footer>
    </article>
  );
}
