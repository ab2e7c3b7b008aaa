// The engine's only file with XState's runtime: machine JSON in, pure transitions out. Nothing
// runs here: a turn says which steps to open, and the engine writes that down before it acts.
// K1 a turn is a function of (machine, snapshot, event); the same three give the same turn.
// K2 what a turn opens and closes again in itself is never reported.
// K3 an event nobody listens to, or an error inside a transition, is a bug and throws.
// K4 the snapshot of a turn is new; the one handed in is still good (a failed commit drops the new
//    one).

import {
  assign,
  createEmptyActor,
  createMachine,
  type AnyActorScope,
  type AnyMachineSnapshot,
} from 'xstate';
import { boundNames } from './base/machine-bound.ts';
import { delaysIn, hydrate, scopeOf } from './base/machine-input.ts';
import type {
  Context,
  Fault,
  InvokeParams,
  MachineEvent,
  Move,
  StartInput,
  StepCall,
} from './base/machine.ts';
import { resolve, type Resolved, type Scope } from './base/binding.ts';
import { StepMap } from './base/step-map.ts';
import type { Json, JsonObject, Value } from './base/value.ts';

export type { Move, StartInput, StepCall } from './base/machine.ts';

/** A loaded machine; keep it, loading costs milliseconds. */
export type Machine = {
  id: string;
  /** XState's own object; only this file looks inside. */
  logic: ReturnType<typeof createMachine>;
  /** Waits whose length a setting says, by the name of their delay. */
  waits: Record<string, InvokeParams>;
};

/** Where a run stands. Opaque: use persist, restore and the readers below. */
export type Snapshot = AnyMachineSnapshot;

/** What the engine has to do after a turn, in order. */
export type KernelEffect =
  /**
   * Carry out a step. `ref` is unique among what is open; answer with `done(ref, …)` or
   * `failed(ref, …)`. `src`: `step`, `child` (a sub-workflow), `each_open` (answer `{count}`),
   * `each_close` (answer the list), `scope:<each>` (one item: `input.index`, run the part of that
   * name as a child).
   */
  | { do: 'open'; ref: string; src: string; input: StepCall }
  /**
   * Its step was left some other way; a late answer is dropped. Never names what the event
   * settled.
   */
  | { do: 'cancel'; ref: string }
  /**
   * Send `{type: event}` after `delayMs`. A wait whose setting says its length has `with`, the
   * setting resolved; then `delayMs` is its `ms`, or 0, and the engine may know better.
   */
  | { do: 'timer'; ref: string; step: string; event: string; delayMs: number; with?: Resolved }
  | { do: 'cancel_timer'; ref: string };

/**
 * One turn. When `status` is not `active` the run is over: everything still open is to be closed,
 * and `effects` is empty. `outcome`, `end` (step id) and `output` come from the gravest End
 * reached.
 */
export type Turned = {
  snapshot: Snapshot;
  effects: KernelEffect[];
  moves: Move[];
  status: 'active' | 'done' | 'failed' | 'stopped';
  outcome?: 'done' | 'refused' | 'does_not_know';
  end?: string;
  output?: Value;
  /** Status failed: what failed and where. */
  failure?: Fault & { step: string; port: string };
};

/** What every event carries: its number in the run, its ISO instant, the totals of the root run. */
export type Stamp = { seq: number; at: string; usage: JsonObject };
export type KernelEvent = Stamp & MachineEvent;

/** The event for a step that ended; `port` names the way out. */
export const done = (
  ref: string,
  output: { port: string; value: Value },
  stamp: Stamp,
): KernelEvent => ({
  ...stamp,
  type: `xstate.done.actor.${ref}`,
  output,
});
/** The event for a step that failed for good; it leaves by `error`. */
export const failed = (ref: string, error: Fault, stamp: Stamp): KernelEvent => ({
  ...stamp,
  type: `xstate.error.actor.${ref}`,
  error,
});
/** The event that stops a run; it never fails. */
export const stop = (stamp: Stamp): KernelEvent => ({ ...stamp, type: 'run.stop' });

/** An actor that never does anything: the engine carries out steps, not XState. */
const STUB = {
  transition: (snapshot: unknown) => snapshot,
  getInitialSnapshot: () => ({ status: 'active', output: undefined, error: undefined }),
  getPersistedSnapshot: () => ({ status: 'active' }),
  restoreSnapshot: (snapshot: unknown) => snapshot,
};
const actors = new Proxy({}, { get: (_t, name) => (typeof name === 'string' ? STUB : undefined) });

/** Reads machine JSON into a machine. Throws on JSON the compiler did not write. */
export function load(config: JsonObject): Machine {
  const names = { ...boundNames(config, assign), actors };
  const logic = createMachine(hydrate(config) as never, names as never);
  const { id } = config as { id: string };
  return { id, logic, waits: delaysIn(config) };
}

type Reported = { type: string; params: Record<string, unknown> | undefined };

const reported: Reported[] = [];
const self = createEmptyActor();
/** XState's scope with nothing behind it: it reports what is to be done and does none of it. */
const inert = {
  self,
  system: self.system,
  id: '',
  sessionId: '',
  logger: () => {},
  defer: () => {},
  stopChild: () => {},
  emit: () => {},
  actionExecutor: (action: Reported) => void reported.push(action),
} as unknown as AnyActorScope;

