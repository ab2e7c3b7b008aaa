// Default ways out: a problem nobody drew an arrow for becomes a question to the owner.
// W1 only at the top: inside a container a problem leaves by the container's own port.
// W2 the run ends, without a question, where the person switched the default off, and on
//    `refused`.
// W3 *Ask the owner* belongs to its step: retry runs it again, go on leaves it by its first way,
//    with the fields that later steps cannot do without.

import { edgeId } from '../base/ids.ts';
import type { Field } from '../base/kinds.ts';
import type { Json } from '../base/value.ts';
import type { IREdge, IRGraph, IRStep } from './ir.ts';
import { fieldsNeeded } from './sees.ts';

/** The id of the step that asks about `step`. */
export const askId = (step: string): string => `ask_owner__${step}`;

/** Ports of a step that nobody drew an arrow for although they may not be dropped. */
const undrawn = (drawn: Set<string>, { id, mustHandle }: IRStep): string[] =>
  mustHandle.filter((port) => !drawn.has(wayOf(id, port)));

const wayOf = (step: string, port: string): string => `${step}:${port}`;

/** The first way out that is no problem; undefined for a step that has none. */
export const ordinaryPort = (step: IRStep): string | undefined =>
  step.ports.find((port) => !step.mustHandle.includes(port));

/** What *go on* must be given: the fields that later steps need (W3). */
function fieldsToGive(step: IRStep, needed: Map<string, Set<string>>): Field[] {
  return [...(needed.get(step.id) ?? [])].map((id) => {
    const known = step.outputs?.find((field) => field.id === id);
    return { ...(known ?? { id, label: id, kind: 'text' as const }), required: true };
  });
}

const asker = (step: IRStep, fields: Field[]): IRStep => ({
  id: askId(step.id),
  node: step.node,
  name: `Ask the owner: ${step.name}`,
  kind: 'task',
  type: 'ask_owner@1',
  ports: ['retry', 'go_on', 'stop'],
  mustHandle: [],
  join: 'all',
  settings: {
    step: step.id,
    name: step.name,
    ...(fields.length ? { fields: fields as unknown as Json } : {}),
  },
  asksFor: step.id,
});

/** The graph with its default ways out drawn. */
export function defaultWays(graph: IRGraph): IRGraph {
  const { scope } = graph;
  const needed = fieldsNeeded(scope);
  const drawn = new Set(scope.edges.map(({ from, port }) => wayOf(from, port)));
  const steps: IRStep[] = [...scope.steps];
  const edges: IREdge[] = [...scope.edges];
  for (const step of scope.steps) {
    const ports = undrawn(drawn, step).filter(
      (port) => port !== 'refused' && !step.noDefault?.includes(port),
    );
    if (ports.length === 0) continue;
    const to = askId(step.id);
    steps.push(asker(step, fieldsToGive(step, needed)));
    for (const port of ports) {
      edges.push({
        id: edgeId({ from: step.id, port, to }),
        from: step.id,
        port,
        to,
        isDefault: true,
      });
    }
  }
  return { ...graph, scope: { steps, edges } };
}
