// Changes to arrows: drawing, removing, re-routing, and putting a step where an arrow runs.
// EA1 an arrow joins two steps of one room, never twice, never in a circle: a circle is a loop
//     step.

import { LIMITS } from '../base/limits.ts';
import {
  changed,
  refused,
  type Arrow,
  type EditFault,
  type Edited,
  type NewStep,
} from './change.ts';
import { build } from './edit-steps.ts';
import type { Workflow, WorkflowScope } from './schema.ts';
import { changeScope, findStep, idsOf, isStart, stepsOf } from './scopes.ts';

const same = (a: Arrow, b: Arrow): boolean =>
  a.from === b.from && a.port === b.port && a.to === b.to;

/** True when arrows lead from one step to the other. */
function leads({ edges }: WorkflowScope, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const at of seen) {
    if (at === to) return true;
    for (const edge of edges) if (edge.from === at) seen.add(edge.to);
  }
  return false;
}

/** A new arrow (EA1). */
export function addArrow(workflow: Workflow, arrow: Arrow): Edited {
  const from = findStep(workflow, arrow.from);
  const to = findStep(workflow, arrow.to);
  if (!from || !to) return refused('no_step');
  if (from.in !== to.in) return refused('other_room');
  if (arrow.from === arrow.to) return refused('to_itself');
  if (isStart(to.node)) return refused('no_way_in');
  if (from.scope.edges.some((edge) => same(edge, arrow))) return refused('twice');
  if (leads(from.scope, arrow.to, arrow.from)) return refused('circle');
  if (from.scope.edges.length >= 4 * LIMITS.nodes) return refused('too_many');
  const { from: start, port, to: end } = arrow;
  const next = changeScope(workflow, from.in, (scope) => ({
    ...scope,
    edges: [...scope.edges, { from: start, port, to: end }],
  }));
  return changed(next);
}

/**
 * Every step that an arrow from here cannot lead to, and why; what is not named can take it. The
 * same answers as drawing each of them would give, found in one walk.
 */
export function unfit(workflow: Workflow, from: string, port: string): Map<string, EditFault> {
  const placed = findStep(workflow, from);
  const faults = new Map<string, EditFault>();
  if (!placed) return faults;
  const into = Map.groupBy(placed.scope.edges, (edge) => edge.to);
  const before = new Set([from]);
  for (const id of before) for (const edge of into.get(id) ?? []) before.add(edge.from);
  for (const { node, in: room } of stepsOf(workflow.scope)) {
    const isDrawn = into.get(node.id)?.some((e) => e.from === from && e.port === port) === true;
    if (room !== placed.in) faults.set(node.id, 'other_room');
    else if (node.id === from) faults.set(node.id, 'to_itself');
    else if (isStart(node)) faults.set(node.id, 'no_way_in');
    else if (isDrawn) faults.set(node.id, 'twice');
    else if (before.has(node.id)) faults.set(node.id, 'circle');
  }
  return faults;
}

/** Without one arrow. */
export function dropArrow(workflow: Workflow, arrow: Arrow): Edited {
  const from = findStep(workflow, arrow.from);
  if (!from?.scope.edges.some((edge) => same(edge, arrow))) return refused('no_arrow');
  const next = changeScope(workflow, from.in, (scope) => ({
    ...scope,
    edges: scope.edges.filter((edge) => !same(edge, arrow)),
  }));
  return changed(next);
}

/** One arrow taken from where it was to where it is wanted; both or neither. */
export function moveArrow(workflow: Workflow, arrow: Arrow, to: Arrow): Edited {
  const without = dropArrow(workflow, arrow);
  return without.ok ? addArrow(without.workflow, to) : without;
}

const middle = (a: [number, number], b: [number, number]): [number, number] => [
  Math.round((a[0] + b[0]) / 2),
  Math.round((a[1] + b[1]) / 2),
];

/** A new step in the middle of an arrow; it leads on by `port`. */
export function putBetween(workflow: Workflow, arrow: Arrow, step: NewStep, port: string): Edited {
  const from = findStep(workflow, arrow.from);
  const to = findStep(workflow, arrow.to);
  if (!from || !to || !from.scope.edges.some((edge) => same(edge, arrow)))
    return refused('no_arrow');
  if (from.scope.nodes.length >= LIMITS.nodes) return refused('too_many');
  const node = build(step, idsOf(workflow), middle(from.node.at, to.node.at));
  const next = changeScope(workflow, from.in, (scope) => ({
    ...scope,
    nodes: [...scope.nodes, node],
    edges: scope.edges.flatMap((edge) =>
      same(edge, arrow)
        ? [
            { ...edge, to: node.id },
            { from: node.id, port, to: edge.to },
          ]
        : [edge],
    ),
  }));
  return changed(next, [node.id]);
}

/** A new step that everything passes before it reaches `before`; it leads on by `port`. */
export function putBefore(workflow: Workflow, before: string, step: NewStep, port: string): Edited {
  const placed = findStep(workflow, before);
  if (!placed) return refused('no_step');
  if (isStart(placed.node)) return refused('no_way_in');
  if (placed.scope.nodes.length >= LIMITS.nodes) return refused('too_many');
  const [x, y] = placed.node.at;
  const node = build(step, idsOf(workflow), [x, y - 120]);
  const next = changeScope(workflow, placed.in, (scope) => ({
    ...scope,
    nodes: [...scope.nodes, node],
    edges: [
      ...scope.edges.map((edge) => (edge.to === before ? { ...edge, to: node.id } : edge)),
      { from: node.id, port, to: before },
    ],
  }));
  return changed(next, [node.id]);
}
