// The limit card: a limit was reached and the run is paused there, never "successful".

import { Button } from '@mantine/core';
import { Gauge } from 'lucide-react';
import type { ReactNode } from 'react';
import { Meter } from '../runs/meter.tsx';
import { metersOf } from '../runs/meters.ts';
import { stepName } from '../runs/known.ts';
import { t } from '../words.ts';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import { questionOf } from './card-words.ts';
import { figure } from './figures.ts';

export function LimitCard({ card, view, known, decision, deciding }: CardProps): ReactNode {
  const { decide, busy, refusal } = decision;
  const { limit, usage } = card.body;
  const step = stepName(known, card.step);
  const amount = figure(limit?.counter, limit?.extendBy);
  const meters = metersOf(usage ?? view.usage, known.workflow.budget, view.mode, limit);
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
      <section className="exact num">
        <h3 className="exact-h with-icon">
          <Gauge size={14} aria-hidden /> {t('card.limit.stands')}
        </h3>
        <div className="bars">
          {meters.map((meter) => (
            <Meter key={meter.id} {...meter} />
          ))}
        </div>
        <p className="from">
          <span>{t('card.limit.at', { step })}</span>
        </p>
      </section>
      <dl className="why num">
        <div>
          <dt>{t('card.limit.done')}</dt>
          <dd>{t('card.limit.done_steps', { n: done })}</dd>
        </div>
        <div>
          <dt>{t('card.limit.if_extend')}</dt>
          <dd>
            {t('card.limit.if_extend_words', {
              total: figure(limit?.counter, (limit?.cap ?? 0) + (limit?.extendBy ?? 0)),
            })}
          </dd>
        </div>
        <div>
          <dt>{t('card.limit.if_finish')}</dt>
          <dd>{t('card.limit.if_finish_words')}</dd>
        </div>
      </dl>
    </CardFrame>
  );
}
