// Everything impure a run needs, handed in. The runner knows these shapes and nothing behind them.
// P1 the journal is synchronous, so that "record before act" stays one readable line.
// P2 a transport makes at most one attempt per call; retries are the runner's.

import type {
  AuthorityCard,
  Call,
  ModelCall,
  ModelReply,
  ToolReply,
  Usage,
  Failure,
} from '../node.ts';
import type { Json, JsonObject, Value } from '../base/value.ts';
import type { Day, DayCounts, Ledger } from '../budgets/ledger.ts';
import type { CompiledMachine } from '../3-compile/ir.ts';
import type { ModelEntry, Practice, ToolServer } from '../1-document/schema.ts';
import type { Recorded, RunEvent } from './events.ts';
import type { CardView, RunView } from './view.ts';

/** What is kept: nothing that ended before so many days, and not more than so many megabytes. */
export type Keep = { days?: number | undefined; megabytes: number };

/** Wall clock and timers. `after` returns a cancel. The simulated clock advances by hand. */
export type Clock = { now: () => number; after: (ms: number, run: () => void) => () => void };
export type Random = () => number;

/**
 * A row of work. Opened by an `effect.opened` event, closed by `effect.settled`, a timer's
 * `run.event` or a closed status; what events do not say is kept beside them, in the same commit.
 */
export type EffectRow = {
  id: string;
  run: string;
  root: string;
  ref: string;
  step: string;
  node: string;
  visit: number;
  kind: 'compute' | 'model' | 'tool' | 'card' | 'timer' | 'child' | 'each';
  typeName: string;
  status: 'open' | 'held' | 'queued' | 'started' | 'done' | 'failed' | 'cancelled' | 'unknown';
  attempt: number;
  dueAt: number | null;
  openedAt: number;
  startedAt: number | null;
  /** JSON: resolved input, planned call, admission. Working data of the runner. */
  work: string;
};
export type RunRow = {
  id: string;
  root: string;
  parent: string | null;
  parentEffect: string | null;
  workflow: string;
  name: string;
  version: string;
  machine: string;
  mode: 'practice' | 'real';
  control: 'run' | 'paused';
  status: 'active' | 'done' | 'failed' | 'stopped';
  seq: number;
  head: string;
  startedAt: number;
  endedAt: number | null;
  snapshot: string;
  snapshotSeq: number;
};
/** Money and counters of one root run: see budgets/ledger.ts. */
export type LedgerRow = Ledger;

/** One commit: everything a turn decided, written together or not at all. */
export type Commit = {
  events: { run: string; root: string; event: RunEvent }[];
  runs: RunRow[];
  effects: EffectRow[];
  ledgers: LedgerRow[];
  cards: {
    id: string;
    run: string;
    root: string;
    state: CardView['state'];
    to: string;
    view: CardView;
  }[];
  /** New machines by hash. */
  machines: { hash: string; config: string }[];
  /** Rows of for-each: item inputs and results. */
  items: {
    run: string;
    each: string;
    index: number;
    item?: string;
    result?: string;
    status: 'open' | 'taken' | 'done' | 'failed';
  }[];
  /** What outlives the engine beside the runs (a stop of everything); null takes a note away. */
  notes?: { key: string; value: string | null }[];
  /** Changes of what all runs of a day used and hold back; `raised` replaces the raised caps. */
  daySpent?: ({ day: string; nano: number; raised?: string } & Partial<DayCounts>)[];
};

/** A commit that holds nothing yet. */
export const emptyCommit = (): Commit => ({
  events: [],
  runs: [],
  effects: [],
  ledgers: [],
  cards: [],
  machines: [],
  items: [],
});

/** An attempt that has ended, as rates and breakers look at it. */
export type PastAttempt = {
  /** The tool by name, or the model by its address. */
  kind: 'tool' | 'model';
  of: string;
  mode: RunRow['mode'];
  at: number;
  ms: number;
  failure?: Failure;
  /** Nobody waited for its end. */
  wasCancelled?: true;
  restMs?: number;
  /** The model took more than the maximum it was given. */
  unruly?: string;
};

