// A setting's value in words, as it stands on one side of a comparison.
// VO1 total: what has no words of its own is said to be other values, never shown as it is stored.

import type { Folder, Person } from '../../engine/1-document/schema.ts';
import type { Drawing } from '../../engine/2-validate/step.ts';
import { isRef, isText } from '../../engine/base/binding.ts';
import type { Condition } from '../../engine/base/condition.ts';
import { isObject, type Json } from '../../engine/base/value.ts';
import { valueWords } from '../cards/value-words.ts';
import { sightOf } from '../document/reach.ts';
import { duration, money } from '../format.ts';
import { conditionWords, lookWords } from '../inspector/say-condition.ts';
import { t, tMaybe } from '../words.ts';

/** One side of a comparison: the folder, and its drawing as the rules see it. */
export type Side = { folder: Folder; drawing: Drawing };
/** Where a value stands: the step it belongs to, the last part of its place, and its code. */
export type Where = { step?: string; key: string; code: string };

const CONDITION = ['op', 'all', 'any', 'not'];

/** Above this a value is shown as a text of its own, not inside a sentence. */
export const LONG = 64;

/** The value in words; empty where there is none (VO1). */
export function wordsOf(
  value: Json | null,
  { step, key, code }: Where,
  { folder, drawing }: Side,
  people: ReadonlyMap<string, Person>,
): string {
  if (value === null || value === '') return '';
  const sight = sightOf(drawing, step ?? '');
  if (isRef(value)) return t('history.value.ref', { path: lookWords(value['@ref'], sight) });
  if (isText(value))
    return value['@text'].replace(
      /\{\{([\w.]+)\}\}/g,
      (_all, path: string) => `‹${lookWords(path, sight)}›`,
    );
  if (isObject(value) && CONDITION.some((one) => one in value))
    return conditionWords(value as unknown as Condition, sight).replaceAll('**', '');
  if (typeof value === 'number') {
    if (key.endsWith('Ms')) return duration(value);
    if (key === 'costUsd') return money(value, 'USD');
    return valueWords(value);
  }
  if (typeof value === 'string') {
    const choice = tMaybe(`${code}.${value}`);
    const card = key === 'tool' ? folder.cards.find(({ name }) => name === value) : undefined;
    return choice ?? card?.title ?? people.get(value)?.name ?? valueWords(value);
  }
  const plain = Array.isArray(value) && value.every((one) => typeof one !== 'object');
  if (typeof value === 'boolean' || plain) return valueWords(value);
  return t('history.value.several');
}
