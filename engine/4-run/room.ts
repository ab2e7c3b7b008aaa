// What the ledger says to an effect of a turn, and how its money is reserved and settled there.
// M1 the worst case of a model call is its whole request and its maximum output, at its own price.
// M3 what an attempt leaves of its reservation goes back to the day it was taken from.
// M2 a call whose price nobody knows does not start: there is nothing to reserve.

import {
  capsOf,
  extend as extendIn,
  reserve as reserveIn,
  roomFor as roomIn,
  settle as settleIn,
  type Caps,
  type Counter,
  type Want,
} from '../budgets/ledger.ts';
import { costNano, usdOfNano } from '../budgets/money.ts';
import { priceOf } from '../budgets/prices.ts';
import type { Usage } from '../node.ts';
import { assert } from '../base/assert.ts';
import type { Room } from './admit.ts';
import type { LiveEffect } from './live.ts';
import { modelFor } from './plan.ts';
import { NO_USAGE, type Settlement, type Turn } from './turn.ts';

export type { Counter };

const capsIn = (turn: Turn): Caps =>
  capsOf(turn.live.budget, turn.live.plan.setting.workspace.dailyBudget.costUsd, turn.ledger);

/** The worst case of one attempt of an effect (M1); undefined when its price is unknown (M2). */
export function worstOf(turn: Turn, effect: LiveEffect): Want | undefined {
  const { call } = effect;
  if (call?.kind !== 'model') return { costNano: 0, modelCalls: 0, toolCalls: 1, tokens: 0 };
  const entry = modelFor(turn.live.plan, call);
  const price = priceOf(entry);
  if (!price) return undefined;
  const { inputTokens, outputTokens } = turn.deps.models.worst(call, entry);
  return {
    costNano: costNano(price, inputTokens, outputTokens),
    modelCalls: 1,
    toolCalls: 0,
    tokens: inputTokens + outputTokens,
  };
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const dayNano = (turn: Turn): number => turn.dayNano + turn.out.dayDelta;

/** Is there room for one more attempt of the effect? */
export const roomFor = (turn: Turn, want: Want): Room =>
  roomIn(turn.ledger, capsIn(turn), want, dayNano(turn));

/** Takes the worst case out of the budget; there was room a moment ago, in this same turn. */
export function reserve(turn: Turn, effect: LiveEffect, want: Want): LiveEffect {
  const taken = reserveIn(turn.ledger, capsIn(turn), want, dayNano(turn));
  assert(taken.ok, 'an effect was admitted without room');
  turn.ledger = taken.ledger;
  turn.out.dayDelta += taken.dayDelta;
  return { ...effect, reservedNano: want.costNano, reservedTokens: want.tokens, isReserved: true };
}

/** Puts what was really used in place of the reservation; returns the attempt's usage. */
export function settleMoney(turn: Turn, effect: LiveEffect, outcome: Settlement): Usage {
  if (!effect.isReserved) return NO_USAGE;
  const { used, workMs = 0 } = outcome;
  const spent = { costNano: used ? used.costNano : 0, tokens: used?.tokens ?? 0, workMs };
  const reserved = { costNano: effect.reservedNano, tokens: effect.reservedTokens };
  const before = turn.ledger;
  const settled = settleIn(turn.ledger, reserved, spent);
  turn.ledger = settled.ledger;
  const day = dayOf(effect.row.startedAt ?? turn.at);
  if (day === dayOf(turn.at)) turn.out.dayDelta += settled.dayDelta;
  else if (settled.dayDelta) turn.out.pastDays.push({ day, nano: settled.dayDelta }); // M3
  const open = turn.live.open.get(effect.row.id);
  if (open) turn.live.open.set(effect.row.id, { ...open, isReserved: false });
  const isModel = effect.call?.kind === 'model';
  return {
    costNano: settled.ledger.costNano - before.costNano,
    tokens: settled.ledger.tokens - before.tokens,
    workMs,
    attempts: 1,
    modelCalls: isModel ? 1 : 0,
    toolCalls: isModel ? 0 : 1,
  };
}

/** Raises one cap and returns it, in the counter's own unit. */
export function extend(turn: Turn, counter: Counter, by: number): number {
  turn.ledger = extendIn(turn.ledger, capsIn(turn), counter, by);
  return capsIn(turn)[counter];
}

/** A figure of a counter as a person reads it: money, minutes, or a plain count. */
export function figureOf(counter: Counter, value: number): string {
  if (counter === 'costUsd' || counter === 'day')
    return `$${usdOfNano(value)
      .toFixed(4)
      .replace(/(\.\d\d)(\d*?)0+$/, '$1$2')}`;
  if (counter === 'minutes') return `${Math.ceil(value / 60_000)} min`;
  return String(value);
}
