// Bringing a turn to rest: everything that can be settled without the world is settled in the same
// turn.
// V1 at most LIMITS.pureStepsInTurn in a row; the rest waits for the next flush, so nothing can
//    hang.
// V2 while a run is paused nothing is computed.

import { LIMITS } from '../base/limits.ts';
import { settingsOf } from './parsed.ts';
import { closeItems, openItems } from './children.ts';
import type { LiveEffect } from './live.ts';
import { settle } from './settle.ts';
import { touch, usageOf, type Settlement, type Turn } from './turn.ts';

/** Settles what is ready until nothing is. Returns true when work is left over (V1). */
export function advance(turn: Turn): boolean {
  for (let n = 0; n < LIMITS.pureStepsInTurn; n++) {
    const next = turn.ready.shift();
    if (!next) return false;
    const effect = turn.live.open.get(next.effect);
    const { row } = turn.live;
    if (!effect || row.status !== 'active') continue;
    if (row.control === 'paused' && turn.stepping !== next.effect) {
      standOpen(turn, effect);
      continue;
    }
    settle(turn, effect, next.outcome ?? computed(turn, effect));
  }
  return turn.ready.length > 0;
}

/** What was held or in line stands open like everything else until somebody resumes (V2). */
function standOpen(turn: Turn, effect: LiveEffect): void {
  const { status } = effect.row;
  if (status === 'held' || status === 'queued')
    touch(turn, effect, { status: 'open', dueAt: null });
}

function computed(turn: Turn, effect: LiveEffect): Settlement {
  if (effect.src === 'each_open') {
    const items = openItems(turn, effect);
    return { result: 'failure' in items ? items : { port: 'ok', value: items } };
  }
  if (effect.src === 'each_close') {
    const { v, labels } = closeItems(turn, effect);
    return { result: { port: 'ok', value: v, labels } };
  }
  const { definition, input } = effect;
  if (definition?.does.kind !== 'compute')
    return { result: { failure: { kind: 'terminal', code: 'failure.unknown_step' } } };
  const parsed = settingsOf(definition, effect.raw);
  if (!parsed.ok) return { result: { failure: parsed.failure } };
  const now = { ...input, usage: usageOf(turn.ledger) }; // it may have stood open for long
  return { result: definition.does.compute(now, parsed.settings) };
}
