// The values of a run form: examples to start with, one set per way through, and what is wrong.
// FV1 pure; a file example is a name under the workflow's inputs, which the engine reads itself.
// FV2 examples beyond the written one come from the bounds the drawing asks about, so that every
//     way can be tried without thinking of a number.

import { defaultsOf, type Field } from '../../engine/base/kinds.ts';
import { checkFields } from '../../engine/base/fields.ts';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import type { Workflow, WorkflowScope } from '../../engine/1-document/schema.ts';
import { short, valueWords } from '../cards/value-words.ts';
import { t } from '../words.ts';

export type Example = { id: string; words: string; values: JsonObject };

/** A file that is only named is handed in by its name (FV1). */
const started = (field: Field, value: Json): Json =>
  field.kind === 'file' && typeof value === 'string' ? { name: value } : value;

/** What the form starts with: every example filled in. */
export function startValues(fields: Field[]): JsonObject {
  const given = defaultsOf(fields);
  return Object.fromEntries(
    fields.flatMap((field): [string, Json][] => {
      const value = given[field.id];
      if (value === undefined) return field.kind === 'yes_no' ? [[field.id, false]] : [];
      return [[field.id, started(field, value)]];
    }),
  );
}

/** Every number a field of the form is compared with, anywhere in the drawing, in order. */
function boundsOf(scope: WorkflowScope, path: string): number[] {
  const found = new Set<number>();
  const look = (x: Json | undefined): void => {
    if (Array.isArray(x)) x.forEach(look);
    else if (isObject(x)) {
      const { field, value } = x;
      if (field === path && typeof value === 'number') found.add(value);
      Object.values(x).forEach(look);
    }
  };
  const walk = ({ nodes }: WorkflowScope): void => {
    for (const node of nodes) {
      look(node.settings);
      if (node.scope) walk(node.scope);
    }
  };
  walk(scope);
  return [...found].toSorted((a, b) => a - b);
}

/** A plain figure between two bounds: two digits that count, such as 1,600. */
function between(low: number | undefined, high: number | undefined): number {
  if (low === undefined) return rounded((high ?? 0) / 2);
  if (high === undefined) return rounded(low * 1.8);
  return rounded(low > 0 ? Math.sqrt(low * high) : (low + high) / 2);
}

function rounded(n: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(n) || 1)) - 1);
  return Math.round(n / step) * step;
}

const inside = (n: number, low = -Infinity, high = Infinity): boolean => n > low && n < high;

/**
 * One set of values per way a bounded number can go; the written example stands for its own (FV2).
 */
export function examplesOf(workflow: Workflow): Example[] {
  const values = startValues(workflow.input);
  for (const field of workflow.input) {
    const own = values[field.id];
    const bounds = boundsOf(workflow.scope, `input.${field.id}`);
    if ((field.kind !== 'money' && field.kind !== 'number') || typeof own !== 'number') continue;
    if (bounds.length === 0) continue;
    const edges = [undefined, ...bounds, undefined];
    const figures = edges.slice(0, -1).map((low, i) => {
      const high = edges[i + 1];
      return inside(own, low, high) ? own : between(low, high);
    });
    const fits = figures.filter((n) => checkFields([field], { [field.id]: n }).length === 0);
    return [...new Set(fits)].slice(0, 4).map((n) => ({
      id: `${field.id}:${n}`,
      words: valueWords(n, field).replace(/\.00$/, ''),
      values: { ...values, [field.id]: n },
    }));
  }
  const first = workflow.input.find((field) => values[field.id] !== undefined);
  if (!first) return [];
  return [{ id: 'example', words: short(valueWords(values[first.id], first), 28), values }];
}

const SHORT = new Set<Field['kind']>(['money', 'number', 'date', 'choice', 'yes_no']);

/** True for two short fields that follow each other: they share a line. */
export function sharesLine(fields: Field[], i: number): boolean {
  const isShort = (at: number): boolean => SHORT.has(fields[at]?.kind ?? 'text');
  let first = i;
  while (first > 0 && isShort(first - 1)) first -= 1;
  const isSecond = (i - first) % 2 === 1;
  return isShort(i) && (isSecond || isShort(i + 1));
}

/** What is wrong with the values, in sentences by field. */
export function faultsOf(fields: Field[], values: JsonObject): Record<string, string> {
  const faults = checkFields(fields, values);
  return Object.fromEntries(
    faults.map(({ field, code, params }) => [
      field.split('.')[0] ?? field,
      t(`input.${code}`, params),
    ]),
  );
}
