// What every step that asks a person has in common: the facts on its card, and what comes back.

import { z } from 'zod';
import { bindable, jsonAt } from './bindable.ts';
import { fieldSchema, type Field } from './kinds.ts';
import type { Json } from './value.ts';

/** Labelled facts in reading order; `field` says how a value is written (money, date …). */
export const showSchema = z
  .array(
    z.strictObject({
      label: z.string().min(1).max(120),
      value: bindable(z.json()),
      field: fieldSchema.optional(),
    }),
  )
  .max(50)
  .default([])
  .meta({ widget: 'facts' });
type Show = z.infer<typeof showSchema>;

/** The facts with their values looked up; `resolved` is the step's settings after looking up. */
export const factsOf = (
  show: Show,
  resolved: Json,
): { label: string; value: Json; field?: Field }[] =>
  show.map(({ label, field }, i) => ({
    label,
    value: jsonAt(resolved, `show.${i}.value`),
    ...(field ? { field } : {}),
  }));

/** What a decision adds to a step's value: the note, who decided, and when. */
export const ANSWERED: Field[] = [
  { id: 'note', label: 'Note', kind: 'long_text' },
  { id: 'by', label: 'Decided by', kind: 'text', required: true },
  { id: 'at', label: 'Decided at', kind: 'text', required: true },
];
