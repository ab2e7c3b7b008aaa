// Lifts an older workflow file to today's form, one version at a time, and names what cannot be
// lifted.
// M1 never throws; the given document is not changed.
// M2 a file of a newer version is refused, never read as if it were today's.

import { isObject, type Json, type JsonObject } from '../base/value.ts';

/** The version this program writes. */
const VERSION = 1;
const FORMAT = /^interlock\/workflow@(\d{1,6})$/;

/** Lifts by the version they start from: `{1: v1ToV2}` once there is a version 2. */
export type Lifts = Readonly<Record<number, (old: JsonObject) => JsonObject>>;
const LIFTS: Lifts = {};

export type Migrated =
  | { ok: true; doc: Json; from: number }
  | { ok: false; code: 'not_a_workflow' | 'version_newer' | 'version_unknown'; version: string };

/**
 * The document in today's form, or why it cannot be (M1, M2). Other parts are left to the schema.
 */
export function migrate(doc: Json, lifts: Lifts = LIFTS, today = VERSION): Migrated {
  const format = isObject(doc) ? doc['format'] : undefined;
  const version = typeof format === 'string' ? FORMAT.exec(format)?.[1] : undefined;
  if (!isObject(doc) || version === undefined)
    return { ok: false, code: 'not_a_workflow', version: '' };
  const from = Number(version);
  if (from > today) return { ok: false, code: 'version_newer', version };
  let at = doc;
  for (let v = from; v < today; v++) {
    const lift = Object.hasOwn(lifts, v) ? lifts[v] : undefined;
    if (!lift) return { ok: false, code: 'version_unknown', version };
    at = lift(structuredClone(at));
  }
  return { ok: true, doc: at, from };
}

/** True for the text of a workflow file of an older version: saving would lift it for good. */
export function isOlder(text: string): boolean {
  const version = /"format"\s*:\s*"interlock\/workflow@(\d{1,6})"/.exec(text)?.[1];
  return version !== undefined && Number(version) < VERSION;
}
