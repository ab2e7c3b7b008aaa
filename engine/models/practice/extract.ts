// Reading named fields out of a text or a record: by the kind of each field, and by which find
// stands nearest to the words of its label.
// E1 nothing is invented: every answer stands in the text; what is not found is null.
// E2 the same find is not given to two fields while another one is left for the second.

import { asText } from '../../base/binding.ts';
import type { Field } from '../../base/kinds.ts';
import { isObject, type Json, type JsonObject } from '../../base/value.ts';
import { findAmounts } from './amounts.ts';
import { classify } from './classify.ts';
import { findDates } from './dates.ts';
import {
  findCodes, findLinks, findMails, findNames, findNumbers, findPhones, type Found,
} from './finders.ts';
import { similar, termsOf, type Term } from './meaning.ts';
import { fold } from './tokens.ts';
import { fromRecord } from './records.ts';

/** The fields that were found (others null), and how sure on the whole (0: nothing was found). */
export type Extracted = { values: JsonObject; share: number; found: string[] };

const MOST_CHARS = 100_000;
const LABEL_LINE = /^[ \t>*-]*([\p{L}][\p{L}\d ./'’_-]{0,40}?)[ \t]*[:=][ \t]*(\S.*)$/u;

type Line = { label: string; value: string; at: number };

/** The reading of one text, prepared once for all fields. */
type Page = { text: string; lines: Line[]; record: JsonObject | undefined; taken: Set<string> };

function pageOf(input: Json): Page {
  const text = asText(input).slice(0, MOST_CHARS).toWellFormed();
  const lines: Line[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const m = LABEL_LINE.exec(line);
    if (m) lines.push({ label: m[1] ?? '', value: (m[2] ?? '').trim(), at: at + line.indexOf(m[2] ?? '') });
    at += line.length + 1;
  }
  return { text, lines, record: isObject(input) ? input : undefined, taken: new Set() };
}

const labelTerms = (field: Field): Term[] =>
  termsOf(`${field.label} ${field.id.replaceAll('_', ' ')} ${field.help ?? ''}`);

/** How well a piece of text speaks of the field's label: 0 to 1. */
function pointsAt(wanted: Term[], text: string): number {
  const terms = termsOf(text);
  let best = 0;
  for (const a of wanted)
    for (const b of terms) best = Math.max(best, similar(a, b) * a.weight);
  return best;
}

/** How strongly the words around a find speak of the field: most right before it, in its line. */
function nearness(page: Page, wanted: Term[], at: number, end: number): number {
  const start = page.text.lastIndexOf('\n', at - 1) + 1;
  const stop = page.text.indexOf('\n', end);
  const before = page.text.slice(Math.max(start, at - 120), at);
  const clause = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('. '), -1) + 1);
  const last = clause.slice(Math.max(0, clause.length - 40));
  const after = page.text.slice(end, stop < 0 ? end + 30 : Math.min(stop, end + 30));
  return Math.max(
    pointsAt(wanted, last),
    0.8 * pointsAt(wanted, clause),
    0.6 * pointsAt(wanted, after.split(/[.;,]/)[0] ?? ''),
  );
}

/** The finds of a field's kind, best first by the words around them. */
function ranked<T>(page: Page, field: Field, finds: Found<T>[]): (Found<T> & { near: number })[] {
  const wanted = labelTerms(field);
  return finds
    .map((find, order) => ({ ...find, order, near: nearness(page, wanted, find.at, find.end) }))
    .map((find) => ({ ...find, near: page.taken.has(`${find.at}`) ? find.near - 0.5 : find.near }))
    .sort((a, b) => b.near - a.near || a.order - b.order);
}

type Pick = { value: Json; share: number } | undefined;

function pick(page: Page, field: Field, finds: Found<Json>[]): Pick {
  const [best, next] = ranked(page, field, finds);
  if (!best) return undefined;
  page.taken.add(`${best.at}`);
  if (best.near >= 0.3) return { value: best.value, share: 0.95 };
  return { value: best.value, share: next === undefined ? 0.85 : 0.6 };
}

