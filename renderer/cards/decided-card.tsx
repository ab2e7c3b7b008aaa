// A card that is no longer open: who decided what and when, and what they changed.

import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Json } from '../../engine/base/value.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import { StateTag, type LightState } from '../canvas/states.tsx';
import { personName, type Known } from '../runs/known.ts';
import { t } from '../words.ts';
import { questionOf } from './card-words.ts';
import { TogetherList } from './together-list.tsx';
import { moment, valueWords } from './value-words.ts';

const STATE: Record<string, LightState> = { refuse: 'refused', stop: 'stopped', fail: 'failed' };

/** How a closed card ended, as state and words. */
export function decidedWords(
  card: CardView,
  known: Pick<Known, 'names'>,
): { state: LightState; words: string } {
  if (card.state !== 'answered') return { state: 'skipped', words: t(`card.state.${card.state}`) };
  const isChanged = card.choice === 'approve' && (card.changes?.length ?? 0) > 0;
  const code = isChanged ? 'changed' : card.choice;
  const words = t(`card.decided.${code}`, { who: personName(known, card.by ?? '') });
  return { state: STATE[card.choice ?? ''] ?? 'done', words };
}

export function DecidedCard({ card, known }: { card: CardView; known: Known }): ReactNode {
  const { state, words } = decidedWords(card, known);
  return (
    <article className="decided" aria-label={words}>
      <header>
        <StateTag state={state} word={words} pill />
        <span className="grow" />
        <span className="meta num">{card.answeredAt && moment(card.answeredAt)}</span>
      </header>
      <h2 className="num">{questionOf(card, known.names, card.edit)}</h2>
      {card.changes?.map(({ field, from, to }) => {
        const declared = card.body.fields.find((one) => one.field.id === field)?.field;
        return (
          <p key={field} className="change num">
            <span className="meta">{declared?.label ?? field}</span>{' '}
            <del>{valueWords(from as Json, declared) || t('card.nothing')}</del>
            <ArrowRight size={14} aria-label={t('app.answer.to')} />
            <ins>{valueWords(to as Json, declared)}</ins>
          </p>
        );
      })}
      <TogetherList card={card} known={known} />
      {card.note && <p className="note">{card.note}</p>}
    </article>
  );
}
