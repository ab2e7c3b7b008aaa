// Where a step's answer came from, told by the engine and never by the step alone.
// L1 a model's answer carries everything its prompt carried, and `model`.
// L2 a tool's result carries its card's source and everything its arguments carried.
// L3 what a person confirmed carries `approved:<card>`; what a person typed carries `user`.

import { joinLabels, type Labels } from '../base/value.ts';
import type { StepResult } from '../node.ts';
import type { LiveEffect } from './live.ts';

const everything = (labels: Labels): string[] => [...new Set(Object.values(labels).flat())].sort();

/** The labels of an effect's value. */
export function labelsOf(effect: LiveEffect, result: StepResult): Labels {
  const own = 'labels' in result ? result.labels : undefined;
  const from = everything(effect.input.settings.labels);
  switch (effect.row.kind) {
    case 'model':
      return joinLabels({ '': [...from, 'model'] });
    case 'tool':
      return joinLabels({ '': [...from, effect.card?.source ?? 'tool'] });
    case 'card':
      return own ?? { '': [`approved:${effect.openCard ?? effect.row.id}`] };
    default:
      return own ?? (from.length ? { '': from } : {});
  }
}
