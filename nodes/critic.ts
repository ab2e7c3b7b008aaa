// Critic: one model writes, another holds what was written against criteria in plain words.
// CR1 two calls, two effects: draft → check. The check is another role, so that nobody marks his
//     own work.
// CR2 a draft that fails is no problem of the run: it leaves by `failed` with the reasons. To let
//    it be improved, put the step into a loop and give `previous.<step>.value.reasons` to its data.

import { z } from 'zod';
import {
  agentSettings,
  ASIDE,
  TEXT,
  ASKS_MODEL,
  DOUBT_OR_FAILURE,
  optionList,
} from '../engine/base/agent-settings.ts';
import { bindable } from '../engine/base/bindable.ts';
import { fieldSchema, type Field } from '../engine/base/kinds.ts';
import type { Json, JsonObject } from '../engine/base/value.ts';
import { defineNode, type Lowered, type Lowering } from '../engine/node.ts';

/** What the check adds to the draft; no part of it may be called so. */
const VERDICT: Field[] = [
  { id: 'failed', label: 'Not met', kind: 'list', of: { id: 'name', label: 'Name', kind: 'text' } },
  { id: 'reasons', label: 'Reasons', kind: 'long_text' },
  ...ASIDE,
];
const RESERVED = new Set(VERDICT.map((f) => f.id));
const settings = z.strictObject({
  instructions: z.string().max(8000).default('').meta({ widget: 'instructions' }),
  data: z.record(z.string().max(48), bindable(z.json())).default({}).meta({ widget: 'record' }),
  fields: z
    .array(fieldSchema)
    .max(20)
    .default([])
    .refine((fields) => fields.every((f) => !RESERVED.has(f.id)), { error: 'reserved' })
    .meta({ widget: 'fields' }),
  criteria: optionList(1, 12),
  judge: agentSettings.role.removeDefault().default('judge').meta({ widget: 'role' }),
  ...agentSettings,
});
type Settings = z.infer<typeof settings>;

const written = ({ fields }: Settings): Field[] => (fields.length ? fields : TEXT);

function lower(own: Settings, { idOf }: Lowering): Lowered {
  const { criteria, judge, role, prompt, instructions, data, fields, ...more } = own;
  const { maxOutputTokens, minConfidence } = more;
  const parts = written(own).map(({ id }): [string, Json] => [
    id,
    { '@ref': `steps.${idOf('draft')}.value.${id}`, else: null },
  ]);
  const asked = { maxOutputTokens, minConfidence };
  const check = { instructions, data, fields, criteria, role: judge, ...asked };
  const write = { instructions, data, fields, role, ...(prompt ? { prompt } : {}), ...asked };
  return {
    steps: [
      { part: 'draft', type: 'draft@1', settings: write as unknown as JsonObject },
      {
        part: 'check',
        type: 'critic_check@1',
        settings: { ...(check as unknown as JsonObject), draft: Object.fromEntries(parts) },
      },
    ],
    arrows: [{ from: 'draft', port: 'ok', to: 'check' }],
  };
}

export const critic = defineNode<Settings>({
  type: 'critic',
  version: 1,
  group: 'agents',
  family: 'agent',
  settings,
  initial: { instructions: '', data: {}, criteria: [], maxOutputTokens: 800 },
  ports: () => [{ id: 'ok', label: '' }, { id: 'failed', label: '' }, ...DOUBT_OR_FAILURE],
  output: (own) => ({ fields: [...written(own), ...VERDICT] }),
  ...ASKS_MODEL,
  does: { kind: 'lowered', lower },
  sentence: ({ criteria }) => ({
    code: 'node.critic.live',
    params: { n: criteria.length },
  }),
  icon: 'clipboard-check',
});
