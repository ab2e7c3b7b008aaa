// Start: a run begins here with what the form, or whoever starts it, hands in.
// The inputs themselves are declared by the workflow and read as `input.<id>`.

import { z } from 'zod';
import { defineNode, CALLS_NOTHING } from '../engine/node.ts';

export const start = defineNode({
  type: 'start',
  version: 1,
  group: 'start_end',
  family: 'end',
  settings: z.strictObject({}),
  initial: {},
  ports: () => [{ id: 'ok', label: '' }],
  output: () => ({ fields: [] }),
  ...CALLS_NOTHING,
  does: { kind: 'structure', as: 'start' },
  sentence: () => ({ code: 'node.start.live' }),
  icon: 'clipboard-list',
});
