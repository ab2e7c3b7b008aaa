// One part of a double's answer as the text a person writes: fixed words, or places such as
// {{args.amount}} that are filled from the call.
// DT1 what the text cannot say comes back as it was: a text that is shown and not changed never
//     changes anything.

import { isRef, isText } from '../../engine/base/binding.ts';
import type { Field } from '../../engine/base/kinds.ts';
import type { Json } from '../../engine/base/value.ts';

const PLACE = /\{\{\s*[A-Za-z0-9_.]+\s*\}\}/;
const ONE_PLACE = /^\{\{\s*([A-Za-z0-9_.]+)\s*\}\}$/;

/** A part as text. */
export function partText(part: Json | undefined): string {
  if (part === undefined || part === null) return '';
  if (typeof part === 'string') return part;
  if (isRef(part)) return `{{${part['@ref']}}}`;
  if (isText(part)) return part['@text'];
  return typeof part === 'object' ? JSON.stringify(part) : String(part);
}

/** Text as what its field takes: a place, a text with places, a figure, yes or no, a list. */
export function textPart(text: string, { kind }: Pick<Field, 'kind'>): Json {
  const [, only] = ONE_PLACE.exec(text.trim()) ?? [];
  if (only !== undefined) return { '@ref': only };
  if (PLACE.test(text)) return { '@text': text };
  if (
    (kind === 'number' || kind === 'money') &&
    text.trim() !== '' &&
    Number.isFinite(Number(text))
  )
    return Number(text);
  if (kind === 'yes_no') return /^(true|yes|ja|1)$/i.test(text.trim());
  if ((kind === 'list' || kind === 'record') && /^[[{]/.test(text.trim())) return parsed(text);
  return text;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text; // half typed; it stays the text it is until it can be read
  }
}
