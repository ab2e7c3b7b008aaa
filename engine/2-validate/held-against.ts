// A step's settings held against its type: the one place where they are parsed, for checking,
// compiling and running alike.
// HA1 once per drawing: raw settings are never changed, so what was read of them stays true.

import type { JsonObject } from '../base/value.ts';
import type { NodeDefinition } from '../node.ts';
import type { Read } from './step.ts';

const kept = new WeakMap<JsonObject, { by: NodeDefinition; read: Read }>();

/** The settings as the type reads them, or everything that is wrong with them (HA1). */
export function heldAgainst(definition: NodeDefinition, settings: JsonObject): Read {
  const known = kept.get(settings);
  if (known?.by === definition) return known.read;
  const parsed = definition.settings.safeParse(settings);
  const read: Read = parsed.success
    ? { ok: true, settings: parsed.data }
    : { ok: false, issues: parsed.error.issues };
  kept.set(settings, { by: definition, read });
  return read;
}
