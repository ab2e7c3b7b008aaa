// What an approval speaks for: the steps that do something outside and that only its consent leads
// to.
// V1 a gate covers every write, irreversible or spending step reachable from its way `approved`
//    without passing another gate; the body of a container lies on the way through it.
// V2 where the gate names what it covers (`settings.covers`), that list holds, in the order given.
// V3 an unknown tool, or a card without an effect, counts as irreversible.
// V4 a gate inside an item of a for-each speaks for that item only: nobody agrees to what follows
//    all items by agreeing to one. Out of a loop, a group or a sub-workflow its word goes on.

import type { EffectClass, Registry } from '../node.ts';
import { roomOf, type IREdge, type IRGraph, type IRScope, type IRStep } from './ir.ts';

/** What coverage needs to know of an authority card. */
export type EffectOfTool = { name: string; effect?: EffectClass };

/** What a way may lead to, up to the next gate. */
export type Reach = {
  /** Ids of steps that do something outside. */
  steps: string[];
  /** Ids of sub-workflow steps: what happens in them is on the way too. */
  workflows: string[];
  /** Ids of all steps on the way. */
  passes: ReadonlySet<string>;
  /** The way leads to the end of the drawing, and so back to whoever called it. */
  leaves: boolean;
};

export type Reaches = {
  /** By gate: what its consent opens. */
  gates: Record<string, Reach>;
  /** From the beginning of the drawing. */
  entry: Reach;
  /** What may come after a step has begun, by whatever way; a container's body included. */
  after: (step: string) => Reach;
};

const OUTWARD: EffectClass[] = ['write', 'irreversible', 'spend'];
export const NOWHERE: Reach = { steps: [], workflows: [], passes: new Set(), leaves: false };

/** By gate: the ids of the steps it covers, in drawing order. */
export const coverage = (
  graph: IRGraph,
  registry: Registry,
  cards: readonly EffectOfTool[],
): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(reaches(graph, registry, cards).gates).map(([id, { steps }]) => [id, steps]),
  );

/** What the gates, the beginning and the steps of a drawing lead to. */
export function reaches(
  graph: IRGraph,
  registry: Registry,
  cards: readonly EffectOfTool[],
): Reaches {
  const effects = new Map(cards.map((card) => [card.name, card.effect ?? 'irreversible']));
  const isOutward = (step: IRStep): boolean =>
    !step.asksFor && OUTWARD.includes(effectOf(step, registry, effects));
  const reachOf = ({ found, leaves }: Way): Reach => ({
    steps: [...found].filter(isOutward).map((step) => step.id),
    workflows: [...found].filter(({ kind }) => kind === 'workflow').map((step) => step.id),
    passes: new Set([...found].map((step) => step.id)),
    leaves,
  });
  const places = new Map(
    scopesOf(graph.scope, []).flatMap((place) =>
      place.scope.steps.map((step) => [step.id, { step, ...place }] as const),
    ),
  );
  const gates: Record<string, Reach> = {};
  for (const { step: gate, ...place } of places.values()) {
    if (!isGate(gate)) continue;
    const named = gate.settings['covers'];
    gates[gate.id] = Array.isArray(named)
      ? { ...NOWHERE, steps: named.map(String) }
      : reachOf(behind(place, gate, 'approved'));
  }
  return {
    gates,
    entry: reachOf(from({ scope: graph.scope, after: [] }, startsOf(graph.scope))),
    after: (id) => {
      const place = places.get(id);
      return place ? reachOf(behind(place, place.step)) : NOWHERE;
    },
  };
}

/** A person's consent; a way out that somebody merely calls `approved` is none. */
export const isGate = (step: Pick<IRStep, 'type'>): boolean => step.type.startsWith('approval@');

/** What a step may do outside (V3). */
export function effectOf(
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
/** A scope and the containers around it, innermost first. */
type Place = { scope: IRScope; after: Around[] };

function scopesOf(scope: IRScope, after: Around[]): Place[] {
  return [
    { scope, after },
    ...scope.steps.flatMap((container) => {
      const room = roomOf(container);
      return room ? scopesOf(room, [{ scope, container }, ...after]) : [];
    }),
  ];
}

/** The steps on a way, and whether it leads out of the drawing. */
type Way = { found: Set<IRStep>; leaves: boolean };

/** What comes after a step, by one way out or by all, its own body included (V1). */
function behind(place: Place, step: IRStep, port?: string): Way {
  const room = port === undefined ? roomOf(step) : undefined;
  const way = from(place, targets(place.scope, step.id, port), port ? step : undefined);
  if (room) walk(room, startsOf(room), undefined, way.found);
  return way;
}

/** Steps reachable from some of a scope without passing a gate, out of containers too (V4). */
function from({ scope, after }: Place, starts: string[], gate?: IRStep): Way {
  const found = new Set<IRStep>();
  let isOpen = walk(scope, starts, gate, found);
  for (const { scope: outer, container } of after) {
    if (container.kind === 'each') return { found, leaves: false };
    // A further round of the loop around may come by everything in it, up to a gate.
    const room = container.body as IRScope;
    if (container.kind === 'loop') walk(room, startsOf(room), gate, found);
    isOpen = walk(outer, targets(outer, container.id), gate, found);
  }
  return { found, leaves: isOpen };
}

/** Adds what can be reached; true when a way ends here that is no gate's. */
function walk(
  scope: IRScope,
  starts: string[],
  gate: IRStep | undefined,
  found: Set<IRStep>,
): boolean {
  const ways = [...starts];
  const seen = new Set<string>();
  let isOpen = starts.length === 0;
  for (let id = ways.shift(); id !== undefined; id = ways.shift()) {
    const step = stepIn(scope, id);
    if (!step || seen.has(id)) continue;
    seen.add(id);
    if (step === gate || isGate(step)) continue;
    found.add(step);
    const room = roomOf(step);
    if (room) walk(room, startsOf(room), gate, found);
    const next = targets(scope, id);
    if (next.length === 0) isOpen = true;
    ways.push(...next);
  }
  return isOpen;
}

/** A scope's steps by id, and the arrows that leave each; scopes are never changed. */
type Index = { steps: Map<string, IRStep>; leaving: Map<string, IREdge[]> };
const indexes = new WeakMap<IRScope, Index>();

function indexOf(scope: IRScope): Index {
  const known = indexes.get(scope);
  if (known) return known;
  const leaving = Map.groupBy(scope.edges, ({ from: step }) => step);
  const index = { steps: new Map(scope.steps.map((step) => [step.id, step])), leaving };
  indexes.set(scope, index);
  return index;
}

const stepIn = (scope: IRScope, id: string): IRStep | undefined => indexOf(scope).steps.get(id);

const targets = (scope: IRScope, id: string, port?: string): string[] =>
  (indexOf(scope).leaving.get(id) ?? [])
    .filter((e) => port === undefined || e.port === port)
    .map((e) => e.to);

/** Where a scope begins. */
function startsOf({ steps, edges }: IRScope): string[] {
  const reached = new Set(edges.map(({ to }) => to));
  return steps.flatMap(({ id }) => (reached.has(id) ? [] : [id]));
}
