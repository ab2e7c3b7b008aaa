// What the workflows for every kind of card are made of: steps with names, tools, what they answer.

import type { Json, JsonObject } from '../../engine/base/value.ts';
import type { scopeOf, StepSpec } from './drawing.ts';

export type Drawn = {
  name: string;
  scope: ReturnType<typeof scopeOf>;
  input?: JsonObject[];
  cards?: JsonObject[];
  servers?: JsonObject[];
  rules?: JsonObject[];
  answers?: JsonObject[];
  tools?: JsonObject[];
  more?: JsonObject;
};

export const BUDGET = {
  costUsd: 1,
  modelCalls: 20,
  toolCalls: 50,
  tokens: 1_000_000,
  minutes: 60,
  attempts: 100,
  onLimit: 'ask',
};
export const OWNERS = {
  mission: 'dana_ruiz',
  authority: 'ines_roth',
  cost: 'lee_tanaka',
  incidents: 'dana_ruiz',
  approvals: 'marcus_webb',
};
export const text = (id: string, label: string): JsonObject => ({ id, label, kind: 'text' });
export const money = (id: string, label: string): JsonObject => ({
  id,
  label,
  kind: 'money',
  currency: 'USD',
  required: true,
});
/** A step with a name of its own. */
export const step = (
  id: string,
  type: string,
  name: string,
  settings: JsonObject = {},
): StepSpec => [id, type, settings, { name }];
export const start = (name: string): StepSpec => step('start', 'start', name);
export const end = (name: string, output: JsonObject = {}): StepSpec =>
  step('done', 'end', name, { outcome: 'done', output });
export const ref = (at: string): Json => ({ '@ref': at });

export const tool = (name: string, title: string, more: JsonObject): JsonObject => ({
  name,
  title,
  adapter: 'practice',
  class: 'operational',
  effect: 'write',
  idempotency: 'key',
  source: 'office',
  timeoutMs: 30_000,
  args: [],
  result: [],
  ...more,
});
export const plays = (name: string, value: Json, more: JsonObject = {}): JsonObject => ({
  name,
  answers: [{ value, ...more }],
});
export const rule = (name: string, then: 'allow' | 'ask'): JsonObject => ({
  id: `${then}_${name}`,
  name: then === 'allow' ? 'May be used by itself' : 'Somebody looks at it first',
  when: { field: 'tool', op: 'is', value: name },
  then,
});
