// What a person says about a limit: more room, finish with what there is, or stop.
// LA1 *extend* raises the account that was reached, and no other. A raised day is there for all
//     runs.
// LA2 *finish* leaves by `over` where that is drawn, else it ends the run whose limit it is.

import { DAY, finish, RUN } from '../budgets/ledger.ts';
import { accountsOf } from './accounts.ts';
import { accountNamed, behind, counterOf, tellBehind } from './behind.ts';
import { closeCard } from './cards.ts';
import { stopFamily } from './control.ts';
import type { Deciding } from './deciding.ts';
import type { Account, LiveEffect } from './live.ts';
import { activate } from './open.ts';
import { extend } from './room.ts';
import { endRun, settle } from './settle.ts';
import { record, type Ended, type Turn } from './turn.ts';

/** Carries out what a person said about a limit. */
export function answerLimit({ turn, card, effect, by, given }: Deciding): void {
  const { limit } = card.body;
  if (given.choice === 'stop') return stopFamily(turn, by.id);
  const account = limit && accountOf(turn, effect, limit);
  if (!limit || !account) return;
  const counter = counterOf(limit.counter);
  if (given.choice === 'finish') {
    turn.ledger = finish(turn.ledger, account.account, counter);
    finishAt(turn, effect, account, by.id);
    return tellBehind(turn, { do: 'finish_behind', card: card.id, by: by.id });
  }
  const cap = extend(turn, account, counter, limit.extendBy);
  const of = account.account === RUN ? {} : { account: account.account };
  record(turn, {
    type: 'limit.extended',
    head: { counter, by: by.id, cap, ...of },
    payload: undefined,
  });
  activate(turn, turn.live.open.get(effect.row.id) ?? effect, false);
  tellBehind(turn, { do: 'ask_again', card: card.id });
  if (account.account !== DAY) return;
  for (const { row, open } of turn.runs())
    if ([...open.values()].some(isAtDay)) turn.follow.push({ run: row.id, do: 'day_raised' }); // LA1
}

const isAtDay = ({ atLimit, openCard: card }: LiveEffect): boolean =>
  card !== undefined && atLimit?.account === DAY;

const accountOf = (
  turn: Turn,
  effect: LiveEffect,
  limit: { account?: string; counter: string },
): Account | undefined =>
  accountsOf(turn, effect).find(({ account }) => account === accountNamed(limit));

function finishAt(turn: Turn, effect: LiveEffect, account: Account, by: string): void {
  if (turn.live.plan.drawn.has(`${effect.row.node}:over`))
    return settle(turn, effect, { result: { port: 'over', value: null }, by });
  const ended: Ended = { status: 'done', outcome: 'stopped_at_limit' };
  if (account.run === turn.live.row.id) endRun(turn, ended);
  else turn.follow.push({ run: account.run, do: 'end', ended });
}

/** The card is gone or was extended: whatever waited behind it finds out for itself. */
export function askAgain(turn: Turn, card: string): void {
  for (const { row } of behind(turn.live, card)) {
    const { behind: _card, ...free } = turn.live.open.get(row.id) ?? {};
    if (!('row' in free)) continue;
    turn.live.open.set(row.id, free as LiveEffect);
    activate(turn, free as LiveEffect, false);
  }
}

/** A person finished at the limit: so does whatever waited behind the same card. */
export function finishBehind(turn: Turn, card: string, by: string): void {
  const { limit } = turn.card(card)?.body ?? {};
  for (const { row } of behind(turn.live, card)) {
    const effect = turn.live.open.get(row.id);
    const account = effect && limit && accountOf(turn, effect, limit);
    if (effect && account && turn.live.row.status === 'active') finishAt(turn, effect, account, by);
  }
}

/** The day has more room: nobody need answer about it any more. */
export function dayRaised(turn: Turn): void {
  for (const { row } of [...turn.live.open.values()].filter(isAtDay)) {
    const effect = turn.live.open.get(row.id);
    if (!effect) continue;
    closeCard(turn, effect);
    const { openCard: _card, atLimit: _limit, ...free } = turn.live.open.get(row.id) ?? effect;
    turn.live.open.set(row.id, free);
    activate(turn, free, false);
  }
}
