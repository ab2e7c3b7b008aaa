// Group commit: what arrived is turned on copies, written in one transaction, and only then made
// true.
// F1 turns are computed before the transaction; one that throws faults its own run and nothing
//    else.
// F2 after COMMIT, and only then: live state is swapped, callers are answered, effects are
//    performed.
// F3 when COMMIT fails, or the record cannot be read, the copies are dropped, arrivals stay queued
//    and nothing is performed.
// F4 work of other runs that a turn leads to (parent, children) is in the same commit, at once:
//    were the birth of a child put off, a pause that comes between would miss it.

import { dayOf } from '../base/instant.ts';
import { LIMITS } from '../base/limits.ts';
import { RefusedError } from '../base/refused.ts';
import { persist } from '../kernel.ts';
import { advance } from './advance.ts';
import type { Recorded } from './events.ts';
import { carryOn } from './follow.ts';
import { refresh } from './lanes.ts';
import type { LiveRun, UsableGrant } from './live.ts';
import { endRun } from './settle.ts';
import type { Commit, LedgerRow, RunRow } from './ports.ts';
import {
  beginTurn,
  emptyDraft,
  itemKey,
  mergeTurn,
  type Deps,
  type Draft,
  type Ended,
  type Follow,
  type Lookup,
  type Turn,
} from './turn.ts';
import { dayChange, emptyLedger, type Day } from '../budgets/ledger.ts';

/**
 * Something that happened to a run. `apply` changes the turn; the rest is told after the commit.
 */
export type Arrival = {
  run: string;
  apply: (turn: Turn) => void;
  /** A new run is not live yet; its first turn starts from this. */
  born?: LiveRun;
  done?: () => void;
  /** The run is unknown or over, or the turn threw. */
  failed?: (error: Error | undefined) => void;
  /** Somebody waits for the answer: told when it cannot be recorded, and then not tried again. */
  refused?: (error: unknown) => void;
};

/** The state that commits replace. */
export type State = {
  live: Map<string, LiveRun>;
  ledgers: Map<string, LedgerRow>;
  /** What was agreed to, by root run. */
  grants: Map<string, readonly UsableGrant[]>;
  day: string;
  dayUse: Day;
  /** The program is about to end: what is in flight is recorded, nothing new is started. */
  isDraining: boolean;
};

export type Flushed = { events: Recorded[]; draft: Draft; told: (() => void)[] };

/** What turns of one flush share. */
type Flushing = {
  draft: Draft;
  told: (() => void)[];
  look: Lookup;
  /** What turns left for the next flush; it comes about with the commit, like all they did (F3). */
  leftOver: Arrival[];
};

/**
 * Takes arrivals from the queue for one commit and commits them. Throws what the journal throws,
 * with the arrivals put back (F3).
 */
export function flush(deps: Deps, state: State, queue: Arrival[]): Flushed {
  const at = deps.clock.now();
  if (state.day !== dayOf(at)) {
    state.day = dayOf(at);
    state.dayUse = deps.journal.dayUse(state.day);
  }
  if (deps.traffic.isStale) refresh(deps, state.live.values(), at);
  const draft = emptyDraft(at);
  const taken: Arrival[] = [];
  const told: (() => void)[] = [];
  const leftOver: Arrival[] = [];
  const flushing = { draft, told, leftOver, look: lookupIn(deps, state, draft) };
  const until = at + LIMITS.batchMs;
  try {
    while (
      queue.length &&
      taken.length < LIMITS.batchResults &&
      (!taken.length || deps.clock.now() < until)
    ) {
      const arrival = queue.shift() as Arrival;
      taken.push(arrival);
      take(flushing, arrival);
    }
    const events =
      draft.events.length || draft.effects.size
        ? deps.journal.commit(commitOf(state, draft), at)
        : [];
    swap(state, draft);
    queue.push(...leftOver);
    return { events, draft, told };
  } catch (error) {
    deps.traffic.isStale = true;
    queue.unshift(...taken);
    throw error;
  }
}

const lookupIn = (deps: Deps, state: State, draft: Draft): Lookup => ({
  deps,
  live: (run) => draft.runs.get(run) ?? state.live.get(run),
  all: () => {
    const all = new Map([...state.live, ...draft.runs]);
    return [...all.values()].filter(({ row }) => row.status === 'active');
  },
  ledger: (root) => draft.ledgers.get(root) ?? state.ledgers.get(root) ?? emptyLedger(root),
  grants: (root) => draft.grants.get(root) ?? state.grants.get(root) ?? [],
  item: (run, each, index) =>
    draft.items.get(itemKey(run, each, index)) ?? deps.journal.item(run, each, index),
  results: (run, each) => {
    const stored = deps.journal.itemResults(run, each);
    for (const i of draft.items.values())
      if (i.run === run && i.each === each && i.result !== undefined) stored[i.index] = i.result;
    return stored;
  },
  card: (id) => draft.cards.get(id)?.view ?? deps.journal.card(id),
  day: () => draft.day ?? state.dayUse,
  isDraining: () => state.isDraining,
});

