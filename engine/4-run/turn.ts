// One turn of one run, computed on copies before any transaction: what arrived, what the machine
// did with it, which effects open or close because of it. Nothing here touches the world or the
// database.
// T1 a turn that throws changes nothing; its run alone is faulted.
// T2 every change has its event, and the event is written in the same commit as the change.
// T3 the machine consumes run.started, effect.settled and run.event, in that order of arrival.

import type { Scope } from '../base/binding.ts';
import { isoOf } from '../base/instant.ts';
import type { JsonObject, Value } from '../base/value.ts';
import { next, type KernelEvent, type Stamp, type Turned } from '../kernel.ts';
import type { Said, StepResult, Usage } from '../node.ts';
import type {
  FailureRecord,
  Outcome,
  Pins,
  RunEvent,
  TestOf,
  Turn as TurnRecord,
} from './events.ts';
import { copyRun, type LiveEffect, type LiveRun, type UsableGrant } from './live.ts';
import type {
  Clock,
  Commit,
  EffectRow,
  Journal,
  LedgerRow,
  ModelPort,
  Random,
  ToolAsk,
  Used,
} from './ports.ts';
import type { Day } from '../budgets/ledger.ts';
import type { Traffic } from './traffic.ts';
import type { CardView } from './view.ts';

export type Deps = {
  journal: Journal;
  clock: Clock;
  random: Random;
  models: ModelPort;
  traffic: Traffic;
};

type CardChange = Commit['cards'][number];
type DayChange = NonNullable<Commit['daySpent']>[number];
export type ItemChange = Commit['items'][number];

/** Everything one commit will write, gathered from the turns of a flush; later changes win. */
export type Draft = {
  at: number;
  runs: Map<string, LiveRun>;
  ledgers: Map<string, LedgerRow>;
  /** What was agreed to, by root run. */
  grants: Map<string, readonly UsableGrant[]>;
  effects: Map<string, EffectRow>;
  cards: Map<string, CardChange>;
  items: Map<string, ItemChange>;
  starts: Map<string, LiveEffect>;
  events: Commit['events'];
  machines: Commit['machines'];
  aborts: string[];
  ended: string[];
  /** The day's account as the turns of this flush left it; undefined while none has. */
  day: Day | undefined;
  /** Does anybody limit more than the cost of a day? Then its other counters are kept too. */
  isDayCounted: boolean;
  /** What was reserved before midnight is settled on its own day. */
  pastDays: DayChange[];
};

export const emptyDraft = (at: number): Draft => ({
  at,
  runs: new Map(),
  ledgers: new Map(),
  grants: new Map(),
  effects: new Map(),
  cards: new Map(),
  items: new Map(),
  starts: new Map(),
  events: [],
  machines: [],
  aborts: [],
  ended: [],
  day: undefined,
  isDayCounted: false,
  pastDays: [],
});

/** What one turn will write, in order. */
type Out = {
  effects: EffectRow[];
  cards: CardChange[];
  items: ItemChange[];
  starts: LiveEffect[];
  events: Commit['events'];
  machines: Commit['machines'];
  aborts: string[];
  ended: string[];
  pastDays: Draft['pastDays'];
};

export const itemKey = (run: string, each: string, index: number): string =>
  `${run}/${each}/${index}`;

/** What a turn may look up: runs and ledgers as the draft or the live state have them. */
export type Lookup = {
  deps: Deps;
  live: (run: string) => LiveRun | undefined;
  /** Every unfinished run, this flush included. */
  all: () => LiveRun[];
  ledger: (root: string) => LedgerRow;
  /** What was agreed to in a family of runs, this flush included. */
  grants: (root: string) => readonly UsableGrant[];
  /** A card as this flush left it. */
  card: (id: string) => CardView | undefined;
  /** Today's account, this flush included. */
  day: () => Day;
  /** The program is about to end: nothing new is started. */
  isDraining: () => boolean;
  /** A for-each item as this flush left it. */
  item: (run: string, each: string, index: number) => { item?: string } | undefined;
  /** Results of a for-each in item order, this flush included. */
  results: (run: string, each: string) => (string | null)[];
};

