// What a path was in the last run, for previews beside a reference. Never used for anything else.

import { partAt, type Json } from '../../engine/base/value.ts';
import type { RunView } from '../../engine/4-run/view.ts';

/** The value at a path such as `steps.read.value.total` in a run, if it has one. */
export function valueIn(view: RunView | undefined, path: string): Json | undefined {
  if (!view) return undefined;
  const [root, id = '', what, ...deep] = path.split('.');
  if (root === 'input') return partAt(view.input.v, [id, what, ...deep].filter(Boolean).join('.'));
  if (root !== 'steps') return undefined;
  const step = view.steps[id];
  if (what === 'port') return step?.port;
  const output = view.effects[step?.effect ?? '']?.output?.v;
  return partAt(output, deep.join('.'));
}
