// One card of the inbox in full: where it comes from, the card, and what each answer leads to.

import type { ReactNode } from 'react';
import { useAsk } from '../ask.ts';
import { CardPanel, nobodyAnswers } from '../cards/card-panel.tsx';
import { tellsItself } from '../cards/card-words.ts';
import { nextOf } from '../cards/what-next.ts';
import { moment } from '../cards/value-words.ts';
import { hrefOf } from '../route.ts';
import { stepName, type Known } from '../runs/known.ts';
import { useKnown } from '../runs/use-known.ts';
import { t } from '../words.ts';
import type { CardView } from '../../engine/4-run/view.ts';

function WhatNext({ card, known }: { card: CardView; known: Known }): ReactNode {
  return (
    <section className="after">
      <h2 className="cap">{t('card.next')}</h2>
      <ul className="next num">
        {nextOf(card, known).map(({ choice, words }) => (
          <li key={choice}>
            <b>{t(`card.next.name.${choice}`)}</b>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function InboxDetail({ card: id }: { card: string }): ReactNode {
  const { data: card, error } = useAsk('card', { card: id });
  const run = card?.run ?? '';
  const view = useAsk('run', { run }, { enabled: run !== '' }).data;
  const known = useKnown(run);
  if (error) return <p className="inbox-empty">{error.message}</p>;
  if (!card || !view || !known) return null;
  const href = hrefOf({ at: 'run', run: view.root });
  return (
    <div className="inbox-in">
      <div className="crumbs num">
        <span>{card.workflowName}</span>
        <span aria-hidden>/</span>
        <span>{t('app.inbox.run_of', { at: moment(view.startedAt) })}</span>
        <span aria-hidden>/</span>
        <b className="cut">{stepName(known, card.step)}</b>
        <span className="grow" />
        <a href={href}>{t(card.state === 'open' ? 'app.inbox.show' : 'app.inbox.show_run')}</a>
      </div>
      <CardPanel card={card} view={view} known={known} />
      {card.state === 'open' &&
        (tellsItself(card) ? (
          <p className="meta">{nobodyAnswers(card, known)}</p>
        ) : (
          <WhatNext card={card} known={known} />
        ))}
    </div>
  );
}
