// The door, second half: performing what was admitted and committed. Nothing else calls a model or
// a tool.
// X1 an effect is performed only after the commit that set it `started`.
// X2 one attempt per call; the reply goes back through the queue like any other arrival.
// X4 a tool that can say whether a call has happened is asked before the call is repeated.
// X3 a call that is aborted or never answers is over at its deadline; its late reply is dropped.
//     One that was given up before it was sent is never sent.

import { innerOf } from '../base/ids.ts';
import type { AuthorityCard, ModelReply, Reply, StepResult, ToolReply } from '../node.ts';
import { settingsOf } from './parsed.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { modelFor } from './plan.ts';
import type { Answered, CallContext, Clock, ModelPort, ToolPort, Used } from './ports.ts';
import { disbelieved } from './result-check.ts';
import type { Settlement } from './turn.ts';

export type World = { models: ModelPort; tools: ToolPort; clock: Clock };

/** What one attempt ended in; never rejects. */
export type Attempt = Settlement & { used: Used };

const NOTHING_USED: Used = { modelCalls: 0, toolCalls: 0, tokens: 0, costNano: 0 };
const FAILED = { kind: 'retryable', code: 'failure.call_broke' } as const;

/**
 * Performs the call of a started effect; whoever aborts `flight` gives it up. `paceMs` slows
 * practice steps so that they can be watched.
 */
export async function perform(
  world: World,
  live: LiveRun,
  effect: LiveEffect,
  flight: AbortController,
  paceMs: number,
): Promise<Attempt> {
  const began = world.clock.now();
  const { signal } = flight;
  const context: CallContext = {
    key: effect.row.id,
    run: live.row.id,
    step: effect.row.node,
    visit: effect.row.visit,
    signal,
    at: began,
    attempt: effect.row.attempt,
  };
  const part = innerOf(effect.row.step)?.part;
  if (part !== undefined) context.part = part;
  try {
    if (paceMs > 0) await pause(world.clock, paceMs, signal);
    const answered = await inTime(world, live, effect, context, flight);
    const ms = world.clock.now() - began;
    if (!answered.ok) {
      const { failure, used, retryAfterMs, asks } = answered;
      return {
        result: { failure },
        used,
        ms,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(asks ? { asks } : {}),
      };
    }
    return { result: read(effect, answered.reply, began + ms), used: answered.used, ms };
  } catch (error) {
    const params = { reason: error instanceof Error ? error.message.slice(0, 300) : 'unknown' };
    const ms = world.clock.now() - began;
    return { result: { failure: { ...FAILED, params } }, used: unknownUse(effect), ms };
  }
}

const pause = (clock: Clock, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    signal.addEventListener(
      'abort',
      () => {
        cancel();
        resolve();
      },
      { once: true },
    );
  });

/** The call, or the failure *timed out* at its deadline; the call is aborted then (X3). */
function inTime(
  world: World,
  live: LiveRun,
  effect: LiveEffect,
  context: CallContext,
  flight: AbortController,
): Promise<Answered<Reply>> {
  const timeoutMs = timeoutOf(live, effect);
  return new Promise((resolve, reject) => {
    const cancel = world.clock.after(timeoutMs, () => {
      flight.abort();
      const params = { seconds: Math.ceil(timeoutMs / 1000) };
      const failure = { kind: 'retryable', code: 'failure.timed_out', params } as const;
      resolve({ ok: false, failure, used: unknownUse(effect) });
    });
    call(world, live, effect, context).then(
      (answered) => {
        cancel();
        resolve(answered);
      },
      (error: unknown) => {
        cancel();
        reject(error);
      },
    );
  });
}

/** What a call used that nobody heard the end of: of a model's, nobody knows what it cost. */
const unknownUse = ({ call: asked }: LiveEffect): Used =>
  asked?.kind === 'model' ? { ...NOTHING_USED, costNano: null } : NOTHING_USED;

/** Milliseconds one attempt may take: what the drawing says, else the card, else the step type. */
const timeoutOf = (live: LiveRun, effect: LiveEffect): number =>
  live.plan.nodes.get(effect.row.node)?.timeoutMs ??
  effect.card?.timeoutMs ??
  effect.definition?.timeoutMs ??
  30_000;

async function call(
  world: World,
  live: LiveRun,
  effect: LiveEffect,
  context: CallContext,
): Promise<Answered<Reply>> {
  const { call: planned, card } = effect;
  const { practice } = live.plan.folder;
  if (planned?.kind === 'model') {
    const entry = effect.entry ?? modelFor(live.plan, planned);
    return tagged('model', await world.models.call(planned, entry, { ...context, practice }));
  }
  if (planned?.kind === 'tool' && card) {
    const { dir } = live.plan;
    const { servers, workflow } = live.plan.folder;
    const more: Parameters<ToolPort['call']>[2] = { ...context, practice, workflow: workflow.id };
    if (servers) more.servers = servers;
    if (effect.trusted) more.trusted = effect.trusted;
    if (dir !== undefined) more.workflowDir = dir;
    const found = isRepeat(effect) ? await happened(world.tools, card, context.key) : undefined;
    if (found) return tagged('tool', { ok: true, reply: found, used: NOTHING_USED });
    if (context.signal.aborted) throw new Error('given up while the tool was asked'); // X3
    return tagged('tool', await world.tools.call(card, planned.args, more));
  }
  return {
    ok: false,
    failure: { kind: 'terminal', code: 'failure.nothing_to_call' },
    used: NOTHING_USED,
  };
}

/** May this very call have been made before, by a tool that can be asked (X4)? */
const isRepeat = ({ row, card, wasSent, sentAgain }: LiveEffect): boolean =>
  card?.idempotency === 'check' &&
  card.effect !== 'read' &&
  (wasSent === true || row.attempt > 1) &&
  sentAgain !== row.attempt;

/** What the call came to, if it has happened; throws when the tool cannot say. */
const happened = (
  tools: ToolPort,
  card: AuthorityCard,
  key: string,
): Promise<ToolReply | undefined> => {
  if (!tools.check) throw new Error('the tool cannot be asked');
  return tools.check(card, key);
};

const tagged = (
  kind: 'model' | 'tool',
  answered: Answered<ModelReply | ToolReply>,
): Answered<Reply> =>
  answered.ok ? { ...answered, reply: { kind, ...answered.reply } as Reply } : answered;

/** The step reads its reply; a reply it cannot read is a failure of the step, never a success. */
function read(effect: LiveEffect, reply: Reply, at: number): StepResult {
  const { definition, raw, input, card, call } = effect;
  const parsed = definition ? settingsOf(definition, raw) : undefined;
  if (definition?.does.kind !== 'call' || !parsed?.ok)
    return { failure: { kind: 'terminal', code: 'failure.unknown_step' } };
  if (reply.kind === 'tool' && card && call?.kind === 'tool') {
    const failure = disbelieved(card, reply, call.args, at);
    if (failure) return { failure };
  }
  const result = definition.does.read(reply, input, parsed.settings);
  if ('failure' in result || reply.kind !== 'tool') return result;
  const { asOf, version } = reply;
  return { ...result, ...(asOf ? { asOf } : {}), ...(version ? { version } : {}) };
}
