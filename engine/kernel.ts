// The engine's only file with XState's runtime: machine JSON in, pure transitions out. Nothing
// runs here: a turn says which steps to open, and the engine writes that down before it acts.
// K1 a turn is a function of (machine, snapshot, event); the same three give the same turn.
// K2 what a turn opens and closes again in itself is never reported (kernel-effects.ts).
// K3 an event nobody listens to, or an error inside a transition, is a bug and throws.
// K4 the snapshot of a turn is new; the one handed in is still good (a failed commit drops the new
//    one).
// K5 a way that XState went once is followed without it (kernel-ways.ts); the turn is the same.

import {
  assign,
  createEmptyActor,
  createMachine,
  type AnyActorRef,
  type AnyActorScope,
  type AnyMachineSnapshot,
} from 'xstate';
import { netted, type KernelEffect, type Reported } from './kernel-effects.ts';
import {
  follow,
  note,
  rest,
  take,
  type Act,
  type Followed,
  type Input,
  type Kept,
  type Ways,
} from './kernel-ways.ts';
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
import type { Scope } from './base/binding.ts';
import { StepMap } from './base/step-map.ts';
import type { Json, JsonObject, Value } from './base/value.ts';

export type { Move, StartInput, StepCall } from './base/machine.ts';
export type { KernelEffect } from './kernel-effects.ts';

/** A loaded machine; keep it, loading costs milliseconds. */
export type Machine = {
  id: string;
  /** XState's own object; only this file looks inside. */
  logic: ReturnType<typeof createMachine>;
  /** Waits whose length a setting says, by the name of their delay. */
  waits: Record<string, InvokeParams>;
  known: Known;
};

/** Where turns of a machine come to rest: its snapshot without a context, and the ways on. */
type Place = { bare: Snapshot; ways: Map<string, Ways<End>> };
/** How a turn ended: where, and what it opened (with the `nth` of its inputs) and cancelled. */
type End = { place: Place; effects: { effect: KernelEffect; nth: number }[] };
/** What is known of a machine by now: see kernel-ways.ts. */
type Known = Kept & {
  /** By their states in XState's own order, so that what follows keeps that order (K5). */
  places: Map<string, Place>;
  /** States of all places together. */
  states: number;
  /** What XState keeps of a step that is open, by its ref. */
  stubs: Record<string, AnyActorRef>;
  first: Ways<End>;
  inputs: Map<string, Input>;
  context: Context;
};

/** Where a run stands. Opaque: use persist, restore and the readers below. */
export type Snapshot = AnyMachineSnapshot;

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
  const { guards, actions, delays } = boundNames(config, (change) => assign(noted(change)));
  const asked = Object.entries(guards).map(([name, rule]) => [name, heard(rule as never)]);
  const hydrated = hydrate(config);
  const names = { guards: Object.fromEntries(asked) as object, actions, delays, actors };
  const logic = createMachine(hydrated as never, names as never);
  const { id, context } = config as unknown as { id: string; context: Context };
  const inputs = new Map(inputsIn(hydrated));
  const first: Known['first'] = { next: [] };
  const known: Known = { acts: 0, places: new Map(), states: 0, stubs: {}, first, inputs, context };
  return { id, logic, waits: delaysIn(config), known };
}

type Asked = Extract<Act, { do: 'ask' }>['rule'];
type Changed = Extract<Act, { do: 'change' }>['rule'];

/** A guard, and a change of the context, that note what they did. */
const heard =
  (rule: Asked): Asked =>
  (args, params) => {
    const is = rule(args, params);
    note({ do: 'ask', rule, params }, args.event, is);
    return is;
  };
const noted = (rule: Changed): never =>
  (({ context, event }, params) => {
    note({ do: 'change', rule, params }, event);
    return rule({ context, event }, params);
  }) satisfies Changed as never;

