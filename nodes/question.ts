// Question: a person fills in what the run does not know and cannot find out by itself.
// QU1 the answer fields are the step's value; required ones must be answered.
// QU2 the way `timeout` exists only where a deadline is set.

import { z } from 'zod';
import { bindable, jsonAt, textAt } from '../engine/base/bindable.ts';
import { ANSWERED, factsOf, showSchema } from '../engine/base/card-settings.ts';
import { fieldSchema } from '../engine/base/kinds.ts';
import { defineNode, CALLS_NOTHING } from '../engine/node.ts';

const settings = z.strictObject({
  ask: z.string().min(1).max(48).meta({ widget: 'person' }),
  title: bindable(z.string().min(1).max(200)),
  show: showSchema,
  fields: z
    .array(z.strictObject({ field: fieldSchema, value: bindable(z.json()).optional() }))
    .min(1)
    .max(50)
    .meta({ widget: 'bound_fields' }),
  withinMs: z.int().min(1000).optional().meta({ widget: 'duration' }),
});
type Settings = z.infer<typeof settings>;

export const question = defineNode<Settings>({
  type: 'question',
  version: 1,
  group: 'people',
  family: 'person',
  settings,
  initial: { ask: '', title: '', fields: [] },
  ports: ({ withinMs }) => [
    { id: 'answered', label: '' },
    ...(withinMs === undefined ? [] : [{ id: 'timeout', label: '', problem: true }]), // QU2
  ],
  output: ({ fields }) => ({ fields: [...fields.map((f) => f.field), ...ANSWERED] }),
  ...CALLS_NOTHING,
  does: {
    kind: 'card',
    card: ({ settings: resolved }, own) => ({
      kind: 'question',
      title: textAt(resolved.v, 'title'),
      facts: factsOf(own.show, resolved.v),
      fields: own.fields.map(({ field }, i) => ({
        field,
        value: jsonAt(resolved.v, `fields.${i}.value`) ?? undefined,
      })),
      ask: own.ask,
      withinMs: own.withinMs,
    }),
  },
  sentence: ({ ask, fields }) => ({
    code: 'node.question.live',
    params: { ask, fields: fields.map((f) => f.field.label).join(', ') },
  }),
  icon: 'message-circle-question-mark',
});
