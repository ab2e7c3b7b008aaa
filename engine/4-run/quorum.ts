// Several must agree: every word is recorded, and together they come to one outcome, once.
// QU1 a word counts for exactly what stood on the card when it was given: who changes something
//     begins anew, and those who agreed before are asked again.
// QU2 agreed as soon as enough different people agree to the same; refused as soon as that can no
//     longer be reached; sent back as soon as one sends it back.
// QU3 a person's word stands: the same person is told it, as anybody else is told an outcome.

import { voted } from './card-change.ts';
import { coveredBy } from './covered.ts';
import { BASIS, changesOn, drawnWith, isGate, type Deciding } from './deciding.ts';
import type { Vote } from './events.ts';
import { shaOf } from './sha.ts';
import { keepCard, record } from './turn.ts';
import type { CardView } from './view.ts';

/** What a word is given about: the fields, and what the gate would open with them (QU1). */
function subjectOf({ turn, card, effect, value }: Deciding): string {
  const calls = isGate(effect, card) ? coveredBy(turn, effect, { value }).calls : [];
  return shaOf({
    fields: value,
    calls: calls.map(({ tool, args, visit, within }) => ({
      tool,
      visit,
      within,
      args: args.map(({ id, value: v, known }) => ({ id, v, known })),
    })),
  });
}

export type Tally = {
  card: CardView;
  outcome?: 'approve' | 'refuse' | 'send-back';
  agreed: string[];
};

/** Writes one word down and says what all of them come to. */
export function vote(d: Deciding): Tally {
  const { turn, card, by, given, value } = d;
  const { choice, note } = given;
  const hash = subjectOf(d);
  const edit = choice === 'approve' ? changesOn(card, value) : {};
  const change = Object.keys(edit).length ? drawnWith(turn, d.effect, card, edit) : undefined;
  const said = { ...change, ...(note ? { note } : {}) };
  record(turn, {
    type: 'card.voted',
    head: { card: card.id, choice, by: by.id, basis: BASIS, hash },
    payload: Object.keys(said).length ? said : undefined,
  });
  const own: Vote = { by: by.id, choice, at: turn.at, hash, ...(note ? { note } : {}) };
  const now = voted(card, own, change);
  keepCard(turn, now);
  return tally(now, own);
}

/** QU2 */
function tally(card: CardView, last: Vote): Tally {
  const { votes = [], body } = card;
  const { need, of } = body.quorum ?? { need: 1, of: [last.by] };
  const agreed = votes.filter((one) => one.choice === 'approve' && one.hash === last.hash);
  const refused = votes.filter((one) => one.choice === 'refuse');
  const names = agreed.map((one) => one.by);
  if (last.choice === 'send-back') return { card, outcome: 'send-back', agreed: names };
  if (last.choice === 'approve' && agreed.length >= need)
    return { card, outcome: 'approve', agreed: names };
  const isLost = of.length - refused.length < need;
  return { card, agreed: names, ...(isLost ? { outcome: 'refuse' as const } : {}) };
}

/** The word a person has given that still counts (QU3). */
export function wordOf(d: Deciding): Vote | undefined {
  const own = d.card.votes?.find((one) => one.by === d.by.id);
  if (!own || own.choice === 'refuse') return own;
  return own.hash === subjectOf(d) ? own : undefined;
}
