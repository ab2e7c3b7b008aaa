// What an answer must be before anybody builds on it: its shape, age, subject and state.
// X1 checks run in this order; the first that fails names the failure, each with its own code.
// X2 pure: the age is measured against an instant that is handed in, never against a clock.
// X3 what cannot be dated where a date is asked for is not fresh.

import { z } from 'zod';
import { bindable } from './bindable.ts';
import { asText } from './binding.ts';
import { compare } from './condition.ts';
import { partRuleSchema, type PartRule } from './condition-schema.ts';
import { fitFields } from './fields.ts';
import { fieldSchema, type Field } from './kinds.ts';
import { isObject, partAt, type Json, type JsonObject } from './value.ts';

const part = z.string().min(1).max(200).meta({ widget: 'part' });

/** Settings of an expectation, to spread into a strict object. */
export const expectSettings = {
  fields: z.array(fieldSchema).max(100).optional().meta({ widget: 'fields' }),
  freshWithinMs: z.int().min(1).optional().meta({ widget: 'duration' }),
  timestampField: part.optional().meta({ widget: 'part', shownWith: 'freshWithinMs' }),
  subject: z.strictObject({ field: part, equals: bindable(z.json()) }).optional(),
  must: z.array(partRuleSchema).max(20).optional().meta({ widget: 'part_rules' }),
};
export const expectSchema = z.strictObject(expectSettings);
export type Expect = z.infer<typeof expectSchema>;

/** An expectation with its references looked up. */
export type Expected = {
  fields?: Field[] | undefined;
  freshWithinMs?: number | undefined;
  timestampField?: string | undefined;
  subject?: { field: string; equals: Json } | undefined;
  must?: PartRule[] | undefined;
};

/** `resolved` is the same settings after every reference was looked up. */
export function expected(expect: Expect, resolved: Json): Expected {
  const subject = expect.subject;
  return {
    ...expect,
    subject: subject && {
      field: subject.field,
      equals: partAt(resolved, 'subject.equals') ?? null,
    },
    must: expect.must?.map((rule, i) => ({
      ...rule,
      value: partAt(resolved, `must.${i}.value`) ?? null,
    })),
  };
}

/** Whose answer it is, when it is looked at, and when its source says it was true. */
export type About = { step: string; at: string; asOf?: string | undefined };
export type Unmet = { code: string; params: Record<string, string | number> };

/**
 * The declared part of an answer, or the field that does not fit. Undeclared fields are left
 * behind: nothing later may build on what nobody declared.
 */
export function shaped(fields: Field[], answer: Json): { value: Json } | { field: string } {
  if (!fields.length) return { value: answer };
  const fit = fitFields(fields, answer);
  const wrong = fit.faults.find((f) => f.code !== 'unknown_field');
  return wrong ? { field: wrong.field } : { value: fit.value };
}

const age = (about: About, asOf: string | undefined): number =>
  asOf === undefined ? Number.NaN : Math.abs(Date.parse(about.at) - Date.parse(asOf));

/** The first expectation the answer does not meet (X1), if any. */
export function unmet(answer: Json, expect: Expected, about: About): Unmet | undefined {
  const of = { step: about.step };
  const shape = shaped(expect.fields ?? [], answer);
  if ('field' in shape)
    return { code: 'failure.check_shape', params: { ...of, field: shape.field } };
  if (expect.freshWithinMs !== undefined) {
    const named = expect.timestampField;
    const asOf = named === undefined ? about.asOf : asText(partAt(answer, named) ?? null);
    const old = age(about, asOf);
    if (Number.isNaN(old)) return { code: 'failure.no_timestamp', params: of }; // X3
    if (old > expect.freshWithinMs) return { code: 'failure.stale_answer', params: of };
  }
  const { subject } = expect;
  if (subject) {
    const got = partAt(answer, subject.field) ?? null;
    if (!compare(got, 'is', subject.equals))
      return {
        code: 'failure.wrong_subject',
        params: { ...of, asked: short(subject.equals), got: short(got) },
      };
  }
  const broken = (expect.must ?? []).find(
    (rule) => !compare(partAt(answer, rule.part), rule.op, rule.value ?? null),
  );
  if (broken)
    return {
      code: 'failure.not_as_expected',
      params: { ...of, field: broken.part, got: short(partAt(answer, broken.part) ?? null) },
    };
  return undefined;
}

const short = (v: Json): string => asText(v).slice(0, 120) || '—';

/** A record, or nothing: for settings that may be absent. */
export const recordAt = (v: Json, at: string): JsonObject => {
  const found = partAt(v, at);
  return isObject(found) ? found : {};
};
