// Why a run took the way it took out of a step.

import { stepFacts } from '../canvas/step-facts.ts';
import { cardOf } from '../runs/result-words.ts';
import { personName } from '../runs/known.ts';
import { innerRows } from '../runs/inner-rows.ts';
import { t } from '../words.ts';
import { named, sureWords } from './answers-values.ts';
import { quiet, text, type Asked, type Part } from './answer-parts.ts';

function waysWords({ known, node }: Asked, port: string): string {
  const ways = node ? stepFacts(known.registry, node).ways : [];
  return ways.find((way) => way.id === port)?.words ?? port;
}

/** The reason a step itself gave: a sentence of its own, a model's reason, how sure it was. */
function reasonParts({ effect }: Asked): Part[] {
  const said = effect?.why && t(effect.why.code, effect.why.params);
  const value = effect?.output?.v;
  const reason =
    typeof value === 'object' && value !== null && 'reason' in value ? value['reason'] : undefined;
  const sure = sureWords(effect?.confidence);
  return [said, typeof reason === 'string' ? reason : undefined, sure]
    .filter((one): one is string => Boolean(one))
    .map((one) => ({ how: 'text', text: one }) as const);
}

/** What a step that makes several calls did inside, and how each came out. */
function innerParts({ at, known, node, step }: Asked): Part[] {
  const rows = node && step ? innerRows(at, step, known) : [];
  if (rows.length === 0) return [];
  const values = rows.map(({ name, words, state }) => ({
    label: name,
    words: words || t(`app.state.${state}`),
  }));
  return [{ how: 'values', values }];
}

/** Why this way (AN3 of answers.ts), with what lies behind it. */
export const wayParts = (asked: Asked): Part[] => [...takenParts(asked), ...innerParts(asked)];

function takenParts(asked: Asked): Part[] {
  const { at, known, node, step, lastStep } = asked;
  if (node?.type.startsWith('start@')) return [text('app.answer.way.start')];
  if (node?.type.startsWith('end@')) return [text('app.answer.way.end')];
  if (!step?.port) {
    const later = lastStep?.port;
    if (!later || step?.state === 'stopped') return [quiet('app.answer.way.none')];
    return [text('app.answer.way.later', { way: waysWords(asked, later) })];
  }
  const way = waysWords(asked, step.port);
  const card = cardOf(at, step);
  if (card?.state === 'answered' && card.by !== undefined) {
    const params = { who: personName(known, card.by), way };
    return [text('app.answer.way.person', params)];
  }
  const ordinary = (node ? stepFacts(known.registry, node).ways : []).filter((one) => !one.problem);
  const reasons = reasonParts(asked);
  const only = ordinary.length <= 1 && ordinary.some((one) => one.id === step.port);
  if (only) return [text('app.answer.way.only', { step: named(asked) }), ...reasons];
  return [text('app.answer.way.taken', { way }), ...reasons];
}