/** What gives each step its input, by the step's ref. */
function inputsIn({ invoke, states }: JsonObject): [string, Input][] {
  const { id, input } = (invoke ?? {}) as unknown as { id: string; input: Input };
  const inner = Object.values((states ?? {}) as Record<string, JsonObject>);
  return [...(invoke ? [[id, input] as [string, Input]] : []), ...inner.flatMap(inputsIn)];
}

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
  actionExecutor: (action: Reported): void => {
    reported.push(action);
    const input = inputs?.get(String(action.params?.['id']));
    if (action.type === 'xstate.spawnChild' && input) note({ do: 'open', input });
  },
} as unknown as AnyActorScope;
/** Those of the machine whose turn is in work. */
let inputs: Known['inputs'] | undefined;

/** The first turn of a run, or of one item of a for-each. */
export function start(machine: Machine, input: StartInput): Turned {
  const { known, logic } = machine;
  const event = { type: 'xstate.init', input };
  const followed = follow(known.first, { context: known.context, event });
  if (followed) return asBefore(followed, input.seq);
  const ask = () => logic.getInitialSnapshot(inert as never, input as never) as Snapshot;
  return turned(machine, asked(machine, known.first, ask), '', input.seq);
}

/** The turn that an event leads to. Throws when the machine does not wait for it (K3). */
export function next(machine: Machine, snapshot: Snapshot, event: KernelEvent): Turned {
  const ways = waysFrom(snapshot, event.type);
  const followed = ways && follow(ways, { context: snapshot.context as Context, event });
  if (followed) return asBefore(followed, event.seq);
  const ask = () =>
    machine.logic.transition(snapshot as never, event as never, inert as never) as Snapshot;
  const after = asked(machine, ways, ask, event);
  if (after === snapshot) throw new Error(`the machine does not wait for ${event.type}`);
  return turned(machine, after, event.type, event.seq);
}

/** Asks XState, noting what it does. */
function asked(
  { known }: Machine,
  ways: Ways<End> | undefined,
  ask: () => Snapshot,
  event?: KernelEvent,
): Snapshot {
  reported.length = 0;
  inputs = known.inputs;
  take(ways, known, event);
  return ask();
}

const TERMINAL: Record<string, 'done' | 'failed' | 'stopped'> = {
  Done: 'done',
  Failed: 'failed',
  Stopped: 'stopped',
};

function turned(machine: Machine, snapshot: Snapshot, cause: string, seq: number): Turned {
  if (snapshot.status === 'error') throw snapshot.error;
  const context = snapshot.context as Context;
  const effects =
    snapshot.status === 'active' ? netted(reported, { waits: machine.waits, context, cause }) : [];
  const place = placed(machine, snapshot);
  rest(() => place && endOf(place, effects));
  return turnedTo(place ? at(place, context) : snapshot, effects, seq);
}

/** A turn that went a way that was gone before. */
function asBefore({ end, context, inputs: given }: Followed<End>, seq: number): Turned {
  const effects = end.effects.map(({ effect, nth }): KernelEffect => {
    if (effect.do !== 'open') return effect;
    const { ref, src } = effect;
    return { do: 'open', ref, src, input: given[nth] as StepCall };
  });
  return turnedTo(at(end.place, context), effects, seq);
}

/** What is kept of an end; a wait whose length a value says is worked out anew each time. */
function endOf(place: Place, effects: KernelEffect[]): End | undefined {
  if (effects.some((effect) => effect.do === 'timer' && effect.with)) return undefined;
  const given = reported.flatMap(({ type, params }) =>
    type === 'xstate.spawnChild' ? [params?.['input']] : [],
  );
  const kept = effects.map((effect) =>
    effect.do === 'open'
      ? { effect: { ...effect, input: NO_INPUT }, nth: given.indexOf(effect.input) }
      : { effect, nth: -1 },
  );
  return { place, effects: kept };
}

const NO_INPUT = undefined as unknown as StepCall;

