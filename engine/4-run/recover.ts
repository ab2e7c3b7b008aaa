// Taking up where the journal stands: live runs rebuilt, timers armed, what was in flight looked
// after.
// K1 an effect that had started is never simply repeated: `key` goes again under its key, `check`
//    asks the tool, a read or a model asks again (paid again), and `none` puts the question to a
//    person.
// K2 what this engine has begun itself is no leftover: while runs are taken up, one may let another
//    begin whose own turn to be taken up is still to come.
// K3 a family of runs is taken up whole or not at all, and one that cannot be never keeps the
//    others from going on.

import type { Registry } from '../node.ts';
import type { Setting } from '../1-document/schema.ts';
import type { CompiledMachine } from '../3-compile/ir.ts';
import { openUnknownCard } from './door-card.ts';
import { goOn } from './control.ts';
import { decide } from './decide.ts';
import { assert } from '../base/assert.ts';
import { holdFamily } from './held.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { asleep, beginQueued, sameAs } from './overlap.ts';
import { planOf, type Now, type Pinned, type Plan } from './plan.ts';
import type { RunRow } from './ports.ts';
import { rebuild, type Past } from './rebuild.ts';
import { settleMoney } from './room.ts';
import type { Recorded } from './events.ts';
import { askedIn, isOver, isUnderWay } from './lanes.ts';
import { counted, isInFlight, isPoisonous, quarantine } from './poison.ts';
import { adopt, push, type Runner } from './runner.ts';
import { record, touch, type Settlement, type Turn } from './turn.ts';
import { workText } from './work.ts';

/** What plans are built from today. */
export type Known = { registry: Registry; setting: Setting; now: Now };

/** One root's runs only; `quiet`: without going on, because they are about to be stopped. */
type Which = { only?: string | undefined; quiet?: boolean };

/** Takes up the unfinished runs of one root, or of all; what cannot be taken up is held (K3). */
export function recoverRuns(runner: Runner, known: Known, { only, quiet }: Which = {}): void {
  const rows = runner.deps.journal.activeRuns();
  const wanted = rows.filter((r) => only === undefined || r.root === only);
  const planOfRun = planner(runner, known);
  for (const [root, family] of Map.groupBy(wanted, (r) => r.root)) {
    let rebuilt: LiveRun[];
    try {
      rebuilt = familyOf(runner, planOfRun, family);
    } catch (error) {
      holdFamily(runner, root, family, error as Error);
      continue;
    }
    runner.held.delete(root);
    for (const live of rebuilt) {
      adopt(runner, live);
      const wasInLine = live.queue !== undefined;
      const apply = (turn: Turn): void => takeUp(runner, turn, wasInLine);
      if (!quiet) push(runner, { run: live.row.id, apply });
    }
  }
}

/** The runs of a root that this engine does not work on yet, rebuilt, parents first. */
function familyOf(runner: Runner, planOfRun: Planner, rows: RunRow[]): LiveRun[] {
  const { journal } = runner.deps;
  const rebuilt = new Map<string, LiveRun>();
  const depth = ({ id }: RunRow): number => id.split(':').length;
  for (const row of rows.toSorted((a, b) => depth(a) - depth(b))) {
    if (runner.state.live.has(row.id)) continue;
    const events = journal.eventsOf(row.id);
    const isAlone = row.parent !== null || journal.children(row.id).length === 0;
    const family = isAlone ? events : journal.eventsAfter(0, row.id);
    const past = { row, events, effects: journal.effects(row.id, true), family };
    const { parent } = row;
    const above =
      parent === null ? undefined : (rebuilt.get(parent) ?? runner.state.live.get(parent));
    const plan = isPart(row.machine) ? above?.plan : planOfRun(past);
    assert(plan, 'what it was started from is not in the record');
    const ledger = journal.ledger(row.root);
    if (ledger) runner.state.ledgers.set(row.root, ledger);
    if (!runner.state.grants.has(row.root))
      runner.state.grants.set(row.root, grantsIn(runner, row, family));
    rebuilt.set(row.id, rebuild(past, plan, above));
  }
  return [...rebuilt.values()];
}

/** Grants come of answers only; where nobody answered yet nothing has to be folded. */
function grantsIn({ deps: { journal } }: Runner, { id, root }: RunRow, family: Recorded[]) {
  const isAnswered = id !== root || family.some((e) => e.type === 'card.answered');
  return isAnswered ? (journal.view(root)?.grants ?? []) : [];
}

