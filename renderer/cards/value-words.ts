// Values as people read them: amounts with their currency, days, choices by their label, files by
// name.
// VW1 pure; the field says how a value is written, without one its own form decides.
// VW2 an amount that is agreed to is exact: it always has its cents.

import type { Field } from '../../engine/base/kinds.ts';
import { isBlobRef, isObject, type Json } from '../../engine/base/value.ts';
import { number } from '../format.ts';
import { locale, t } from '../words.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** An amount in major units with its cents: `$1,800.00` (VW2). */
export const exactMoney = (amount: number, currency = 'USD'): string =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(amount);

/** A calendar day: `Nov 12, 2026`. What is no day stays as it is. */
function day(text: string): string {
  const at = Date.parse(`${text}T00:00:00Z`);
  if (!DAY.test(text) || Number.isNaN(at)) return text;
  const how = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale(), how).format(at);
}

/** A moment with its day: `Nov 20, 09:41`. */
export const moment = (at: number): string =>
  new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** A file's name, if the value is one. */
export const fileName = (value: Json | undefined): string | undefined =>
  isObject(value) && typeof value['name'] === 'string' && typeof value['size'] === 'number'
    ? value['name']
    : undefined;

const textWords = (text: string): string => {
  if (DAY.test(text)) return day(text);
  return MOMENT.test(text) ? moment(Date.parse(text)) : text;
};

function recordWords(value: Record<string, Json>, fields: Field[] | undefined): string {
  const parts = Object.entries(value).flatMap(([id, part]) => {
    const field = fields?.find((one) => one.id === id);
    const words = valueWords(part, field);
    return words ? [`${field?.label ?? plainId(id)}: ${words}`] : [];
  });
  return parts.join(', ');
}

/** An id as words where nothing better is known: `paid_on` reads "paid on". */
const plainId = (id: string): string => id.replaceAll('_', ' ');

/** An id as the label of a line: `paid_on` reads "Paid on". */
export const sentenceCase = (id: string): string => {
  const words = plainId(id);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What is too large to be said: a long list or a large record. */
const sizeWords = (bytes: number): string =>
  t('card.large', { n: number(Math.ceil(bytes / 1024)) });

/** A value in words (VW1); an empty one is an empty text. */
export function valueWords(value: Json | undefined, field?: Field): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return t(value ? 'card.yes' : 'card.no');
  if (typeof value === 'number')
    return field?.kind === 'money' ? exactMoney(value, field.currency) : number(value);
  if (typeof value === 'string') {
    const choice = field?.choices?.find((one) => one.id === value);
    return choice?.label ?? (field?.kind === 'long_text' ? value : textWords(value));
  }
  if (Array.isArray(value))
    return value
      .map((one) => valueWords(one, field?.of))
      .filter(Boolean)
      .join(', ');
  if (isBlobRef(value)) return /^[[{]/.test(value.preview) ? sizeWords(value.size) : value.preview;
  return fileName(value) ?? recordWords(value, field?.fields);
}

/** Words cut to a length, for lists. */
export const short = (words: string, most = 48): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
};