/** The first turn of a run, or of one item of a for-each. */
export function start(machine: Machine, input: StartInput): Turned {
  reported.length = 0;
  const snapshot = machine.logic.getInitialSnapshot(inert as never, input as never) as Snapshot;
  return turned(machine, snapshot, '', input.seq);
}

/** The turn that an event leads to. Throws when the machine does not wait for it (K3). */
export function next(machine: Machine, snapshot: Snapshot, event: KernelEvent): Turned {
  reported.length = 0;
  const after = machine.logic.transition(
    snapshot as never,
    event as never,
    inert as never,
  ) as Snapshot;
  if (after === snapshot) throw new Error(`the machine does not wait for ${event.type}`);
  return turned(machine, after, event.type, event.seq);
}

const TERMINAL: Record<string, 'done' | 'failed' | 'stopped'> = {
  Done: 'done',
  Failed: 'failed',
  Stopped: 'stopped',
};

function turned(machine: Machine, snapshot: Snapshot, cause: string, seq: number): Turned {
  if (snapshot.status === 'error') throw snapshot.error;
  const context = snapshot.context as Context;
  const status =
    snapshot.status === 'active' ? 'active' : (TERMINAL[String(snapshot.value)] ?? 'done');
  const { outcome, end, output, error, moves } = context;
  return {
    snapshot,
    status,
    moves: moves.seq === seq ? moves.list : [],
    effects: status === 'active' ? netted(machine, context, cause) : [],
    ...(status === 'done' ? { outcome: (outcome ?? 'done') as 'done' } : {}),
    ...(status === 'done' && end ? { end } : {}),
    ...(status === 'done' && output ? { output } : {}),
    ...(status === 'failed' && error
      ? { failure: { ...error.failure, step: error.step, port: error.port } }
      : {}),
  };
}

/**
 * What was reported, without what was undone in the same turn (K2) and without the event's own
 * step.
 */
function netted(machine: Machine, context: Context, cause: string): KernelEffect[] {
  const born = new Map<string, KernelEffect>();
  const gone = new Map<string, KernelEffect>();
  const settled = cause.replace(/^xstate\.(done|error)\.actor\./, '');
  const close = (key: string, ref: string, effect: KernelEffect): void => {
    if (!born.delete(key) && ref !== settled) gone.set(key, effect);
  };
  for (const { type, params } of reported) {
    if (!params) continue;
    const ref = String(params['id'] ?? params['sendId']);
    if (type === 'xstate.spawnChild') {
      born.set(ref, {
        do: 'open',
        ref,
        src: String(params['src']),
        input: params['input'] as StepCall,
      });
    } else if (type === 'xstate.stopChild') close(ref, ref, { do: 'cancel', ref });
    else if (type === 'xstate.cancel') close(`after ${ref}`, ref, { do: 'cancel_timer', ref });
    else if (type === 'xstate.raise' && typeof params['delay'] === 'number') {
      born.set(`after ${ref}`, timer(machine, context, ref, params['delay']));
    }
  }
  return [...gone.values(), ...born.values()];
}

/** A timer's name is `xstate.after.<delay>.<state id>`, and no state id has a dot in it. */
function timer(machine: Machine, context: Context, ref: string, delayMs: number): KernelEffect {
  const [delay = '', step = ''] = ref.slice('xstate.after.'.length).split('.');
  const wait = Object.hasOwn(machine.waits, delay) ? machine.waits[delay] : undefined;
  return {
    do: 'timer',
    ref,
    step,
    event: ref,
    delayMs,
    ...(wait ? { with: resolve(wait.with, scopeOf(context, wait)) } : {}),
  };
}

/** A snapshot as plain JSON; `restore` gives it back. */
export function persist(snapshot: Snapshot): JsonObject {
  const context = snapshot.context as Context;
  return {
    status: snapshot.status,
    value: snapshot.value as Json,
    context: {
      ...context,
      steps: StepMap.of(context.steps).toJSON(),
      visits: StepMap.of(context.visits).toJSON(),
    } as unknown as JsonObject,
    children: Object.fromEntries(
      Object.entries(snapshot.children as Record<string, { src: string }>).map(([ref, { src }]) => [
        ref,
        { src, snapshot: { status: 'active' } },
      ]),
    ),
    historyValue: {},
  };
}

/** The snapshot that `persist` wrote. Runs nothing: what was open is still open. */
export function restore(machine: Machine, json: JsonObject): Snapshot {
  const context = json['context'] as unknown as Context;
  const [steps, visits] = [StepMap.of(context.steps), StepMap.of(context.visits)];
  const revived = { ...json, context: { ...context, steps, visits } };
  return machine.logic.restoreSnapshot(revived as never, inert as never) as Snapshot;
}

/** Refs of the steps that are open. */
export const openRefs = (snapshot: Snapshot): string[] => Object.keys(snapshot.children);

/** The context as plain data, for showing and testing. */
export const contextOf = (snapshot: Snapshot): JsonObject =>
  persist(snapshot)['context'] as JsonObject;

/** Everything a step could look at now: all results so far, whoever asks. */
export function fullScope(snapshot: Snapshot): Scope {
  const context = snapshot.context as Context;
  return {
    ...scopeOf(context, {}),
    steps: StepMap.of(context.steps).toJSON(),
    previous: context.previous,
  };
}
