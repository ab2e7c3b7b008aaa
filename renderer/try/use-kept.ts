// Results that were kept of steps, with what has changed in the drawing since.
// UK1 pure beside the question: out of date is worked out from the drawing as it is now.

import { useMemo } from 'react';
import type { KeptResult } from '../../engine/1-document/pinned.ts';
import type { Folder } from '../../engine/1-document/schema.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import { changedSince, FORM, marksOf } from '../../engine/2-validate/marks.ts';
import { useAsk } from '../ask.ts';
import { t } from '../words.ts';

/** `changed` names what is different now; empty while it is up to date. */
export type Kept = KeptResult & { changed: string[]; isThere: boolean };

/** Everything kept of a workflow's steps (UK1). */
export function useKept(slug: string, folder: Folder): Kept[] {
  const results = useAsk('kept', { slug }).data?.results;
  return useMemo(
    () =>
      (results ?? []).map((one) => ({
        ...one,
        changed: changedSince(one.marks, marksOf(folder, one.step)),
        isThere: findStep(folder.workflow, one.step) !== undefined,
      })),
    [results, folder],
  );
}

/** Why a kept result is out of date, by the names on screen. */
export function staleWords({ step, changed }: Kept, { workflow }: Folder): string {
  const names = changed
    .filter((id) => id !== step)
    .map((id) => (id === FORM ? t('try.stale.form') : (findStep(workflow, id)?.node.name ?? id)));
  if (changed.includes(step) && names.length === 0) return t('try.stale.own');
  return t(changed.includes(step) ? 'try.stale.both' : 'try.stale.before', {
    names: names.join('\n'),
  });
}
