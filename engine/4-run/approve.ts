// Approving: what is about to be agreed to is planned again with the edit in it, checked, and
// bound.
// A1 rules are asked again; an explicit deny cannot be approved.
// A2 an amount above the approver's own limit never goes through: the decision is refused naming
//    the limit, and the same card goes up with the edit as its proposal.
// A3 a grant carries the hash of exactly what was approved.

import type { JsonObject } from '../base/value.ts';
import { askedIn } from './cards.ts';
import { coveredCalls, grantsFor, planningIn, type CoveredCall } from './covered.ts';
import { handTo, wrongAnswer, type Deciding, type WrongAnswer } from './deciding.ts';
import type { Grant } from './events.ts';
import { limitOf, whoMayApprove } from './people.ts';
import { rulingFor } from './ruling.ts';
import type { CardView } from './view.ts';

/** The grants of an approval, or why it cannot be given. */
export function grantsOf(d: Deciding): Grant[] | WrongAnswer {
  const { turn, card, effect, by, value } = d;
  const at = new Date(turn.at).toISOString();
  const isGate = effect.row.kind === 'card';
  const calls = isGate ? coveredCalls(turn.live, effect, value, planningIn(turn)) : [];
  for (const call of calls) {
    const ruling = rulingFor(turn.live, call, turn.at);
    if (ruling.then === 'deny' && !ruling.isDefault)
      return wrongAnswer('decide.rule_denies', { rule: ruling.name ?? ruling.id });
  }
  const amount = largestAmount(card, calls, value);
  if (amount > limitOf(by)) return handUp(d, amount);
  if (isGate) return grantsFor(card.id, calls, by.id, at);
  // The door's own card: its call is known to the last argument.
  const { node: step, visit } = effect.row;
  return [{ id: `${card.id}#0`, step, visit, argsHash: effect.argsHash ?? null, by: by.id, at }];
}

/** What is about to be agreed to: amounts of covered calls, of money fields, of the door's call. */
function largestAmount(card: CardView, calls: CoveredCall[], value: JsonObject): number {
  const { fields, covers } = card.body;
  const money = fields.filter((f) => f.field.kind === 'money').map((f) => value[f.field.id]);
  const shown = covers.flatMap((c) => c.args).filter((a) => a.field?.kind === 'money');
  const known =
    calls.length || money.length
      ? [...calls.map((c) => c.amount), ...money]
      : shown.map((a) => a.value);
  return Math.max(0, ...known.filter((x): x is number => typeof x === 'number'));
}

function handUp(d: Deciding, amount: number): WrongAnswer {
  const { turn, by } = d;
  const above = whoMayApprove(askedIn(turn.live).people, amount, turn.live.by);
  const params = { by: by.name, limit: limitOf(by), amount, to: above?.name ?? '' };
  if (!above) return wrongAnswer('decide.over_limit_nobody', params);
  const refusal = wrongAnswer('decide.over_limit', params);
  handTo(d, above, refusal.wrong);
  return refusal;
}
