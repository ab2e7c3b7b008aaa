// Effects that wait behind another effect's limit card, and are decided with it.
// BE1 whoever waits behind a card is told when it is answered or withdrawn, in the same commit.

import { DAY, RUN, type Counter } from '../budgets/ledger.ts';
import type { Recorded } from './events.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import type { Turn } from './turn.ts';

type Word = { do: 'ask_again'; card: string } | { do: 'finish_behind'; card: string; by: string };

/** What waits behind a card in one run. */
export const behind = ({ open }: LiveRun, card: string): LiveEffect[] =>
  [...open.values()].filter((effect) => effect.behind === card);

/** Passes a word on to every run of the family in which something waits behind a card (BE1). */
export function tellBehind(turn: Turn, word: Word): void {
  for (const live of familyOf(turn))
    if (behind(live, word.card).length) turn.follow.push({ run: live.row.id, ...word });
}

/** The run of a turn as it is being changed, and every other unfinished run of its family. */
export function familyOf({ live, runs }: Turn): LiveRun[] {
  const { id, root } = live.row;
  return [live, ...runs().filter(({ row }) => row.root === root && row.id !== id)];
}

/** A card of an earlier version named the cost of the day as a counter of its own. */
export const counterOf = (name: string): Counter =>
  name === 'day' ? 'costUsd' : (name as Counter);
/** The account a card or an event speaks of. */
export const accountNamed = ({ account, counter }: { account?: string; counter: string }): string =>
  account ?? (counter === 'day' ? DAY : RUN);

/** After a restart: which limit an effect's card is about, and behind whose card others wait. */
export function limitsAgain(live: LiveRun, events: readonly Recorded[]): void {
  for (const e of events) {
    if (e.type !== 'limit.reached' && e.type !== 'effect.held') continue;
    const { effect: id, card } = e.head;
    const effect = live.open.get(id);
    if (!effect || card === undefined) continue;
    if (e.type === 'effect.held') {
      if (effect.row.status === 'held' && effect.openCard === undefined)
        live.open.set(id, { ...effect, behind: card });
    } else if (effect.openCard === card) {
      const atLimit = { account: accountNamed(e.head), counter: counterOf(e.head.counter) };
      live.open.set(id, { ...effect, atLimit });
    }
  }
}
