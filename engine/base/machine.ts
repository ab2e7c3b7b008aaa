// What every compiled machine means by the names of its guards and actions, and how a step gets its
// data: pure functions of (context, event, params). kernel.ts hands them to XState; the export to
// plain XState writes out this very file.
// X1 all of them are total: whatever arrives, they answer and never throw.
// X2 nothing here looks at a clock: time is the `at` of the event.
// X3 one transition makes one change of the context, so a step costs the same in small and large runs.

import { resolve, type Resolved, type Scope } from './binding.ts';
import { holds, type Condition } from './condition.ts';
import { NOTHING, StepMap, type StepEntry } from './step-map.ts';
import { isObject, type Json, type JsonObject, type Value } from './value.ts';

/** What the machine did: a step left by `port`; a container was entered; round `round` began. */
export type Move = { step: string; port?: string; round?: number };
/** Why something failed; `kind` as in node.ts, the rest are codes and parameters. */
export type Fault = { kind: string; code: string; params?: Record<string, string | number> };

/** What the machine keeps about a container while it runs. */
export type Loop = {
  /** loop: the round it is in, from 1. */
  round?: number;
  /** loop, group: the step inside that ended last; its value becomes the container's. */
  last?: string;
  /** each: number of items, the next to take, how many are done, the index in work by lane. */
  count?: number;
  next?: number;
  done?: number;
  lanes?: Record<string, number>;
};

export type Context = {
  input: Value;
  steps: StepMap;
  previous: Record<string, StepEntry>;
  /** Arrows whose fate is decided while a fork is open: 1 was taken, 0 never will be. */
  edges: Record<string, 0 | 1>;
  loops: Record<string, Loop>;
  /** Executions so far, of steps that ran, or can run, more than once. */
  visits: StepMap<number>;
  usage: JsonObject | null;
  run: JsonObject;
  workflow: JsonObject;
  today: string;
  item?: Value;
  index?: number;
  round?: number;
  error: { step: string; port: string; failure: Fault } | null;
  /** End steps reached, in order; the gravest gives the outcome. */
  ends: string[];
  outcome: string | null;
  end: string | null;
  output: Value | null;
  /** What the event numbered `seq` moved. */
  moves: { seq: number; list: Move[] };
};

/** What a run or one item of a for-each starts from. `outer` is what the enclosing run could see. */
export type StartInput = {
  input: Value;
  run: JsonObject;
  workflow: JsonObject;
  today: string;
  seq: number;
  at: string;
  usage: JsonObject;
  item?: Value;
  index?: number;
  outer?: Pick<Scope, 'steps' | 'previous' | 'round'>;
};

/** An event as the machine sees it; every field but the type may be missing. */
export type MachineEvent = {
  type: string;
  seq?: number;
  at?: string;
  usage?: JsonObject;
  output?: { port?: string; value?: Value };
  error?: Fault;
  input?: StartInput;
};

/** What a transition says about the fate of arrows. */
type Marks = { live?: string[]; dead?: string[]; clear?: string[] };
/** Where a value comes from: the event, the step that ended last inside, or nowhere. */
type Source = 'event' | 'last';
/** What a step may look at: ids of earlier steps and the loop whose round it is in. */
export type Sight = { sees?: string[]; loop?: string };

/** The static part of `invoke.input` in the machine's JSON. */
export type InvokeParams = Sight & {
  step: string;
  node: string;
  type: string;
  with: Json;
  /** The step whose visits count for this one; absent where a step runs once. */
  visits?: string;
  timeoutMs?: number;
  attempts?: number;
  each?: string;
  lane?: number;
};
/** What the engine gets with every step it is asked to carry out. */
export type StepCall = {
  step: string;
  node: string;
  type: string;
  with: Resolved;
  scope: Scope;
  visit: number;
  timeoutMs?: number;
  attempts?: number;
  each?: string;
  lane?: number;
  index?: number;
};

