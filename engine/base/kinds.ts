// The kinds of things people fill in, steps answer with and forms ask for: one list for all of
// them. A field list is the house's schema: forms, tool arguments, model answers and inputs are
// made of it. Whether a value fits: fields.ts. Text typed by people: typed.ts. As JSON Schema:
// json-schema.ts.

import { z } from 'zod';
import type { Json } from './value.ts';

export const KINDS = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'yes_no',
  'choice',
  'mail',
  'link',
  'file',
  'list',
  'record',
] as const;
export type Kind = (typeof KINDS)[number];

/**
 * Digits behind the point that money may have. Currencies with other minor units are not offered.
 */
export const MONEY_DECIMALS = 2;

/**
 * One declared field. `currency` belongs to money (major units, at most 2 decimals), `choices` to
 * choice, `of` to list (one field) and `fields` to record.
 */
export type Field = {
  id: string;
  label: string;
  kind: Kind;
  help?: string | undefined;
  required?: boolean | undefined;
  /** A value of the field's kind; for a file the name of one under the workflow's inputs. */
  example?: unknown;
  currency?: string | undefined;
  min?: number | undefined;
  max?: number | undefined;
  choices?: { id: string; label: string }[] | undefined;
  of?: Field | undefined;
  fields?: Field[] | undefined;
};

export const fieldSchema: z.ZodType<Field> = z.lazy(() =>
  z.strictObject({
    id: z
      .string()
      .regex(/^(?!(?:constructor|prototype)$)[a-z][A-Za-z0-9_]*$/)
      .max(48),
    label: z.string().min(1).max(200),
    kind: z.enum(KINDS),
    help: z.string().max(500).optional(),
    required: z.boolean().optional(),
    example: z.unknown().optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    choices: z
      .array(z.strictObject({ id: z.string().max(48), label: z.string().max(200) }))
      .max(100)
      .optional(),
    of: fieldSchema.optional(),
    fields: z.array(fieldSchema).max(100).optional(),
  }),
);

/** What is wrong with a value for its field; the codes are `input.<code>` in the text catalogue. */
export type FieldFault = {
  /** Dotted path from the outermost list of fields: `items.0.price`. */
  field: string;
  code:
    | 'missing'
    | 'not_a_number'
    | 'too_precise'
    | 'too_small'
    | 'too_large'
    | 'too_small_money'
    | 'too_large_money'
    | 'not_a_date'
    | 'not_a_choice'
    | 'not_text'
    | 'not_a_mail'
    | 'not_a_link'
    | 'not_yes_no'
    | 'not_a_file'
    | 'not_a_list'
    | 'not_a_record'
    | 'unknown_field';
  params: Record<string, string | number>;
};

/**
 * The declared field at a dotted path such as `customer.mail` or `items.0.price`, or undefined
 * where nothing is declared. A file's name, type and text can be looked at like fields of a record.
 */
export function fieldAt(fields: Field[], path: string): Field | undefined {
  const [first = '', ...rest] = path.split('.');
  let at = fields.find((f) => f.id === first);
  for (const key of rest) {
    if (at?.kind === 'record') at = at.fields?.find((f) => f.id === key);
    else if (at?.kind === 'list' && /^\d+$/.test(key)) at = at.of;
    else if (at?.kind === 'file') at = FILE_PARTS.find((f) => f.id === key);
    else return undefined;
  }
  return at;
}

const FILE_PARTS: Field[] = [
  { id: 'name', label: 'Name', kind: 'text', required: true },
  { id: 'type', label: 'Type', kind: 'text', required: true },
  { id: 'size', label: 'Size', kind: 'number', required: true },
  { id: 'text', label: 'Text', kind: 'long_text' },
  { id: 'unread', label: 'Why it has no text', kind: 'text' },
];

/** The value with every example filled in, by field id; fields without an example are left out. */
export function defaultsOf(fields: Field[]): Record<string, Json> {
  const given = fields.filter((f) => f.example !== undefined);
  return Object.fromEntries(given.map((f) => [f.id, structuredClone(f.example) as Json]));
}
