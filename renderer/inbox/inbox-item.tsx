// One line of the inbox: the question, why, who, from where, until when.

import { Timer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Person } from '../../engine/1-document/schema.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import { StateTag } from '../canvas/states.tsx';
import { noNames, type Names } from '../canvas/step-facts.ts';
import { CARD_STATE, questionOf } from '../cards/card-words.ts';
import { askedNames } from '../cards/together.ts';
import { decidedWords } from '../cards/decided-card.tsx';
import { moment, short, valueWords } from '../cards/value-words.ts';
import { when } from '../format.ts';
import { Who } from '../frame/who.tsx';
import { useNow } from '../runs/use-now.ts';
import { t } from '../words.ts';

type Props = { card: CardView; people: Person[]; isOn: boolean; onChoose: (id: string) => void };

const namesOf = (people: Person[]): Names => ({
  ...noNames,
  people: new Map(people.map((person) => [person.id, person])),
});

/** A deadline within the day asks for attention. */
const SOON_MS = 24 * 3_600_000;

/** Why it asks, in one line: the advice, what went wrong, or what the step asks. */
function lineOf(card: CardView, names: Names): string {
  const { recommendation, detail, title, facts } = card.body;
  if (detail) return t(detail.code, detail.params);
  if (recommendation) return recommendation.reason;
  if (questionOf(card, names) !== title) return title;
  const [first] = facts;
  return first ? `${first.label}: ${valueWords(first.value, first.field)}` : '';
}

export function InboxItem({ card, people, isOn, onChoose }: Props): ReactNode {
  const names = namesOf(people);
  const now = useNow(false);
  const [who = '', ...others] = askedNames(card, (id) => names.people.get(id)?.name ?? id).split(
    '\n',
  );
  const isSoon = card.deadline !== undefined && card.deadline - now < SOON_MS;
  return (
    <li>
      <button
        type="button"
        className={isOn ? 'mail on' : 'mail'}
        aria-current={isOn ? 'true' : undefined}
        onClick={() => onChoose(card.id)}
      >
        <span className="mail-1">
          <b className="cut num">{questionOf(card, names, card.proposal)}</b>
          <StateTag state={CARD_STATE[card.kind]} word={t(`card.short.${card.kind}`)} pill />
        </span>
        <span className="mail-2 cut">{short(lineOf(card, names), 90)}</span>
        <span className="mail-3 num">
          <Who name={who} />
          <span className="cut">
            {others.length > 0 ? t('card.together.short', { who, n: others.length }) : who} ·{' '}
            {card.workflowName}
          </span>
          <span className="grow" />
          <span className={`with-icon${isSoon ? ' soon' : ''}`}>
            <Timer size={12} aria-hidden />
            {card.deadline === undefined ? t('card.no_deadline') : moment(card.deadline)}
          </span>
        </span>
      </button>
    </li>
  );
}

export function DecidedItem({ card, people, isOn, onChoose }: Props): ReactNode {
  const names = namesOf(people);
  const now = useNow(false);
  const { state, words } = decidedWords(card, { names });
  return (
    <li>
      <button
        type="button"
        className={`mail small${isOn ? ' on' : ''}`}
        aria-current={isOn ? 'true' : undefined}
        onClick={() => onChoose(card.id)}
      >
        <span className="mail-1">
          <span className="cut num">{questionOf(card, names, card.edit)}</span>
          <span className="meta num">{card.answeredAt && when(card.answeredAt, now)}</span>
        </span>
        <StateTag state={state} word={words} />
      </button>
    </li>
  );
}
