// A part of a drawing: taken out of one, and put into another (or the same) under fresh ids.
// EP1 ids of what is put in are unique in the whole document, steps and notes alike.
// EP2 a copy looks at the copies of what the original looked at, and else at what it looked at.
// EP3 a part brings no second start, and no start into a room.

import { freshId } from '../base/ids.ts';
import { LIMITS } from '../base/limits.ts';
import type { JsonObject } from '../base/value.ts';
import { changed, refused, type At, type Edited } from './change.ts';
import { mapReferences } from './references.ts';
import type { Workflow, WorkflowScope } from './schema.ts';
import { changeScope, findScope, idsOf, isStart, stepsOf, TOP, type ScopeId } from './scopes.ts';

/** What of a room is wanted, with the arrows among it. */
const picked = (scope: WorkflowScope, wanted: ReadonlySet<string>): WorkflowScope => ({
  nodes: scope.nodes.filter((node) => wanted.has(node.id)),
  edges: scope.edges.filter((edge) => wanted.has(edge.from) && wanted.has(edge.to)),
  notes: scope.notes.filter((note) => wanted.has(note.id)),
});

const isEmpty = ({ nodes, notes }: WorkflowScope): boolean => nodes.length + notes.length === 0;

/** Every room that holds some of what is wanted; what lies in a wanted room comes with it. */
function* roomsWith(
  scope: WorkflowScope,
  wanted: ReadonlySet<string>,
  id: ScopeId = TOP,
): Generator<{ id: ScopeId; part: WorkflowScope }> {
  const part = picked(scope, wanted);
  if (!isEmpty(part)) yield { id, part };
  for (const node of scope.nodes)
    if (node.scope && !wanted.has(node.id)) yield* roomsWith(node.scope, wanted, node.id);
}

/** Steps and notes as a part of their own, from whatever rooms they lie in. */
export function partOf(workflow: Workflow, ids: Iterable<string>): WorkflowScope {
  const rooms = [...roomsWith(workflow.scope, new Set(ids))].map(({ part }) => part);
  return {
    nodes: rooms.flatMap((part) => part.nodes),
    edges: rooms.flatMap((part) => part.edges),
    notes: rooms.flatMap((part) => part.notes),
  };
}

/** Copies of steps and notes in the rooms they lie in, moved by `by` (EP2). */
export function copySteps(workflow: Workflow, ids: string[], by: At): Edited {
  const all = idsOf(workflow);
  if (ids.length === 0 || ids.some((id) => !all.has(id))) return refused('no_step');
  const added: string[] = [];
  let next = workflow;
  for (const { id, part } of roomsWith(workflow.scope, new Set(ids))) {
    const edited = paste(next, part, id, by);
    if (!edited.ok) return edited;
    next = edited.workflow;
    added.push(...edited.added);
  }
  return changed(next, added);
}

/** A part put into a room (EP1, EP3). */
export function paste(
  workflow: Workflow,
  part: WorkflowScope,
  into: ScopeId = TOP,
  by: At = [0, 0],
): Edited {
  const target = findScope(workflow, into);
  if (!target) return refused('no_room');
  const starts = part.nodes.filter(isStart);
  const isTaken = into !== TOP || starts.length > 1 || target.nodes.some(isStart);
  const kept = starts.length > 0 && isTaken ? withoutStarts(part) : part;
  if (isEmpty(kept)) return refused(isEmpty(part) ? 'no_step' : 'second_start');
  if (target.nodes.length + kept.nodes.length > LIMITS.nodes) return refused('too_many');
  if (target.notes.length + kept.notes.length > LIMITS.notes) return refused('too_many');
  const copy = underNewIds(kept, idsOf(workflow));
  const moved = <T extends { at: At }>(one: T): T => ({
    ...one,
    at: [one.at[0] + by[0], one.at[1] + by[1]],
  });
  const [nodes, notes] = [copy.nodes.map(moved), copy.notes.map(moved)];
  const next = changeScope(workflow, into, (scope) => ({
    nodes: [...scope.nodes, ...nodes],
    edges: [...scope.edges, ...copy.edges],
    notes: notes.length ? [...scope.notes, ...notes] : scope.notes,
  }));
  return changed(
    next,
    [...nodes, ...notes].map(({ id }) => id),
  );
}

function withoutStarts(part: WorkflowScope): WorkflowScope {
  const ids = part.nodes.filter((node) => !isStart(node)).map(({ id }) => id);
  return picked(part, new Set([...ids, ...part.notes.map(({ id }) => id)]));
}

/** A scope under ids that nothing in `taken` has, looking at what it now holds (EP1, EP2). */
export const underNewIds = (scope: WorkflowScope, taken: ReadonlySet<string>): WorkflowScope =>
  withIds(scope, renamed(scope, taken));

/** New ids for every step and note of a scope, by old id. */
function renamed(scope: WorkflowScope, taken: ReadonlySet<string>): Map<string, string> {
  const names = new Map<string, string>();
  const used = new Set(taken);
  const give = (id: string, name: string): void => {
    const fresh = freshId(name, used, id);
    used.add(fresh);
    names.set(id, fresh);
  };
  for (const { node } of stepsOf(scope)) {
    give(node.id, node.name);
    for (const note of node.scope?.notes ?? []) give(note.id, 'note');
  }
  for (const note of scope.notes) give(note.id, 'note');
  return names;
}

/** The scope under new ids, looking at what it now holds (EP2). */
function withIds(scope: WorkflowScope, names: Map<string, string>): WorkflowScope {
  const to = (id: string): string => names.get(id) ?? id;
  const path = (old: string): string => {
    const [root = '', id, ...rest] = old.split('.');
    const isStep = (root === 'steps' || root === 'previous') && id !== undefined;
    return isStep ? [root, to(id), ...rest].join('.') : old;
  };
  return {
    nodes: scope.nodes.map((node) => ({
      ...node,
      id: to(node.id),
      settings: mapReferences(node.settings, path) as JsonObject,
      ...(node.scope ? { scope: withIds(node.scope, names) } : {}),
    })),
    edges: scope.edges.map((e) => ({ from: to(e.from), port: e.port, to: to(e.to) })),
    notes: scope.notes.map((note) => ({ ...note, id: to(note.id) })),
  };
}
