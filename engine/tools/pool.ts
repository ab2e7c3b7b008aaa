// Work that would hold up the engine's own thread, done beside it: one pool of worker threads.
// WP1 a piece of work that misses its deadline, or takes more memory than it may, ends with its
//     worker; whoever asked is told why. Nothing a file holds can keep the engine waiting.
// WP2 one piece at a time per worker; an ended worker is replaced when it is next needed, and one
//     that has done its share is too, so that nothing piles up in it.
// WP3 what waits is bounded; a full queue refuses at once.
// WP4 a worker sees no environment and prints nothing; at rest it keeps no program alive, and after
//     a while without work it ends.

import { Worker } from 'node:worker_threads';
import { LIMITS } from '../base/limits.ts';
import type { Jobs } from './work.ts';

/** Why a piece of work brought nothing. */
export type NotDone = 'late' | 'memory' | 'full' | 'stopped' | 'broke';
export type Done<T> = { ok: true; value: T } | { ok: false; why: NotDone };
export type PoolLimits = { withinMs?: number; signal?: AbortSignal | undefined };

export type Pool = {
  /** Does one piece of work; never rejects. The deadline counts from when it begins. */
  run: <N extends keyof Jobs>(
    name: N,
    input: Jobs[N]['in'],
    limits?: PoolLimits,
  ) => Promise<Done<Jobs[N]['out']>>;
  /** Ends every worker; what was under way is told `stopped`. */
  close: () => Promise<void>;
};

type Task = {
  name: string;
  input: unknown;
  withinMs: number;
  settle: (done: Done<unknown>) => void;
};
type Hand = { worker: Worker; done: number; task?: Task | undefined; cancel: () => void };

/** The workers of one pool and what waits for them. */
type Crew = { entry: URL; size: number; hands: Set<Hand>; queue: Task[]; isClosed: boolean };

const MEGABYTE = 1024 * 1024;

/** The task of a worker is over; the next one in the queue begins. */
function settle(crew: Crew, hand: Hand, done: Done<unknown>): void {
  const { task } = hand;
  hand.task = undefined;
  hand.cancel();
  task?.settle(done);
  next(crew);
}

/** Ends a worker, whatever it is doing (WP1). */
function end(crew: Crew, hand: Hand, why: NotDone): void {
  if (!crew.hands.delete(hand)) return;
  void hand.worker.terminate();
  settle(crew, hand, { ok: false, why });
}

/** A worker without work keeps nothing alive, and ends after a while (WP4). */
function rest(crew: Crew, hand: Hand): void {
  hand.worker.unref();
  const timer = setTimeout(() => end(crew, hand, 'stopped'), LIMITS.poolRestMs);
  timer.unref();
  hand.cancel = () => clearTimeout(timer);
}

function hire(crew: Crew): Hand {
  const worker = startWorker(crew.entry);
  const hand: Hand = { worker, done: 0, cancel: () => {} };
  crew.hands.add(hand);
  worker.on('message', (done: Done<unknown>) => {
    hand.done += 1;
    const isSpent = hand.done >= LIMITS.poolJobs;
    if (isSpent) crew.hands.delete(hand); // WP2
    settle(crew, hand, done);
    if (isSpent) void worker.terminate();
    else if (!hand.task) rest(crew, hand);
  });
  worker.on('error', (error) => end(crew, hand, isMemory(error) ? 'memory' : 'broke'));
  worker.on('exit', () => end(crew, hand, 'broke'));
  return hand;
}

function give(crew: Crew, hand: Hand, task: Task): void {
  hand.cancel();
  hand.task = task;
  hand.cancel = watched(hand.worker, task.withinMs, (why) => end(crew, hand, why));
  hand.worker.ref();
  hand.worker.postMessage({ name: task.name, input: task.input });
}

function next(crew: Crew): void {
  if (crew.isClosed) return;
  const free = [...crew.hands].find((hand) => !hand.task);
  if (!free && crew.hands.size >= crew.size) return;
  const task = crew.queue.shift();
  if (task) give(crew, free ?? hire(crew), task);
}

/** Nobody waits for a task any more. */
function leave(crew: Crew, task: Task): void {
  const at = crew.queue.indexOf(task);
  if (at >= 0) crew.queue.splice(at, 1);
  for (const hand of crew.hands) if (hand.task === task) end(crew, hand, 'stopped');
  task.settle({ ok: false, why: 'stopped' });
}

/** A pool whose workers start from `entry`; none is started before there is work. */
export function openPool(entry: URL, size: number = LIMITS.poolWorkers): Pool {
  const crew: Crew = { entry, size, hands: new Set(), queue: [], isClosed: false };
  return {
    run: (name, input, { withinMs = LIMITS.poolWorkMs, signal } = {}) => {
      type Out = Jobs[typeof name]['out'];
      if (crew.isClosed || signal?.aborted) return Promise.resolve({ ok: false, why: 'stopped' });
      if (crew.queue.length >= LIMITS.poolQueue) return Promise.resolve({ ok: false, why: 'full' });
      return new Promise<Done<Out>>((resolve) => {
        const stop = (): void => leave(crew, task);
        const tell = (done: Done<unknown>): void => {
          signal?.removeEventListener('abort', stop);
          resolve(done as Done<Out>);
        };
        const task: Task = { name, input, withinMs, settle: tell };
        signal?.addEventListener('abort', stop, { once: true });
        crew.queue.push(task); // WP3
        next(crew);
      });
    },
    close: async () => {
      crew.isClosed = true;
      for (const task of crew.queue.splice(0)) task.settle({ ok: false, why: 'stopped' });
      const workers = [...crew.hands].map((hand) => {
        end(crew, hand, 'stopped');
        return hand.worker.terminate();
      });
      await Promise.all(workers);
    },
  };
}

/** A worker without environment whose output goes nowhere (WP4). */
function startWorker(entry: URL): Worker {
  const worker = new Worker(entry, {
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.poolHeapMb },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

const isMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Watches a worker at work: its deadline and what it holds, in its heap and beside it (WP1). Gives
 * back how to stop watching.
 */
function watched(worker: Worker, withinMs: number, over: (why: NotDone) => void): () => void {
  const deadline = setTimeout(() => over('late'), withinMs);
  const most = LIMITS.poolMemoryMb * MEGABYTE;
  const look = setInterval(() => {
    worker.getHeapStatistics().then(
      (held) => void (held.total_heap_size + held.external_memory > most && over('memory')),
      () => {}, // it ended in between, and says so itself
    );
  }, LIMITS.poolLookMs);
  return () => {
    clearTimeout(deadline);
    clearInterval(look);
  };
}
