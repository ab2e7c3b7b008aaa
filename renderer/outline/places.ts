// Where a step can be put from the outline, what fits there, and where a way can lead.
// PL1 pure; the drawing is asked the same questions an edit asks, so what is offered can be done.
// PL2 only what fits is offered: between two steps only what leads on, a form only where a workflow
//     begins. Targets are all shown; what may not be led to says why.
// PL3 a way that leads somewhere takes the new step in between; one that does not leads to it.

import type { Arrow, Edit, EditFault } from '../../engine/1-document/change.ts';
import { edit } from '../../engine/1-document/edit.ts';
import { findScope, findStep, stepsOf, TOP } from '../../engine/1-document/scopes.ts';
import type { Workflow, WorkflowNode, WorkflowScope } from '../../engine/1-document/schema.ts';
import { edgeId } from '../../engine/base/ids.ts';
import type { NodeDefinition, Registry } from '../../engine/node.ts';
import { CARD, COLUMN, ROW, SNAP } from '../canvas/geometry.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { planStep, type Addition, type Plan } from '../design/add-step.ts';

/** Where a new step goes. */
export type Spot =
  | { at: 'after' | 'before' | 'inside'; step: string }
  | { at: 'way'; step: string; port: string }
  /** Beside everything: the only place while nothing is drawn. */
  | { at: 'alone' };

/** What a spot comes down to: between, before, or as the end of a way, or as a beginning. */
type Plain =
  | { is: 'between'; scope: WorkflowScope; arrow: Arrow }
  | { is: 'before'; scope: WorkflowScope; node: WorkflowNode }
  | { is: 'led'; scope: WorkflowScope; room: string; node: WorkflowNode; port: string }
  | { is: 'first'; room: string };

/** Step types of which one way leads to several steps at once. */
const FANS = new Set(['parallel']);
const isFan = ({ type }: WorkflowNode): boolean => FANS.has(type.split('@')[0] ?? '');

function ofWay(workflow: Workflow, step: string, port: string): Plain | undefined {
  const placed = findStep(workflow, step);
  if (!placed) return undefined;
  const { node, scope, in: room } = placed;
  const arrow = scope.edges.find((edge) => edge.from === step && edge.port === port);
  if (arrow && !isFan(node)) return { is: 'between', scope, arrow };
  return { is: 'led', scope, room, node, port };
}

/** The spot as it stands in this drawing; nothing for steps that are gone. */
function plainOf(workflow: Workflow, registry: Registry, spot: Spot): Plain | undefined {
  if (spot.at === 'alone') return { is: 'first', room: TOP };
  if (spot.at === 'way') return ofWay(workflow, spot.step, spot.port);
  const placed = findStep(workflow, spot.step);
  if (!placed) return undefined;
  const { node, scope } = placed;
  if (spot.at === 'before') return { is: 'before', scope, node };
  if (spot.at === 'inside') {
    const first = node.scope && firstOf(node.scope);
    if (node.scope && first) return { is: 'before', scope: node.scope, node: first };
    return { is: 'first', room: node.id };
  }
  const { ways } = stepFacts(registry, node);
  const main = ways.find((way) => !way.problem);
  // Nothing follows an end: what is added there comes before it.
  return main ? ofWay(workflow, node.id, main.id) : { is: 'before', scope, node };
}

/** Where a scope begins. */
const firstOf = ({ nodes, edges }: WorkflowScope): WorkflowNode | undefined =>
  nodes.find((node) => !edges.some((edge) => edge.to === node.id)) ?? nodes[0];

/** The way by which a fresh step leads on. */
const leadsOn = (definition: NodeDefinition): string | undefined =>
  definition.ports(definition.initial).find((port) => !port.problem)?.id;

const isStart = ({ type }: { type: string }): boolean => type.split('@')[0] === 'start';
const isEnd = (definition: NodeDefinition): boolean => leadsOn(definition) === undefined;

/** Whether a step of this kind can stand at the spot (PL2). */
export function fitsAt(
  workflow: Workflow,
  registry: Registry,
  spot: Spot,
  definition: NodeDefinition,
): boolean {
  const plain = plainOf(workflow, registry, spot);
  if (!plain || definition.generated) return false;
  const isTop =
    plain.is === 'first' ? plain.room === TOP : plain.is !== 'led' || plain.room === TOP;
  if (isStart(definition)) {
    const begins =
      plain.is === 'first' ||
      (plain.is === 'before' && !plain.scope.edges.some((edge) => edge.to === plain.node.id));
    return begins && isTop && !workflow.scope.nodes.some(isStart);
  }
  if (plain.is === 'before' && isStart(plain.node)) return false;
  if (!isEnd(definition)) return true;
  return plain.is === 'led' && plain.room === TOP;
}

const snapped = (n: number): number => Math.round(n / SNAP) * SNAP;

