// A step that was at work whenever the program ended may be what ends it: it is not simply begun
// again and again.
// PO1 an effect in flight at three ends of the program in a row is held, its run is paused with a
//     sentence, and everything else goes on.
// PO2 an end in good order is no crash: whoever closes the program says so before it goes.
// PO3 an attempt that came to an end, good or bad, and a person's resume begin the count anew.

import type { Arrival } from './flush.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { pauseAt } from './pause.ts';
import { said, touch, type Turn } from './turn.ts';
import { workIn, workText } from './work.ts';

const TIMES = 3;

/** Marks what is in flight as left in good order (PO2): one arrival per run that has any. */
export function leaving(runs: Iterable<LiveRun>): Arrival[] {
  return [...runs].flatMap((live) => {
    const ids = [...live.open.values()].filter(isInFlight).map(({ row }) => row.id);
    return ids.length ? [{ run: live.row.id, apply: (turn) => marked(turn, ids) }] : [];
  });
}

/** Is its call under way? */
export const isInFlight = ({ row }: LiveEffect): boolean =>
  row.status === 'started' && (row.kind === 'model' || row.kind === 'tool');

function marked(turn: Turn, ids: string[]): void {
  for (const id of ids) {
    const effect = turn.live.open.get(id);
    if (effect) touch(turn, effect, { work: workText({ ...workIn(effect.row.work), left: true }) });
  }
}

/** The effect with one more end of the program on its account, unless that was in good order. */
export function counted(turn: Turn, effect: LiveEffect): LiveEffect {
  const { left, ...work } = workIn(effect.row.work);
  const crashes = left ? (effect.crashes ?? 0) : (effect.crashes ?? 0) + 1;
  const now = { ...effect, crashes };
  turn.live.open.set(effect.row.id, now);
  return touch(turn, now, { work: workText({ ...work, crashes }) });
}

/** Was it in flight too often (PO1)? */
export const isPoisonous = ({ crashes = 0 }: LiveEffect): boolean => crashes >= TIMES;

/** Holds the run of an effect that stands open; whoever resumes has looked (PO3). */
export function quarantine(turn: Turn, effect: LiveEffect): void {
  pauseAt(turn, said('why.quarantined', { step: effect.input.step.name, times: TIMES }));
  const { crashes: _crashes, ...work } = workIn(effect.row.work);
  const anew = { ...effect, crashes: 0 };
  turn.live.open.set(effect.row.id, anew);
  touch(turn, anew, { work: workText(work) });
}
