// What can be said about a drawing without running it: problems, contract sentences, ceiling.
// AN1 a drawing with errors has no machine, so nothing is claimed about what it may do.

import type { Folder, Problem } from '../1-document/schema.ts';
import { validate } from '../2-validate/validate.ts';
import { ceiling } from '../3-compile/ceiling.ts';
import { compile } from '../3-compile/compile.ts';
import { contract } from '../3-compile/contract.ts';
import { refuse } from '../base/refused.ts';
import type { Judging } from '../workspace/app.ts';
import type { Analysis } from './contract.ts';

/** Everything wrong with a folder under the workspace's people, models and rules. */
export const problemsOf = (folder: Folder, { registry, workspace }: Judging): Problem[] =>
  validate(folder, workspace.setting(), registry);

/** Refuses a folder that has errors, with the sentence of the first and their number. */
export function refuseErrors(folder: Folder, judging: Judging): void {
  const errors = problemsOf(folder, judging).filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return;
  const found = { first: `problem.${first.code}`, errors: errors.length };
  refuse('workflow.not_fine', { ...first.params, ...found }, first.step);
}

/** Problems, and without errors also contract, ceiling and the machine's hash (AN1). */
export function analyse(folder: Folder, judging: Judging): Analysis {
  const problems = problemsOf(folder, judging);
  if (problems.some(({ severity }) => severity === 'error'))
    return { problems, contract: [], ceiling: null, machineHash: null };
  const { registry } = judging;
  const setting = judging.workspace.setting();
  const { graph, hash } = compile(folder, registry);
  return {
    problems,
    contract: contract(graph, folder, setting, registry),
    ceiling: ceiling(graph, folder, setting, registry),
    machineHash: hash,
  };
}
