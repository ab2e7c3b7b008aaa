// How a card changes while it is open: the same words for the engine, which does it, and for the
// fold, which reads that it was done.
// CC1 a card that needs several holds one word of each person; the newest counts.
// CC2 where a card is handed from one of several to another, the seat goes with it.
// CC3 a gate that is asked anew takes back all it gave before and nobody used.

import type { JsonObject } from '../base/value.ts';
import type { Grant, Redrawn, Vote } from './events.ts';
import type { CardView } from './view.ts';

/** The card with a change proposed on it, drawn anew. */
function redrawn(card: CardView, change: Redrawn | undefined): CardView {
  if (!change?.edit) return card;
  const { edit, covers, groups, all } = change;
  const { groups: _groups, all: _all, ...body } = card.body;
  const proposal: JsonObject = { ...card.proposal, ...edit };
  if (!covers) return { ...card, proposal };
  const now = { covers, ...(groups ? { groups } : {}), ...(all ? { all } : {}) };
  return { ...card, proposal, body: { ...body, ...now } };
}

/** The card in somebody else's hands (CC2). */
export function handed(
  card: CardView,
  { from, to }: { from: string; to: string },
  change: Redrawn | undefined,
): CardView {
  const drawn = redrawn(card, change);
  const { quorum } = drawn.body;
  if (!quorum) return { ...drawn, to };
  const of = quorum.of.map((person) => (person === from ? to : person));
  return {
    ...drawn,
    to: drawn.to === from ? to : drawn.to,
    body: { ...drawn.body, quorum: { ...quorum, of } },
  };
}

/** The card with one more word on it (CC1). */
export function voted(card: CardView, vote: Vote, change: Redrawn | undefined): CardView {
  const others = (card.votes ?? []).filter(({ by }) => by !== vote.by);
  return { ...redrawn(card, change), votes: [...others, vote] };
}

type Given = Grant & { usedBy?: string };

/** What is left of the grants when a gate is asked anew (CC3). */
export const without = <G extends Given>(grants: readonly G[], gate: string): readonly G[] =>
  grants.some((g) => g.gate === gate && g.usedBy === undefined)
    ? grants.filter((g) => g.gate !== gate || g.usedBy !== undefined)
    : grants;
