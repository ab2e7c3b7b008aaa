// A workflow folder in a few lines, for tests: steps as [id, type, settings], arrows as 'a:port>b'.

import {
  budgetSchema,
  cardSchema,
  type Folder,
  type WorkflowScope,
} from '../../engine/1-document/schema.ts';
import type { JsonObject } from '../../engine/base/value.ts';

export type StepSpec = [
  id: string,
  type: string,
  settings?: JsonObject,
  more?: JsonObject & { scope?: WorkflowScope },
];

/**
 * A scope from step and arrow shorthands; a first step of type start is added when there is none.
 */
export function scopeOf(steps: StepSpec[], arrows: string[]): WorkflowScope {
  return {
    nodes: steps.map(([id, type, settings = {}, more = {}], i) => ({
      id,
      type: `${type}@1`,
      name: id.replaceAll('_', ' '),
      at: [0, i * 120] as [number, number],
      settings,
      ...more,
    })),
    edges: arrows.map((a) => {
      const [from = '', rest = ''] = a.split(':');
      const [port = '', to = ''] = rest.split('>');
      return { from, port, to };
    }),
    notes: [],
  };
}

const BUDGET = {
  costUsd: 1,
  modelCalls: 50,
  toolCalls: 100,
  tokens: 1_000_000,
  minutes: 60,
  attempts: 200,
  onLimit: 'ask',
};

/** A folder around a scope. Cards may be partial; what is missing takes the schema's defaults. */
export function drawing(
  scope: WorkflowScope,
  more: {
    cards?: JsonObject[];
    rules?: Folder['rules'];
    budget?: JsonObject;
    input?: Folder['workflow']['input'];
    breakpoints?: string[];
    id?: string;
  } = {},
): Folder {
  return {
    workflow: {
      format: 'interlock/workflow@1',
      id: more.id ?? 'drawn',
      name: 'Drawn',
      version: '1.0.0',
      purpose: '',
      owners: {},
      tags: {},
      input: more.input ?? [],
      budget: budgetSchema.parse({ ...BUDGET, ...more.budget }),
      scope,
      breakpoints: more.breakpoints ?? [],
    },
    rules: more.rules ?? [],
    cards: (more.cards ?? []).map((c) =>
      cardSchema.parse({ adapter: 'practice', class: 'operational', title: c['name'], ...c }),
    ),
    practice: { answers: [], tools: [], world: {} },
    prompts: [],
    inputs: [],
  };
}

/** A tool card with free arguments n and text. */
export const cardOf = (name: string, more: JsonObject = {}): JsonObject => ({
  name,
  effect: 'read',
  idempotency: 'key',
  timeoutMs: 30_000,
  args: [
    { id: 'n', label: 'N', kind: 'number' },
    { id: 'text', label: 'Text', kind: 'text' },
  ],
  result: [{ id: 'n', label: 'N', kind: 'number' }],
  ...more,
});
