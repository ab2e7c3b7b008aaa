// What of a workflow decides how it runs, and which version a run of it therefore carries.
// ES1 only what can make a run go another way, or what people are shown, counts: where steps stand,
//     what is locked or folded, notes and breakpoints do not.
// ES2 pure; the same everywhere, so that the page and the engine say the same of a workflow.

import { hashOf } from '../base/canonical.ts';
import type { Folder, Workflow, WorkflowNode, WorkflowScope } from './schema.ts';

const essentialScope = ({ nodes, edges }: WorkflowScope): object => ({
  nodes: nodes.map(essentialNode),
  edges,
});

function essentialNode(node: WorkflowNode): object {
  const { at: _at, locked: _locked, collapsed: _collapsed, scope, ...rest } = node;
  return { ...rest, ...(scope ? { scope: essentialScope(scope) } : {}) };
}

function essentialWorkflow(workflow: Workflow): object {
  const { scope, breakpoints: _breakpoints, version: _version, ...rest } = workflow;
  return { ...rest, scope: essentialScope(scope) };
}

export type Essential = Pick<Folder, 'workflow' | 'rules' | 'cards' | 'servers' | 'prompts'>;

/** A mark of all that decides what a run does; equal marks run alike (ES1). */
export const essence = ({ workflow, rules, cards, servers = [], prompts }: Essential): string =>
  hashOf([essentialWorkflow(workflow), rules, cards, servers, prompts]);

/** Compares versions such as 1.2.10 by their numbers. */
export function byVersion(a: string, b: string): number {
  const [x, y] = [a, b].map((one) => one.split(/[.+]/).slice(0, 3).map(Number));
  const at = [0, 1, 2].find((i) => x?.[i] !== y?.[i]);
  return at === undefined ? 0 : (x?.[at] ?? 0) - (y?.[at] ?? 0);
}

/** A published version, by its number and the mark of what it was. */
export type LastPublished = { version: string; essence: string };

/**
 * The version a run of this folder carries. What was published runs under its number, all else
 * under the number in the drawing with a mark of what it is: `1.0.0+draft.3f9a01bc`. Where nothing
 * was ever published a number from 1 on is taken at its word; below that nothing is finished.
 */
export function versionOfRun(folder: Essential, last: LastPublished | undefined): string {
  const [number = ''] = folder.workflow.version.split('+');
  if (!last && byVersion(number, '1.0.0') >= 0) return number;
  const now = essence(folder);
  return last?.essence === now ? last.version : `${number}+draft.${now.slice(0, 8)}`;
}
