// How an effect ends: money settled, value labelled and shrunk, one event recorded, the machine
// told.
// S1 an effect is settled once; whatever comes later is recorded as dropped.
// S2 usage is settled before the machine sees the event, so that it always reads true totals.
// S3 a retryable failure with attempts left becomes a due time, not an answer.

import { shrink, type Origin } from '../base/leaves.ts';
import { closeAccounts } from '../budgets/ledger.ts';
import type { Value } from '../base/value.ts';
import { done, failed, stop, type KernelEffect, type KernelEvent, type Stamp } from '../kernel.ts';
import { NO_USAGE, type Failure, type Usage } from '../node.ts';
import { attempted, type Attempted } from './attempted.ts';
import { closeCard } from './cards.ts';
import { openUnknownCard } from './door-card.ts';
import { endChildren, tellParent } from './children.ts';
import type { RunEvent, Turn as TurnRecord } from './events.ts';
import { mayBeHeard } from './heard.ts';
import { labelsOf, toldFrom } from './labels.ts';
import { askedIn, isOver, leaveLine } from './lanes.ts';
import type { LiveEffect } from './live.ts';
import { openEffect } from './open.ts';
import { keepAnswer } from './remembered.ts';
import { grown } from './repeated.ts';
import { backoffMs, isRepeatable } from './retry.ts';
import { settleMoney } from './room.ts';
import { letNextBegin } from './overlap.ts';
import { openTimer } from './timers.ts';
import { openToolCard } from './tool-asked.ts';
import {
  consume,
  endedOf,
  record,
  touch,
  usageOf,
  type Ended,
  type Settlement,
  type Turn,
} from './turn.ts';
import { workText } from './work.ts';

/** Settles an open effect with what it ended in. */
export function settle(turn: Turn, effect: LiveEffect, outcome: Settlement): void {
  const facts = attempted(turn, effect, outcome);
  const head = headOf(outcome, facts, settleMoney(turn, effect, outcome));
  const { result } = outcome;
  if ('failure' in result) return fail(turn, effect, { outcome, failure: result.failure, head });
  const { port, confidence, why, asOf, version } = result;
  const small = shrink(result.value, turn.deps.journal.putBlob, originOf(effect, outcome));
  if (!small.ok) {
    const params = { field: small.field };
    const failure: Failure = { kind: 'terminal', code: `failure.${small.code}`, params };
    return fail(turn, effect, { outcome, failure, head });
  }
  const value: Value = { v: small.v, labels: labelsOf(effect, result) };
  keepAnswer(turn.live, effect, { port, value: small.v, ...(asOf ? { asOf } : {}) });
  const noted = grown(turn.live, effect);
  if (asOf) turn.live.asOf = { ...turn.live.asOf, [effect.row.node]: asOf };
  if (confidence) head.confidence = confidence;
  if (why) head.why = why;
  if (asOf) head.asOf = asOf;
  if (version) head.version = version;
  if (noted) head.noted = noted;
  close(turn, effect, {
    event: (stamp) => done(effect.row.ref, { port, value }, stamp),
    head: { ...head, port },
    value,
  });
}

/** Steps that join what others made may hold references; so may an answer that is used again. */
const originOf = ({ row }: LiveEffect, { reused, recorded }: Settlement): Origin =>
  reused || recorded || JOINING.has(row.kind) ? 'inside' : 'outside';

const JOINING = new Set(['compute', 'child', 'each', 'timer']);

type Settled = Extract<RunEvent, { type: 'effect.settled' }>['head'];
type Head = Omit<Settled, 'effect' | 'step' | 'node' | 'visit' | 'status' | 'turn'>;

function headOf(o: Settlement, facts: Attempted, usage: Usage): Omit<Head, 'port'> {
  const head: Omit<Head, 'port'> = { ...facts, ms: o.ms ?? 0, usage };
  if (o.reused) head.reused = o.reused;
  if (o.recorded) head.recorded = true;
  if (o.used?.costNano === null) head.estimated = true;
  if (o.by) head.by = o.by;
  return head;
}

type Failed = { outcome: Settlement; failure: Failure; head: Omit<Head, 'port'> };

function fail(turn: Turn, effect: LiveEffect, { outcome, failure, head }: Failed): void {
  const { id, attempt: n, node } = effect.row;
  const { tool, model, restMs, over, ms, usage } = head;
  const asked = tool !== undefined || model ? { ms, tool, model, restMs, over } : {};
  const ended = { effect: id, n, failure, usage, ...asked };
  if (outcome.asks) {
    record(turn, { type: 'attempt.ended', head: ended, payload: undefined });
    return openToolCard(turn, effect, outcome.asks, failure);
  }
  const again =
    failure.kind === 'retryable'
      ? backoffMs(turn, effect, failure, outcome.retryAfterMs)
      : undefined;
  if (again === undefined && mayHaveHappened(effect, failure)) {
    record(turn, { type: 'attempt.ended', head: ended, payload: undefined });
    return openUnknownCard(turn, effect);
  }
  if (again !== undefined) {
    const retryAt = turn.at + again;
    record(turn, { type: 'attempt.ended', head: { ...ended, retryAt }, payload: undefined });
    const tried = (effect.tried ?? 0) + 1;
    touch(turn, effect, { status: 'queued', dueAt: retryAt, work: workText({ tried }) });
    const queued = turn.live.open.get(id);
    if (queued) turn.live.open.set(id, { ...queued, tried, crashes: 0 });
    return;
  }
  if (outcome.endsRun) return failRun(turn, effect, { ...head, port: 'error', failure });
  const told = toldFrom(effect, failure);
  turn.live.trouble = { step: node, failure: told };
  close(turn, effect, {
    event: (stamp) => failed(effect.row.ref, told, stamp),
    head: { ...head, port: 'error', failure: told },
  });
}

