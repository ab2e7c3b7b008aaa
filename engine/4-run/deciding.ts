// What the parts of a decision share: who answers which card with what, and how it is written down.

import { canonical } from '../base/canonical.ts';
import type { JsonObject } from '../base/value.ts';
import type { Person } from '../1-document/schema.ts';
import type { Said } from '../node.ts';
import { handed } from './card-change.ts';
import { proposalOf } from './cards.ts';
import { coveredBy, onCard } from './covered.ts';
import type { Grant, Redrawn } from './events.ts';
import type { LiveEffect } from './live.ts';
import { shaOf } from './sha.ts';
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

/**
 * One answer being given; `value` holds the card's fields with the edit in them, `signed` the names
 * of all whose word it is.
 */
export type Deciding = {
  turn: Turn;
  card: CardView;
  effect: LiveEffect;
  by: Person;
  given: Answer;
  value: JsonObject;
  signed: string;
};

export const BASIS = 'as claimed on this computer';

export const wrongAnswer = (code: string, params?: Said['params']): WrongAnswer => ({
  wrong: { code, ...(params ? { params } : {}) },
});

/** The card of a gate: what it decides is planned ahead, and drawn anew when that changes. */
export const isGate = ({ row }: LiveEffect, { kind }: CardView): boolean =>
  row.kind === 'card' && kind === 'approval';

/** The fields of a card as they stand: what was proposed, with all changes asked for so far. */
export const standing = ({ body, proposal }: CardView): JsonObject => ({
  ...proposalOf({ fields: body.fields }),
  ...proposal,
});

const sameJson = (a: unknown, b: unknown): boolean =>
  canonical((a ?? null) as JsonObject) === canonical((b ?? null) as JsonObject);

/** The fields of `value` that differ from what stands on the card. */
export const changesOn = (card: CardView, value: JsonObject): JsonObject => {
  const before = standing(card);
  return Object.fromEntries(Object.entries(value).filter(([id, to]) => !sameJson(before[id], to)));
};

/** A change asked for, and for a gate what it would open with it. */
export function drawnWith(
  turn: Turn,
  effect: LiveEffect,
  card: CardView,
  edit: JsonObject,
): Redrawn {
  if (!isGate(effect, card)) return { edit };
  const value = { ...standing(card), ...edit };
  return { edit, ...onCard(turn, coveredBy(turn, effect, { value })) };
}

/** Records the answer and what it changed; the card is closed. */
export function closeAnswered(d: Deciding, grants: Grant[] = []): CardView {
  const { turn, card, by, given, value } = d;
  const before = proposalOf({ fields: card.body.fields });
  const changes = Object.entries(value)
    .filter(([field, to]) => !sameJson(before[field], to))
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
      basis: BASIS,
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

type Hands = { from: string; to: string; by: string; why: Said };

/** Hands the card on, by whom and why; redrawn where a change goes with it. */
export function handCard(turn: Turn, card: CardView, hands: Hands, change?: Redrawn): CardView {
  record(turn, { type: 'card.handed', head: { card: card.id, ...hands }, payload: change });
  const view = handed(card, hands, change);
  keepCard(turn, view);
  return view;
}
