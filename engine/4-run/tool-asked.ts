// A tool that must be seen before it is called: its adapter called nothing and says what there is
// to see (a program nobody agreed to yet, a tool that says something else of itself).
// TA1 the effect is held and one card shows all of it to the owner of *authority*.
// TA2 *trust* agrees to exactly the hash on the card; the call is then admitted and made anew, and
//     asks again if what it finds is something else. *Refuse* is a denied failure of the step.

import { askedIn, openCard } from './cards.ts';
import type { LiveEffect } from './live.ts';
import type { Failure } from '../node.ts';
import { ownerFor } from './people.ts';
import type { ToolAsk } from './ports.ts';
import { record, touch, usageOf, type Turn } from './turn.ts';

/** Puts the question on a card (TA1). */
export function openToolCard(
  turn: Turn,
  effect: LiveEffect,
  asks: ToolAsk,
  { code, params }: Failure,
): void {
  const why = { code, ...(params ? { params } : {}) };
  const held = touch(turn, effect, { status: 'held' });
  const today = new Date(turn.at).toISOString().slice(0, 10);
  const card = openCard(turn, held, {
    kind: 'tool_changed',
    to: ownerFor(askedIn(turn.live), 'tool_changed', today),
    step: effect.row.node,
    choices: ['trust', 'refuse'],
    body: {
      title: effect.card?.title ?? effect.input.step.name,
      facts: asks.facts,
      fields: [],
      covers: [],
      detail: why,
      usage: usageOf(turn.ledger),
      trust: asks.hash,
    },
  });
  record(turn, {
    type: 'effect.held',
    head: {
      effect: effect.row.id,
      admission: { ...effect.admission, decision: 'hold', why },
      card,
    },
    payload: undefined,
  });
}
