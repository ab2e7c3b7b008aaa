// What an answer is made of, and what is asked about: a step at one moment of a run.

import type { EffectView, RunView, StepView } from '../../engine/4-run/view.ts';
import type { WorkflowNode } from '../../engine/1-document/schema.ts';
import type { Known } from '../runs/known.ts';
import { effectOf } from '../runs/result-words.ts';
import { t } from '../words.ts';

export type Chip = { family: string; icon: string; source: string; label: string; words: string };
export type Part =
  /** A sentence; `**…**` is emphasised. */
  | { how: 'text'; text: string; tone?: 'quiet' | 'outside' }
  | { how: 'values'; values: { label: string; words: string }[] }
  | { how: 'chips'; chips: Chip[] }
  | { how: 'change'; label: string; from: string; to: string };

/** A step at a moment: its execution and effect then, and how they ended in the whole record. */
export type Asked = {
  at: RunView;
  end: RunView;
  known: Known;
  key: string;
  node: WorkflowNode | undefined;
  step: StepView | undefined;
  effect: EffectView | undefined;
  /** The same execution as it ended; undefined where the record ends before it. */
  lastStep: StepView | undefined;
  lastEffect: EffectView | undefined;
};

export const text = (code: string, params?: Record<string, string | number>): Part => ({
  how: 'text',
  text: t(code, params),
});
export const quiet = (code: string, params?: Record<string, string | number>): Part => ({
  how: 'text',
  text: t(code, params),
  tone: 'quiet',
});

/** Gathers what is known of a step at a moment. */
export function askedOf(at: RunView, end: RunView, known: Known, key: string): Asked {
  const step = at.steps[key];
  const lastStep = end.steps[key];
  const effect = step && effectOf(at, step);
  const last = effect?.id ?? (lastStep && effectOf(end, lastStep)?.id);
  return {
    at,
    end,
    known,
    key,
    step,
    lastStep,
    node: known.nodes.get(key.split('/').at(-1) ?? key),
    effect,
    lastEffect: end.effects[last ?? ''],
  };
}
