// The door, first half: what the rules, the grants and the ledger say to a planned call, inside the
// turn.
// D1 nothing outside is called unless admit() said `start` in this very commit.
// D2 the reservation is taken in the same turn that sets `started`, never before.
// D3 a denied call arrives at its step as failure kind `denied` and is never retried.

import { checkArgs } from './args.ts';
import { admit, type Question, type Verdict } from './admit.ts';
import { openDoorCard, openLimitCard } from './cards.ts';
import type { RunEvent } from './events.ts';
import type { LiveEffect, UsableGrant } from './live.ts';
import { classOf } from './effect-facts.ts';
import { ruling } from './ruling.ts';
import { reserve, roomFor, worstOf } from './room.ts';
import type { Want } from '../budgets/ledger.ts';
import { remembered } from './remembered.ts';
import { record, touch, type Turn } from './turn.ts';

type Opened = ((effect: LiveEffect) => RunEvent) | undefined;

/** Decides about an open, planned effect; `opened` is given while it is not recorded yet. */
export function decide(turn: Turn, effect: LiveEffect, opened?: Opened): void {
  const settled = remembered(turn, effect);
  if (settled) {
    if (opened) record(turn, opened(effect));
    turn.ready.push({ effect: effect.row.id, outcome: settled });
    return;
  }
  const want = worstOf(turn, effect);
  if (!want) {
    if (opened) record(turn, opened(effect));
    const failure = { kind: 'needs_human' as const, code: 'failure.price_unknown' };
    turn.ready.push({ effect: effect.row.id, outcome: { result: { failure } } });
    return;
  }
  const verdict = admit(questionFor(turn, effect, want));
  const decided: LiveEffect = { ...effect, admission: admissionOf(verdict) };
  turn.live.open.set(effect.row.id, decided);
  if (verdict.decision === 'start') return startEffect(turn, decided, want, opened);
  if (opened) record(turn, opened(decided));
  hold(turn, decided, verdict, want);
}

function questionFor(turn: Turn, effect: LiveEffect, want: Want): Question {
  const { live } = turn;
  const { call } = effect;
  const fault =
    call?.kind === 'tool' && effect.card ? checkArgs(effect.card, call.args) : undefined;
  return {
    effectClass: classOf(effect),
    cardMissing: call?.kind === 'tool' && !effect.card,
    argsFault: fault,
    argsHash: effect.argsHash,
    ruling: ruling(live, effect, turn.at),
    grants: grantsFor(live.grants, effect),
    paused: live.row.control === 'paused' && turn.stepping !== effect.row.id,
    rate: { ok: true },
    room: roomFor(turn, want),
    reserveNano: want.costNano,
  };
}

const admissionOf = (v: Verdict): NonNullable<LiveEffect['admission']> => {
  const {
    because: _because,
    at: _at,
    ...admission
  } = v as Verdict & { because?: string; at?: number };
  return admission;
};

function startEffect(turn: Turn, effect: LiveEffect, want: Want, opened: Opened): void {
  const grant = effect.admission?.grant;
  takeGrant(turn.live.grants, grant, effect.row.id);
  const reserved = reserve(turn, effect, want);
  turn.live.open.set(effect.row.id, reserved);
  const started = touch(turn, reserved, {
    status: 'started',
    attempt: effect.row.attempt + 1,
    startedAt: turn.at,
    dueAt: null,
    work: workOf(want),
  });
  if (opened) record(turn, opened(started));
  else
    record(turn, {
      type: 'effect.admitted',
      head: { effect: effect.row.id, admission: started.admission! },
      payload: undefined,
    });
  turn.out.starts.push(started);
}

/** What a restart must know of the reservation; a call that holds nothing back writes nothing. */
const workOf = ({ costNano, tokens }: Want): string =>
  costNano || tokens ? JSON.stringify({ reservedNano: costNano, reservedTokens: tokens }) : '{}';

/** Grants for this step and visit; one that this very effect took before is still its own. */
const grantsFor = (grants: UsableGrant[], { row }: LiveEffect): Question['grants'] =>
  grants
    .filter((g) => g.step === row.node && g.visit === row.visit)
    .map((g) => ({ ...g, used: g.usedBy !== undefined && g.usedBy !== row.id }));

function takeGrant(grants: UsableGrant[], id: string | undefined, by: string): void {
  const grant = grants.find((g) => g.id === id);
  if (grant) grant.usedBy = by;
}

function hold(
  turn: Turn,
  effect: LiveEffect,
  verdict: Exclude<Verdict, { decision: 'start' }>,
  want: Want,
): void {
  const id = effect.row.id;
  const admission = effect.admission!;
  if (verdict.decision === 'refuse') {
    turn.ready.push({
      effect: id,
      outcome: { result: { failure: { kind: 'denied', ...verdict.why } } },
    });
    return;
  }
  if (verdict.decision === 'queue') {
    touch(turn, effect, { status: 'queued', dueAt: verdict.at });
    return;
  }
  if (verdict.because === 'paused') {
    touch(turn, effect, { status: 'open' });
    return;
  }
  if (verdict.because === 'limit') return openLimitCard(turn, effect, admission, want);
  touch(turn, effect, { status: 'held' });
  const card = openDoorCard(turn, effect, verdict.because === 'changed');
  record(turn, { type: 'effect.held', head: { effect: id, admission, card }, payload: undefined });
}
