// Pause, step, resume, stop: what a person can do to a run that is under way.
// C1 pause stops effects, not clocks: what is in flight is recorded when it answers, nothing new
//    starts.
// C2 step lets exactly one effect go ahead.
// C4 a run and all below it are paused together and go on together, each in one commit.
// C3 stop closes the run and all its descendants in one commit, with a receipt. Stopped stays
//    stopped.

import type { Said } from '../node.ts';
import type { Receipt } from './events.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { activate, planned } from './open.ts';
import { nameOf } from './plan.ts';
import { isTimed } from './alarms.ts';
import { fireTimer, tryAgain } from './due.ts';
import { tellBelow } from './pause.ts';
import { endRun, stopMachine } from './settle.ts';
import { record, said, type Turn } from './turn.ts';

/**
 * Goes on, with all runs below (C4): first what fell due meanwhile in due order, then everything
 * that stands open.
 */
export function resume(turn: Turn, by: string): void {
  if (turn.live.row.control === 'run') return;
  turn.live.row.control = 'run';
  tellBelow(turn, { do: 'resume', by });
  if (turn.live.row.seq === 0) return; // it has not begun
  record(turn, { type: 'run.resumed', head: { by }, payload: undefined });
  goOn(turn);
}

/** Lets every effect go ahead that nothing but the pause held back. */
export function goOn(turn: Turn): void {
  const { open } = turn.live;
  const due = [...open.values()]
    .filter((e) => isTimed(e) && ((e.row.dueAt ?? Infinity) <= turn.at || e.waitsAt !== undefined))
    .sort((a, b) => (a.row.dueAt ?? 0) - (b.row.dueAt ?? 0));
  for (const { row } of due) {
    const effect = open.get(row.id);
    if (effect?.row.kind === 'timer') fireTimer(turn, effect);
    else if (effect) tryAgain(turn, effect);
  }
  for (const effect of open.values())
    if (isStanding(effect) && turn.live.row.control === 'run')
      // no breakpoint met on the way
      activate(turn, planned(turn, effect), false);
}

/** Open, and neither in flight nor before a person nor waiting for its time. */
const isStanding = (effect: LiveEffect): boolean =>
  effect.row.status === 'open' && effect.row.kind !== 'timer' && effect.openCard === undefined;

/** Effects a person may step: standing ones, in the order they opened. */
export const steppable = (live: LiveRun): LiveEffect[] =>
  [...live.open.values()].filter(isStanding);

/** Lets one effect go ahead in a paused run; returns its id, or null when nothing stands open. */
export function stepOne(turn: Turn, by: string, wanted?: string): string | null {
  const choices = steppable(turn.live);
  const effect = wanted === undefined ? choices[0] : choices.find((e) => e.row.id === wanted);
  if (!effect) return null;
  record(turn, { type: 'run.stepped', head: { by, effect: effect.row.id }, payload: undefined });
  turn.stepping = effect.row.id;
  activate(turn, planned(turn, effect), false);
  return effect.row.id;
}

/** Stops the family a run belongs to, from wherever a person said so. */
export function stopFamily(turn: Turn, by: string): void {
  const { id, root } = turn.live.row;
  if (id === root) stopRun(turn, by, said('why.stopped_by', { by }));
  else turn.follow.push({ run: root, do: 'stop_family', by });
}

/** Stops the run; whatever is open in it and below is cancelled in this commit (C3). */
export function stopRun(turn: Turn, by: string, why: Said): Receipt {
  const { id } = turn.live.row;
  const below = turn.runs().filter(({ row }) => row.id.startsWith(`${id}:`));
  const receipt = receiptOf([turn.live, ...below], doneIn(turn));
  record(turn, { type: 'run.stopped', payload: undefined, head: { by, why, receipt } });
  if (turn.live.snapshot) stopMachine(turn, by);
  else endRun(turn, { status: 'stopped' });
  return receipt;
}

/** Names of the steps that have ended, each once. */
function doneIn({ deps, live }: Turn): string[] {
  const path = deps.journal.view(live.row.id)?.path ?? [];
  return [...new Set(path.map(({ step }) => nameOf(live.plan, step)))];
}

type Open = { effect: LiveEffect; name: string };

/** What is done, not done, unknown and waiting at the moment of the stop, by step name. */
function receiptOf(runs: LiveRun[], done: string[]): Receipt {
  const open = runs.flatMap((live) =>
    [...live.open.values()]
      .filter(({ row }) => row.kind !== 'timer' && row.kind !== 'child')
      .map((effect): Open => ({ effect, name: nameOf(live.plan, effect.row.node) })),
  );
  const names = (is: (e: LiveEffect) => boolean): string[] =>
    open.filter(({ effect }) => is(effect)).map(({ name }) => name);
  const isWaiting = (e: LiveEffect): boolean => e.openCard !== undefined && !isUncertain(e);
  return {
    done,
    unknown: names(isUncertain),
    waiting: names(isWaiting),
    notDone: names((e) => !isUncertain(e) && !isWaiting(e)),
  };
}

/** May have happened outside: under way at a tool that changes something, or unknown already. */
const isUncertain = ({ row, card }: LiveEffect): boolean =>
  row.status === 'unknown' ||
  (row.status === 'started' && row.kind === 'tool' && card?.effect !== 'read');
