// The one place where a folded view is changed: a draft that copies a container once, when first
// touched.
// D1 a view handed in is never changed; a draft owns every container it writes to.
// D2 leaves (one step, one effect, one card) are replaced, never written to, so views may share
//    them.

import type { CardView, EffectView, RunView, StepView } from './view.ts';

type Container = 'steps' | 'path' | 'effects' | 'cards' | 'grants' | 'open' | 'children';

/** A view being folded. `own` names the containers that are already this draft's alone. */
export type Draft = { view: RunView; own: Set<Container> };

/** Starts a draft on a view without changing it. Cost: one shallow copy. */
export const draftOf = (view: RunView): Draft => ({ view: { ...view }, own: new Set() });

/** A draft on a view nobody else has seen. */
export const freshDraft = (view: RunView): Draft => ({
  view,
  own: new Set(['steps', 'path', 'effects', 'cards', 'grants', 'open', 'children']),
});

const recordOf = <K extends 'steps' | 'effects' | 'cards'>(d: Draft, key: K): RunView[K] => {
  if (!d.own.has(key)) {
    d.view[key] = { ...d.view[key] };
    d.own.add(key);
  }
  return d.view[key];
};

/** The draft's own copy of a list. */
export function listOf<K extends 'path' | 'grants' | 'open' | 'children'>(
  d: Draft,
  key: K,
): RunView[K] {
  if (!d.own.has(key)) {
    d.view[key] = [...d.view[key]] as RunView[K];
    d.own.add(key);
  }
  return d.view[key];
}

/** Puts a step's state where the view keeps it. */
export function putStep(d: Draft, key: string, step: StepView): void {
  recordOf(d, 'steps')[key] = step;
}

/** Puts an effect's state where the view keeps it. */
export function putEffect(d: Draft, effect: EffectView): void {
  recordOf(d, 'effects')[effect.id] = effect;
}

/** Puts a card's state where the view keeps it. */
export function putCard(d: Draft, card: CardView): void {
  recordOf(d, 'cards')[card.id] = card;
}
