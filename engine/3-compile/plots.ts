// The rooms of a compiled graph as policy/control.ts looks back through them.
// PT1 *Ask the owner* and the arrows to it are not in it: a problem that goes to a person decides
//     nothing by itself.
// PT2 a for-each has no room that a way leads through: with no item nothing in it happens.

import { plotOf, type Plot, type Spot } from '../policy/control.ts';
import { isGate } from './coverage.ts';
import type { IRGraph, IRScope, IRStep } from './ir.ts';

export type Plots = {
  /** The room each step lies in; inner steps of a lowered one included. */
  of: Map<string, Plot>;
  /** The room inside each container, and under '' the whole drawing. */
  rooms: Map<string, Plot>;
};

/** Every room of a graph (PT1, PT2). */
export function plotsOf(graph: IRGraph): Plots {
  const found: Plots = { of: new Map(), rooms: new Map() };
  add(graph.scope, undefined, found);
  return found;
}

function add(scope: IRScope, around: Plot['around'], found: Plots): Plot {
  const steps = scope.steps.filter(({ asksFor }) => !asksFor); // PT1
  const plot = plotOf(steps.map(spotOf), scope.edges, around);
  found.rooms.set(around?.id ?? '', plot);
  for (const { id } of steps) found.of.set(id, plot);
  for (const { id, kind, body } of steps) {
    if (!body) continue;
    const inner = add(body, { plot, id }, found);
    const spot = plot.spots.get(id);
    if (spot && kind !== 'each') spot.inner = inner; // PT2
  }
  return plot;
}

const spotOf = ({ id, type, ports, mustHandle, join }: IRStep): Spot => ({
  id,
  ways: ports.filter((port) => !mustHandle.includes(port)),
  isGate: isGate({ type }),
  isEvery: join === 'every',
});