/** What a step may look at now: named steps only, so that cost and exposure stay small. */
export function scopeOf(context: Context, { sees = [], loop }: Sight): Scope {
  const steps = StepMap.of(context.steps).pick(sees);
  const previous: Record<string, StepEntry> = {};
  for (const id of sees)
    if (Object.hasOwn(context.previous, id)) previous[id] = context.previous[id]!;
  const round = loop === undefined ? context.round : context.loops[loop]?.round;
  return {
    input: context.input,
    steps,
    previous,
    run: context.run,
    workflow: context.workflow,
    today: context.today,
    ...(round === undefined ? {} : { round }),
    ...(context.item === undefined ? {} : { item: context.item }),
    ...(context.index === undefined ? {} : { index: context.index }),
  };
}

/** The input of an invoked step, from its static part and the context. */
export function stepCall(context: Context, params: InvokeParams): StepCall {
  const { sees: _sees, loop: _loop, visits, with: setting, lane, ...rest } = params;
  const scope = scopeOf(context, params);
  const index = lane === undefined ? undefined : context.loops[params.step]?.lanes?.[lane];
  return {
    ...rest,
    with: resolve(setting, scope),
    scope,
    visit: visits === undefined ? 1 : (StepMap.of(context.visits).get(visits) ?? 1),
    ...(lane === undefined ? {} : { lane }),
    ...(index === undefined ? {} : { index }),
  };
}

// ---- guards --------------------------------------------------------------------------------------

type Guard = (context: Context, event: MachineEvent, params: never) => boolean;

const all = (context: Context, edges: string[], mark: 0 | 1): boolean =>
  edges.every((edge) => context.edges[edge] === mark);
const decided = (context: Context, edges: string[]): boolean =>
  edges.every((edge) => context.edges[edge] !== undefined);
const some = (context: Context, edges: string[], mark: 0 | 1): boolean =>
  edges.some((edge) => context.edges[edge] === mark);

type Edges = { edges: string[] };

export const GUARDS = {
  /** The step's result names this way out. */
  port: (_context, event, { is }: { is: string }) => event.output?.port === is,
  /** A rule refused the step. */
  denied: (_context, event) => event.error?.kind === 'denied',
  any_live: (context, _event, { edges }: Edges) => some(context, edges, 1),
  all_live: (context, _event, { edges }: Edges) => all(context, edges, 1),
  all_dead: (context, _event, { edges }: Edges) => all(context, edges, 0),
  /** Every arrow is decided and one was taken. */
  ready: (context, _event, { edges }: Edges) =>
    decided(context, edges) && (some(context, edges, 1) || edges.length === 0),
  /** Every arrow is decided and one will never be taken. */
  decided_not_all: (context, _event, { edges }: Edges) =>
    decided(context, edges) && some(context, edges, 0),
  rounds_left: (context, _event, { loop, max }: { loop: string; max: number }) =>
    (context.loops[loop]?.round ?? 0) < max,
  has_item: (context, _event, { each, lane }: { each: string; lane: number }) =>
    context.loops[each]?.lanes?.[lane] !== undefined,
  /** The loop's condition holds for what its last round left. */
  until: (context, _event, params: Sight & { condition: Condition }) =>
    holds(params.condition, scopeOf(context, params)),
} satisfies Record<string, Guard>;

// ---- actions -------------------------------------------------------------------------------------

type Change = Partial<Context>;
type Action = (context: Context, event: MachineEvent, params: never) => Change;

/** The moves of this event with one more; a new event starts a new list. */
function moved(context: Context, event: MachineEvent, ...more: Move[]): Context['moves'] {
  const { seq, list } = context.moves;
  const isNew = event.seq !== undefined && event.seq !== seq;
  return { seq: event.seq ?? seq, list: isNew ? more : [...list, ...more] };
}

function marked(edges: Context['edges'], { live, dead, clear }: Marks): Change {
  if (!live && !dead && !clear) return {};
  const next = { ...edges };
  for (const edge of clear ?? []) delete next[edge];
  for (const edge of live ?? []) next[edge] = 1;
  for (const edge of dead ?? []) next[edge] = 0;
  return { edges: next };
}

