// A scope with its rooms opened: what is inside stands where the room stood.

import type { WorkflowEdge, WorkflowNode, WorkflowScope } from '../../engine/1-document/schema.ts';

type Opened = { nodes: WorkflowNode[]; edges: WorkflowEdge[]; first: string[]; last: string[] };

function opened(node: WorkflowNode): Opened {
  if (!node.scope || node.scope.nodes.length === 0)
    return { nodes: [node], edges: [], first: [node.id], last: [node.id] };
  const inner = flattened(node.scope);
  const ids = inner.nodes.map((one) => one.id);
  return {
    nodes: inner.nodes,
    edges: inner.edges,
    first: ids.filter((id) => !inner.edges.some((edge) => edge.to === id)),
    last: ids.filter((id) => !inner.edges.some((edge) => edge.from === id)),
  };
}

/** The scope as one drawing without rooms; arrows to a room lead to what begins it. */
export function flattened(scope: WorkflowScope): WorkflowScope {
  const parts = new Map(scope.nodes.map((node) => [node.id, opened(node)]));
  const outer = scope.edges.flatMap(({ from, port, to }) =>
    (parts.get(from)?.last ?? []).flatMap((a) =>
      (parts.get(to)?.first ?? []).map((b) => ({ from: a, port, to: b })),
    ),
  );
  const all = [...parts.values()];
  return {
    nodes: all.flatMap((part) => part.nodes),
    edges: [...all.flatMap((part) => part.edges), ...outer],
    notes: [],
  };
}