/** Amounts in the field's currency where it names one that the text uses, else all. */
function amounts(page: Page, field: Field): Found<number>[] {
  const all = findAmounts(page.text);
  const own = field.currency === undefined ? all : all.filter((a) => a.currency === field.currency);
  return own;
}

/** With no label near, a total is meant before any part of it. */
function pickAmount(page: Page, field: Field): Pick {
  const finds = amounts(page, field);
  const [best] = ranked(page, field, finds);
  if (best && best.near >= 0.3) return pick(page, field, finds);
  const total = /(?:total|sum|due|gesamt|summe|betrag|montant|importe)[^\n]{0,25}$/i;
  const named = finds.filter((find) => total.test(page.text.slice(Math.max(0, find.at - 40), find.at)));
  const chosen = named.at(-1) ?? finds[0];
  if (!chosen) return bareAmount(page, field);
  page.taken.add(`${chosen.at}`);
  return { value: chosen.value, share: finds.length === 1 ? 0.9 : named.length > 0 ? 0.85 : 0.6 };
}

/** A number without currency counts as money only right behind the field's own label. */
function bareAmount(page: Page, field: Field): Pick {
  if (findAmounts(page.text).length > 0) return undefined;
  const [best] = ranked(page, field, findNumbers(page.text));
  return best && best.near >= 0.8 ? { value: Math.round(best.value * 100) / 100, share: 0.7 } : undefined;
}

/** The line whose label says what the field's label says. */
function labelled(page: Page, field: Field): Pick {
  const wanted = labelTerms({ ...field, help: undefined });
  let best: { line: Line; near: number } | undefined;
  for (const line of page.lines) {
    const same = fold(line.label) === fold(field.label) || fold(line.label) === fold(field.id);
    const near = same ? 2 : pointsAt(wanted, line.label);
    if (near >= 0.8 && near > (best?.near ?? 0)) best = { line, near };
  }
  if (!best) return undefined;
  page.taken.add(`${best.line.at}`);
  return { value: best.line.value, share: best.near >= 1 ? 0.95 : 0.8 };
}

const NAME = /\b(?:name|customer|client|kunde|person|applicant|candidate|contact|sender|signed|nom|nombre|absender)/i;
const CODE = /\b(?:number|no|nr|id|code|reference|ref|nummer|numéro|número|iban|order|invoice)\b/i;
const PHONE = /\b(?:phone|mobile|tel|telefon|téléphone|teléfono|handy)/i;
const WHOLE = /\b(?:text|message|content|body|summary|description|request|nachricht|inhalt|texte|mensaje)\b/i;
const SUBJECT = /(?:^|\n)(?:subject|betreff|objet|asunto)\s*:\s*(.+)/i;

function pickText(page: Page, field: Field): Pick {
  const about = `${field.label} ${field.id.replaceAll('_', ' ')} ${field.help ?? ''}`;
  const line = labelled(page, field);
  if (line) return line;
  if (/\b(?:subject|betreff|objet|asunto|title)\b/i.test(about)) {
    const subject = SUBJECT.exec(page.text)?.[1]?.trim();
    if (subject) return { value: subject, share: 0.95 };
  }
  if (PHONE.test(about)) return pick(page, field, findPhones(page.text));
  if (NAME.test(about)) return pick(page, field, findNames(page.text));
  if (CODE.test(about)) {
    const [best] = ranked(page, field, findCodes(page.text));
    return best && best.near > 0 ? { value: best.value, share: 0.85 } : undefined;
  }
  const text = page.text.trim();
  if ((field.kind === 'long_text' || WHOLE.test(about)) && text !== '')
    return { value: text.slice(0, 1000).toWellFormed(), share: 0.7 };
  return undefined;
}

/** Of closed choices, the one the text names, or the one whose label fits it best. */
function pickChoice(page: Page, field: Field): Pick {
  const choices = field.choices ?? [];
  const text = ` ${fold(labelled(page, field)?.value as string ?? page.text)} `;
  const named = choices
    .map((c) => ({ c, at: text.search(new RegExp(`(?<!\\p{L})${escape(fold(c.label))}(?!\\p{L})`, 'u')) }))
    .filter(({ at }) => at >= 0);
  if (named.length === 1) return { value: named[0]?.c.id ?? null, share: 0.95 };
  const byWords = classify(text, choices.map((c) => ({ id: c.id, name: c.label, description: c.label })));
  return byWords.id === undefined ? undefined : { value: byWords.id, share: byWords.share };
}
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const NO = /(?<!\p{L})(?:no|not|never|none|without|nein|nicht|kein\p{L}*|ohne|non|pas|sans|aucun\p{L}*|sin|nunca)(?!\p{L})/iu;
const YES = /(?<!\p{L})(?:yes|ja|oui|sí|si|true|x)(?!\p{L})/iu;

