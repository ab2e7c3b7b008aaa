// Taking up where the journal stands: live runs rebuilt, timers armed, what was in flight looked
// after.
// K1 an effect that had started is never simply repeated: `key` goes again under its key, `check`
//    asks the tool, a read or a model asks again (paid again), and `none` puts the question to a
//    person.

import type { Registry } from '../node.ts';
import type { Setting } from '../1-document/schema.ts';
import type { CompiledMachine } from '../3-compile/ir.ts';
import { openUnknownCard } from './cards.ts';
import { goOn } from './control.ts';
import { decide } from './decide.ts';
import type { LiveEffect } from './live.ts';
import { planOf, type Pinned, type Plan } from './plan.ts';
import { rebuild, type Past } from './rebuild.ts';
import { settleMoney } from './room.ts';
import { adopt, push, type Runner } from './runner.ts';
import { record, touch, type Settlement, type Turn } from './turn.ts';

/** What plans are built from today. */
export type Known = { registry: Registry; setting: Setting };

/** Takes up the unfinished runs of one root, or of all. */
export function recoverRuns(runner: Runner, known: Known, only?: string): void {
  const { journal } = runner.deps;
  const rows = journal.activeRuns().filter((r) => only === undefined || r.root === only);
  const depth = (id: string): number => id.split(':').length;
  const parentsFirst = rows.toSorted((a, b) => depth(a.id) - depth(b.id));
  for (const row of parentsFirst) {
    if (runner.state.live.has(row.id)) continue;
    const past = { row, events: journal.eventsOf(row.id), effects: journal.effects(row.id, true) };
    const above = row.parent === null ? undefined : runner.state.live.get(row.parent);
    const plan = isPart(row.machine) ? above?.plan : planFor(runner, past, known);
    if (!plan) continue;
    const ledger = journal.ledger(row.root);
    if (ledger) runner.state.ledgers.set(row.root, ledger);
    adopt(runner, rebuild(past, plan, above));
    push(runner, { run: row.id, apply: takeUp });
  }
}

/** The body of a for-each runs on a part of its parent's machine and shares the parent's plan. */
const isPart = (machine: string): boolean => machine.includes('#');

function planFor(
  { deps: { journal } }: Runner,
  { row, events }: Past,
  known: Known,
): Plan | undefined {
  const started = events[0];
  if (started?.type !== 'run.started') return undefined;
  const pinned = journal.folder(started.head.pins.rules);
  const machine = journal.machine(row.machine);
  if (!pinned || !machine) return undefined;
  const compiled = JSON.parse(machine) as CompiledMachine;
  return planOf({
    ...(JSON.parse(pinned) as Pinned),
    ...known,
    practice: row.mode === 'practice',
    compiled,
  });
}

/**
 * The first turn after a restart: what was in flight is looked after, then everything goes on (K1).
 */
const takeUp = (turn: Turn): void => {
  for (const effect of turn.live.open.values())
    if (
      effect.row.status === 'started' &&
      (effect.row.kind === 'model' || effect.row.kind === 'tool')
    )
      interrupted(turn, effect);
  if (turn.live.row.control === 'run') goOn(turn);
};

function interrupted(turn: Turn, effect: LiveEffect): void {
  const { card } = effect;
  if (effect.row.kind === 'model' || card?.effect === 'read' || card?.effect === 'none')
    return askAgain(turn, effect);
  if (card?.idempotency === 'key') {
    turn.out.starts.push(effect); // the same attempt under the same key
    return;
  }
  if (card?.idempotency === 'check') {
    turn.out.starts.push({ ...effect, wasSent: true });
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
    },
  });
}

/**
 * A model or a read is asked again: the lost attempt is paid at its reserve, the next reserves
 * anew.
 */
function askAgain(turn: Turn, effect: LiveEffect): void {
  const used = { costNano: null, modelCalls: 0, toolCalls: 0, tokens: 0 };
  lost(turn, effect, { result: { port: '', value: null }, used });
  const open = touch(turn, { ...effect, isReserved: false }, { status: 'open' });
  const again = { ...open, isReserved: false, reservedNano: 0, reservedTokens: 0 };
  turn.live.open.set(effect.row.id, again);
  if (turn.live.row.control === 'run') decide(turn, again);
}
