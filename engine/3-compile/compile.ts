// From a workflow to the machine that runs it: the list of passes, in order.
// Compiling is pure and total for documents without problems; whatever throws here is a bug.

import { LIMITS } from '../base/limits.ts';
import type { Folder } from '../1-document/schema.ts';
import type { Registry } from '../node.ts';
import { boundMachine, boundScope } from './bounds.ts';
import { defaultWays } from './default-ways.ts';
import type { CompiledMachine, IRGraph } from './ir.ts';
import { lower } from './lower.ts';
import { emitMachine } from './machine.ts';
import type { Mode } from './plan.ts';

export type Compiled = {
  compiled: CompiledMachine;
  /** What was compiled, default ways out drawn: for the canvas, the ceiling, the contract. */
  graph: IRGraph;
  /** SHA-256 of machine and parts, 64 hex characters; its first twelve are in the machine's id. */
  hash: string;
};

/** The passes by name, in order, as `interlock compile --print` knows them. */
export const PASSES = ['lower', 'default-ways'] as const;

/** Compiles a workflow. Call it only for documents without problems of severity `error`. */
export function compile(
  folder: Folder,
  registry: Registry,
  options: { mode?: Mode } = {},
): Compiled {
  return compileGraph(graphOf(folder, registry), options);
}

/** What is compiled: every step as the machine knows it, default ways out drawn. */
export const graphOf = (folder: Folder, registry: Registry): IRGraph =>
  defaultWays(lower(folder, registry));

/** The second half of compiling: a graph whose default ways out are drawn becomes a machine. */
export function compileGraph(
  graph: IRGraph,
  { mode = 'structured' }: { mode?: Mode } = {},
): Compiled {
  boundScope(graph.scope, LIMITS);
  const { hash, ...compiled } = emitMachine(graph, mode);
  boundMachine(compiled.machine);
  for (const part of Object.values(compiled.parts)) boundMachine(part);
  return { compiled, graph, hash };
}
