// Taking a removed value out of a view that already showed it. Called by evolve.ts only.

import { type Draft, putCard, putEffect } from './evolve-draft.ts';
import type { CardView } from './view.ts';

/** Takes a removed payload's values out of the view (evolve.ts E4). */
export function forget(d: Draft, run: string, seq: number): void {
  const without = <T extends object>(from: T, ...keys: (keyof T)[]): T =>
    Object.fromEntries(Object.entries(from).filter(([k]) => !keys.includes(k as keyof T))) as T;
  for (const effect of Object.values(d.view.effects)) {
    if (effect.run !== run) continue;
    const opened = effect.seq === seq;
    const closed = effect.settledSeq === seq;
    if (!opened && !closed) continue;
    putEffect(
      d,
      without(
        effect,
        ...(opened ? (['input', 'call'] as const) : []),
        ...(closed ? (['output'] as const) : []),
      ),
    );
  }
  for (const card of Object.values(d.view.cards)) {
    if (card.run !== run) continue;
    const body: CardView['body'] = { title: '', facts: [], fields: [], covers: [] };
    if (card.seq === seq) putCard(d, { ...card, body });
    if (card.answeredSeq === seq) putCard(d, without(card, 'edit', 'note', 'changes'));
  }
  if (run !== d.view.run) return;
  if (seq === 1) {
    d.view.input = { v: null, labels: {} };
    delete d.view.tags;
  }
  if (seq === d.view.endedSeq) delete d.view.output;
}
