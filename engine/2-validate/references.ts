// Does everything a step looks at exist, come earlier, and have something to fall back on.
// RE1 a value that may be missing needs its fallback now, not when a run stands still.

import { RE2JS } from 're2js';
import { leavesOf, type Condition } from '../base/condition.ts';
import { isObject, partAt, type Json } from '../base/value.ts';
import { referencesIn, type Reference } from '../1-document/references.ts';
import type { Problem } from '../1-document/schema.ts';
import { onStep } from './problem.ts';
import { allSteps, type Drawing, type Step } from './step.ts';
import { find, type Reader } from './visible.ts';

export const references = (drawing: Drawing): Problem[] =>
  allSteps(drawing).flatMap((step) => [
    ...referencesIn(step.node.settings).flatMap((reference) => check(drawing, step, reference)),
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
  return [onStep(code, step, params, { field })];
}

/** Patterns that cannot be read match nothing; better to say so now. */
function patterns(step: Step): Problem[] {
  return conditionsIn(step.node.settings).flatMap(({ condition, at }) =>
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

/** Whole conditions in settings, outermost only, with their place. */
export function conditionsIn(settings: Json, at = ''): { condition: Condition; at: string }[] {
  const under = (key: string | number): string => (at === '' ? String(key) : `${at}.${key}`);
  if (Array.isArray(settings)) return settings.flatMap((x, i) => conditionsIn(x, under(i)));
  if (!isObject(settings)) return [];
  if (isCondition(settings)) return [{ condition: settings as unknown as Condition, at }];
  return Object.entries(settings).flatMap(([key, x]) => conditionsIn(x, under(key)));
}

function isCondition(x: Json): boolean {
  if (!isObject(x)) return false;
  const parts = partAt(x, 'all') ?? partAt(x, 'any');
  if (Array.isArray(parts)) return Object.keys(x).length === 1 && parts.every(isCondition);
  if (isObject(x['not'])) return Object.keys(x).length === 1 && isCondition(x['not']);
  return typeof x['field'] === 'string' && typeof x['op'] === 'string';
}
