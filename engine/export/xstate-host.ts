// What plays the engine when a machine runs under plain XState: the last part of the exported
// runtime.mjs, after the very code that kernel.ts runs on. Whoever runs the machine hands in what
// each kind of step does, by step id or by type; conditions and for-each are general and stand
// here.

import {
  assign,
  createActor,
  createMachine,
  fromPromise,
  toPromise,
  type AnyActorRef,
  type AnyStateMachine,
} from 'xstate';
import { firstCase, type Condition } from '../base/condition.ts';
import { boundNames } from '../base/machine-bound.ts';
import { hydrate } from '../base/machine-input.ts';
import type { Context, Fault, StartInput, StepCall } from '../base/machine.ts';
import { valueOf, type Json, type JsonObject } from '../base/value.ts';

type Compiled = { machine: JsonObject; parts: Record<string, JsonObject> };
type Answer = { port?: string; value?: Json };
/**
 * What a step does: gets its settings and what it may look at, answers with a way out and a value.
 */
export type Does = (settings: Json, call: StepCall) => Answer | Promise<Answer>;
type Invoked = { input: StepCall; system: object };

/** Items and results of the for-each steps of one running machine, by step id. */
type Lists = Record<string, { items: Json[]; results: Json[] }>;
const listsBySystem = new WeakMap<object, Lists>();
const listsOf = (system: object): Lists => {
  if (!listsBySystem.has(system)) listsBySystem.set(system, {});
  return listsBySystem.get(system) as Lists;
};

/** What a machine is started with: `createActor(machine, { input: inputOf({ … }) })`. */
export const inputOf = (v: Json, more: Partial<StartInput> = {}): StartInput => ({
  input: valueOf(v, 'input'),
  run: {},
  workflow: {},
  today: '',
  seq: 0,
  at: '',
  usage: {},
  ...more,
});

const fault = (code: string, params: Record<string, string>): Fault => {
  return { kind: 'terminal', code, params };
};

/** An error as the machine keeps it: plain data that survives being written down. */
const faultOf = (wrong: unknown): Fault =>
  typeof (wrong as Fault)?.code === 'string'
    ? (wrong as Fault)
    : fault('host', { message: String((wrong as Error)?.message ?? wrong) });

const condition: Does = (settings, { scope }) => {
  type Case = { port: string; when: Condition; says?: Json };
  const { cases, otherwise } = settings as unknown as { cases: Case[]; otherwise?: Partial<Case> };
  const found = { port: 'otherwise', ...(cases[firstCase(cases, scope)] ?? otherwise) };
  return { port: found.port, value: { way: found.port, says: found.says ?? null } };
};

/** One item of a for-each: its own machine, run to the end. */
async function runItem(machine: AnyStateMachine, { input, system }: Invoked) {
  const { items, results } = listsOf(system)[input.step] as Lists[string];
  const { scope, index = 0 } = input;
  const { input: whole, run = {}, workflow = {}, today = '' } = scope;
  const item = valueOf(items[index] as Json, 'item');
  const more = { input: whole, run, workflow, today, outer: scope, item, index };
  const actor = createActor(machine, { input: inputOf(null, more) }).start();
  await toPromise(actor);
  const { output, error } = actor.getSnapshot().context as Context;
  if (actor.getSnapshot().value !== 'Done') throw error?.failure ?? fault('stopped', {});
  results[index] = output?.v ?? null;
  return { port: 'ok', value: valueOf(results[index]) };
}

/**
 * The machine of a machine.json for `createActor`; `does` says what steps do, by step id or type.
 */
export function machineOf({ machine, parts }: Compiled, does: Record<string, Does>) {
  const known: Record<string, Does> = { 'condition@1': condition, ...does };
  const step = fromPromise(async ({ input }: Invoked) => {
    const run = known[input.step] ?? known[input.type];
    if (!run) throw fault('unknown_step', { type: input.type });
    const done = Promise.resolve(input).then((call) => run(call.with.value.v, call));
    const { port = 'ok', value = null } = await done.catch((wrong) =>
      Promise.reject(faultOf(wrong)),
    );
    return { port, value: valueOf(value, input.step) };
  });
  const eachOpen = fromPromise(async ({ input, system }: Invoked) => {
    const { items } = input.with.value.v as { items: Json };
    if (!Array.isArray(items)) throw fault('not_a_list', {});
    listsOf(system)[input.step] = { items, results: [] };
    return { port: 'ok', value: valueOf({ count: items.length }) };
  });
  const eachClose = fromPromise(async ({ input, system }: Invoked) => ({
    port: 'ok',
    value: valueOf(listsOf(system)[input.step]?.results ?? []),
  }));
  const actors: JsonObject = {};
  const make = (config: JsonObject): AnyStateMachine =>
    createMachine(hydrate(config) as never, { ...boundNames(config, assign), actors } as never);
  const items = Object.entries(parts).map(([src, part]) => {
    return [src, fromPromise((invoked: Invoked) => runItem(make(part), invoked))];
  });
  const steps = { step, child: step, each_open: eachOpen, each_close: eachClose };
  Object.assign(actors, steps, Object.fromEntries(items));
  return make(machine);
}

/** The steps an actor went through so far, as `step:port`. */
export const pathOf = (actor: AnyActorRef): string[] =>
  (actor.getSnapshot().context as Context).moves.list.flatMap(({ step, port }) =>
    port === undefined ? [] : [`${step}:${port}`],
  );

/** All that `resume` needs later, as plain JSON. */
export const save = (actor: AnyActorRef): { snapshot: JsonObject; lists: Lists } =>
  JSON.parse(
    JSON.stringify({ snapshot: actor.getPersistedSnapshot(), lists: listsOf(actor.system) }),
  ) as never;

type Timed = { after: { eventType: string; delay: unknown }[] };

/**
 * An actor that goes on from what `save` wrote. Steps that were in work run again. XState forgets
 * its timers, so they are armed anew: in full, or with what `left` says by event type, in
 * milliseconds.
 */
export function resume(
  machine: AnyStateMachine,
  saved: ReturnType<typeof save>,
  left: Record<string, number> = {},
): AnyActorRef {
  const actor = createActor(machine, { snapshot: saved.snapshot as never });
  listsBySystem.set(actor.system, saved.lists);
  actor.start();
  type Schedule = (from: unknown, to: unknown, event: object, ms: number, id: string) => void;
  const { scheduler } = actor.system as unknown as { scheduler: { schedule: Schedule } };
  for (const { after } of (actor.getSnapshot() as unknown as { _nodes: Timed[] })._nodes) {
    for (const { eventType, delay } of after) {
      const ms = left[eventType] ?? (typeof delay === 'number' ? delay : 0);
      scheduler.schedule(actor, actor, { type: eventType }, ms, eventType);
    }
  }
  return actor;
}
