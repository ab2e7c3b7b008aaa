// Sub-workflow: runs another workflow as one step; its money counts against this run's limits.
// Its value is what the other workflow's End hands back.

import { z } from 'zod';
import { idSchema } from '../engine/base/agent-settings.ts';
import { bindable } from '../engine/base/bindable.ts';
import { defineNode, CALLS_NOTHING } from '../engine/node.ts';

const settings = z.strictObject({
  workflow: idSchema.meta({ widget: 'workflow' }),
  input: z.record(z.string().max(48), bindable(z.json())).default({}).meta({ widget: 'arguments' }),
});

export const subWorkflow = defineNode<z.infer<typeof settings>>({
  type: 'sub_workflow',
  version: 1,
  group: 'flow',
  family: 'flow',
  settings,
  initial: { workflow: '', input: {} },
  ports: () => [
    { id: 'ok', label: '' },
    { id: 'refused', label: '', problem: true },
    { id: 'error', label: '', problem: true },
  ],
  output: () => ({ any: true }),
  ...CALLS_NOTHING,
  does: { kind: 'structure', as: 'workflow' },
  sentence: ({ workflow }) => ({ code: 'node.sub_workflow.live', params: { workflow } }),
  icon: 'workflow',
});
