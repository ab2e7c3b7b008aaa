// A drawing made ready to be followed: its machine, its invokes, its gates and rules. Made once per
// drawing, however many runs are held against it.

import type { Folder, Setting } from '../1-document/schema.ts';
import { stepsOf } from '../1-document/scopes.ts';
import { compile } from '../3-compile/compile.ts';
import { coverage } from '../3-compile/coverage.ts';
import type { AuthorityCard, Registry } from '../node.ts';
import { invokesOf, type Invoke } from '../4-run/invokes.ts';
import type { Machines } from '../4-run/machines.ts';

export type Drawn = Machines & {
  folder: Folder;
  setting: Setting;
  registry: Registry;
  invokes: Map<string, Invoke>;
  cards: Map<string, AuthorityCard>;
  /** By gate: the steps that its consent opens. */
  covers: Record<string, string[]>;
  /** Steps that wait for a time. */
  waits: Set<string>;
  names: Map<string, string>;
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
