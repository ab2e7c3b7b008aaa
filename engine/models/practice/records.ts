// Reading a field straight out of a record whose key or label carries its name.
// R1 a value that does not fit the field's kind is not taken; the text around it is read instead.

import { fitFields } from '../../base/fields.ts';
import type { Field } from '../../base/kinds.ts';
import { parseTyped } from '../../base/typed.ts';
import { isObject, type Json, type JsonObject } from '../../base/value.ts';
import { fold } from './tokens.ts';

const bare = (text: string): string => fold(text).replace(/[^\p{L}\d]/gu, '');

/** The value of the field in the record or in a record inside it; undefined when absent (R1). */
export function fromRecord(record: JsonObject, field: Field): Json | undefined {
  const names = new Set([bare(field.id), bare(field.label)]);
  for (const [key, value] of Object.entries(record)) {
    if (!names.has(bare(key)) || value === null) continue;
    const read = typeof value === 'string' ? parseTyped(field, value) : value;
    const fit = fitFields([{ ...field, id: 'it' }], { it: read });
    if (fit.faults.length === 0 && fit.value['it'] !== undefined) return fit.value['it'];
  }
  for (const value of Object.values(record))
    if (isObject(value)) {
      const inside = fromRecord(value, field);
      if (inside !== undefined) return inside;
    }
  return undefined;
}
