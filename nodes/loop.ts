// Loop: repeats what lies inside until the condition holds, and never more often than it says.
// LO1 a loop always has a bound; at the bound it leaves by `over`.
// LO2 its value is the value of the last round; earlier rounds are read as `previous.<id>`.

import { z } from 'zod';
import { conditionSchema } from '../engine/base/condition-schema.ts';
import { LIMITS } from '../engine/base/limits.ts';
import { defineNode, CALLS_NOTHING } from '../engine/node.ts';

const settings = z.strictObject({
  maxRounds: z.int().min(1).max(LIMITS.rounds).meta({ widget: 'number' }), // LO1
  until: conditionSchema,
});

export const loop = defineNode<z.infer<typeof settings>>({
  type: 'loop',
  version: 1,
  group: 'flow',
  family: 'flow',
  settings,
  initial: { maxRounds: 3 },
  ports: () => [
    { id: 'done', label: '' },
    { id: 'over', label: '', problem: true },
    { id: 'error', label: '', problem: true },
  ],
  output: () => ({ any: true }),
  ...CALLS_NOTHING,
  does: { kind: 'structure', as: 'loop' },
  sentence: ({ maxRounds }) => ({ code: 'node.loop.live', params: { n: maxRounds } }),
  icon: 'repeat',
});
