// Does everything a step looks at exist, come earlier, and have something to fall back on.
// RE1 a value that may be missing needs its fallback now, not when a run stands still.

import { RE2JS } from 're2js';
import { leavesOf } from '../base/condition.ts';
import type { Reference } from '../1-document/references.ts';
import type { Problem } from '../1-document/schema.ts';
import { onStep } from './problem.ts';
import { leaveEmpty } from './repairs.ts';
import { allSteps, type Drawing, type Step } from './step.ts';
import { find, type Reader } from './visible.ts';

export const references = (drawing: Drawing): Problem[] =>
  allSteps(drawing).flatMap((step) => [
    ...step.references.flatMap((reference) => check(drawing, step, reference)),
    ...patterns(step),
  ]);

function check(drawing: Drawing, step: Step, reference: Reference): Problem[] {
  const { path, at: field } = reference;
  // A loop looks at what its last round left; everything else looks before it starts.
  const reader: Reader = { step, afterRound: field.startsWith('until') && !!step.node.scope };
  const found = find(drawing, reader, path);
  if (!found.ok)
    return [onStep(`reference_${found.code}`, step, { path, ...found.params }, { field })];
  if (found.sure || reference.hasElse) return [];
  const target = drawing.steps.get(path.split('.')[1] ?? '');
  const [root] = path.split('.');
  const params = {
    path,
    what: found.field?.label ?? path.split('.').at(-1) ?? path,
    other: target?.node.name ?? '',
  };
  const code = root === 'input' ? 'reference_may_be_empty' : 'reference_may_be_missing';
  return [onStep(code, step, params, { field, fix: leaveEmpty(step, reference) })];
}

/** Patterns that cannot be read match nothing; better to say so now. */
function patterns(step: Step): Problem[] {
  return step.conditions.flatMap(({ condition, at }) =>
    leavesOf(condition).flatMap(({ op, value }) => {
      if (op !== 'matches' || typeof value !== 'string' || isReadable(value)) return [];
      return [onStep('pattern_unreadable', step, { pattern: value.slice(0, 60) }, { field: at })];
    }),
  );
}

function isReadable(pattern: string): boolean {
  try {
    RE2JS.compile(pattern);
    return true;
  } catch {
    return false;
  }
}
