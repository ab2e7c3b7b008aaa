// How steps and effects change in the folded view. Called by evolve.ts only.
// S1 a step shows its latest execution; earlier ones stand in `path`.
// S2 steps of a for-each body appear under their own id, steps of a sub-workflow under
//    `<its step>/<id>`, because only the latter come from another document.
// S3 a settled effect's usage is that of its last attempt; earlier attempts brought their own.
// S4 a step made of several is one step: its inner moves unfold in it (`inner`), it shows what the
//    latest of them is doing, or that one waits, and none of them stands beside it.

import { innerOf, outerId } from '../base/ids.ts';
import { NO_USAGE, type Failure, type Usage } from '../node.ts';
import type { Move, Recorded, RunEventType, Turn } from './events.ts';
import { type Draft, listOf, putEffect, putStep } from './evolve-draft.ts';
import type { EffectView, PathEntry, StepState, StepView } from './view.ts';

type EventOf<T extends RunEventType> = Extract<Recorded, { type: T }>;

/**
 * Where a step of `run` stands in the view (S2, S4). A child run's id is the id of its effect.
 */
export function stepKey(d: Draft, run: string, step: string): string {
  let key = outerId(step);
  let at = run;
  while (at !== d.view.run) {
    const parent = d.view.effects[at];
    if (!parent) break;
    if (parent.index === undefined) key = `${parent.step}/${key}`;
    at = parent.run;
  }
  return key;
}

const sum = (a: Usage, b: Usage): Usage => ({
  costNano: a.costNano + b.costNano,
  modelCalls: a.modelCalls + b.modelCalls,
  toolCalls: a.toolCalls + b.toolCalls,
  tokens: a.tokens + b.tokens,
  attempts: a.attempts + b.attempts,
  workMs: a.workMs + b.workMs,
});

/** Adds to the totals of the run. */
function addUsage(d: Draft, by: Usage): void {
  d.view.usage = sum(d.view.usage, by);
}

/** Changes an effect the view knows; an effect from before the view began is left alone. */
export function patchEffect(d: Draft, id: string, patch: Partial<EffectView>): void {
  const effect = d.view.effects[id];
  if (effect) putEffect(d, { ...effect, ...patch });
}

/** Takes an effect off the list of open ones. */
export function closeEffect(d: Draft, id: string): void {
  const at = d.view.open.indexOf(id);
  if (at >= 0) listOf(d, 'open').splice(at, 1);
}

/** Sets the state of the step an effect belongs to, unless that execution is over. */
export function showStep(d: Draft, id: string, state: StepState): void {
  const effect = d.view.effects[id];
  if (!effect || effect.index !== undefined) return;
  const key = stepKey(d, effect.run, effect.step);
  const step = d.view.steps[key];
  if (step && step.endedAt === undefined) putStep(d, key, { ...step, state });
}

const isPerson = (kind: EffectView['kind']): boolean => kind === 'card' || kind === 'timer';

const statusAfter = (admission: EffectView['admission']): EffectView['status'] => {
  if (admission?.decision === 'start') return 'started';
  if (admission?.decision === 'hold') return 'held';
  return admission?.decision === 'queue' ? 'queued' : 'open';
};

const WAITS = new Set<StepState>(['waiting', 'held', 'unknown']);

