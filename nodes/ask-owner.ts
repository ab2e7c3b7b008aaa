// Ask the owner: where a problem has no arrow of its own, the person who answers for it is asked.
// The compiler adds it; it is drawn as a thin grey arrow and can be re-routed.

import { z } from 'zod';
import { ANSWERED } from '../engine/base/card-settings.ts';
import { idSchema } from '../engine/base/agent-settings.ts';
import { fieldSchema } from '../engine/base/kinds.ts';
import { defineNode, CALLS_NOTHING } from '../engine/node.ts';

const settings = z.strictObject({
  /** The step whose problem it is, its name, and the way out nobody drew. */
  step: idSchema.optional(),
  name: z.string().max(120).default(''),
  port: z.string().max(48).default('error'),
  /** What *go on* must be given because later steps use it. */
  fields: z.array(fieldSchema).max(50).default([]),
});

export const askOwner = defineNode<z.infer<typeof settings>>({
  type: 'ask_owner',
  version: 1,
  group: 'people',
  family: 'person',
  settings,
  initial: {},
  generated: true,
  ports: () => [
    { id: 'retry', label: '' },
    { id: 'go_on', label: '' },
    { id: 'stop', label: '' },
  ],
  output: ({ fields }) => ({ fields: [...fields, ...ANSWERED] }),
  ...CALLS_NOTHING,
  does: {
    kind: 'card',
    card: ({ step }, own) => ({
      kind: 'trouble',
      title: own.name || step.name,
      facts: [],
      fields: own.fields.map((field) => ({ field })),
      ask: 'incidents',
    }),
  },
  sentence: ({ name }) => ({ code: 'node.ask_owner.live', params: { step: name } }),
  icon: 'life-buoy',
});
