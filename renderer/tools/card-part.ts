// One part of a card at a time, and what every panel that changes one is given.

import type { Card } from '../../engine/1-document/schema.ts';
import type { CardProblem } from './card-problems.ts';

export type PanelProps = {
  card: Card;
  problems: CardProblem[];
  /** `gesture` names the part, so that typing in it is one undo. */
  onChange: (card: Card, gesture?: string) => void;
};

/** A card with a part, or without it where the part is nothing. */
export function withPart<K extends keyof Card>(
  card: Card,
  key: K,
  value: Card[K] | undefined,
): Card {
  const { [key]: _old, ...rest } = card;
  return (value === undefined ? rest : { ...card, [key]: value }) as Card;
}

/** Does it change anything outside? */
export const isActing = ({ effect }: Pick<Card, 'effect'>): boolean =>
  effect !== 'none' && effect !== 'read';
