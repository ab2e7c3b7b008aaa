// A text being read for fields: its labelled lines, and how strongly the words around a find speak
// of a field's label.
// PG1 the words right before a find count most, then those of its clause, then those after it.
// PG2 a find taken for one field is taken for another only when nothing else is left.

import { asText } from '../../base/binding.ts';
import type { Field } from '../../base/kinds.ts';
import { isObject, type Json, type JsonObject } from '../../base/value.ts';
import type { Found } from './finders.ts';
import { similar, termsOf, type Term } from './meaning.ts';
import { fold } from './tokens.ts';

type Line = { label: string; value: string; at: number };
/** The reading of one text, prepared once for all fields. */
export type Page = {
  text: string;
  lines: Line[];
  record: JsonObject | undefined;
  taken: Set<number>;
};
/** What a field gets: its value, and how sure. */
export type Pick = { value: Json; share: number } | undefined;

const MOST_CHARS = 96_000;
const LABEL_LINE = /^[ \t>*-]*([\p{L}][\p{L}\d ./'’_-]{0,40}?)[ \t]*[:=][ \t]*(\S.*)$/u;
/** From here on the words around a find speak of the field. */
const POINTS = 0.3;

/** Prepares a text, a list or a record for reading. */
export function pageOf(input: Json): Page {
  const text = asText(input).slice(0, MOST_CHARS).toWellFormed();
  const lines: Line[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const [, label = '', value = ''] = LABEL_LINE.exec(line) ?? [];
    if (label !== '') lines.push({ label, value: value.trim(), at: at + line.lastIndexOf(value) });
    at += line.length + 1;
  }
  return { text, lines, record: isObject(input) ? input : undefined, taken: new Set() };
}

export const labelTerms = ({ label, id, help }: Field): Term[] =>
  termsOf(`${label} ${id.replaceAll('_', ' ')} ${help ?? ''}`);

/** How well a piece of text speaks of a label: 0 to 1. */
export function pointsAt(wanted: Term[], text: string): number {
  const terms = termsOf(text);
  const near = wanted.flatMap((a) => terms.map((b) => similar(a, b) * a.weight));
  return near.reduce((best, one) => Math.max(best, one), 0);
}

/** PG1. */
function nearness({ text }: Page, wanted: Term[], { at, end }: Found<unknown>): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const stop = text.indexOf('\n', end);
  const before = text.slice(Math.max(start, at - 120), at);
  const clause = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('. ')) + 1);
  const after = text.slice(end, Math.min(stop < 0 ? text.length : stop, end + 30));
  return Math.max(
    pointsAt(wanted, clause.slice(-40)),
    0.8 * pointsAt(wanted, clause),
    0.6 * pointsAt(wanted, after.split(/[.;,]/)[0] ?? ''),
  );
}

/** The finds, best first by the words around them (PG1, PG2). */
export function ranked<T>(page: Page, field: Field, finds: Found<T>[]) {
  const wanted = labelTerms(field);
  return finds
    .slice(0, 200)
    .map((find) => ({ ...find, near: nearness(page, wanted, find) }))
    .map((find) => ({ ...find, near: find.near - (page.taken.has(find.at) ? 0.5 : 0) }))
    .sort((a, b) => b.near - a.near || a.at - b.at);
}

/** The best find, taken. */
export function pick(page: Page, field: Field, finds: Found<Json>[]): Pick {
  const [best, next] = ranked(page, field, finds);
  if (!best) return undefined;
  page.taken.add(best.at);
  if (best.near >= POINTS) return { value: best.value, share: 0.95 };
  return { value: best.value, share: next === undefined ? 0.85 : 0.6 };
}

/** True when the words around the best find speak of the field. */
export const isPointedAt = (page: Page, field: Field, finds: Found<unknown>[]): boolean =>
  (ranked(page, field, finds)[0]?.near ?? 0) >= POINTS;

/** The value of the line whose label says what the field's label says. */
export function labelled(page: Page, field: Field): { value: string; share: number } | undefined {
  const wanted = labelTerms({ ...field, help: undefined });
  let best: { line: Line; near: number } | undefined;
  for (const line of page.lines.slice(0, 200)) {
    const label = fold(line.label);
    const same = label === fold(field.label) || label === fold(field.id.replaceAll('_', ' '));
    const near = same ? 2 : pointsAt(wanted, line.label);
    if (near >= 0.8 && near > (best?.near ?? 0)) best = { line, near };
  }
  if (!best) return undefined;
  page.taken.add(best.line.at);
  return { value: best.line.value, share: best.near >= 1 ? 0.95 : 0.8 };
}
