// The runner: one queue, one flush, and what follows a commit. It owns what is in flight and what is due.
// R1 arrivals are taken in the order they came; a flush is one commit (flush.ts).
// R2 effects are performed and aborted only after the commit that says so.
// R3 nothing polls: timers are armed from absolute due times, and at rest nothing runs.

import type { Recorded } from './events.ts';
import { perform, type World } from './dispatch.ts';
import { flush, type Arrival, type Flushed, type State } from './flush.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { settle } from './settle.ts';
import { fireTimer, tryAgain } from './due.ts';
import { record, type Deps } from './turn.ts';

/** Practice steps take about this long when somebody watches. */
const WATCH_MS = 900;
/** After a commit that failed (disk full), the next try. */
const AGAIN_MS = 1000;

export type RunnerDeps = Deps & World;

export type Runner = {
  state: State;
  push: (arrival: Arrival) => void;
  subscribe: (listener: (events: Recorded[]) => void) => () => void;
  setPace: (root: string, pace: 'watch' | 'full') => void;
  /** Takes a rebuilt run into work: arms its timers and performs what was started. */
  adopt: (live: LiveRun, redo: LiveEffect[]) => void;
  /** Resolves when nothing of the root is in flight or due to be tried again. */
  settled: (root: string) => Promise<void>;
  /** Ids of effects being performed right now, for a root. */
  inFlight: (root: string) => LiveEffect[];
  /** Set while commits fail: why nothing moves. */
  trouble: () => string | undefined;
  close: () => Promise<void>;
};

type Flight = { effect: LiveEffect; root: string; abort: AbortController };
type Clocked = { count: number; since: number; worked: number };

