// Group: a room for steps that belong together; an error inside leaves by the room's own way.
// Its value is the value of its last step.

import { z } from 'zod';
import { defineNode } from '../engine/node.ts';

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
  effect: 'none',
  idempotency: 'key',
  timeoutMs: 0,
  retry: { attempts: 1, backoffMs: 0 },
  does: { kind: 'structure', as: 'group' },
  sentence: () => ({ code: 'node.group.live' }),
  icon: 'group',
});
