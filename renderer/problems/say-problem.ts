// A problem in words: what to do about it, and what it means.

import type { Problem } from '../../engine/1-document/schema.ts';
import { t, tMaybe } from '../words.ts';

/**
 * `problem.<code>` is the imperative sentence, `.help` what it means, a fix has a code of its own.
 */
export function sayProblem(problem: Problem): {
  text: string;
  help: string | undefined;
  fix: string | undefined;
} {
  const code = `problem.${problem.code}`;
  return {
    text: t(code, problem.params),
    help: tMaybe(`${code}.help`, problem.params),
    fix: problem.fix && t(problem.fix.code, problem.params),
  };
}
