// A folded view without its distant past, for keyframes of very long runs and for lists.
// M1 whatever can still change stays: open effects, open cards, unused grants, the latest of each
//    step.
// M2 folding on from a trimmed view and trimming again gives what trimming the whole fold gives.

import type { RunView } from './view.ts';

/** Closed effects, path entries, cards and children a trimmed view keeps. */
const KEPT = 250;

/** The view with at most `keep` entries of each kind that nothing can change any more. */
export function trim(view: RunView, keep: number = KEPT): RunView {
  const latest = new Set(
    Object.values(view.steps).flatMap(({ effect, inner = [], endedAt }) => [
      effect,
      ...(endedAt === undefined ? inner.map((one) => one.effect) : []),
    ]),
  );
  const open = new Set(view.open);
  const effects = recent(view.effects, keep, (id) => open.has(id) || latest.has(id));
  const cards = recent(view.cards, keep, (id) => view.cards[id]?.state === 'open');
  const children = view.children.filter(
    (child, i) => child.status === 'active' || i >= view.children.length - keep,
  );
  const grants = view.grants.filter(
    (grant, i) => grant.usedBy === undefined || i >= view.grants.length - keep,
  );
  const path = view.path.slice(Math.max(0, view.path.length - keep));
  const left = (had: number, has: number): number => had - has;
  const earlier = {
    effects: (view.earlier?.effects ?? 0) + left(size(view.effects), size(effects)),
    path: (view.earlier?.path ?? 0) + left(view.path.length, path.length),
    children: (view.earlier?.children ?? 0) + left(view.children.length, children.length),
  };
  const isWhole = earlier.effects + earlier.path + earlier.children === 0;
  return {
    ...view,
    effects,
    cards,
    children,
    grants,
    path,
    ...(isWhole ? {} : { earlier }),
  };
}

const size = (of: object): number => Object.keys(of).length;

function recent<T>(
  of: Record<string, T>,
  keep: number,
  mustStay: (id: string) => boolean,
): Record<string, T> {
  const entries = Object.entries(of);
  if (entries.length <= keep) return of;
  return Object.fromEntries(
    entries.filter(([id], i) => i >= entries.length - keep || mustStay(id)),
  );
}
