// Marks of what a step's result rests on: the step itself and everything drawn before it. A kept
// result whose marks differ from the drawing's is out of date, and the marks say because of what.
// MA1 pure; names, places and notes leave no mark, for nothing that runs looks at them.
// MA2 `input` is the mark of the form a run starts with.

import { hashOf } from '../base/canonical.ts';
import type { Folder, WorkflowNode, WorkflowScope } from '../1-document/schema.ts';
import { currentPrompt } from '../prompts/version.ts';

export type Marks = Record<string, string>;
/** The mark of the form (MA2). */
export const FORM = 'input';

/** The marks of a step and of all that comes before it; empty for a step that is not there. */
export function marksOf(folder: Folder, step: string): Marks {
  const found = before(folder.workflow.scope, step);
  if (!found) return {};
  const fields = folder.workflow.input.map(({ id, kind, required }) => ({ id, kind, required }));
  return {
    [FORM]: hashOf(fields),
    ...Object.fromEntries(found.map(([node, edges]) => [node.id, markOf(folder, node, edges)])),
  };
}

/** What is different now: ids of steps, or `input`; empty while a result is up to date. */
export function changedSince(kept: Marks, now: Marks): string[] {
  const ids = [...new Set([...Object.keys(kept), ...Object.keys(now)])];
  return ids.filter((id) => kept[id] !== now[id]);
}

type Found = [WorkflowNode, { from: string; port: string }[]];

/** The step and what leads to it, in its room and in the rooms around it. */
function before(scope: WorkflowScope, step: string): Found[] | undefined {
  const target = scope.nodes.find((node) => holds(node, step));
  if (!target) return undefined;
  const ids = new Set([target.id]);
  for (const id of ids) for (const edge of scope.edges) if (edge.to === id) ids.add(edge.from);
  const own = scope.nodes
    .filter((node) => ids.has(node.id) && node !== target)
    .map((node): Found => [node, into(scope, node.id)]);
  if (target.id === step) return [...own, [target, into(scope, step)]];
  const inner = target.scope ? before(target.scope, step) : undefined;
  const { scope: _body, ...room } = target;
  return [...own, [room, into(scope, target.id)], ...(inner ?? [])];
}

const holds = (node: WorkflowNode, id: string): boolean =>
  node.id === id || (node.scope?.nodes ?? []).some((one) => holds(one, id));

const into = ({ edges }: WorkflowScope, id: string): { from: string; port: string }[] =>
  edges.filter((edge) => edge.to === id).map(({ from, port }) => ({ from, port }));

function markOf(folder: Folder, node: WorkflowNode, edges: Found[1]): string {
  const id = node.settings['prompt'];
  const prompt = typeof id === 'string' ? currentPrompt(folder.prompts, id)?.body : undefined;
  const tool = folder.cards.find(({ name }) => name === node.settings['tool']);
  return hashOf([node.type, node.settings, bodyOf(node.scope), edges, prompt, tool?.options]);
}

/** What runs of a room: its steps without names and places (MA1). */
const bodyOf = (scope: WorkflowScope | undefined): unknown =>
  scope && {
    nodes: scope.nodes.map(({ id, type, settings, scope: inner }) => [
      id,
      type,
      settings,
      bodyOf(inner),
    ]),
    edges: scope.edges,
  };
