// How often the world is asked, over all runs: one lane per tool and per model address.
// T1 a lane is a copy of what the record says: attempts under way, their starts, how the last ones
//    ended. Where a turn or a commit came to nothing it is thrown away and made again.
// T2 never more than `calls` starts in any `perMs`, never more than `concurrency` under way.
// T3 who waits keeps its place: whatever comes later goes behind it.
// T4 what nobody limits and nobody watches has no lane and costs nothing here.

import type { Said } from '../node.ts';
import { gateAt, outcomeOf, WINDOW, type Outcome } from './breaker.ts';
import type { PastAttempt } from './ports.ts';

/** What whoever asks may ask for. */
export type Limits = {
  rate?: Rate | undefined;
  concurrency: number;
  latencyMs?: number | undefined;
  /** Watched for failures; what is only played never breaks. */
  breaks: boolean;
  /** One attempt cannot take longer; then its place is free. */
  patienceMs: number;
};
type Rate = { calls: number; perMs: number };

export type Lane = {
  /** Instants of starts, oldest first: as many as `kept` says, as far back as it says. */
  starts: number[];
  kept: Rate;
  /** Effects under way, and when they began. */
  under: Map<string, number>;
  /** Effects that wait, in their order. */
  waiting: Map<string, { run: string; limits: Limits; dueAt: number }>;
  outcomes: Outcome[];
};

export type Traffic = {
  lanes: Map<string, Lane>;
  /**
   * Attempts of a lane that ended from an instant on, oldest first, as the record has them; no more
   * than `most` of its entries are looked at.
   */
  past: (key: string, since: number, most: number) => PastAttempt[];
  /** Lanes where a place became free. */
  freed: Set<string>;
  /** Models that took more than they were given. */
  unruly: Set<string>;
  /** It may not be what the record says any more (T1). */
  isStale: boolean;
};

export const newTraffic = (past: Traffic['past']): Traffic => ({
  lanes: new Map(),
  past,
  freed: new Set(),
  unruly: new Set(),
  isStale: true,
});

/** Outcomes kept, and how far back they are looked for in the record. */
const KEPT = WINDOW * 4;
const KEPT_MS = 20 * 60_000;
const KEPT_ENTRIES = 20_000;

/** The lane of a key, with as much of its past as the limits look at. */
export function laneAt(traffic: Traffic, key: string, limits: Limits, now: number): Lane {
  const had = traffic.lanes.get(key);
  const { calls, perMs } = limits.rate ?? NO_RATE;
  if (had && had.kept.calls >= calls && had.kept.perMs >= perMs) return had;
  const kept = {
    calls: Math.max(calls, had?.kept.calls ?? 0),
    perMs: Math.max(perMs, had?.kept.perMs ?? 0),
  };
  const most = kept.calls ? Infinity : KEPT_ENTRIES; // a rate is kept exactly, whatever it costs
  const past = traffic.past(key, now - Math.max(kept.perMs, KEPT_MS), most);
  const under = had?.under ?? new Map<string, number>();
  const starts = [...past.map(({ at, ms }) => at - ms), ...under.values()].toSorted(byTime);
  const lane: Lane = {
    under,
    waiting: had?.waiting ?? new Map(),
    outcomes: had?.outcomes ?? past.flatMap(outcomeIn).slice(-KEPT),
    kept,
    starts: kept.calls ? starts.slice(-kept.calls) : [],
  };
  traffic.lanes.set(key, lane);
  return lane;
}
const NO_RATE: Rate = { calls: 0, perMs: 0 };
const byTime = (a: number, b: number): number => a - b;
function outcomeIn(past: PastAttempt): Outcome[] {
  const outcome = past.wasCancelled ? undefined : outcomeOf(past, past.failure);
  return outcome ? [outcome] : [];
}

/** Free to start, or when to ask again and why. */
export type Station = { ok: true } | { ok: false; at: number; why: Said };
const FREE: Station = { ok: true };

/** May one more start now, with `ahead` others before it? */
export const stationAt = (lane: Lane, limits: Limits, now: number, ahead: number): Station =>
  gateOf(lane, limits, now, ahead) ??
  slotOf(lane, limits, now, ahead) ??
  rateOf(lane, limits, now, ahead) ??
  FREE;

