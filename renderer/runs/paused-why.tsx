// Why the engine itself paused a run, in full, above what is known of the step: the line under the
// title may be too short for it.

import { Pause } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RunView } from '../../engine/4-run/view.ts';
import { t } from '../words.ts';

/** The reason of a pause nobody but the engine asked for; undefined for all others. */
export function ownReason({ pausedFor, status }: RunView): string | undefined {
  if (!pausedFor || status !== 'paused') return undefined;
  const { by, why } = pausedFor;
  const isOwn = by === '' || why.code === 'why.stops_after_step';
  return isOwn ? t(why.code, why.params) : undefined;
}

export function PausedWhy({ view }: { view: RunView }): ReactNode {
  const why = ownReason(view);
  if (!why) return null;
  return (
    <section className="paused-why" aria-label={t('app.paused.title')}>
      <Pause size={16} aria-hidden />
      <p>{why}</p>
    </section>
  );
}
