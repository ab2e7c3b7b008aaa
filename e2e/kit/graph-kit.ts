// Small graphs and runs for tests of the compiler and the kernel: a registry of plain steps, a
// drawing in one line per arrow, and a hand that answers what is open.

import { z } from 'zod';
import { workflowSchema, type Folder } from '../../engine/1-document/schema.ts';
import { compile, type Compiled } from '../../engine/3-compile/compile.ts';
import type { Fault, StartInput } from '../../engine/base/machine.ts';
import { valueOf, type Json, type JsonObject } from '../../engine/base/value.ts';
import {
  done,
  failed,
  load,
  next,
  start,
  type KernelEffect,
  type Machine,
  type Turned,
} from '../../engine/kernel.ts';
import { defineNode, type NodeDefinition, type Port, type Registry } from '../../engine/node.ts';

const PROBLEMS = ['error', 'unsure', 'timeout', 'over', 'refused'];
const portsOf = (ids: string[]): Port[] =>
  ids.map((id) => ({ id, label: '', ...(PROBLEMS.includes(id) ? { problem: true } : {}) }));

/** A plain step whose ports are given, or stand in its settings as `ports`. */
function plain(type: string, ids: string[], does: NodeDefinition['does']): NodeDefinition {
  return defineNode<JsonObject>({
    type,
    version: 1,
    group: 'flow',
    family: 'flow',
    settings: z.record(z.string(), z.json()),
    initial: {},
    ports: ({ ports }) => portsOf(Array.isArray(ports) ? ports.map(String) : ids),
    output: () => ({ any: true }),
    effect: type === 'act' ? 'write' : 'none',
    idempotency: 'key',
    timeoutMs: 0,
    retry: { attempts: 1, backoffMs: 0 },
    does,
    sentence: () => ({ code: 'none' }),
    icon: 'circle',
  }) as NodeDefinition;
}

const compute: NodeDefinition['does'] = {
  kind: 'compute',
  compute: () => ({ port: 'ok', value: null }),
};
const structure = (
  as: (NodeDefinition['does'] & { kind: 'structure' })['as'],
): NodeDefinition['does'] => ({ kind: 'structure', as });

const DEFINITIONS = [
  plain('start', ['ok'], structure('start')),
  plain('end', [], structure('end')),
  plain('join', ['ok'], structure('join')),
  plain('wait', ['ok'], structure('wait')),
  plain('loop', ['done', 'over', 'error'], structure('loop')),
  plain('for_each', ['ok', 'error'], structure('for_each')),
  plain('group', ['ok', 'error'], structure('group')),
  plain('sub_workflow', ['ok', 'refused', 'error'], structure('workflow')),
  plain('work', ['ok', 'error'], compute),
  plain('act', ['ok', 'error'], compute),
  plain('approval', ['approved', 'refused', 'sent_back'], compute),
];

/** Step types of tests: `work` does something, `act` changes something outside. */
export const testRegistry: Registry = new Map(
  DEFINITIONS.map((one) => [`${one.type}@${one.version}`, one]),
);

type Drawn = {
  type?: string;
  name?: string;
  settings?: JsonObject;
  join?: 'all' | 'every' | 'first';
  noDefault?: string[];
  steps?: Record<string, Drawn>;
  arrows?: string[];
};

function scopeOf(steps: Record<string, Drawn>, arrows: string[]): JsonObject {
  const nodes = Object.entries(steps).map(([id, { type = 'work', name = id, ...more }]) => {
    const { settings = {}, join, noDefault, steps: inner, arrows: ways = [] } = more;
    return {
      id,
      type: `${type}@1`,
      name,
      at: [0, 0],
      settings,
      ...(join ? { join } : {}),
      ...(noDefault ? { noDefault } : {}),
      ...(inner ? { scope: scopeOf(inner, ways) } : {}),
    };
  });
  const edges = arrows.map((arrow) => {
    const [, from = '', port = 'ok', to = ''] = /^(\w+)(?::(\w+))? > (\w+)$/.exec(arrow) ?? [];
    return { from, port, to };
  });
  return { nodes, edges } as unknown as JsonObject;
}

/** A workflow folder. An arrow is `from:port > to`; without a port it is `ok`. */
export function folderOf(steps: Record<string, Drawn>, arrows: string[]): Folder {
  const budget = {
    costUsd: 1,
    modelCalls: 10,
    toolCalls: 10,
    tokens: 1000,
    minutes: 10,
    attempts: 10,
    onLimit: 'ask',
  };
  const workflow = workflowSchema.parse({
    format: 'interlock/workflow@1',
    id: 'tried',
    name: 'Tried',
    version: '1.0.0',
    budget,
    scope: scopeOf(steps, arrows),
  });
  return {
    workflow,
    rules: [],
    cards: [],
    prompts: [],
    inputs: [],
    practice: { answers: [], tools: [] },
  } as unknown as Folder;
}

export const compiled = (steps: Record<string, Drawn>, arrows: string[]): Compiled =>
  compile(folderOf(steps, arrows), testRegistry);

export const STAMP = { at: '2026-01-02T03:04:05Z', usage: {} };
export const startInput = (input: Json = {}, more: Partial<StartInput> = {}): StartInput => ({
  input: valueOf(input, 'input'),
  run: {},
  workflow: {},
  today: '2026-01-02',
  ...STAMP,
  seq: 1,
  ...more,
});

/** A run answered by hand. */
export type Hand = {
  machine: Machine;
  turn: Turned;
  /** What is open, by ref; timers by the event they send. */
  open: Map<string, KernelEffect>;
  /** Everything that moved, as `step:port`, a container as `step`, a round as `step#1`. */
  path: string[];
  answer: (ref: string, port?: string, value?: Json) => Turned;
  fail: (ref: string, fault?: Partial<Fault>) => Turned;
  send: (event: { type: string }) => Turned;
};

/** Starts a machine whose steps are answered by hand. */
export function byHand(config: JsonObject, input: StartInput = startInput()): Hand {
  const machine = load(config);
  let seq = 1;
  const note = (turn: Turned): Turned => {
    hand.turn = turn;
    for (const effect of turn.effects) {
      if (effect.do === 'open' || effect.do === 'timer') hand.open.set(effect.ref, effect);
      else hand.open.delete(effect.ref);
    }
    if (turn.status !== 'active') hand.open.clear();
    hand.path.push(
      ...turn.moves.map(({ step, port, round }) =>
        round === undefined ? (port === undefined ? step : `${step}:${port}`) : `${step}#${round}`,
      ),
    );
    return turn;
  };
  const send = (event: { type: string }, ref?: string): Turned => {
    hand.open.delete(ref ?? event.type);
    return note(next(machine, hand.turn.snapshot, { ...STAMP, seq: ++seq, ...event }));
  };
  const stamp = { ...STAMP, seq: 0 };
  const plainly = <T extends { seq: number }>({ seq: _seq, ...event }: T) => event;
  const hand: Hand = {
    machine,
    turn: start(machine, input),
    open: new Map(),
    path: [],
    answer: (ref, port = 'ok', value = null) =>
      send(plainly(done(ref, { port, value: valueOf(value) }, stamp)), ref),
    fail: (ref, fault = {}) =>
      send(plainly(failed(ref, { kind: 'terminal', code: 'broken', ...fault }, stamp)), ref),
    send,
  };
  note(hand.turn);
  return hand;
}
