// The difference between two forms of a workflow, as data: undo is the difference reversed, a
// gesture is its differences squashed into one.
// DF1 a workflow is a set of flat records (records.ts); a difference is what each record was and
//     became. Applying it to the first gives the second.

import type { Json } from '../base/value.ts';
import { flat, same, whole } from './records.ts';
import type { Workflow } from './schema.ts';

/** By record: what it was and what it became; null where there was or is none. */
export type Diff = Record<string, [from: Json | null, to: Json | null]>;

/** What leads from `a` to `b`; empty when nothing does. */
export function diff(a: Workflow, b: Workflow): Diff {
  if (a === b) return {};
  const [from, to] = [flat(a), flat(b)];
  const out: Diff = {};
  for (const key of new Set([...from.keys(), ...to.keys()])) {
    const [was, is] = [from.get(key) ?? null, to.get(key) ?? null];
    if (!same(was, is)) out[key] = [was, is];
  }
  return out;
}

/** The way back. */
export const reverse = (d: Diff): Diff =>
  Object.fromEntries(Object.entries(d).map(([key, [from, to]]) => [key, [to, from]]));

/** Two differences in a row as one; what comes back to where it was falls out. */
export function squash(first: Diff, second: Diff): Diff {
  const out: Diff = { ...first };
  for (const [key, [from, to]] of Object.entries(second)) {
    const start = Object.hasOwn(first, key) ? (first[key] as Diff[string])[0] : from;
    if (same(start, to)) delete out[key];
    else out[key] = [start, to];
  }
  return out;
}

/** The workflow after a difference (DF1). Records the difference does not name stay. */
export function applyDiff(workflow: Workflow, d: Diff): Workflow {
  const records = flat(workflow);
  for (const [key, [, to]] of Object.entries(d)) {
    if (to === null) records.delete(key);
    else records.set(key, to);
  }
  return whole(records);
}
