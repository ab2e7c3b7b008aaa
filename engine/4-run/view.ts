// What a run looks like from outside, folded from its events by evolve.ts. Pure types, no
// behaviour. The canvas, the trace, the inbox, the command line and the audit all read this one
// shape.

import type { CardKind, Confidence, EffectClass, Failure, Said, Usage } from '../node.ts';
import type { JsonObject, Value } from '../base/value.ts';
import type {
  Admission,
  CardBody,
  FailureRecord,
  Grant,
  ModelNamed,
  Outcome,
  Receipt,
  RunStatus,
  TestOf,
  Vote,
} from './events.ts';

/** One execution of one step. `state` is the word of the look: see renderer/canvas. */
export type StepState =
  | 'idle'
  | 'running'
  | 'waiting'
  | 'done'
  | 'failed'
  | 'refused'
  | 'stopped'
  | 'skipped'
  | 'unknown'
  | 'held';
export type StepView = {
  step: string;
  visit: number;
  state: StepState;
  port?: string;
  startedAt: number;
  endedAt?: number;
  effect?: string;
  round?: number;
  /** A step made of several: what it did inside in this execution, in order. */
  inner?: InnerMove[];
};
/** One inner call: `port` once it has ended. */
export type InnerMove = { part: string; effect: string; port?: string };
/** `seq` and `settledSeq` are the journal rows it came from; `index` counts items of a for-each. */
export type EffectView = {
  id: string;
  run: string;
  step: string;
  node: string;
  visit: number;
  typeName: string;
  kind: 'compute' | 'model' | 'tool' | 'card' | 'timer' | 'child' | 'each';
  status: 'open' | 'held' | 'queued' | 'started' | 'done' | 'failed' | 'cancelled' | 'unknown';
  effectClass: EffectClass;
  tool?: string;
  openedAt: number;
  endedAt?: number;
  dueAt?: number;
  input?: Value;
  call?: unknown;
  output?: Value;
  port?: string;
  why?: Said;
  confidence?: Confidence;
  admission?: Admission;
  attempts: { n: number; failure?: Failure; retryAt?: number; ms?: number; model?: ModelNamed }[];
  failure?: Failure;
  usage: Usage;
  ms?: number;
  reused?: string;
  recorded?: boolean;
  estimated?: boolean;
  by?: string;
  model?: ModelNamed;
  over?: { given: number; said: number };
  noted?: Said;
  child?: string;
  seq: number;
  settledSeq?: number;
  index?: number;
};
export type CardView = {
  id: string;
  run: string;
  workflow: string;
  workflowName: string;
  kind: CardKind;
  step: string;
  effect: string;
  to: string;
  choices: string[];
  deadline?: number;
  openedAt: number;
  body: CardBody;
  state: 'open' | 'answered' | 'expired' | 'withdrawn';
  choice?: string;
  by?: string;
  answeredAt?: number;
  edit?: JsonObject;
  note?: string;
  changes?: { field: string; from: unknown; to: unknown }[];
  proposal?: JsonObject;
  /** Of a card that needs several: every word given so far. */
  votes?: Vote[];
  /** Journal rows of its run that opened and answered it; set by the fold. */
  seq?: number;
  answeredSeq?: number;
};
/** `inner` unfolds a step made of several. */
export type PathEntry = {
  step: string;
  port: string;
  visit: number;
  attempts: number;
  at: number;
  inner?: { part: string; port: string; attempts: number }[];
};
export type RunView = {
  run: string;
  root: string;
  parent?: string;
  workflow: string;
  name: string;
  version: string;
  machine: string;
  mode: 'practice' | 'real';
  by: string;
  startedAt: number;
  endedAt?: number;
  pos: number;
  seq: number;
  /** The journal row that ended the run. */
  endedSeq?: number;
  status: RunStatus;
  paused: boolean;
  /** Who paused it (nobody: the engine itself) and why. */
  pausedFor?: { by: string; why: Said };
  /** It waits in line until that run, which is about the same thing, has ended. */
  queued?: { behind: string };
  /** What it is about, as its workflow's tags say. */
  tags?: Record<string, string>;
  /** Who or what started it: `person`, or the name of a trigger. */
  trigger?: string;
  /** What it tries out, where it is a test: see testing.ts. */
  test?: TestOf;
  outcome?: Outcome;
  end?: string;
  output?: Value;
  failure?: FailureRecord;
  input: Value;
  steps: Record<string, StepView>;
  /** Executions in order: steps that ended by a port. */
  path: PathEntry[];
  effects: Record<string, EffectView>;
  cards: Record<string, CardView>;
  grants: (Grant & { usedBy?: string })[];
  /** Effects that have not closed yet, oldest first; small, so that status never costs a scan. */
  open: string[];
  /** How much of the distant past a view of a very long run leaves out (see evolve-trim.ts). */
  earlier?: { effects: number; path: number; children: number };
  usage: Usage;
  receipt?: Receipt;
  children: { child: string; step: string; index?: number; status: string }[];
  /** Its events cannot be read: this is only what the list of runs kept beside them says. */
  damaged?: true;
};
