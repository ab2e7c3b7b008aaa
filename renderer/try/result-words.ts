// What is known of a step's last result: of the trial, of what was kept, or of the last run.
// RW1 pure; a result always says where it is from.

import { outerId } from '../../engine/base/ids.ts';
import type { Json } from '../../engine/base/value.ts';
import type { EffectView, RunView } from '../../engine/4-run/view.ts';
import type { WorkflowNode } from '../../engine/1-document/schema.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { valuesOf } from '../playback/answers-values.ts';
import { fieldsOf, type Known } from '../runs/known.ts';
import { t } from '../words.ts';
import type { Kept } from './use-kept.ts';

export type Result = {
  from: 'trial' | 'kept' | 'run';
  /** The run it is of, unless a person wrote it. */
  run?: string;
  port: string;
  value: Json;
  at?: number;
  effect?: EffectView;
  kept?: Kept;
};

/** The newest result a run has of a step. */
function resultIn(view: RunView | undefined, step: string): EffectView | undefined {
  return Object.values(view?.effects ?? {}).findLast(
    (one) =>
      outerId(one.step) === step &&
      one.kind !== 'timer' &&
      one.kind !== 'each' &&
      one.port !== undefined,
  );
}

type Sources = {
  trial: RunView | undefined;
  kept: Kept | undefined;
  last: RunView | undefined;
};

const ofEffect = (from: 'trial' | 'run', view: RunView, effect: EffectView): Result => ({
  from,
  run: view.run,
  port: effect.port ?? '',
  value: effect.output?.v ?? null,
  effect,
  ...(effect.endedAt === undefined ? {} : { at: effect.endedAt }),
});

/** The result to be shown: of the trial, else what was kept, else of the last run (RW1). */
export function resultOf(step: string, { trial, kept, last }: Sources): Result | undefined {
  const tried = resultIn(trial, step);
  if (trial && tried) return ofEffect('trial', trial, tried);
  const answer = kept?.answers.at(-1);
  if (kept && answer) {
    const { run, at } = kept;
    const { port, value } = answer;
    return { from: 'kept', port, value, at: Date.parse(at), kept, ...(run ? { run } : {}) };
  }
  const ran = resultIn(last, step);
  return last && ran ? ofEffect('run', last, ran) : undefined;
}

/** The way a result left by, as it is named in the drawing. */
export const wayWords = (known: Known, node: WorkflowNode, port: string): string =>
  stepFacts(known.registry, node).ways.find(({ id }) => id === port)?.words ?? port;

/** A result in a few words: its way, where there are several, and its first value. */
export function briefly(known: Known, node: WorkflowNode, { port, value, effect }: Result): string {
  if (effect?.failure) return t(effect.failure.code, effect.failure.params);
  const { ways, family } = stepFacts(known.registry, node);
  if (family === 'gate') return wayWords(known, node, port);
  const [first] = valuesOf(value, fieldsOf(known, node));
  const way = ways.length > 1 ? wayWords(known, node, port) : '';
  const words = first ? `${first.label} ${first.words}`.trim() : '';
  return [way, words].filter(Boolean).join(' · ') || t('try.result.empty');
}
