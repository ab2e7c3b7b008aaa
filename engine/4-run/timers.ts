// Durable timers: rows with an absolute due time, re-armed at every start, fired as machine events.
// What happens when one falls due stands in due.ts.

import { effectId } from '../base/ids.ts';
import type { KernelEffect } from '../kernel.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { openedEvent } from './effect-facts.ts';
import { pauseAt } from './pause.ts';
import { definitionOf, nameOf } from './plan.ts';
import { record, said, usageOf, type Turn } from './turn.ts';

/** Opens the row of a timer the machine asked for. */
export function openTimer(
  turn: Turn,
  wish: KernelEffect & { do: 'timer' },
  seq: number,
  k: number,
): void {
  const { live } = turn;
  const id = effectId(live.row.id, seq, k);
  const effect: LiveEffect = {
    row: {
      id,
      run: live.row.id,
      root: live.row.root,
      ref: wish.ref,
      step: wish.step,
      node: wish.step,
      visit: 1,
      kind: 'timer',
      typeName: 'timer',
      status: 'open',
      attempt: 0,
      dueAt: turn.at + wish.delayMs,
      openedAt: turn.at,
      startedAt: null,
      work: '{}',
    },
    src: 'timer',
    raw: {},
    definition: undefined,
    reservedNano: 0,
    reservedTokens: 0,
    isReserved: false,
    input: {
      step: { id: wish.step, name: wish.step, type: 'timer', visit: 1 },
      settings: { v: {}, labels: {} },
      scope: { input: live.input, steps: {} },
      at: new Date(turn.at).toISOString(),
      usage: usageOf(turn.ledger),
    },
  };
  live.open.set(id, effect);
  turn.out.effects.push(effect.row);
  record(turn, openedEvent(effect));
  // Its time runs all the same: a pause stops effects, not clocks.
  if (isWait(live, wish.step) && live.breakpoints.has(wish.step) && live.row.control === 'run')
    pauseAt(turn, said('why.breakpoint', { step: nameOf(live.plan, wish.step) }));
}

/** A step that waits for its time, as against the deadline of another one. */
function isWait({ plan }: LiveRun, step: string): boolean {
  const does = definitionOf(plan, plan.nodes.get(step)?.type ?? '')?.does;
  return does?.kind === 'structure' && does.as === 'wait';
}
