// Parallel: everything drawn from here runs side by side.

import { z } from 'zod';
import { defineNode } from '../engine/node.ts';

export const parallel = defineNode({
  type: 'parallel',
  version: 1,
  group: 'flow',
  family: 'flow',
  settings: z.strictObject({}),
  initial: {},
  ports: () => [{ id: 'ok', label: '' }],
  output: () => ({ fields: [] }),
  effect: 'none',
  idempotency: 'key',
  timeoutMs: 0,
  retry: { attempts: 1, backoffMs: 0 },
  does: { kind: 'structure', as: 'join' },
  sentence: () => ({ code: 'node.parallel.live' }),
  icon: 'git-fork',
});
