// Join: waits for what runs side by side. Which arrows it waits for is said by the step's `join`.

import { z } from 'zod';
import { defineNode, CALLS_NOTHING } from '../engine/node.ts';

export const join = defineNode({
  type: 'join',
  version: 1,
  group: 'flow',
  family: 'flow',
  settings: z.strictObject({}),
  initial: {},
  ports: () => [{ id: 'ok', label: '' }],
  output: () => ({ fields: [] }),
  ...CALLS_NOTHING,
  does: { kind: 'structure', as: 'join' },
  sentence: () => ({ code: 'node.join.live' }),
  icon: 'git-merge',
});
