// Everything that is wrong with a workflow, or will be: the list of rules, one family per file.
// VA1 pure and total: a half-drawn workflow is the normal state of a designer, not an exception.
// VA2 a workflow without problems of severity `error` compiles; whatever fails later is a bug.

import type { Registry } from '../node.ts';
import type { Folder, Problem, Setting } from '../1-document/schema.ts';
import { drawingOf } from './drawing.ts';
import { limits } from './limits.ts';
import { lints } from './lints.ts';
import { outside } from './outside.ts';
import { people } from './people.ts';
import type { Rule } from './problem.ts';
import { references } from './references.ts';
import { settings } from './settings.ts';
import { shape } from './shape.ts';
import { tools } from './tools.ts';

const RULES: readonly Rule[] = [shape, settings, references, tools, outside, limits, people, lints];

/** All problems, errors first, else in the order of the rules and the drawing (VA1, VA2). */
export function validate(folder: Folder, setting: Setting, registry: Registry): Problem[] {
  const drawing = drawingOf(folder, setting, registry);
  const found = RULES.flatMap((rule) => rule(drawing));
  const isError = (problem: Problem): boolean => problem.severity === 'error';
  return [...found.filter(isError), ...found.filter((problem) => !isError(problem))];
}
