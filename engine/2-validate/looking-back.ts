// The rooms of a drawing as policy/control.ts looks back through them.
// LB1 a for-each has no room that a way leads through: with no item nothing in it happens.

import { plotOf, type Plot, type Spot } from '../policy/control.ts';
import type { Drawing, Room, Step } from './step.ts';

const known = new WeakMap<Drawing, Map<Room, Plot>>();

/** Every room of a drawing with its arrows, built once (LB1). */
export function plotsIn(drawing: Drawing): Map<Room, Plot> {
  const before = known.get(drawing);
  if (before) return before;
  const plots = new Map<Room, Plot>();
  known.set(drawing, plots);
  for (const room of drawing.rooms) {
    const outer = room.of && plots.get(room.of.room);
    const around = outer && room.of ? { plot: outer, id: room.of.node.id } : undefined;
    const plot = plotOf(room.steps.map(spotOf), room.scope.edges, around);
    plots.set(room, plot);
    const own = around && outer?.spots.get(around.id);
    if (own && !isEach(room.of)) own.inner = plot;
  }
  return plots;
}

const spotOf = ({ node, ports = [], definition }: Step): Spot => ({
  id: node.id,
  ways: ports.filter(({ problem }) => problem !== true).map(({ id }) => id),
  isGate: definition?.type === 'approval',
  isEvery: node.join === 'every',
});

export const isEach = (step: Step | undefined): boolean =>
  step?.definition?.does.kind === 'structure' && step.definition.does.as === 'for_each';
