// What a turn led to in another run: a child begins, has ended, is stopped, paused or resumed.
// F1 it happens in the same commit as what led to it.

import type { Failure } from '../node.ts';
import { beginRun } from './begin.ts';
import { resume } from './control.ts';
import type { LiveEffect } from './live.ts';
import { pauseFor } from './pause.ts';
import { endRun, settle } from './settle.ts';
import { record, type Ended, type Follow, type Turn } from './turn.ts';

/** Carries out one follow-up on the turn of the run it concerns. */
export function carryOn(turn: Turn, follow: Follow): void {
  if (follow.do === 'begin') beginRun(turn, follow.given, follow.pins);
  else if (follow.do === 'stop') endRun(turn, { status: 'stopped' });
  else if (follow.do === 'pause') pauseFor(turn, follow.by, follow.why);
  else if (follow.do === 'resume') resume(turn, follow.by);
  else childEnded(turn, follow);
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