/** A runner over handed-in ports. */
export function createRunner(deps: RunnerDeps): Runner {
  const { clock } = deps;
  const state: State = { live: new Map(), ledgers: new Map(), day: '', dayNano: 0 };
  const queue: Arrival[] = [];
  const flights = new Map<string, Flight>();
  const alarms = new Map<string, () => void>();
  const clocked = new Map<string, Clocked>();
  const paces = new Map<string, 'watch' | 'full'>();
  const listeners = new Set<(events: Recorded[]) => void>();
  const waiters = new Set<{ root: string; resolve: () => void }>();
  let isArmed = false;
  let isClosed = false;
  let trouble: string | undefined;

  const arm = (): void => {
    if (isArmed || isClosed) return;
    isArmed = true;
    setImmediate(run);
  };

  function run(): void {
    isArmed = false;
    if (isClosed || !queue.length) return;
    let flushed: Flushed;
    try {
      flushed = flush(deps, state, queue);
      trouble = undefined;
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error);
      clock.after(AGAIN_MS, arm);
      return;
    }
    after(flushed);
    if (queue.length) arm();
  }

  function after({ events, draft, told }: Flushed): void {
    for (const id of draft.aborts) land(id)?.abort.abort();
    for (const row of draft.effects.values()) rearm(row.id, row.run);
    for (const effect of draft.starts.values()) launch(effect);
    for (const tell of told) tell();
    if (events.length) for (const listen of listeners) listen(events);
    release();
  }

  /** Arms or disarms the alarm of an effect by its row: timers and queued attempts fall due. */
  function rearm(id: string, run: string): void {
    alarms.get(id)?.();
    alarms.delete(id);
    const live = state.live.get(run);
    const effect = live?.open.get(id);
    const { dueAt, status } = effect?.row ?? {};
    if (!live || !effect || dueAt === null || dueAt === undefined) return;
    if (effect.row.kind !== 'timer' && status !== 'queued') return;
    alarms.set(
      id,
      clock.after(dueAt - clock.now(), () => {
        alarms.delete(id);
        if (clock.now() < dueAt) return rearm(id, run); // longer than a platform timer can wait
        push({
          run,
          apply: (turn) => {
            const now = turn.live.open.get(id);
            if (!now) return;
            if (now.row.kind === 'timer') fireTimer(turn, now);
            else tryAgain(turn, now);
          },
        });
      }),
    );
  }

  function launch(effect: LiveEffect): void {
    const live = state.live.get(effect.row.run);
    if (!live || flights.has(effect.row.id)) return;
    const { root } = live.row;
    const abort = new AbortController();
    flights.set(effect.row.id, { effect, root, abort });
    tick(root, 1);
    const pace = live.row.mode === 'practice' && paces.get(root) === 'watch' ? WATCH_MS : 0;
    void perform(deps, live, effect, abort.signal, pace).then((attempt) => {
      const workMs = flights.has(effect.row.id) ? (land(effect.row.id), takeWorked(root)) : 0;
      if (!isClosed) arrive(effect, { ...attempt, workMs });
    });
  }

  /** A reply: it settles its effect, or is recorded as late when nobody waits for it any more. */
  function arrive(effect: LiveEffect, attempt: Parameters<typeof settle>[2]): void {
    const { id, run, attempt: n } = effect.row;
    const { used } = attempt;
    const usage = {
      costNano: 0,
      tokens: 0,
      modelCalls: 0,
      toolCalls: 0,
      ...used,
      attempts: 0,
      workMs: 0,
    };
    const dropped = {
      effect: id,
      late: true as const,
      usage: { ...usage, costNano: usage.costNano ?? 0 },
    };
    push({
      run,
      apply: (turn) => {
        const open = turn.live.open.get(id);
        if (open?.row.status === 'started' && open.row.attempt === n) settle(turn, open, attempt);
        else record(turn, { type: 'effect.dropped', head: dropped, payload: undefined });
      },
      failed: (error) => {
        if (!error) late(run, dropped);
      },
    });
  }

  /** A late reply of a run that is over is still written down (journal only; nothing changes). */
  function late(run: string, head: { effect: string; late: true; usage: typeof NO_USE }): void {
    const row = deps.journal.run(run);
    if (!row || isClosed) return;
    const event = {
      run,
      root: row.root,
      event: { type: 'effect.dropped' as const, head, payload: undefined },
    };
    const events = deps.journal.commit(
      {
        events: [event],
        runs: [{ ...row, seq: row.seq + 1 }],
        effects: [],
        ledgers: [],
        cards: [],
        machines: [],
        items: [],
      },
      clock.now(),
    );
    for (const listen of listeners) listen(events);
  }

  /** Working time of a root is the union of its flights: overlaps count once. */
  function tick(root: string, by: 1 | -1): void {
    const now = clock.now();
    const c = clocked.get(root) ?? { count: 0, since: now, worked: 0 };
    if (c.count > 0) c.worked += now - c.since;
    clocked.set(root, { ...c, count: c.count + by, since: now });
  }
  function takeWorked(root: string): number {
    const c = clocked.get(root);
    if (!c) return 0;
    const { worked } = c;
    if (c.count === 0) clocked.delete(root);
    else clocked.set(root, { ...c, worked: 0 });
    return worked;
  }

  function land(id: string): Flight | undefined {
    const flight = flights.get(id);
    if (!flight) return undefined;
    flights.delete(id);
    tick(flight.root, -1);
    return flight;
  }

  const isBusy = (root: string): boolean => {
    for (const live of state.live.values()) {
      if (live.row.root !== root) continue;
      for (const { row } of live.open.values()) {
        if (row.status === 'started' && row.kind !== 'child') return true;
        if (live.row.control === 'run' && row.status === 'queued') return true;
      }
    }
    return [...flights.values()].some((f) => f.root === root);
  };

  function release(): void {
    if (queue.length) return;
    for (const waiter of waiters)
      if (!isBusy(waiter.root)) {
        waiters.delete(waiter);
        waiter.resolve();
      }
  }

  function push(arrival: Arrival): void {
    queue.push(arrival);
    arm();
  }

  return {
    state,
    push,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    setPace: (root, pace) => void paces.set(root, pace),
    adopt: (live, redo) => {
      state.live.set(live.row.id, live);
      for (const effect of live.open.values()) rearm(effect.row.id, live.row.id);
      for (const effect of redo) launch(effect);
    },
    settled: (root) =>
      new Promise((resolve) => {
        waiters.add({ root, resolve });
        if (!queue.length) setImmediate(release);
      }),
    inFlight: (root) => [...flights.values()].filter((f) => f.root === root).map((f) => f.effect),
    trouble: () => trouble,
    close: async () => {
      isClosed = true;
      for (const cancel of alarms.values()) cancel();
      for (const { abort } of flights.values()) abort.abort();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const NO_USE = { costNano: 0, tokens: 0, modelCalls: 0, toolCalls: 0, attempts: 0, workMs: 0 };
