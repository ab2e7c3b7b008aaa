// Every state a machine can get into, by breadth-first search with the kernel itself.
// T1 two states are one when nothing the machine can still look at differs: where it stands, marks,
//    rounds and lanes, timers, and the ways out of steps that a loop's condition names.
// T2 a machine is sound when no state is stuck and every state can still reach the end.

import type { CompiledMachine, IRGraph, IRScope, IRStep } from '../engine/3-compile/ir.ts';
import { seesOf } from '../engine/3-compile/sees.ts';
import { valueOf, type Json, type JsonObject } from '../engine/base/value.ts';
import {
  contextOf,
  done,
  failed,
  load,
  next,
  openRefs,
  start,
  type KernelEvent,
  type Machine,
  type Turned,
} from '../engine/kernel.ts';

export type Traversal = {
  states: number;
  transitions: number;
  finals: number;
  /** States in which nothing can happen, and states that cannot reach the end. */
  stuck: string[];
  cannotFinish: string[];
  /** False when the limit was hit before every state was seen. */
  isComplete: boolean;
};

type Node = { turned: Turned; timers: string[]; to: Set<string> };
const STAMP = { seq: 2, at: '2026-01-01T00:00:00Z', usage: {} };

/** Every step of a scope, bodies and generated steps included, by id. */
const stepsOf = (scope: IRScope): [string, IRStep][] =>
  scope.steps.flatMap((step) => [
    [step.id, step] as [string, IRStep],
    ...(step.body ? stepsOf(step.body) : []),
  ]);

/** Traverses a workflow's machine and, each on its own, the machines of its for-each bodies. */
export function traverse(graph: IRGraph, compiled: CompiledMachine, limit: number): Traversal {
  const steps = new Map(stepsOf(graph.scope));
  const named = seesOf(graph.scope)([...steps.values()].map((step) => step.until ?? null));
  const all = [compiled.machine, ...Object.values(compiled.parts)].map((config) =>
    explore(load(config), steps, named, limit),
  );
  const sum = (of: (t: Traversal) => number): number => all.reduce((n, t) => n + of(t), 0);
  return {
    states: sum((t) => t.states),
    transitions: sum((t) => t.transitions),
    finals: sum((t) => t.finals),
    stuck: all.flatMap((t) => t.stuck),
    cannotFinish: all.flatMap((t) => t.cannotFinish),
    isComplete: all.every((t) => t.isComplete),
  };
}

function explore(
  machine: Machine,
  steps: Map<string, IRStep>,
  named: string[],
  limit: number,
): Traversal {
  const input = {
    input: valueOf({}),
    run: {},
    workflow: {},
    today: '2026-01-01',
    ...STAMP,
    seq: 1,
  };
  const nodes = new Map<string, Node>();
  const reach = (turned: Turned, before: string[]): string => {
    const timers = timersAfter(turned, before);
    const key = keyOf(turned, timers, named);
    if (!nodes.has(key)) nodes.set(key, { turned, timers, to: new Set() });
    return key;
  };
  const queue = [reach(start(machine, input), [])];
  let transitions = 0;
  for (const key of queue) {
    if (nodes.size > limit) break;
    const node = nodes.get(key) as Node;
    if (node.turned.status !== 'active') continue;
    for (const event of eventsOf(node, steps)) {
      const known = nodes.size;
      const to = reach(
        next(machine, node.turned.snapshot, event),
        node.timers.filter((t) => t !== event.type),
      );
      node.to.add(to);
      transitions += 1;
      if (nodes.size > known) queue.push(to);
    }
  }
  return judged(nodes, transitions, nodes.size <= limit);
}

function timersAfter({ effects, status }: Turned, before: string[]): string[] {
  const timers = new Set(status === 'active' ? before : []);
  for (const effect of effects) {
    if (effect.do === 'timer') timers.add(effect.ref);
    if (effect.do === 'cancel_timer') timers.delete(effect.ref);
  }
  return [...timers].sort();
}

const byName = (record: JsonObject = {}): [string, Json][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

function keyOf({ snapshot, status }: Turned, timers: string[], named: string[]): string {
  if (status !== 'active') return status;
  const { edges, loops, steps, previous } = contextOf(snapshot) as Record<string, JsonObject>;
  const ports = [steps, previous].map((kept) =>
    named.map((id) => (kept?.[id] as { port: string } | undefined)?.port ?? null),
  );
  const bare = byName(loops).map(([id, loop]) => [id, { ...(loop as JsonObject), last: null }]);
  return JSON.stringify([snapshot.value, byName(edges), bare, timers, ports]);
}

/** Everything that can happen next: each way out of each open step, failing, denial, timers. */
function eventsOf({ turned, timers }: Node, steps: Map<string, IRStep>): KernelEvent[] {
  const broken = { kind: 'terminal', code: 'broken' };
  return [
    ...timers.map((type) => ({ ...STAMP, type })),
    ...openRefs(turned.snapshot).flatMap((ref) => [
      ...answersOf(ref, steps).map(([port, v]) => done(ref, { port, value: valueOf(v) }, STAMP)),
      failed(ref, broken, STAMP),
      failed(ref, { ...broken, kind: 'denied' }, STAMP),
    ]),
  ];
}

function answersOf(ref: string, steps: Map<string, IRStep>): [port: string, v: Json][] {
  if (ref.endsWith('__open')) return [0, 1, 2].map((count) => ['ok', { count }]);
  const step = steps.get(ref);
  const ports = (step?.ports ?? ['ok']).filter((port) => port !== 'error');
  return ports
    .filter((port) => !(port === 'timeout' && step?.deadline !== undefined))
    .map((port) => [port, null]);
}

/** T2 */
function judged(nodes: Map<string, Node>, transitions: number, isComplete: boolean): Traversal {
  const from = new Map<string, string[]>();
  for (const [key, { to }] of nodes)
    for (const other of to) from.set(other, [...(from.get(other) ?? []), key]);
  const finals = [...nodes]
    .filter(([, { turned }]) => turned.status !== 'active')
    .map(([key]) => key);
  const canFinish = new Set(finals);
  const queue = [...finals];
  for (const key of queue) {
    for (const before of from.get(key) ?? []) {
      if (canFinish.has(before)) continue;
      canFinish.add(before);
      queue.push(before);
    }
  }
  const active = [...nodes].filter(([, { turned }]) => turned.status === 'active');
  const places = (some: [string, Node][]): string[] =>
    some.map(([, { turned }]) => JSON.stringify(turned.snapshot.value));
  return {
    states: nodes.size,
    transitions,
    finals: finals.length,
    isComplete,
    stuck: places(active.filter(([key, { to }]) => ![...to].some((other) => other !== key))),
    cannotFinish: isComplete ? places(active.filter(([key]) => !canFinish.has(key))) : [],
  };
}
