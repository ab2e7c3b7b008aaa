// People at their cards: some know what they do, some press anything, some press twice.

import type { JsonObject } from '../../engine/base/value.ts';
import type { Person } from '../../engine/1-document/schema.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import type { DecideRequest } from '../../engine/engine.ts';
import { below, oneOf, type Chance } from '../bisimulation/random.ts';

/** Every field of a card with something that fits. */
const filled = ({ body }: CardView, n: number): JsonObject =>
  Object.fromEntries(body.fields.map(({ field }) => [field.id, field.kind === 'text' ? 'x' : n]));

/** An answer as it comes: mostly by the addressee, mostly a choice that exists. */
export function randomAnswer(chance: Chance, card: CardView, people: Person[]): DecideRequest {
  const choice = chance() < 0.95 ? oneOf(chance, card.choices) : 'approve';
  const isEdited = chance() < 0.4 || choice === 'done' || choice === 'go-on' || choice === 'answer';
  const n = oneOf(chance, [1, 2, 3, 6000]);
  return {
    card: card.id,
    choice,
    by:
      chance() < 0.85 ? oneOf(chance, card.body.quorum?.of ?? [card.to]) : oneOf(chance, people).id,
    ...(isEdited ? { edit: filled(card, n) } : {}),
    ...(choice === 'hand-over' ? { to: oneOf(chance, people).id } : {}),
  };
}

/** Answers that bring a run to its end, the best first; somebody must be able to give one (L1). */
export function goodAnswers(chance: Chance, card: CardView, people: Person[]): DecideRequest[] {
  const orders: Record<string, string[]> = {
    approval: ['approve', 'refuse'],
    question: ['answer'],
    limit: below(chance, 3) ? ['extend', 'finish'] : ['finish', 'stop'],
    unknown: ['done', 'fail'],
    trouble: below(chance, 3) ? ['go-on', 'stop'] : ['stop'],
  };
  const choices = (orders[card.kind] ?? []).filter((choice) => card.choices.includes(choice));
  const anybody = [card.to, ...people.map((person) => person.id)];
  return choices.flatMap((choice) =>
    anybody.map((by) => ({ card: card.id, choice, by, edit: filled(card, 1) })),
  );
}
