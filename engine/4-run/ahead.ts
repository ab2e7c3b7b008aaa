// Looking ahead from a gate: what would happen if it opened. The run goes on in thought, by the
// very machines and steps that will carry it on, up to what nobody can know yet.
// AH1 nothing is written, called or asked: machines are pure, steps are planned and never made.
// AH2 calls are taken to go well and other people to agree; what they answer is not known yet, and
//     what is made of it is not either. Where the way itself hangs on it, looking ends there.
// AH3 the gate itself is never passed a second time: what lies behind its next word is that word's.
// AH4 looking is bounded; beyond the bound it ends as if nobody could know.

import { assert } from '../base/assert.ts';
import { LIMITS } from '../base/limits.ts';
import { isObject, labelsUnder, type Json, type JsonObject, type Value } from '../base/value.ts';
import type { Context } from '../base/machine.ts';
import {
  done,
  fullScope,
  next,
  openRefs,
  start,
  type KernelEffect,
  type KernelEvent,
  type Machine,
  type Snapshot,
  type Stamp,
  type StartInput,
  type StepCall,
  type Turned,
} from '../kernel.ts';
import type { Turn } from './turn.ts';
import { NO_USAGE, type ToolCall } from '../node.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import type { Invoke } from './invokes.ts';
import { machineOf } from './machines.ts';
import { definitionOf, planOf, type Plan } from './plan.ts';
import { gateAt, pathTo } from './place.ts';
import { sightOf, type Sight } from './step-input.ts';
import { answerTo, type Thought } from './thought.ts';
import { isMarked, isUnknown, mentions, THOUGHT, toCome } from './unknown.ts';

/** A run that is thought on: one that is under way, or a child that would be started. */
export type Sim = {
  plan: Plan;
  workflow: string;
  machine: Machine;
  snapshot: Snapshot;
  path: string;
  sight: Sight;
  above?: { sim: Sim; ref: string };
  /** Of a for-each that was opened in thought: its items, what came of them, what they see. */
  lists: Map<string, List>;
};
type List = { items: Value[]; results: Value[]; outer: NonNullable<StartInput['outer']> };

/** A call as it would be made. */
export type Foreseen = {
  sim: Sim;
  invoke: Invoke;
  visit: number;
  call: ToolCall;
  thought: Thought;
};
/** Calls in the order they would come, and the steps behind which nobody knows how it goes on. */
export type Ahead = { calls: Foreseen[]; open: { sim: Sim; step: string }[] };

type Next = {
  sim: Sim;
  ref: string;
  isFree: boolean;
  step?: StepCall;
  event?: string;
  isUnderWay?: true;
};
type Course = Ahead & {
  queue: Next[];
  gate: string;
  wants: (workflow: string, step: string) => boolean;
  seen: Set<string>;
  left: number;
  stamp: Stamp;
};

/** What may follow when the gate is answered with `value` by its way `approved`. */
export function lookAhead(
  turn: Turn,
  gate: LiveEffect,
  value: Value,
  wants: Course['wants'],
): Ahead {
  const at = new Date(turn.at).toISOString();
  const course: Course = {
    calls: [],
    open: [],
    queue: [],
    gate: gateAt(turn.live, gate.row.node),
    wants,
    seen: new Set(),
    left: LIMITS.lookAheadSteps,
    stamp: { seq: 1_000_000_000, at, usage: NO_USAGE as unknown as JsonObject },
  };
  const own = simOf(turn, turn.live, course, gate.row.ref);
  answer(course, own, gate.row.ref, { port: 'approved', value, isFree: true });
  // What is under way beside the gate comes first, so that what waits for both sides is reached.
  while (course.queue.length > 0 && course.left > 0) {
    const at = course.queue.findIndex(({ isFree }) => !isFree);
    const [one] = course.queue.splice(Math.max(0, at), 1);
    if (one) goOn(course, one);
  }
  for (const { sim, ref } of course.queue) stuck(course, sim, stepOf(sim, ref)); // AH4
  return { calls: course.calls, open: course.open };
}

