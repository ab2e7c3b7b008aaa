// Call a tool: one call of one tool with arguments taken from the run. No model is asked.
// CT1 only a tool with an authority card is called; the card says what it may do.
// CT2 the answer is looked at before anybody builds on it: shape, age, whom it is about, its state.
// CT3 what the card does not declare as result is left behind.

import { z } from 'zod';
import { idSchema } from '../engine/base/agent-settings.ts';
import { bindable, jsonAt } from '../engine/base/bindable.ts';
import { expected, expectSchema, recordAt, shaped, unmet } from '../engine/base/expect.ts';
import { defineNode, type StepResult } from '../engine/node.ts';

const settings = z.strictObject({
  tool: idSchema.meta({ widget: 'tool' }),
  args: z.record(z.string().max(48), bindable(z.json())).default({}).meta({ widget: 'arguments' }),
  expect: expectSchema.optional().meta({ widget: 'expect' }),
});
type Settings = z.infer<typeof settings>;

const fails = (code: string, params: Record<string, string | number>): StepResult => ({
  failure: { kind: 'terminal', code, params },
});

export const callTool = defineNode<Settings>({
  type: 'call_tool',
  version: 1,
  group: 'tools',
  family: 'tool',
  settings,
  initial: { tool: '', args: {} },
  ports: () => [
    { id: 'ok', label: '' },
    { id: 'error', label: '', problem: true },
  ],
  output: () => ({ any: true }),
  effect: 'card',
  idempotency: 'none',
  timeoutMs: 30_000,
  retry: { attempts: 3, backoffMs: 1000 },
  does: {
    kind: 'call',
    plan: ({ card, settings: resolved }, { tool }) =>
      card
        ? { kind: 'tool', tool, args: withoutNothing(recordAt(resolved.v, 'args')) }
        : { failure: { kind: 'terminal', code: 'failure.no_card', params: { tool } } }, // CT1
    read: (reply, { step, at, card, settings: resolved }, { tool, expect = {} }) => {
      const title = card?.title ?? tool;
      if (reply.kind !== 'tool')
        return fails('failure.result_shape', { step: step.name, tool: title, field: '' });
      const shape = shaped(card?.result ?? [], reply.value); // CT3
      if ('field' in shape)
        return fails('failure.result_shape', { step: step.name, tool: title, field: shape.field });
      const about = { step: step.name, at, asOf: reply.asOf };
      const own = expected(expect, jsonAt(resolved.v, 'expect'));
      const freshWithinMs = own.freshWithinMs ?? card?.freshWithinMs;
      const wrong = unmet(shape.value, { ...own, freshWithinMs }, about); // CT2
      if (wrong) return fails(wrong.code, wrong.params);
      return { port: 'ok', value: shape.value, ...(reply.asOf ? { asOf: reply.asOf } : {}) };
    },
  },
  sentence: ({ tool }) => ({ code: 'node.call_tool.live', params: { tool } }),
  icon: 'plug',
});

/** An argument without a value is an argument that is not given. */
const withoutNothing = (args: ReturnType<typeof recordAt>): typeof args =>
  Object.fromEntries(Object.entries(args).filter(([, v]) => v !== null));