export type Journal = {
  /**
   * Appends in one transaction (fsync) and returns the events with pos and seq filled in. Each
   * RunRow's `seq` must be the number of its last event; its `head` is ignored. Throws when nothing
   * was written.
   */
  commit: (work: Commit, at: number) => Recorded[];
  run: (id: string) => RunRow | undefined;
  activeRuns: () => RunRow[];
  children: (id: string) => RunRow[];
  effects: (run: string, open: boolean) => EffectRow[];
  effect: (id: string) => EffectRow | undefined;
  ledger: (root: string) => LedgerRow | undefined;
  /** What all runs of a day used, reservations counted as used. */
  dayUse: (day: string) => Day;
  /** A note by its key: see Commit. */
  note: (key: string) => string | undefined;
  machine: (hash: string) => string | undefined;
  folder: (machineHash: string) => string | undefined;
  saveFolder: (machineHash: string, folder: string) => void;
  /** Events of one run from `seq` on, in order, payloads included. */
  eventsOf: (run: string, fromSeq?: number, toSeq?: number) => Recorded[];
  /** Events of a root (children included) or of the whole workspace after `pos`. */
  eventsAfter: (pos: number, root?: string, limit?: number) => Recorded[];
  /**
   * Attempts that ended from an instant on, in the order in which they did; no more than `most` of
   * the newest entries are looked at.
   */
  attemptsSince: (at: number, most: number) => PastAttempt[];
  card: (id: string) => CardView | undefined;
  openCards: () => CardView[];
  /** Cards nobody can answer any more, the newest first. */
  closedCards: (limit: number) => CardView[];
  item: (run: string, each: string, index: number) => { item: string } | undefined;
  itemResults: (run: string, each: string) => (string | null)[];
  /** Stages a text and gives its hash; it is written with the next commit, as is a saved folder. */
  putBlob: (text: string) => string;
  blob: (hash: string) => string | undefined;
  lastPos: () => number;
  /** Root runs, newest first, trimmed to what a list shows: status, usage, what is open. */
  runs: (limit: number, workflow?: string) => RunView[];
  /**
   * A run folded, now or as of `pos`; a root with its children inside. Very long runs are trimmed.
   */
  view: (run: string, pos?: number) => RunView | undefined;
  /**
   * Removes a little of what is older or more than is to be kept, whole ended runs at a time; true
   * when more is to be done. Throws what the journal throws.
   */
  tidy: (keep: Keep, now: number) => boolean;
  /** Anchors every head at once; otherwise this happens by itself within a second. */
  anchorNow: () => void;
  close: () => void;
};

export type CallContext = {
  /** Idempotency key: the effect id. */
  key: string;
  run: string;
  step: string;
  /** Which inner call, of a step that makes several. */
  part?: string;
  visit: number;
  signal: AbortSignal;
  at: number;
  attempt: number;
};
export type Used = Pick<Usage, 'modelCalls' | 'toolCalls' | 'tokens'> & {
  costNano: number | null;
  /** Output tokens a model was given, and how many it says it used, where that is more. */
  over?: { given: number; said: number };
};
export type Answered<R> =
  | { ok: true; reply: R; used: Used }
  | { ok: false; failure: Failure; used: Used; retryAfterMs?: number; asks?: ToolAsk };

/**
 * Nothing was called, because a person must see something about the tool first. Who trusts it
 * agrees to exactly `hash`; the call is then made again with it as `trusted`.
 */
export type ToolAsk = { hash: string; facts: { label: string; value: string }[] };

/** Calls a model. `practice` scripts per step are consulted by the practice provider only. */
export type ModelPort = {
  call: (
    call: ModelCall,
    entry: ModelEntry,
    ctx: CallContext & { practice?: Practice },
  ) => Promise<Answered<ModelReply>>;
  /** Worst case of a call before it is made: input tokens as UTF-8 bytes of the whole request. */
  worst: (call: ModelCall, entry: ModelEntry) => { inputTokens: number; outputTokens: number };
};
export type ToolPort = {
  call: (
    card: AuthorityCard,
    args: JsonObject,
    ctx: CallContext & {
      practice: Practice;
      workflowDir?: string;
      /** Id of the workflow, and the tool servers it names. */
      workflow?: string;
      servers?: ToolServer[];
      /** What somebody agreed to on a card about this very call: see ToolAsk. */
      trusted?: { hash: string; by: string };
    },
  ) => Promise<Answered<ToolReply>>;
  /** For tools with idempotency `check`: has the call of this key happened? */
  check?: (card: AuthorityCard, key: string) => Promise<ToolReply | undefined>;
};
export type { Call, CompiledMachine, Day, DayCounts, Json, Value, RunView, ToolServer };
