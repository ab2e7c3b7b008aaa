// What the commands make of a selection, as edits. Pure; where things stand comes from the canvas.
// AN1 nothing here asks whether it may: a command that makes no sense gives no edits.

import type { Edit } from '../../engine/1-document/change.ts';
import type { Workflow, WorkflowNode } from '../../engine/1-document/schema.ts';
import { findNote, findScope, findStep, isStart } from '../../engine/1-document/scopes.ts';
import type { NodeDefinition, Registry } from '../../engine/node.ts';
import type { Piece } from '../canvas/arrange.ts';
import { noteBox, ROOM, SNAP } from '../canvas/geometry.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { stepOf } from './add-step.ts';

/** Shift moves this many grid steps at once. */
const FAR = 5;
const MOVES: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The steps among what is selected. */
export const stepsIn = (workflow: Workflow, selected: Iterable<string>): WorkflowNode[] =>
  [...selected].flatMap((id) => findStep(workflow, id)?.node ?? []);

const notesIn = (workflow: Workflow, selected: Iterable<string>) =>
  [...selected].flatMap((id) => findNote(workflow, id)?.note ?? []);

/** An arrow key moves what is selected. */
export function nudged(
  workflow: Workflow,
  selected: Iterable<string>,
  key: string,
  far: boolean,
): Edit[] {
  const move = MOVES[key];
  const all = [...selected];
  const things = [...stepsIn(workflow, all), ...notesIn(workflow, all)];
  if (!move || things.length === 0) return [];
  const by = SNAP * (far ? FAR : 1);
  const to = things.map(
    ({ id, at }) => [id, [at[0] + move[0] * by, at[1] + move[1] * by]] as const,
  );
  return [{ do: 'move_steps', to: Object.fromEntries(to) as Record<string, [number, number]> }];
}

/** An arrow key makes notes larger or smaller. */
export function resized(workflow: Workflow, selected: Iterable<string>, key: string): Edit[] {
  const move = MOVES[key];
  if (!move) return [];
  return notesIn(workflow, selected).map((note) => {
    const { w, h } = noteBox(note);
    const size: [number, number] = [w + move[0] * 2 * SNAP, h + move[1] * 2 * SNAP];
    return { do: 'set_note', note: note.id, fields: { size } };
  });
}

/** Everything selected goes: arrows, steps, notes. */
export function removed(
  workflow: Workflow,
  selected: ReadonlySet<string>,
  arrows: (id: string) => Edit[],
): Edit[] {
  const steps = [...selected].filter((id) => findStep(workflow, id) ?? findNote(workflow, id));
  const own = [...selected].filter((id) => id.includes(':')).flatMap(arrows);
  return [...own, ...(steps.length > 0 ? [{ do: 'remove_steps', steps } as const] : [])];
}

/** Where a run begins and ends stays outside of rooms. */
const isEnding = (node: WorkflowNode): boolean => isStart(node) || node.type.startsWith('end@');

/** A room around what is selected; what stands below makes place for its walls. */
export function grouped(
  workflow: Workflow,
  pieces: readonly Piece[],
  group: NodeDefinition,
  name: string,
): Edit[] {
  const [first] = pieces;
  const home = first && (findStep(workflow, first.id)?.in ?? findNote(workflow, first.id)?.in);
  const scope = home === undefined ? undefined : findScope(workflow, home);
  const steps = pieces.filter(({ id }) =>
    scope?.nodes.some((node) => node.id === id && !isEnding(node)),
  );
  if (!scope || steps.length === 0) return [];
  const ids = new Set(pieces.map(({ id }) => id).filter((id) => !isEndingId(workflow, id)));
  const top = Math.min(...steps.map((piece) => piece.y));
  const bottom = Math.max(...steps.map((piece) => piece.y + piece.h));
  const led = new Set(scope.edges.filter((edge) => ids.has(edge.from)).map((edge) => edge.to));
  const entry = steps.find(({ id }) => !led.has(id)) ?? steps[0];
  const at: [number, number] = [(entry?.x ?? 0) + (entry?.mid ?? 0), top];
  const below = scope.nodes.filter((node) => !ids.has(node.id) && node.at[1] >= bottom);
  const to = below.map(
    (node) => [node.id, [node.at[0], node.at[1] + ROOM.top + ROOM.bottom]] as const,
  );
  const room = { ...stepOf(group, { type: `${group.type}@1`, name }), at };
  return [
    { do: 'wrap', steps: [...ids], room, port: 'ok' },
    ...(to.length > 0
      ? [
          {
            do: 'move_steps',
            to: Object.fromEntries(to) as Record<string, [number, number]>,
          } as const,
        ]
      : []),
  ];
}

const isEndingId = (workflow: Workflow, id: string): boolean => {
  const node = findStep(workflow, id)?.node;
  return node !== undefined && isEnding(node);
};

/** The room's contents instead of the room; its last steps lead on by their first ordinary way. */
export function ungrouped(room: WorkflowNode, registry: Registry, by: [number, number]): Edit {
  const ports = (room.scope?.nodes ?? []).flatMap((node): [string, string][] => {
    const main = stepFacts(registry, node).ways.find((way) => !way.problem);
    return main ? [[node.id, main.id]] : [];
  });
  return { do: 'unwrap', room: room.id, ports: Object.fromEntries(ports), by };
}

/** Sets a mark on all of them, or takes it away where all have it. */
export function toggled(nodes: WorkflowNode[], field: 'locked' | 'collapsed'): Edit[] {
  const isOn = nodes.every((node) => node[field]);
  const value = isOn ? null : (true as const);
  return nodes.map(({ id }) => ({
    do: 'set_step',
    step: id,
    fields: field === 'locked' ? { locked: value } : { collapsed: value },
  }));
}
