// What an approval speaks for: the steps that do something outside and that only its consent leads
// to.
// V1 a gate covers every write, irreversible or spending step reachable from its way `approved`
//    without passing another gate; the body of a container lies on the way through it.
// V2 where the gate names what it covers (`settings.covers`), that list holds, in the order given.
// V3 an unknown tool, or a card without an effect, counts as irreversible.

import type { EffectClass, Registry } from '../node.ts';
import type { IRGraph, IRScope, IRStep } from './ir.ts';

/** What coverage needs to know of an authority card. */
export type EffectOfTool = { name: string; effect?: EffectClass };

const OUTWARD: EffectClass[] = ['write', 'irreversible', 'spend'];

/** By gate: the ids of the steps it covers, in drawing order. */
export function coverage(
  graph: IRGraph,
  registry: Registry,
  cards: readonly EffectOfTool[],
): Record<string, string[]> {
  const effects = new Map(cards.map((card) => [card.name, card.effect ?? 'irreversible']));
  const covered: Record<string, string[]> = {};
  const isOutward = (step: IRStep): boolean =>
    !step.asksFor && OUTWARD.includes(effectOf(step, registry, effects));
  for (const { scope, after } of scopesOf(graph.scope, [])) {
    for (const gate of scope.steps) {
      if (!isGate(gate)) continue;
      const named = gate.settings['covers'];
      covered[gate.id] = Array.isArray(named)
        ? named.map(String)
        : behind(scope, gate, after)
            .filter(isOutward)
            .map((step) => step.id);
    }
  }
  return covered;
}

/** A person's consent: a step with a way out called `approved`. */
const isGate = (step: IRStep): boolean => step.ports.includes('approved');

function effectOf(
  step: IRStep,
  registry: Registry,
  effects: Map<string, EffectClass>,
): EffectClass {
  const definition = registry.get(step.type);
  if (!definition) return 'irreversible';
  if (definition.effect !== 'card') return definition.effect;
  const { tool } = step.settings;
  return (typeof tool === 'string' ? effects.get(tool) : undefined) ?? 'irreversible';
}

/** A container around a scope: where the way goes on once the scope is left. */
type Around = { scope: IRScope; container: IRStep };

/** Every scope of a graph with the containers around it, innermost first. */
function scopesOf(scope: IRScope, after: Around[]): { scope: IRScope; after: Around[] }[] {
  return [
    { scope, after },
    ...scope.steps.flatMap((container) =>
      container.body ? scopesOf(container.body, [{ scope, container }, ...after]) : [],
    ),
  ];
}

/** Steps reachable from the gate's consent without passing another gate (V1). */
function behind(scope: IRScope, gate: IRStep, after: Around[]): IRStep[] {
  const found = new Set<IRStep>();
  walk(scope, targets(scope, gate.id, 'approved'), gate, found);
  for (const { scope: outer, container } of after) {
    // A further round of the loop around may come by everything in it, up to a gate.
    if (container.kind === 'loop')
      walk(container.body as IRScope, startsOf(container), gate, found);
    walk(outer, targets(outer, container.id), gate, found);
  }
  return [...found];
}

function walk(scope: IRScope, from: string[], gate: IRStep, found: Set<IRStep>): void {
  const ways = [...from];
  const seen = new Set<string>();
  for (let id = ways.shift(); id !== undefined; id = ways.shift()) {
    const step = scope.steps.find((one) => one.id === id);
    if (!step || seen.has(id)) continue;
    seen.add(id);
    if (step === gate || isGate(step)) continue;
    found.add(step);
    if (step.body) walk(step.body, startsOf(step), gate, found);
    ways.push(...targets(scope, id));
  }
}

const targets = (scope: IRScope, id: string, port?: string): string[] =>
  scope.edges
    .filter((e) => e.from === id && (port === undefined || e.port === port))
    .map((e) => e.to);

/** Where the body of a container begins. */
function startsOf({ body }: IRStep): string[] {
  const { steps, edges } = body as IRScope;
  return steps.filter((step) => !edges.some((edge) => edge.to === step.id)).map((step) => step.id);
}
