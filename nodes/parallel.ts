// Parallel: everything drawn from here runs side by side.

import { z } from 'zod';
import { defineNode, CALLS_NOTHING } from '../engine/node.ts';

export const parallel = defineNode({
  type: 'parallel',
  version: 1,
  group: 'flow',
  family: 'flow',
  settings: z.strictObject({}),
  initial: {},
  ports: () => [{ id: 'ok', label: '' }],
  output: () => ({ fields: [] }),
  ...CALLS_NOTHING,
  does: { kind: 'structure', as: 'join' },
  sentence: () => ({ code: 'node.parallel.live' }),
  icon: 'git-fork',
});