/** Places by the list of their states, which every snapshot there shares. */
const places = new WeakMap<object, Place>();
const placeIn = (snapshot: Snapshot): Place | undefined =>
  places.get((snapshot as unknown as { _nodes: object })._nodes);

/** The snapshot of a run that stands at a place. */
const at = ({ bare }: Place, context: Context): Snapshot => ({ ...bare, context }) as Snapshot;

/** The place of a snapshot; one that is new is kept, without any value of the run. */
function placed({ logic, known }: Machine, snapshot: Snapshot): Place | undefined {
  const { _nodes, value, status } = snapshot as unknown as States;
  const states = `${status} ${_nodes.map(({ order }) => order).join(' ')}`;
  const had = known.places.get(states);
  if (had || known.states >= MOST_STATES) return had;
  known.states += _nodes.length;
  const empty = { ...persisted(snapshot), context: {} };
  const bare = { ...logic.restoreSnapshot(empty as never, inert as never), _nodes, value };
  // What stands for a step is the same in every place: wide drawings have thousands of them.
  for (const [ref, stub] of Object.entries(bare.children))
    bare.children[ref] = known.stubs[ref] ??= stub;
  const place: Place = { bare: bare as never, ways: new Map() };
  known.places.set(states, place);
  places.set(_nodes, place);
  return place;
}
/** A place takes as much as it has states: wide drawings have more, and larger ones. */
const MOST_STATES = 50_000;
type States = { _nodes: { order: number }[]; value: Json; status: string };

/** Where an event leads from a place. */
function waysFrom(snapshot: Snapshot, event: string): Ways<End> | undefined {
  const place = placeIn(snapshot);
  if (!place) return undefined;
  let ways = place.ways.get(event);
  if (!ways) place.ways.set(event, (ways = { next: [] }));
  return ways;
}

function turnedTo(snapshot: Snapshot, effects: KernelEffect[], seq: number): Turned {
  const status =
    snapshot.status === 'active' ? 'active' : (TERMINAL[String(snapshot.value)] ?? 'done');
  const { outcome, end, output, error, moves } = snapshot.context as Context;
  return {
    snapshot,
    status,
    moves: moves.seq === seq ? moves.list : [],
    effects,
    ...(status === 'done' ? { outcome: (outcome ?? 'done') as 'done' } : {}),
    ...(status === 'done' && end ? { end } : {}),
    ...(status === 'done' && output ? { output } : {}),
    ...(status === 'failed' && error
      ? { failure: { ...error.failure, step: error.step, port: error.port } }
      : {}),
  };
}

/** A snapshot as plain JSON; `restore` gives it back. */
export function persist(snapshot: Snapshot): JsonObject {
  const context = snapshot.context as Context;
  const steps = StepMap.of(context.steps).toJSON();
  const visits = StepMap.of(context.visits).toJSON();
  return {
    ...persisted(snapshot),
    context: { ...context, steps, visits } as unknown as JsonObject,
  };
}

/** Where a snapshot stands, without what it holds. */
function persisted({ status, value, children }: Snapshot): JsonObject {
  const open = Object.entries(children as Record<string, { src: string }>);
  return {
    status,
    value: value as Json,
    context: null,
    children: Object.fromEntries(
      open.map(([ref, { src }]) => [ref, { src, snapshot: { status: 'active' } }]),
    ),
    historyValue: {},
  };
}

/** The snapshot that `persist` wrote. Runs nothing: what was open is still open. */
export function restore(machine: Machine, json: JsonObject): Snapshot {
  const context = json['context'] as unknown as Context;
  const [steps, visits] = [StepMap.of(context.steps), StepMap.of(context.visits)];
  const revived = { ...json, context: { ...context, steps, visits } };
  const back = machine.logic.restoreSnapshot(revived as never, inert as never) as Snapshot;
  const place = placed(machine, back);
  return place ? at(place, back.context as Context) : back;
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
