// Group commit: what arrived is turned on copies, written in one transaction, and only then made
// true.
// F1 turns are computed before the transaction; one that throws faults its own run and nothing
//    else.
// F2 after COMMIT, and only then: live state is swapped, callers are answered, effects are
//    performed.
// F3 when COMMIT fails, or the record cannot be read, the copies are dropped, arrivals stay queued
//    and nothing is performed.
// F4 work of other runs that a turn leads to (parent, children) is in the same commit.

import { LIMITS } from '../base/limits.ts';
import { RefusedError } from '../base/refused.ts';
import { persist } from '../kernel.ts';
import { advance } from './advance.ts';
import type { Recorded } from './events.ts';
import { carryOn } from './follow.ts';
import type { LiveRun } from './live.ts';
import { endRun } from './settle.ts';
import type { Commit, LedgerRow, RunRow } from './ports.ts';
import {
  beginTurn,
  emptyDraft,
  itemKey,
  mergeTurn,
  type Deps,
  type Draft,
  type Lookup,
  type Turn,
} from './turn.ts';
import { emptyLedger } from '../budgets/ledger.ts';

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
  /** What a turn of this flush left for another one; nothing that arrived (F3). */
  isLeftOver?: true;
};

/** The state that commits replace. */
export type State = {
  live: Map<string, LiveRun>;
  ledgers: Map<string, LedgerRow>;
  day: string;
  dayNano: number;
};

export type Flushed = { events: Recorded[]; draft: Draft; told: (() => void)[] };

/** What turns of one flush share. */
type Flushing = { draft: Draft; told: (() => void)[]; queue: Arrival[]; look: Lookup };

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/**
 * Takes arrivals from the queue for one commit and commits them. Throws what the journal throws,
 * with the arrivals put back (F3).
 */
export function flush(deps: Deps, state: State, queue: Arrival[]): Flushed {
  const at = deps.clock.now();
  if (state.day !== dayOf(at)) {
    state.day = dayOf(at);
    state.dayNano = deps.journal.daySpent(state.day);
  }
  const draft = emptyDraft(at);
  const taken: Arrival[] = [];
  const told: (() => void)[] = [];
  const flushing = { draft, told, queue, look: lookupIn(deps, state, draft) };
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
    return { events, draft, told };
  } catch (error) {
    queue.splice(0, queue.length, ...[...taken, ...queue].filter((a) => !a.isLeftOver));
    throw error;
  }
}

const lookupIn = (deps: Deps, state: State, draft: Draft): Lookup => ({
  deps,
  live: (run) => draft.runs.get(run) ?? state.live.get(run),
  ledger: (root) => draft.ledgers.get(root) ?? state.ledgers.get(root) ?? emptyLedger(root),
  item: (run, each, index) =>
    draft.items.get(itemKey(run, each, index)) ?? deps.journal.item(run, each, index),
  results: (run, each) => {
    const stored = deps.journal.itemResults(run, each);
    for (const i of draft.items.values())
      if (i.run === run && i.each === each && i.result !== undefined) stored[i.index] = i.result;
    return stored;
  },
  card: (id) => draft.cards.get(id)?.view ?? deps.journal.card(id),
  dayNano: () => state.dayNano + draft.dayDelta,
});

function take(f: Flushing, arrival: Arrival): void {
  const { draft, told, queue, look } = f;
  const live = look.live(arrival.run) ?? arrival.born;
  if (!live || live.row.status !== 'active') {
    told.push(() => arrival.failed?.(undefined));
    return;
  }
  const turn = beginTurn(look, live, draft.at);
  try {
    arrival.apply(turn);
    const isLeftOver = advance(turn);
    mergeTurn(draft, turn);
    if (isLeftOver) {
      const apply = (next: Turn): void => void next.ready.push(...turn.ready);
      queue.push({ run: arrival.run, apply, isLeftOver });
    }
    if (arrival.done) told.push(arrival.done);
  } catch (error) {
    if (error instanceof RefusedError) throw error; // the record cannot be read: no bug of the run's
    fault(look, draft, live, error as Error);
    told.push(() => arrival.failed?.(error as Error));
    return;
  }
  for (const follow of turn.follow) {
    const apply = (own: Turn): void => carryOn(own, follow);
    take(f, { run: follow.run, apply }); // F4
  }
}

/** A bug in a turn: that run ends, its journal stays, and the reason stands in it. */
function fault(look: Lookup, draft: Draft, live: LiveRun, error: Error): void {
  if (live.row.seq === 0) return; // a run that never began leaves nothing behind
  const turn = beginTurn(look, live, draft.at);
  const params = { reason: error.message.slice(0, 300) };
  endRun(turn, {
    status: 'failed',
    failure: { kind: 'terminal', code: 'failure.bug', params, step: '' },
  });
  mergeTurn(draft, turn);
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

function daysOf({ day }: State, { dayDelta, pastDays }: Draft): Pick<Commit, 'daySpent'> {
  const today = dayDelta ? [{ day, nano: dayDelta }] : [];
  return today.length || pastDays.length ? { daySpent: [...today, ...pastDays] } : {};
}

function swap(state: State, draft: Draft): void {
  for (const [id, live] of draft.runs) {
    if (live.row.status === 'active') state.live.set(id, live);
    else state.live.delete(id);
  }
  for (const [root, ledger] of draft.ledgers) state.ledgers.set(root, ledger);
  for (const id of draft.ended) if (state.ledgers.has(id)) state.ledgers.delete(id);
  state.dayNano += draft.dayDelta;
}
