// Before a step that changes something is carried out in a test: exactly what would happen, and the
// question whether it may. Nothing has happened while this stands.

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Refused } from '../frame/refused.tsx';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import { Exactly } from '../cards/exactly.tsx';
import { useDecision } from '../cards/use-decision.ts';
import type { Known } from '../runs/known.ts';
import { t } from '../words.ts';

type Props = { card: CardView; view: RunView; known: Known };

export function TryAsk({ card, view, known }: Props): ReactNode {
  const { decide, busy, refusal } = useDecision(card.id, card.to);
  return (
    <section className="try-ask" aria-label={t('try.ask.label')}>
      <h3>{t('try.ask.title', { tool: card.body.title })}</h3>
      <p>{t('try.ask.practice')}</p>
      <Exactly card={card} view={view} names={known.names} />
      <Refused why={refusal?.message} />
      <div className="try-buttons">
        <Button variant="filled" loading={busy === 'approve'} onClick={() => decide('approve')}>
          {t('try.ask.yes')}
        </Button>
        <Button loading={busy === 'refuse'} onClick={() => decide('refuse')}>
          {t('try.ask.no')}
        </Button>
      </div>
    </section>
  );
}
