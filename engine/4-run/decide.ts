// The door, first half: what the rules, the grants and the ledger say to a planned call, inside the
// turn.
// D1 nothing outside is called unless admit() said `start` in this very commit.
// D2 the reservation is taken in the same turn that sets `started`, never before.
// D3 a denied call arrives at its step as failure kind `denied` and is never retried.

import { checkArgs } from './args.ts';
import { admit, type Question, type Verdict } from './admit.ts';
import { openDoorCard } from './door-card.ts';
import type { Admission, RunEvent } from './events.ts';
import { markOf, withModel } from './failover.ts';
import { isUnderWay, leaveLine, lineUp, namedOf, stationOf } from './lanes.ts';
import type { LiveEffect } from './live.ts';
import { speaksOf, taken } from './place.ts';
import { classOf } from './effect-facts.ts';
import { misfitNow, ruling, withCardNow } from './ruling.ts';
import { meetLimit } from './limit.ts';
import { reserve, roomFor, worstOf } from './room.ts';
import type { Want } from '../budgets/ledger.ts';
import { remembered } from './remembered.ts';
import { repeated } from './repeated.ts';
import { inTest } from './testing.ts';
import { tooLong } from './too-long.ts';
import { record, touch, type Settlement, type Turn } from './turn.ts';
import { workText } from './work.ts';

type Opened = ((effect: LiveEffect) => RunEvent) | undefined;

/** Decides about an open, planned effect; `opened` is given while it is not recorded yet. */
export function decide(turn: Turn, effect: LiveEffect, opened?: Opened): void {
  const asking = withModel(turn, withCardNow(turn, effect));
  const want = effect.planFailure ? undefined : worstOf(turn, asking);
  const settled = repeated(turn, effect) ?? remembered(turn, effect) ?? unfit(asking, want);
  if (settled || !want) {
    leaveLine(turn, effect); // an answer that is known waits for nobody's turn
    if (opened) record(turn, opened(effect));
    if (settled) turn.ready.push({ effect: effect.row.id, outcome: settled });
    return;
  }
  const verdict = admit(questionFor(turn, asking, want));
  const decided: LiveEffect = { ...asking, admission: admissionOf(verdict, asking) };
  if (verdict.decision !== 'queue') leaveLine(turn, decided);
  turn.live.open.set(effect.row.id, decided);
  if (verdict.decision === 'start') return startEffect(turn, decided, want, opened);
  if (verdict.decision === 'queue') return enqueue(turn, decided, verdict.at, opened);
  if (opened) record(turn, opened(decided));
  hold(turn, decided, verdict, want);
}

/** Why a call cannot be made whatever the rules say: nobody knows its price, or it is too long. */
function unfit(effect: LiveEffect, want: Want | undefined): Settlement | undefined {
  if (want) return tooLong(effect, want);
  return { result: { failure: { kind: 'needs_human', code: 'failure.price_unknown' } } };
}

function questionFor(turn: Turn, effect: LiveEffect, want: Want): Question {
  const { live } = turn;
  const { call } = effect;
  const fault =
    call?.kind === 'tool' && effect.card
      ? (checkArgs(effect.card, call.args) ?? misfitNow(live, call))
      : undefined;
  return {
    effectClass: classOf(effect),
    cardMissing: call?.kind === 'tool' && !effect.card,
    argsFault: fault,
    argsHash: effect.argsHash,
    ruling: inTest(live, effect, ruling(turn, effect)),
    grants: grantsFor(turn, effect),
    paused: turn.isDraining || (live.row.control === 'paused' && turn.stepping !== effect.row.id),
    rate: stationOf(turn, effect),
    room: roomFor(turn, effect, want),
    reserveNano: want.costNano,
  };
}

const admissionOf = (v: Verdict, { entry, standsIn }: LiveEffect): Admission => {
  const admission = v.decision === 'start' ? v : withoutOrders(v);
  if (!entry) return admission;
  return { ...admission, model: { ...namedOf(entry), ...(standsIn ? { why: standsIn } : {}) } };
};

/** A verdict without what only the door does with it. */
function withoutOrders(v: Verdict): Admission {
  const {
    because: _because,
    at: _at,
    ...admission
  } = v as Verdict & {
    because?: string;
    at?: number;
  };
  return admission;
}

function startEffect(turn: Turn, effect: LiveEffect, want: Want, opened: Opened): void {
  const grant = effect.admission?.grant;
  if (grant !== undefined) turn.grants = taken(turn.grants, grant, effect.row.id);
  const reserved = outOfLine(reserve(turn, effect, want));
  turn.live.open.set(effect.row.id, reserved);
  const started = touch(turn, reserved, {
    status: 'started',
    attempt: effect.row.attempt + 1,
    startedAt: turn.at,
    dueAt: null,
    work: workOf(want, effect),
  });
  isUnderWay(turn, started);
  if (opened) record(turn, opened(started));
  else
    record(turn, {
      type: 'effect.admitted',
      head: { effect: effect.row.id, admission: started.admission! },
      payload: undefined,
    });
  turn.out.starts.push(started);
}

function outOfLine(effect: LiveEffect): LiveEffect {
  if (effect.waitsAt === undefined) return effect;
  const { waitsAt: _waitsAt, ...freed } = effect;
  return freed;
}

/** What a restart must know of the reservation; a call that holds nothing back writes nothing. */
const workOf = ({ costNano, tokens }: Want, effect: LiveEffect): string => {
  const { tried, crashes, entry, standsIn } = effect;
  const asks = entry && standsIn ? markOf(entry) : undefined;
  return workText({ reservedNano: costNano, reservedTokens: tokens, asks, tried, crashes });
};

/** Not now: the effect stands in line, and is tried again at the latest when it is told to. */
function enqueue(turn: Turn, effect: LiveEffect, dueAt: number, opened: Opened): void {
  const isNews = effect.row.status !== 'queued' || effect.waitsAt === undefined;
  const waitsAt = lineUp(turn, effect, dueAt);
  const { id } = effect.row;
  const { tried, crashes } = effect;
  const work = workText({ waitsAt, tried, crashes });
  const waiting = { ...effect, row: { ...effect.row, dueAt } };
  turn.live.open.set(id, waitsAt === undefined ? waiting : { ...waiting, waitsAt });
  if (opened) record(turn, opened(waiting));
  else if (isNews)
    record(turn, {
      type: 'effect.held',
      head: { effect: id, admission: effect.admission!, dueAt },
      payload: undefined,
    });
  touch(turn, waiting, { status: 'queued', dueAt, work });
}

/** Grants that speak of this effect; one that this very effect took before is still its own. */
const grantsFor = ({ grants, live }: Turn, { row }: LiveEffect): Question['grants'] =>
  grants
    .filter((g) => speaksOf(g, live, row))
    .map((g) => ({ ...g, used: g.usedBy !== undefined && g.usedBy !== row.id }));

function hold(
  turn: Turn,
  effect: LiveEffect,
  verdict: Exclude<Verdict, { decision: 'start' | 'queue' }>,
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
  if (verdict.because === 'paused') {
    touch(turn, effect, { status: 'open' });
    return;
  }
  if (verdict.because === 'limit') return meetLimit(turn, effect, admission, want);
  touch(turn, effect, { status: 'held' });
  const card = openDoorCard(turn, effect, verdict.because === 'changed');
  record(turn, { type: 'effect.held', head: { effect: id, admission, card }, payload: undefined });
}
