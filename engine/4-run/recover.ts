// Taking up where the journal stands: live runs rebuilt, timers armed, what was in flight looked after.
// K1 everything in memory comes from the journal; nothing is guessed.
// K2 an effect that had started is never simply repeated: `key` goes again under its key, `check` asks
//    the tool, a read or a model asks again (paid again), and `none` puts the question to a person.

import { assert } from '../base/assert.ts';
import { canonical } from '../base/canonical.ts';
import type { JsonObject, Value } from '../base/value.ts';
import {
  done,
  failed,
  fullScope,
  next,
  restore,
  start,
  type KernelEvent,
  type Snapshot,
  type Stamp,
} from '../kernel.ts';
import type { Call, Registry } from '../node.ts';
import type { Setting } from '../1-document/schema.ts';
import type { CompiledMachine } from '../3-compile/ir.ts';
import { openUnknownCard } from './cards.ts';
import { goOn } from './control.ts';
import { decide } from './decide.ts';
import type { Recorded, RunEventType } from './events.ts';
import type { LiveEffect, LiveRun, UsableGrant } from './live.ts';
import { definitionOf, machineOf, nameOf, planOf, type Pinned, type Plan } from './plan.ts';
import type { EffectRow, Journal, RunRow } from './ports.ts';
import type { Runner, RunnerDeps } from './runner.ts';
import { settleMoney } from './room.ts';
import { settle } from './settle.ts';
import { NO_USAGE, record, touch, type Turn } from './turn.ts';

type EventOf<T extends RunEventType> = Extract<Recorded, { type: T }>;

/** Rebuilds the unfinished runs of `roots` (all when absent) and takes them into work. */
export function recoverRuns(
  deps: RunnerDeps,
  runner: Runner,
  registry: Registry,
  setting: Setting,
  only?: string,
): void {
  const { journal } = deps;
  const rows = journal.activeRuns().filter((r) => only === undefined || r.root === only);
  const parentsFirst = rows.sort((a, b) => a.id.split(':').length - b.id.split(':').length);
  const plans = new Map<string, Plan>();
  for (const row of parentsFirst) {
    if (runner.state.live.has(row.id)) continue;
    const events = journal.eventsOf(row.id);
    const plan = planFor(journal, row, events, registry, setting, plans);
    if (!plan) continue;
    plans.set(row.id, plan);
    const ledger = journal.ledger(row.root);
    if (ledger) runner.state.ledgers.set(row.root, ledger);
    const live = rebuild(journal, row, events, plan, runner);
    runner.adopt(live, []);
    runner.push({ run: row.id, apply: takeUp(deps, runner) });
  }
}

function planFor(
  journal: Journal,
  row: RunRow,
  events: Recorded[],
  registry: Registry,
  setting: Setting,
  plans: Map<string, Plan>,
): Plan | undefined {
  if (row.parent && row.machine.includes('#')) return plans.get(row.parent);
  const started = events[0];
  if (started?.type !== 'run.started') return undefined;
  const pinned = journal.folder(started.head.pins.rules);
  const machine = journal.machine(row.machine);
  if (!pinned || !machine) return undefined;
  const { folder, dir, library } = JSON.parse(pinned) as Pinned;
  return planOf({
    folder,
    dir,
    library,
    setting,
    registry,
    practice: row.mode === 'practice',
    compiled: JSON.parse(machine) as CompiledMachine,
  });
}

