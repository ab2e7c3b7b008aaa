// Group: a room for steps that belong together; an error inside leaves by the room's own way.
// Its value is the value of its last step.

import { z } from 'zod';
import { defineNode, CALLS_NOTHING } from '../engine/node.ts';

export const group = defineNode({
  type: 'group',
  version: 1,
  group: 'flow',
  family: 'flow',
  settings: z.strictObject({}),
  initial: {},
  ports: () => [
    { id: 'ok', label: '' },
    { id: 'error', label: '', problem: true },
  ],
  output: () => ({ any: true }),
  ...CALLS_NOTHING,
  does: { kind: 'structure', as: 'group' },
  sentence: () => ({ code: 'node.group.live' }),
  icon: 'group',
});
