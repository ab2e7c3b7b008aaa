// The clean-up of the record: what is older or more than is kept leaves it, a little at a time.
// TI1 it begins a moment after a run has ended, or when an engine opens; at rest nothing runs.
// TI2 between two pieces of it there is time for everything else, and a full disk only puts it off.

import type { Recorded } from './events.ts';
import type { Keep } from './ports.ts';
import type { Runner } from './runner.ts';

/** After a run's end, and between two pieces of work. */
const BEGIN_MS = 1000;
const BETWEEN_MS = 10;

/**
 * Keeps the record within bounds from now on, until the answer is called; `keep` is asked each
 * time.
 */
export function keepTidy(runner: Runner, keep: () => Keep): () => void {
  const { clock, journal } = runner.deps;
  let cancel: (() => void) | undefined;
  const work = (): void => {
    cancel = undefined;
    if (runner.isClosed || runner.state.isDraining) return;
    try {
      if (journal.tidy(keep(), clock.now())) due(BETWEEN_MS);
    } catch {
      return; // the next end of a run tries again
    }
  };
  const due = (ms: number): void => {
    cancel ??= clock.after(ms, work);
  };
  const look = (events: Recorded[]): void => {
    if (events.some((e) => e.type === 'run.ended' && e.run === e.root)) due(BEGIN_MS);
  };
  runner.listeners.add(look);
  due(BEGIN_MS);
  return () => {
    runner.listeners.delete(look);
    cancel?.();
  };
}
