// Judging a folder under a workspace's people, models and rules.

import type { Folder, Problem } from '../1-document/schema.ts';
import { validate } from '../2-validate/validate.ts';
import { compile } from '../3-compile/compile.ts';
import { judge } from '../3-compile/judge.ts';
import { refuse } from '../base/refused.ts';
import type { Judging } from '../workspace/app.ts';
import type { Analysis } from './contract.ts';

/** Everything wrong with a folder. */
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

/** Problems, and without errors also contract, ceiling and the machine's hash. */
export function analyse(folder: Folder, { registry, workspace }: Judging): Analysis {
  const { isFine, ...judged } = judge(folder, workspace.setting(), registry);
  return { ...judged, machineHash: isFine ? compile(folder, registry).hash : null };
}