/** A run's live state from its row, its open effects and its events (K1). */
export function rebuild(
  journal: Journal,
  row: RunRow,
  events: Recorded[],
  plan: Plan,
  runner: Runner,
): LiveRun {
  const started = events[0] as EventOf<'run.started'>;
  const machine = machineOf(plan, row.machine.split('#')[1] ?? '');
  const opened = new Map(
    events.flatMap((e) => (e.type === 'effect.opened' ? [[e.head.effect, e] as const] : [])),
  );
  const above = row.parent ? runner.state.live.get(row.parent) : undefined;
  const budget = above?.budget ?? plan.folder.workflow.budget;
  const live: LiveRun = {
    row: { ...row },
    machine,
    plan,
    budget,
    by: started.head.by,
    input: started.payload.input,
    recorded: started.payload.recorded ?? [],
    snapshot: snapshotOf(machine, row, events, opened, started, plan),
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
  for (const effect of journal.effects(row.id, true)) {
    const again = effectOf(live, effect, opened.get(effect.id), cards.get(effect.id));
    live.open.set(effect.id, again);
  }
  return live;
}

/** The stored snapshot, and every later event the machine consumed replayed over it. */
function snapshotOf(
  machine: LiveRun['machine'],
  row: RunRow,
  events: Recorded[],
  opened: Map<string, EventOf<'effect.opened'>>,
  started: EventOf<'run.started'>,
  plan: Plan,
): Snapshot {
  let snapshot = row.snapshot
    ? restore(machine, JSON.parse(row.snapshot) as JsonObject)
    : start(machine, {
        input: started.payload.input,
        run: { id: row.id, by: started.head.by, mode: row.mode },
        workflow: { id: plan.folder.workflow.id, name: row.name, version: row.version },
        today: String(started.at).slice(0, 10),
        ...stampOf(started),
      }).snapshot;
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
export function machineEvent(
  e: Recorded,
  opened: Map<string, EventOf<'effect.opened'>>,
): KernelEvent | undefined {
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
  const used = new Set(
    events.flatMap((e) =>
      e.type === 'effect.opened' || e.type === 'effect.admitted' ? [e.head.admission?.grant] : [],
    ),
  );
  return events.flatMap((e) =>
    e.type === 'card.answered' ? e.head.grants.map((g) => ({ ...g, used: used.has(g.id) })) : [],
  );
}

function answersIn(
  events: Recorded[],
  opened: Map<string, EventOf<'effect.opened'>>,
  plan: Plan,
): LiveRun['answers'] {
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
  const argsHash = opened?.head.admission?.argsHash;
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

/** The first turn after a restart: what was in flight is looked after, then everything goes on (K2). */
const takeUp =
  (deps: RunnerDeps, runner: Runner) =>
  (turn: Turn): void => {
    for (const effect of [...turn.live.open.values()])
      if (
        effect.row.status === 'started' &&
        (effect.row.kind === 'model' || effect.row.kind === 'tool')
      )
        interrupted(turn, effect, deps, runner);
    if (turn.live.row.control === 'run') goOn(turn);
  };

function interrupted(turn: Turn, effect: LiveEffect, deps: RunnerDeps, runner: Runner): void {
  const { card } = effect;
  if (effect.row.kind === 'model' || card?.effect === 'read' || card?.effect === 'none')
    return askAgain(turn, effect);
  if (card?.idempotency === 'key') {
    turn.out.starts.set(effect.row.id, effect); // the same attempt under the same key
    return;
  }
  if (card?.idempotency === 'check' && deps.tools.check) return checkFirst(effect, deps, runner);
  settleMoney(turn, effect, { result: { port: '', value: null } });
  openUnknownCard(turn, { ...effect, isReserved: false });
}

/** A model or a read is asked again: the lost attempt is paid at its reserve, the next reserves anew. */
function askAgain(turn: Turn, effect: LiveEffect): void {
  const lost = { costNano: null, modelCalls: 0, toolCalls: 0, tokens: 0 };
  const usage = settleMoney(turn, effect, { result: { port: '', value: null }, used: lost });
  record(turn, {
    type: 'attempt.ended',
    payload: undefined,
    head: {
      effect: effect.row.id,
      n: effect.row.attempt,
      usage,
      failure: { kind: 'retryable', code: 'failure.interrupted' },
    },
  });
  const open = touch(turn, { ...effect, isReserved: false }, { status: 'open' });
  const again = { ...open, isReserved: false, reservedNano: 0, reservedTokens: 0 };
  turn.live.open.set(effect.row.id, again);
  if (turn.live.row.control === 'run') decide(turn, again);
}

/** The tool is asked whether the call happened; found, it is the answer; else it goes again. */
function checkFirst(effect: LiveEffect, deps: RunnerDeps, runner: Runner): void {
  const { id, run } = effect.row;
  const { card } = effect;
  assert(card, 'only tools are checked');
  const outcome = deps.tools.check?.(card, id) ?? Promise.resolve(undefined);
  void outcome
    .catch(() => undefined)
    .then((reply) => {
      runner.push({
        run,
        apply: (turn) => {
          const open = turn.live.open.get(id);
          if (!open || open.row.status !== 'started') return;
          const does = open.definition?.does;
          const parsed = open.definition?.settings.safeParse(open.raw);
          if (reply && does?.kind === 'call')
            settle(turn, open, {
              result: does.read({ kind: 'tool', ...reply }, open.input, parsed?.data),
            });
          else turn.out.starts.set(id, open);
        },
      });
    });
}
