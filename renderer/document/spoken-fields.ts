// The parts of a step's result by the words of this window's language: those every step of a kind
// has are named by the catalogue, those a person named keep their names.

import type { Field } from '../../engine/base/kinds.ts';
import { tMaybe } from '../words.ts';

/** Fields of a result of a step type such as `classify`, named for people. */
export const spokenFields = (type: string, fields: Field[], under = ''): Field[] =>
  fields.map((field) => {
    const path = `${under}${field.id}`;
    const label = tMaybe(`node.${type}.value.${path}`);
    if (label === undefined) return field;
    const parts = field.fields && spokenFields(type, field.fields, `${path}.`);
    return { ...field, label, ...(parts ? { fields: parts } : {}) };
  });