/** How an effect ended, from wherever the answer came. */
export type Settlement = {
  result: StepResult;
  used?: Used;
  /** Milliseconds of work that this answer closes, overlaps counted once. */
  workMs?: number;
  ms?: number;
  reused?: string;
  recorded?: boolean;
  by?: string;
  retryAfterMs?: number;
  /** The failure ends the run as it is (a limit that stops), whatever is drawn. */
  endsRun?: boolean;
  /** Nothing was called: a person must see something about the tool first. */
  asks?: ToolAsk;
};

/** What a turn leads to in another run, in the same commit; follow.ts carries it out. */
export type Follow = { run: string } & (
  | { do: 'begin'; given: Given; pins: Pins }
  | { do: 'child_ended'; child: string; effect: string; ended: Ended }
  | { do: 'stop' }
  | { do: 'stop_family'; by: string }
  | { do: 'stop_for'; by: string; why: Said }
  | { do: 'begin_queued' }
  | { do: 'end'; ended: Ended }
  | { do: 'ask_again'; card: string }
  | { do: 'finish_behind'; card: string; by: string }
  | { do: 'day_raised' }
  | { do: 'pause'; by: string; why: Said }
  | { do: 'resume'; by: string }
);
/** What a run is given besides its input when it begins. */
export type Given = {
  item?: Value;
  index?: number;
  outer?: Pick<Scope, 'steps' | 'previous' | 'round'>;
  trigger?: string;
  /** Hash of the request a key was given for. */
  once?: string;
  test?: TestOf;
};
/** How a run ended. */
export type Ended = {
  status: 'active' | 'done' | 'failed' | 'stopped';
  outcome?: Outcome;
  end?: string;
  output?: Value;
  failure?: FailureRecord;
};

export type Turn = {
  at: number;
  live: LiveRun;
  ledger: LedgerRow;
  /** What was agreed to in this family of runs; never changed in place. */
  grants: readonly UsableGrant[];
  /** Every unfinished run this engine works on, as this flush left it. */
  runs: () => LiveRun[];
  /** Another run of the family as this flush left it. */
  run: (id: string) => LiveRun | undefined;
  deps: Deps;
  /** Effects that can be settled inside the turn: computed, remembered, denied. */
  ready: { effect: string; outcome?: Settlement }[];
  /** Work on other runs that belongs into the same commit (children, parents). */
  follow: Follow[];
  /** Children to be created in the same commit. */
  born: LiveRun[];
  /** The one effect that a person lets go ahead in a paused run. */
  stepping?: string;
  /** The account all runs of today share. */
  day: Day;
  isDraining: boolean;
  /** A card as this turn and this flush left it. */
  card: (id: string) => CardView | undefined;
  item: Lookup['item'];
  results: Lookup['results'];
  out: Out;
};

/** A turn over a copy of a run. */
export function beginTurn(look: Lookup, live: LiveRun, at: number): Turn {
  const out: Out = {
    effects: [],
    cards: [],
    items: [],
    starts: [],
    events: [],
    machines: [],
    aborts: [],
    ended: [],
    pastDays: [],
  };
  return {
    at,
    live: copyRun(live),
    ledger: { ...look.ledger(live.row.root) },
    grants: look.grants(live.row.root),
    run: look.live,
    runs: look.all,
    deps: look.deps,
    ready: [],
    follow: [],
    born: [],
    day: look.day(),
    isDraining: look.isDraining(),
    card: (id) => out.cards.findLast((c) => c.id === id)?.view ?? look.card(id),
    item: (run, each, index) =>
      out.items.find((i) => i.run === run && i.each === each && i.index === index) ??
      look.item(run, each, index),
    results: (run, each) => {
      const results = look.results(run, each);
      for (const i of out.items)
        if (i.run === run && i.each === each && i.result !== undefined) results[i.index] = i.result;
      return results;
    },
    out,
  };
}

