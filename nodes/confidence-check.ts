// Confidence check: goes on only when an earlier step was sure enough, from a source that counts.
// CC1 a model's own word (`self`) counts only where the drawing says so, and never by default.

import { z } from 'zod';
import { bindable, jsonAt } from '../engine/base/bindable.ts';
import { defineNode, DECIDED_HERE } from '../engine/node.ts';

const source = z.enum(['votes', 'logprobs', 'rule', 'self']);
const settings = z.strictObject({
  of: bindable(z.json()).meta({ widget: 'confidence' }),
  atLeast: z.number().min(0).max(1).default(0.8).meta({ widget: 'share' }),
  accept: z
    .array(source)
    .min(1)
    .max(4)
    .default(['votes', 'logprobs', 'rule']) // CC1
    .meta({ widget: 'choices' }),
});
const confidence = z.object({ share: z.number().min(0).max(1), source });

export const confidenceCheck = defineNode<z.infer<typeof settings>>({
  type: 'confidence_check',
  version: 1,
  group: 'gates',
  family: 'gate',
  settings,
  initial: { of: '', atLeast: 0.8 },
  ports: () => [
    { id: 'ok', label: '' },
    { id: 'low', label: '', problem: true },
  ],
  output: () => ({
    fields: [
      { id: 'share', label: 'Share', kind: 'number' },
      { id: 'source', label: 'Source', kind: 'text' },
    ],
  }),
  ...DECIDED_HERE,
  does: {
    kind: 'compute',
    compute: ({ settings: resolved }, { atLeast, accept }) => {
      const found = confidence.safeParse(jsonAt(resolved.v, 'of'));
      if (!found.success) return { port: 'low', value: {}, why: { code: 'why.confidence_none' } };
      const { share, source: from } = found.data;
      const params = { percent: Math.round(share * 100), least: Math.round(atLeast * 100) };
      if (!accept.includes(from))
        return { port: 'low', value: found.data, why: { code: `why.confidence_from.${from}` } };
      return share >= atLeast
        ? { port: 'ok', value: found.data, why: { code: 'why.confidence_enough', params } }
        : { port: 'low', value: found.data, why: { code: 'why.confidence_low', params } };
    },
  },
  sentence: ({ atLeast }) => ({
    code: 'node.confidence_check.live',
    params: { percent: Math.round(atLeast * 100) },
  }),
  icon: 'gauge',
});
