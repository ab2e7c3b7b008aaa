// The runner: one queue, one flush, and what follows a commit.
// R1 arrivals are taken in the order they came; a flush is one commit (flush.ts).
// R2 effects are performed and aborted only after the commit that says so.
// R3 nothing polls: timers are armed from absolute due times, and at rest nothing runs.
// R4 while nothing can be recorded, what happened stays queued and is tried again; whoever asked or
//    waits is told why, and what they asked is not done later behind their back.

import { emptyDay } from '../budgets/ledger.ts';
import { RefusedError } from '../base/refused.ts';
import { NO_USAGE, type Said } from '../node.ts';
import type { Recorded } from './events.ts';
import { createAlarms, type Alarms } from './alarms.ts';
import { perform, type World } from './dispatch.ts';
import { fireTimer, tryAgain } from './due.ts';
import { flush, type Arrival, type Flushed, type State } from './flush.ts';
import { createFlights, type Flights } from './flights.ts';
import { createTraffic } from './lanes.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { emptyCommit } from './ports.ts';
import { leaving } from './poison.ts';
import type { Way } from './inventory.ts';
import type { KeyLocks } from './keys.ts';
import { sameAs } from './overlap.ts';
import { settle } from './settle.ts';
import { woken } from './traffic.ts';
import { record, type Deps, type Settlement } from './turn.ts';

/** Practice steps take about this long when somebody watches. */
const WATCH_MS = 900;
/** After a commit that failed (disk full), the next try. */
const AGAIN_MS = 1000;

export type RunnerDeps = Deps & World & { keys?: KeyLocks };
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
  /** Root runs that a stop of everything lets finish: see stopping.ts. */
  stopping: Map<string, Way>;
  /** Runs that could not be taken up, and why: see recover.ts. */
  held: Map<string, Said>;
  /** Why nothing can be recorded, and since when; undefined while all is well. */
  trouble: { said: Said; since: number } | undefined;
  isArmed: boolean;
  isClosed: boolean;
};

/** A runner over handed-in ports; nothing runs until something is pushed. */
export function createRunner(ports: Omit<RunnerDeps, 'traffic'>): Runner {
  const deps: RunnerDeps = { ...ports, traffic: createTraffic(ports.journal) };
  const runner: Runner = {
    deps,
    state: {
      live: new Map(),
      ledgers: new Map(),
      grants: new Map(),
      day: '',
      dayUse: emptyDay(),
      isDraining: false,
    },
    queue: [],
    flights: createFlights(deps.clock),
    alarms: createAlarms(deps.clock, (effect) => ring(runner, effect)),
    paces: new Map(),
    listeners: new Set(),
    waiters: new Set(),
    stopping: new Map(),
    held: new Map(),
    trouble: undefined,
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
    noteTrouble(runner, error);
    tellTrouble(runner, error);
    runner.deps.clock.after(AGAIN_MS, () => arm(runner));
    return;
  }
  runner.trouble = undefined;
  afterCommit(runner, flushed);
  if (runner.queue.length) arm(runner);
}

/** Remembers since when nothing can be recorded, for whoever asks how the engine stands (R4). */
function noteTrouble(runner: Runner, error: unknown): void {
  const said =
    error instanceof RefusedError ? error.wrong : { code: 'record.failed', params: { reason: '' } };
  runner.trouble = { said, since: runner.trouble?.since ?? runner.deps.clock.now() };
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
  wake(runner);
  for (const tell of told) tell();
  if (events.length) for (const listen of runner.listeners) listen(events);
  release(runner);
}

/** Places became free: whoever waits for one is tried, in order. */
function wake(runner: Runner): void {
  const { traffic, clock } = runner.deps;
  if (traffic.freed.size === 0) return;
  const isThere = (waiter: { run: string; effect: string }): boolean => {
    const live = runner.state.live.get(waiter.run);
    return live?.row.control === 'run' && live.open.get(waiter.effect)?.row.status === 'queued';
  };
  for (const { run: of, effect: id } of woken(traffic, clock.now(), isThere))
    push(runner, {
      run: of,
      apply: (turn) => {
        const effect = turn.live.open.get(id);
        if (effect) tryAgain(turn, effect);
      },
    });
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
  const flight = runner.flights.take(effect, root);
  void perform(runner.deps, live, effect, flight, isSlowed ? WATCH_MS : 0).then((attempt) => {
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
  const runs = [{ ...row, seq: row.seq + 1 }];
  const events = [{ run: of, root: row.root, event }];
  let made: Recorded[];
  try {
    made = deps.journal.commit({ ...emptyCommit(), events, runs }, deps.clock.now());
  } catch {
    deps.clock.after(AGAIN_MS, () => recordAfterEnd(runner, of, event)); // a full disk
    return;
  }
  for (const listen of listeners) listen(made);
}

/** Takes a rebuilt run into work: its timers are armed. */
export function adopt(runner: Runner, live: LiveRun): void {
  runner.state.live.set(live.row.id, live);
  runner.deps.traffic.isStale = true;
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

/** Is something of the root in flight or due to be tried again; in line, of who is before it? */
export function isBusy(runner: Runner, root: string): boolean {
  const { state, flights } = runner;
  if (flights.of(root).length) return true;
  const own = state.live.get(root);
  if (own?.queue)
    return sameAs([...state.live.values()], own).some(
      (other) => !other.queue && isBusy(runner, other.row.id),
    );
  for (const { row, open } of state.live.values()) {
    if (row.root !== root) continue;
    for (const { row: effect } of open.values()) {
      if (effect.status === 'started' && effect.kind !== 'child') return true;
      if (row.control === 'run' && effect.status === 'queued') return true;
    }
  }
  return false;
}

/**
 * Starts nothing new from here on and lets what is in flight be recorded, for so long; whoever
 * waits for a run is told how it stands. What is not back by then is looked after by the next
 * start.
 */
export function drainRunner(runner: Runner, graceMs: number): Promise<void> {
  const { clock } = runner.deps;
  runner.state.isDraining = true;
  runner.alarms.cancelAll();
  return new Promise((resolve) => {
    const over = (): void => {
      cancel();
      runner.listeners.delete(look);
      for (const waiter of runner.waiters) waiter.resolve();
      runner.waiters.clear();
      resolve();
    };
    const look = (): void => {
      if (!runner.flights.any() && !runner.queue.length) setImmediate(over);
    };
    const cancel = clock.after(graceMs, over);
    runner.listeners.add(look);
    look();
  });
}

/** Ends everything at once; what was in flight is looked after by the next start. */
export async function closeRunner(runner: Runner): Promise<void> {
  if (!runner.isClosed) goInOrder(runner);
  runner.isClosed = true;
  runner.alarms.cancelAll();
  runner.flights.abortAll();
  await new Promise((resolve) => setImmediate(resolve));
}

/** Says of what is in flight that this end is no crash. */
function goInOrder(runner: Runner): void {
  runner.isClosed = true;
  const last = leaving(runner.state.live.values());
  try {
    while (last.length) flush(runner.deps, runner.state, last);
  } catch {
    return; // nothing can be recorded: the next start takes it for a crash
  }
}
