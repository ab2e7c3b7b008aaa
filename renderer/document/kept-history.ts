// The undo history of a workflow as a text that outlives a reload.
// KH1 a state comes back only if it is, to the letter, a state this window had: every one carries
//     its mark. A file that somebody else changed since has none of them, and nothing comes back.
// KH2 bounded in steps and in size; the oldest go first. Never throws, whatever the text holds.
// KH3 a change that never reached the disk comes back as one to redo.

import { applyDiff, diff, reverse, type Diff } from '../../engine/1-document/diff.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { hashOf } from '../../engine/base/canonical.ts';

/** Every state there was, and which of them is now. */
export type Trail = { states: Workflow[]; at: number };

const FORMAT = 'interlock/history@1';
const STEPS = 60;
const CHARACTERS = 1_000_000;

type Kept = { format: string; at: number; marks: string[]; steps: Diff[] };

const marks = new WeakMap<Workflow, string>();
function markOf(workflow: Workflow): string {
  const found = marks.get(workflow) ?? hashOf(workflow);
  marks.set(workflow, found);
  return found;
}

/** The trail as text (KH2); nothing when there is nothing to take back or make again. */
export function trailText({ states, at }: Trail): string | undefined {
  const from = Math.max(0, at - STEPS);
  const near = states.slice(from, at + STEPS + 1);
  const steps = near.slice(1).map((next, i) => diff(near[i] as Workflow, next));
  let cut = 0;
  let size = steps.reduce((sum, step) => sum + JSON.stringify(step).length, 0);
  while (size > CHARACTERS && cut < steps.length) size -= JSON.stringify(steps[cut++]).length;
  const place = at - from - cut;
  if (steps.length === cut || place < 0) return undefined;
  const kept: Kept = {
    format: FORMAT,
    at: place,
    marks: near.slice(cut).map(markOf),
    steps: steps.slice(cut),
  };
  return JSON.stringify(kept);
}

/** The trail a text holds around this workflow, or nothing (KH1, KH3). */
export function trailFrom(text: string, workflow: Workflow): Trail | undefined {
  try {
    const kept = JSON.parse(text) as Kept;
    if (kept.format !== FORMAT) return undefined;
    const mark = markOf(workflow);
    const at = kept.marks[kept.at] === mark ? kept.at : kept.marks.lastIndexOf(mark);
    return at < 0 ? undefined : around(kept, at, workflow);
  } catch {
    return undefined;
  }
}

/** The states on both sides of one of them, each held against its mark (KH1). */
function around({ steps, marks: known }: Kept, at: number, workflow: Workflow): Trail {
  const back: Workflow[] = [];
  const on: Workflow[] = [];
  for (let i = at - 1, state = workflow; i >= 0; i--) {
    state = applyDiff(state, reverse(steps[i] as Diff));
    if (markOf(state) !== known[i]) break;
    back.unshift(state);
  }
  for (let i = at, state = workflow; i < steps.length; i++) {
    state = applyDiff(state, steps[i] as Diff);
    if (markOf(state) !== known[i + 1]) break;
    on.push(state);
  }
  return { states: [...back, workflow, ...on], at: back.length };
}
