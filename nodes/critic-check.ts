// The second inner step of *Critic*: a model holds a draft against each criterion.
// CC1 every criterion is answered, and no other; anything else is a failure, never a success.
// CC2 what comes out is the draft as it was written, with what it fails and why.

import { z } from 'zod';
import {
  agentSettings,
  answered,
  ASIDE,
  asking,
  isSure,
  misfit,
  optionSchema,
  TEXT,
  ASKS_MODEL,
  DOUBT_OR_FAILURE,
} from '../engine/base/agent-settings.ts';
import { bindable, jsonAt } from '../engine/base/bindable.ts';
import { fitFields } from '../engine/base/fields.ts';
import { fieldSchema, type Field } from '../engine/base/kinds.ts';
import { isObject, type Json, type JsonObject } from '../engine/base/value.ts';
import { defineNode } from '../engine/node.ts';

const parts = z.record(z.string().max(48), bindable(z.json()));
const settings = z.strictObject({
  instructions: z.string().max(8000).default('').meta({ widget: 'long_text' }),
  data: parts.default({}).meta({ widget: 'record' }),
  draft: parts.meta({ widget: 'record' }),
  fields: z.array(fieldSchema).max(20).default([]).meta({ widget: 'fields' }),
  criteria: z.array(optionSchema).min(1).max(12).meta({ widget: 'categories' }),
  ...agentSettings,
});
type Settings = z.infer<typeof settings>;

const VERDICT: Field[] = [
  { id: 'met', label: 'Met', kind: 'yes_no', required: true },
  { id: 'why', label: 'Why', kind: 'long_text' },
];
const verdicts = ({ criteria }: Settings): Field[] =>
  criteria.map((c) => ({
    id: c.id,
    label: c.name,
    kind: 'record',
    required: true,
    fields: VERDICT,
  }));

type Verdict = { met: boolean; why?: string };

/** The draft, and of each criterion that is not met its name and why (CC2). */
function failing(own: Settings, said: JsonObject, draft: Json): JsonObject & { failed: string[] } {
  const verdict = (id: string): Verdict => said[id] as unknown as Verdict;
  const failed = own.criteria.filter(({ id }) => !verdict(id).met);
  const lines = failed.map(({ id, name }) => [name, verdict(id).why].filter(Boolean).join(': '));
  return {
    ...fitFields(own.fields.length ? own.fields : TEXT, isObject(draft) ? draft : {}).value,
    failed: failed.map(({ name }) => name),
    ...(lines.length ? { reasons: lines.join('\n') } : {}),
  };
}

export const criticCheck = defineNode<Settings>({
  type: 'critic_check',
  version: 1,
  group: 'agents',
  family: 'agent',
  settings,
  initial: { draft: {}, criteria: [], maxOutputTokens: 800 },
  generated: true,
  ports: () => [{ id: 'ok', label: '' }, { id: 'failed', label: '' }, ...DOUBT_OR_FAILURE],
  output: ({ fields }) => ({
    fields: [
      ...(fields.length ? fields : TEXT).map((f) => ({ ...f, required: false })),
      {
        id: 'failed',
        label: 'Not met',
        kind: 'list',
        of: { id: 'name', label: 'Name', kind: 'text' },
      },
      { id: 'reasons', label: 'Reasons', kind: 'long_text' },
      ...ASIDE,
    ],
  }),
  ...ASKS_MODEL,
  does: {
    kind: 'call',
    plan: ({ settings: resolved }, own) => ({
      ...asking(own),
      task: {
        do: 'check',
        instructions: own.instructions,
        draft: jsonAt(resolved.v, 'draft'),
        data: jsonAt(resolved.v, 'data'),
        criteria: own.criteria,
      },
    }),
    read: (reply, { step, settings: resolved }, own) => {
      if (reply.kind !== 'model') return misfit(step.name);
      const draft = jsonAt(resolved.v, 'draft');
      const fit = fitFields(verdicts(own), reply.answer);
      const sure = isSure(reply, own.minConfidence);
      if (fit.faults.length)
        // CC1
        return sure ? misfit(step.name) : answered('unsure', {}, reply);
      const found = failing(own, fit.value, draft);
      return answered(!sure ? 'unsure' : found.failed.length ? 'failed' : 'ok', found, reply);
    },
  },
  sentence: ({ criteria }) => ({
    code: 'node.critic_check.live',
    params: { n: criteria.length },
  }),
  icon: 'clipboard-check',
});