/** Adds the turn's work to the draft of the flush. */
export function mergeTurn(draft: Draft, turn: Turn): void {
  const { out } = turn;
  draft.runs.set(turn.live.row.id, turn.live);
  for (const child of turn.born) draft.runs.set(child.row.id, child);
  draft.ledgers.set(turn.ledger.root, turn.ledger);
  draft.grants.set(turn.live.row.root, turn.grants);
  for (const row of out.effects) draft.effects.set(row.id, row);
  for (const card of out.cards) draft.cards.set(card.id, card);
  for (const item of out.items) {
    const key = itemKey(item.run, item.each, item.index);
    draft.items.set(key, { ...draft.items.get(key), ...item });
  }
  for (const event of out.events) draft.events.push(event);
  for (const machine of out.machines) draft.machines.push(machine);
  for (const effect of out.starts) draft.starts.set(effect.row.id, effect);
  for (const id of out.aborts) {
    draft.starts.delete(id);
    draft.aborts.push(id);
  }
  for (const id of out.ended) draft.ended.push(id);
  draft.day = turn.day;
  draft.isDayCounted ||= Object.keys(turn.live.plan.setting.workspace.dailyBudget).length > 1;
  for (const past of out.pastDays) draft.pastDays.push(past);
}

/** Appends one event of this run (T2). */
export function record(turn: Turn, event: RunEvent): void {
  const { row } = turn.live;
  row.seq += 1;
  turn.out.events.push({ run: row.id, root: row.root, event });
}

export const usageOf = (ledger: LedgerRow): Usage => ({
  costNano: ledger.costNano,
  modelCalls: ledger.modelCalls,
  toolCalls: ledger.toolCalls,
  tokens: ledger.tokens,
  attempts: ledger.attempts,
  workMs: ledger.workMs,
});

/** The turn as events carry it. */
export const turnRecord = (turned: Turned): TurnRecord => ({
  moves: turned.moves,
  machineStatus: turned.status,
  ...(turned.outcome ? { outcome: turned.outcome } : {}),
  ...(turned.end ? { end: turned.end } : {}),
  ...(turned.failure ? { failure: turned.failure as FailureRecord } : {}),
});

/** How a turn of the machine ended its run. */
export const endedOf = (turned: Turned): Ended => {
  const { status, outcome, end, output, failure } = turned;
  return {
    status,
    ...(outcome ? { outcome } : {}),
    ...(end === undefined ? {} : { end }),
    ...(output ? { output } : {}),
    ...(failure ? { failure: failure as FailureRecord } : {}),
  };
};

/** Gives one event to the machine and records it with what the machine did (T3). */
export function consume(
  turn: Turn,
  event: (stamp: Stamp) => KernelEvent,
  write: (done: TurnRecord) => RunEvent,
): Turned {
  const { live } = turn;
  const stamp = stampOf(turn);
  const turned = next(live.machine, live.snapshot, event(stamp));
  live.snapshot = turned.snapshot;
  record(turn, write(turnRecord(turned)));
  return turned;
}

/** What every event carries into the machine: its number, its instant, the root's totals. */
export const stampOf = (turn: Turn): Stamp => ({
  seq: turn.live.row.seq + 1,
  at: isoOf(turn.at),
  usage: usageOf(turn.ledger) as unknown as JsonObject,
});

/** Changes an effect's row and keeps the copy for the commit. */
export function touch(turn: Turn, effect: LiveEffect, change: Partial<EffectRow>): LiveEffect {
  const current = turn.live.open.get(effect.row.id) ?? effect;
  const changed: LiveEffect = { ...current, row: { ...current.row, ...change } };
  const closed = ['done', 'failed', 'cancelled'].includes(changed.row.status);
  if (closed) turn.live.open.delete(changed.row.id);
  else turn.live.open.set(changed.row.id, changed);
  turn.out.effects.push(changed.row);
  return changed;
}

/** Keeps a changed card for the commit. */
export function keepCard(turn: Turn, view: CardView): void {
  const { row } = turn.live;
  turn.out.cards.push({
    id: view.id,
    run: row.id,
    root: row.root,
    state: view.state,
    to: view.to,
    view,
  });
}

export const said = (code: string, params?: Said['params']): Said =>
  params ? { code, params } : { code };
