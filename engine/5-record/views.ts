// Runs as they look from outside, made from events on demand: nothing here is ever the truth.
// VW1 a view of up to WHOLE events is complete; of a longer run it is trimmed (evolve-trim.ts).
// VW2 a list keeps small views in memory and folds what is new onto them.
// VW3 a run whose events are damaged stands in the list as its row tells it, and says so; the
//     others stand there as ever.

import { bareView, evolveAll, foldAll } from '../4-run/evolve.ts';
import { trim } from '../4-run/evolve-trim.ts';
import type { RunView } from '../4-run/view.ts';
import { eventOf } from './entries.ts';
import type { EventReader } from './event-reader.ts';
import { keyframes } from './keyframes.ts';
import type { RunRows } from './run-rows.ts';
import type { Db } from './sqlite.ts';

/** Events of a root up to which its view is complete: about 50 ms of folding. */
const WHOLE = 10_000;
/** Views of the run list kept in memory. */
const LISTED = 500;

/** Prepares views over an open file. */
export function views(
  db: Db,
  events: EventReader,
  rows: RunRows,
  { isReadOnly, isSound }: { isReadOnly: boolean; isSound: (run: string) => boolean },
) {
  const frames = keyframes(db, events, isReadOnly);
  const listed = new Map<string, RunView>();

  const some = (root: string, pos: number, limit: number): ReturnType<typeof eventOf>[] =>
    events.ofRoot(root, pos, limit).map(eventOf);

  const at = (run: string, pos: number): RunView | undefined => {
    const row = rows.get(run);
    if (!row) return undefined;
    if (row.root !== run)
      return foldAll(
        events
          .ofRun(run, 1, Number.MAX_SAFE_INTEGER)
          .map(eventOf)
          .filter((e) => e.pos <= pos),
      );
    if (events.isLonger(run, WHOLE)) return frames.at(run, pos);
    return foldAll(some(run, 0, WHOLE).filter((e) => e.pos <= pos));
  };

  const entry = (root: string): RunView | undefined => {
    const had = listed.get(root);
    const next = had ? some(root, had.pos, WHOLE) : [];
    const isNear = had && next.length < WHOLE;
    const view = isNear ? evolveAll(had, next) : at(root, Number.MAX_SAFE_INTEGER);
    if (!view) return undefined;
    const small = trim(view, 0);
    listed.delete(root);
    listed.set(root, small);
    const [oldest] = listed.keys();
    if (listed.size > LISTED && oldest !== undefined) listed.delete(oldest);
    return small;
  };

  const listedAs = (root: string): RunView | undefined => {
    try {
      return entry(root);
    } catch (error) {
      if (error instanceof SyntaxError || !isSound(root)) return byRow(rows, root);
      throw error;
    }
  };

  return {
    /** A run folded, now or as it was at `pos`; a root with its children inside. */
    at: (run: string, pos = Number.MAX_SAFE_INTEGER): RunView | undefined => at(run, pos),
    /** Root runs for a list, newest first: trimmed to what is still open. */
    list: (limit: number, workflow?: string): RunView[] =>
      rows.roots(limit, workflow).flatMap((root) => listedAs(root) ?? []),
    catchUp: frames.catchUp,
    /** Forgets what was folded from a root whose values are being removed. */
    forget: (root: string): void => void listed.delete(root),
  };
}

/** A run as its row tells it (VW3). */
function byRow(rows: RunRows, root: string): RunView | undefined {
  const row = rows.facts(root);
  if (!row) return undefined;
  const { workflow, name, version, machine, mode, status, startedAt, endedAt } = row;
  const facts = { run: root, root, workflow, name, version, machine, mode, startedAt, by: '' };
  return {
    ...bareView(facts),
    ...(status === 'active' ? {} : { status }),
    ...(endedAt === null ? {} : { endedAt }),
    damaged: true,
  };
}
