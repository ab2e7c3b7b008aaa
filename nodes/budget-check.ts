// Budget check: goes on only while the whole run has used less than it says here.
// BC1 what counts is the engine's own total of the root run; nothing is summed here.

import { z } from 'zod';
import { defineNode, type Usage, DECIDED_HERE } from '../engine/node.ts';

const count = z.int().min(0).max(1_000_000).optional().meta({ widget: 'number' });
const settings = z.strictObject({
  costUsd: z.number().min(0).max(100_000).optional().meta({ widget: 'money' }),
  modelCalls: count,
  toolCalls: count,
  tokens: count,
  minutes: z.number().min(0).max(44_640).optional().meta({ widget: 'number' }),
});
type Settings = z.infer<typeof settings>;

/** What was used, in the units people set limits in. */
const used = (u: Usage): Required<{ [K in keyof Settings]: number }> => ({
  costUsd: u.costNano / 1e9,
  modelCalls: u.modelCalls,
  toolCalls: u.toolCalls,
  tokens: u.tokens,
  minutes: u.workMs / 60_000,
});

export const budgetCheck = defineNode<Settings>({
  type: 'budget_check',
  version: 1,
  group: 'gates',
  family: 'gate',
  settings,
  initial: { costUsd: 0.02 },
  ports: () => [
    { id: 'ok', label: '' },
    { id: 'over', label: '', problem: true },
  ],
  output: () => ({
    fields: (['costUsd', 'modelCalls', 'toolCalls', 'tokens', 'minutes'] as const).map((id) => ({
      id,
      label: id,
      kind: 'number' as const,
      required: true,
    })),
  }),
  ...DECIDED_HERE,
  does: {
    kind: 'compute',
    compute: ({ usage }, own) => {
      const totals = used(usage); // BC1
      const counters = Object.keys(totals) as (keyof typeof totals)[];
      const over = counters.find((c) => own[c] !== undefined && totals[c] > own[c]);
      if (over === undefined) return { port: 'ok', value: totals };
      const params = { used: totals[over], cap: own[over] ?? 0 };
      return { port: 'over', value: totals, why: { code: `why.budget_over.${over}`, params } };
    },
  },
  sentence: (own) => ({
    code: 'node.budget_check.live',
    params: { n: Object.values(own).filter((v) => v !== undefined).length },
  }),
  icon: 'wallet',
});
