// A drawing made elsewhere, put into an empty workflow as changes a person could make: one gesture.

import type { At, Edit } from '../../engine/1-document/change.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import { tidyScope } from '../canvas/tidy.ts';

/** The changes that make the drawing of an empty workflow. */
export function openingEdits(empty: Workflow, drawn: Workflow): Edit[] {
  const places = tidyScope(drawn.scope, new Map());
  const nodes = drawn.scope.nodes.map((node) => ({
    ...node,
    at: [...(places.get(node.id) ?? node.at)] as At,
  }));
  return [
    { do: 'remove_steps', steps: empty.scope.nodes.map(({ id }) => id) },
    { do: 'paste', part: { ...drawn.scope, nodes }, by: [0, 0] },
    { do: 'set_workflow', field: 'purpose', value: drawn.purpose },
    { do: 'set_workflow', field: 'input', value: drawn.input as never },
  ];
}

/** What steps wish for, by the names people see. */
export const wishesOf = (
  drawn: Workflow,
  wishes: { step: string; wish: string }[],
): { name: string; wish: string }[] =>
  wishes.map(({ step, wish }) => ({ name: findStep(drawn, step)?.node.name ?? step, wish }));
