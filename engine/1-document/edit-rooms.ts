// Changes to rooms: putting steps into one and taking them out, drawing one around steps, and
// taking one away around its contents.
// ER1 no change of rooms makes arrows run in a circle, and none leads out of its room.
// ER2 steps that lead to different places by different ways cannot leave a room by its one way on:
//     what was a choice would become several things at once.

import { edgeId } from '../base/ids.ts';
import { LIMITS } from '../base/limits.ts';
import { changed, refused, type At, type Edited, type NewStep } from './change.ts';
import { build } from './edit-steps.ts';
import type { Workflow, WorkflowEdge, WorkflowNode, WorkflowScope } from './schema.ts';
import { changeScope, findScope, findStep, hasCircle, idsOf, isStart, TOP } from './scopes.ts';

/**
 * Steps of one room moved into a container of that room, or out of theirs to the top. Arrows among
 * them stay. Arrows that led into them lead to the container, arrows that left them leave it by
 * `port`; without a container such arrows go.
 */
export function putInto(
  workflow: Workflow,
  steps: string[],
  container?: string,
  port = 'ok',
): Edited {
  const first = findStep(workflow, steps[0] ?? '');
  if (!first) return refused('no_step');
  const wanted = new Set(steps);
  if (container !== undefined && wanted.has(container)) return refused('into_itself');
  const target = container === undefined ? workflow.scope : findScope(workflow, container);
  if (!target) return refused('no_room');
  const nodes = first.scope.nodes.filter((node) => wanted.has(node.id));
  if (nodes.length !== wanted.size) return refused('other_room');
  if (container !== undefined && findStep(workflow, container)?.in !== first.in)
    return refused('other_room');
  if (container !== undefined && nodes.some(isStart)) return refused('second_start');
  if (target !== first.scope && target.nodes.length + nodes.length > LIMITS.nodes)
    return refused('too_many');
  const inner = first.scope.edges.filter((e) => wanted.has(e.from) && wanted.has(e.to));
  const without = changeScope(workflow, first.in, (scope) => ({
    ...scope,
    nodes: scope.nodes.filter((node) => !wanted.has(node.id)),
    edges: rerouted(scope.edges, wanted, container, port),
  }));
  const next = changeScope(without, container ?? TOP, (scope) => ({
    ...scope,
    nodes: [...scope.nodes, ...nodes],
    edges: [...scope.edges, ...inner],
  }));
  const around = findScope(next, first.in);
  if (container !== undefined && around && hasCircle(around)) return refused('circle'); // ER1
  if (container !== undefined && hasSeveralWays(first.scope, wanted, container))
    return refused('several_ways'); // ER2
  return changed(next);
}

/** Whether what leaves these steps differs in its ways and in where it goes (ER2). */
function hasSeveralWays({ edges }: WorkflowScope, moved: Set<string>, container: string): boolean {
  const leaving = edges.filter(
    ({ from, to }) => moved.has(from) && !moved.has(to) && to !== container,
  );
  const ways = new Set(leaving.map(({ from, port }) => `${from}:${port}`));
  return ways.size > 1 && new Set(leaving.map(({ to }) => to)).size > 1;
}

function rerouted(
  edges: WorkflowEdge[],
  moved: Set<string>,
  container: string | undefined,
  port: string,
): WorkflowEdge[] {
  const kept = edges.flatMap((edge): WorkflowEdge[] => {
    const [leaves, enters] = [moved.has(edge.from), moved.has(edge.to)];
    if (!leaves && !enters) return [edge];
    if (container === undefined || (leaves && enters)) return [];
    if (enters) return edge.from === container ? [] : [{ ...edge, to: container }];
    return edge.to === container ? [] : [{ from: container, port, to: edge.to }];
  });
  return onceEach(kept);
}

/** Each arrow once. */
function onceEach(edges: WorkflowEdge[]): WorkflowEdge[] {
  const seen = new Set<string>();
  return edges.filter((edge) => {
    const key = edgeId(edge);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

/** A new room around steps and notes of one room (see Edit). */
export function wrap(workflow: Workflow, ids: string[], room: NewStep, port: string): Edited {
  const wanted = new Set(ids);
  const first = ids.map((id) => findStep(workflow, id)).find((placed) => placed !== undefined);
  if (!first) return refused('no_step');
  const { scope, in: around } = first;
  const nodes = scope.nodes.filter((node) => wanted.has(node.id));
  const notes = scope.notes.filter((note) => wanted.has(note.id));
  if (nodes.length + notes.length !== wanted.size) return refused('other_room');
  if (nodes.some(isStart)) return refused('second_start');
  const [highest] = nodes.toSorted((a, b) => a.at[1] - b.at[1]) as [WorkflowNode];
  const empty: WorkflowScope = { nodes: [], edges: [], notes };
  const made = { ...build(room, idsOf(workflow), highest.at), scope: empty };
  const beside = changeScope(workflow, around, (old) => ({
    ...old,
    nodes: [...old.nodes, made],
    notes: old.notes.filter((note) => !wanted.has(note.id)),
  }));
  const inside = putInto(
    beside,
    nodes.map(({ id }) => id),
    made.id,
    port,
  );
  return inside.ok ? changed(inside.workflow, [made.id]) : inside;
}

/** The contents of a room instead of the room (see Edit). */
export function unwrap(
  workflow: Workflow,
  room: string,
  ports: Record<string, string>,
  by: At,
): Edited {
  const placed = findStep(workflow, room);
  const inner = placed?.node.scope;
  if (!placed || !inner) return refused('no_room');
  const left = placed.scope.nodes.length - 1 + inner.nodes.length;
  if (left > LIMITS.nodes || placed.scope.notes.length + inner.notes.length > LIMITS.notes)
    return refused('too_many');
  const moved = <T extends { at: At }>(one: T): T => ({
    ...one,
    at: [one.at[0] + by[0], one.at[1] + by[1]],
  });
  const led = new Set(inner.edges.map((edge) => edge.to));
  const leads = new Set(inner.edges.map((edge) => edge.from));
  const firsts = inner.nodes.filter((node) => !led.has(node.id));
  const lasts = inner.nodes.filter((node) => !leads.has(node.id));
  const goesOn = (to: string): WorkflowEdge[] =>
    lasts.flatMap(({ id: from }) => {
      const port = Object.hasOwn(ports, from) ? ports[from] : undefined;
      return port === undefined ? [] : [{ from, port, to }];
    });
  const next = changeScope(workflow, placed.in, (scope) => ({
    nodes: scope.nodes.flatMap((node) => (node.id === room ? inner.nodes.map(moved) : [node])),
    edges: onceEach([
      ...scope.edges.flatMap((edge) => {
        if (edge.to === room) return firsts.map(({ id }) => ({ ...edge, to: id }));
        return edge.from === room ? goesOn(edge.to) : [edge];
      }),
      ...inner.edges,
    ]),
    notes: [...scope.notes, ...inner.notes.map(moved)],
  }));
  const breakpoints = workflow.breakpoints.filter((id) => id !== room);
  return changed(
    { ...next, breakpoints },
    inner.nodes.map(({ id }) => id),
  );
}