type Busy = Extract<Station, { ok: false }>;

/** The breaker: does the lane rest, or is its trial under way? */
export function gateOf(lane: Lane, limits: Limits, now: number, ahead: number): Busy | undefined {
  const { outcomes, under } = lane;
  if (!limits.breaks || outcomes.length === 0) return undefined;
  const gate = gateAt(outcomes, now, limits.latencyMs);
  if (gate.is === 'closed') return undefined;
  if (gate.is === 'open') return { ok: false, at: gate.until, why: gate.why };
  const isTried = ahead > 0 || [...under.values()].some((began) => began >= gate.since);
  return isTried ? { ok: false, at: now + limits.patienceMs, why: gate.why } : undefined;
}

function slotOf({ under }: Lane, limits: Limits, now: number, ahead: number): Busy | undefined {
  const { concurrency: most, patienceMs } = limits;
  if (under.size + ahead < most) return undefined;
  return { ok: false, at: now + patienceMs, why: { code: 'why.places_taken', params: { most } } };
}

/**
 * The rate, as a sliding window (T2). Who is k-th in line starts when the start `calls` before its
 * own leaves the window; those before it are taken to start as soon as they may.
 */
function rateOf({ starts }: Lane, { rate }: Limits, now: number, ahead: number): Busy | undefined {
  if (!rate) return undefined;
  const { calls, perMs } = rate;
  const recent = starts.filter((at) => at > now - perMs && at <= now);
  if (recent.length + ahead < calls) return undefined;
  const leaves = recent[recent.length + (ahead % calls) - calls];
  const first = leaves === undefined ? now : leaves + perMs;
  return {
    ok: false,
    at: first + Math.floor(ahead / calls) * perMs,
    why: { code: 'why.rate' },
  };
}

/** How many wait before an effect; everybody does for one that does not wait yet (T3). */
export function placeOf({ waiting }: Lane, effect: string): number {
  if (!waiting.has(effect)) return waiting.size;
  let place = 0;
  for (const id of waiting.keys()) {
    if (id === effect) break;
    place += 1;
  }
  return place;
}

/** An attempt begins. */
export function began(lane: Lane, effect: string, at: number): void {
  lane.waiting.delete(effect);
  lane.under.set(effect, at);
  const { calls } = lane.kept;
  if (calls === 0) return;
  lane.starts.push(at);
  if ((lane.starts.at(-2) ?? at) > at) lane.starts.sort(byTime); // a clock that was set back
  if (lane.starts.length > calls) lane.starts.splice(0, lane.starts.length - calls);
}

/** An attempt is over; `outcome` is absent where it says nothing about the other side. */
export function ended(traffic: Traffic, key: string, effect: string, outcome?: Outcome): void {
  const lane = traffic.lanes.get(key);
  if (!lane) return;
  if (lane.under.delete(effect)) traffic.freed.add(key);
  if (!outcome) return;
  lane.outcomes.push(outcome);
  if (lane.outcomes.length > KEPT) lane.outcomes.splice(0, lane.outcomes.length - KEPT);
}

/** Nobody waits here any more for this effect. */
export function leave(traffic: Traffic, key: string, effect: string): void {
  if (traffic.lanes.get(key)?.waiting.delete(effect)) traffic.freed.add(key);
}

type Waiter = { run: string; effect: string };

/**
 * Whose turn has come, in order, where places became free, and whose comes earlier than they were
 * told; `isThere` drops who cannot move.
 */
export function woken(
  traffic: Traffic,
  now: number,
  isThere: (waiter: Waiter) => boolean,
): Waiter[] {
  const turn: Waiter[] = [];
  for (const key of traffic.freed) {
    const lane = traffic.lanes.get(key);
    if (!lane) continue;
    let ahead = 0;
    for (const [effect, { run, limits, dueAt }] of lane.waiting) {
      if (!isThere({ run, effect })) {
        lane.waiting.delete(effect);
        continue;
      }
      const station = stationAt(lane, limits, now, ahead);
      if (!station.ok && station.at >= dueAt) break;
      turn.push({ run, effect });
      ahead += 1;
    }
  }
  traffic.freed.clear();
  return turn;
}
