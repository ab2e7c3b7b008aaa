// Static facts about the steps of one scope: order, reach, dominators, who feeds whom.
// G1 a scope is acyclic and has exactly one step without arrows into it; else compiling is a bug.
// G2 steps are numbered in an order in which every arrow leads upwards; ties keep drawing order.
// G3 generated *Ask the owner* steps and their arrows belong to the step they ask about and are
//    not here.

import { add, bitsOf, both, either, noBits, type Bits } from './bits.ts';
import type { IREdge, IRScope, IRStep } from './ir.ts';

/** An arrow between numbered steps. */
export type Arrow = { id: string; from: number; port: string; to: number };

export type Facts = {
  size: number;
  /** By number: the step, its arrows out and in, everything reachable from it (itself included). */
  steps: IRStep[];
  out: Arrow[][];
  in: Arrow[][];
  reach: Bits[];
  /** By number: the steps that every way from the start to here passes (itself included). */
  dominators: Bits[];
  numberOf: Map<string, number>;
  /** The *Ask the owner* step of a step, by the id of that step. */
  asks: Map<string, IRStep>;
};

/** The facts of a scope. Throws on a cycle or on anything but one start (G1). */
export function factsOf(scope: IRScope): Facts {
  const asks = new Map(scope.steps.flatMap((s) => (s.asksFor ? [[s.asksFor, s] as const] : [])));
  const drawn = scope.steps.filter((step) => !step.asksFor);
  const edges = scope.edges.filter((edge) => !edge.isDefault);
  const steps = inOrder(drawn, edges);
  const numberOf = new Map(steps.map((step, i) => [step.id, i]));
  const size = steps.length;
  const lists = (): Arrow[][] => Array.from({ length: size }, () => []);
  const [out, into] = [lists(), lists()];
  for (const { id, from, port, to } of edges) {
    const arrow = { id, from: numberOf.get(from) as number, port, to: numberOf.get(to) as number };
    (out[arrow.from] as Arrow[]).push(arrow);
    (into[arrow.to] as Arrow[]).push(arrow);
  }
  const starts = into.filter((arrows) => arrows.length === 0).length;
  if (starts !== 1) throw new Error(`a scope has one start, not ${starts}`);
  return {
    size,
    steps,
    out,
    in: into,
    numberOf,
    asks,
    reach: reachOf(size, out),
    dominators: dominatorsOf(size, into),
  };
}

function inOrder(steps: IRStep[], edges: IREdge[]): IRStep[] {
  const open = new Map(steps.map((step) => [step.id, 0]));
  const after = new Map<string, string[]>(steps.map((step) => [step.id, []]));
  for (const { from, to } of edges) {
    open.set(to, (open.get(to) ?? 0) + 1);
    after.get(from)?.push(to);
  }
  const byId = new Map(steps.map((step) => [step.id, step]));
  const order = steps.filter((step) => open.get(step.id) === 0);
  for (let i = 0; i < order.length; i++) {
    for (const to of after.get((order[i] as IRStep).id) ?? []) {
      open.set(to, (open.get(to) ?? 0) - 1);
      if (open.get(to) === 0) order.push(byId.get(to) as IRStep);
    }
  }
  if (order.length !== steps.length) throw new Error('arrows run in a circle outside a loop');
  return order;
}

function reachOf(size: number, out: Arrow[][]): Bits[] {
  const reach: Bits[] = Array.from({ length: size });
  for (let i = size - 1; i >= 0; i--) {
    let bits = bitsOf(size, [i]);
    for (const { to } of out[i] as Arrow[]) bits = either(bits, reach[to] as Bits);
    reach[i] = bits;
  }
  return reach;
}

function dominatorsOf(size: number, into: Arrow[][]): Bits[] {
  const dominators: Bits[] = [];
  for (let i = 0; i < size; i++) {
    const ways = (into[i] as Arrow[]).map(({ from }) => dominators[from] as Bits);
    const bits = ways.length ? ways.reduce(both).slice() : noBits(size);
    add(bits, i);
    dominators.push(bits);
  }
  return dominators;
}

/** Steps whose every way leads to `join` and nowhere else. */
export function feedersOf(facts: Facts, join: number): Bits {
  const feeders = noBits(facts.size);
  for (let i = join - 1; i >= 0; i--) {
    const out = facts.out[i] as Arrow[];
    const feeds = ({ to }: Arrow): boolean =>
      to === join || ((feeders[to >>> 5] as number) & (1 << (to & 31))) !== 0;
    if (out.length > 0 && out.every(feeds)) add(feeders, i);
  }
  return feeders;
}
