// What the ledger says to an effect of a turn, and how its money is reserved and settled there.
// M1 the worst case of a model call is its whole request and its maximum output, at its own price.
// M3 what an attempt leaves of its reservation goes back to the day it was taken from.
// M2 a call whose price nobody knows does not start: there is nothing to reserve.

import {
  capsNow,
  DAY,
  extend as extendIn,
  known,
  reserve as reserveIn,
  roomFor as roomIn,
  settle as settleIn,
  type Books,
  type Counter,
  type NoRoom,
  type Want,
} from '../budgets/ledger.ts';
import { costNano, usdOfNano } from '../budgets/money.ts';
import { priceOf } from '../budgets/prices.ts';
import { NO_USAGE, type Usage } from '../node.ts';
import { assert } from '../base/assert.ts';
import { dayOf } from '../base/instant.ts';
import { accountsOf, limitCode } from './accounts.ts';
import type { Room } from './admit.ts';
import type { Account, LiveEffect } from './live.ts';
import { modelFor } from './plan.ts';
import { said, type Settlement, type Turn } from './turn.ts';

const booksOf = ({ ledger, day }: Turn): Books => ({ ledger, day });
function keep(turn: Turn, { ledger, day }: Books): void {
  turn.ledger = ledger;
  turn.day = day;
}

/** The worst case of one attempt of an effect (M1); undefined when its price is unknown (M2). */
export function worstOf(turn: Turn, effect: LiveEffect): Want | undefined {
  const { call } = effect;
  if (call?.kind !== 'model') return { costNano: 0, modelCalls: 0, toolCalls: 1, tokens: 0 };
  const entry = effect.entry ?? modelFor(turn.live.plan, call);
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

/** The limit without room, and whose it is; undefined when there is room for one more attempt. */
export function limitOf(
  turn: Turn,
  effect: LiveEffect,
  want: Want,
): { room: NoRoom; account: Account } | undefined {
  const accounts = accountsOf(turn, effect);
  const room = roomIn(booksOf(turn), accounts, want);
  if (room.ok) return undefined;
  const account = accounts.find((one) => one.account === room.account);
  assert(account, `no account ${room.account}`);
  return { room, account };
}

/** Is there room for one more attempt of the effect, in every account? */
export function roomFor(turn: Turn, effect: LiveEffect, want: Want): Room {
  const full = limitOf(turn, effect, want);
  if (!full) return { ok: true };
  const { account, room } = full;
  const params = account.name ? { of: account.name } : undefined;
  return { ...room, why: said(`why.limit.${limitCode(account, room.counter)}`, params) };
}

/** Takes the worst case out of every account; there was room a moment ago, in this same turn. */
export function reserve(turn: Turn, effect: LiveEffect, want: Want): LiveEffect {
  const taken = reserveIn(booksOf(turn), accountsOf(turn, effect), want);
  assert(taken.ok, 'an effect was admitted without room');
  keep(turn, taken.books);
  return { ...effect, reservedNano: want.costNano, reservedTokens: want.tokens, isReserved: true };
}

/** Puts what was really used in place of the reservation; returns the attempt's usage. */
export function settleMoney(turn: Turn, effect: LiveEffect, outcome: Settlement): Usage {
  if (!effect.isReserved) return NO_USAGE;
  const { used, workMs = 0 } = outcome;
  const spent = { costNano: used ? used.costNano : 0, tokens: used?.tokens ?? 0, workMs };
  const reserved = { costNano: effect.reservedNano, tokens: effect.reservedTokens };
  const real = known(reserved, spent);
  const day = dayOf(effect.row.startedAt ?? turn.at);
  const isToday = day === dayOf(turn.at);
  const accounts = accountsOf(turn, effect)
    .map(({ account }) => account)
    .filter((account) => isToday || account !== DAY);
  keep(turn, settleIn(booksOf(turn), accounts, reserved, spent));
  if (!isToday) {
    const tokens = real.tokens - reserved.tokens;
    turn.out.pastDays.push({ day, nano: real.costNano - reserved.costNano, tokens, workMs }); // M3
  }
  const open = turn.live.open.get(effect.row.id);
  if (open) turn.live.open.set(effect.row.id, { ...open, isReserved: false });
  const isModel = effect.call?.kind === 'model';
  return {
    ...real,
    workMs,
    attempts: 1,
    modelCalls: isModel ? 1 : 0,
    toolCalls: isModel ? 0 : 1,
  };
}

/** Raises one cap of an account and returns it, in the counter's own unit. */
export function extend(turn: Turn, account: Account, counter: Counter, by: number): number {
  keep(turn, extendIn(booksOf(turn), account, counter, by));
  return capsNow(booksOf(turn), account)[counter] ?? 0;
}

/** A figure of a counter as a person reads it: money, minutes, or a plain count. */
export function figureOf(counter: Counter, value: number): string {
  if (counter === 'costUsd')
    return `$${usdOfNano(value)
      .toFixed(4)
      .replace(/(\.\d\d)(\d*?)0+$/, '$1$2')}`;
  if (counter === 'minutes') return `${Math.ceil(value / 60_000)} min`;
  return String(value);
}
