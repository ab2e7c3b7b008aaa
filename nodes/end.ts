// End: says how the run came out and what it hands back.
// `output.message` is the sentence shown at the end; further fields are the workflow's result.

import { z } from 'zod';
import { bindable } from '../engine/base/bindable.ts';
import { defineNode, CALLS_NOTHING } from '../engine/node.ts';

const settings = z.strictObject({
  outcome: z.enum(['done', 'refused', 'does_not_know']).default('done').meta({ widget: 'choice' }),
  output: z
    .object({ message: bindable(z.string().max(500)).optional() })
    .catchall(bindable(z.json()))
    .default({})
    .meta({ widget: 'record' }),
});

export const end = defineNode<z.infer<typeof settings>>({
  type: 'end',
  version: 1,
  group: 'start_end',
  family: 'end',
  settings,
  initial: { outcome: 'done' },
  ports: () => [],
  output: () => ({ fields: [] }),
  ...CALLS_NOTHING,
  does: { kind: 'structure', as: 'end' },
  sentence: ({ outcome }) => ({ code: `node.end.live.${outcome}` }),
  icon: 'circle-check',
});
