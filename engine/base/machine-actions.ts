// What a compiled machine does with its context: one function for each name that its JSON uses.
// X1 pure and total: whatever arrives, each answers with the parts of the context that change.
// X2 nothing here looks at a clock: time is the `at` of the event.
// X3 a step costs the same in small and large runs: what grows with a run is never copied whole.

import { kept, resolve } from './binding.ts';
import { scopeOf } from './machine-input.ts';
import type { Context, Fault, Loop, MachineEvent, Move, Sight } from './machine.ts';
import { NOTHING, StepMap } from './step-map.ts';
import { isObject, type Json, type Value } from './value.ts';

/** What a transition says about the fate of arrows. */
type Marks = { live?: string[]; dead?: string[]; clear?: string[] };
/** Where a value comes from: the event, the step that ended last inside, or nowhere. */
type Source = 'event' | 'last';

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

const faultValue = ({ kind, code, params, from }: Fault): Value => ({
  v: { kind, code, ...(params ? { params } : {}) },
  labels: from ? { '': from } : {},
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

/** The gravest End reached gives outcome, end and output; of equals the first by id. */
function ended(context: Context, event: MachineEvent, params: Ending): Change {
  const by = GRAVE.indexOf(params.outcome) - GRAVE.indexOf(context.outcome ?? '');
  const isGraver = by > 0 || (by === 0 && params.step < (context.end ?? ''));
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
              : resolve(params.output, scopeOf(context, params), kept).value,
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
    visits: new StepMap(),
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
    const after = { ...lanes };
    if (next < count) after[lane] = next;
    else delete after[lane];
    return loopChange(context, each, { lanes: after, ...(next < count ? { next: next + 1 } : {}) });
  },
  item_done: (context, event, { each }: InEach) => ({
    ...stamped(event),
    moves: moved(context, event),
    ...loopChange(context, each, { done: (context.loops[each]?.done ?? 0) + 1 }),
  }),
} satisfies Record<string, Action>;
