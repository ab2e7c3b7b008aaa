// Conditions are trees of field · operator · value; a total evaluator, no expression language.
// K1 evaluating never throws: what cannot be compared is simply not so.
// K2 money and numbers compare as numbers, dates as ISO dates; bounds named "at" are included.

import { RE2JS } from 're2js';
import { isRef, look, resolve, type Scope } from './binding.ts';
import type { Json } from './value.ts';

export const OPERATORS = [
  'is',
  'is_not',
  'less_than',
  'at_most',
  'more_than',
  'at_least',
  'contains',
  'starts_with',
  'one_of',
  'matches',
  'before',
  'after',
  'is_empty',
  'is_not_empty',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** A leaf looks at `field` (a path such as `input.amount`) and compares with `value`. */
export type Leaf = { field: string; op: Operator; value?: Json };
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Leaf;

const empty = (v: Json | undefined): boolean =>
  v === undefined || v === null || v === '' || (Array.isArray(v) && v.length === 0);

/** Two values in one order: numbers by size, text by code unit (ISO dates sort as dates). */
function order(a: Json | undefined, b: Json | undefined): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return undefined;
}

const same = (a: Json | undefined, b: Json | undefined): boolean =>
  typeof a === 'string' && typeof b === 'string'
    ? a.trim().toLowerCase() === b.trim().toLowerCase()
    : JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function matches(v: Json | undefined, pattern: Json | undefined): boolean {
  if (typeof v !== 'string' || typeof pattern !== 'string') return false;
  try {
    return RE2JS.compile(pattern).matcher(v).find();
  } catch {
    return false; // K1: a pattern that cannot be read matches nothing; validate reports it earlier
  }
}

/** One comparison. Total: see K1. */
export function compare(v: Json | undefined, op: Operator, other: Json | undefined): boolean {
  const by = order(v, other);
  switch (op) {
    case 'is':
      return !empty(v) && same(v, other);
    case 'is_not':
      return !same(v, other);
    case 'less_than':
    case 'before':
      return by !== undefined && by < 0;
    case 'at_most':
      return by !== undefined && by <= 0;
    case 'more_than':
    case 'after':
      return by !== undefined && by > 0;
    case 'at_least':
      return by !== undefined && by >= 0;
    case 'contains':
      return Array.isArray(v)
        ? v.some((x) => same(x, other))
        : typeof v === 'string' &&
            typeof other === 'string' &&
            v.toLowerCase().includes(other.toLowerCase());
    case 'starts_with':
      return (
        typeof v === 'string' &&
        typeof other === 'string' &&
        v.toLowerCase().startsWith(other.toLowerCase())
      );
    case 'one_of':
      return Array.isArray(other) && other.some((x) => same(v, x));
    case 'matches':
      return matches(v, other);
    case 'is_empty':
      return empty(v);
    case 'is_not_empty':
      return !empty(v);
  }
}

/** The value at a path, or undefined: what a condition is allowed to see. */
export type Find = (path: string) => Json | undefined;

/**
 * Does the condition hold for what `find` knows? `settle` turns the value a leaf compares with into
 * a plain one; without it, a reference is looked up by `find`.
 */
export function holdsBy(c: Condition, find: Find, settle?: (v: Json) => Json): boolean {
  if ('all' in c) return c.all.every((x) => holdsBy(x, find, settle));
  if ('any' in c) return c.any.some((x) => holdsBy(x, find, settle));
  if ('not' in c) return !holdsBy(c.not, find, settle);
  const plain = (v: Json): Json => (isRef(v) ? (find(v['@ref']) ?? v.else ?? null) : v);
  return compare(find(c.field), c.op, (settle ?? plain)(c.value ?? null));
}

/** Does the condition hold for what the step sees? */
export const holds = (c: Condition, scope: Scope): boolean =>
  holdsBy(
    c,
    (path) => look(scope, path)?.v,
    (v) => resolve(v, scope).value.v,
  );

/** The leaves of a condition, left to right. */
export function leavesOf(c: Condition): Leaf[] {
  if ('all' in c) return c.all.flatMap(leavesOf);
  if ('any' in c) return c.any.flatMap(leavesOf);
  if ('not' in c) return leavesOf(c.not);
  return [c];
}

/** The place of the first case that holds; -1 when none does. */
export const firstCase = (cases: { when: Condition }[], scope: Scope): number =>
  cases.findIndex(({ when }) => holds(when, scope));
