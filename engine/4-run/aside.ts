// Money for calls that belong to no run: they too are held back before they are made, out of what
// all runs of a day may use together.
// AS1 reserved in a commit of its own before the call, settled in one after it; a program that ends
//     in between has paid the worst case, never nothing.
// AS2 where the day has no room nothing is reserved, and whoever asks is told which limit it is.

import {
  capsOf,
  DAY,
  dayChange,
  emptyLedger,
  known,
  reserve,
  settle,
  type Budget,
  type Day,
  type NoRoom,
  type Spent,
  type Want,
} from '../budgets/ledger.ts';
import { dayOf } from '../base/instant.ts';
import { emptyCommit, type Commit } from './ports.ts';
import type { Runner } from './runner.ts';

/** The day's account as it is now; a new day begins with what its record says. */
function today({ state, deps }: Runner): Day {
  const day = dayOf(deps.clock.now());
  if (state.day !== day) {
    state.day = day;
    state.dayUse = deps.journal.dayUse(day);
  }
  return state.dayUse;
}

type Changed = NonNullable<Commit['daySpent']>[number];

const write = ({ deps }: Runner, changed: Changed): void =>
  void deps.journal.commit({ ...emptyCommit(), daySpent: [changed] }, deps.clock.now());

/** Writes what changed in the day's account, then makes it so. */
function become(runner: Runner, after: Day): void {
  const { state } = runner;
  const { raised: _raised, ...spent } = dayChange(state.dayUse, after);
  write(runner, { day: state.day, ...spent });
  state.dayUse = after;
}

/** Puts the truth in the place of what was held back. */
export type Settle = (spent: Spent) => void;

/** Holds back the worst case of one call (AS1, AS2). Throws what the journal throws. */
export function reserveAside(
  runner: Runner,
  budget: Budget,
  want: Want,
): { ok: true; settle: Settle } | NoRoom {
  const limit = { account: DAY, caps: capsOf(budget) };
  const taken = reserve({ ledger: emptyLedger(''), day: today(runner) }, [limit], want);
  if (!taken.ok) return taken;
  become(runner, taken.books.day);
  const { day } = runner.state;
  return { ok: true, settle: (spent) => give(runner, day, want, spent) };
}

/** What was not used goes back to the day it was taken from, also after midnight. */
function give(runner: Runner, day: string, want: Want, spent: Spent): void {
  const now = today(runner);
  if (runner.state.day === day)
    return become(runner, settle({ ledger: emptyLedger(''), day: now }, [DAY], want, spent).day);
  const { costNano, tokens } = known(want, spent);
  const { workMs } = spent;
  write(runner, { day, nano: costNano - want.costNano, tokens: tokens - want.tokens, workMs });
}
