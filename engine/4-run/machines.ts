// The machines of a compiled drawing, loaded when they are first asked for and kept.

import type { CompiledMachine } from '../3-compile/ir.ts';
import { assert } from '../base/assert.ts';
import { load, type Machine } from '../kernel.ts';

export type Machines = {
  compiled: CompiledMachine;
  /** Loaded machines by source: '' for the workflow, `scope:<each>` for items. */
  loaded: Map<string, Machine>;
};

/** The machine of the workflow, or of one for-each body. */
export function machineOf({ compiled, loaded }: Machines, part = ''): Machine {
  const kept = loaded.get(part);
  if (kept) return kept;
  const config = part === '' ? compiled.machine : compiled.parts[part];
  assert(config, `no machine for ${part}`);
  const machine = load(config);
  loaded.set(part, machine);
  return machine;
}
