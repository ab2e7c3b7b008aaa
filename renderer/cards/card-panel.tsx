// One card, whatever its kind: who decides, handing over, and the form of answer it takes.
// P1 a card that was handed on starts anew for its new addressee; why it was handed on stays
//    readable.

import { useState, type ComponentType, type ReactNode } from 'react';
import type { CardKind } from '../../engine/node.ts';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import { AwayLine, useDay } from '../people/away-line.tsx';
import { personName, type Known } from '../runs/known.ts';
import { t } from '../words.ts';
import { ApprovalCard } from './approval-card.tsx';
import type { CardProps } from './card-props.ts';
import { decidersOf, handoverTo } from './card-words.ts';
import { DecidedCard } from './decided-card.tsx';
import { DecidingAs } from './deciding-as.tsx';
import { LimitCard } from './limit-card.tsx';
import { QuestionCard } from './question-card.tsx';
import { askedWords, nextAsked } from './together.ts';
import { ToolCard } from './tool-card.tsx';
import { TroubleCard } from './trouble-card.tsx';
import { UnknownCard } from './unknown-card.tsx';
import { useDecision } from './use-decision.ts';

const KINDS: Record<CardKind, ComponentType<CardProps>> = {
  approval: ApprovalCard,
  question: QuestionCard,
  trouble: TroubleCard,
  limit: LimitCard,
  unknown: UnknownCard,
  tool_changed: ToolCard,
};

type Props = { card: CardView; view: RunView; known: Known };

function OpenCard({ card, view, known }: Props): ReactNode {
  const people = [...known.names.people.values()];
  const day = useDay();
  const able = decidersOf(card, people, known, view.by, day);
  const [chosen, setChosen] = useState<string>();
  const by = able.find((person) => person.id === chosen)?.id ?? able[0]?.id ?? card.to;
  const decision = useDecision(card.id, by);
  const Kind = KINDS[card.kind];
  const others = card.choices.includes('hand-over') ? handoverTo(card, people, view.by) : [];
  return (
    <Kind
      key={`${card.to} ${card.votes?.length ?? 0}`}
      card={card}
      view={view}
      known={known}
      decision={decision}
      deciding={
        <>
          <AwayLine who={card.body.quorum?.of ?? [card.to]} people={people} />
          <DecidingAs
            able={able}
            by={by}
            onBy={(person) => {
              decision.forget();
              setChosen(person);
            }}
            others={others}
            onHandOver={(to) => decision.decide('hand-over', { to })}
            isBusy={decision.busy !== undefined}
          />
        </>
      }
    />
  );
}

export function CardPanel({ card, view, known }: Props): ReactNode {
  if (card.state !== 'open') return <DecidedCard card={card} known={known} />;
  return <OpenCard key={card.id} card={card} view={view} known={known} />;
}

/** What happens if nobody answers, in one sentence. */
export function nobodyAnswers(card: CardView, known: Known): string {
  const who = askedWords(card, (id) => personName(known, id));
  const next = nextAsked(card, known.names.people.values(), Date.now());
  if (next) return t('card.nobody.escalates', { who, ...next });
  return card.deadline === undefined
    ? t('card.nobody.waits', { who })
    : t('card.nobody.deadline', { who });
}
