// The time axis of a run: where a moment lies between its beginning and its end, 0…1.
// AX1 pure; work is drawn to scale, a long wait is made short so that work stays visible.
// AX2 waits together take at most WAITS of the axis, whatever they lasted.

import type { EffectView, RunView } from '../../engine/4-run/view.ts';

export type Span = { from: number; to: number };
export type Axis = {
  /** Share of the axis at which a moment lies. */
  place: (at: number) => number;
  /** Time with work in flight, and time without. */
  workMs: number;
  waitMs: number;
  waits: Span[];
};

const WAITS = 0.44;

/** Kinds of effects that are work: something is being computed or called. */
const isWork = ({ kind }: EffectView): boolean => kind !== 'card' && kind !== 'timer';

/** When an effect was held, it was not yet work; its work is what it took. */
function spanOf(effect: EffectView, now: number): Span {
  const to = effect.endedAt ?? now;
  const isHeld = effect.status === 'held' || effect.status === 'unknown';
  if (isHeld) return { from: effect.openedAt, to: effect.openedAt };
  return { from: effect.ms === undefined ? effect.openedAt : to - effect.ms, to };
}

/** Overlapping spans made one, in order. */
export function merged(spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else out.push({ from, to });
  }
  return out;
}

/** The axis of a run from its start until its end, or until `now`. */
export function axisOf(view: RunView, now: number): Axis {
  const start = view.startedAt;
  const end = Math.max(view.endedAt ?? now, start + 1);
  const work = merged(
    Object.values(view.effects)
      .filter((effect) => isWork(effect) && effect.child === undefined)
      .map((effect) => spanOf(effect, end))
      .map(({ from, to }) => ({ from: clamp(from, start, end), to: clamp(to, start, end) })),
  );
  const workMs = work.reduce((sum, { from, to }) => sum + to - from, 0);
  const waits: Span[] = [];
  let at = start;
  for (const { from, to } of [...work, { from: end, to: end }]) {
    if (from > at) waits.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  const waitMs = end - start - workMs;
  // So many milliseconds of the axis that waits take exactly their share of it (AX2).
  const room = workMs > 0 ? (workMs * WAITS) / (1 - WAITS) : waitMs;
  const shrink = waitMs > room && waitMs > 0 ? room / waitMs : 1;
  const total = workMs + waitMs * shrink;
  const place = (moment: number): number => {
    const until = clamp(moment, start, end);
    const waited = waits.reduce(
      (sum, { from, to }) => sum + Math.max(0, Math.min(to, until) - from),
      0,
    );
    return total > 0 ? (until - start - waited + waited * shrink) / total : 0;
  };
  return { place, workMs, waitMs, waits };
}

const clamp = (n: number, low: number, high: number): number => Math.min(high, Math.max(low, n));
