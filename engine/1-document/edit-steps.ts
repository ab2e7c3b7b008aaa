// Changes to steps: adding and removing.
// ED1 a removed step takes its arrows and breakpoints with it, and all that lies inside it.
// ED2 a room never holds more than can be saved.

import { freshId } from '../base/ids.ts';
import { LIMITS } from '../base/limits.ts';
import { changed, refused, type Edited, type NewStep } from './change.ts';
import { underNewIds } from './edit-part.ts';
import type { Workflow, WorkflowNode, WorkflowScope } from './schema.ts';
import { changeScope, findScope, idsOf, TOP, type ScopeId } from './scopes.ts';

/** Room between a step and one that is put below it. */
const BELOW = 120;

/** The node a new step becomes; `taken` are the ids in use. Inner steps get ids of their own. */
export function build(step: NewStep, taken: Set<string>, at: [number, number]): WorkflowNode {
  const { type, name, settings = {}, scope } = step;
  const id = freshId(name, taken, type.split('@')[0]);
  const node: WorkflowNode = { id, type, name, at: step.at ?? at, settings };
  if (!scope) return node;
  return { ...node, scope: underNewIds(scope, new Set([...taken, id])) };
}

/** A new step, at the given place or below everything in its room. */
export function addStep(workflow: Workflow, step: NewStep, into: ScopeId = TOP): Edited {
  const scope = findScope(workflow, into);
  if (!scope) return refused('no_room');
  if (scope.nodes.length >= LIMITS.nodes) return refused('too_many'); // ED2
  const lowest = Math.max(-BELOW, ...scope.nodes.map((n) => n.at[1]));
  const node = build(step, idsOf(workflow), [scope.nodes[0]?.at[0] ?? 0, lowest + BELOW]);
  const next = changeScope(workflow, into, (old) => ({ ...old, nodes: [...old.nodes, node] }));
  return changed(next, [node.id]);
}

/** Without these steps and notes (ED1). */
export function removeSteps(workflow: Workflow, steps: string[]): Edited {
  const gone = new Set(steps);
  const all = idsOf(workflow);
  if (steps.some((id) => !all.has(id))) return refused('no_step');
  const clean = (scope: WorkflowScope): WorkflowScope => ({
    ...scope,
    nodes: scope.nodes
      .filter((node) => !gone.has(node.id))
      .map((node) => (node.scope ? { ...node, scope: clean(node.scope) } : node)),
    edges: scope.edges.filter((edge) => !gone.has(edge.from) && !gone.has(edge.to)),
    notes: scope.notes.some((note) => gone.has(note.id))
      ? scope.notes.filter((note) => !gone.has(note.id))
      : scope.notes,
  });
  const scope = clean(workflow.scope);
  const left = idsOf({ ...workflow, scope });
  const breakpoints = workflow.breakpoints.filter((id) => left.has(id));
  return changed({ ...workflow, scope, breakpoints });
}
