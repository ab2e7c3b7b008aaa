// Which lane an attempt belongs to, and what that lane allows: cards and the models file say it.
// LN1 practice is played: it has a lane only where a card declares a limit, and never breaks.
// LN2 all runs of the workspace share the lanes; the lanes of practice are lanes of their own.

import { LIMITS } from '../base/limits.ts';
import type { ModelEntry } from '../1-document/schema.ts';
import type { AuthorityCard, Failure } from '../node.ts';
import { outcomeOf } from './breaker.ts';
import type { ModelNamed } from './events.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { modelFor } from './plan.ts';
import type { Journal, PastAttempt } from './ports.ts';
import {
  began,
  ended,
  laneAt,
  leave,
  newTraffic,
  placeOf,
  stationAt,
  type Lane,
  type Limits,
  type Station,
  type Traffic,
} from './traffic.ts';
import type { Turn } from './turn.ts';

/** A model as the record names it. */
export const namedOf = (entry: ModelEntry): ModelNamed => ({
  name: entry.model,
  at: entry.provider === 'practice' ? 'practice' : hostOf(entry.address),
});

const hostOf = (address = 'https://api.openai.com/v1'): string =>
  URL.canParse(address) ? new URL(address).host : address;

type Keyed = { key: string; limits: Limits };
type Mode = LiveRun['row']['mode'];

const keyOf = (kind: 'tool' | 'model', of: string, mode: Mode): string =>
  mode === 'practice' ? `practice ${kind} ${of}` : `${kind} ${of}`;

const isDeclared = (x: Pick<AuthorityCard, 'rate' | 'concurrency'>): boolean =>
  x.rate !== undefined || x.concurrency !== undefined;

/** The lane of a tool; undefined where nothing is counted (LN1). */
function toolLane(card: AuthorityCard, mode: Mode): Keyed | undefined {
  const isPlayed = mode === 'practice';
  if (isPlayed && !isDeclared(card)) return undefined;
  const { rate, concurrency, latencyMs, timeoutMs } = card;
  return {
    key: keyOf('tool', card.name, mode),
    limits: limitsOf({ rate, concurrency, latencyMs }, isPlayed, timeoutMs),
  };
}

/** The lane of a model's address; undefined where nothing is counted (LN1). */
function modelLane(entry: ModelEntry, mode: Mode): Keyed | undefined {
  const isPlayed = mode === 'practice' || entry.provider === 'practice';
  if (isPlayed && !isDeclared(entry)) return undefined;
  const { rate, concurrency, latencyMs } = entry;
  return {
    key: keyOf('model', namedOf(entry).at, mode),
    limits: limitsOf({ rate, concurrency, latencyMs }, isPlayed, MODEL_PATIENCE_MS),
  };
}
/** No answer of a model is waited for longer (models/watch.ts). */
const MODEL_PATIENCE_MS = 600_000;

const limitsOf = (
  { rate, concurrency, latencyMs }: Pick<AuthorityCard, 'rate' | 'concurrency' | 'latencyMs'>,
  isPlayed: boolean,
  patienceMs: number,
): Limits => ({
  rate,
  concurrency: concurrency ?? (isPlayed ? Infinity : LIMITS.concurrency),
  latencyMs,
  breaks: !isPlayed,
  patienceMs,
});

/** The lane an effect would use, or uses. */
function keyedOf({ plan, row }: LiveRun, effect: LiveEffect): Keyed | undefined {
  const { call, card, entry } = effect;
  if (call?.kind === 'tool') return card && toolLane(card, row.mode);
  return call && modelLane(entry ?? modelFor(plan, call), row.mode);
}

/** What stands between an effect and its start, besides rules and money. */
export function stationOf(turn: Turn, effect: LiveEffect): Station {
  const keyed = keyedOf(turn.live, effect);
  if (!keyed) return FREE;
  const lane = laneAt(turn.deps.traffic, keyed.key, keyed.limits, turn.at);
  return stationAt(lane, keyed.limits, turn.at, placeOf(lane, effect.row.id));
}
const FREE: Station = { ok: true };

/** The lane of a model in this run, for whoever chooses among models. */
export function laneOfModel(
  turn: Turn,
  entry: ModelEntry,
): { lane: Lane; limits: Limits } | undefined {
  const keyed = modelLane(entry, turn.live.row.mode);
  if (!keyed) return undefined;
  const lane = laneAt(turn.deps.traffic, keyed.key, keyed.limits, turn.at);
  return { lane, limits: keyed.limits };
}

