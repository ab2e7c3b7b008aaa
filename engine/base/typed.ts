// From text that a person typed to a value of the declared kind: `--set amount=499.99` and forms.
// TY1 only ever the one reading people mean: 1,250.50 is a number, 1.250,50 is not guessed at.
// TY2 what cannot be read stays the text it was, so that the check names the fault in one place.

import { isDate } from './fields.ts';
import type { Field } from './kinds.ts';
import type { Json } from './value.ts';

const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/;
const YES = new Set(['yes', 'y', 'true', '1', 'on', 'ja']);
const NO = new Set(['no', 'n', 'false', '0', 'off', 'nein']);

function number(text: string): Json {
  const bare = text.replace(/^([+-]?)\s*[$€£]\s*/, '$1').replace(/\s*[$€£%]$/, '');
  return /\d/.test(bare) && NUMBER.test(bare) ? Number(bare.replaceAll(',', '')) : text;
}

/**
 * A day as ISO; a full instant is cut to its day. Other orders are ambiguous and stay text (TY1).
 */
function date(text: string): Json {
  const day = text.slice(0, 10);
  return isDate(day) && /^(T.*)?$/.test(text.slice(10)) ? day : text;
}

function yesNo(text: string): Json {
  const word = text.toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : text;
}

function choice(text: string, field: Field): Json {
  const same = (x: string): boolean => x.trim().toLowerCase() === text.toLowerCase();
  const found =
    field.choices?.find((c) => c.id === text) ??
    field.choices?.find((c) => same(c.label) || same(c.id));
  return found?.id ?? text;
}

/** Lists and records are written as they stand in files; a plain list may be comma-separated. */
function nested(text: string, field: Field): Json {
  const of = field.kind === 'list' ? field.of : undefined;
  const apart = (): Json =>
    of ? text.split(',').map((part) => parseTyped(of, part.trim())) : text;
  try {
    const whole = JSON.parse(text) as Json;
    return field.kind === 'list' && !Array.isArray(whole) ? apart() : whole;
  } catch {
    return apart();
  }
}

/**
 * The value that `text` stands for in `field`; null when nothing was typed. What cannot be read
 * comes back as the text itself, and fitFields then says what is wrong with it (TY2). A file comes
 * back as its name: whoever can read files replaces it before the check.
 */
export function parseTyped(field: Field, text: string): Json {
  const bare = text.trim();
  if (bare === '') return null;
  switch (field.kind) {
    case 'number':
    case 'money':
      return number(bare);
    case 'date':
      return date(bare);
    case 'yes_no':
      return yesNo(bare);
    case 'choice':
      return choice(bare, field);
    case 'list':
    case 'record':
      return nested(bare, field);
    case 'mail':
    case 'link':
    case 'file':
      return bare;
    case 'text':
    case 'long_text':
      return text;
  }
}
