// Cards that wait are looked at again: who is asked next, and whether who is asked is still here.
// WA1 an escalation falls due at the instant the card names; a pause or a restart does not move it.
// WA2 when somebody who is asked begins to be away, the stand-in is asked from that day on. Absence
//     is read from the people as they stand then, so one entered while the card waits counts too.
// WA3 nobody is asked who may not answer: never the requester about an approval of his own run.

import type { Said } from '../node.ts';
import { askedIn, today } from './cards.ts';
import { handCard } from './deciding.ts';
import type { LiveEffect } from './live.ts';
import { nextLook } from './next-look.ts';
import { addressees, personOf, standInOf } from './people.ts';
import { touch, type Turn } from './turn.ts';
import type { CardView } from './view.ts';

/** Looks at an open card whose time has come, however often it is told so. */
export function lookAgain(turn: Turn, effect: LiveEffect): void {
  const { openCard, row } = effect;
  if (turn.live.row.control === 'paused' || openCard === undefined) return;
  const since = row.dueAt ?? 0;
  if (since > turn.at) return;
  const card = turn.card(openCard);
  if (card?.state !== 'open') return;
  escalate(turn, effect, since);
  standIn(turn, effect);
  touch(turn, effect, { dueAt: nextLook(turn, card) });
}

const cardOf = (turn: Turn, { openCard }: LiveEffect): CardView | undefined =>
  openCard === undefined ? undefined : turn.card(openCard);

/** Who may not be asked about this card (WA3). */
const not = ({ live }: Turn, { raw }: LiveEffect, { kind }: CardView): string | undefined =>
  kind === 'approval' && raw['allowSelf'] !== true ? live.by : undefined;

/** People whose word is still missing. */
const waiting = ({ to, body, votes = [] }: CardView): string[] =>
  body.quorum ? body.quorum.of.filter((id) => !votes.some((vote) => vote.by === id)) : [to];

/** WA1: what fell due since the last look, each once. */
function escalate(turn: Turn, effect: LiveEffect, since: number): void {
  const due = cardOf(turn, effect)?.body.escalates ?? [];
  for (const { to, at } of due) {
    const card = cardOf(turn, effect);
    if (at < since || at > turn.at || !card) continue;
    const asked = addressees(askedIn(turn.live), to, today(turn), not(turn, effect, card));
    const next = asked.find(({ id }) => !isAsked(card, id));
    const [from] = waiting(card);
    if (next && from !== undefined) pass(turn, card, { from, to: next.id }, 'decide.escalated');
  }
}

const isAsked = ({ to, body }: CardView, id: string): boolean =>
  body.quorum ? body.quorum.of.includes(id) : to === id;

/** WA2 */
function standIn(turn: Turn, effect: LiveEffect): void {
  for (const id of waiting(cardOf(turn, effect) as CardView)) {
    const card = cardOf(turn, effect) as CardView;
    const { people } = askedIn(turn.live);
    const person = personOf(people, id);
    const instead = person && standInOf(people, person, today(turn));
    if (!instead || isAsked(card, instead.id) || instead.id === not(turn, effect, card)) continue;
    pass(turn, card, { from: id, to: instead.id }, 'decide.away');
  }
}

function pass(turn: Turn, card: CardView, hands: { from: string; to: string }, code: string): void {
  const nameOf = (id: string): string => personOf(askedIn(turn.live).people, id)?.name ?? id;
  const why: Said = { code, params: { from: nameOf(hands.from), to: nameOf(hands.to) } };
  handCard(turn, card, { ...hands, by: '', why });
}
