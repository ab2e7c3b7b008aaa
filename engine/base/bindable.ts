// A setting that may be fixed, taken from an earlier step, or a text with places to fill in.
// B4 what is stored is either the literal, {"@ref"} or {"@text"}; the schema accepts exactly these.
// B5 the mark `bindable: true` stands in the schema itself, so that a form can draw the switch.

import { z } from 'zod';
import { asText, type Ref, type TextTemplate } from './binding.ts';
import { partAt, type Json } from './value.ts';

/** A path such as `input.amount` or `steps.read.value.total`. */
const path = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*$/);

const refSchema: z.ZodType<Ref> = z
  .strictObject({ '@ref': path, else: z.json().optional() })
  .meta({ widget: 'ref' }) as z.ZodType<Ref>;

const textSchema: z.ZodType<TextTemplate> = z
  .strictObject({
    '@text': z.string().max(20_000),
    else: z.record(path, z.json()).optional(),
  })
  .meta({ widget: 'text' }) as z.ZodType<TextTemplate>;

export type Bindable<T> = T | Ref | TextTemplate;

/** `inner`, or a reference, or a text (B4). The form draws `inner` with a switch (B5). */
export const bindable = <S extends z.ZodType>(inner: S): z.ZodType<Bindable<z.output<S>>> =>
  z.union([refSchema, textSchema, inner]).meta({ bindable: true, ...inner.meta() }) as z.ZodType<
    Bindable<z.output<S>>
  >;

/** The resolved setting at a dotted path as text; empty when there is none. */
export const textAt = (settings: Json, at: string): string => asText(partAt(settings, at) ?? null);

/** The resolved setting at a dotted path, null when there is none. */
export const jsonAt = (settings: Json, at: string): Json => partAt(settings, at) ?? null;
