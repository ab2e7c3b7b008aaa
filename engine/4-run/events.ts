// The journal's vocabulary: everything that can ever be recorded. Codes and parameters only, no
// sentences.
// J1 `pos` is workspace-wide (stream id, playback position); `seq` is per run and numbers the
//    chain.
// J2 the chain covers every column but the payload; a head holds only a salted hash of it, so a
//    payload can be removed and the chain still verifies.
// J3 the machine consumes exactly: run.started, effect.settled, run.event. All else is bookkeeping.

import type { Confidence, Failure, Said, Usage, CardKind, EffectClass } from '../node.ts';
import type { BlobRef, Json, JsonObject, Value } from '../base/value.ts';
import type { Field } from '../base/kinds.ts';

/** What the machine did in one turn: `port` absent = entered (containers), `round` for loops. */
export type Move = { step: string; port?: string; round?: number };
export type RunStatus = 'running' | 'waiting' | 'paused' | 'done' | 'failed' | 'stopped';
export type Outcome = 'done' | 'refused' | 'does_not_know' | 'stopped_at_limit';

/** What every machine-consumed event says the machine did with it. */
export type Turn = {
  moves: Move[];
  machineStatus: 'active' | 'done' | 'failed' | 'stopped';
  outcome?: Outcome;
  end?: string;
  failure?: FailureRecord;
};
export type FailureRecord = Failure & { step: string };

/** Who or what decided that an effect may start. */
export type Admission = {
  decision: 'start' | 'hold' | 'refuse' | 'queue';
  /**
   * Rule that matched (id and name), or the default that applied (`default.read` …), or the grant.
   */
  rule?: string;
  ruleName?: string;
  grant?: string;
  why: Said;
  argsHash?: string;
  /** Nano-dollars held back until the effect settles. */
  reservedNano?: number;
  /** Role or person a rule's *ask* names. */
  ask?: string;
  /** Which model this attempt asks, and why it is not the first of its role. */
  model?: ModelNamed & { why?: Said };
};
/** A model as the record names it: its name, and the host (or provider) that answers for it. */
export type ModelNamed = { name: string; at: string };

export type Pins = {
  machine: string;
  parts: Record<string, string>;
  prompts: Record<string, string>;
  types: string[];
  cards: Record<string, string>;
  models: Record<string, string>;
  prices: string;
  workflows: Record<string, string>;
  rules: string;
  timeZone: string;
};

/**
 * An answer a run begins with. Every part that is given must fit: `step` is the inner step where a
 * step makes several calls, `settingsHash` is of its settings as drawn, `prompt` names version and
 * text as pins do, `inputHash` is of its settings with everything filled in.
 */
export type RecordedAnswer = {
  step: string;
  visit?: number;
  type?: string;
  settingsHash?: string;
  prompt?: string;
  inputHash?: string;
  result: { port: string; value: Json; confidence?: Confidence };
};

/** A run that tries out a part of a drawing: one step alone, everything up to a step, or all. */
export type TestOf = { only?: string; until?: string };

/** One covered or proposed effect as a card shows it. */
export type Shown = {
  step: string;
  stepName: string;
  tool: string;
  toolTitle: string;
  args: {
    id: string;
    label: string;
    value: Json;
    known: boolean;
    field?: Field;
    labels: string[];
  }[];
  argsHash?: string;
  effect: EffectClass;
  /** Which execution it is, and through which runs below the root it is reached: see place.ts. */
  visit?: number;
  within?: string;
};

/** Calls of one step on a card, taken together: how many, and what they come to. */
export type ShownGroup = {
  step: string;
  stepName: string;
  toolTitle: string;
  effect: EffectClass;
  count: number;
  /** Calls of which something is not known yet: each is asked about when it comes. */
  unknown: number;
  /** Sum of the known amounts, where the tool moves money. */
  total?: number;
  currency?: string;
};

/** One person's word on a card that needs several; `hash` is what it was given about. */
export type Vote = { by: string; choice: string; at: number; hash: string; note?: string };

export type CardBody = {
  title: string;
  facts: { label: string; value: Json; field?: Field }[];
  fields: { field: Field; value?: Json }[];
  /** What the decision opens, call by call; of a long list the first, with the whole in `all`. */
  covers: Shown[];
  groups?: ShownGroup[];
  all?: BlobRef;
  /** How many of whom must agree, by person id. */
  quorum?: { need: number; of: string[] };
  /** Who is asked next, and when, if nobody answers. */
  escalates?: { to: string; at: number }[];
  recommendation?: { choice: string; reason: string; confidence?: Confidence };
  detail?: Said;
  /** tool_changed cards: what *trust* agrees to, as a hash. */
  trust?: string;
  rule?: { id: string; name: string };
  usage?: Usage;
  /** limit cards: what was reached and what an extension would add. */
  limit?: {
    counter: string;
    used: number;
    cap: number;
    extendBy: number;
    /** Absent for the run's own limit: whose it is, and what people call it. */
    account?: string;
    of?: 'day' | 'child' | 'step';
    name?: string;
  };
};

