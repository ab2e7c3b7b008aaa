// The order in which steps are walked through: by keyboard, by readers, in lists.

import type { WorkflowScope } from '../../engine/1-document/schema.ts';

/** Steps in the order in which arrows lead to them, rooms before what is in them. */
export function walkOrder({ nodes, edges }: WorkflowScope): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const from = Map.groupBy(edges, (edge) => edge.from);
  const targets = new Set(edges.map((edge) => edge.to));
  const seen = new Set<string>();
  const out: string[] = [];
  const visit = (id: string): void => {
    const node = byId.get(id);
    if (!node || seen.has(id)) return;
    seen.add(id);
    out.push(id);
    if (node.scope) out.push(...walkOrder(node.scope));
    for (const edge of from.get(id) ?? []) visit(edge.to);
  };
  for (const node of nodes) if (!targets.has(node.id)) visit(node.id);
  for (const node of nodes) visit(node.id);
  return out;
}
