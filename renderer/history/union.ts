// Two versions as one picture: the newer drawing, with what was removed drawn where it stood.
// UN1 pure; nothing of it is ever saved. Steps and arrows keep their ids, so that what is shown can
//     be pointed at from the sentences.
// UN2 what was removed never lies under what is there now: it is put aside until it is free.

import { isOnlyDrawn, type Change } from '../../engine/1-document/changes.ts';
import type { Workflow, WorkflowNode, WorkflowScope } from '../../engine/1-document/schema.ts';
import { findStep, stepsOf } from '../../engine/1-document/scopes.ts';
import { edgeId } from '../../engine/base/ids.ts';
import { CARD } from '../canvas/geometry.ts';
import type { Lit } from '../canvas/lit.ts';

export type Union = { workflow: Workflow; lit: Lit };

/** A step that is gone, with what went with it. */
function ghostOf(node: WorkflowNode, gone: ReadonlySet<string>): WorkflowNode {
  if (!node.scope) return node;
  const nodes = node.scope.nodes.filter(({ id }) => gone.has(id)).map((one) => ghostOf(one, gone));
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = node.scope.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return { ...node, scope: { nodes, edges, notes: [] } };
}

const GAP = 24;

/** The nearest place to the right where nothing stands (UN2). */
function freed(node: WorkflowNode, around: WorkflowNode[]): WorkflowNode {
  let [x] = node.at;
  const [, y] = node.at;
  const isTaken = (one: WorkflowNode): boolean =>
    Math.abs(one.at[0] - x) < CARD.w && Math.abs(one.at[1] - y) < CARD.h;
  while (around.some(isTaken)) x += CARD.w + GAP;
  return x === node.at[0] ? node : { ...node, at: [x, y] };
}

/** A scope of the newer drawing with what went from it. */
function withGhosts(
  scope: WorkflowScope,
  room: string,
  was: Workflow,
  gone: ReadonlySet<string>,
): WorkflowScope {
  const old = room === '' ? was.scope : findStep(was, room)?.node.scope;
  const nodes = scope.nodes.map((node) =>
    node.scope ? { ...node, scope: withGhosts(node.scope, node.id, was, gone) } : node,
  );
  for (const node of old?.nodes ?? [])
    if (gone.has(node.id)) nodes.push(freed(ghostOf(node, gone), nodes));
  const ids = new Set(nodes.map(({ id }) => id));
  const own = new Set(scope.edges.map(edgeId));
  const edges = (old?.edges ?? []).filter(
    (edge) => !own.has(edgeId(edge)) && ids.has(edge.from) && ids.has(edge.to),
  );
  return { ...scope, nodes, edges: [...scope.edges, ...edges] };
}

/** The picture of what became of `was`, and the light that tells it (UN1). */
export function unionOf(was: Workflow, is: Workflow, changes: Change[]): Union {
  const [old, now] = [was, is].map(
    ({ scope }) => new Set([...stepsOf(scope)].map(({ node }) => node.id)),
  ) as [Set<string>, Set<string>];
  const gone = new Set([...old].filter((id) => !now.has(id)));
  const workflow = { ...is, scope: withGhosts(is.scope, '', was, gone) };
  const steps: Lit['steps'] = {};
  for (const change of changes) {
    if (change.what !== 'step') continue;
    const { id, how } = change;
    const state = how === 'put' ? 'changed' : how;
    // A step that changed and was moved as well has changed.
    if (steps[id] && isOnlyDrawn(change)) continue;
    steps[id] = { state };
  }
  const arrowsIn = (of: Workflow): Set<string> =>
    new Set(
      [of.scope, ...[...stepsOf(of.scope)].flatMap(({ node }) => node.scope ?? [])].flatMap(
        ({ edges }) => edges.map(edgeId),
      ),
    );
  const [before, after] = [arrowsIn(was), arrowsIn(is)];
  const none = new Set<string>();
  return {
    workflow,
    lit: {
      steps,
      taken: none,
      live: none,
      off: none,
      rounds: {},
      compared: {
        added: new Set([...after].filter((id) => !before.has(id))),
        removed: new Set([...before].filter((id) => !after.has(id))),
      },
    },
  };
}
