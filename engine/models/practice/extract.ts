// Reading named fields out of a text or a record: by the kind of each field, and by which find
// stands nearest to the words of its label.
// E1 nothing is invented: every answer stands in the text; what is not found is null.
// E2 the share falls with every required field that was not found.

import type { Field } from '../../base/kinds.ts';
import type { Json, JsonObject } from '../../base/value.ts';
import { findAmounts } from './amounts.ts';
import { findDates } from './dates.ts';
import { pickChoice, pickText, pickYesNo } from './extract-words.ts';
import { findLinks, findMails, findNumbers, type Found } from './finders.ts';
import { isPointedAt, labelled, pageOf, pick, ranked, type Page, type Pick } from './page.ts';
import { fromRecord } from './records.ts';

/** The fields (null: not found), how sure on the whole (0: nothing found), and what was found. */
export type Extracted = { values: JsonObject; share: number; found: string[] };

const TOTAL = /(?:total|sum|due|gesamt|summe|betrag|montant|importe)[^\n]{0,25}$/i;

const dates = (page: Page): Found<string>[] =>
  findDates(page.text).map(({ iso, at, end }) => ({ value: iso, at, end }));

/** Amounts in the field's currency where it names one, else all. */
const amounts = (page: Page, { currency }: Field): Found<number>[] =>
  findAmounts(page.text).filter((one) => currency === undefined || one.currency === currency);

/** With no label near, a total is meant before any part of it. */
function pickAmount(page: Page, field: Field): Pick {
  const finds = amounts(page, field);
  if (isPointedAt(page, field, finds)) return pick(page, field, finds);
  const isTotal = ({ at }: Found<number>): boolean =>
    TOTAL.test(page.text.slice(Math.max(0, at - 40), at));
  const totals = finds.filter(isTotal);
  const chosen = totals.at(-1) ?? finds[0];
  if (!chosen) return bareAmount(page, field);
  page.taken.add(chosen.at);
  const share = finds.length === 1 ? 0.9 : totals.length > 0 ? 0.85 : 0.6;
  return { value: chosen.value, share };
}

/** A number without a currency counts as money only beside the field's own words. */
function bareAmount(page: Page, field: Field): Pick {
  if (findAmounts(page.text).length > 0) return undefined;
  const [best] = ranked(page, field, findNumbers(page.text));
  if (!best || best.near < 0.8) return undefined;
  return { value: Math.round(best.value * 100) / 100, share: 0.7 };
}

function pickNumber(page: Page, field: Field): Pick {
  const [best] = ranked(page, field, findNumbers(page.text));
  return best && best.near > 0.3 ? { value: best.value, share: 0.85 } : undefined;
}

function pickList(page: Page, field: Field): Pick {
  const of: Field = field.of ?? { id: field.id, label: field.label, kind: 'text' };
  const values = listed(page, { ...of, label: `${field.label} ${of.label}` });
  return values.length > 0 ? { value: values, share: 0.9 } : undefined;
}

const valuesOf = (finds: Found<Json>[]): Json[] => finds.map(({ value }) => value);

function listed(page: Page, field: Field): Json[] {
  switch (field.kind) {
    case 'money':
      return valuesOf(amounts(page, field));
    case 'date':
      return valuesOf(dates(page));
    case 'mail':
      return valuesOf(findMails(page.text));
    case 'link':
      return valuesOf(findLinks(page.text));
    case 'number':
      return valuesOf(findNumbers(page.text));
    case 'text':
    case 'long_text': {
      const line = labelled(page, field)?.value;
      if (line !== undefined) return line.split(/[,;]\s*/).filter(Boolean);
      const bullets = page.text.matchAll(/^[ \t]*(?:[-*•]|\d+[.)])[ \t]+(\S.*)$/gm);
      return [...bullets].map((m) => (m[1] ?? '').trim());
    }
    default:
      return [];
  }
}

function pickOf(page: Page, field: Field): Pick {
  const kept = page.record && fromRecord(page.record, field);
  if (kept !== undefined) return { value: kept, share: 0.95 };
  switch (field.kind) {
    case 'money':
      return pickAmount(page, field);
    case 'date':
      return pick(page, field, dates(page));
    case 'mail':
      return pick(page, field, findMails(page.text));
    case 'link':
      return pick(page, field, findLinks(page.text));
    case 'number':
      return pickNumber(page, field);
    case 'choice':
      return pickChoice(page, field);
    case 'yes_no':
      return pickYesNo(page, field);
    case 'list':
      return pickList(page, field);
    case 'record': {
      const { values, share } = fieldsIn(page, field.fields ?? []);
      return share > 0 ? { value: values, share } : undefined;
    }
    case 'file':
      return undefined;
    case 'text':
    case 'long_text':
      return pickText(page, field);
  }
}

function fieldsIn(page: Page, fields: Field[]): Extracted {
  const values: JsonObject = {};
  const found: string[] = [];
  const shares: number[] = [];
  for (const field of fields) {
    const one = pickOf(page, field);
    values[field.id] = one?.value ?? null;
    if (one) found.push(field.label);
    if (one || field.required) shares.push(one?.share ?? 0); // E2
  }
  const sum = shares.reduce((a, b) => a + b, 0);
  return { values, share: found.length === 0 ? 0 : sum / shares.length, found };
}

/** The fields of a text or a record. */
export const extract = (input: Json, fields: Field[]): Extracted => fieldsIn(pageOf(input), fields);
