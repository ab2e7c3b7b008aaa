// How cards change in the folded view. Called by evolve.ts only.

import { type Draft, listOf, putCard } from './evolve-draft.ts';
import { showStep } from './evolve-steps.ts';
import { handed, voted, without } from './card-change.ts';
import type { Recorded, RunEventType } from './events.ts';

type EventOf<T extends RunEventType> = Extract<Recorded, { type: T }>;
export type CardEvent = EventOf<
  'card.opened' | 'card.voted' | 'card.answered' | 'card.handed' | 'card.expired' | 'card.withdrawn'
>;

/** Folds one event about a card. */
export function applyCard(d: Draft, e: CardEvent, at: number): void {
  if (e.type === 'card.opened') {
    const { card: id, ...head } = e.head;
    const body = (e.payload as typeof e.payload | undefined) ?? {
      title: '',
      facts: [],
      fields: [],
      covers: [],
    };
    const { workflow, name } = d.view;
    const own = { id, run: e.run, workflow, workflowName: name, openedAt: at, seq: e.seq };
    const { gate, ...shown } = head;
    putCard(d, { ...shown, ...own, body, state: 'open' });
    if (gate !== undefined) takeBack(d, gate);
    if (head.kind !== 'unknown') showStep(d, head.effect, 'waiting');
    return;
  }
  const card = d.view.cards[e.head.card];
  if (!card) return;
  if (e.type === 'card.answered') {
    const { choice, by, grants } = e.head;
    const own = { state: 'answered' as const, choice, by, answeredAt: at, answeredSeq: e.seq };
    putCard(d, { ...card, ...own, ...e.payload });
    if (grants.length) listOf(d, 'grants').push(...grants);
  } else if (e.type === 'card.handed') {
    putCard(d, handed(card, e.head, e.payload));
  } else if (e.type === 'card.voted') {
    const { choice, by, hash } = e.head;
    const { note, ...change } = e.payload ?? {};
    putCard(d, voted(card, { choice, by, at, hash, ...(note ? { note } : {}) }, change));
  } else {
    putCard(d, { ...card, state: e.type === 'card.expired' ? 'expired' : 'withdrawn' });
  }
}

/** What a gate gave and nobody used is void once it is asked anew. */
function takeBack(d: Draft, gate: string): void {
  const left = without(d.view.grants, gate);
  if (left !== d.view.grants) listOf(d, 'grants').splice(0, Infinity, ...left);
}
