// The limit card: a limit was reached and the run is paused there, never "successful".

import { Button } from '@mantine/core';
import { Gauge } from 'lucide-react';
import type { ReactNode } from 'react';
import { Meter } from '../runs/meter.tsx';
import { stepName } from '../runs/known.ts';
import { t } from '../words.ts';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import { questionOf } from './card-words.ts';
import { figure } from './figures.ts';
import { limitMeters, limitOf, limitOutcomes } from './limit-words.ts';
import { Outcomes } from './outcomes.tsx';

/** How far the limit is used, and below it the run's own limits where it is another one. */
function Stands({ card, view, known }: Pick<CardProps, 'card' | 'view' | 'known'>): ReactNode {
  const { detail, limit } = card.body;
  const { own, whole } = limitMeters(card, view, known);
  const step = stepName(known, card.step);
  const title = t(`card.limit.stands.${limitOf(card)}`, { name: limit?.name ?? '' });
  return (
    <section className="exact num" aria-label={title}>
      <h3 className="exact-h with-icon">
        <Gauge size={14} aria-hidden /> {title}
      </h3>
      <div className={own.length === 1 ? 'bars one' : 'bars'}>
        {own.map((meter) => (
          <Meter key={meter.id} {...meter} />
        ))}
      </div>
      <p className="from">
        <span>
          {detail && t(detail.code, detail.params)}{' '}
          {limit?.name === step ? '' : t('card.limit.at', { step })}
        </span>
      </p>
      {whole.length > 0 && (
        <div className="whole">
          <h3 className="exact-h">{t('card.limit.stands.whole')}</h3>
          <div className="bars">
            {whole.map((meter) => (
              <Meter key={meter.id} {...meter} />
            ))}
          </div>
        </div>
      )}
    </section>
  );
}

export function LimitCard({ card, view, known, decision, deciding }: CardProps): ReactNode {
  const { decide, busy, refusal } = decision;
  const { limit } = card.body;
  const amount = figure(limit?.counter, limit?.extendBy);
  const done = view.path.filter((way) => known.nodes.has(way.step)).length;
  return (
    <CardFrame
      card={card}
      question={questionOf(card, known.names)}
      refused={refusal?.message}
      footer={
        <>
          {deciding}
          <div className="buttons">
            <Button variant="filled" loading={busy === 'extend'} onClick={() => decide('extend')}>
              {t('card.limit.extend', { amount })}
            </Button>
            <Button loading={busy === 'finish'} onClick={() => decide('finish')}>
              {t('card.limit.finish')}
            </Button>
            <Button className="danger" loading={busy === 'stop'} onClick={() => decide('stop')}>
              {t('card.limit.stop')}
            </Button>
          </div>
        </>
      }
    >
      <Stands card={card} view={view} known={known} />
      <Outcomes
        of={[
          { label: t('card.limit.done'), words: t('card.limit.done_steps', { n: done }) },
          ...limitOutcomes(card, known),
        ]}
      />
    </CardFrame>
  );
}
