// Where a new step goes, and how it is connected: one gesture from the palette.
// AD1 after a selected step it takes the place of what followed: the arrow leads through it.
// AD2 with nothing selected it becomes the last step of the main way; what cannot follow anything
//     stands below everything, or where it was dropped, unconnected.
// AD3 what would lie under the new step moves down with everything below it.

import type { Edit, NewStep } from '../../engine/1-document/change.ts';
import { findScope, findStep, isStart, TOP } from '../../engine/1-document/scopes.ts';
import type {
  Workflow,
  WorkflowEdge,
  WorkflowNode,
  WorkflowScope,
} from '../../engine/1-document/schema.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import type { NodeDefinition, Registry } from '../../engine/node.ts';
import { CARD, COLUMN, ROW, SNAP } from '../canvas/geometry.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { edgeId } from '../../engine/base/ids.ts';

export type Plan = {
  edits: Edit[];
  /** The way by which the new step is reached, once it has an id; connects in a second edit. */
  connect?: { from: string; port: string };
};

/**
 * What the palette offers: a type, the name it begins with, and settings beyond the initial ones.
 */
export type Addition = { type: string; name: string; settings?: JsonObject };

const ROOMS = new Set(['loop', 'for_each', 'group']);

/** A fresh step of a type, named by it. */
export function stepOf(definition: NodeDefinition, { type, name, settings }: Addition): NewStep {
  const structure = definition.does.kind === 'structure' ? definition.does.as : '';
  return {
    type,
    name,
    settings: { ...(definition.initial as JsonObject), ...settings },
    ...(ROOMS.has(structure) ? { scope: { nodes: [], edges: [], notes: [] } } : {}),
  };
}

const snapped = (n: number): number => Math.round(n / SNAP) * SNAP;

/** Room for a new step at a height: everything at or below it moves down (AD3). */
function makeRoom(scope: WorkflowScope, y: number): Edit[] {
  const below = scope.nodes.filter((node) => node.at[1] >= y - SNAP);
  if (below.length === 0) return [];
  const to = below.map((node) => [node.id, [node.at[0], node.at[1] + ROW]] as const);
  return [{ do: 'move_steps', to: Object.fromEntries(to) as Record<string, [number, number]> }];
}

/** The nearest free place to the right of a wish, so that cards never lie on each other. */
function freePlace(scope: WorkflowScope, [x, y]: [number, number]): [number, number] {
  const isTaken = (at: number): boolean =>
    scope.nodes.some(
      (node) => Math.abs(node.at[0] - at) < CARD.w && Math.abs(node.at[1] - y) < CARD.h + SNAP,
    );
  let free = x;
  while (isTaken(free)) free += COLUMN;
  return [free, y];
}

/** Puts the step into an arrow (AD1). */
function onArrow(scope: WorkflowScope, arrow: WorkflowEdge, step: NewStep, port: string): Plan {
  const from = scope.nodes.find((node) => node.id === arrow.from);
  const to = scope.nodes.find((node) => node.id === arrow.to);
  if (!from || !to) return { edits: [] };
  const gap = to.at[1] - from.at[1];
  const isTight = gap < 2 * ROW - SNAP;
  const at: [number, number] = [to.at[0], isTight ? to.at[1] : snapped(from.at[1] + ROW)];
  return {
    edits: [
      ...(isTight ? makeRoom(scope, to.at[1]) : []),
      { do: 'insert_on_arrow', arrow, step: { ...step, at }, port },
    ],
  };
}

type Wish = Addition & {
  /** Ids of the selected steps and arrows. */
  selected: ReadonlySet<string>;
  /** Where it was dropped, and in which room. */
  at?: [number, number];
  room?: string | undefined;
  /** The way it is to be reached by; without it the main way of what is selected. */
  from?: { from: string; port: string };
  /** The room that is looked into; the top without it. */
  home?: string;
};