/** A run under way, and those above it that its end would reach; `but` is what is answered now. */
function simOf(turn: Turn, live: LiveRun, course: Course, but: string): Sim {
  const { plan, machine, snapshot, path, asOf } = live;
  const sight: Sight = { ...sightOf(turn), plan, asOf };
  const workflow = live.row.workflow;
  const sim: Sim = { plan, workflow, machine, snapshot, path, sight, lists: new Map() };
  // The machine knows what is open, also what this very turn has still to record.
  for (const ref of openRefs(snapshot))
    if (ref !== but) course.queue.push({ sim, ref, isFree: false, isUnderWay: true });
  for (const { row } of live.open.values())
    if (row.kind === 'timer' && isWait(sim, row.step))
      course.queue.push({ sim, ref: row.ref, isFree: false, event: row.ref });
  const isItem = live.row.machine.includes('#');
  const above = live.row.parent === null || isItem ? undefined : turn.run(live.row.parent);
  const effect = above?.open.get(live.row.parentEffect ?? '');
  if (above && effect)
    sim.above = { sim: simOf(turn, above, course, effect.row.ref), ref: effect.row.ref };
  return sim;
}

const invokeOf = (sim: Sim, ref: string): Invoke | undefined => sim.plan.invokes.get(ref);
const stepOf = (sim: Sim, ref: string): string => invokeOf(sim, ref)?.node ?? ref;

function stuck(course: Course, sim: Sim, step: string): void {
  course.open.push({ sim, step });
}

type Given = { port: string; value: Value; isFree: boolean };

/** Gives an answer to a step and goes on with what it opens. */
function answer(course: Course, sim: Sim, ref: string, { port, value, isFree }: Given): void {
  const event = (stamp: Stamp): KernelEvent => done(ref, { port, value }, stamp);
  take(course, sim, { event, isFree, step: stepOf(sim, ref), value });
}

type Taken = { event: (stamp: Stamp) => KernelEvent; isFree: boolean; step: string; value?: Value };

function take(course: Course, sim: Sim, { event, isFree, step, value }: Taken): void {
  course.left -= 1;
  course.stamp = { ...course.stamp, seq: course.stamp.seq + 1 };
  let turned: Turned;
  try {
    turned = next(sim.machine, sim.snapshot, event(course.stamp));
  } catch {
    return stuck(course, sim, step); // its machine does not wait for it any more
  }
  const loop = unsureLoop(sim, turned, { step, ...(value ? { value } : {}) });
  if (loop !== undefined) return stuck(course, sim, loop);
  apply(course, sim, turned, isFree);
}

/** The loop that went on, or ended, by a condition nobody can answer yet (AH2). */
function unsureLoop(
  sim: Sim,
  { moves }: Turned,
  { step, value }: { step: string; value?: Value },
): string | undefined {
  const scope = fullScopeOnce(sim);
  for (const move of moves) {
    const until = sim.plan.nodes.get(move.step)?.settings['until'];
    const isJudged =
      move.round === undefined ? move.port === 'done' || move.port === 'over' : move.round > 1;
    if (until === undefined || !isJudged) continue;
    const before = scope();
    const steps = value ? { ...before.steps, [step]: { port: '', value } } : before.steps;
    if (mentions(until).some((path) => isUnknown({ ...before, steps }, path))) return move.step;
  }
  return undefined;
}

/** All results of a run so far, put together only when somebody looks. */
function fullScopeOnce({ snapshot }: Sim): () => ReturnType<typeof fullScope> {
  let kept: ReturnType<typeof fullScope> | undefined;
  return () => (kept ??= fullScope(snapshot));
}

function apply(course: Course, sim: Sim, turned: Turned, isFree: boolean): void {
  sim.snapshot = turned.snapshot;
  for (const effect of turned.effects) queue(course, sim, effect, isFree);
  if (turned.status !== 'active') ended(course, sim, turned, isFree);
}

function queue(course: Course, sim: Sim, effect: KernelEffect, isFree: boolean): void {
  const { ref } = effect;
  if (effect.do === 'open') course.queue.push({ sim, ref, isFree, step: effect.input });
  else if (effect.do === 'cancel' || effect.do === 'cancel_timer')
    course.queue = course.queue.filter((one) => one.sim !== sim || one.ref !== ref);
  else if (isWait(sim, effect.step)) course.queue.push({ sim, ref, isFree, event: effect.event });
}

