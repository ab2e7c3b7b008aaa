// For each: does what lies inside once for every item of a list.
// FE1 at most `concurrency` items are in work at once; results come in the order of the list.
// FE2 the first item that fails ends it by `error`; what must not fail handles its errors inside.

import { z } from 'zod';
import { bindable } from '../engine/base/bindable.ts';
import { LIMITS } from '../engine/base/limits.ts';
import { defineNode, CALLS_NOTHING } from '../engine/node.ts';

const settings = z.strictObject({
  items: bindable(z.array(z.json()).max(LIMITS.items)).meta({ widget: 'list' }),
  concurrency: z.int().min(1).max(LIMITS.concurrency).default(1).meta({ widget: 'number' }), // FE1
});

export const forEach = defineNode<z.infer<typeof settings>>({
  type: 'for_each',
  version: 1,
  group: 'flow',
  family: 'flow',
  settings,
  initial: { concurrency: 1 },
  ports: () => [
    { id: 'ok', label: '' },
    { id: 'error', label: '', problem: true },
  ],
  output: () => ({ any: true }),
  ...CALLS_NOTHING,
  does: { kind: 'structure', as: 'for_each' },
  sentence: ({ concurrency }) => ({ code: 'node.for_each.live', params: { n: concurrency } }),
  icon: 'layers',
});