function take(f: Flushing, arrival: Arrival): void {
  const { draft, told, look, leftOver } = f;
  const live = look.live(arrival.run) ?? arrival.born;
  if (!live || live.row.status !== 'active') {
    told.push(() => arrival.failed?.(undefined));
    return;
  }
  const turn = beginTurn(look, live, draft.at);
  try {
    arrival.apply(turn);
    const isMore = advance(turn);
    mergeTurn(draft, turn);
    const apply = (next: Turn): void => void next.ready.push(...turn.ready);
    if (isMore) leftOver.push({ run: arrival.run, apply });
    if (arrival.done) told.push(arrival.done);
  } catch (error) {
    if (error instanceof RefusedError) throw error; // the record cannot be read: not the run's bug
    look.deps.traffic.isStale = true;
    told.push(() => arrival.failed?.(error as Error));
    return carryOut(f, fault(look, draft, live, error as Error));
  }
  carryOut(f, turn.follow);
}

/** Work of other runs that a turn led to (F4). */
function carryOut(f: Flushing, follows: Follow[]): void {
  for (const follow of follows) {
    if (isMoot(f.look, follow)) f.draft.runs.delete(follow.run);
    else take(f, { run: follow.run, apply: (turn) => carryOn(turn, follow) });
  }
}

/** A child that was given up in the commit it was born in: it never begins. */
function isMoot(look: Lookup, { run, do: what }: Follow): boolean {
  const row = look.live(run)?.row;
  if (!row || row.seq > 0 || row.parent === null) return false;
  return what === 'stop' || (what === 'begin' && !look.live(row.parent)?.open.has(run));
}

/**
 * A bug in a turn: that run ends, its journal stays, and the reason stands in it. A run that never
 * began leaves nothing behind. Returns what it leads to: whoever waits for the run is told.
 */
function fault(look: Lookup, draft: Draft, live: LiveRun, error: Error): Follow[] {
  const params = { reason: error.message.slice(0, 300) };
  const failure = { kind: 'terminal' as const, code: 'failure.bug', params, step: '' };
  const ended: Ended = { status: 'failed', failure };
  const { id: child, seq, parent, parentEffect: effect } = live.row;
  if (seq === 0) {
    draft.runs.delete(child);
    return parent && effect ? [{ run: parent, do: 'child_ended', child, effect, ended }] : [];
  }
  const turn = beginTurn(look, live, draft.at);
  endRun(turn, ended);
  mergeTurn(draft, turn);
  return turn.follow;
}

/** The draft as one commit, with snapshots where they are due. */
function commitOf(state: State, draft: Draft): Commit {
  const runs: RunRow[] = [...draft.runs.values()].map((live) => {
    const { row } = live;
    const since = row.seq - row.snapshotSeq;
    const isDue = row.snapshotSeq === 0 || since >= LIMITS.snapshotEvery;
    if (isDue && row.status === 'active' && live.snapshot) {
      row.snapshot = JSON.stringify(persist(live.snapshot));
      row.snapshotSeq = row.seq;
    }
    return row;
  });
  return {
    events: draft.events,
    runs,
    effects: [...draft.effects.values()],
    ledgers: [...draft.ledgers.values()],
    cards: [...draft.cards.values()],
    machines: draft.machines,
    items: [...draft.items.values()],
    ...daysOf(state, draft),
  };
}

/** What the day's account changed by, and what earlier days get back. */
function daysOf({ day, dayUse }: State, draft: Draft): Pick<Commit, 'daySpent'> {
  const { isDayCounted, pastDays } = draft;
  const { nano, raised, ...counts } = dayChange(dayUse, draft.day ?? dayUse);
  const isToWrite = nano || raised || (isDayCounted && Object.values(counts).some((n) => n));
  const today = isToWrite ? [{ day, nano, ...counts, ...(raised ? { raised } : {}) }] : [];
  const past = pastDays.filter((d) => d.nano || isDayCounted);
  return today.length || past.length ? { daySpent: [...today, ...past] } : {};
}

function swap(state: State, draft: Draft): void {
  for (const [id, live] of draft.runs) {
    if (live.row.status === 'active') state.live.set(id, live);
    else state.live.delete(id);
  }
  for (const [root, ledger] of draft.ledgers) state.ledgers.set(root, ledger);
  for (const [root, grants] of draft.grants) state.grants.set(root, grants);
  for (const id of draft.ended) {
    state.ledgers.delete(id);
    state.grants.delete(id);
  }
  state.dayUse = draft.day ?? state.dayUse;
}