/** A timer that is the step itself, and not the deadline of a person's answer. */
function isWait({ plan }: Sim, step: string): boolean {
  const does = definitionOf(plan, plan.nodes.get(step)?.type ?? '')?.does;
  return does?.kind === 'structure' && does.as === 'wait';
}

/** A child came to its end: the run above goes on with it. */
function ended(course: Course, sim: Sim, turned: Turned, isFree: boolean): void {
  course.queue = course.queue.filter((one) => one.sim !== sim);
  const { above } = sim;
  if (!above) return;
  const invoke = invokeOf(above.sim, above.ref);
  if (turned.status !== 'done' || !invoke)
    return stuck(course, above.sim, stepOf(above.sim, above.ref));
  const value = turned.output ?? { v: null, labels: {} };
  if (invoke.src === 'child') {
    const port = turned.outcome === 'refused' ? 'refused' : 'ok';
    return answer(course, above.sim, above.ref, { port, value, isFree });
  }
  above.sim.lists.get(invoke.node)?.results.push(value);
  answer(course, above.sim, above.ref, { port: 'ok', value: { v: null, labels: {} }, isFree });
}

/** One step of thought. */
function goOn(course: Course, one: Next): void {
  const { sim, ref, isFree, event, isUnderWay } = one;
  const { step } = one;
  if (event !== undefined)
    return take(course, sim, { event: (stamp) => ({ ...stamp, type: event }), isFree, step: ref });
  const invoke = invokeOf(sim, ref);
  if (!invoke || !openRefs(sim.snapshot).includes(ref)) return;
  if (isUnderWay || !step) return assumed(course, one, invoke);
  if (invoke.src === 'each_open') return openList(course, one, invoke, step);
  if (invoke.src === 'each_close') return closeList(course, one, invoke);
  if (invoke.src === 'child') return enterWorkflow(course, one, invoke, step);
  if (invoke.src.startsWith('scope:')) return enterItem(course, one, invoke, step);
  if (`${sim.path}${invoke.node}` === course.gate) return; // AH3
  think(course, one, invoke, step);
}

/** What was under way already ends well, with what nobody knows yet (AH2). */
function assumed(course: Course, { sim, ref }: Next, invoke: Invoke): void {
  const isOurs =
    invoke.src === 'child' || invoke.src.startsWith('scope:') || invoke.src.startsWith('each');
  if (isOurs) return answer(course, sim, ref, { port: 'ok', value: toCome([]), isFree: false });
  const thought = answerTo(sim.sight, invoke, { scope: fullScope(sim.snapshot), visit: 1 }, true);
  if (thought.port === undefined) return stuck(course, sim, invoke.node);
  answer(course, sim, ref, { port: thought.port, value: thought.value, isFree: false });
}

function think(course: Course, { sim, ref, isFree }: Next, invoke: Invoke, step: StepCall): void {
  const thought = answerTo(sim.sight, invoke, step, false);
  const { call, port, value, isGate } = thought;
  if (call?.kind === 'tool')
    foresee(course, { sim, invoke, visit: step.visit, call, thought }, isFree);
  if (port === undefined) return stuck(course, sim, invoke.node);
  answer(course, sim, ref, { port, value, isFree: isFree && !isGate });
}

/** Notes a call that the gate opens: on its own way always, else the first of its place. */
function foresee(course: Course, call: Foreseen, isFree: boolean): void {
  const { sim, invoke } = call;
  if (!course.wants(sim.workflow, invoke.node)) return;
  const place = `${sim.path}${invoke.node}`;
  if (!isFree && course.seen.has(place)) return;
  course.seen.add(place);
  if (course.calls.length < LIMITS.lookAheadCalls) course.calls.push(call);
  else course.left = 0; // AH4
}

// ---- containers --------------------------------------------------------------------------------

const settingsAt = (sim: Sim, invoke: Invoke, step: StepCall): Value =>
  answerTo(sim.sight, invoke, step, true).settings;

