// Use a tool: a model fills the open arguments of exactly one tool, the tool is called once, and a
// model reads what is asked for out of its answer.
// UT1 three calls, three effects: ask → call → read. The call goes through rules, grants and budget
//     like any other, with arguments that a person, a rule or a log can look at before it is made.
// UT2 what the settings give is given; the model never sees it as a choice and cannot change it.
// UT3 without open arguments nobody is asked for them; without fields nobody reads the answer.

import { z } from 'zod';
import { agentSettings, ASIDE, idSchema, DOUBT_OR_FAILURE } from '../engine/base/agent-settings.ts';
import { bindable } from '../engine/base/bindable.ts';
import { expectSchema } from '../engine/base/expect.ts';
import { fieldSchema } from '../engine/base/kinds.ts';
import type { Json, JsonObject } from '../engine/base/value.ts';
import { defineNode, type InnerStep, type Lowered, type Lowering } from '../engine/node.ts';

const RESERVED = new Set(ASIDE.map((f) => f.id));
const settings = z.strictObject({
  instructions: z.string().max(8000).default('').meta({ widget: 'instructions' }),
  data: z.record(z.string().max(48), bindable(z.json())).default({}).meta({ widget: 'record' }),
  tool: idSchema.meta({ widget: 'tool' }),
  args: z.record(z.string().max(48), bindable(z.json())).default({}).meta({ widget: 'arguments' }),
  fields: z
    .array(fieldSchema)
    .max(20)
    .default([])
    .refine((fields) => fields.every((f) => !RESERVED.has(f.id)), { error: 'reserved' })
    .refine((all) => new Set(all.map((f) => f.id)).size === all.length, { error: 'twice' })
    .meta({ widget: 'fields' }),
  expect: expectSchema.optional().meta({ widget: 'expect' }),
  ...agentSettings,
});
type Settings = z.infer<typeof settings>;

/** A setting left empty in the form is not given. */
const given = (args: Settings['args']): JsonObject =>
  Object.fromEntries(
    Object.entries(args).filter(([, v]) => v !== null && v !== ''),
  ) as unknown as JsonObject;

function lower(own: Settings, { idOf, card }: Lowering): Lowered {
  const { instructions, data, tool, fields, expect, prompt, ...model } = own;
  const fixed = given(own.args);
  const open = (card?.args ?? []).filter(({ id, kind }) => !(id in fixed) && kind !== 'file');
  const answered = open.map(({ id }): [string, Json] => [
    id,
    { '@ref': `steps.${idOf('ask')}.value.args.${id}` },
  ]);
  const { args: _given, ...settings } = model;
  const asked = settings as JsonObject;
  const ask: InnerStep = {
    part: 'ask',
    type: 'use_tool_ask@1',
    settings: {
      ...({ instructions, data, tool, ...asked, ...(prompt ? { prompt } : {}) } as JsonObject),
      given: Object.keys(fixed),
    },
  };
  const call: InnerStep = {
    part: 'call',
    type: 'call_tool@1',
    settings: {
      tool,
      args: { ...fixed, ...Object.fromEntries(answered) }, // UT2
      ...(expect ? { expect: expect as unknown as Json } : {}),
    },
  };
  const read: InnerStep = {
    part: 'read',
    type: 'extract@1',
    settings: {
      text: { '@ref': `steps.${idOf('call')}.value` },
      instructions,
      fields: fields as unknown as Json,
      ...asked,
    },
  };
  const steps = [...(open.length ? [ask] : []), call, ...(fields.length ? [read] : [])]; // UT3
  const arrows = steps.slice(1).map(({ part }, i) => {
    return { from: steps[i]?.part ?? '', port: 'ok', to: part };
  });
  return { steps, arrows };
}

export const useTool = defineNode<Settings>({
  type: 'use_tool',
  version: 1,
  group: 'agents',
  family: 'agent',
  settings,
  initial: { instructions: '', data: {}, tool: '', args: {}, maxOutputTokens: 400 },
  ports: () => [{ id: 'ok', label: '' }, ...DOUBT_OR_FAILURE],
  output: ({ fields }) => (fields.length ? { fields: [...fields, ...ASIDE] } : { any: true }),
  effect: 'card',
  idempotency: 'none',
  timeoutMs: 60_000,
  retry: { attempts: 3, backoffMs: 1000 },
  fillsArguments: true,
  does: { kind: 'lowered', lower },
  sentence: ({ tool }) => ({ code: 'node.use_tool.live', params: { tool } }),
  icon: 'wrench',
});
