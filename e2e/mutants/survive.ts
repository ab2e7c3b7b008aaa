// What is done with a document nobody drew, from reading it to drawing it: all of it must end in a
// picture or in sentences, never in a thrown error.

import { parseFolder } from '../../engine/1-document/parse.ts';
import type { Folder, Problem, Workflow } from '../../engine/1-document/schema.ts';
import { stepsOf } from '../../engine/1-document/scopes.ts';
import { compile } from '../../engine/3-compile/compile.ts';
import { judge } from '../../engine/3-compile/judge.ts';
import { say } from '../../engine/base/text/say.ts';
import { registry } from '../../nodes/index.ts';
import { createPainter, type Picture } from '../../renderer/canvas/painter.ts';
import { limitOf, noNames, spokenLine, stepFacts } from '../../renderer/canvas/step-facts.ts';
import { tidyScope } from '../../renderer/canvas/tidy.ts';
import { drawingFor, sightOf } from '../../renderer/document/reach.ts';
import { outlineOf } from '../../renderer/outline/outline-rows.ts';
import { sayProblem } from '../../renderer/problems/say-problem.ts';
import { SETTING } from '../kit/problems.ts';
import { mutant } from './mutate.ts';

/** How far a document came: refused, read with errors in it, or fit to run. */
export type Fate = 'refused' | 'faulty' | 'sound';

/** There is a sentence; what stands in it may be a text of the document. */
function said(sentence: string | undefined, of: string): void {
  if (sentence?.startsWith('[')) throw new Error(`no sentence for ${of}`);
}

function tell(problems: Problem[]): void {
  for (const problem of problems) {
    const { text, help, fix } = sayProblem(problem);
    for (const sentence of [text, help, fix]) said(sentence, problem.code);
  }
}

function draw(workflow: Workflow): void {
  const painter = createPainter();
  const picture: Picture = {
    workflow,
    registry,
    names: noNames,
    lit: undefined,
    selected: new Set(),
    problems: new Map(),
    kept: new Map(),
    mode: 'edit',
    inside: '',
    dim: new Set(),
    hot: undefined,
  };
  const scene = painter.scene(picture, new Map());
  const nodes = painter.nodes(picture, scene);
  painter.arrows(picture, scene);
  for (const { position } of nodes)
    if (!Number.isFinite(position.x + position.y)) throw new Error('a step stands nowhere');
  outlineOf(workflow, registry);
  tidyScope(workflow.scope, new Map());
}

function look(folder: Folder): void {
  const drawing = drawingFor(folder, SETTING, registry);
  for (const { node } of stepsOf(folder.workflow.scope)) {
    const facts = stepFacts(registry, node);
    spokenLine(facts, noNames);
    limitOf(facts, node, noNames);
    sightOf(drawing, node.id);
  }
}

/** Takes document number `n` through everything; throws where something throws. */
function survive(n: number): Fate {
  const { folder, problems } = parseFolder(mutant(n).files);
  tell(problems);
  if (!folder) {
    if (problems.length === 0) throw new Error('refused without a word');
    return 'refused';
  }
  const judged = judge(folder, SETTING, registry);
  tell(judged.problems);
  for (const { code, params } of judged.contract) said(say('en', code, params), code);
  if (judged.isFine) compile(folder, registry);
  draw(folder.workflow);
  look(folder);
  return judged.problems.some(({ severity }) => severity === 'error') ? 'faulty' : 'sound';
}

/** What became of documents `from` … `from + count - 1`, and what threw. */
export function mutants(count: number, from = 0) {
  const fates: Record<Fate, number> = { refused: 0, faulty: 0, sound: 0 };
  const thrown: string[] = [];
  for (let n = from; n < from + count; n++)
    try {
      fates[survive(n)] += 1;
    } catch (error) {
      thrown.push(`document ${n}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  return { ...fates, thrown };
}
