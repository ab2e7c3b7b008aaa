// A run's live state out of the journal: snapshot, open effects, grants and remembered answers.
// B1 everything in memory comes from the journal; nothing is guessed.

import { assert } from '../base/assert.ts';
import { canonical } from '../base/canonical.ts';
import { type JsonObject, partAt, type Value, valueOf } from '../base/value.ts';
import {
  done,
  failed,
  fullScope,
  next,
  restore,
  type KernelEvent,
  type Machine,
  type Snapshot,
  type Stamp,
} from '../kernel.ts';
import { NO_USAGE, type AuthorityCard, type Call } from '../node.ts';
import { accountsAround } from './accounts.ts';
import { limitsAgain } from './behind.ts';
import type { Recorded, RunEventType } from './events.ts';
import { askedAgain } from './failover.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { pathBelow } from './place.ts';
import { machineOf } from './machines.ts';
import { definitionOf, nameOf, type Plan } from './plan.ts';
import type { EffectRow, RunRow } from './ports.ts';
import { askedBefore } from './asked.ts';
import { shaOf } from './sha.ts';
import { workIn } from './work.ts';

type EventOf<T extends RunEventType> = Extract<Recorded, { type: T }>;
type Opened = Map<string, EventOf<'effect.opened'>>;
/** What the journal holds about one unfinished run. */
export type Past = {
  row: RunRow;
  events: Recorded[];
  effects: EffectRow[];
  /** Of a root: its events and those of all runs below it, over or not. */
  family: Recorded[];
};

/** A run's live state from its row, its open effects and its events (B1). */
export function rebuild(past: Past, plan: Plan, above: LiveRun | undefined): LiveRun {
  const { row, events } = past;
  const started = events[0] as EventOf<'run.started'>;
  // What a run began with may have been removed since; the snapshot stands on its own.
  const given = started.payload as typeof started.payload | undefined;
  const machine = machineOf(plan, partOf(row.machine));
  const opened = openedIn(events);
  const budget = above?.budget ?? plan.folder.workflow.budget;
  const live: LiveRun = {
    under: above?.under ?? [],
    row: { ...row },
    path: pathOf(row, above),
    machine,
    plan,
    budget,
    by: started.head.by,
    input: given?.input ?? valueOf(null),
    recorded: given?.recorded ?? above?.recorded ?? [],
    isTest: above?.isTest ?? started.head.test !== undefined,
    snapshot: snapshotOf(past, machine, opened),
    open: new Map(),
    answers: above?.answers ?? answersIn(past.family, plan),
    asOf: {},
    asked: askedBefore(events),
    trouble: undefined,
    breakpoints: new Set(started.head.breakpoints),
  };
  for (const e of events) {
    if (e.type !== 'effect.settled') continue;
    if (e.head.asOf) live.asOf[e.head.node] = e.head.asOf;
    if (e.head.failure) live.trouble = { step: e.head.node, failure: e.head.failure };
  }
  const cards = openCardsIn(events);
  for (const effect of past.effects) {
    const again = effectOf(live, effect, opened.get(effect.id), cards.get(effect.id));
    live.open.set(effect.id, again);
  }
  limitsAgain(live, events);
  live.overlap = started.head.overlap;
  live.queue = queueIn(events);
  const opener = above?.open.get(row.parentEffect ?? '');
  if (above && opener && partOf(row.machine) === '')
    live.under = accountsAround(above, opener.row.node, live);
  return live;
}

/** Does it stand in line, and has a person paused it there? */
function queueIn(events: Recorded[]): LiveRun['queue'] {
  let queue: LiveRun['queue'];
  for (const e of events) {
    if (e.type === 'run.queued') queue = { isPaused: false, since: Date.parse(e.at) };
    else if (e.type === 'run.unqueued') queue = undefined;
    else if (queue && e.type === 'run.paused') queue = { ...queue, isPaused: true };
    else if (queue && e.type === 'run.resumed') queue = { ...queue, isPaused: false };
  }
  return queue;
}

/** A child's path, from the effect it stands for in the run above. */
function pathOf({ parentEffect }: RunRow, above: LiveRun | undefined): string {
  const effect = parentEffect === null ? undefined : above?.open.get(parentEffect);
  return above && effect ? pathBelow(above, effect) : '';
}

/** The part of a machine that a run works on: the innermost, where for-each stands in for-each. */
export const partOf = (machine: string): string => machine.split('#').slice(1).at(-1) ?? '';

/** The stored snapshot, and every later event the machine consumed replayed over it. */
function snapshotOf({ row, events }: Past, machine: Machine, opened: Opened): Snapshot {
  assert(row.snapshot, `run ${row.id} has no snapshot`);
  let snapshot = restore(machine, JSON.parse(row.snapshot) as JsonObject);
  for (const event of events) {
    if (event.seq <= row.snapshotSeq) continue;
    const consumed = machineEvent(event, opened);
    if (consumed) snapshot = next(machine, snapshot, consumed).snapshot;
  }
  return snapshot;
}