const faultValue = ({ kind, code, params }: Fault): Value => ({
  v: { kind, code, ...(params ? { params } : {}) },
  labels: {},
});

function valueFrom(context: Context, event: MachineEvent, step: string, from?: Source): Value {
  if (from === 'event') {
    return event.error ? faultValue(event.error) : (event.output?.value ?? NOTHING);
  }
  const last = from === 'last' ? context.loops[step]?.last : undefined;
  return (last !== undefined && StepMap.of(context.steps).get(last)?.value) || NOTHING;
}

type Settle = Marks & {
  step: string;
  port: string;
  value?: Source;
  in?: string;
  /** `go on`: the step whose way this answer takes, and that way. */
  for?: string;
  as?: string;
};

/** Everything but the result of a step: numbers that grow with every event. */
const stamped = (event: MachineEvent): Change => (event.usage ? { usage: event.usage } : {});

function settled(context: Context, event: MachineEvent, params: Settle): Change {
  const { step, port, for: other, as = '' } = params;
  const value = valueFrom(context, event, step, params.value);
  let steps = StepMap.of(context.steps).with(step, { port, value });
  if (other) steps = steps.with(other, { port: as, value });
  // A container that ended keeps nothing; the step that ended last inside is its container's news.
  const { [step]: _ended, ...loops } = context.loops;
  const inside = params.in;
  const kept = Object.hasOwn(context.loops, step) ? loops : context.loops;
  return {
    ...stamped(event),
    ...marked(context.edges, params),
    steps,
    moves: moved(context, event, { step, port }, ...(other ? [{ step: other, port: as }] : [])),
    loops: inside ? { ...kept, [inside]: { ...kept[inside], last: other ?? step } } : kept,
  };
}

const loopChange = (context: Context, id: string, change: Loop): Change => ({
  loops: { ...context.loops, [id]: { ...context.loops[id], ...change } },
});

const GRAVE = ['done', 'does_not_know', 'refused'];
type Ending = Sight & { step: string; outcome: string; output?: Json; in?: string };

/** The gravest End reached gives outcome, end and output; the first of equals stays. */
function ended(context: Context, event: MachineEvent, params: Ending): Change {
  const isGraver = GRAVE.indexOf(params.outcome) > GRAVE.indexOf(context.outcome ?? '');
  return {
    ...stamped(event),
    ends: [...context.ends, params.step],
    moves: moved(context, event, { step: params.step }),
    ...(isGraver
      ? {
          outcome: params.outcome,
          end: params.step,
          output:
            params.output === undefined
              ? null
              : resolve(params.output, scopeOf(context, params)).value,
        }
      : {}),
  };
}

/** The body's results of the round before become `previous`; the new round starts without any. */
function shelved(context: Context, body: string[], keep: boolean): Change {
  const steps = StepMap.of(context.steps);
  const previous = { ...context.previous };
  for (const id of body) delete previous[id];
  return {
    steps: steps.without(body),
    previous: keep ? Object.assign(previous, steps.pick(body)) : previous,
  };
}

function started({ input }: MachineEvent): Change {
  if (!input) return {};
  const { outer, item, index } = input;
  return {
    input: input.input,
    run: input.run,
    workflow: input.workflow,
    today: input.today,
    usage: input.usage,
    moves: { seq: input.seq, list: [] },
    steps: StepMap.of(outer?.steps),
    previous: outer?.previous ?? {},
    ...(outer?.round === undefined ? {} : { round: outer.round }),
    ...(item === undefined ? {} : { item }),
    ...(index === undefined ? {} : { index }),
  };
}

function visited(context: Context, _event: MachineEvent, { step, before = 0 }: Visit): Change {
  const visits = StepMap.of(context.visits);
  return { visits: visits.with(step, (visits.get(step) ?? before) + 1) };
}

/** `before`: visits that were not counted, where counting begins with the second. */
type Visit = { step: string; before?: number };
type InEach = { each: string; lane: number };

