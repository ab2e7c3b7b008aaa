// A limit is reached: it is asked about once, or the work ends there. Answers: limit-answer.ts.
// LI1 one card per limit and family of runs: whatever else reaches the same limit waits behind that
//     card and is decided with it.
// LI2 a person who chose to finish at a limit is not asked about it again: what reaches it later
//     leaves by `over` or ends the run whose limit it is.

import { dayOf } from '../base/instant.ts';
import { isFinished, RUN, type Counter, type Want } from '../budgets/ledger.ts';
import { limitCode } from './accounts.ts';
import { familyOf } from './behind.ts';
import { askedIn, openCard } from './cards.ts';
import type { Admission } from './events.ts';
import type { Account, LiveEffect } from './live.ts';
import { ownerFor } from './people.ts';
import { nameOf } from './plan.ts';
import { figureOf, limitOf } from './room.ts';
import { record, touch, usageOf, type Ended, type Turn } from './turn.ts';

/** An effect found no room: its limit is asked about, or ends something. */
export function meetLimit(turn: Turn, effect: LiveEffect, admission: Admission, want: Want): void {
  const full = limitOf(turn, effect, want);
  if (!full) return;
  const { account, room } = full;
  const { counter } = room;
  if (isFinished(turn.ledger, account.account, counter)) return leave(turn, effect, account); // LI2
  if (account.onLimit === 'stop') return stopAt(turn, effect, full);
  const held = touch(turn, effect, { status: 'held' });
  const asked = cardAbout(turn, account.account, counter);
  const card = asked ?? openLimitCard(turn, held, admission, full);
  const now = turn.live.open.get(effect.row.id) ?? held;
  const more = asked ? { behind: asked } : { atLimit: { account: account.account, counter } };
  turn.live.open.set(effect.row.id, { ...now, ...more });
  record(turn, {
    type: 'effect.held',
    head: { effect: effect.row.id, admission, card },
    payload: undefined,
  });
}

type Full = NonNullable<ReturnType<typeof limitOf>>;

const reached = (effect: LiveEffect, { account, room }: Full) => ({
  counter: room.counter,
  cap: room.cap,
  used: room.used,
  wanted: room.wanted,
  effect: effect.row.id,
  ...(account.account === RUN ? {} : { account: account.account }),
});

/** The open card of this family about the same limit, if somebody is asked already (LI1). */
function cardAbout(turn: Turn, account: string, counter: Counter): string | undefined {
  for (const { open } of familyOf(turn))
    for (const { atLimit, openCard: card } of open.values())
      if (card && atLimit?.account === account && atLimit.counter === counter) return card;
  return undefined;
}

function openLimitCard(turn: Turn, effect: LiveEffect, admission: Admission, full: Full): string {
  const { account, room } = full;
  const card = openCard(turn, effect, {
    kind: 'limit',
    to: ownerFor(askedIn(turn.live), 'limit', dayOf(turn.at)),
    step: effect.row.node,
    choices: ['extend', 'finish', 'stop'],
    body: {
      title: effect.input.step.name,
      facts: [],
      fields: [],
      covers: [],
      detail: admission.why,
      usage: usageOf(turn.ledger),
      limit: {
        counter: room.counter,
        used: room.used,
        cap: room.cap,
        extendBy: Math.max(room.wanted, Math.ceil(room.cap / 2)),
        ...(account.of === 'run'
          ? {}
          : { account: account.account, of: account.of, name: account.name }),
      },
    },
  });
  record(turn, {
    type: 'limit.reached',
    head: { ...reached(effect, full), card },
    payload: undefined,
  });
  return card;
}

/** Nobody is asked: the run whose limit it is fails, naming step and limit. */
function stopAt(turn: Turn, effect: LiveEffect, full: Full): void {
  const { account, room } = full;
  record(turn, { type: 'limit.reached', head: reached(effect, full), payload: undefined });
  const { node } = effect.row;
  const failure = {
    kind: 'needs_human' as const,
    code: `failure.limit.${limitCode(account, room.counter).replace(/^own\.|(?<=^day)\..*/, '')}`,
    params: {
      step: nameOf(turn.live.plan, node),
      cap: figureOf(room.counter, room.cap),
      used: figureOf(room.counter, room.used),
    },
  };
  if (account.run === turn.live.row.id)
    turn.ready.push({ effect: effect.row.id, outcome: { result: { failure }, endsRun: true } });
  else end(turn, account, { status: 'failed', failure: { ...failure, step: node } });
}

/** Ends the run whose limit it is, in this commit. */
const end = (turn: Turn, { run }: Account, ended: Ended): void =>
  void turn.follow.push({ run, do: 'end', ended });

/** What is finished at its limit leaves by `over`, or ends the run whose limit it is (LI2). */
function leave(turn: Turn, effect: LiveEffect, account: Account): void {
  if (turn.live.plan.drawn.has(`${effect.row.node}:over`))
    turn.ready.push({
      effect: effect.row.id,
      outcome: { result: { port: 'over', value: null } },
    });
  else end(turn, account, { status: 'done', outcome: 'stopped_at_limit' });
}
