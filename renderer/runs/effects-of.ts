// The effects of a view by where they are shown, found once per view: a long run has thousands, and
// every row and card asks for its own.
// EF1 a view's effects are never changed, only replaced, so what was found stays true of them.

import { outerId } from '../../engine/base/ids.ts';
import type { EffectView, RunView } from '../../engine/4-run/view.ts';

type Found = { byRow: Map<string, EffectView[]>; newest: Map<string, EffectView> };
const known = new WeakMap<RunView['effects'], Found>();

/** The row an effect belongs to: its step, or the step of a sub-workflow it ran in. */
const keyOf = (view: RunView, effect: EffectView): string => {
  const parent = view.effects[effect.run];
  if (!parent || parent.index !== undefined) return outerId(effect.step);
  return `${keyOf(view, parent)}/${outerId(effect.step)}`;
};

function find(view: RunView): Found {
  const found: Found = { byRow: new Map(), newest: new Map() };
  for (const effect of Object.values(view.effects)) {
    if (effect.kind === 'each') continue;
    const key = keyOf(view, effect);
    const row = found.byRow.get(key);
    if (row) row.push(effect);
    else found.byRow.set(key, [effect]);
    if (effect.kind !== 'timer') found.newest.set(effect.step, effect);
  }
  return found;
}

/** EF1 */
function foundIn(view: RunView): Found {
  const had = known.get(view.effects);
  if (had) return had;
  const found = find(view);
  known.set(view.effects, found);
  return found;
}

/** The effects of a row, in their order; the doors of a for-each are none. */
export const effectsIn = (view: RunView, key: string): readonly EffectView[] =>
  foundIn(view).byRow.get(key) ?? [];

/** The newest effect of a step that is neither a door nor a timer. */
export const newestOf = (view: RunView, step: string): EffectView | undefined =>
  foundIn(view).newest.get(step);
