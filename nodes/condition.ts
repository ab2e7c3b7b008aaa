// Condition: the first case that holds decides the way, else `otherwise`. No model is asked.
// CO1 cases are tried in order, bounds included as they say; thresholds are data in the settings.
// CO2 a way without a label of its own is named by its bounds, so a changed threshold renames it.
// CO3 its value says the way, the bounds that held, and the sentence written for that way.

import { z } from 'zod';
import { idSchema } from '../engine/base/agent-settings.ts';
import { bindable, textAt } from '../engine/base/bindable.ts';
import { firstCase } from '../engine/base/condition.ts';
import { conditionSchema } from '../engine/base/condition-schema.ts';
import { rangesOf, wordsFor } from '../engine/base/ranges.ts';
import { defineNode, type Port, DECIDED_HERE } from '../engine/node.ts';

const says = bindable(z.string().max(500)).optional();
const settings = z.strictObject({
  cases: z
    .array(
      z.strictObject({
        port: idSchema,
        label: z.string().max(60).default(''),
        when: conditionSchema,
        says,
      }),
    )
    .min(1)
    .max(20)
    .refine((cases) => new Set(cases.map((c) => c.port)).size === cases.length, { error: 'twice' })
    .refine((cases) => cases.every((c) => c.port !== 'otherwise'), { error: 'otherwise' })
    .meta({ widget: 'cases' }),
  otherwise: z
    .strictObject({ label: z.string().max(60).default(''), says })
    .prefault({})
    .meta({ hidden: true }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .meta({ widget: 'currency' }),
});
type Settings = z.infer<typeof settings>;

function ports({ cases, otherwise, currency }: Settings): Port[] {
  const ranges = rangesOf(cases.map((c) => c.when));
  const ways = [...cases, { port: 'otherwise', ...otherwise }];
  return ways.map(({ port, label }, i) => {
    const words = label ? undefined : wordsFor(ranges[i], currency);
    return { id: port, label, ...words }; // CO2
  });
}

export const condition = defineNode<Settings>({
  type: 'condition',
  version: 1,
  group: 'gates',
  family: 'gate',
  settings,
  initial: { cases: [] },
  ports,
  output: () => ({
    fields: [
      { id: 'way', label: 'Way', kind: 'text', required: true },
      { id: 'says', label: 'Reason', kind: 'text' },
      { id: 'from', label: 'From', kind: 'number' },
      { id: 'to', label: 'To', kind: 'number' },
    ],
  }),
  ...DECIDED_HERE,
  does: {
    kind: 'compute',
    compute: ({ scope, settings: resolved }, { cases }) => {
      const at = firstCase(cases, scope); // CO1
      const way = cases[at]?.port ?? 'otherwise';
      const said = textAt(resolved.v, at < 0 ? 'otherwise.says' : `cases.${at}.says`);
      const range = rangesOf(cases.map((c) => c.when))[at < 0 ? cases.length : at];
      const value = {
        way,
        ...(said ? { says: said } : {}),
        ...(range?.from ? { from: range.from.value } : {}), // CO3
        ...(range?.to ? { to: range.to.value } : {}),
      };
      return { port: way, value };
    },
  },
  sentence: ({ cases }) => ({ code: 'node.condition.live', params: { n: cases.length + 1 } }),
  icon: 'split',
});
