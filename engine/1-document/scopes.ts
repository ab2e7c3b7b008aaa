// Finding one's way in a drawing whose containers hold drawings. Pure; nothing is changed in place.
// SC1 what a change does not touch keeps its identity, so that a screen redraws only what moved.

import type { Workflow, WorkflowNode, WorkflowNote, WorkflowScope } from './schema.ts';

/** The id of the container a scope belongs to; the empty text for the top. */
export type ScopeId = string;
export const TOP: ScopeId = '';

export type Placed = { node: WorkflowNode; scope: WorkflowScope; in: ScopeId };

/** Where a run begins: one in a workflow, at the top, and no arrow leads to it. */
export const isStart = (node: WorkflowNode): boolean => node.type.startsWith('start@');

/** Every step with the scope it lies in, outermost first, in drawing order. */
export function* stepsOf(scope: WorkflowScope, inside: ScopeId = TOP): Generator<Placed> {
  for (const node of scope.nodes) yield { node, scope, in: inside };
  for (const node of scope.nodes) if (node.scope) yield* stepsOf(node.scope, node.id);
}

/** Every scope with its id, outermost first. */
function* scopesOf(
  scope: WorkflowScope,
  id: ScopeId = TOP,
): Generator<{ id: ScopeId; scope: WorkflowScope }> {
  yield { id, scope };
  for (const node of scope.nodes) if (node.scope) yield* scopesOf(node.scope, node.id);
}

/** The step of an id and where it lies, or undefined. */
export function findStep(workflow: Workflow, id: string): Placed | undefined {
  for (const placed of stepsOf(workflow.scope)) if (placed.node.id === id) return placed;
  return undefined;
}

/** The scope of an id, or undefined where there is no such container. */
export function findScope(workflow: Workflow, id: ScopeId): WorkflowScope | undefined {
  for (const found of scopesOf(workflow.scope)) if (found.id === id) return found.scope;
  return undefined;
}

/** The note of an id and the room it lies in, or undefined. */
export function findNote(
  workflow: Workflow,
  id: string,
): { note: WorkflowNote; in: ScopeId } | undefined {
  for (const { id: room, scope } of scopesOf(workflow.scope)) {
    const note = scope.notes.find((one) => one.id === id);
    if (note) return { note, in: room };
  }
  return undefined;
}

/** Every id the document uses, steps and notes alike: what a new id must not be. */
export function idsOf(workflow: Workflow): Set<string> {
  const ids = new Set<string>();
  for (const { scope } of scopesOf(workflow.scope)) {
    for (const node of scope.nodes) ids.add(node.id);
    for (const note of scope.notes) ids.add(note.id);
  }
  return ids;
}

/** True when arrows of a scope run in a circle; its rooms are not looked into. */
export function hasCircle({ nodes, edges }: WorkflowScope): boolean {
  const waits = new Map(nodes.map((node) => [node.id, 0]));
  for (const { to } of edges) waits.set(to, (waits.get(to) ?? 0) + 1);
  const from = Map.groupBy(edges, (edge) => edge.from);
  const free = [...waits].filter(([, n]) => n === 0).map(([id]) => id);
  for (const id of free)
    for (const { to } of from.get(id) ?? []) {
      const left = (waits.get(to) ?? 0) - 1;
      waits.set(to, left);
      if (left === 0) free.push(to);
    }
  return free.length < waits.size;
}

type Change = (scope: WorkflowScope) => WorkflowScope;

/** The scope with one of the scopes inside it (or itself) replaced (SC1). */
function within(
  scope: WorkflowScope,
  here: ScopeId,
  wanted: ScopeId,
  change: Change,
): WorkflowScope {
  if (here === wanted) return change(scope);
  let touched = false;
  const nodes = scope.nodes.map((node) => {
    if (!node.scope) return node;
    const inner = within(node.scope, node.id, wanted, change);
    if (inner === node.scope) return node;
    touched = true;
    return { ...node, scope: inner };
  });
  return touched ? { ...scope, nodes } : scope;
}

/** The workflow with the scope of an id changed (SC1). */
export function changeScope(workflow: Workflow, id: ScopeId, change: Change): Workflow {
  const scope = within(workflow.scope, TOP, id, change);
  return scope === workflow.scope ? workflow : { ...workflow, scope };
}

/** The workflow with one step changed; unknown ids change nothing (SC1). */
export function changeStep(
  workflow: Workflow,
  id: string,
  change: (node: WorkflowNode) => WorkflowNode,
): Workflow {
  const placed = findStep(workflow, id);
  if (!placed) return workflow;
  return changeScope(workflow, placed.in, (scope) => ({
    ...scope,
    nodes: scope.nodes.map((node) => (node.id === id ? change(node) : node)),
  }));
}