type Here = Pick<Turn, 'deps' | 'live' | 'at'>;

/** Puts an effect in line, or leaves it where it stands; returns the lane's key for its row. */
export function lineUp(
  { deps, live, at }: Here,
  effect: LiveEffect,
  dueAt: number,
): string | undefined {
  const keyed = keyedOf(live, effect);
  if (!keyed) return undefined;
  const { key, limits } = keyed;
  if (effect.waitsAt !== undefined && effect.waitsAt !== key)
    leave(deps.traffic, effect.waitsAt, effect.row.id);
  const { waiting } = laneAt(deps.traffic, key, limits, at);
  waiting.set(effect.row.id, { run: live.row.id, limits, dueAt });
  return key;
}

/** Takes an effect out of its line, if it stands in one. */
export function leaveLine(turn: Turn, { row, waitsAt }: LiveEffect): void {
  if (waitsAt !== undefined) leave(turn.deps.traffic, waitsAt, row.id);
}

/** An attempt of this effect is under way. */
export function isUnderWay({ deps, live, at }: Here, effect: LiveEffect): void {
  const keyed = keyedOf(live, effect);
  if (!keyed) return;
  began(laneAt(deps.traffic, keyed.key, keyed.limits, at), effect.row.id, at);
}

/** What the record says of an attempt besides its end: who was asked, and for which lane. */
export function askedIn(live: LiveRun, effect: LiveEffect): { tool?: string; model?: ModelNamed } {
  const { call, card, entry } = effect;
  if (call?.kind === 'model') return { model: namedOf(entry ?? modelFor(live.plan, call)) };
  return card && toolLane(card, live.row.mode) ? { tool: card.name } : {};
}

type End = { ms: number; failure?: Failure | undefined; restMs?: number | undefined };

/** An attempt of this effect is over; `end` is absent where nobody waited for it. */
export function isOver(turn: Turn, effect: LiveEffect, end?: End): void {
  const keyed = keyedOf(turn.live, effect);
  if (!keyed) return;
  const outcome = end && outcomeOf({ at: turn.at, ms: end.ms, restMs: end.restMs }, end.failure);
  ended(turn.deps.traffic, keyed.key, effect.row.id, outcome);
}

type Read = { since: number; most: number; byKey: Map<string, PastAttempt[]>; given: Set<string> };

/** The lanes of an engine, over its record. */
export function createTraffic(journal: Journal): Traffic {
  let read: Read | undefined;
  const traffic = newTraffic((key, since, most) => {
    if (!read || read.since > since || read.most < most || read.given.has(key)) {
      const all = journal.attemptsSince(since, most);
      for (const { unruly } of all) if (unruly !== undefined) traffic.unruly.add(unruly);
      const byKey = Map.groupBy(all, (a) => keyOf(a.kind, a.of, a.mode));
      read = { since, most, byKey, given: new Set() };
    }
    read.given.add(key); // what comes later is counted as it happens
    return read.byKey.get(key) ?? [];
  });
  return traffic;
}

/** Makes the lanes anew from the live runs; what has ended is read when a lane is asked for. */
export function refresh(deps: Turn['deps'], runs: Iterable<LiveRun>, at: number): void {
  const { traffic } = deps;
  traffic.lanes.clear();
  traffic.freed.clear();
  traffic.isStale = false;
  const waiting: { live: LiveRun; effect: LiveEffect }[] = [];
  for (const live of runs)
    for (const effect of live.open.values()) {
      if (effect.waitsAt !== undefined) waiting.push({ live, effect });
      if (effect.row.status === 'started' && effect.row.kind !== 'child')
        isUnderWay({ deps, live, at: effect.row.startedAt ?? at }, effect);
    }
  for (const { live, effect } of waiting.toSorted(byOpening)) {
    const key = lineUp({ deps, live, at }, effect, effect.row.dueAt ?? at);
    if (key !== undefined) traffic.freed.add(key);
  }
}
const byOpening = (a: { effect: LiveEffect }, b: { effect: LiveEffect }): number =>
  a.effect.row.openedAt - b.effect.row.openedAt;
