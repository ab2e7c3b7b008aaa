// What a machine keeps while it runs, what it is told, and what it asks for. The code that belongs
// to these shapes: machine-guards.ts, machine-actions.ts, machine-input.ts. The three are pure
// functions; kernel.ts hands them to XState, and the export to plain XState writes out the very
// same source.

import type { Resolved, Scope } from './binding.ts';
import type { StepEntry, StepMap } from './step-map.ts';
import type { Json, JsonObject, Value } from './value.ts';

/** What the machine did: a step left by `port`; a container was entered; round `round` began. */
export type Move = { step: string; port?: string; round?: number };
/** Why something failed; `kind` as in node.ts, the rest are codes and parameters. */
export type Fault = {
  kind: string;
  code: string;
  params?: Record<string, string | number>;
  /** Labels of where its words came from. */
  from?: string[];
};

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
  steps: StepMap<StepEntry>;
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
  /** End steps reached, in order; the gravest gives the outcome, of equals the first by id. */
  ends: string[];
  outcome: string | null;
  end: string | null;
  output: Value | null;
  /** What the event numbered `seq` moved. */
  moves: { seq: number; list: Move[] };
};

/**
 * What a run or one item of a for-each starts from. `outer` is what the enclosing run could see.
 */
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
