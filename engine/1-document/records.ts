// A workflow as a set of flat records: what differences and merges are made of.
// RC1 fields, steps, arrows, notes and the order in each room are records of their own; taken apart
//     and put together again it is the same workflow.
// RC2 nothing is lost, not even in a document that breaks the rules (the same id twice).

import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { Workflow, WorkflowScope } from './schema.ts';

export type Records = Map<string, Json>;
/** What lies in one room, in its order, by the keys of the records. */
export type Order = { nodes: string[]; edges: string[]; notes: string[] };

/** Equal as written; objects in another order of names are not. */
export const same = (a: Json, b: Json): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** A key nobody has yet: the second record of the same name gets a mark (RC2). */
function fresh(records: Records, key: string): string {
  let unique = key;
  for (let n = 2; records.has(unique); n++) unique = `${key}#${n}`;
  return unique;
}

/** The records of a workflow (RC1). */
export function flat(workflow: Workflow): Records {
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

/** The workflow of its records (RC1); records no order names are left out. */
export function whole(records: Records): Workflow {
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
