// Advice: the workflow runs with it, but somebody will wish they had known.
// LN1 never an error.

import { isRef, isText } from '../base/binding.ts';
import { isObject, type Json } from '../base/value.ts';
import type { Problem } from '../1-document/schema.ts';
import { onStep } from './problem.ts';
import { promptSize } from './prompt-size.ts';
import { allSteps, type Drawing, type Step } from './step.ts';
import { find } from './visible.ts';

/** Instructions above this take attention from the data they are about. */
const LONG_CHARS = 12_000;

export const lints = (drawing: Drawing): Problem[] =>
  allSteps(drawing).flatMap((step) => [
    ...modelForFigures(drawing, step),
    ...longPrompt(drawing, step),
    ...overSize(drawing, step),
    ...nothingToWrite(step),
    ...uselessAttempts(step),
  ]);

/** Steps that only choose one of several ways. */
const CHOOSES = new Set(['decide', 'consensus', 'classify']);
const CLOSED = new Set(['number', 'money', 'date', 'yes_no', 'choice']);

/**
 * A model is asked to decide about figures alone: a condition does that for nothing, always alike.
 */
function modelForFigures(drawing: Drawing, step: Step): Problem[] {
  const { data, text } = step.node.settings;
  const type = step.definition?.type ?? '';
  if (!CHOOSES.has(type)) return [];
  const values = type === 'classify' ? [text ?? ''] : isObject(data) ? Object.values(data) : [];
  const isClosed = (value: Json): boolean => {
    if (!isRef(value)) return false;
    const found = find(drawing, { step, afterRound: false }, value['@ref']);
    return found.ok && CLOSED.has(found.field?.kind ?? '');
  };
  return values.length > 0 && values.every(isClosed)
    ? [
        onStep(
          'model_for_figures',
          step,
          {},
          { field: type === 'classify' ? 'text' : 'data', severity: 'warning' },
        ),
      ]
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
    ? [
        onStep(
          'prompt_long',
          step,
          { n, limit: LONG_CHARS },
          { field: 'instructions', severity: 'warning' },
        ),
      ]
    : [];
}

/** What the settings say alone is more than may be sent: it would be refused in every run. */
function overSize(drawing: Drawing, step: Step): Problem[] {
  if (!isBounded(drawing, step)) return [];
  const size = promptSize(drawing, step);
  if (!size || size.most === undefined || size.tokens <= size.most) return [];
  const { longestPrompt } = step.node.settings;
  const isOwn = longestPrompt === size.most;
  const edit = { do: 'set' as const, step: step.node.id, path: 'longestPrompt' };
  const field = Object.hasOwn(step.node.settings, size.part) ? size.part : 'instructions';
  const params = { n: size.tokens, limit: size.most };
  const fix = isOwn ? { code: 'fix.remove_bound', edit } : undefined;
  return [onStep('prompt_over_size', step, params, { field, severity: 'warning', fix })];
}

/** Does anybody say how long a request of this step may be? Most do not, and measuring costs. */
function isBounded({ setting }: Drawing, { node, definition }: Step): boolean {
  if (definition?.family !== 'agent') return false;
  const { longestPrompt, role } = node.settings;
  const entries = setting.models[(typeof role === 'string' ? role : 'fast') as 'fast'];
  return longestPrompt !== undefined || entries?.some(({ window }) => window !== undefined);
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
