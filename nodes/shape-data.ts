// Shape data: puts a record together from earlier values. Declared operations, no expressions.
// SD1 total: what cannot be computed is a failure naming the field, never a wrong figure.
// SD2 each field keeps the labels of exactly what it was made from.

import { z } from 'zod';
import { jsonAt } from '../engine/base/bindable.ts';
import { OPERATION, operate } from '../engine/base/operations.ts';
import { labelsAt, type JsonObject, type Labels } from '../engine/base/value.ts';
import { defineNode, DECIDED_HERE } from '../engine/node.ts';

const settings = z.strictObject({
  fields: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z][A-Za-z0-9_]*$/)
          .max(48),
        do: OPERATION,
      }),
    )
    .min(1)
    .max(50)
    .refine((all) => new Set(all.map((f) => f.id)).size === all.length, { error: 'twice' })
    .meta({ widget: 'operations' }),
});
type Settings = z.infer<typeof settings>;

export const shapeData = defineNode<Settings>({
  type: 'shape_data',
  version: 1,
  group: 'flow',
  family: 'flow',
  settings,
  initial: { fields: [] },
  ports: () => [
    { id: 'ok', label: '' },
    { id: 'error', label: '', problem: true },
  ],
  output: () => ({ any: true }),
  ...DECIDED_HERE,
  does: {
    kind: 'compute',
    compute: ({ step, settings: resolved }, { fields }) => {
      const value: JsonObject = {};
      const labels: Labels = {};
      for (const [i, field] of fields.entries()) {
        const made = operate(field.do.op, jsonAt(resolved.v, `fields.${i}.do`));
        if ('code' in made)
          return {
            failure: {
              kind: 'terminal',
              code: made.code,
              params: { step: step.name, field: field.id },
            },
          };
        value[field.id] = made.value;
        labels[field.id] = labelsAt(resolved.labels, `fields.${i}.do`); // SD2
      }
      return { port: 'ok', value, labels };
    },
  },
  sentence: ({ fields }) => ({
    code: 'node.shape_data.live',
    params: { fields: fields.map((f) => f.id).join(', ') },
  }),
  icon: 'shapes',
});
