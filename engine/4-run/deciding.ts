// What the parts of a decision share: who answers which card with what, and how it is written down.

import type { JsonObject } from '../base/value.ts';
import type { Person } from '../1-document/schema.ts';
import type { Said } from '../node.ts';
import { shaOf } from './sha.ts';
import { coversWith, proposalOf } from './cards.ts';
import type { Grant } from './events.ts';
import type { LiveEffect } from './live.ts';
import { keepCard, record, type Turn } from './turn.ts';
import type { CardView } from './view.ts';

export type Answer = {
  choice: string;
  edit?: JsonObject | undefined;
  note?: string | undefined;
  to?: string | undefined;
  by?: string | undefined;
};
export type WrongAnswer = { wrong: Said & { field?: string } };
export type Answered = { card: CardView; handedTo?: string } | WrongAnswer;

/** One answer being given; `value` holds the card's fields with the edit in them. */
export type Deciding = {
  turn: Turn;
  card: CardView;
  effect: LiveEffect;
  by: Person;
  given: Answer;
  value: JsonObject;
};

export const wrongAnswer = (code: string, params?: Said['params']): WrongAnswer => ({
  wrong: { code, ...(params ? { params } : {}) },
});

/** Records the answer and what it changed; the card is closed. */
export function closeAnswered(d: Deciding, grants: Grant[] = []): CardView {
  const { turn, card, by, given, value } = d;
  const before = proposalOf({ fields: card.body.fields });
  const changes = Object.entries(value)
    .filter(([field, to]) => JSON.stringify(before[field]) !== JSON.stringify(to))
    .map(([field, to]) => ({ field, from: before[field] ?? null, to }));
  const said = {
    ...(changes.length ? { changes, edit: value } : {}),
    ...(given.note ? { note: given.note } : {}),
  };
  record(turn, {
    type: 'card.answered',
    head: {
      card: card.id,
      choice: given.choice,
      by: by.id,
      basis: 'as claimed on this computer',
      grants,
      shownHash: shaOf({ covers: card.body.covers, fields: before }),
      approvedHash: shaOf({ grants: grants.map((g) => g.argsHash), fields: value }),
    },
    payload: said,
  });
  const closed = { state: 'answered' as const, choice: given.choice, by: by.id };
  const view: CardView = { ...card, ...closed, answeredAt: turn.at, ...said };
  keepCard(turn, view);
  const { openCard: _answered, ...free } = turn.live.open.get(card.effect) ?? d.effect;
  turn.live.open.set(card.effect, free);
  return view;
}

/** Hands the card to somebody else, redrawn with the edit as its proposal. */
export function handTo(d: Omit<Deciding, 'value'>, to: Person, why: Said): CardView {
  const { turn, card, effect, by, given } = d;
  const proposal = { ...card.proposal, ...given.edit };
  const filled = { ...proposalOf({ fields: card.body.fields }), ...proposal };
  const isGate = effect.row.kind === 'card' && card.kind === 'approval';
  const redrawn = given.edit && isGate ? { covers: coversWith(turn, effect, filled) } : {};
  record(turn, {
    type: 'card.handed',
    head: { card: card.id, from: card.to, to: to.id, by: by.id, why },
    payload: given.edit ? { edit: given.edit, ...redrawn } : undefined,
  });
  const view: CardView = {
    ...card,
    to: to.id,
    body: { ...card.body, ...redrawn },
    ...(given.edit ? { proposal } : {}),
  };
  keepCard(turn, view);
  return view;
}
