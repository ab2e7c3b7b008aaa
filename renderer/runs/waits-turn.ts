// What waits its turn: a call that a rate, a bound or an open breaker holds back for a while.
// WT1 pure; a call that is tried again after it failed does not wait its turn, it is at work.

import type { EffectView, RunView, StepView } from '../../engine/4-run/view.ts';
import { clock } from '../format.ts';
import { t } from '../words.ts';

/** True for a call in the queue of its tool or model (WT1). */
export function waitsItsTurn(effect: EffectView | undefined): boolean {
  if (effect?.status !== 'queued' || effect.admission?.decision !== 'queue') return false;
  const again = effect.attempts.at(-1)?.retryAt;
  return again === undefined || again !== effect.dueAt;
}

/** The calls of a run that wait their turn, the one that is tried first at the front. */
export const inTurn = (view: RunView): EffectView[] =>
  view.open
    .flatMap((id) => view.effects[id] ?? [])
    .filter(waitsItsTurn)
    .toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));

/** A step that has begun and is not over stands still because its run is in line. */
export const standsInLine = (view: Pick<RunView, 'queued'>, { endedAt }: StepView): boolean =>
  view.queued !== undefined && endedAt === undefined;

/** What is open and no wait for a person or a time. */
export const openCalls = (view: RunView): EffectView[] =>
  view.open
    .flatMap((id) => view.effects[id] ?? [])
    .filter(({ child, kind }) => child === undefined && kind !== 'timer' && kind !== 'card');

/** Nothing of a run is at work: all of it waits its turn. */
export const isAllInTurn = (view: RunView): boolean =>
  inTurn(view).length > 0 && openCalls(view).every(waitsItsTurn);

/** Until when, in a few words: `app.<place>.turn` or, where nobody knows, `….turn.open`. */
export const turnWords = (place: 'light' | 'happened', effect: EffectView | undefined): string =>
  effect?.dueAt === undefined
    ? t(`app.${place}.turn.open`)
    : t(`app.${place}.turn`, { at: clock(effect.dueAt) });