/** Yes when the text speaks of the label, no when it does so with a "not" in the same sentence. */
function pickYesNo(page: Page, field: Field): Pick {
  const line = labelled(page, field);
  if (line && typeof line.value === 'string') {
    if (NO.test(line.value)) return { value: false, share: 0.95 };
    if (YES.test(line.value)) return { value: true, share: 0.95 };
  }
  const wanted = labelTerms(field).filter((term) => term.weight >= 1);
  for (const sentence of page.text.split(/(?<=[.!?\n])\s+/)) {
    const near = pointsAt(wanted, sentence);
    if (near >= 0.8) return { value: !NO.test(sentence), share: 0.7 };
  }
  return undefined;
}

function pickList(page: Page, field: Field): Pick {
  const of = field.of ?? { id: field.id, label: field.label, kind: 'text' as const };
  const values = listed(page, { ...of, label: `${field.label} ${of.label}` });
  return values.length > 0 ? { value: values, share: 0.9 } : undefined;
}

function listed(page: Page, field: Field): Json[] {
  switch (field.kind) {
    case 'money':
      return amounts(page, field).map((find) => find.value);
    case 'date':
      return findDates(page.text).map((find) => find.iso);
    case 'mail':
      return findMails(page.text).map((find) => find.value);
    case 'link':
      return findLinks(page.text).map((find) => find.value);
    case 'number':
      return findNumbers(page.text).map((find) => find.value);
    default: {
      const line = labelled(page, field)?.value;
      if (typeof line === 'string') return line.split(/[,;]\s*/).filter(Boolean);
      const bullets = [...page.text.matchAll(/^[ \t]*(?:[-*•]|\d+[.)])[ \t]+(.+)$/gm)];
      return bullets.map((m) => (m[1] ?? '').trim());
    }
  }
}

function pickOf(page: Page, field: Field): Pick {
  const kept = page.record && fromRecord(page.record, field);
  if (kept !== undefined) return { value: kept, share: 0.95 };
  switch (field.kind) {
    case 'money':
      return pickAmount(page, field);
    case 'date':
      return pick(page, field, findDates(page.text).map((d) => ({ ...d, value: d.iso })));
    case 'mail':
      return pick(page, field, findMails(page.text));
    case 'link':
      return pick(page, field, findLinks(page.text));
    case 'number': {
      const [best] = ranked(page, field, findNumbers(page.text));
      return best && best.near > 0.3 ? { value: best.value, share: 0.85 } : undefined;
    }
    case 'choice':
      return pickChoice(page, field);
    case 'yes_no':
      return pickYesNo(page, field);
    case 'list':
      return pickList(page, field);
    case 'record': {
      const inner = extractFields(page, field.fields ?? []);
      return inner.share > 0 ? { value: inner.values, share: inner.share } : undefined;
    }
    case 'file':
      return undefined;
    case 'text':
    case 'long_text':
      return pickText(page, field);
  }
}

function extractFields(page: Page, fields: Field[]): Extracted {
  const values: JsonObject = {};
  const found: string[] = [];
  let sum = 0;
  let asked = 0;
  for (const field of fields) {
    const one = pickOf(page, field);
    values[field.id] = one?.value ?? null;
    if (one) found.push(field.label);
    const counts = one !== undefined || field.required === true;
    if (counts) {
      asked += 1;
      sum += one?.share ?? 0;
    }
  }
  return { values, share: asked === 0 ? 0 : sum / asked, found };
}

/** The fields of a text or record; `share` falls with every required field that was not found. */
export const extract = (input: Json, fields: Field[]): Extracted =>
  extractFields(pageOf(input), fields);