/** The call broke off, and neither the tool nor another try can tell: only a person can know. */
const mayHaveHappened = (effect: LiveEffect, failure: Failure): boolean =>
  mayBeHeard(failure) &&
  (!isRepeatable(effect) || (isChanging(effect) && effect.card?.idempotency === 'check'));

const isChanging = ({ card }: LiveEffect): boolean =>
  card !== undefined && card.effect !== 'read' && card.effect !== 'none';

/** A failure no arrow may take: the run ends with it. */
function failRun(turn: Turn, effect: LiveEffect, head: Head & { failure: Failure }): void {
  const { id, step, node, visit } = touch(turn, effect, { status: 'failed' }).row;
  record(turn, {
    type: 'effect.settled',
    payload: undefined,
    head: { effect: id, step, node, visit, status: 'failed', ...head },
  });
  endRun(turn, { status: 'failed', failure: { ...head.failure, step: node } });
}

type Closing = { event: (stamp: Stamp) => KernelEvent; head: Head; value?: Value };

/** Records the end of an effect and gives it to the machine. */
function close(turn: Turn, effect: LiveEffect, { event, head, value }: Closing): void {
  const status = head.failure ? 'failed' : 'done';
  const { id, step, node, visit } = touch(turn, effect, { status }).row;
  consumeAndApply(turn, event, (made) => ({
    type: 'effect.settled',
    head: { ...head, effect: id, step, node, visit, status, turn: made },
    payload: value ? { value } : undefined,
  }));
}

/** Gives an event to the machine and applies what it leads to: openings, cancellations, the end. */
export function consumeAndApply(
  turn: Turn,
  event: (stamp: Stamp) => KernelEvent,
  write: (made: TurnRecord) => RunEvent,
): void {
  const turned = consume(turn, event, write);
  applyAll(turn, turned.effects);
  if (turned.status !== 'active') endRun(turn, endedOf(turned));
}

/** Opens, cancels and times what one turn of the machine asked for. */
export function applyAll(turn: Turn, effects: KernelEffect[]): void {
  const seq = turn.live.row.seq;
  effects.forEach((effect, k) => {
    if (effect.do === 'open') openEffect(turn, effect, seq, k);
    else if (effect.do === 'timer') openTimer(turn, effect, seq, k);
    else cancelRef(turn, effect.ref);
  });
}

function cancelRef(turn: Turn, ref: string): void {
  for (const effect of turn.live.open.values()) if (effect.row.ref === ref) cancel(turn, effect);
}

/** Ends an effect nobody waits for any more; in flight it is aborted and settled at its reserve. */
function cancel(turn: Turn, effect: LiveEffect): void {
  const inFlight = effect.row.status === 'started';
  const usage = inFlight
    ? settleMoney(turn, effect, {
        result: { port: '', value: null },
        used: { costNano: null, modelCalls: 0, toolCalls: 0, tokens: 0 },
      })
    : NO_USAGE;
  if (inFlight) isOver(turn, effect);
  leaveLine(turn, effect);
  touch(turn, effect, { status: 'cancelled' });
  turn.out.aborts.push(effect.row.id);
  closeCard(turn, effect);
  endChildren(turn, effect);
  if (effect.row.kind === 'timer') return;
  record(turn, {
    type: 'effect.settled',
    payload: undefined,
    head: {
      effect: effect.row.id,
      step: effect.row.step,
      node: effect.row.node,
      visit: effect.row.visit,
      port: '',
      status: 'cancelled',
      usage,
      ms: 0,
      ...(inFlight ? { estimated: true, ...askedIn(turn.live, effect) } : {}),
    },
  });
}

/** Writes the end of a run: whatever is still open is cancelled, a parent is told. */
export function endRun(turn: Turn, ended: Ended): void {
  const { row } = turn.live;
  for (const effect of turn.live.open.values()) cancel(turn, effect);
  const status = ended.status === 'active' ? 'failed' : ended.status;
  row.status = status;
  row.endedAt = turn.at;
  const { outcome, end, output, failure } = ended;
  record(turn, {
    type: 'run.ended',
    head: {
      status,
      usage: usageOf(turn.ledger),
      ...(outcome ? { outcome } : {}),
      ...(end ? { end } : {}),
      ...(failure ? { failure } : {}),
    },
    payload: output ? { output } : undefined,
  });
  turn.out.ended.push(row.id);
  if (row.id !== row.root) turn.ledger = closeAccounts(turn.ledger, row.id);
  letNextBegin(turn);
  tellParent(turn, { ...ended, status });
}

/** Stops a run through the machine; what was open is cancelled by the end. */
export function stopMachine(turn: Turn, by: string): void {
  consumeAndApply(
    turn,
    (stamp) => stop(stamp),
    (made) => ({
      type: 'run.event',
      head: { event: 'run.stop', by, turn: made },
      payload: undefined,
    }),
  );
}
