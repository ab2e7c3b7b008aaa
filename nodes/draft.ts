// Draft: a model writes a text from instructions and data. It writes; it sends nothing.
// DR1 without fields of its own the answer is one text; with fields it must fit them.

import { z } from 'zod';
import {
  agentSettings,
  answered,
  ASIDE,
  asking,
  isSure,
  misfit,
  TEXT,
  ASKS_MODEL,
  DOUBT_OR_FAILURE,
} from '../engine/base/agent-settings.ts';
import { bindable, jsonAt } from '../engine/base/bindable.ts';
import { fitFields } from '../engine/base/fields.ts';
import { fieldSchema, type Field } from '../engine/base/kinds.ts';
import { defineNode } from '../engine/node.ts';

const RESERVED = new Set(ASIDE.map((f) => f.id));
const settings = z.strictObject({
  instructions: z.string().max(8000).default('').meta({ widget: 'instructions' }),
  data: z.record(z.string().max(48), bindable(z.json())).default({}).meta({ widget: 'record' }),
  fields: z
    .array(fieldSchema)
    .max(20)
    .default([])
    .refine((fields) => fields.every((f) => !RESERVED.has(f.id)), { error: 'reserved' })
    .meta({ widget: 'fields' }),
  ...agentSettings,
});
type Settings = z.infer<typeof settings>;

const written = ({ fields }: Settings): Field[] => (fields.length ? fields : TEXT);

export const draft = defineNode<Settings>({
  type: 'draft',
  version: 1,
  group: 'agents',
  family: 'agent',
  settings,
  initial: { instructions: '', data: {}, maxOutputTokens: 600 },
  ports: () => [{ id: 'ok', label: '' }, ...DOUBT_OR_FAILURE],
  output: (own) => ({ fields: [...written(own), ...ASIDE] }),
  ...ASKS_MODEL,
  does: {
    kind: 'call',
    plan: ({ settings: resolved }, own) => ({
      ...asking(own),
      task: {
        do: 'draft',
        instructions: own.instructions,
        data: jsonAt(resolved.v, 'data'),
        ...(own.fields.length ? { fields: own.fields } : {}),
      },
    }),
    read: (reply, { step }, own) => {
      if (reply.kind !== 'model') return misfit(step.name);
      const one = typeof reply.answer === 'string' && !own.fields.length;
      const fit = fitFields(written(own), one ? { text: reply.answer } : reply.answer);
      const sure = isSure(reply, own.minConfidence);
      if (fit.faults.length && sure) return misfit(step.name); // DR1
      return answered(sure ? 'ok' : 'unsure', { ...fit.value }, reply);
    },
  },
  sentence: () => ({ code: 'node.draft.live' }),
  icon: 'pen-line',
});
