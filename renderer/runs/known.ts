// What is known about the drawing a run ran on: names of steps, tools and people, shapes of values.
// KN1 pure; steps that are not in the drawing (generated ones, those of a sub-workflow) have names
//     too.

import type { Card, Person, Workflow, WorkflowScope } from '../../engine/1-document/schema.ts';
import type { WorkflowNode } from '../../engine/1-document/schema.ts';
import { outerId } from '../../engine/base/ids.ts';
import type { Field } from '../../engine/base/kinds.ts';
import type { Registry } from '../../engine/node.ts';
import type { Names } from '../canvas/step-facts.ts';
import { sentenceCase } from '../cards/value-words.ts';
import { spokenFields } from '../document/spoken-fields.ts';
import { t } from '../words.ts';

export type Known = {
  workflow: Workflow;
  registry: Registry;
  names: Names;
  /** Every step of the drawing by its id, those in rooms included. */
  nodes: ReadonlyMap<string, WorkflowNode>;
};

/** Generated steps carry this in front of the step whose trouble they ask about. */
export const ASKS = 'ask_owner__';

/** Gathers what is known of a drawing. */
export function knownOf(
  workflow: Workflow,
  cards: Card[],
  people: Person[],
  registry: Registry,
): Known {
  const nodes = new Map<string, WorkflowNode>();
  const walk = (scope: WorkflowScope): void => {
    for (const node of scope.nodes) {
      nodes.set(node.id, node);
      if (node.scope) walk(node.scope);
    }
  };
  walk(workflow.scope);
  const names: Names = {
    tools: new Map(cards.map((card) => [card.name, card])),
    people: new Map(people.map((person) => [person.id, person])),
  };
  return { workflow, registry, names, nodes };
}

/** A step's name on screen (KN1). */
export function stepName(known: Known, key: string): string {
  const id = outerId(key.split('/').at(-1) ?? key);
  const node = known.nodes.get(id);
  if (node) return node.name;
  if (id.startsWith(ASKS))
    return t('app.happened.asks', { step: stepName(known, id.slice(ASKS.length)) });
  return sentenceCase(id);
}

/** A person's name; an id nobody has is shown as it is. */
export const personName = (known: Pick<Known, 'names'>, id: string): string =>
  known.names.people.get(id)?.name ?? id;

/** The fields of what a step hands on, as far as they are declared. */
export function fieldsOf(known: Known, node: WorkflowNode): Field[] {
  const { tool: name } = node.settings;
  const tool = typeof name === 'string' ? known.names.tools.get(name) : undefined;
  const definition = known.registry.get(node.type);
  const parsed = definition?.settings.safeParse(node.settings);
  const output = parsed?.success ? definition?.output(parsed.data) : undefined;
  if (!definition || !output || !('fields' in output)) return tool?.result ?? [];
  return spokenFields(definition.type, output.fields);
}

/** The declared field behind a path such as `input.amount` or `steps.pay.value.paid`. */
export function fieldAtPath(known: Known, path: string): Field | undefined {
  const [root, id = '', what, part] = path.split('.');
  if (root === 'input') return known.workflow.input.find((field) => field.id === id);
  if ((root !== 'steps' && root !== 'previous') || what !== 'value') return undefined;
  const node = known.nodes.get(id);
  return node && fieldsOf(known, node).find((field) => field.id === part);
}
