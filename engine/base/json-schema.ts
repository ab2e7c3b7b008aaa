// Declared fields as JSON Schema 2020-12: what a model must answer and what a form draws.
// S1 one declaration, two readers: `answer` is the closed form models are held to (every property
//    required, optional ones nullable, nothing extra), `form` keeps titles of choices and examples.
// S2 the schema is only a first sieve; fitFields decides, also about decimals and real dates.

import type { Field } from './kinds.ts';
import type { Json, JsonObject } from './value.ts';

export type SchemaUse = 'answer' | 'form';

/** A schema of an object with exactly these fields. */
export function jsonSchemaOf(fields: Field[], use: SchemaUse = 'answer'): JsonObject {
  const isAsked = (f: Field): boolean => use === 'answer' || f.required === true;
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((f) => [f.id, schemaOf(f, use)])),
    required: fields.filter(isAsked).map((f) => f.id),
    additionalProperties: false,
  };
}

/**
 * The schema of one field, with its label, its help and, where it may be left out, an empty value.
 */
function schemaOf(field: Field, use: SchemaUse): JsonObject {
  const shape = shapeOf(field, use);
  const type = shape['type'];
  const isOpen = use === 'answer' && !field.required && typeof type === 'string';
  const choices = shape['enum'];
  return {
    title: field.label,
    ...(hint(field, use) ? { description: hint(field, use) } : {}),
    ...shape,
    ...(isOpen ? { type: [type, 'null'] } : {}),
    ...(isOpen && Array.isArray(choices) ? { enum: [...choices, null] } : {}),
    ...(use === 'form' && field.example !== undefined ? { default: field.example as Json } : {}),
  };
}

/** What a model needs to know besides the shape; a form shows only the help text. */
function hint(field: Field, use: SchemaUse): string {
  const help = field.help ?? '';
  if (use === 'form') return help;
  const choices = field.choices?.map((c) => `${c.id}: ${c.label}`).join('; ') ?? '';
  const money = field.kind === 'money' ? (field.currency ?? 'USD') : '';
  return [help, choices, money].filter(Boolean).join(' · ');
}

const bounds = (field: Field): JsonObject => ({
  ...(field.min === undefined ? {} : { minimum: field.min }),
  ...(field.max === undefined ? {} : { maximum: field.max }),
});

function shapeOf(field: Field, use: SchemaUse): JsonObject {
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return { type: 'string' };
    case 'number':
    case 'money':
      return { type: 'number', ...bounds(field) };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'mail':
      return { type: 'string', format: 'email' };
    case 'link':
      return { type: 'string', format: 'uri' };
    case 'yes_no':
      return { type: 'boolean' };
    case 'choice':
      return use === 'form'
        ? {
            type: 'string',
            oneOf: (field.choices ?? []).map((c) => ({ const: c.id, title: c.label })),
          }
        : { type: 'string', enum: (field.choices ?? []).map((c) => c.id) };
    case 'list':
      return {
        type: 'array',
        items: field.of ? schemaOf({ ...field.of, required: true }, use) : {},
      };
    case 'record':
      return field.fields
        ? jsonSchemaOf(field.fields, use)
        : { type: 'object', additionalProperties: true };
    case 'file':
      return {
        type: 'object',
        properties: { name: { type: 'string' } },
        required: ['name'],
        additionalProperties: true,
      };
  }
}
