// Stopping everything: all runs of the workspace, one of three ways.
// SA1 *now*: every run is stopped at once. *After this step*: what is in flight is let finish and
//     recorded, then its run is stopped. *Finish*: runs that are at work go on until they end or
//     wait; what waits in line is stopped, and nothing new is started meanwhile.
// SA2 what was asked for is written down before the first stop, so that a restart goes on with it.
// SA3 a run is stopped with its keys locked; they stay so until a person releases them.
// SA4 while one stop is under way, a milder one takes nothing of it back: the stricter way counts.

import { inTurn, wrong, type Wrong } from './commands.ts';
import { stopRun } from './control.ts';
import { WAYS, type Stopped, type Way } from './inventory.ts';
import { pauseFor } from './pause.ts';
import { emptyCommit } from './ports.ts';
import { isBusy, push, type Runner } from './runner.ts';
import { said, type Turn } from './turn.ts';

const STOP = 'stop';

/** The last stop of everything, as it was written down. */
export function lastStop({ deps: { journal } }: Runner): Stopped | undefined {
  const text = journal.note(STOP);
  return text === undefined ? undefined : (JSON.parse(text) as Stopped);
}

/** Writes it down; throws what the journal throws. */
function keep({ deps: { journal, clock } }: Runner, stopped: Stopped): void {
  const notes = [{ key: STOP, value: JSON.stringify(stopped) }];
  journal.commit({ ...emptyCommit(), notes }, clock.now());
}

/** Is a stop of everything still waiting for what runs? Then nothing new is started (SA1). */
export const isStopping = (runner: Runner): boolean => runner.stopping.size > 0;

/**
 * Stops everything this engine works on; resolves when every run is stopped or is being let finish.
 * `others` are runs that nobody could take up and that are over already.
 */
export async function stopEverything(
  runner: Runner,
  how: Way,
  by: string,
  others: string[],
): Promise<Stopped> {
  const way = stricter(how, isStopping(runner) ? lastStop(runner)?.how : undefined);
  const roots = [...runner.state.live.values()].filter(({ row }) => row.id === row.root);
  const own = roots.map(({ row }) => row.id);
  const at = runner.deps.clock.now();
  const stopped: Stopped = { how: way, at, by, runs: [...others, ...own], isOver: false };
  keep(runner, stopped);
  await Promise.all(own.map((id) => inTurn(runner, id, (turn) => begin(runner, turn, stopped))));
  if (runner.stopping.size) goOnStopping(runner);
  else close(runner, stopped);
  return lastStop(runner) ?? stopped;
}

/** The stricter of what is asked for and what is under way already (SA4). */
const stricter = (how: Way, before: Way = how): Way =>
  WAYS.indexOf(before) > WAYS.indexOf(how) ? before : how;

/** Is there something of the run to wait for? */
const isLetFinish = (runner: Runner, id: string, how: Way): boolean =>
  how === 'finish' ? isBusy(runner, id) : runner.flights.of(id).length > 0;

/** What one run is told (SA1). */
function begin(runner: Runner, turn: Turn, stopped: Stopped): void {
  const { how, by } = stopped;
  const { id } = turn.live.row;
  const isAtWork = isLetFinish(runner, id, how) && !turn.live.queue;
  if (how !== 'now' && isAtWork) {
    runner.stopping.set(id, how);
    if (how === 'after_step') pauseFor(turn, by, said('why.stops_after_step'));
  } else if (how !== 'finish' || turn.live.queue) stop(runner, turn, stopped);
}

function stop({ deps }: Runner, turn: Turn, stopped: Stopped): void {
  const { row } = turn.live;
  if (row.mode === 'real') deps.keys?.lock(row.id); // SA3
  stopRun(turn, stopped.by, said('why.stopped_all', { by: stopped.by }));
}

/** After every commit: what was let finish is over, or waits, or can be stopped now. */
export function goOnStopping(runner: Runner): void {
  const { stopping, state } = runner;
  const stopped = stopping.size ? lastStop(runner) : undefined;
  if (!stopped) return;
  for (const [id, how] of stopping) {
    const isInLine = state.live.get(id)?.queue !== undefined;
    if (how !== 'now' && !isInLine && isLetFinish(runner, id, how)) continue;
    stopping.delete(id);
    if ((how !== 'finish' || isInLine) && state.live.has(id))
      push(runner, { run: id, apply: (turn) => stop(runner, turn, stopped) });
  }
  if (!stopping.size) close(runner, stopped);
}

/** Nothing is waited for any more. On a full disk it stays open, and the next start closes it. */
function close(runner: Runner, stopped: Stopped): void {
  try {
    keep(runner, { ...stopped, isOver: true });
  } catch {
    return;
  }
}

/** After a restart: goes on with a stop that had not come to its end (SA2). */
export function takeUpStopping(runner: Runner): void {
  const stopped = lastStop(runner);
  if (!stopped || stopped.isOver) return;
  for (const id of stopped.runs)
    if (runner.state.live.has(id)) runner.stopping.set(id, stopped.how);
  const [first] = runner.stopping.keys();
  if (first === undefined) return close(runner, stopped);
  // Looked at as soon as what was in flight is under way again: perhaps nothing is waited for.
  const look = (): void => goOnStopping(runner);
  push(runner, { run: first, apply: () => {}, done: look, failed: look });
}

/** Lets stopped runs use keys again; answers with which. */
export function releaseKeys({ deps: { keys } }: Runner): { released: string[] } | Wrong {
  const released = keys?.locked() ?? [];
  if (!released.length) return wrong('run.nothing_to_release');
  for (const root of released) keys?.release(root);
  return { released };
}
