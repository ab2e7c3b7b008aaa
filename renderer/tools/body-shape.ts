// The body of a request as rows: a name (with points for parts of parts) and a text with places.
// BS1 what rows can say comes back exactly; a body they cannot say is told as such, never changed.

import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';

export type Row = readonly [name: string, text: string];

/** A body as rows; undefined where rows cannot say it (BS1). */
export function rowsOf(body: Json | undefined, path = ''): Row[] | undefined {
  if (!isObject(body)) return undefined;
  const rows: Row[] = [];
  for (const [key, value] of Object.entries(body)) {
    if (key === '' || key.includes('.')) return undefined;
    const at = path ? `${path}.${key}` : key;
    if (typeof value === 'string') rows.push([at, value]);
    else {
      const inner = rowsOf(value, at);
      if (!inner?.length) return undefined;
      rows.push(...inner);
    }
  }
  return rows;
}

/** Rows as a body; a name that would stand for a text and for parts at once keeps its parts. */
export function bodyOf(rows: readonly Row[]): JsonObject {
  const body: JsonObject = {};
  for (const [name, text] of rows) {
    const keys = name.split('.').filter(Boolean);
    const last = keys.pop();
    if (last === undefined) continue;
    let at = body;
    for (const key of keys) {
      const inner = Object.hasOwn(at, key) ? at[key] : undefined;
      const next: JsonObject = isObject(inner) ? inner : {};
      at[key] = next;
      at = next;
    }
    if (!isObject(at[last])) at[last] = text;
  }
  return body;
}
