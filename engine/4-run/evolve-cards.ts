// How cards change in the folded view. Called by evolve.ts only.

import { type Draft, listOf, putCard } from './evolve-draft.ts';
import { showStep } from './evolve-steps.ts';
import type { Recorded, RunEventType } from './events.ts';

type EventOf<T extends RunEventType> = Extract<Recorded, { type: T }>;
export type CardEvent = EventOf<
  'card.opened' | 'card.answered' | 'card.handed' | 'card.expired' | 'card.withdrawn'
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
    putCard(d, { ...head, ...own, body, state: 'open' });
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
    const { edit, covers } = e.payload ?? {};
    const body = covers ? { ...card.body, covers } : card.body;
    const proposal = edit ? { proposal: { ...card.proposal, ...edit } } : {};
    putCard(d, { ...card, to: e.head.to, body, ...proposal });
  } else {
    putCard(d, { ...card, state: e.type === 'card.expired' ? 'expired' : 'withdrawn' });
  }
}
