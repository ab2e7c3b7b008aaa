// Approval: a person agrees, refuses or sends back; what they agree to is what later steps may do.
// AP1 the card shows facts and editable fields; the edited fields are the step's value.
// AP2 the recommendation is advice with its reason, never a decision.
// AP3 the way `timeout` exists only where a deadline is set.
// AP4 a quorum names who may agree and how many of them must; escalation says who is asked next.

import { z } from 'zod';
import { idSchema } from '../engine/base/agent-settings.ts';
import { bindable, jsonAt, textAt } from '../engine/base/bindable.ts';
import { holds } from '../engine/base/condition.ts';
import { conditionSchema } from '../engine/base/condition-schema.ts';
import { fieldSchema } from '../engine/base/kinds.ts';
import { ANSWERED, factsOf, showSchema } from '../engine/base/card-settings.ts';
import { defineNode, type CardRequest, type StepInput, CALLS_NOTHING } from '../engine/node.ts';

const settings = z.strictObject({
  ask: z.string().min(1).max(48).meta({ widget: 'person' }),
  title: bindable(z.string().min(1).max(200)),
  show: showSchema,
  fields: z
    .array(z.strictObject({ field: fieldSchema, value: bindable(z.json()) }))
    .max(50)
    .default([])
    .meta({ widget: 'bound_fields' }),
  recommend: z
    .array(
      z.strictObject({
        when: conditionSchema,
        choice: z.enum(['approve', 'refuse', 'send-back']),
        reason: bindable(z.string().max(1000)),
        confidence: bindable(z.json()).optional(),
      }),
    )
    .max(10)
    .default([])
    .meta({ widget: 'recommend' }),
  covers: z.array(idSchema).max(50).optional().meta({ widget: 'steps' }),
  withinMs: z.int().min(1000).optional().meta({ widget: 'duration' }),
  quorum: z
    .strictObject({
      of: z
        .array(z.string().min(1).max(48).meta({ widget: 'person' }))
        .min(1)
        .max(20),
      need: z.int().min(1).max(20),
    })
    .optional()
    .meta({ advanced: true }),
  escalate: z
    .array(
      z.strictObject({
        to: z.string().min(1).max(48).meta({ widget: 'person' }),
        afterMs: z.int().min(1000).meta({ widget: 'duration' }),
      }),
    )
    .max(10)
    .default([])
    .meta({ advanced: true }),
  allowSelf: z.boolean().default(false).meta({ advanced: true }),
});
type Settings = z.infer<typeof settings>;

function recommendation(
  { scope, settings: resolved }: StepInput,
  { recommend }: Settings,
): CardRequest['recommendation'] {
  const at = recommend.findIndex((r) => holds(r.when, scope));
  const found = recommend[at];
  if (!found) return undefined;
  const sure = z
    .object({ share: z.number(), source: z.enum(['votes', 'logprobs', 'rule', 'self']) })
    .safeParse(jsonAt(resolved.v, `recommend.${at}.confidence`));
  return {
    choice: found.choice,
    reason: textAt(resolved.v, `recommend.${at}.reason`),
    ...(sure.success ? { confidence: sure.data } : {}),
  };
}

export const approval = defineNode<Settings>({
  type: 'approval',
  version: 1,
  group: 'people',
  family: 'person',
  settings,
  initial: { ask: '', title: '', show: [], fields: [] },
  ports: ({ withinMs }) => [
    { id: 'approved', label: '' },
    { id: 'refused', label: '', problem: true },
    { id: 'sent_back', label: '' },
    ...(withinMs === undefined ? [] : [{ id: 'timeout', label: '', problem: true }]), // AP3
  ],
  output: ({ fields }) => ({ fields: [...fields.map((f) => f.field), ...ANSWERED] }),
  ...CALLS_NOTHING,
  does: {
    kind: 'card',
    card: (input, own) => ({
      kind: 'approval',
      title: textAt(input.settings.v, 'title'),
      facts: factsOf(own.show, input.settings.v),
      fields: own.fields.map(({ field }, i) => ({
        field,
        value: jsonAt(input.settings.v, `fields.${i}.value`),
      })),
      ask: own.ask,
      recommendation: recommendation(input, own),
      withinMs: own.withinMs,
      covers: own.covers,
      quorum: own.quorum,
      escalate: own.escalate,
      allowSelf: own.allowSelf,
    }),
  },
  sentence: ({ ask }) => ({ code: 'node.approval.live', params: { ask } }),
  icon: 'stamp',
});
