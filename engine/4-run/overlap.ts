// Runs about the same thing: which of them may be under way together.
// OV1 it is decided in the commit that starts a run, so that two starts in one moment cannot both
//     be the first.
// OV2 a run in line has started and does nothing; it begins in the commit that ends the last one
//     before it, or when an engine finds that nobody is before it any more.
// OV3 what is in line can be paused and stopped like any other run; a pause is kept for its turn.

import { resolve, type Scope } from '../base/binding.ts';
import type { Workflow } from '../1-document/schema.ts';
import { activate, isMet, planned } from './open.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import type { Journal, RunRow } from './ports.ts';
import { shaOf } from './sha.ts';
import { record, touch, type Turn } from './turn.ts';

/** What a run is about, as a hash: the journal need not hold the value for ever. */
export type Overlap = { key: string; rule: NonNullable<Workflow['overlap']>['rule'] };

/** What the runs of a workflow are compared by; undefined where it says nothing or has no value. */
export function overlapOf(
  workflow: Workflow,
  scope: Scope,
  mode: RunRow['mode'],
): Overlap | undefined {
  if (!workflow.overlap) return undefined;
  const { key, rule } = workflow.overlap;
  const { v } = resolve(key, scope).value;
  return v === null ? undefined : { rule, key: shaOf({ workflow: workflow.id, mode, key: v }) };
}

const isRoot = ({ row }: LiveRun): boolean => row.id === row.root;

/** Unfinished runs of this engine about the same thing, in the order in which they started. */
export const sameAs = (runs: LiveRun[], { row, overlap }: LiveRun): LiveRun[] =>
  overlap === undefined
    ? []
    : runs.filter((live) => isRoot(live) && live.overlap === overlap && live.row.id !== row.id);

/** Unfinished runs about the same thing that no engine has taken up; `live` are taken up. */
export function asleep(
  journal: Journal,
  live: ReadonlyMap<string, unknown>,
  { row, overlap }: LiveRun,
): string[] {
  if (overlap === undefined) return [];
  const others = journal
    .activeRuns()
    .filter(({ id, root, workflow }) => id === root && workflow === row.workflow && id !== row.id);
  return others
    .filter(({ id }) => !live.has(id))
    .map(({ id }) => id)
    .filter((id) => {
      const [started] = journal.eventsOf(id, 1, 1);
      return started?.type === 'run.started' && started.head.overlap === overlap;
    });
}

/** Puts a run that has just started in line behind another one (OV2). */
export function standInLine(turn: Turn, behind: string): void {
  record(turn, { type: 'run.queued', head: { behind }, payload: undefined });
}

/** The end of a run lets the next one in line begin, in the same commit (OV2). */
export function letNextBegin(turn: Turn): void {
  const { live } = turn;
  if (!isRoot(live) || live.overlap === undefined) return;
  const others = sameAs(turn.runs(), live);
  if (others.some(({ queue }) => !queue)) return;
  const [next] = others.toSorted((a, b) => a.row.startedAt - b.row.startedAt);
  if (next) turn.follow.push({ run: next.row.id, do: 'begin_queued' });
}

/** The turn of a run in line has come: what it opened when it started goes ahead. */
export function beginQueued(turn: Turn): void {
  const { live } = turn;
  if (!live.queue) return;
  const { isPaused, since } = live.queue;
  live.queue = undefined;
  record(turn, { type: 'run.unqueued', head: {}, payload: undefined });
  for (const effect of live.open.values()) putOff(turn, effect, turn.at - since);
  if (isPaused) return; // OV3
  live.row.control = 'run';
  for (const effect of live.open.values())
    if (live.row.control === 'run' && effect.row.status === 'open' && !isMet(turn, effect))
      activate(turn, planned(turn, effect), false);
}

/** Waiting in line is no part of a wait. */
function putOff(turn: Turn, effect: LiveEffect, by: number): void {
  const { kind, dueAt } = effect.row;
  if (kind === 'timer' && dueAt !== null) touch(turn, effect, { dueAt: dueAt + by });
}
