// What an attempt leaves behind when it is over: its place, a word about the other side, and marks
// in the record of who was asked.
// AT1 only an attempt that was under way counts; what was settled without a call says nothing.
// AT2 a model that took more than it was given is marked, and its run is held: from here on nobody
//     knows what it may cost.

import type { ModelNamed } from './events.ts';
import { markOf } from './failover.ts';
import { askedIn, isOver } from './lanes.ts';
import type { LiveEffect } from './live.ts';
import { modelFor } from './plan.ts';
import { pauseAt } from './pause.ts';
import type { Used } from './ports.ts';
import { said, type Settlement, type Turn } from './turn.ts';

/** What the record says of an attempt besides how it ended. */
export type Attempted = {
  tool?: string;
  model?: ModelNamed;
  restMs?: number;
  over?: NonNullable<Used['over']>;
};

/** Closes the books on an attempt (AT1) and says what is to be recorded of it. */
export function attempted(turn: Turn, effect: LiveEffect, outcome: Settlement): Attempted {
  const { row, call, entry } = effect;
  if (row.status !== 'started' || !call) return {};
  const { result, ms = 0, retryAfterMs: restMs, used } = outcome;
  isOver(turn, effect, { ms, failure: 'failure' in result ? result.failure : undefined, restMs });
  const over = beyond(effect, used);
  if (over && call.kind === 'model') {
    const model = entry ?? modelFor(turn.live.plan, call);
    turn.deps.traffic.unruly.add(markOf(model));
    pauseAt(turn, said('why.over_maximum', { model: model.model, ...over })); // AT2
  }
  const facts: Attempted = askedIn(turn.live, effect);
  if (restMs) facts.restMs = restMs;
  if (over) facts.over = over;
  return facts;
}

/** How much more than its maximum an attempt took, if it did, in tokens. */
function beyond(effect: LiveEffect, used: Settlement['used']): Attempted['over'] {
  if (used?.over) return used.over;
  const isDearer = effect.isReserved && (used?.costNano ?? 0) > effect.reservedNano;
  return isDearer ? { given: effect.reservedTokens, said: used?.tokens ?? 0 } : undefined;
}
