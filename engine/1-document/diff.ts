// The difference between two forms of a workflow, as data: undo is the difference reversed, a
// gesture is its differences squashed into one.
// DF1 a workflow is a set of flat records (fields, steps, arrows, notes, the order in each room); a
//     difference is what each record was and became. Applying it to the first gives the second.
// DF2 nothing is lost, not even in a document that breaks the rules (the same id twice).

import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { Workflow, WorkflowScope } from './schema.ts';

/** By record: what it was and what it became; null where there was or is none. */
export type Diff = Record<string, [from: Json | null, to: Json | null]>;
type Records = Map<string, Json>;
type Order = { nodes: string[]; edges: string[]; notes: string[] };

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

const same = (a: Json, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** A key nobody has yet: the second record of the same name gets a mark (DF2). */
function fresh(records: Records, key: string): string {
  let unique = key;
  for (let n = 2; records.has(unique); n++) unique = `${key}#${n}`;
  return unique;
}

function flat(workflow: Workflow): Records {
  const records: Records = new Map();
  const { scope, ...fields } = workflow;
  for (const [name, value] of Object.entries(fields)) records.set(`field:${name}`, value as Json);
  flatten(records, 'order:', scope);
  return records;
}

/** The records of one room; its order is kept under a key made of its container's. */
function flatten(records: Records, room: string, scope: WorkflowScope): void {
  const add = (key: string, value: unknown): string => {
    const unique = fresh(records, key);
    records.set(unique, value as Json);
    return unique;
  };
  const order: Order = { nodes: [], edges: [], notes: [] };
  records.set(room, null);
  for (const { scope: inner, ...node } of scope.nodes) {
    const key = add(`step:${node.id}`, node);
    order.nodes.push(key);
    if (inner) flatten(records, `order:${key}`, inner);
  }
  for (const edge of scope.edges)
    order.edges.push(add(`arrow:${edge.from}:${edge.port}>${edge.to}`, edge));
  for (const note of scope.notes) order.notes.push(add(`note:${note.id}`, note));
  records.set(room, order);
}

function whole(records: Records): Workflow {
  const fields: JsonObject = {};
  for (const [key, value] of records)
    if (key.startsWith('field:')) fields[key.slice('field:'.length)] = value;
  return { ...fields, scope: assemble(records, 'order:') } as unknown as Workflow;
}

function assemble(records: Records, room: string): WorkflowScope {
  const order = records.get(room) as unknown as Order;
  const all = (keys: string[]): JsonObject[] =>
    keys.map((key) => records.get(key)).filter((record) => isObject(record));
  const nodes = order.nodes.flatMap((key): JsonObject[] => {
    const node = records.get(key);
    if (!isObject(node)) return [];
    const inner = `order:${key}`;
    return [records.has(inner) ? { ...node, scope: assemble(records, inner) as never } : node];
  });
  return { nodes, edges: all(order.edges), notes: all(order.notes) } as unknown as WorkflowScope;
}