/** An effect row was opened: its step begins, or begins to wait. */
export function opened(d: Draft, e: EventOf<'effect.opened'>, at: number): void {
  const { effect: id, step, node, visit, kind, typeName, effectClass } = e.head;
  const { tool, dueAt, admission } = e.head;
  const status = statusAfter(admission);
  const input = e.payload?.input;
  const call = e.payload?.call;
  putEffect(d, {
    id,
    run: e.run,
    step,
    node,
    visit,
    kind,
    typeName,
    effectClass,
    status,
    openedAt: at,
    attempts: [],
    usage: NO_USAGE,
    seq: e.seq,
    ...(tool === undefined ? {} : { tool }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(admission ? { admission } : {}),
    ...(input ? { input } : {}),
    ...(call === undefined ? {} : { call }),
  });
  listOf(d, 'open').push(id);
  if (admission?.grant) useGrant(d, admission.grant, id);
  const key = stepKey(d, e.run, step);
  const had = d.view.steps[key];
  const goesOn = had && had.endedAt === undefined;
  const isHeld = status === 'held' || (d.view.paused && status === 'open');
  const state = isPerson(kind) ? 'waiting' : isHeld ? 'held' : 'running';
  const part = innerOf(step)?.part;
  if (part !== undefined && goesOn) {
    const inner = [...(had.inner ?? []), { part, effect: id }];
    const waits = WAITS.has(had.state) && had.inner?.some((one) => one.port === undefined);
    putStep(d, key, { ...had, ...(waits ? {} : { state, effect: id }), inner });
    return;
  }
  if (goesOn && had.effect !== undefined && kind !== 'card') return;
  if (goesOn && (kind === 'child' || kind === 'each')) return;
  const again = kind === 'timer' && had ? had.visit + 1 : visit;
  putStep(d, key, { step, visit: again, state, startedAt: at, effect: id });
}

/** An effect was let through, put in a queue or held after it had been opened. */
export function admitted(d: Draft, id: string, admission: EffectView['admission']): void {
  patchEffect(d, id, { admission, status: statusAfter(admission) });
  const effect = d.view.effects[id];
  if (admission?.grant) useGrant(d, admission.grant, id);
  if (effect && !isPerson(effect.kind))
    showStep(d, id, admission?.decision === 'hold' ? 'held' : 'running');
}

/** Notes which effect used a grant up. */
function useGrant(d: Draft, grant: string, effect: string): void {
  const at = d.view.grants.findIndex((g) => g.id === grant);
  const found = d.view.grants[at];
  if (found) listOf(d, 'grants')[at] = { ...found, usedBy: effect };
}

/** One attempt came to nothing; another follows at `retryAt`, or none does. */
export function attempted(d: Draft, e: EventOf<'attempt.ended'>): void {
  const { effect: id, usage, ...attempt } = e.head;
  const effect = d.view.effects[id];
  addUsage(d, usage);
  if (!effect) return;
  const { retryAt } = attempt;
  patchEffect(d, id, {
    attempts: [...effect.attempts, attempt],
    usage: sum(effect.usage, usage),
    ...(retryAt === undefined ? {} : { status: 'queued' as const, dueAt: retryAt }),
  });
}

/** An effect closed: its result is in, and the machine says what it did with it. */
export function settled(d: Draft, e: EventOf<'effect.settled'>, at: number): void {
  const { effect: id, turn, usage, status, ...rest } = e.head;
  const before = d.view.effects[id];
  const output = e.payload?.value;
  addUsage(d, usage);
  putEffect(d, {
    ...(before ?? {
      id,
      run: e.run,
      typeName: '',
      kind: 'compute' as const,
      effectClass: 'none' as const,
      openedAt: at,
      attempts: [],
      seq: e.seq,
    }),
    ...rest,
    status,
    usage: before ? sum(before.usage, usage) : usage,
    endedAt: at,
    settledSeq: e.seq,
    ...(output ? { output } : {}),
  });
  closeEffect(d, id);
  if (status === 'cancelled' && d.view.effects[id]?.kind !== 'timer') stopStep(d, id, at);
  if (turn) took(d, e.run, turn, at, e.head.failure);
}

/** A pause holds back what has not started; what is in flight still finishes. */
export function holdBack(d: Draft): void {
  for (const id of d.view.open) {
    const effect = d.view.effects[id];
    if (effect?.status === 'open' && !isPerson(effect.kind) && effect.child === undefined)
      showStep(d, id, 'held');
  }
}

/** Ends the execution an effect stands for without a way out. */
export function stopStep(d: Draft, id: string, at: number): void {
  const effect = d.view.effects[id];
  if (!effect || effect.index !== undefined) return;
  const key = stepKey(d, effect.run, effect.step);
  const step = d.view.steps[key];
  const isItsOwn = step?.effect === id || step?.inner?.some((one) => one.effect === id);
  if (step && step.endedAt === undefined && isItsOwn)
    putStep(d, key, { ...step, state: 'stopped', endedAt: at });
}

const stateAt = (port: string, failure: Failure | undefined): StepState => {
  if (port === 'error' || failure) return 'failed';
  return port === 'refused' ? 'refused' : 'done';
};

/** Applies what the machine did in one turn: entries, rounds and ways taken, in order. */
export function took(d: Draft, run: string, turn: Turn, at: number, failure?: Failure): void {
  turn.moves.forEach((move, i) => {
    if (move.port !== undefined) leave(d, run, move, at, i === 0 ? failure : undefined);
    else {
      const isEnd = turn.end === move.step && turn.machineStatus !== 'active';
      enter(d, stepKey(d, run, move.step), move, at, isEnd);
    }
  });
}

function enter(d: Draft, key: string, move: Move, at: number, isEnd: boolean): void {
  const had = d.view.steps[key];
  const goesOn = had && had.endedAt === undefined;
  if (move.round !== undefined && goesOn) {
    putStep(d, key, { ...had, round: move.round });
    return;
  }
  putStep(d, key, {
    step: move.step,
    visit: (had?.visit ?? 0) + 1,
    state: isEnd ? 'done' : 'running',
    startedAt: at,
    ...(isEnd ? { endedAt: at } : {}),
    ...(move.round === undefined ? {} : { round: move.round }),
  });
}

/** S4: an inner call ended; the step around it goes on. */
function leaveInner(d: Draft, run: string, key: string, part: string, port: string): void {
  const had = d.view.steps[key];
  if (!had?.inner) return;
  const inner = had.inner.map((one) =>
    one.part === part && one.port === undefined && d.view.effects[one.effect]?.run === run
      ? { ...one, port }
      : one,
  );
  putStep(d, key, { ...had, inner });
}

/** The inner moves of one execution (in a for-each, of one item). */
const innerPath = (d: Draft, run: string, { inner }: StepView): PathEntry['inner'] =>
  inner
    ?.filter((one) => d.view.effects[one.effect]?.run === run)
    .map(({ part, port = '', effect }) => ({
      part,
      port,
      attempts: attemptsOf(d.view.effects[effect]),
    }));

function leave(d: Draft, run: string, move: Move, at: number, failure?: Failure): void {
  const key = stepKey(d, run, move.step);
  const port = move.port ?? '';
  const part = innerOf(move.step)?.part;
  if (part !== undefined) return leaveInner(d, run, key, part, port);
  const had = d.view.steps[key];
  const step: StepView =
    had && had.endedAt === undefined
      ? had
      : { step: move.step, visit: (had?.visit ?? 0) + 1, state: 'done', startedAt: at };
  putStep(d, key, { ...step, state: stateAt(port, failure), port, endedAt: at });
  const inner = innerPath(d, run, step);
  listOf(d, 'path').push({
    step: key,
    port,
    visit: step.visit,
    attempts: Math.max(
      attemptsOf(d.view.effects[step.effect ?? '']),
      ...(inner ?? []).map(({ attempts }) => attempts),
    ),
    at,
    ...(inner ? { inner } : {}),
  });
  // Leaving a step ends whatever it still had open: the deadline of an answered gate, for one.
  for (const id of d.view.open.filter((o) => isOf(d.view.effects[o], run, move.step))) {
    patchEffect(d, id, { status: 'cancelled', endedAt: at });
    closeEffect(d, id);
  }
}

const isOf = (effect: EffectView | undefined, run: string, step: string): boolean =>
  effect?.run === run && effect.step === step;

/** Tries made: 0 for steps that try nothing (start, joins, containers). */
const attemptsOf = (effect: EffectView | undefined): number =>
  !effect || effect.kind === 'each' ? 0 : effect.attempts.length + 1;
