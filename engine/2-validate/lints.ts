// Advice: the workflow runs with it, but somebody will wish they had known.
// LN1 never an error.

import { isRef, isText } from '../base/binding.ts';
import { isObject, type Json } from '../base/value.ts';
import type { Problem } from '../1-document/schema.ts';
import { onStep } from './problem.ts';
import { allSteps, type Drawing, type Step } from './step.ts';
import { find } from './visible.ts';

/** Instructions above this take attention from the data they are about. */
const LONG_CHARS = 12_000;

export const lints = (drawing: Drawing): Problem[] =>
  allSteps(drawing).flatMap((step) => [
    ...modelForFigures(drawing, step),
    ...longPrompt(drawing, step),
    ...nothingToWrite(step),
    ...uselessAttempts(step),
  ]);

const CLOSED = new Set(['number', 'money', 'date', 'yes_no', 'choice']);

/**
 * A model is asked to decide about figures alone: a condition does that for nothing, always alike.
 */
function modelForFigures(drawing: Drawing, step: Step): Problem[] {
  const data = step.node.settings['data'];
  if (step.definition?.type !== 'decide' || !isObject(data)) return [];
  const values = Object.values(data);
  const isClosed = (value: Json): boolean => {
    if (!isRef(value)) return false;
    const found = find(drawing, { step, afterRound: false }, value['@ref']);
    return found.ok && CLOSED.has(found.field?.kind ?? '');
  };
  return values.length > 0 && values.every(isClosed)
    ? [onStep('model_for_figures', step, {}, { severity: 'warning' })]
    : [];
}

function longPrompt({ folder }: Drawing, step: Step): Problem[] {
  const { instructions, prompt, rule } = step.node.settings;
  const own = [instructions, isText(rule) ? rule['@text'] : rule].filter(
    (text) => typeof text === 'string',
  );
  const versions = folder.prompts.filter(({ id }) => id === prompt).map(({ body }) => body);
  const n = Math.max(0, ...[...own, ...versions].map((text) => text.length));
  return n > LONG_CHARS
    ? [onStep('prompt_long', step, { n, limit: LONG_CHARS }, { severity: 'warning' })]
    : [];
}

function nothingToWrite(step: Step): Problem[] {
  const { instructions, prompt } = step.node.settings;
  if (step.definition?.type !== 'draft' || instructions || prompt) return [];
  return [onStep('nothing_to_write', step, {}, { field: 'instructions', severity: 'warning' })];
}

/** Attempts of a step that calls nothing change nothing. */
function uselessAttempts(step: Step): Problem[] {
  const { attempts } = step.node;
  if (attempts === undefined || attempts < 2 || !step.definition) return [];
  if (['call', 'lowered'].includes(step.definition.does.kind)) return [];
  const edit = { do: 'set_step' as const, step: step.node.id, fields: { attempts: null } };
  const fix = { code: 'fix.remove_setting', edit };
  return [onStep('attempts_useless', step, {}, { field: 'attempts', severity: 'warning', fix })];
}
