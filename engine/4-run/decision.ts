// Answering a card: who may, with what, and in which order it is checked.
// N1 the first decision wins, exactly once; whoever comes later is told the first.
// N2 a wrong answer changes nothing, except that one above its approver's limit hands the card up.

import { fitFields } from '../base/fields.ts';
import { shrink } from '../base/leaves.ts';
import type { JsonObject } from '../base/value.ts';
import type { Person } from '../1-document/schema.ts';
import { grantsOf } from './approve.ts';
import { askedIn, proposalOf } from './cards.ts';
import {
  closeAnswered,
  handTo,
  wrongAnswer,
  type Answer,
  type Answered,
  type Deciding,
  type WrongAnswer,
} from './deciding.ts';
import { addressees, personOf } from './people.ts';
import { carryOut } from './outcome.ts';
import type { Turn } from './turn.ts';
import type { CardView } from './view.ts';

/** Applies one answer to an open card of the turn's run. */
export function answer(turn: Turn, card: CardView, given: Answer): Answered {
  if (card.state !== 'open') return tooLate(turn, card);
  const effect = turn.live.open.get(card.effect);
  if (!effect) return wrongAnswer('decide.no_longer_open');
  const by = personOf(askedIn(turn.live).people, given.by ?? card.to);
  if (!by) return wrongAnswer('decide.unknown_person', { person: given.by ?? card.to });
  const d: Deciding = { turn, card, effect, by, given, value: {} };
  const refused = mayAnswer(d);
  if (refused) return refused;
  if (given.choice === 'hand-over') return handOver(d);
  const fields = fieldsOf(card, given);
  if ('wrong' in fields) return fields;
  return decideWith({ ...d, value: fields.value });
}

function decideWith(d: Deciding): Answered {
  const isApproval = d.card.kind === 'approval' && d.given.choice === 'approve';
  const grants = isApproval ? grantsOf(d) : [];
  if ('wrong' in grants) return grants;
  d.turn.live.grants.push(...grants);
  const card = closeAnswered(d, grants);
  carryOut(d);
  return { card };
}

function tooLate(turn: Turn, card: CardView): Answered {
  if (card.state !== 'answered') return wrongAnswer('decide.no_longer_open');
  const by = card.by === undefined ? undefined : personOf(askedIn(turn.live).people, card.by);
  return wrongAnswer('decide.already', {
    by: by?.name ?? card.by ?? '',
    choice: card.choice ?? '',
  });
}

/**
 * Addressees and whoever the card was handed to, never the requester on an approval; a known
 * choice.
 */
function mayAnswer({ turn, card, effect, by, given }: Deciding): WrongAnswer | undefined {
  const asked = askedIn(turn.live);
  const maySelf = effect.raw['allowSelf'] === true;
  if (card.kind === 'approval' && by.id === turn.live.by && !maySelf)
    return wrongAnswer('decide.own_run', { person: by.name });
  if (by.id !== card.to && !isNamed(turn, effect.raw['ask'], by))
    return wrongAnswer('decide.not_asked', {
      person: by.name,
      to: personOf(asked.people, card.to)?.name ?? card.to,
    });
  if (card.choices.includes(given.choice)) return undefined;
  return wrongAnswer('decide.unknown_choice', {
    choice: given.choice,
    choices: card.choices.join(', '),
  });
}

function isNamed(turn: Turn, ask: unknown, by: Person): boolean {
  if (typeof ask !== 'string') return false;
  const day = new Date(turn.at).toISOString().slice(0, 10);
  return addressees(askedIn(turn.live), ask, day).some((p) => p.id === by.id);
}

/** Choices that must find every required field filled. */
const NEEDS_ALL = new Set(['approve', 'answer', 'done', 'go-on']);

/** The card's fields with the edit in them, checked and canonical. */
function fieldsOf(card: CardView, given: Answer): { value: JsonObject } | WrongAnswer {
  const { fields } = card.body;
  const filled = { ...proposalOf({ fields }), ...card.proposal, ...given.edit };
  const needsAll = NEEDS_ALL.has(given.choice);
  const asked = fields.map(({ field }) => (needsAll ? field : { ...field, required: false }));
  const { value, faults } = fitFields(asked, filled);
  const [fault] = faults;
  const small = shrink(value, () => '', 'outside');
  if (!fault && !small.ok) return wrongAnswer(`failure.${small.code}`, { field: small.field });
  if (!fault) return { value };
  return { wrong: { code: `input.${fault.code}`, params: fault.params, field: fault.field } };
}

function handOver(d: Deciding): Answered {
  const { turn, card, by, given } = d;
  const to = personOf(askedIn(turn.live).people, given.to ?? '');
  if (!given.to) return wrongAnswer('decide.hand_to_nobody');
  if (!to) return wrongAnswer('decide.hand_to_whom', { person: given.to });
  if (to.id === turn.live.by && card.kind === 'approval')
    return wrongAnswer('decide.own_run', { person: to.name });
  const why = { code: 'decide.handed', params: { by: by.name, to: to.name } };
  return { card: handTo(d, to, why), handedTo: to.id };
}
