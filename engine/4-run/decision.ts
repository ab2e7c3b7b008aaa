// Answering a card: who may, with what, and in which order it is checked.
// N1 the first decision wins, exactly once; whoever comes later is told the first.
// N2 a wrong answer changes nothing, except that one above its approver's limit hands the card up.
// N3 an answer counts before the deadline, never at it or after it, whether or not the timer has
//    fallen due yet: there is one outcome at every millisecond.
// N4 a card is found by its own id and nothing else; run, step and gate are looked up from it.

import { fitFields } from '../base/fields.ts';
import { shrink } from '../base/leaves.ts';
import type { JsonObject } from '../base/value.ts';
import type { Person } from '../1-document/schema.ts';
import { checked, grantsOf } from './approve.ts';
import { askedIn, today } from './cards.ts';
import {
  changesOn,
  closeAnswered,
  drawnWith,
  handCard,
  isGate,
  standing,
  wrongAnswer,
  type Answer,
  type Answered,
  type Deciding,
  type WrongAnswer,
} from './deciding.ts';
import { addressees, personOf, standInOf } from './people.ts';
import { carryOut } from './outcome.ts';
import { vote, wordOf } from './quorum.ts';
import { isOwnTest } from './testing.ts';
import type { Turn } from './turn.ts';
import type { CardView } from './view.ts';

/** Applies one answer to an open card of the turn's run. */
export function answer(turn: Turn, card: CardView, given: Answer): Answered {
  if (card.state !== 'open') return tooLate(turn, card);
  const effect = turn.live.open.get(card.effect);
  if (!effect) return wrongAnswer('decide.no_longer_open');
  if (card.deadline !== undefined && turn.at >= card.deadline)
    return wrongAnswer('decide.too_late');
  const by = personOf(askedIn(turn.live).people, given.by ?? card.to);
  if (!by) return wrongAnswer('decide.unknown_person', { person: given.by ?? card.to });
  const d: Deciding = { turn, card, effect, by, given, value: {}, signed: by.name };
  const refused = mayAnswer(d);
  if (refused) return refused;
  if (given.choice === 'hand-over') return handOver(d);
  const fields = fieldsOf(card, given);
  if ('wrong' in fields) return fields;
  const filled = { ...d, value: fields.value };
  return card.body.quorum ? decideTogether(filled) : decideWith(filled);
}

function decideWith(d: Deciding): Answered {
  const isConsent = d.card.kind === 'approval' && d.given.choice === 'approve';
  const opened = isConsent ? checked(d) : undefined;
  if (opened && 'wrong' in opened) return opened;
  const grants = opened ? grantsOf(d, opened) : [];
  if (grants.length) d.turn.grants = [...d.turn.grants, ...grants];
  const card = closeAnswered(d, grants);
  carryOut(d);
  return { card };
}

/** One word of several; the last one that decides closes the card. */
function decideTogether(d: Deciding): Answered {
  const { turn, by, given } = d;
  const told = wordOf(d);
  if (told) return wrongAnswer('decide.already', { by: by.name, choice: told.choice });
  if (given.choice === 'approve') {
    const opened = checked(d);
    if ('wrong' in opened) return opened;
  }
  const { card, outcome, agreed } = vote(seated(d));
  if (outcome === undefined) return { card };
  const { people } = askedIn(turn.live);
  const names = agreed.map((id) => personOf(people, id)?.name ?? id);
  const signed = outcome === 'approve' ? names.join(', ') : by.name;
  return decideWith({ ...d, card, signed, given: { ...given, choice: outcome } });
}

/** Who stands in for one of several takes the seat, and says so in the record. */
function seated(d: Deciding): Deciding {
  const { turn, card, by } = d;
  const seat = seatOf(turn, card, by);
  if (seat === undefined || seat === by.id) return d;
  const params = { from: personOf(askedIn(turn.live).people, seat)?.name ?? seat, to: by.name };
  const why = { code: 'decide.away', params };
  return { ...d, card: handCard(turn, card, { from: seat, to: by.id, by: '', why }) };
}

/** The seat a person may speak for: his own, or that of somebody away he stands in for. */
function seatOf(turn: Turn, { body, votes = [] }: CardView, by: Person): string | undefined {
  const of = body.quorum?.of ?? [];
  if (of.includes(by.id)) return by.id;
  const { people } = askedIn(turn.live);
  return of.find((id) => {
    const person = personOf(people, id);
    const isSilent = !votes.some((one) => one.by === id);
    return person && isSilent && standInOf(people, person, today(turn))?.id === by.id;
  });
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
  const maySelf = effect.raw['allowSelf'] === true || isOwnTest(turn.live);
  if (card.kind === 'approval' && by.id === turn.live.by && !maySelf)
    return wrongAnswer('decide.own_run', { person: by.name });
  if (!isAsked(turn, card, effect.raw['ask'], by))
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

/** Is the card before this person: handed to, named by the step, or standing in for who is? */
function isAsked(turn: Turn, card: CardView, ask: unknown, by: Person): boolean {
  if (card.body.quorum) return seatOf(turn, card, by) !== undefined;
  const names = typeof ask === 'string' ? [card.to, ask] : [card.to];
  return (
    by.id === card.to ||
    names.some((name) =>
      addressees(askedIn(turn.live), name, today(turn)).some((p) => p.id === by.id),
    )
  );
}

/** Choices that must find every required field filled. */
const NEEDS_ALL = new Set(['approve', 'answer', 'done', 'go-on']);

/** The card's fields with the edit in them, checked and canonical. */
function fieldsOf(card: CardView, given: Answer): { value: JsonObject } | WrongAnswer {
  const { fields } = card.body;
  const filled = { ...standing(card), ...given.edit };
  const needsAll = NEEDS_ALL.has(given.choice);
  const asked = fields.map(({ field }) => (needsAll ? field : { ...field, required: false }));
  const { value, faults } = fitFields(asked, filled);
  const [fault] = faults;
  const small = shrink(value, () => '', 'outside');
  if (!fault && !small.ok) return wrongAnswer(`failure.${small.code}`, { field: small.field });
  if (!fault) return { value };
  return { wrong: { code: `input.${fault.code}`, params: fault.params, field: fault.field } };
}

/** Handing over by hand: to somebody who may answer, with the change that was asked for. */
function handOver(d: Deciding): Answered {
  const { turn, card, effect, by, given } = d;
  const to = personOf(askedIn(turn.live).people, given.to ?? '');
  if (!given.to) return wrongAnswer('decide.hand_to_nobody');
  if (!to) return wrongAnswer('decide.hand_to_whom', { person: given.to });
  if (to.id === turn.live.by && card.kind === 'approval' && effect.raw['allowSelf'] !== true)
    return wrongAnswer('decide.own_run', { person: to.name });
  const { quorum, votes = [] } = { ...card.body, ...card };
  if (quorum?.of.includes(to.id)) return wrongAnswer('decide.asked_already', { person: to.name });
  const seat = quorum ? (seatOf(turn, card, by) ?? by.id) : card.to;
  const said = votes.find((one) => one.by === seat);
  if (said) return wrongAnswer('decide.already', { by: by.name, choice: said.choice });
  const fields = fieldsOf(card, given);
  if ('wrong' in fields) return fields;
  const edit = isGate(effect, card) ? changesOn(card, fields.value) : {};
  const change = Object.keys(edit).length ? drawnWith(turn, effect, card, edit) : undefined;
  const why = { code: 'decide.handed', params: { by: by.name, to: to.name } };
  return {
    card: handCard(turn, card, { from: seat, to: to.id, by: by.id, why }, change),
    handedTo: to.id,
  };
}
