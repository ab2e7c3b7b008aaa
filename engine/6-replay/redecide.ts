// How a recorded run would go under another drawing: the machine of that drawing, given the answers
// that were recorded, up to the first question nobody has answered yet.
// RD1 pure: nothing is called, written or asked. Steps that decide by themselves decide anew, by
//     the very code that runs them; everything else is answered from the past, or not at all.
// RD2 a model's or a tool's answer counts only for the very same question. A person's word counts
//     for the same step: what they would say to other words on the card is taken to be the same.
// RD3 what looks at the time, or at what was used so far, is as it was then, or cannot be told.
// RD4 bounded, and total: whatever cannot be followed ends as *cannot be told*, never as a guess.

import { LIMITS } from '../base/limits.ts';
import { isObject, type Json, type Value } from '../base/value.ts';
import {
  done,
  failed,
  fullScope,
  next,
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
import type { Invoke } from '../4-run/invokes.ts';
import { machineOf } from '../4-run/machines.ts';
import type { Outcome } from '../4-run/events.ts';
import { keyOf, TIMEOUT, type Past, type PastAnswer } from './past.ts';
import { doorSays } from './redecide-door.ts';
import { questionOf, type Question } from './redecide-step.ts';
import type { Drawn } from './redecide-plan.ts';

/** Why it cannot be told how a run goes on behind a step. */
export type Unknown = 'model' | 'tool' | 'person' | 'workflow' | 'time' | 'too_long';

/** How a run goes under a drawing. */
export type Fate = {
  status: Turned['status'];
  end?: string;
  outcome?: Outcome;
  /** Steps before which somebody is asked. */
  asks: string[];
  /** The first step that nobody has answered: what it is, and how it differs from then. */
  stops?:
    | { step: string; by: 'asks' | 'calls' | 'unknown'; why: Unknown }
    | { step: string; by: 'open' };
};

/** How the run of this past goes under a drawing (RD1, RD4). */
export function redecide(drawn: Drawn, past: Past): Fate {
  const fate: Fate = { status: 'active', asks: [] };
  const course: Course = { drawn, fate, left: LIMITS.lookAheadSteps, passed: new Set() };
  const turned = follow(course, machineOf(drawn), past, {
    input: past.input,
    run: past.context,
    workflow: past.workflow,
    today: past.at.slice(0, 10),
  });
  if (!turned || fate.stops) return fate;
  fate.status = turned.status;
  if (turned.end !== undefined) fate.end = turned.end;
  if (turned.outcome !== undefined) fate.outcome = turned.outcome;
  return fate;
}

/** `passed` are the gates that somebody opened. */
type Course = { drawn: Drawn; fate: Fate; left: number; passed: Set<string> };
type Open = { ref: string; invoke: Invoke; call: StepCall };
/** One run or item that is being followed. */
type Walk = {
  course: Course;
  machine: Machine;
  past: Past;
  snapshot: Snapshot;
  open: Map<string, Open>;
  timers: Map<string, { step: string; event: string }>;
  stamp: Stamp;
  lists: Map<string, { items: Value[]; results: Json[] }>;
  order: string[];
};

type Begin = Omit<StartInput, keyof Stamp>;

/** Follows one machine to its end, or as far as it can be told (then undefined). */
function follow(course: Course, machine: Machine, past: Past, begin: Begin): Turned | undefined {
  const stamp: Stamp = { seq: 1, at: past.at, usage: {} };
  let turned = start(machine, { ...begin, ...stamp });
  const walk: Walk = {
    course,
    machine,
    past,
    snapshot: turned.snapshot,
    open: new Map(),
    timers: new Map(),
    stamp,
    lists: new Map(),
    order: Object.keys(past.answers),
  };
  take(walk, turned.effects);
  while (turned.status === 'active') {
    const event = nextEvent(walk);
    if (!event || course.fate.stops) return undefined;
    if ((course.left -= 1) < 0) return stop(walk, '', 'unknown', 'too_long');
    turned = next(machine, walk.snapshot, event);
    walk.snapshot = turned.snapshot;
    take(walk, turned.effects);
  }
  return turned;
}

function take(walk: Walk, effects: KernelEffect[]): void {
  const { invokes } = walk.course.drawn;
  for (const effect of effects) {
    const { ref } = effect;
    const invoke = invokes.get(ref);
    if (effect.do === 'open' && invoke) walk.open.set(ref, { ref, invoke, call: effect.input });
    else if (effect.do === 'cancel') walk.open.delete(ref);
    else if (effect.do === 'timer')
      walk.timers.set(ref, { step: effect.step, event: effect.event });
    else if (effect.do === 'cancel_timer') walk.timers.delete(ref);
  }
}

function stop(walk: Walk, step: string, by: 'asks' | 'calls' | 'unknown', why: Unknown): undefined {
  walk.course.fate.stops ??= { step, by, why };
}

const stamped = (walk: Walk, at?: string): Stamp =>
  (walk.stamp = { ...walk.stamp, seq: walk.stamp.seq + 1, at: at ?? walk.stamp.at });

/** What happens next: a step that decides by itself, else what was answered first. */
function nextEvent(walk: Walk): KernelEvent | undefined {
  const asked = [...walk.open.values()].map((one) => ({ one, question: ask(walk, one) }));
  const own = asked.find(({ question }) => question.is === 'decided');
  if (own) return give(walk, own.one, own.question as Question & { is: 'decided' });
  const known = asked
    .flatMap((one) => {
      const key = keyOf(one.one.invoke.step, one.one.call.visit, one.one.call.index);
      const answer = walk.past.answers[key];
      return answer ? [{ ...one, key, answer, at: walk.order.indexOf(key) }] : [];
    })
    .toSorted((a, b) => a.at - b.at);
  const items = asked.find(({ one }) => one.invoke.src.startsWith('scope:'));
  if (items) return item(walk, items.one);
  const [first] = known;
  if (first) return answerWith(walk, first.one, first.question, first.answer);
  const waited = [...walk.timers].find(([, { step }]) => walk.course.drawn.waits.has(step));
  if (waited) {
    walk.timers.delete(waited[0]);
    return { ...stamped(walk), type: waited[1].event };
  }
  return nobodyKnows(walk, asked);
}

type Asked = { one: Open; question: Question };

/** Nothing of what is open was answered then: it is as open as it was, or it is new. */
function nobodyKnows(walk: Walk, asked: Asked[]): undefined {
  const isOld = ({ one }: Asked): boolean =>
    walk.past.open.includes(keyOf(one.invoke.step, one.call.visit, one.call.index));
  const fresh = asked.find((one) => !isOld(one));
  const [first] = asked;
  if (!fresh) {
    walk.course.fate.stops ??= { step: first?.one.invoke.node ?? '', by: 'open' };
    for (const { one, question } of asked)
      if (question.is === 'person') walk.course.fate.asks.push(one.invoke.node);
    return undefined;
  }
  const { node } = fresh.one.invoke;
  const { question } = fresh;
  if (question.is === 'person') walk.course.fate.asks.push(node);
  if (question.is === 'person') return stop(walk, node, 'asks', 'person');
  if (question.is === 'call') {
    const door = doorSays(walk.course.drawn, question, {
      past: walk.past,
      passed: walk.course.passed,
    });
    if (door === 'ask') walk.course.fate.asks.push(node);
    if (door === 'ask') return stop(walk, node, 'asks', 'person');
    return stop(walk, node, question.card ? 'calls' : 'unknown', question.card ? 'tool' : 'model');
  }
  return stop(walk, node, 'unknown', question.is === 'child' ? 'workflow' : 'time');
}

const ask = ({ course, past, stamp, snapshot }: Walk, { invoke, call }: Open): Question =>
  questionOf(course.drawn, invoke, { call, at: stamp.at, leaves: past.leaves, whole: snapshot });

/** A step decided by itself. */
function give(
  walk: Walk,
  { ref, invoke, call }: Open,
  q: Question & { is: 'decided' },
): KernelEvent | undefined {
  const key = keyOf(invoke.step, call.visit, call.index);
  // Held there and not gone on: what it does next was never seen, so nothing is said of it.
  if (walk.past.open.includes(key) && !walk.past.answers[key]) {
    walk.course.fate.stops ??= { step: invoke.node, by: 'open' };
    return undefined;
  }
  walk.open.delete(ref);
  if (invoke.src === 'each_open') return openList(walk, ref, invoke, q.value);
  if (invoke.src === 'each_close') {
    const results = walk.lists.get(invoke.node)?.results ?? [];
    return done(ref, { port: 'ok', value: { v: results, labels: {} } }, stamped(walk));
  }
  const then = q.isFleeting ? walk.past.answers[keyOf(invoke.step, call.visit)] : undefined;
  if (then && !then.failure)
    return done(ref, { port: then.port, value: then.value }, stamped(walk, then.at)); // RD3
  if ('failure' in q) return failed(ref, q.failure, stamped(walk));
  return done(ref, { port: q.port, value: q.value }, stamped(walk));
}

/** What was answered to the same question (RD2). */
function answerWith(
  walk: Walk,
  { ref, invoke }: Open,
  question: Question,
  answer: PastAnswer,
): KernelEvent | undefined {
  const { fate, passed, drawn } = walk.course;
  const { node } = invoke;
  if (question.is === 'person') {
    fate.asks.push(node);
    if (answer.port === 'approved') passed.add(node);
    if (answer.port === TIMEOUT) {
      const timer = [...walk.timers].find(([, { step }]) => step === invoke.step);
      if (!timer) return stop(walk, node, 'unknown', 'time');
      walk.open.delete(ref);
      walk.timers.delete(timer[0]);
      return { ...stamped(walk, answer.at), type: timer[1].event };
    }
  }
  if (question.is === 'call') {
    const door = doorSays(drawn, question, { past: walk.past, passed });
    if (door === 'ask' || (question.card && walk.past.asks.includes(node) && door === 'go'))
      fate.asks.push(node);
    if (door === 'ask' && !walk.past.asks.includes(node)) return stop(walk, node, 'asks', 'person');
    const isSame = question.asked === answer.asked;
    if (!isSame && question.card && question.isActing) return stop(walk, node, 'calls', 'tool');
    if (!isSame) return stop(walk, node, 'unknown', question.card ? 'tool' : 'model');
  }
  if (question.is === 'child' && question.asked !== answer.asked)
    return stop(walk, node, 'unknown', 'workflow');
  walk.open.delete(ref);
  const stamp = stamped(walk, answer.at);
  if (answer.failure) return failed(ref, answer.failure, stamp);
  return done(ref, { port: answer.port, value: answer.value }, stamp);
}

// ---- for each ----------------------------------------------------------------------------------

function openList(walk: Walk, ref: string, invoke: Invoke, { v, labels }: Value): KernelEvent {
  const items = isObject(v) && Array.isArray(v['items']) ? v['items'] : undefined;
  if (!items || items.length > LIMITS.items)
    return failed(ref, { kind: 'terminal', code: 'failure.not_a_list' }, stamped(walk));
  const all = { '': [...new Set(Object.values(labels).flat())].sort() };
  walk.lists.set(invoke.node, {
    items: items.map((one) => ({ v: one, labels: all })),
    results: [],
  });
  const value: Value = { v: { count: items.length }, labels: {} };
  return done(ref, { port: 'ok', value }, stamped(walk));
}

const NOTHING: Pick<Past, 'answers' | 'open' | 'asks' | 'children'> = {
  answers: {},
  open: [],
  asks: [],
  children: {},
};

/** One item, by its own machine and what was answered in it. */
function item(walk: Walk, { ref, invoke, call }: Open): KernelEvent | undefined {
  const { course, past, snapshot } = walk;
  const index = call.index ?? 0;
  const list = walk.lists.get(invoke.node);
  const value = list?.items[index];
  if (!list || !value) return stop(walk, invoke.node, 'unknown', 'tool');
  const inside = past.children[keyOf(invoke.step, call.visit, index)];
  const own: Past = {
    ...past,
    ...(inside ?? NOTHING),
    leaves: { ...past.leaves, ...inside?.leaves },
  };
  const { steps, previous } = fullScope(snapshot);
  const turned = follow(course, machineOf(course.drawn, invoke.src), own, {
    input: past.input,
    run: past.context,
    workflow: past.workflow,
    today: past.at.slice(0, 10),
    item: value,
    index,
    outer: { steps, ...(previous ? { previous } : {}) },
  });
  if (!turned) return undefined;
  walk.open.delete(ref);
  if (turned.status !== 'done') {
    const failure = turned.failure ?? { kind: 'terminal', code: 'failure.item' };
    return failed(ref, failure, stamped(walk));
  }
  list.results[index] = turned.output?.v ?? null;
  return done(ref, { port: 'ok', value: { v: null, labels: {} } }, stamped(walk));
}
