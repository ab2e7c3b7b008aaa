// Pausing: nothing new starts from here on, in the run and in all below it.
// P1 a family is paused together, in one commit; a run that is born into it is born paused.
// P2 a breakpoint inside pauses the whole family: whoever resumes, resumes the root.

import type { Said } from '../node.ts';
import { record, said, type Turn } from './turn.ts';

/** Pauses a run on somebody's word. */
export const pause = (turn: Turn, by: string): void =>
  pauseFor(turn, by, said('why.paused_by', { by }));

/** Pauses a run and all below it (P1); one that is paused already stays as it is. */
export function pauseFor(turn: Turn, by: string, why: Said): void {
  const { row } = turn.live;
  if (row.control === 'paused') return;
  row.control = 'paused';
  tellBelow(turn, { do: 'pause', by, why });
  if (row.seq === 0) return; // born in this commit: it begins paused
  record(turn, { type: 'run.paused', payload: undefined, head: { by, why } });
}

/** A breakpoint is met: the run pauses, and with it the family it belongs to (P2). */
export function pauseAt(turn: Turn, why: Said): void {
  const { id, root } = turn.live.row;
  pauseFor(turn, '', why);
  if (id !== root) turn.follow.push({ run: root, do: 'pause', by: '', why });
}

type Word = { do: 'pause'; by: string; why: Said } | { do: 'resume'; by: string };

/**
 * Passes a word on to every child that is under way. A pause comes before all else the turn leads
 * to: a child that this very turn gave birth to must not begin first.
 */
export function tellBelow({ live, follow }: Turn, word: Word): void {
  for (const { row } of live.open.values()) {
    if (row.kind !== 'child' || row.status !== 'started') continue;
    if (word.do === 'pause') follow.unshift({ run: row.id, ...word });
    else follow.push({ run: row.id, ...word });
  }
}
