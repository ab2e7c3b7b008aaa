// What a turn led to in another run: a child begins, has ended, is stopped, paused or resumed.
// F1 it happens in the same commit as what led to it.
// F2 nothing goes ahead below a run that has ended or was paused earlier in that commit.

import type { Failure } from '../node.ts';
import { beginRun } from './begin.ts';
import { resume, stopFamily, stopRun } from './control.ts';
import type { LiveEffect } from './live.ts';
import { askAgain, dayRaised, finishBehind } from './limit-answer.ts';
import { beginQueued } from './overlap.ts';
import { pauseFor } from './pause.ts';
import { endRun, settle } from './settle.ts';
import { record, type Ended, type Follow, type Turn } from './turn.ts';

/** Carries out one follow-up on the turn of the run it concerns. */
export function carryOn(turn: Turn, follow: Follow): void {
  if (AHEAD.has(follow.do) && isHeldAbove(turn, follow.do)) return;
  if (follow.do === 'begin') beginRun(turn, follow.given, follow.pins);
  else if (follow.do === 'stop') endRun(turn, { status: 'stopped' });
  else if (follow.do === 'pause') pauseFor(turn, follow.by, follow.why);
  else if (follow.do === 'resume') resume(turn, follow.by);
  else if (follow.do === 'child_ended') childEnded(turn, follow);
  else if (follow.do === 'end') endRun(turn, follow.ended);
  else if (follow.do === 'stop_family') stopFamily(turn, follow.by);
  else if (follow.do === 'stop_for') stopRun(turn, follow.by, follow.why);
  else if (follow.do === 'begin_queued') beginQueued(turn);
  else if (follow.do === 'ask_again') askAgain(turn, follow.card);
  else if (follow.do === 'finish_behind') finishBehind(turn, follow.card, follow.by);
  else dayRaised(turn);
}

/** Words that let something go ahead in a run. */
const AHEAD = new Set<Follow['do']>(['resume', 'ask_again', 'finish_behind', 'day_raised']);

/**
 * What a run above met on the way holds this one back as well: one above has ended in this very
 * commit, or, of a resume, is paused again (F2).
 */
function isHeldAbove({ live, run }: Turn, what: Follow['do']): boolean {
  for (let id = live.row.parent; id !== null;) {
    const row = run(id)?.row;
    if (row?.status !== 'active' || (what === 'resume' && row.control === 'paused')) return true;
    id = row.parent;
  }
  return false;
}

function childEnded(
  turn: Turn,
  { child, effect: id, ended }: Follow & { do: 'child_ended' },
): void {
  const effect = turn.live.open.get(id);
  if (!effect) return; // the parent went on without it
  const status = ended.status === 'active' ? 'failed' : ended.status;
  record(turn, { type: 'child.ended', head: { child, effect: id, status }, payload: undefined });
  settleChild(turn, effect, ended);
}

function settleChild(
  turn: Turn,
  effect: LiveEffect,
  { status, outcome, output, failure }: Ended,
): void {
  if (effect.index !== undefined) {
    const done = status === 'done';
    turn.out.items.push({
      run: turn.live.row.id,
      each: effect.row.node,
      index: effect.index,
      status: done ? 'done' : 'failed',
      ...(output ? { result: JSON.stringify(output) } : {}),
    });
  }
  if (status === 'done' && outcome === 'stopped_at_limit' && effect.index === undefined)
    return stoppedAtLimit(turn, effect);
  if (status === 'done') {
    const port = outcome === 'refused' && effect.index === undefined ? 'refused' : 'ok';
    // results of items are rows
    const value = effect.index === undefined ? (output?.v ?? null) : null;
    settle(turn, effect, { result: { port, value, ...(output ? { labels: output.labels } : {}) } });
    return;
  }
  const { code, params, kind }: Failure = failure ?? {
    kind: 'terminal',
    code: 'failure.child_stopped',
  };
  settle(turn, effect, {
    result: {
      failure: {
        kind: kind === 'denied' ? 'denied' : 'terminal',
        code,
        ...(params ? { params } : {}),
      },
    },
  });
}

/** It brought no answer: that is never taken for one. */
function stoppedAtLimit(turn: Turn, effect: LiveEffect): void {
  const isDrawn = turn.live.plan.drawn.has(`${effect.row.node}:over`);
  const failure: Failure = { kind: 'needs_human', code: 'failure.child_at_limit' };
  settle(turn, effect, { result: isDrawn ? { port: 'over', value: null } : { failure } });
}
