// Small parts of sentences that several kinds of step share.

import { OWNER_SLOTS } from '../../engine/1-document/schema.ts';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import type { Names } from '../canvas/step-facts.ts';
import { roleWords } from '../canvas/step-facts.ts';
import { textOf } from '../json-text.ts';
import { t } from '../words.ts';
import { OPEN, several } from './say-value.ts';

/** A person's name, or whoever has a role; a gap where nobody is chosen. */
export function who(ask: Json | undefined, { people }: Names): string {
  const id = textOf(ask);
  const person = people.get(id)?.name;
  if (!person && OWNER_SLOTS.some((slot) => slot === id))
    return t('live.owner', { what: t(`owner.${id}`) });
  return id === '' ? OPEN : (person ?? roleWords(id));
}

/** The records of a list setting. */
export const entries = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** The names of the entries of a list, as one. */
export const namesOf = (
  value: Json | undefined,
  key: string,
  most?: number,
  how?: 'and' | 'or',
): string =>
  several(
    entries(value).map((entry) => textOf(entry[key]) || OPEN),
    most,
    how,
  );

/** A share in percent. */
export const percent = (value: Json | undefined, otherwise: number): number =>
  Math.round((typeof value === 'number' ? value : otherwise) * 100);