const stampOf = (e: Recorded): Stamp => ({
  seq: e.seq,
  at: e.at,
  usage: NO_USAGE as unknown as JsonObject,
});

/** The event as the machine saw it, or undefined for bookkeeping. */
export function machineEvent(e: Recorded, opened: Opened): KernelEvent | undefined {
  if (e.type === 'run.event') return { ...stampOf(e), type: e.head.event };
  if (e.type !== 'effect.settled' || !e.head.turn) return undefined;
  const ref = opened.get(e.head.effect)?.head.ref;
  assert(ref, `effect ${e.head.effect} was settled and never opened`);
  if (e.head.failure) return failed(ref, e.head.failure, stampOf(e));
  return done(
    ref,
    { port: e.head.port, value: e.payload?.value ?? { v: null, labels: {} } },
    stampOf(e),
  );
}

const openedIn = (events: Recorded[]): Opened =>
  new Map(events.flatMap((e) => (e.type === 'effect.opened' ? [[e.head.effect, e] as const] : [])));

/** First answers of reads, whichever run of the family asked for them. */
function answersIn(events: Recorded[], plan: Plan): LiveRun['answers'] {
  const answers: LiveRun['answers'] = new Map();
  const opened = openedIn(events);
  for (const e of events) {
    if (e.type !== 'effect.settled' || e.head.status !== 'done' || !e.payload) continue;
    const { head, payload } = opened.get(e.head.effect) ?? {};
    const card = head?.tool === undefined ? undefined : plan.cards.get(head.tool);
    if (!card || card.effect !== 'read' || card.alwaysFresh || !payload?.call) continue;
    const key = canonical(payload.call);
    const { effect, port, asOf } = e.head;
    if (!answers.has(key))
      answers.set(key, { effect, port, value: e.payload.value.v, ...(asOf ? { asOf } : {}) });
  }
  return answers;
}

function openCardsIn(events: Recorded[]): Map<string, string> {
  const open = new Map<string, string>();
  for (const e of events) {
    if (e.type === 'card.opened') open.set(e.head.effect, e.head.card);
    else if (e.type === 'card.answered' || e.type === 'card.expired' || e.type === 'card.withdrawn')
      for (const [effect, card] of open) if (card === e.head.card) open.delete(effect);
  }
  return open;
}

function effectOf(
  live: LiveRun,
  row: EffectRow,
  opened: EventOf<'effect.opened'> | undefined,
  openCard: string | undefined,
): LiveEffect {
  const invoke = live.plan.invokes.get(row.ref);
  const { reservedNano = 0, reservedTokens = 0, asks, ...marks } = workIn(row.work);
  const call = opened?.payload?.call as unknown as Call | undefined;
  const card = opened?.head.tool === undefined ? undefined : live.plan.cards.get(opened.head.tool);
  const settings: Value = opened?.payload?.input ?? { v: {}, labels: {} };
  const argsHash = call?.kind === 'tool' ? shaOf({ tool: call.tool, args: call.args }) : undefined;
  const index = childIndex(live, row, invoke?.each);
  return {
    row: { ...row },
    src: invoke?.src ?? 'timer',
    raw: invoke?.with ?? {},
    definition: definitionOf(live.plan, row.typeName),
    reservedNano,
    reservedTokens,
    isReserved: row.status === 'started' && (row.kind === 'model' || row.kind === 'tool'),
    input: {
      step: {
        id: row.step,
        name: nameOf(live.plan, row.step),
        type: row.typeName,
        visit: row.visit,
      },
      settings,
      scope: fullScope(live.snapshot),
      at: new Date(row.openedAt).toISOString(),
      usage: NO_USAGE,
      card: card ?? cardNamed(live, settings),
      asOf: live.asOf,
    },
    ...(call ? { call } : {}),
    ...(card ? { card } : {}),
    ...(argsHash ? { argsHash } : {}),
    ...(opened?.head.admission ? { admission: opened.head.admission } : {}),
    ...(openCard ? { openCard } : {}),
    ...marks,
    ...(call?.kind === 'model' && asks !== undefined ? askedAgain(live.plan, call, asks) : {}),
    ...(invoke?.each ? { each: invoke.each } : {}),
    ...(index === undefined ? {} : { index }),
  };
}

/** The card a step's settings name, as it was when the effect opened. */
function cardNamed({ plan }: LiveRun, settings: Value): AuthorityCard | undefined {
  const tool = partAt(settings.v, 'tool');
  return typeof tool === 'string' ? plan.cards.get(tool) : undefined;
}

/** Which item a lane was working on. */
function childIndex(live: LiveRun, row: EffectRow, each: string | undefined): number | undefined {
  if (each === undefined || row.kind !== 'child') return undefined;
  const lanes =
    (live.snapshot as { context: { loops: Record<string, { lanes?: Record<string, number> }> } })
      .context.loops[each]?.lanes ?? {};
  const lane = live.plan.invokes.get(row.ref)?.lane;
  return lane === undefined ? undefined : lanes[lane];
}
