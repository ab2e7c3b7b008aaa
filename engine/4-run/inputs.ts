// What a run starts with: the values of its form, checked, labelled and made small.

import { fitFields } from '../base/fields.ts';
import { shrink } from '../base/leaves.ts';
import type { Field } from '../base/kinds.ts';
import type { JsonObject, Labels, Value } from '../base/value.ts';
import type { Said } from '../node.ts';

/**
 * The run's input as a labelled value, or the first thing wrong with it. Text of files counts as
 * untrusted: somebody outside wrote it. `put` stores large leaves.
 */
export function inputOf(
  fields: Field[],
  given: JsonObject,
  put: (text: string) => string,
): { value: Value } | { wrong: Said & { field?: string } } {
  const { value, faults } = fitFields(fields, given);
  const fault = faults[0];
  if (fault)
    return { wrong: { code: `input.${fault.code}`, params: fault.params, field: fault.field } };
  const small = shrink(value, put, 'outside');
  if (!small.ok)
    return { wrong: { code: `failure.${small.code}`, params: { field: small.field } } };
  const labels: Labels = { '': ['input'] };
  for (const field of fields) if (field.kind === 'file') labels[field.id] = ['untrusted'];
  return { value: { v: small.v, labels } };
}
