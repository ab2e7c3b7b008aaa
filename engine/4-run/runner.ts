// The runner: one queue, one flush, and what follows a commit.
// R1 arrivals are taken in the order they came; a flush is one commit (flush.ts).
// R2 effects are performed and aborted only after the commit that says so.
// R3 nothing polls: timers are armed from absolute due times, and at rest nothing runs.
// R4 while nothing can be recorded, what happened stays queued and is tried again; whoever asked or
//    waits is told why, and what they asked is not done later behind their back.

import type { Recorded } from './events.ts';
import { createAlarms, type Alarms } from './alarms.ts';
import { perform, type World } from './dispatch.ts';
import { fireTimer, tryAgain } from './due.ts';
import { flush, type Arrival, type Flushed, type State } from './flush.ts';
import { createFlights, type Flights } from './flights.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { settle } from './settle.ts';
import { NO_USAGE, record, type Deps, type Settlement } from './turn.ts';

/** Practice steps take about this long when somebody watches. */
const WATCH_MS = 900;
/** After a commit that failed (disk full), the next try. */
const AGAIN_MS = 1000;

export type RunnerDeps = Deps & World;
type Listener = (events: Recorded[]) => void;

export type Runner = {
  deps: RunnerDeps;
  state: State;
  queue: Arrival[];
  flights: Flights;
  alarms: Alarms;
  paces: Map<string, 'watch' | 'full'>;
  listeners: Set<Listener>;
  waiters: Set<{ root: string; resolve: () => void; reject: (error: unknown) => void }>;
  isArmed: boolean;
  isClosed: boolean;
};

/** A runner over handed-in ports; nothing runs until something is pushed. */
export function createRunner(deps: RunnerDeps): Runner {
  const runner: Runner = {
    deps,
    state: { live: new Map(), ledgers: new Map(), day: '', dayNano: 0 },
    queue: [],
    flights: createFlights(deps.clock),
    alarms: createAlarms(deps.clock, (effect) => ring(runner, effect)),
    paces: new Map(),
    listeners: new Set(),
    waiters: new Set(),
    isArmed: false,
    isClosed: false,
  };
  return runner;
}

/** Queues an arrival for the next flush. */
export function push(runner: Runner, arrival: Arrival): void {
  runner.queue.push(arrival);
  arm(runner);
}

function arm(runner: Runner): void {
  if (runner.isArmed || runner.isClosed) return;
  runner.isArmed = true;
  setImmediate(() => run(runner));
}

function run(runner: Runner): void {
  runner.isArmed = false;
  if (runner.isClosed || !runner.queue.length) return;
  let flushed: Flushed;
  try {
    flushed = flush(runner.deps, runner.state, runner.queue);
  } catch (error) {
    tellTrouble(runner, error);
    runner.deps.clock.after(AGAIN_MS, () => arm(runner));
    return;
  }
  afterCommit(runner, flushed);
  if (runner.queue.length) arm(runner);
}

/** Says to everybody who waits why nothing moves; results of calls stay queued (R4). */
function tellTrouble({ queue, waiters }: Runner, error: unknown): void {
  const asked = queue.filter((arrival) => arrival.refused);
  queue.splice(0, queue.length, ...queue.filter((arrival) => !arrival.refused));
  const waiting = [...waiters];
  waiters.clear();
  for (const { refused } of asked) refused?.(error);
  for (const { reject } of waiting) reject(error);
}

function afterCommit(runner: Runner, { events, draft, told }: Flushed): void {
  for (const id of draft.aborts) runner.flights.land(id)?.abort.abort();
  for (const { id, run: of } of draft.effects.values())
    runner.alarms.set(id, runner.state.live.get(of)?.open.get(id));
  for (const effect of draft.starts.values()) launch(runner, effect);
  for (const tell of told) tell();
  if (events.length) for (const listen of runner.listeners) listen(events);
  release(runner);
}

/** A timer or a queued attempt fell due. */
function ring(runner: Runner, { row: { id, run: of } }: LiveEffect): void {
  push(runner, {
    run: of,
    apply: (turn) => {
      const effect = turn.live.open.get(id);
      if (!effect) return;
      if (effect.row.kind === 'timer') fireTimer(turn, effect);
      else tryAgain(turn, effect);
    },
  });
}

