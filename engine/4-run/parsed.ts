// Settings as their step type reads them, with the failure of those it cannot work with.

import type { JsonObject } from '../base/value.ts';
import { heldAgainst } from '../2-validate/held-against.ts';
import type { Failure, NodeDefinition } from '../node.ts';

type Parsed = { ok: true; settings: unknown } | { ok: false; failure: Failure };

/** The settings, or the failure that names the one the step cannot work with. */
export function settingsOf(definition: NodeDefinition, raw: JsonObject): Parsed {
  const read = heldAgainst(definition, raw);
  return read.ok ? read : { ok: false, failure: failureOf(read.issues[0]?.path ?? []) };
}

const failureOf = (path: PropertyKey[]): Failure => ({
  kind: 'terminal',
  code: 'failure.setting',
  params: { setting: path.map(String).join('.') },
});
