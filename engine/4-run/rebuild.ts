// A run's live state out of the journal: snapshot, open effects, grants and remembered answers.
// B1 everything in memory comes from the journal; nothing is guessed.

import { assert } from '../base/assert.ts';
import { canonical } from '../base/canonical.ts';
import { type JsonObject, type Value, valueOf } from '../base/value.ts';
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
import type { Call } from '../node.ts';
import type { Recorded, RunEventType } from './events.ts';
import type { LiveEffect, LiveRun, UsableGrant } from './live.ts';
import { definitionOf, machineOf, nameOf, type Plan } from './plan.ts';
import type { EffectRow, RunRow } from './ports.ts';
import { shaOf } from './sha.ts';
import { NO_USAGE } from './turn.ts';

type EventOf<T extends RunEventType> = Extract<Recorded, { type: T }>;
type Opened = Map<string, EventOf<'effect.opened'>>;
/** What the journal holds about one unfinished run. */
export type Past = { row: RunRow; events: Recorded[]; effects: EffectRow[] };

/** A run's live state from its row, its open effects and its events (B1). */
export function rebuild(past: Past, plan: Plan, above: LiveRun | undefined): LiveRun {
  const { row, events } = past;
  const started = events[0] as EventOf<'run.started'>;
  // What a run began with may have been removed since; the snapshot stands on its own.
  const given = started.payload as typeof started.payload | undefined;
  const machine = machineOf(plan, partOf(row.machine));
  const opened = new Map(
    events.flatMap((e) => (e.type === 'effect.opened' ? [[e.head.effect, e] as const] : [])),
  );
  const budget = above?.budget ?? plan.folder.workflow.budget;
  const live: LiveRun = {
    row: { ...row },
    machine,
    plan,
    budget,
    by: started.head.by,
    input: given?.input ?? valueOf(null),
    recorded: given?.recorded ?? [],
    snapshot: snapshotOf(past, machine, opened),
    open: new Map(),
    grants: grantsIn(events),
    answers: above?.answers ?? answersIn(events, opened, plan),
    asOf: {},
    trouble: undefined,
    breakpoints: new Set(started.head.breakpoints),
  };
  for (const e of events) {
    if (e.type !== 'effect.settled') continue;
    if (e.head.asOf) live.asOf[e.head.step] = e.head.asOf;
    if (e.head.failure) live.trouble = { step: e.head.node, failure: e.head.failure };
  }
  const cards = openCardsIn(events);
  for (const effect of past.effects) {
    const again = effectOf(live, effect, opened.get(effect.id), cards.get(effect.id));
    live.open.set(effect.id, again);
  }
  return live;
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

function grantsIn(events: Recorded[]): UsableGrant[] {
  const usedBy = new Map<string, string>();
  for (const e of events) {
    if (e.type !== 'effect.opened' && e.type !== 'effect.admitted') continue;
    const grant = e.head.admission?.grant;
    if (grant !== undefined) usedBy.set(grant, e.head.effect);
  }
  const given = events.flatMap((e) => (e.type === 'card.answered' ? e.head.grants : []));
  return given.map((g) => {
    const by = usedBy.get(g.id);
    return by === undefined ? g : { ...g, usedBy: by };
  });
}

function answersIn(events: Recorded[], opened: Opened, plan: Plan): LiveRun['answers'] {
  const answers: LiveRun['answers'] = new Map();
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
  const work = JSON.parse(row.work) as { reservedNano?: number; reservedTokens?: number };
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
    reservedNano: work.reservedNano ?? 0,
    reservedTokens: work.reservedTokens ?? 0,
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
      card,
      asOf: live.asOf,
    },
    ...(call ? { call } : {}),
    ...(card ? { card } : {}),
    ...(argsHash ? { argsHash } : {}),
    ...(opened?.head.admission ? { admission: opened.head.admission } : {}),
    ...(openCard ? { openCard } : {}),
    ...(invoke?.each ? { each: invoke.each } : {}),
    ...(index === undefined ? {} : { index }),
  };
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
