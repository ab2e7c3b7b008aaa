// Changes to steps: adding, removing, copying, putting into containers.
// ED1 a removed step takes its arrows and breakpoints with it, and all that lies inside it.
// ED2 a copy looks at the copies of what the original looked at, and else at what it looked at.

import { freshId } from '../base/ids.ts';
import type { JsonObject } from '../base/value.ts';
import { changed, refused, type Edited, type NewStep } from './change.ts';
import { mapReferences } from './references.ts';
import type { Workflow, WorkflowEdge, WorkflowNode, WorkflowScope } from './schema.ts';
import { changeScope, findScope, findStep, idsOf, stepsOf, TOP, type ScopeId } from './scopes.ts';

/** Room between a step and one that is put below it. */
const BELOW = 120;

/** The node a new step becomes; `taken` are the ids in use. Inner steps get ids of their own. */
export function build(step: NewStep, taken: Set<string>, at: [number, number]): WorkflowNode {
  const { type, name, settings = {}, scope } = step;
  const id = freshId(name, taken, type.split('@')[0]);
  const node: WorkflowNode = { id, type, name, at: step.at ?? at, settings };
  if (!scope) return node;
  const names = renamed(scope, new Set([...taken, id]));
  return { ...node, scope: withIds(scope, names) };
}

/** A new step, at the given place or below everything in its room. */
export function addStep(workflow: Workflow, step: NewStep, into: ScopeId = TOP): Edited {
  const scope = findScope(workflow, into);
  if (!scope) return refused('no_room');
  const lowest = Math.max(-BELOW, ...scope.nodes.map((n) => n.at[1]));
  const node = build(step, idsOf(workflow), [scope.nodes[0]?.at[0] ?? 0, lowest + BELOW]);
  const next = changeScope(workflow, into, (old) => ({ ...old, nodes: [...old.nodes, node] }));
  return changed(next, [node.id]);
}

/** Without these steps (ED1). */
export function removeSteps(workflow: Workflow, steps: string[]): Edited {
  const gone = new Set(steps);
  if (steps.some((id) => !findStep(workflow, id))) return refused('no_step');
  const clean = (scope: WorkflowScope): WorkflowScope => ({
    ...scope,
    nodes: scope.nodes
      .filter((node) => !gone.has(node.id))
      .map((node) => (node.scope ? { ...node, scope: clean(node.scope) } : node)),
    edges: scope.edges.filter((edge) => !gone.has(edge.from) && !gone.has(edge.to)),
  });
  const scope = clean(workflow.scope);
  const left = idsOf({ ...workflow, scope });
  const breakpoints = workflow.breakpoints.filter((id) => left.has(id));
  return changed({ ...workflow, scope, breakpoints });
}

/** Copies of steps and of the arrows among them, in the room of the first, moved by `by` (ED2). */
export function copySteps(workflow: Workflow, steps: string[], by: [number, number]): Edited {
  const first = findStep(workflow, steps[0] ?? '');
  if (!first) return refused('no_step');
  const wanted = new Set(steps);
  const nodes = first.scope.nodes.filter((node) => wanted.has(node.id));
  if (nodes.length !== wanted.size) return refused('other_room');
  const edges = first.scope.edges.filter((e) => wanted.has(e.from) && wanted.has(e.to));
  const part: WorkflowScope = { nodes, edges, notes: [] };
  const copy = withIds(part, renamed(part, idsOf(workflow)));
  const moved = copy.nodes.map((node) => ({
    ...node,
    at: [node.at[0] + by[0], node.at[1] + by[1]] as [number, number],
  }));
  const next = changeScope(workflow, first.in, (scope) => ({
    ...scope,
    nodes: [...scope.nodes, ...moved],
    edges: [...scope.edges, ...copy.edges],
  }));
  return changed(
    next,
    moved.map((node) => node.id),
  );
}

/** New ids for every step and note of a scope, by old id. */
function renamed(scope: WorkflowScope, taken: Set<string>): Map<string, string> {
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

/** The scope under new ids, looking at what it now holds (ED2). */
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

/**
 * Steps of one room moved into a container of that room, or out of theirs to the top. Arrows among
 * them stay. Arrows that led into them lead to the container, arrows that left them leave it by
 * `port`; without a container such arrows go.
 */
export function putInto(
  workflow: Workflow,
  steps: string[],
  container?: string,
  port = 'ok',
): Edited {
  const first = findStep(workflow, steps[0] ?? '');
  if (!first) return refused('no_step');
  const wanted = new Set(steps);
  if (container !== undefined && wanted.has(container)) return refused('into_itself');
  const target = container === undefined ? workflow.scope : findScope(workflow, container);
  if (!target) return refused('no_room');
  const nodes = first.scope.nodes.filter((node) => wanted.has(node.id));
  if (nodes.length !== wanted.size) return refused('other_room');
  if (container !== undefined && findStep(workflow, container)?.in !== first.in)
    return refused('other_room');
  const inner = first.scope.edges.filter((e) => wanted.has(e.from) && wanted.has(e.to));
  const without = changeScope(workflow, first.in, (scope) => ({
    ...scope,
    nodes: scope.nodes.filter((node) => !wanted.has(node.id)),
    edges: rerouted(scope.edges, wanted, container, port),
  }));
  const next = changeScope(without, container ?? TOP, (scope) => ({
    ...scope,
    nodes: [...scope.nodes, ...nodes],
    edges: [...scope.edges, ...inner],
  }));
  return changed(next);
}

function rerouted(
  edges: WorkflowEdge[],
  moved: Set<string>,
  container: string | undefined,
  port: string,
): WorkflowEdge[] {
  const kept = edges.flatMap((edge): WorkflowEdge[] => {
    const [leaves, enters] = [moved.has(edge.from), moved.has(edge.to)];
    if (!leaves && !enters) return [edge];
    if (container === undefined || (leaves && enters)) return [];
    if (enters) return edge.from === container ? [] : [{ ...edge, to: container }];
    return edge.to === container ? [] : [{ from: container, port, to: edge.to }];
  });
  const seen = new Set<string>();
  return kept.filter((e) => {
    const key = `${e.from}:${e.port}>${e.to}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