/** The nearest free place below a step, in the column its way would take. */
function placeBelow(scope: WorkflowScope, node: WorkflowNode): [number, number] {
  const y = snapped(node.at[1] + ROW);
  const isTaken = (x: number): boolean =>
    scope.nodes.some(
      ({ at }) => Math.abs(at[0] - x) < CARD.w && Math.abs(at[1] - y) < CARD.h + SNAP,
    );
  let x = node.at[0];
  while (isTaken(x)) x += COLUMN;
  return [x, y];
}

const roomFor = (definition: NodeDefinition): { scope?: WorkflowScope } =>
  definition.does.kind === 'structure' && ['loop', 'for_each', 'group'].includes(definition.does.as)
    ? { scope: { nodes: [], edges: [], notes: [] } }
    : {};

/** The edits that put a step there (PL3); empty where it cannot be. */
export function planAt(
  workflow: Workflow,
  registry: Registry,
  spot: Spot,
  addition: Addition,
): Plan {
  const definition = registry.get(addition.type);
  const plain = plainOf(workflow, registry, spot);
  if (!definition || !plain || !fitsAt(workflow, registry, spot, definition)) return { edits: [] };
  const step = {
    type: addition.type,
    name: addition.name,
    settings: { ...(definition.initial as WorkflowNode['settings']), ...addition.settings },
    ...roomFor(definition),
  };
  if (plain.is === 'between')
    return planStep(workflow, registry, { ...addition, selected: new Set([edgeId(plain.arrow)]) });
  if (plain.is === 'first')
    return { edits: [{ do: 'add_step', step: { ...step, at: [0, 0] }, into: plain.room }] };
  if (plain.is === 'before') {
    const { node, scope } = plain;
    const below = scope.nodes.filter((other) => other.at[1] >= node.at[1] - SNAP);
    const to = below.map(({ id, at }) => [id, [at[0], at[1] + ROW]] as const);
    const move: Edit = {
      do: 'move_steps',
      to: Object.fromEntries(to) as Record<string, [number, number]>,
    };
    const port = leadsOn(definition) ?? '';
    return {
      edits: [move, { do: 'insert_before', before: node.id, step: { ...step, at: node.at }, port }],
    };
  }
  const at = placeBelow(plain.scope, plain.node);
  return {
    edits: [{ do: 'add_step', step: { ...step, at }, into: plain.room }],
    connect: { from: plain.node.id, port: plain.port },
  };
}

/** Why a way may not lead to a step: the code of its sentence. */
export type Reason = EditFault | 'to_start';
export type Target = { node: WorkflowNode; reason: Reason | undefined; isNow: boolean };

/** The edit that leads a way to a step: one that leads elsewhere is taken along (PL3). */
export function leadEdit(workflow: Workflow, from: string, port: string, to: string): Edit {
  const placed = findStep(workflow, from);
  const old = placed?.scope.edges.filter((edge) => edge.from === from && edge.port === port) ?? [];
  const arrow = { from, port, to };
  const [only] = old;
  return only && old.length === 1 && placed && !isFan(placed.node)
    ? { do: 'reconnect', arrow: only, to: arrow }
    : { do: 'connect', arrow };
}

/** Every step a way could lead to, those of its own room first, with what speaks against it. */
export function targetsOf(workflow: Workflow, from: string, port: string): Target[] {
  const own = findStep(workflow, from);
  if (!own) return [];
  const isDrawn = (to: string): boolean =>
    own.scope.edges.some((edge) => edge.from === from && edge.port === port && edge.to === to);
  const targets = [...stepsOf(workflow.scope)].map(
    ({ node, in: room }): Target & { room: string } => {
      const tried = edit(workflow, leadEdit(workflow, from, port, node.id));
      const isNow = isDrawn(node.id);
      const reason = isNow
        ? 'twice'
        : isStart(node) && node.id !== from
          ? 'to_start'
          : tried.ok
            ? undefined
            : tried.fault;
      return { node, reason, isNow, room };
    },
  );
  return targets.toSorted((a, b) => Number(a.room !== own.in) - Number(b.room !== own.in));
}

/** Rooms a step can be moved into, and whether it can be moved out of its own. */
export function roomsFor(workflow: Workflow, registry: Registry, step: string): WorkflowNode[] {
  const own = findStep(workflow, step);
  if (!own) return [];
  return own.scope.nodes.filter(
    (node) => node.id !== step && stepFacts(registry, node).shape === 'room',
  );
}

/** The edit that moves a step into a room, or out to the top. */
export function moveEdit(
  workflow: Workflow,
  registry: Registry,
  step: string,
  room: string | undefined,
): Edit {
  if (room === undefined) return { do: 'put_into', steps: [step] };
  const node = findStep(workflow, room)?.node;
  const port = node && stepFacts(registry, node).ways.find((way) => !way.problem)?.id;
  return { do: 'put_into', steps: [step], container: room, ...(port ? { port } : {}) };
}

/** True for a step that stands in a room. */
export const isInRoom = (workflow: Workflow, step: string): boolean =>
  !findScope(workflow, TOP)?.nodes.some((node) => node.id === step);
