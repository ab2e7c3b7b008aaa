// The order in which steps are walked through: by keyboard, by readers, in lists.

import type { WorkflowScope } from '../../engine/1-document/schema.ts';

/** Steps in the order in which arrows lead to them, rooms before what is in them. */
export function walkOrder(scope: WorkflowScope): string[] {
  const out: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    out.push(id);
    const node = scope.nodes.find((one) => one.id === id);
    if (node?.scope) out.push(...walkOrder(node.scope));
    for (const edge of scope.edges) if (edge.from === id) visit(edge.to);
  };
  for (const node of scope.nodes) if (!scope.edges.some((e) => e.to === node.id)) visit(node.id);
  for (const node of scope.nodes) visit(node.id);
  return out;
}