/** How a step of this type is added; nothing for a type nobody knows. */
export function planStep(workflow: Workflow, registry: Registry, wish: Wish): Plan {
  const definition = registry.get(wish.type);
  if (!definition) return { edits: [] };
  const { at, from, home = TOP } = wish;
  const own = stepOf(definition, wish);
  const leads = definition.ports(definition.initial).find((port) => !port.problem)?.id;
  if (at) {
    const into = wish.room ?? home;
    const step = { ...own, at: [snapped(at[0]), snapped(at[1])] as [number, number] };
    return { edits: [{ do: 'add_step', step, into }], ...(from ? { connect: from } : {}) };
  }
  if (from) return byWay(workflow, own, from, leads);
  const [id] = [...wish.selected];
  const arrow = id === undefined ? undefined : arrowOf(workflow, id);
  if (arrow && leads) return onArrow(arrow.scope, arrow.edge, own, leads);
  const inside = findScope(workflow, home) ?? workflow.scope;
  const near = id !== undefined && findStep(workflow, id) ? id : lastOfMain(inside, registry);
  const placed = findStep(workflow, near ?? '');
  if (!placed) return { edits: [{ do: 'add_step', step: own, into: home }] }; // AD2
  const { node, scope } = placed;
  if (node.scope && node.scope.nodes.length === 0)
    return { edits: [{ do: 'add_step', step: { ...own, at: [0, 0] }, into: node.id }] };
  const ways = ordinaryWays(registry, node);
  const into = scope.edges.find((edge) => edge.to === node.id);
  if (ways.length === 0 && into && leads) return beforeEnd(scope, node, own, leads);
  const isDrawn = ({ id: port }: { id: string }): boolean =>
    scope.edges.some((edge) => edge.from === node.id && edge.port === port);
  // The main way goes on; only where it cannot be continued another open way is taken.
  const main = scope.edges.find((edge) => edge.from === node.id && edge.port === ways[0]?.id);
  if (main && leads) return onArrow(scope, main, own, leads);
  const open = ways.find((way) => !isDrawn(way));
  const place = freePlace(scope, [node.at[0], snapped(node.at[1] + ROW)]);
  return {
    edits: [{ do: 'add_step', step: { ...own, at: place }, into: placed.in }],
    ...(open ? { connect: { from: node.id, port: open.id } } : {}),
  };
}

/** A step that is reached by a certain way: in its arrow, or below where it leads from. */
function byWay(
  workflow: Workflow,
  step: NewStep,
  way: { from: string; port: string },
  leads: string | undefined,
): Plan {
  const placed = findStep(workflow, way.from);
  if (!placed) return { edits: [] };
  const { node, scope } = placed;
  const drawn = scope.edges.find((edge) => edge.from === way.from && edge.port === way.port);
  if (drawn && leads) return onArrow(scope, drawn, step, leads);
  const at = freePlace(scope, [node.at[0], snapped(node.at[1] + ROW)]);
  return { edits: [{ do: 'add_step', step: { ...step, at }, into: placed.in }], connect: way };
}

const ordinaryWays = (registry: Registry, node: WorkflowNode): { id: string }[] =>
  stepFacts(registry, node).ways.filter((way) => !way.problem);

/** Everything that led to an end leads to the new step, and from there to the end. */
function beforeEnd(scope: WorkflowScope, end: WorkflowNode, step: NewStep, port: string): Plan {
  return {
    edits: [
      ...makeRoom(scope, end.at[1]),
      { do: 'insert_before', before: end.id, step: { ...step, at: end.at }, port },
    ],
  };
}

/** The last step of the main way: from where it begins by the first ordinary way, up to an end. */
function lastOfMain(scope: WorkflowScope, registry: Registry): string | undefined {
  const led = new Set(scope.edges.map((edge) => edge.to));
  let at = scope.nodes.find(isStart) ?? scope.nodes.find((node) => !led.has(node.id));
  for (const seen = new Set<string>(); at && !seen.has(at.id);) {
    seen.add(at.id);
    const { id } = at;
    const [way] = ordinaryWays(registry, at);
    const edge = scope.edges.find((one) => one.from === id && one.port === way?.id);
    const next = scope.nodes.find((node) => node.id === edge?.to);
    if (!next || ordinaryWays(registry, next).length === 0) return id;
    at = next;
  }
  return undefined;
}

function arrowOf(
  workflow: Workflow,
  id: string,
): { scope: WorkflowScope; edge: WorkflowEdge } | undefined {
  const [from = ''] = id.split(':');
  const placed = findStep(workflow, from);
  const edge = placed?.scope.edges.find((one) => edgeId(one) === id);
  return placed && edge
    ? { scope: findScope(workflow, placed.in) ?? placed.scope, edge }
    : undefined;
}
