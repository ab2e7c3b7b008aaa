// What has fallen due: a timer takes its way out, a queued attempt is tried again, an open card is
// looked at again.
// D1 pause stops effects, not clocks: what fell due meanwhile is applied on resume, in due order.

import { decide } from './decide.ts';
import { leaveLine } from './lanes.ts';
import type { LiveEffect } from './live.ts';
import { consumeAndApply } from './settle.ts';
import { touch, type Turn } from './turn.ts';
import { lookAgain } from './watch.ts';

/** A timer fell due: the machine takes its way out, unless the run is paused (D1). */
export function fireTimer(turn: Turn, effect: LiveEffect): void {
  if (turn.live.row.control === 'paused') return;
  const event = effect.row.ref;
  touch(turn, effect, { status: 'done' });
  consumeAndApply(
    turn,
    (stamp) => ({ ...stamp, type: event }),
    (made) => ({
      type: 'run.event',
      head: { event, ref: effect.row.id, turn: made },
      payload: undefined,
    }),
  );
}

/**
 * Tries a queued effect again whose time has come, however often it is told so. One that the door
 * put in line may be tried at any time: the line knows whose turn it is.
 */
export function tryAgain(turn: Turn, effect: LiveEffect): void {
  if (effect.openCard !== undefined) return lookAgain(turn, effect);
  const { status, dueAt } = effect.row;
  if (status !== 'queued') return;
  if (turn.live.row.control === 'paused') return leaveLine(turn, effect); // nobody waits for it
  if ((dueAt ?? 0) > turn.at && effect.waitsAt === undefined) return;
  decide(turn, effect);
}
