// Approving: what is about to be agreed to is planned again with the edit in it, checked, and
// bound.
// A1 rules are asked again; an explicit deny cannot be approved.
// A2 what is above the approver's own limit never goes through: the decision is refused naming the
//    limit, and the same card goes up with the edit as its proposal. Amounts of several calls count
//    together, so that no sum passes in parts.
// A3 a grant carries the hash of exactly what was approved, and opens only what stood on the card.

import type { JsonObject } from '../base/value.ts';
import { askedIn, today } from './cards.ts';
import { coveredBy, grantsFor, isSignatureUsed, type Covered } from './covered.ts';
import {
  changesOn,
  drawnWith,
  handCard,
  isGate,
  standing,
  wrongAnswer,
  type Deciding,
  type WrongAnswer,
} from './deciding.ts';
import type { Grant } from './events.ts';
import type { LiveRun } from './live.ts';
import { limitOf, whoMayApprove } from './people.ts';
import { rulingFor } from './ruling.ts';
import { isOwnTest } from './testing.ts';
import type { CardView } from './view.ts';

/** What an approval opens, checked against rules and limit, or why it cannot be given. */
export function checked(d: Deciding): Covered | WrongAnswer {
  const { turn, card, effect, by, value, given, signed } = d;
  const at = new Date(turn.at).toISOString();
  const decided = isGate(effect, card)
    ? coveredBy(turn, effect, { value, by: signed, at, note: given.note })
    : NOTHING;
  for (const call of decided.calls) {
    const ruling = rulingFor(as(turn.live, call.plan), call, turn.at);
    if (ruling.then === 'deny' && !ruling.isDefault)
      return wrongAnswer('decide.rule_denies', { rule: ruling.name ?? ruling.id });
  }
  const amount = amountOf(card, decided, value);
  const isFree = !isGate(effect, card) && isOwnTest(turn.live); // nobody's limit is practised with
  return amount > limitOf(by) && !isFree ? handUp(d, amount) : decided;
}

const NOTHING: Covered = { calls: [], unknown: [], marks: [] };

/** The run as the rules of another workflow see it. */
const as = (live: LiveRun, plan: LiveRun['plan']): LiveRun =>
  plan === live.plan
    ? live
    : { ...live, plan, row: { ...live.row, workflow: plan.folder.workflow.id } };

/** The grants of an approval that was checked (A3). */
export function grantsOf({ turn, card, effect, by, ...d }: Deciding, decided: Covered): Grant[] {
  const { id, body } = card;
  if (isGate(effect, card)) {
    const isAsItStood =
      Object.keys(changesOn(card, d.value)).length === 0 && !isSignatureUsed(turn.live.plan.folder);
    const unchanged = isAsItStood ? decided : coveredBy(turn, effect, { value: standing(card) });
    return grantsFor(turn, { gate: effect, body, decided, unchanged, card: id, by: by.id });
  }
  // The door's own card: its call is known to the last argument.
  const { step, visit } = effect.row;
  const at = new Date(turn.at).toISOString();
  const argsHash = effect.argsHash ?? null;
  const own = { step, visit, within: turn.live.path, argsHash };
  return d.given.choice === 'approve' ? [{ id: `${id}#0`, ...own, by: by.id, at }] : [];
}

/**
 * What is about to be agreed to, in all: amounts of planned calls, or a money field above them. The
 * door's card has neither; its call shows the amount.
 */
function amountOf(card: CardView, { calls }: Covered, value: JsonObject): number {
  const isNumber = (x: unknown): x is number => typeof x === 'number';
  const { fields, covers } = card.body;
  const money = fields.filter((f) => f.field.kind === 'money').map((f) => value[f.field.id]);
  const planned = calls.map((c) => c.amount).filter(isNumber);
  const shown = covers.flatMap((c) => c.args).filter((a) => a.field?.kind === 'money');
  const sum = planned.reduce((all, one) => all + one, 0);
  const own = calls.length || money.length ? money : shown.map((a) => a.value);
  return Math.max(0, sum, ...own.filter(isNumber));
}

function handUp(d: Deciding, amount: number): WrongAnswer {
  const { turn, card, effect, by, value } = d;
  const { people } = askedIn(turn.live);
  const not = [requesterOf(d), ...(card.body.quorum?.of ?? [])];
  const above = whoMayApprove(people, amount, today(turn), not);
  const params = { by: by.name, limit: limitOf(by), amount, to: above?.name ?? '' };
  if (!above) return wrongAnswer('decide.over_limit_nobody', params);
  const refusal = wrongAnswer('decide.over_limit', params);
  const edit = changesOn(card, value);
  const change = Object.keys(edit).length ? drawnWith(turn, effect, card, edit) : undefined;
  const hands = { from: fromOf(d), to: above.id, by: by.id, why: refusal.wrong };
  handCard(turn, card, hands, change);
  return refusal;
}

/** Where several must agree, it is the approver's own seat that goes on. */
const fromOf = ({ card, by }: Deciding): string => (card.body.quorum ? by.id : card.to);

const requesterOf = ({ turn, effect }: Deciding): string | undefined =>
  effect.raw['allowSelf'] === true ? undefined : turn.live.by;
