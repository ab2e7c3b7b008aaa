// The lines below "exactly this": facts the step shows, why it asks, the rule, the advice, cost so
// far.

import type { ReactNode } from 'react';
import type { Field } from '../../engine/base/kinds.ts';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import { Rich } from '../frame/rich.tsx';
import type { Known } from '../runs/known.ts';
import { useNow } from '../runs/use-now.ts';
import { t } from '../words.ts';
import { adviceWords, isDoorCard, questionOf, soFarWords, whyWords } from './card-words.ts';
import { isAskedAnew, isTold } from './exactly-words.ts';
import { ShownValue } from './shown-value.tsx';
import { nextAsked } from './together.ts';

type Props = { card: CardView; view: RunView; known: Known };

function Row({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Fact = CardView['body']['facts'][number];

/** The choice of the form a fact shows, so that it reads as it was chosen. */
const chosenIn = ({ workflow }: Known, { label, value }: Fact): Field | undefined =>
  workflow.input.find(
    (field) => field.label === label && field.choices?.some(({ id }) => id === value),
  );

export function WhyList({ card, view, known }: Props): ReactNode {
  const { body } = card;
  const why = whyWords(card, view, known);
  const advice = adviceWords(card);
  const soFar = soFarWords(card, view.mode);
  const next = nextAsked(card, known.names.people.values(), useNow(false));
  const facts = isAskedAnew(card) ? [] : body.facts.filter((fact) => !isTold(card, fact.value));
  const isOwnTitle =
    card.kind !== 'approval' || isDoorCard(card) || questionOf(card, known.names) === body.title;
  return (
    <dl className="why num">
      {!isOwnTitle && <Row label={t('card.asked')}>{body.title}</Row>}
      {facts.map((fact) => (
        <Row key={fact.label} label={fact.label}>
          <ShownValue
            value={fact.value}
            field={fact.field ?? chosenIn(known, fact)}
            names={known.names}
          />
        </Row>
      ))}
      {why && (
        <Row label={t('card.why')}>
          <Rich text={why} />
        </Row>
      )}
      {body.rule && <Row label={t('card.rule')}>{body.rule.name}</Row>}
      {advice && (
        <Row label={t('card.advice')}>
          <b>{advice.choice}</b>
          {advice.rest}
        </Row>
      )}
      {soFar && <Row label={t('card.so_far')}>{soFar}</Row>}
      {next && <Row label={t('card.escalates')}>{t('card.escalates.words', next)}</Row>}
    </dl>
  );
}