export const ACTIONS = {
  init: (_context, event) => started(event),
  settle: settled,
  mark: (context, _event, params: Marks) => marked(context.edges, params),
  /** A step that can run more than once starts. */
  visit: visited,
  /** A container starts afresh. */
  enter: (context, event, params: { step: string; again?: boolean; body: string[] }) => ({
    loops: { ...context.loops, [params.step]: {} },
    moves: moved(context, event, { step: params.step }),
    ...(params.again ? shelved(context, params.body, false) : {}),
    ...(params.again ? visited(context, event, params) : {}),
  }),
  round: (context, event, { loop, body }: { loop: string; body: string[] }) => {
    const round = (context.loops[loop]?.round ?? 0) + 1;
    return {
      loops: { ...context.loops, [loop]: { round } },
      moves: moved(context, event, { step: loop, round }),
      ...(round > 1 ? shelved(context, body, true) : {}),
    };
  },
  /** Parallel steps that wait for each other begin: forget old marks, decide what is decided. */
  open: (context, _event, params: Marks & { keep: string[] }) => {
    const { edges = {} } = marked(context.edges, params);
    for (const edge of params.keep) edges[edge] ??= 0;
    return { edges };
  },
  fail: (context, event, { step, port }: { step: string; port: string }) => ({
    ...stamped(event),
    error: {
      step,
      port,
      failure: event.error ?? { kind: 'terminal', code: 'way_out_not_drawn', params: { port } },
    },
    moves: moved(context, event),
  }),
  end: ended,
  /** An item without an End gives what its last step ended with. */
  give: (context, event, { of }: { of: string }) =>
    context.output ? {} : { output: valueFrom(context, event, of, 'last') },
  items: (context, event, { each }: { each: string }) => {
    const v = event.output?.value?.v;
    const count = isObject(v) && typeof v['count'] === 'number' ? v['count'] : 0;
    return {
      ...stamped(event),
      ...loopChange(context, each, { count, next: 0, done: 0, lanes: {} }),
      moves: moved(context, event),
    };
  },
  take_item: (context, _event, { each, lane }: InEach) => {
    const { count = 0, next = 0, lanes = {} } = context.loops[each] ?? {};
    const { [lane]: _done, ...others } = lanes;
    return next < count
      ? loopChange(context, each, { next: next + 1, lanes: { ...others, [lane]: next } })
      : loopChange(context, each, { lanes: others });
  },
  item_done: (context, event, { each }: InEach) => ({
    ...stamped(event),
    moves: moved(context, event),
    ...loopChange(context, each, { done: (context.loops[each]?.done ?? 0) + 1 }),
  }),
} satisfies Record<string, Action>;

// ---- from JSON to what XState takes ----------------------------------------------------------------

/** The delay of a wait whose length a setting says: milliseconds, or 0 where it says nothing. */
export const delayOf = ({ v }: Value): number =>
  isObject(v) && typeof v['ms'] === 'number' && v['ms'] > 0 ? v['ms'] : 0;

type WithContext = { context: Context };

/** Machine JSON as XState takes it: the data of every invoked step becomes a function of the context. */
export function hydrate(config: JsonObject): JsonObject {
  const invoke = config['invoke'] as { input: InvokeParams } | undefined;
  const states = config['states'] as Record<string, JsonObject> | undefined;
  const input = ({ context }: WithContext): StepCall =>
    stepCall(context, (invoke as { input: InvokeParams }).input);
  return {
    ...config,
    ...(invoke ? { invoke: { ...invoke, input } } : {}),
    ...(states
      ? { states: Object.fromEntries(Object.entries(states).map(([k, s]) => [k, hydrate(s)])) }
      : {}),
  } as JsonObject;
}

/** The waits of a machine by the name of their delay: what its setting is and what it may look at. */
export function delaysIn(config: JsonObject): Record<string, InvokeParams> {
  const { wait } = (config['meta'] ?? {}) as { wait?: InvokeParams };
  const states = Object.values((config['states'] ?? {}) as Record<string, JsonObject>);
  return Object.assign(wait ? { [`delay__${wait.step}`]: wait } : {}, ...states.map(delaysIn));
}
