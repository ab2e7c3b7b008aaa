// Everything that can be said about a drawing without running it, in one pure call: the designer
// asks it after every change, the command line once.
// JU1 a drawing with errors has no machine, so nothing is claimed about what it may do or cost.
// JU2 what is claimed follows from the graph; the machine itself is made by whoever needs it.

import type { Folder, Problem, Setting } from '../1-document/schema.ts';
import { validate } from '../2-validate/validate.ts';
import type { Registry } from '../node.ts';
import { ceiling, type Ceiling } from './ceiling.ts';
import { graphOf } from './compile.ts';
import { contract } from './contract.ts';
import { coverage } from './coverage.ts';
import type { ContractSentence } from './sentence.ts';

export type Judgement = {
  problems: Problem[];
  contract: ContractSentence[];
  ceiling: Ceiling | null;
  /** There are no errors, so that it can be compiled (JU1). */
  isFine: boolean;
  /** By gate: the steps its consent opens; nothing while there are errors. */
  covers: Record<string, string[]>;
};

/** Problems, and without errors also contract, ceiling and what each gate covers (JU1). */
export function judge(folder: Folder, setting: Setting, registry: Registry): Judgement {
  const problems = validate(folder, setting, registry);
  if (problems.some(({ severity }) => severity === 'error'))
    return { problems, contract: [], ceiling: null, isFine: false, covers: {} };
  const graph = graphOf(folder, registry);
  return {
    problems,
    contract: contract(graph, folder, setting, registry),
    ceiling: ceiling(graph, folder, setting, registry),
    isFine: true,
    covers: coverage(graph, registry, folder.cards),
  };
}
