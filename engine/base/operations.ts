// The operations *Shape data* knows: values in, one value out, or the code of what is wrong.
// OP1 total: any JSON goes in; nothing throws, nothing is guessed.
// OP2 figures are exact to six decimals, so that 0.1 + 0.2 is 0.3.

import { z } from 'zod';
import { bindable } from './bindable.ts';
import { asText } from './binding.ts';
import { isDate } from './fields.ts';
import { isObject, partAt, type Json, type JsonObject } from './value.ts';

const any = bindable(z.json());
const list = bindable(z.array(z.json()));
const part = z.string().max(200).optional();

/** One operation with its values, as a step's settings hold it. */
export const OPERATION = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('set'), value: any }),
  z.strictObject({ op: z.literal('sum'), values: list, part }),
  z.strictObject({ op: z.literal('difference'), from: any, minus: any }),
  z.strictObject({ op: z.literal('count'), values: list }),
  z.strictObject({ op: z.literal('round'), value: any, digits: z.int().min(0).max(6).default(0) }),
  z.strictObject({ op: z.literal('join'), values: list, with: z.string().max(20).default(', ') }),
  z.strictObject({ op: z.literal('add_days'), date: any, days: any }),
  z.strictObject({ op: z.literal('pick'), from: any, part: z.string().min(1).max(200) }),
  z.strictObject({
    op: z.literal('rename'),
    from: any,
    names: z.record(z.string().max(48), z.string().min(1).max(48)),
  }),
]);
export type Operation = z.infer<typeof OPERATION>;

type Made = { value: Json } | { code: string };
const wrong = (what: string): Made => ({ code: `failure.shape_${what}` });
const exact = (n: number, digits = 6): number => Number(n.toFixed(digits)); // OP2
const isNumber = (v: Json | undefined): v is number =>
  typeof v === 'number' && Math.abs(v) < Number.MAX_SAFE_INTEGER;

function sum(values: Json, at: string | undefined): Made {
  if (!Array.isArray(values)) return wrong('list');
  const found = values.map((v) => (at ? partAt(v, at) : v));
  return found.every(isNumber)
    ? { value: exact(found.reduce((a, b) => a + b, 0)) }
    : wrong('number');
}

function addDays(date: Json, days: Json): Made {
  const day = typeof date === 'string' ? date.slice(0, 10) : '';
  if (!isDate(day)) return wrong('date');
  if (!isNumber(days) || Math.abs(days) > 100_000) return wrong('number');
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + Math.trunc(days));
  const shown = at.toISOString().slice(0, 10);
  return isDate(shown) ? { value: shown } : wrong('date');
}

function rename(from: Json, names: Json): Made {
  if (!isObject(from) || !isObject(names)) return wrong('record');
  const out: JsonObject = {};
  for (const [key, v] of Object.entries(from)) {
    const name = Object.hasOwn(names, key) ? names[key] : key;
    if (typeof name === 'string' && name !== '__proto__') out[name] = v;
  }
  return { value: out };
}

/** Carries out `op` on its looked-up values; `{code}` names what is wrong (OP1). */
export function operate(op: Operation['op'], given: Json): Made {
  const at = (name: string): Json => partAt(given, name) ?? null;
  const values = at('values');
  switch (op) {
    case 'set':
      return { value: at('value') };
    case 'sum':
      return sum(values, asText(at('part')) || undefined);
    case 'difference': {
      const [from, minus] = [at('from'), at('minus')];
      return isNumber(from) && isNumber(minus) ? { value: exact(from - minus) } : wrong('number');
    }
    case 'count':
      return Array.isArray(values) ? { value: values.length } : wrong('list');
    case 'round': {
      const [value, digits] = [at('value'), at('digits')];
      return isNumber(value)
        ? { value: exact(value, isNumber(digits) ? Math.min(6, Math.max(0, digits)) : 0) }
        : wrong('number');
    }
    case 'join': {
      const by = at('with');
      return Array.isArray(values)
        ? { value: values.map(asText).join(typeof by === 'string' ? by : ', ') }
        : wrong('list');
    }
    case 'add_days':
      return addDays(at('date'), at('days'));
    case 'pick': {
      const found = partAt(at('from'), asText(at('part')));
      return found === undefined ? wrong('part') : { value: found };
    }
    case 'rename':
      return rename(at('from'), at('names'));
  }
}
