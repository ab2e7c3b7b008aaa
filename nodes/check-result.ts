// Check result: looks at an earlier answer before anybody builds on it.
// CR1 each check that is not met has its own sentence; the first one found is the one that is said.
// CR2 the age of an answer is what its source said of it, measured against when this step began.
// CR3 on the way `failed` nothing of the answer is handed on.

import { z } from 'zod';
import { idSchema } from '../engine/base/agent-settings.ts';
import { bindable, jsonAt } from '../engine/base/bindable.ts';
import { expected, expectSettings, shaped, unmet } from '../engine/base/expect.ts';
import { defineNode, DECIDED_HERE } from '../engine/node.ts';

const settings = z.strictObject({
  value: bindable(z.json()),
  step: idSchema.optional().meta({ widget: 'step', shownWith: 'freshWithinMs' }),
  called: z.string().max(120).optional(),
  ...expectSettings,
});
type Settings = z.infer<typeof settings>;

export const checkResult = defineNode<Settings>({
  type: 'check_result',
  version: 1,
  group: 'gates',
  family: 'gate',
  settings,
  initial: { value: '' },
  ports: () => [
    { id: 'ok', label: '' },
    { id: 'failed', label: '', problem: true },
  ],
  output: ({ fields }) => (fields?.length ? { fields } : { any: true }),
  ...DECIDED_HERE,
  does: {
    kind: 'compute',
    compute: ({ step, at, asOf = {}, settings: resolved }, own) => {
      const value = jsonAt(resolved.v, 'value');
      const source = own.step !== undefined && Object.hasOwn(asOf, own.step);
      const about = {
        step: own.called ?? step.name,
        at,
        asOf: source ? asOf[own.step as string] : undefined, // CR2
      };
      const wrong = unmet(value, expected(own, resolved.v), about);
      const shape = shaped(own.fields ?? [], value);
      if (wrong || 'field' in shape)
        return { port: 'failed', value: {}, ...(wrong && { why: wrong }) };
      return { port: 'ok', value: shape.value };
    },
  },
  sentence: (own) => ({
    code: 'node.check_result.live',
    params: {
      n:
        [own.fields, own.freshWithinMs, own.subject].filter((x) => x !== undefined).length +
        (own.must?.length ?? 0),
    },
  }),
  icon: 'badge-check',
});