type Of<T extends string, H, P = undefined> = { type: T; head: H; payload: P };
export type RunEvent =
  | Of<
      'run.started',
      {
        workflow: string;
        name: string;
        version: string;
        machine: string;
        mode: 'practice' | 'real';
        by: string;
        trigger: string;
        parent?: string;
        /** What it is about, as a hash: see overlap.ts. */
        overlap?: string;
        /** Hash of the request that a key was given for: see starting.ts. */
        once?: string;
        pins: Pins;
        breakpoints: string[];
        test?: TestOf;
        turn: Turn;
      },
      {
        input: Value;
        outer?: JsonObject;
        byName?: string;
        recorded?: RecordedAnswer[];
        tags?: Record<string, string>;
      }
    >
  | Of<
      'run.event',
      { event: string; ref?: string; by?: string; turn: Turn },
      { data: JsonObject } | undefined
    >
  | Of<
      'effect.opened',
      {
        effect: string;
        step: string;
        node: string;
        visit: number;
        kind: 'compute' | 'model' | 'tool' | 'card' | 'timer' | 'child' | 'each';
        ref: string;
        typeName: string;
        effectClass: EffectClass;
        tool?: string;
        dueAt?: number;
        admission?: Admission;
      },
      { input: Value; call?: Json } | undefined
    >
  | Of<'effect.admitted', { effect: string; admission: Admission }>
  | Of<'effect.held', { effect: string; admission: Admission; card?: string; dueAt?: number }>
  | Of<
      'attempt.ended',
      {
        effect: string;
        n: number;
        failure?: Failure;
        retryAt?: number;
        usage: Usage;
        ms?: number;
        tool?: string;
        model?: ModelNamed;
        /** The address asked to be left alone for so long. */
        restMs?: number;
        over?: { given: number; said: number };
      }
    >
  | Of<
      'effect.settled',
      {
        effect: string;
        step: string;
        node: string;
        visit: number;
        port: string;
        status: 'done' | 'failed' | 'cancelled';
        failure?: Failure;
        why?: Said;
        confidence?: Confidence;
        asOf?: string;
        /** The state of the source a tool answered from: drift names it among the changes. */
        version?: string;
        usage: Usage;
        ms: number;
        reused?: string;
        recorded?: boolean;
        estimated?: boolean;
        by?: string;
        /** The tool that answered, or the model. */
        tool?: string;
        model?: ModelNamed;
        restMs?: number;
        /** The model used more than the maximum it was given: it does not honour limits. */
        over?: { given: number; said: number };
        /** Something a person should know that is no failure. */
        noted?: Said;
        turn?: Turn;
      },
      { value: Value } | undefined
    >
  | Of<'effect.unknown', { effect: string; card: string }>
  | Of<'effect.dropped', { effect: string; late: true; usage: Usage }, { value?: Json } | undefined>
  | Of<
      'card.opened',
      {
        card: string;
        kind: CardKind;
        effect: string;
        step: string;
        to: string;
        choices: string[];
        deadline?: number;
        /** Of a gate: where it stands. Asked anew, it takes back what it gave and nobody used. */
        gate?: string;
      },
      CardBody
    >
  | Of<
      'card.voted',
      {
        card: string;
        choice: string;
        by: string;
        basis: 'as claimed on this computer';
        hash: string;
      },
      (Redrawn & { note?: string }) | undefined
    >
  | Of<
      'card.answered',
      {
        card: string;
        choice: string;
        by: string;
        basis: 'as claimed on this computer';
        grants: Grant[];
        shownHash?: string;
        approvedHash?: string;
      },
      | { edit?: JsonObject; note?: string; changes?: { field: string; from: Json; to: Json }[] }
      | undefined
    >
  | Of<
      'card.handed',
      { card: string; from: string; to: string; by: string; why: Said },
      Redrawn | undefined
    >
  | Of<'card.expired', { card: string }>
  | Of<'card.withdrawn', { card: string; why: Said }>
  | Of<
      'limit.reached',
      {
        counter: string;
        cap: number;
        used: number;
        wanted: number;
        effect: string;
        card?: string;
        account?: string;
      }
    >
  | Of<'limit.extended', { counter: string; by: string; cap: number; account?: string }>
  | Of<'run.queued', { behind: string }>
  | Of<'run.unqueued', Record<string, never>>
  /** All that is left of a run: how it ended, and the same of every run below it (retire.ts). */
  | Of<
      'run.retired',
      { events: number; seal: string; runs: [run: string, events: number, seal: string][] }
    >
  | Of<'run.paused', { by: string; why: Said }>
  | Of<'run.resumed', { by: string }>
  | Of<'run.stepped', { by: string; effect: string }>
  | Of<'run.stopped', { by: string; why: Said; receipt: Receipt }>
  | Of<
      'run.ended',
      {
        status: 'done' | 'failed' | 'stopped';
        outcome?: Outcome;
        end?: string;
        failure?: FailureRecord;
        usage: Usage;
      },
      { output?: Value } | undefined
    >
  | Of<'child.started', { child: string; effect: string; step: string; index?: number }>
  | Of<'child.ended', { child: string; effect: string; status: 'done' | 'failed' | 'stopped' }>
  | Of<'value.removed', { of: number; by: string; why: Said }>
  | Of<'note.added', { by: string; step?: string }, { text: string }>;

/** A proposed change to a card's fields, and what the card shows with it. */
export type Redrawn = { edit?: JsonObject } & Partial<Pick<CardBody, 'covers' | 'groups' | 'all'>>;

/**
 * A decision's permission for one covered call; used once. With `visit` 0 it opens nothing: it says
 * that the step stands behind this decision, so that what was not agreed to is asked about.
 */
export type Grant = {
  id: string;
  step: string;
  visit: number;
  argsHash: string | null;
  by: string;
  at: string;
  until?: string;
  /** The runs below the root through which the step is reached: see place.ts. Absent = the root. */
  within?: string;
  /** With `visit` 0: the workflow whose step it is. */
  workflow?: string;
  /** The gate that gave it; asked anew, it takes back what nobody used. */
  gate?: string;
};
export type Receipt = { done: string[]; notDone: string[]; unknown: string[]; waiting: string[] };
export type RunEventType = RunEvent['type'];
/** An event as it stands in the journal. */
export type Recorded<E extends RunEvent = RunEvent> = E & {
  pos: number;
  seq: number;
  run: string;
  root: string;
  at: string;
  v: number;
};
