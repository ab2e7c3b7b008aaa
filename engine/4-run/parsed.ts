// Settings as their step type reads them, parsed once per drawing: raw settings are never changed.

import type { JsonObject } from '../base/value.ts';
import type { Failure, NodeDefinition } from '../node.ts';

type Parsed = { ok: true; settings: unknown } | { ok: false; failure: Failure };
const kept = new WeakMap<JsonObject, Parsed>();

/** The settings, or the failure that names the one the step cannot work with. */
export function settingsOf(definition: NodeDefinition, raw: JsonObject): Parsed {
  const known = kept.get(raw);
  if (known) return known;
  const result = definition.settings.safeParse(raw);
  const parsed: Parsed = result.success
    ? { ok: true, settings: result.data }
    : { ok: false, failure: failureOf(result.error.issues[0]?.path ?? []) };
  kept.set(raw, parsed);
  return parsed;
}

const failureOf = (path: PropertyKey[]): Failure => ({
  kind: 'terminal',
  code: 'failure.setting',
  params: { setting: path.map(String).join('.') },
});
