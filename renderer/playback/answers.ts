// The eight answers about a step, always the same in the same order, at one moment of a run.
// AN1 pure: the run at the moment, the whole record, and the drawing in; questions with parts out.
// AN2 what is later than the moment is told as later, never as if it had happened.
// AN3 an answer is never left empty: what does not apply says so.

import type { RunView } from '../../engine/4-run/view.ts';
import { spokenLine, stepFacts } from '../canvas/step-facts.ts';
import { stepName, type Known } from '../runs/known.ts';
import { askedOf, quiet, text, type Asked, type Part } from './answer-parts.ts';
import { costParts, decidedParts, originParts, ruleParts } from './answers-why.ts';
import { inParts, outParts } from './answers-values.ts';
import { wayParts } from './answers-way.ts';

export const QUESTIONS = [
  'did',
  'in',
  'out',
  'way',
  'rule',
  'who',
  'cost',
  'origin',
] as const;
export type Answer = { question: (typeof QUESTIONS)[number]; parts: Part[] };

function didParts(asked: Asked): Part[] {
  const { node, known, step, key } = asked;
  const line = node ? spokenLine(stepFacts(known.registry, node), known.names) : '';
  const what: Part[] = line ? [{ how: 'text', text: line }] : [text('app.answer.did.plain', { step: stepName(known, key) })];
  if (!step) return [...what, quiet('app.answer.not_begun')];
  if (step.endedAt === undefined) return [...what, quiet('app.answer.going_on')];
  return step.visit > 1 ? [...what, quiet('app.answer.visits', { n: step.visit })] : what;
}

/** The eight answers about a step (AN1). */
export function answersOf(at: RunView, end: RunView, known: Known, key: string): Answer[] {
  const asked = askedOf(at, end, known, key);
  const parts: Record<Answer['question'], Part[]> = {
    did: didParts(asked),
    in: inParts(asked),
    out: outParts(asked),
    way: wayParts(asked),
    rule: ruleParts(asked),
    who: decidedParts(asked),
    cost: costParts(asked),
    origin: originParts(asked),
  };
  return QUESTIONS.map((question) => ({ question, parts: parts[question] }));
}
