// The eight answers about a step, always the same in the same order, at one moment of a run.
// AN1 pure: the run at the moment, the whole record, and the drawing in; questions with parts out.
// AN2 what is later than the moment is told as later, never as if it had happened.
// AN3 an answer is never left empty: what does not apply says so.

import { isObject, partAt } from '../../engine/base/value.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { spokenLine, stepFacts } from '../canvas/step-facts.ts';
import { short } from '../cards/value-words.ts';
import { stepName, type Known } from '../runs/known.ts';
import { t } from '../words.ts';
import { askedOf, quiet, text, type Asked, type Part } from './answer-parts.ts';
import { costParts, decidedParts, originParts, ruleParts } from './answers-why.ts';
import { inParts, outParts, valuesOf } from './answers-values.ts';
import { wayParts } from './answers-way.ts';

/** Values of a call that are said with it. */
const SAID = 3;

export const QUESTIONS = ['did', 'in', 'out', 'way', 'rule', 'who', 'cost', 'origin'] as const;
export type Answer = { question: (typeof QUESTIONS)[number]; parts: Part[] };

/** A tool call by what it does with which values; any other step by its own sentence. */
function whatParts(asked: Asked): Part[] {
  const { node, known, key, lastEffect } = asked;
  if (!node) return [text('app.answer.did.plain', { step: stepName(known, key) })];
  const tool = known.names.tools.get(String(lastEffect?.tool ?? ''));
  const call = isObject(lastEffect?.call) ? partAt(lastEffect.call, 'args') : undefined;
  if (tool) {
    const values = valuesOf(call, tool.args).slice(0, SAID);
    const what = values.map(({ words }) => short(words, 40)).join(', ');
    return [
      text(what ? 'app.answer.did.tool' : 'app.answer.did.plain', { step: tool.title, what }),
    ];
  }
  const type = node.type.split('@')[0];
  // The line of a condition is the same on every card, and its sentence says it already.
  const line = type === 'condition' ? '' : spokenLine(stepFacts(known.registry, node), known.names);
  const kind = t(`node.${type}.sentence`);
  return [{ how: 'text', text: kind }, ...(line ? [quiet('app.answer.did.line', { line })] : [])];
}

function didParts(asked: Asked): Part[] {
  const { step } = asked;
  const what = whatParts(asked);
  if (!step) return [...what, quiet('app.answer.not_begun')];
  if (step.endedAt === undefined)
    return [...what, quiet(`app.answer.${asked.at.status === 'paused' ? 'held' : 'going_on'}`)];
  if (asked.effect?.recorded) return [...what, text('try.answer.recorded')];
  return step.visit > 1 ? [...what, quiet('app.answer.visits', { n: step.visit })] : what;
}

const PARTS: Record<Exclude<Answer['question'], 'did'>, (asked: Asked) => Part[]> = {
  in: inParts,
  out: outParts,
  way: wayParts,
  rule: ruleParts,
  who: decidedParts,
  cost: costParts,
  origin: originParts,
};

/** The eight answers about a step (AN1). */
export function answersOf(at: RunView, end: RunView, known: Known, key: string): Answer[] {
  const asked = askedOf(at, end, known, key);
  const isLater = !asked.step && asked.lastStep !== undefined;
  const told = isLater ? askedOf(end, end, known, key) : asked;
  return QUESTIONS.map((question) => {
    if (question === 'did') return { question, parts: didParts(asked) };
    const parts = PARTS[question](told);
    return { question, parts: isLater ? [quiet('app.answer.later'), ...parts] : parts }; // AN2
  });
}
