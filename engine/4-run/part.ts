// The part of a drawing that a test tries: one step alone, or everything up to a step. A part is a
// drawing like any other, so it compiles, runs, is recorded and plays back like any other.
// PA1 pure; what is kept of the drawing is kept as it is, so that its steps do what they will do.
// PA2 ways that leave the part lead to an end of its own: `here` behind the step that is tried,
//     `elsewhere` where the run would have gone another way.
// PA3 a problem nobody drew a way for asks nobody in a test: the run says that it failed there.
// PA4 a loop around the step that is tried goes one round.

import { findStep, stepsOf } from '../1-document/scopes.ts';
import type { Workflow, WorkflowEdge, WorkflowNode, WorkflowScope } from '../1-document/schema.ts';
import { heldAgainst } from '../2-validate/held-against.ts';
import type { Registry } from '../node.ts';
import type { TestOf } from './events.ts';

/** What the ends of a part are called on screen. */
export type EndNames = { here: string; elsewhere: string };
/** The part, and the ids of the steps of the drawing that are in it. */
export type Part = { workflow: Workflow; steps: Set<string> };

/** The part that a test of this drawing tries; all of it where nothing is named. */
export function partOfDrawing(
  workflow: Workflow,
  { only, until }: TestOf,
  registry: Registry,
  names: EndNames,
): Part | undefined {
  const id = only ?? until;
  if (id === undefined) return partWith(workflow, workflow.scope);
  const placed = findStep(workflow, id);
  if (!placed) return undefined;
  const ends = endsFor(workflow, names);
  const scope =
    only === undefined
      ? upTo(workflow.scope, id, registry, ends)
      : alone(placed.node, registry, ends);
  return partWith(workflow, scope);
}

function partWith(workflow: Workflow, scope: WorkflowScope): Part {
  const had = new Set([...stepsOf(workflow.scope)].map(({ node }) => node.id));
  const steps = [...stepsOf(scope)].map(({ node }) => node.id).filter((id) => had.has(id));
  const { overlap: _none, ...own } = workflow; // a test stands in nobody's line
  return { workflow: { ...own, scope, breakpoints: [] }, steps: new Set(steps) };
}

type Ends = { here: WorkflowNode; elsewhere: WorkflowNode };

/** Two ends whose ids nothing in the drawing has. */
function endsFor(workflow: Workflow, names: EndNames): Ends {
  const had = new Set([...stepsOf(workflow.scope)].map(({ node }) => node.id));
  const end = (id: keyof EndNames): WorkflowNode => {
    let free: string = id;
    for (let n = 2; had.has(free); n++) free = `${id}_${n}`;
    const settings = { outcome: 'done' };
    return { id: free, type: 'end@1', name: names[id], at: [0, 0], settings };
  };
  return { here: end('here'), elsewhere: end('elsewhere') };
}

/** Every way out of a step but `error`, led to an end; a failure ends the run (PA3). */
function ledTo(node: WorkflowNode, ports: string[], end: WorkflowNode): WorkflowEdge[] {
  return ports
    .filter((port) => port !== 'error')
    .map((port) => ({ from: node.id, port, to: end.id }));
}

function portsOf({ type, settings }: WorkflowNode, registry: Registry): string[] {
  const definition = registry.get(type);
  const read = definition && heldAgainst(definition, settings);
  return definition && read?.ok ? definition.ports(read.settings).map(({ id }) => id) : [];
}

/** The step with nothing asked about it by default (PA3), and not waiting for several arrows. */
function plain(node: WorkflowNode): WorkflowNode {
  const { join: _join, ...own } = node;
  return { ...own, noDefault: [...new Set([...(node.noDefault ?? []), 'error'])] };
}

function alone(node: WorkflowNode, registry: Registry, { here }: Ends): WorkflowScope {
  const edges = ledTo(node, portsOf(node, registry), here);
  const nodes = edges.length ? [plain(node), { ...here, at: below(node.at) }] : [plain(node)];
  return { nodes, edges, notes: [] };
}

const below = ([x, y]: [number, number]): [number, number] => [x, y + 120];

const holds = (node: WorkflowNode, id: string): boolean =>
  node.id === id || (node.scope?.nodes ?? []).some((inner) => holds(inner, id));

/** All that can lead to the step, and where ways lead that cannot. */
function upTo(scope: WorkflowScope, id: string, registry: Registry, ends: Ends): WorkflowScope {
  const { target, kept, edges } = leadingTo(scope, id);
  if (!target) return scope;
  const ids = new Set(kept.map((node) => node.id));
  const out = kept.flatMap((node) => {
    const drawn = (port: string): WorkflowEdge[] =>
      scope.edges.filter((edge) => edge.from === node.id && edge.port === port);
    if (node === target) return ledTo(node, portsOf(node, registry), ends.here);
    const lost = portsOf(node, registry).filter((port) => {
      const to = drawn(port);
      return to.length === 0 || !to.some((edge) => ids.has(edge.to));
    });
    return ledTo(node, lost, ends.elsewhere);
  });
  const used = Object.values(ends).filter((end) => out.some((edge) => edge.to === end.id));
  const at = below(target.at);
  const nodes = [
    ...kept.map((node) => (node === target ? narrowed(node, id) : node)).map(silent),
    ...used.map((end): WorkflowNode => ({
      ...end,
      at: end.id === ends.here.id ? at : [at[0] + 312, at[1]],
    })),
  ];
  return { nodes, edges: [...edges, ...out], notes: [] };
}

/** PA3, for a step that is still led to as it was. */
const silent = (node: WorkflowNode): WorkflowNode =>
  node.type.startsWith('end@') || node.type.startsWith('start@')
    ? node
    : { ...node, noDefault: [...new Set([...(node.noDefault ?? []), 'error'])] };

/** A room around the step, with nothing in it that comes after (PA4). */
function narrowed(node: WorkflowNode, id: string): WorkflowNode {
  if (node.id === id || !node.scope) return node;
  const { target, kept, edges } = leadingTo(node.scope, id);
  if (!target) return node;
  const nodes = kept.map((inner) => (inner === target ? narrowed(inner, id) : inner));
  const isLoop = node.type.startsWith('loop@');
  return {
    ...node,
    scope: { nodes, edges, notes: [] },
    settings: isLoop ? { ...node.settings, maxRounds: 1 } : node.settings,
  };
}

/** Of a room: the step, or the room it lies in; every step that can lead there; their arrows. */
function leadingTo(
  { nodes, edges }: WorkflowScope,
  id: string,
): { target: WorkflowNode | undefined; kept: WorkflowNode[]; edges: WorkflowEdge[] } {
  const target = nodes.find((node) => holds(node, id));
  const ids = new Set(target ? [target.id] : []);
  for (const to of ids)
    for (const edge of edges) if (edge.to === to && edge.from !== target?.id) ids.add(edge.from);
  return {
    target,
    kept: nodes.filter((node) => ids.has(node.id)),
    edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to) && from !== target?.id),
  };
}