function openList(
  course: Course,
  { sim, ref, isFree }: Next,
  invoke: Invoke,
  step: StepCall,
): void {
  const { v, labels } = settingsAt(sim, invoke, step);
  const items: Json | undefined = isObject(v) ? v['items'] : undefined;
  const isOpen = mentions(invoke.with).some((path) => isUnknown(step.scope, path));
  if (!Array.isArray(items) || isOpen || items.length > LIMITS.items)
    return stuck(course, sim, invoke.node);
  const all = { '': [...new Set(Object.values(labels).flat())].sort() };
  const { steps, previous } = fullScope(sim.snapshot);
  sim.lists.set(invoke.node, {
    items: items.map((item) => ({ v: item, labels: all })),
    results: [],
    outer: { steps, ...(previous ? { previous } : {}) },
  });
  const value: Value = { v: { count: items.length }, labels: {} };
  answer(course, sim, ref, { port: 'ok', value, isFree });
}

function closeList(course: Course, { sim, ref, isFree }: Next, invoke: Invoke): void {
  const results = sim.lists.get(invoke.node)?.results;
  const list = results ?? [toCome([])];
  const labels = [...new Set(list.flatMap((one) => Object.values(one.labels).flat()))].sort();
  const value: Value = { v: list.map((one) => one.v), labels: labels.length ? { '': labels } : {} };
  answer(course, sim, ref, { port: 'ok', value, isFree });
}

function enterItem(
  course: Course,
  { sim, ref, isFree }: Next,
  invoke: Invoke,
  step: StepCall,
): void {
  const index = step.index ?? 0;
  const list = sim.lists.get(invoke.node);
  const item = list?.items[index];
  if (!list || !item)
    // an item of a list that was opened before: it ends well
    return answer(course, sim, ref, { port: 'ok', value: toCome([]), isFree: false });
  const machine = machineOf(sim.plan, invoke.src);
  const path = pathTo(sim.path, { node: invoke.node, visit: step.visit }, index);
  const child: Sim = { ...sim, machine, path, above: { sim, ref }, lists: new Map() };
  enter(course, child, { item, index, outer: list.outer }, isFree);
}

function enterWorkflow(
  course: Course,
  { sim, ref, isFree }: Next,
  invoke: Invoke,
  step: StepCall,
): void {
  const { v, labels } = settingsAt(sim, invoke, step);
  const id = isObject(v) ? v['workflow'] : undefined;
  const folder = typeof id === 'string' ? sim.plan.library[id] : undefined;
  const isTooDeep = sim.path.split('/').length > LIMITS.childDepth;
  if (!folder || isTooDeep || isMarked(labels, 'workflow')) return stuck(course, sim, invoke.node);
  const plan = planBelow(sim.plan, folder);
  const child: Sim = {
    plan,
    workflow: folder.workflow.id,
    machine: machineOf(plan),
    snapshot: sim.snapshot,
    path: pathTo(sim.path, { node: invoke.node, visit: step.visit }),
    sight: { ...sim.sight, plan },
    above: { sim, ref },
    lists: new Map(),
  };
  const given = isObject(v) && isObject(v['input']) ? v['input'] : {};
  enter(course, child, { input: { v: given, labels: labelsUnder(labels, 'input') } }, isFree);
}

/** The plan of a workflow that another one calls. */
export const planBelow = (plan: Plan, folder: Plan['folder']): Plan => {
  const { setting, registry, practice, dir, library, now, pinnedRules } = plan;
  return planOf({ folder, setting, registry, practice, dir, library, now, pinnedRules });
};

/** Begins a child in thought; what it knows of the run comes from the run above. */
function enter(course: Course, child: Sim, given: Partial<StartInput>, isFree: boolean): void {
  assert(child.above, 'a run that is only thought of has one above it');
  const { input, run, today } = child.above.sim.snapshot.context as Context;
  const { id, name, version } = child.plan.folder.workflow;
  const workflow = { id, name, version };
  course.left -= 1;
  const own = { ...run, id: THOUGHT };
  const begin: StartInput = { input, run: own, today, workflow, ...course.stamp, ...given };
  try {
    apply(course, child, start(child.machine, begin), isFree);
  } catch {
    stuck(course, child.above.sim, stepOf(child.above.sim, child.above.ref));
  }
}