/** The body of a for-each runs on a part of its parent's machine and shares the parent's plan. */
const isPart = (machine: string): boolean => machine.includes('#');

type Planner = (past: Past) => Plan | undefined;

/** Plans by what was pinned: a thousand waiting runs of one workflow share one. */
function planner({ deps: { journal } }: Runner, known: Known): Planner {
  const plans = new Map<string, Plan>();
  return ({ row, events }) => {
    const started = events[0];
    if (started?.type !== 'run.started') return undefined;
    const { rules } = started.head.pins;
    const key = `${row.machine} ${rules} ${row.mode}`;
    const kept = plans.get(key);
    const pinned = kept ? undefined : journal.folder(rules);
    const machine = pinned && journal.machine(row.machine);
    if (!pinned || !machine) return kept;
    const plan = planOf({
      ...(JSON.parse(pinned) as Pinned),
      ...known,
      practice: row.mode === 'practice',
      compiled: JSON.parse(machine) as CompiledMachine,
    });
    plans.set(key, plan);
    return plan;
  };
}

/**
 * The first turn after a restart: what was in flight is looked after, then everything goes on (K1).
 */
function takeUp(runner: Runner, turn: Turn, wasInLine: boolean): void {
  const { live } = turn;
  if (live.queue) {
    if (isNext(runner, turn)) beginQueued(turn);
    return;
  }
  if (wasInLine) return; // its turn has come meanwhile (K2)
  for (const effect of live.open.values()) if (isInFlight(effect)) interrupted(turn, effect);
  if (live.row.control === 'run') goOn(turn);
}

/** Is nobody before it in line any more? What no engine has taken up stands before it too. */
function isNext({ deps: { journal }, state }: Runner, { live, runs }: Turn): boolean {
  const isBefore = ({ row, queue }: LiveRun): boolean =>
    !queue || row.startedAt < live.row.startedAt;
  if (sameAs(runs(), live).some(isBefore)) return false;
  return asleep(journal, state.live, live).every(
    (id) => (journal.run(id)?.startedAt ?? 0) > live.row.startedAt,
  );
}

function interrupted(turn: Turn, found: LiveEffect): void {
  const effect = counted(turn, found);
  const { card } = effect;
  const isAsking =
    effect.row.kind === 'model' || card?.effect === 'read' || card?.effect === 'none';
  if (isAsking || (isPoisonous(effect) && card?.idempotency !== 'none'))
    return askAgain(turn, effect);
  if (card?.idempotency === 'key' || card?.idempotency === 'check') {
    isUnderWay(turn, effect); // the same attempt under the same key, sent once more
    const mark = card.idempotency === 'check' ? { wasSent: true } : {};
    turn.out.starts.push({ ...effect, ...mark });
    return;
  }
  lost(turn, effect, { result: { port: '', value: null } });
  openUnknownCard(turn, { ...effect, isReserved: false });
}

/** The attempt that was in flight when the engine went is over, and paid. */
function lost(turn: Turn, effect: LiveEffect, paid: Settlement): void {
  const usage = settleMoney(turn, effect, paid);
  record(turn, {
    type: 'attempt.ended',
    payload: undefined,
    head: {
      effect: effect.row.id,
      n: effect.row.attempt,
      usage,
      failure: { kind: 'retryable', code: 'failure.interrupted' },
      ...askedIn(turn.live, effect),
    },
  });
  isOver(turn, effect);
}

/**
 * A model or a read is asked again: the lost attempt is paid at its reserve, the next reserves
 * anew. One that is held stands open until somebody resumes.
 */
function askAgain(turn: Turn, effect: LiveEffect): void {
  const used = { costNano: null, modelCalls: 0, toolCalls: 0, tokens: 0 };
  lost(turn, effect, { result: { port: '', value: null }, used });
  const { tried, crashes } = effect;
  const work = workText({ tried, crashes });
  const open = touch(turn, { ...effect, isReserved: false }, { status: 'open', work });
  const again = { ...open, isReserved: false, reservedNano: 0, reservedTokens: 0 };
  turn.live.open.set(effect.row.id, again);
  if (isPoisonous(again)) return quarantine(turn, again);
  if (turn.live.row.control === 'run') decide(turn, again);
}