/** Performs the call of an effect that a commit has set `started`. */
function launch(runner: Runner, effect: LiveEffect): void {
  const { id, run: of } = effect.row;
  const live = runner.state.live.get(of);
  if (!live || runner.flights.has(id)) return;
  const { root, mode } = live.row;
  const isSlowed = mode === 'practice' && runner.paces.get(root) === 'watch';
  const signal = runner.flights.take(effect, root);
  void perform(runner.deps, live, effect, signal, isSlowed ? WATCH_MS : 0).then((attempt) => {
    const workMs = runner.flights.land(id) ? runner.flights.worked(root) : 0;
    if (!runner.isClosed) arrive(runner, effect, { ...attempt, workMs });
  });
}

/** A reply: it settles its effect, or is recorded as late when nobody waits for it any more. */
function arrive(runner: Runner, effect: LiveEffect, attempt: Settlement): void {
  const { id, run: of, attempt: n } = effect.row;
  const usage = { ...NO_USAGE, ...attempt.used, costNano: attempt.used?.costNano ?? 0 };
  const late = {
    type: 'effect.dropped' as const,
    head: { effect: id, late: true as const, usage },
    payload: undefined,
  };
  push(runner, {
    run: of,
    apply: (turn) => {
      const open = turn.live.open.get(id);
      if (open?.row.status === 'started' && open.row.attempt === n) settle(turn, open, attempt);
      else record(turn, late);
    },
    failed: (error) => {
      if (!error) recordAfterEnd(runner, of, late);
    },
  });
}

/** A late reply of a run that is over is still written down; nothing else changes. */
function recordAfterEnd(runner: Runner, of: string, event: Parameters<typeof record>[1]): void {
  const { deps, isClosed, listeners } = runner;
  if (isClosed) return;
  const row = deps.journal.run(of);
  if (!row) return;
  const nothing = { effects: [], ledgers: [], cards: [], machines: [], items: [] };
  const runs = [{ ...row, seq: row.seq + 1 }];
  const events = [{ run: of, root: row.root, event }];
  let made: Recorded[];
  try {
    made = deps.journal.commit({ ...nothing, events, runs }, deps.clock.now());
  } catch {
    deps.clock.after(AGAIN_MS, () => recordAfterEnd(runner, of, event)); // a full disk
    return;
  }
  for (const listen of listeners) listen(made);
}

/** Takes a rebuilt run into work: its timers are armed. */
export function adopt(runner: Runner, live: LiveRun): void {
  runner.state.live.set(live.row.id, live);
  for (const effect of live.open.values()) runner.alarms.set(effect.row.id, effect);
}

/**
 * Resolves when nothing of the root is in flight or due to be tried again; rejects when nothing can
 * be recorded (R4).
 */
export const settled = (runner: Runner, root: string): Promise<void> =>
  new Promise((resolve, reject) => {
    runner.waiters.add({ root, resolve, reject });
    if (!runner.queue.length) setImmediate(() => release(runner));
  });

function release(runner: Runner): void {
  if (runner.queue.length) return;
  for (const waiter of runner.waiters) {
    if (isBusy(runner, waiter.root)) continue;
    runner.waiters.delete(waiter);
    waiter.resolve();
  }
}

function isBusy({ state, flights }: Runner, root: string): boolean {
  if (flights.of(root).length) return true;
  for (const { row, open } of state.live.values()) {
    if (row.root !== root) continue;
    for (const { row: effect } of open.values()) {
      if (effect.status === 'started' && effect.kind !== 'child') return true;
      if (row.control === 'run' && effect.status === 'queued') return true;
    }
  }
  return false;
}

/** Ends everything at once; what was in flight is looked after by the next start. */
export async function closeRunner(runner: Runner): Promise<void> {
  runner.isClosed = true;
  runner.alarms.cancelAll();
  runner.flights.abortAll();
  await new Promise((resolve) => setImmediate(resolve));
}
