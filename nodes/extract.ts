// Extract: a model reads named fields out of a text.
// EX1 the answer must fit the declared fields; anything else is a failure, never a success.
// EX2 a required field that could not be found makes the answer unsure, not wrong.

import { z } from 'zod';
import {
  agentSettings,
  answered,
  ASIDE,
  asking,
  isSure,
  misfit,
  ASKS_MODEL,
  DOUBT_OR_FAILURE,
} from '../engine/base/agent-settings.ts';
import { bindable, jsonAt } from '../engine/base/bindable.ts';
import { fitFields } from '../engine/base/fields.ts';
import { fieldSchema } from '../engine/base/kinds.ts';
import { defineNode } from '../engine/node.ts';

const RESERVED = new Set(ASIDE.map((f) => f.id));
const settings = z.strictObject({
  text: bindable(z.json()).meta({ widget: 'long_text' }),
  instructions: z.string().max(8000).default('').meta({ widget: 'instructions' }),
  fields: z
    .array(fieldSchema)
    .min(1)
    .max(50)
    .refine((fields) => fields.every((f) => !RESERVED.has(f.id)), { error: 'reserved' })
    .refine((all) => new Set(all.map((f) => f.id)).size === all.length, { error: 'twice' })
    .meta({ widget: 'fields' }),
  ...agentSettings,
});
type Settings = z.infer<typeof settings>;

export const extract = defineNode<Settings>({
  type: 'extract',
  version: 1,
  group: 'agents',
  family: 'agent',
  settings,
  initial: { text: '', instructions: '', fields: [], maxOutputTokens: 400 },
  ports: () => [{ id: 'ok', label: '' }, ...DOUBT_OR_FAILURE],
  output: ({ fields }) => ({ fields: [...fields, ...ASIDE] }),
  ...ASKS_MODEL,
  does: {
    kind: 'call',
    plan: ({ settings: resolved }, own) => ({
      ...asking(own),
      task: {
        do: 'extract',
        instructions: own.instructions,
        text: jsonAt(resolved.v, 'text'),
        fields: own.fields,
      },
    }),
    read: (reply, { step }, own) => {
      if (reply.kind !== 'model') return misfit(step.name);
      const fit = fitFields(own.fields, reply.answer);
      const wrong = fit.faults.some((f) => f.code !== 'missing');
      if (wrong && reply.doesNotKnow !== true) return misfit(step.name); // EX1
      const sure = isSure(reply, own.minConfidence) && fit.faults.length === 0; // EX2
      return answered(sure ? 'ok' : 'unsure', { ...fit.value }, reply);
    },
  },
  sentence: ({ fields }) => ({
    code: 'node.extract.live',
    params: { fields: fields.map((f) => f.label).join(', ') },
  }),
  icon: 'scan-text',
});
