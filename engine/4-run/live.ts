// What the runner keeps in memory for one unfinished run, and how a copy of it is taken for a turn.
// L1 turns change copies; the live state is replaced only after the commit.
// L2 everything here can be rebuilt from the journal: see recover.ts.

import type { AuthorityCard, Call, Failure, NodeDefinition, Said, StepInput } from '../node.ts';
import type { Json, JsonObject, Value } from '../base/value.ts';
import type { Counter, Limit } from '../budgets/ledger.ts';
import type { Machine, Snapshot } from '../kernel.ts';
import type { ModelEntry, Workflow } from '../1-document/schema.ts';
import type { Admission, Grant, RecordedAnswer } from './events.ts';
import type { Plan } from './plan.ts';
import type { EffectRow, RunRow } from './ports.ts';
import type { Asked } from './asked.ts';

/** An effect that has not settled, with what is needed to perform it and to read its reply. */
export type LiveEffect = {
  row: EffectRow;
  src: string;
  /** Settings as stored in the drawing, references unresolved. */
  raw: JsonObject;
  input: StepInput;
  definition: NodeDefinition | undefined;
  call?: Call;
  card?: AuthorityCard;
  /** Why the step could not even plan its call. */
  planFailure?: Failure;
  argsHash?: string;
  admission?: Admission;
  reservedNano: number;
  reservedTokens: number;
  /** Money is held for the attempt in flight. */
  isReserved: boolean;
  /** Open card that decides about this effect. */
  openCard?: string;
  /** The limit its open card is about. */
  atLimit?: { account: string; counter: Counter };
  /** Another effect's limit card, by which this one is decided too. */
  behind?: string;
  /** The model this attempt asks, chosen by the door: see failover.ts. */
  entry?: ModelEntry;
  /** Why it is not the first of its role. */
  standsIn?: Said;
  /**
   * Attempts that failed, the lane it waits in, ends of the program it was in flight at: work.ts
   */
  tried?: number;
  waitsAt?: string;
  crashes?: number;
  each?: string;
  index?: number;
  delay?: { event: JsonObject };
  /** The attempt in flight was sent before a restart: it may have happened. */
  wasSent?: boolean;
  /** The attempt for which a person said *send again*: the tool is not asked first. */
  sentAgain?: number;
  /** What somebody agreed to about its tool, on a card. */
  trusted?: { hash: string; by: string };
};

export type Budget = Workflow['budget'];

/** A grant and the effect that took it; every attempt of that effect goes under it. */
export type UsableGrant = Grant & { usedBy?: string };

/** An account as a run sees it. */
export type Account = Limit & {
  of: 'run' | 'day' | 'child' | 'step';
  /** The run that ends when a person finishes at this limit (accounts.ts AC2). */
  run: string;
  /** What people call the step or workflow whose own limit it is. */
  name: string;
  onLimit: 'ask' | 'stop';
};

export type LiveRun = {
  row: RunRow;
  /** How it is reached from its root, '' for the root itself: see place.ts. */
  path: string;
  machine: Machine;
  snapshot: Snapshot;
  plan: Plan;
  by: string;
  input: Value;
  open: Map<string, LiveEffect>;
  /** First answers of read tools by canonical call, for *re-used*. */
  answers: Map<string, { effect: string; port: string; value: Json; asOf?: string }>;
  /** When what a step answered was true, by step id. */
  asOf: Record<string, string>;
  /** What it has asked for so far, to see circles: asked.ts. Absent: nothing yet. */
  asked?: Asked;
  /** The failure that came last, by step: what a trouble card speaks of. */
  trouble: { step: string; failure: Failure } | undefined;
  breakpoints: Set<string>;
  /** The root workflow's budget; a child runs under it. */
  budget: Budget;
  /** Limits of child workflows and steps that this run stands in: see accounts.ts. */
  under: readonly Account[];
  /** Every account it is paid from, once worked out, where none of its steps has one of its own. */
  accounts?: readonly Account[] | undefined;
  recorded: RecordedAnswer[];
  /** It tries something out: see testing.ts. */
  isTest: boolean;
  /** What it is about, as a hash: see overlap.ts. */
  overlap?: string | undefined;
  /** It waits in line behind a run about the same thing; `control` is paused meanwhile. */
  queue?: { isPaused: boolean; since: number } | undefined;
};

/** A copy that a turn may change; snapshots and plans are immutable and shared. */
export const copyRun = (live: LiveRun): LiveRun => ({
  ...live,
  row: { ...live.row },
  open: new Map(live.open),
});
