// The effect of a change in words: one sentence beside the contract, and one per example and run.
// EW1 pure; what cannot be told is counted apart and never mixed with what is known.

import type { Workflow } from '../../engine/1-document/schema.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Difference } from '../../engine/6-replay/compare-fate.ts';
import { t } from '../words.ts';
import type { Effect, Finding } from './use-effect-of-change.ts';

const isKnown = ({ difference }: Finding): boolean => difference.how !== 'unknown';

export const known = (findings: Finding[]): Finding[] => findings.filter(isKnown);
export const untold = (findings: Finding[]): Finding[] => findings.filter((one) => !isKnown(one));

/** How the runs differ, where all of them differ the same way. */
function howOf(findings: Finding[]): Difference['how'] | 'other' {
  const hows = new Set(findings.map(({ difference }) => difference.how));
  const [only] = hows;
  return hows.size === 1 && only !== undefined ? only : 'other';
}

/** The sentence beside the contract; empty parts are left out (EW1). */
export function effectSentences({ examples, runs, of }: Effect): string[] {
  const [ex, ru] = [known(examples), known(runs)];
  const silent = untold(examples).length + untold(runs).length;
  return [
    ...(ex.length ? [t('try.effect.examples', { n: ex.length, of: of.examples })] : []),
    ...(ru.length ? [t(`try.effect.runs.${howOf(ru)}`, { n: ru.length, of: of.runs })] : []),
    ...(silent ? [t('try.effect.unknown', { n: silent })] : []),
  ];
}

const nameIn = (workflow: Workflow, id: string | undefined): string =>
  id === undefined ? t('try.effect.no_end') : (findStep(workflow, id)?.node.name ?? id);

/** What would be different for one of them. */
export function differenceWords(workflow: Workflow, difference: Difference): string {
  switch (difference.how) {
    case 'ends':
      return t('try.effect.one.ends', {
        from: nameIn(workflow, difference.from),
        to: nameIn(workflow, difference.to),
      });
    case 'unknown':
      return t(`try.effect.one.unknown.${difference.step === '' ? 'never' : difference.why}`, {
        step: nameIn(workflow, difference.step),
      });
    default:
      return t(`try.effect.one.${difference.how}`, { step: nameIn(workflow, difference.step) });
  }
}
