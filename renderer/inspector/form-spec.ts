// From a step's settings schema to what its form is made of. Pure; every form is drawn from this.
// A form of our own and no form library: nearly every setting carries the switch "fixed value or
// from an earlier step"; conditions, declared fields and people need editors of their own; and what
// would be left for a library are plain inputs.
// FS1 every setting of every step gets an entry, in the order of the schema; unknown widgets fall
//     back to what the shape of the value says.
// FS2 a bindable setting is described by its inner shape plus the mark; the switch is the form's.
// FS3 a declared field (base/kinds.ts) is one thing with an editor of its own; it is not split up.
// FS4 a setting that another one's editor draws as well is hidden from the form itself.

import { z } from 'zod';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import type { NodeDefinition } from '../../engine/node.ts';

export type Spec = {
  key: string;
  widget: string;
  bindable: boolean;
  required: boolean;
  fallback?: Json;
  choices?: string[];
  min?: number;
  max?: number;
  isWhole?: boolean;
  /** Few people need it. */
  isAdvanced?: boolean;
  /** Makes sense only once this other setting is given. */
  shownWith?: string;
  /** Few people ever need it. */
  advanced?: true;
  /** Parts of a group, or of one entry of a list of records. */
  parts?: Spec[];
  /** Alternatives of one entry, by the value of their `op`. */
  variants?: Record<string, Spec[]>;
};

type Schema = JsonObject;
const LONG = 200;

const schemaOf = (x: Json | undefined): Schema => (isObject(x) ? x : {});

/** The definition a `$ref` names; anything else is itself. */
function resolved(schema: Schema, root: Schema): Schema {
  const ref = schema['$ref'];
  if (typeof ref !== 'string') return schema;
  const name = ref.replace('#/$defs/', '');
  return { ...schemaOf(schemaOf(root['$defs'])[name]), ...without(schema, '$ref') };
}

const without = (schema: Schema, key: string): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));

/** The shape under a bindable's switch: what is neither a reference nor a text (FS2). */
function innerOf(schema: Schema, root: Schema): Schema {
  const options = Array.isArray(schema['anyOf']) ? schema['anyOf'].map(schemaOf) : [];
  const own = options.find((one) => one['widget'] !== 'ref' && one['widget'] !== 'text');
  return resolved(own ?? {}, root);
}

/** A declared field by its shape (FS3). */
const isField = (schema: Schema): boolean => {
  const parts = schemaOf(schema['properties']);
  return 'kind' in parts && 'label' in parts && 'choices' in parts;
};

/** The widget the shape of a value asks for (FS1). */
function derived(schema: Schema, item: Schema): string {
  if (isField(schema)) return 'field';
  if (isField(item)) return 'fields';
  if (Array.isArray(schema['enum'])) return 'choice';
  switch (schema['type']) {
    case 'string':
      return Number(schema['maxLength'] ?? 0) > LONG ? 'long_text' : 'text';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'yes_no';
    case 'array':
      return item['type'] === 'object' ? 'records' : 'list';
    case 'object':
      return schema['properties'] ? 'group' : 'record';
    default:
      return 'any';
  }
}

function variantsOf(schema: Schema, root: Schema): Record<string, Spec[]> | undefined {
  const options = Array.isArray(schema['oneOf']) ? schema['oneOf'].map(schemaOf) : [];
  const named = options.flatMap((one): [string, Spec[]][] => {
    const op = schemaOf(schemaOf(one['properties'])['op'])['const'];
    return typeof op === 'string'
      ? [[op, partsOf(one, root).filter((part) => part.key !== 'op')]]
      : [];
  });
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}

/** The entries of an object schema. */
function partsOf(schema: Schema, root: Schema): Spec[] {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(schemaOf(schema['properties']))
    .filter(([, part]) => schemaOf(part)['hidden'] !== true) // FS4
    .map(([key, part]) => specOf(key, schemaOf(part), root, required.includes(key)));
}

function specOf(key: string, raw: Schema, root: Schema, required: boolean): Spec {
  const outer = resolved(raw, root);
  const bindable = outer['bindable'] === true;
  const shape = bindable ? innerOf(outer, root) : outer;
  const item = resolved(schemaOf(shape['items']), root);
  const inside = shape['type'] === 'array' ? item : shape;
  const isSplit = isObject(inside['properties']) && !isField(inside);
  const parts = isSplit ? partsOf(inside, root) : undefined;
  const variants = variantsOf(shape, root);
  const widget = outer['widget'] ?? shape['widget'];
  const choices = shape['enum'] ?? item['enum'];
  const figure = (name: string): number | undefined =>
    typeof shape[name] === 'number' ? shape[name] : undefined;
  const [min, max] = [figure('minimum'), figure('maximum')];
  return {
    key,
    widget: typeof widget === 'string' ? widget : variants ? 'variant' : derived(shape, item),
    bindable,
    required,
    ...(outer['default'] === undefined ? {} : { fallback: outer['default'] }),
    ...(Array.isArray(choices) ? { choices: choices.map(String) } : {}),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined || max > 1e12 ? {} : { max }),
    ...(shape['type'] === 'integer' ? { isWhole: true } : {}),
    ...(outer['advanced'] === true ? { isAdvanced: true } : {}),
    ...(typeof outer['shownWith'] === 'string' ? { shownWith: outer['shownWith'] } : {}),
    ...(outer['advanced'] === true ? { advanced: true as const } : {}),
    ...(parts ? { parts } : {}),
    ...(variants ? { variants } : {}),
  };
}

const known = new WeakMap<NodeDefinition, Spec[]>();

/** What the form of a step type is made of. */
export function formOf(definition: NodeDefinition): Spec[] {
  const found = known.get(definition);
  if (found) return found;
  const specs = specsOf(definition.settings);
  known.set(definition, specs);
  return specs;
}

/** What the form of any object schema is made of. */
export function specsOf(schema: z.ZodType): Spec[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const root = json as unknown as Schema;
  return partsOf(root, root);
}
