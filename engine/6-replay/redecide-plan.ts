// A drawing made ready to be followed: its machine, its invokes, its gates and rules. Made once per
// drawing, however many runs are held against it.

import type { Folder, Setting } from '../1-document/schema.ts';
import { stepsOf } from '../1-document/scopes.ts';
import { compile } from '../3-compile/compile.ts';
import { coverage } from '../3-compile/coverage.ts';
import type { CompiledMachine } from '../3-compile/ir.ts';
import { assert } from '../base/assert.ts';
import { load, type Machine } from '../kernel.ts';
import type { AuthorityCard, Registry } from '../node.ts';
import { invokesOf, type Invoke } from '../4-run/invokes.ts';

export type Drawn = {
  folder: Folder;
  setting: Setting;
  registry: Registry;
  compiled: CompiledMachine;
  invokes: Map<string, Invoke>;
  cards: Map<string, AuthorityCard>;
  /** By gate: the steps that its consent opens. */
  covers: Record<string, string[]>;
  /** Steps that wait for a time. */
  waits: Set<string>;
  names: Map<string, string>;
  loaded: Map<string, Machine>;
};

/** Makes a drawing without errors ready to be followed. */
export function drawnOf(folder: Folder, setting: Setting, registry: Registry): Drawn {
  const { compiled, graph } = compile(folder, registry);
  const nodes = [...stepsOf(folder.workflow.scope)].map(({ node }) => node);
  return {
    folder,
    setting,
    registry,
    compiled,
    invokes: invokesOf(compiled),
    cards: new Map(folder.cards.map((card) => [card.name, card as AuthorityCard])),
    covers: coverage(graph, registry, folder.cards),
    waits: new Set(nodes.filter(({ type }) => type.startsWith('wait@')).map(({ id }) => id)),
    names: new Map(nodes.map(({ id, name }) => [id, name])),
    loaded: new Map(),
  };
}

/** The machine of the drawing, or of the items of one for-each. */
export function machineFor(drawn: Drawn, part = ''): Machine {
  const kept = drawn.loaded.get(part);
  if (kept) return kept;
  const config = part === '' ? drawn.compiled.machine : drawn.compiled.parts[part];
  assert(config, `no machine for ${part}`);
  const machine = load(config);
  drawn.loaded.set(part, machine);
  return machine;
}
