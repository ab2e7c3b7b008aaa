// The time axis of a run: where a moment lies between its beginning and its end, 0…1.
// AX1 pure; work is drawn to scale, a long wait is made short so that work stays visible.
// AX2 waits together take at most WAITS of the axis, whatever they lasted.
// AX3 of a very long run only what came last is drawn: there the axis begins.

import type { EffectView, RunView } from '../../engine/4-run/view.ts';

export type Span = { from: number; to: number };
export type Axis = {
  /** Share of the axis at which a moment lies. */
  place: (at: number) => number;
  /** Time with work in flight, and time without. */
  workMs: number;
  waitMs: number;
  waits: Span[];
  /** Steps before its beginning that are not drawn (AX3). */
  earlier: number;
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
  const earlier = view.earlier?.path ?? 0;
  const start = (earlier > 0 ? view.path[0]?.at : undefined) ?? view.startedAt; // AX3
  const end = Math.max(view.endedAt ?? now, start + 1);
  const work = merged(
    Object.values(view.effects)
      .filter((effect) => isWork(effect) && effect.child === undefined)
      .map((effect) => spanOf(effect, end))
      .map(({ from, to }) => ({ from: clamp(from, start, end), to: clamp(to, start, end) })),
  );
  const workMs = work.reduce((sum, { from, to }) => sum + to - from, 0);
  const waits: Span[] = [];
  /** How long was waited before each wait. */
  const before: number[] = [];
  let [at, waitedMs] = [start, 0];
  for (const { from, to } of [...work, { from: end, to: end }]) {
    if (from > at) {
      waits.push({ from: at, to: from });
      before.push(waitedMs);
      waitedMs += from - at;
    }
    at = Math.max(at, to);
  }
  const waitMs = end - start - workMs;
  // So many milliseconds of the axis that waits take exactly their share of it (AX2).
  const room = workMs > 0 ? (workMs * WAITS) / (1 - WAITS) : waitMs;
  const shrink = waitMs > room && waitMs > 0 ? room / waitMs : 1;
  const total = workMs + waitMs * shrink;
  const place = (moment: number): number => {
    const until = clamp(moment, start, end);
    const nth = lastBefore(waits, until);
    const last = waits[nth];
    const waited = last ? (before[nth] ?? 0) + Math.min(last.to, until) - last.from : 0;
    return total > 0 ? (until - start - waited + waited * shrink) / total : 0;
  };
  return { place, workMs, waitMs, waits, earlier };
}

/** The last span that begins no later than a moment, or -1: a long run has thousands of them. */
function lastBefore(spans: Span[], moment: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? Infinity) <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const clamp = (n: number, low: number, high: number): number => Math.min(high, Math.max(low, n));
