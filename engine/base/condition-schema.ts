// The file form of a condition: what rules, steps and practice tools may write down.
// K3 at most LIMITS.conditionLeaves parts on each level; more cannot be read as a sentence.

import { z } from 'zod';
import { OPERATORS, type Condition } from './condition.ts';
import { LIMITS } from './limits.ts';

const operator = z.enum(OPERATORS);
const leaf = z.strictObject({
  field: z.string().min(1).max(200),
  op: operator,
  value: z.json().optional(),
});

export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(conditionSchema).max(LIMITS.conditionLeaves) }),
      z.strictObject({ any: z.array(conditionSchema).max(LIMITS.conditionLeaves) }),
      z.strictObject({ not: conditionSchema }),
      leaf,
    ]),
  )
  .meta({ widget: 'condition' }) as z.ZodType<Condition>;

/** One comparison over a part of a result, used where a whole condition would be too much. */
export const partRuleSchema = z.strictObject({
  part: z.string().min(1).max(200),
  op: operator,
  value: z.json().optional(),
});
export type PartRule = z.infer<typeof partRuleSchema>;
