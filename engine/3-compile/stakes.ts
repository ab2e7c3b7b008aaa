// Which steps lead to something that cannot be undone, with nobody asked in between: there no other
// model may quietly take the place of the one the workspace chose.
// ST1 a step leads there when some way from it reaches an irreversible or spending step without
//     passing a gate; a way through a container may pass by its body or along it.
// ST2 what is meant is possible ways, not likely ones: rather one too many.

import type { Registry } from '../node.ts';
import { effectOf, isGate, type EffectOfTool } from './coverage.ts';
import type { IRGraph, IRScope, IRStep } from './ir.ts';

/** Ids of the steps that lead to something irreversible with no gate in between (ST1). */
export function highStakes(
  graph: IRGraph,
  registry: Registry,
  cards: readonly EffectOfTool[],
): Set<string> {
  const effects = new Map(cards.map((card) => [card.name, card.effect ?? 'irreversible']));
  const before = new Map<string, IRStep[]>();
  const all: IRStep[] = [];
  gather(graph.scope, all, (from, to) => void before.set(to, [...(before.get(to) ?? []), from]));
  const isFinal = (step: IRStep): boolean =>
    !step.asksFor && ['irreversible', 'spend'].includes(effectOf(step, registry, effects));
  const found = new Set<string>();
  const ways = all.filter(isFinal);
  for (let step = ways.pop(); step; step = ways.pop())
    for (const one of before.get(step.id) ?? []) {
      if (found.has(one.id) || isPerson(one)) continue;
      found.add(one.id);
      ways.push(one);
    }
  return found;
}

/** Somebody looks before it goes on. */
const isPerson = (step: IRStep): boolean => isGate(step) || step.asksFor !== undefined;

type Way = (from: IRStep, to: string) => void;

/** Every step, and every way from one to the next, bodies of containers included. */
function gather(scope: IRScope, all: IRStep[], way: Way): void {
  const byId = new Map(scope.steps.map((step) => [step.id, step]));
  for (const { from, to } of scope.edges) for (const step of lastOf(byId.get(from))) way(step, to);
  for (const step of scope.steps) {
    all.push(step);
    if (!step.body) continue;
    const firsts = firstOf(step.body);
    for (const first of firsts) way(step, first.id);
    if (step.kind === 'loop')
      for (const last of lastIn(step.body)) for (const first of firsts) way(last, first.id);
    gather(step.body, all, way);
  }
}

/** The steps a way may leave from: the step itself and, of a container, the last ones inside. */
const lastOf = (step: IRStep | undefined): IRStep[] =>
  step ? [step, ...(step.body ? lastIn(step.body) : [])] : [];

const firstOf = ({ steps, edges }: IRScope): IRStep[] => {
  const led = new Set(edges.map(({ to }) => to));
  return steps.filter(({ id }) => !led.has(id));
};

/** Steps after which a body may be over: those with a way out that leads nowhere inside. */
const lastIn = ({ steps, edges }: IRScope): IRStep[] => {
  const drawn = new Set(edges.map(({ from, port }) => `${from}:${port}`));
  return steps
    .filter(({ id, ports }) => ports.length === 0 || ports.some((p) => !drawn.has(`${id}:${p}`)))
    .flatMap(lastOf);
};
