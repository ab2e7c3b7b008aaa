// Does a value fit the fields that were declared for it? One check for inputs, answers of models,
// arguments and results of tools, and what people fill in.
// FI1 total: any JSON goes in; out come the canonical value and every fault, never an exception.
// FI2 closed: what is not declared is a fault, so nothing unexpected travels on.
// FI3 canonical: absent optional fields are left out, text is well-formed, minus zero is zero.
// FI4 a fault carries the label a person knows the field by; its sentence is `input.<code>`.

import { MONEY_DECIMALS, type Field, type FieldFault } from './kinds.ts';
import { isBlobRef, isObject, type Json, type JsonObject } from './value.ts';

type Code = FieldFault['code'];
type Found = { value: Json } | { faults: FieldFault[] };
type Check = (v: Json, field: Field, at: string) => Found;

const fault = (
  at: string,
  field: Field,
  code: Code,
  params: FieldFault['params'] = {},
): { faults: FieldFault[] } => ({
  faults: [{ field: at, code, params: { label: field.label, ...params } }],
});
const isNothing = (v: Json | undefined): v is null | undefined | '' =>
  v === undefined || v === null || v === '';
/** Spaces say nothing either, but only where something has to be said. */
const isBlank = (v: Json): boolean => typeof v === 'string' && v.trim() === '';

const MAIL = /^[^\s@<>()"',;]+@[^\s@<>()"',;]+\.[^\s@<>()"',;.]+$/;
const LINK = /^(https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+)$/i;
/** Above this a sum in cents is no exact number any more. */
const MONEY_MAX = Number.MAX_SAFE_INTEGER / 100;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists, written `2026-11-20`. */
export function isDate(s: string): boolean {
  const [, y, m, d] = DATE.exec(s) ?? [];
  if (!y || !m || !d) return false;
  const day = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  return day.getUTCMonth() === Number(m) - 1 && day.getUTCDate() === Number(d);
}

const text: Check = (v, field, at) =>
  typeof v === 'string' ? { value: v.toWellFormed() } : fault(at, field, 'not_text');

/** A bound in a fault: money says its currency, so that the sentence can show it as money. */
const bound = (field: Field, name: 'min' | 'max', limit: number): FieldFault['params'] => ({
  [name]: limit,
  ...(field.kind === 'money' ? { currency: field.currency ?? 'USD' } : {}),
});

const number: Check = (v, field, at) => {
  if (typeof v !== 'number' || !Number.isFinite(v)) return fault(at, field, 'not_a_number');
  const money = field.kind === 'money' ? '_money' : '';
  if (field.min !== undefined && v < field.min)
    return fault(at, field, `too_small${money}`, bound(field, 'min', field.min));
  const most = field.max ?? (money ? MONEY_MAX : Infinity);
  if (v > most) return fault(at, field, `too_large${money}`, bound(field, 'max', most));
  return { value: v === 0 ? 0 : v };
};

const money: Check = (v, field, at) => {
  const isExact = typeof v !== 'number' || Number(v.toFixed(MONEY_DECIMALS)) === v;
  return isExact ? number(v, field, at) : fault(at, field, 'too_precise');
};

const shaped =
  (right: (s: string) => boolean, code: Code): Check =>
  (v, field, at) =>
    typeof v === 'string' && right(v.trim()) ? { value: v.trim() } : fault(at, field, code);

const choice: Check = (v, field, at) =>
  typeof v === 'string' && (field.choices ?? []).some((c) => c.id === v)
    ? { value: v }
    : fault(at, field, 'not_a_choice', {
        choices: (field.choices ?? []).map((c) => c.label).join(', '),
      });

/** What a file says of itself; a long text lies beside the record and is named here. */
const ABOUT_FILE: [string, (x: Json) => boolean][] = [
  ['type', (x) => typeof x === 'string'],
  ['size', (x) => Number.isSafeInteger(x) && Number(x) >= 0],
  ['text', (x) => typeof x === 'string' || isBlobRef(x)],
  ['unread', (x) => typeof x === 'string'],
];

const file: Check = (v, field, at) => {
  const isFile =
    isObject(v) &&
    typeof v['name'] === 'string' &&
    ABOUT_FILE.every(([part, fits]) => v[part] === undefined || fits(v[part]));
  return isFile ? { value: v } : fault(at, field, 'not_a_file');
};

const list: Check = (v, field, at) => {
  if (!Array.isArray(v)) return fault(at, field, 'not_a_list');
  const of = field.of;
  if (!of) return { value: v };
  const found = v.map((item, i) => CHECKS[of.kind](item, of, `${at}.${i}`));
  return together(found, (values) => values);
};

const record: Check = (v, field, at) => {
  if (!isObject(v)) return fault(at, field, 'not_a_record');
  if (!field.fields) return { value: v };
  const inner = fitFields(field.fields, v, at);
  return inner.faults.length ? { faults: inner.faults } : { value: inner.value };
};

const CHECKS: Record<Field['kind'], Check> = {
  text,
  long_text: text,
  number,
  money,
  date: shaped(isDate, 'not_a_date'),
  yes_no: (v, field, at) =>
    typeof v === 'boolean' ? { value: v } : fault(at, field, 'not_yes_no'),
  choice,
  mail: shaped((s) => MAIL.test(s), 'not_a_mail'),
  link: shaped((s) => LINK.test(s), 'not_a_link'),
  file,
  list,
  record,
};

function together(found: Found[], build: (values: Json[]) => Json): Found {
  const faults = found.flatMap((f) => ('faults' in f ? f.faults : []));
  return faults.length
    ? { faults }
    : { value: build(found.map((f) => ('value' in f ? f.value : null))) };
}

/** The canonical value and everything that does not fit; field ids are dotted paths (FI1). */
export function fitFields(
  fields: Field[],
  v: Json | undefined,
  under = '',
): { value: JsonObject; faults: FieldFault[] } {
  const at = (id: string): string => (under ? `${under}.${id}` : id);
  if (!isObject(v))
    return {
      value: {},
      faults: [{ field: under, code: 'not_a_record', params: { label: under } }],
    };
  const value: JsonObject = {};
  const faults: FieldFault[] = [];
  for (const field of fields) {
    const given = Object.hasOwn(v, field.id) ? v[field.id] : undefined;
    if (isNothing(given) || (field.required && isBlank(given))) {
      if (field.required) faults.push(...fault(at(field.id), field, 'missing').faults);
      continue;
    }
    const found = CHECKS[field.kind](given, field, at(field.id));
    if ('faults' in found) faults.push(...found.faults);
    else value[field.id] = found.value;
  }
  const known = new Set(fields.map((f) => f.id));
  for (const key of Object.keys(v))
    if (!known.has(key))
      faults.push({ field: at(key), code: 'unknown_field', params: { label: key } });
  return { value, faults };
}

/** Only what is wrong: for places that keep the value as it is. */
export const checkFields = (fields: Field[], v: Json | undefined): FieldFault[] =>
  fitFields(fields, v).faults;
