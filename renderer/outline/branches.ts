// A drawing as a list that is read from top to bottom, with branches standing under their way out.
// BR1 pure; every step of the scope stands in it exactly once, reachable or not.
// BR2 a step that can only be reached by one branching way stands under that way; where ways come
//     together again the list goes on at the level of the step they parted at.
// BR3 an arrow leads downwards in the list, as long as the drawing has no circle.

import type { WorkflowScope } from '../../engine/1-document/schema.ts';

/** A step and, by way out, the steps that only that way leads to. */
export type Branch = { step: string; under: ReadonlyMap<string, Branch[]> };

/** One scope as numbers: 0 is what leads to every beginning, then steps and branching ways. */
type Graph = {
  /** Step ids; `undefined` for the root and for ways. */
  step: (string | undefined)[];
  port: (string | undefined)[];
  next: number[][];
};

/** Steps, their branching ways, and what leads where; beginnings follow the root. */
function graphOf(
  { nodes, edges }: WorkflowScope,
  parts: (step: string, port: string) => boolean,
): Graph {
  const graph: Graph = { step: [undefined], port: [undefined], next: [[]] };
  const put = (step: string | undefined, port?: string): number => {
    graph.port.push(port);
    graph.next.push([]);
    return graph.step.push(step) - 1;
  };
  const at = new Map(nodes.map((node) => [node.id, put(node.id)]));
  const ways = new Map<string, number>();
  const entered = new Set<string>();
  for (const { from, port, to } of edges) {
    const [start, end] = [at.get(from), at.get(to)];
    if (start === undefined || end === undefined) continue;
    entered.add(to);
    if (!parts(from, port)) {
      graph.next[start]?.push(end);
      continue;
    }
    const key = `${from}:${port}`;
    const way = ways.get(key) ?? put(undefined, port);
    if (!ways.has(key)) graph.next[start]?.push(way);
    ways.set(key, way);
    graph.next[way]?.push(end);
  }
  const seen = new Set<number>();
  const begin = (id: string): void => {
    const from = at.get(id) as number;
    if (seen.has(from)) return;
    graph.next[0]?.push(from);
    const open = [from];
    for (let v = open.pop(); v !== undefined; v = open.pop()) {
      if (seen.has(v)) continue;
      seen.add(v);
      open.push(...(graph.next[v] ?? []));
    }
  };
  for (const { id } of nodes) if (!entered.has(id)) begin(id);
  for (const { id } of nodes) begin(id); // what stands in a circle nothing leads into
  return graph;
}

/** All of the graph in an order in which what comes first stands first; the root leads. */
function readingOrder({ next }: Graph): number[] {
  const order: number[] = [];
  const seen = new Set([0]);
  // The last follower is walked first, so that the first one ends up first.
  const stack = [{ v: 0, left: [...(next[0] ?? [])] }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const v = top.left.pop();
    if (v === undefined) {
      order.push(top.v);
      stack.pop();
    } else if (!seen.has(v)) {
      seen.add(v);
      stack.push({ v, left: [...(next[v] ?? [])] });
    }
  }
  return order.toReversed();
}

/** By vertex: the nearest one that every way to it leads through (Cooper, Harvey, Kennedy). */
function gatesOf({ next }: Graph, order: number[]): Map<number, number> {
  const rank = new Map(order.map((v, i) => [v, i]));
  const into = new Map<number, number[]>();
  next.forEach((all, v) => {
    for (const to of all) into.set(to, [...(into.get(to) ?? []), v]);
  });
  const gate = new Map([[0, 0]]);
  const meet = (a: number, b: number): number => {
    let [x, y] = [a, b];
    while (x !== y)
      if ((rank.get(x) ?? 0) > (rank.get(y) ?? 0)) x = gate.get(x) ?? 0;
      else y = gate.get(y) ?? 0;
    return x;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const v of order.slice(1)) {
      const known = (into.get(v) ?? []).filter((from) => gate.has(from));
      const best = known.reduce(meet, known[0] ?? 0);
      if (gate.get(v) === best) continue;
      gate.set(v, best);
      changed = true;
    }
  }
  return gate;
}

/**
 * The steps of one scope in reading order (BR1–BR3). `parts` = this way out is one of several that
 * part here; any other way simply goes on.
 */
export function branchesOf(
  scope: WorkflowScope,
  parts: (step: string, port: string) => boolean,
): Branch[] {
  const graph = graphOf(scope, parts);
  const order = readingOrder(graph);
  const gate = gatesOf(graph, order);
  const held = Map.groupBy(order.slice(1), (v) => gate.get(v) ?? 0);
  const list = (v: number, out: Branch[]): Branch[] => {
    for (const child of held.get(v) ?? []) {
      const step = graph.step[child];
      if (step === undefined) continue;
      const ways = (held.get(child) ?? []).filter((way) => graph.port[way] !== undefined);
      const under = new Map(ways.map((way) => [graph.port[way] as string, list(way, [])]));
      out.push({ step, under });
      list(child, out);
    }
    return out;
  };
  return list(0, []);
}
