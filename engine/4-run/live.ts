// What the runner keeps in memory for one unfinished run, and how a copy of it is taken for a turn.
// L1 turns change copies; the live state is replaced only after the commit.
// L2 everything here can be rebuilt from the journal: see recover.ts.

import type { AuthorityCard, Call, Failure, NodeDefinition, StepInput } from '../node.ts';
import type { Json, JsonObject, Value } from '../base/value.ts';
import type { Machine, Snapshot } from '../kernel.ts';
import type { Workflow } from '../1-document/schema.ts';
import type { Admission, Grant, RecordedAnswer } from './events.ts';
import type { Plan } from './plan.ts';
import type { EffectRow, RunRow } from './ports.ts';

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
  each?: string;
  index?: number;
  delay?: { event: JsonObject };
  /** The attempt in flight was sent before a restart: it may have happened. */
  wasSent?: boolean;
  /** The attempt for which a person said *send again*: the tool is not asked first. */
  sentAgain?: number;
};

export type Budget = Workflow['budget'];

/** A grant and the effect that took it; every attempt of that effect goes under it. */
export type UsableGrant = Grant & { usedBy?: string };

export type LiveRun = {
  row: RunRow;
  machine: Machine;
  snapshot: Snapshot;
  plan: Plan;
  by: string;
  input: Value;
  open: Map<string, LiveEffect>;
  grants: UsableGrant[];
  /** First answers of read tools by canonical call, for *re-used*. */
  answers: Map<string, { effect: string; port: string; value: Json; asOf?: string }>;
  /** When what a step answered was true, by step id. */
  asOf: Record<string, string>;
  /** The failure that came last, by step: what a trouble card speaks of. */
  trouble: { step: string; failure: Failure } | undefined;
  breakpoints: Set<string>;
  /** The root workflow's budget; a child runs under it. */
  budget: Budget;
  recorded: RecordedAnswer[];
};

/** A copy that a turn may change; snapshots and plans are immutable and shared. */
export const copyRun = (live: LiveRun): LiveRun => ({
  ...live,
  row: { ...live.row },
  open: new Map(live.open),
  grants: live.grants.map((g) => ({ ...g })),
});
