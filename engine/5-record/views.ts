// Runs as they look from outside, made from events on demand: nothing here is ever the truth.
// K1 every LIMITS.keyframeEvents of a root a trimmed view is kept, so that any position is a short fold away.
// K2 keyframes are made while nothing else is to do, or when somebody asks for a far position.
// K3 a view of up to WHOLE events is complete; of a longer run it is trimmed (evolve-trim.ts).

import { LIMITS } from '../base/limits.ts';
import { evolveAll, foldAll } from '../4-run/evolve.ts';
import { trim } from '../4-run/evolve-trim.ts';
import type { RunView } from '../4-run/view.ts';
import { eventOf } from './entries.ts';
import type { EventReader } from './event-reader.ts';
import type { RunRows } from './run-rows.ts';
import type { Db } from './sqlite.ts';

/** Events of a root up to which its view is complete: about 50 ms of folding. */
const WHOLE = 10_000;
/** Views of the run list kept in memory. */
const LISTED = 500;

export type Views = ReturnType<typeof views>;

/** Prepares views over an open file; with `isReadOnly` keyframes are used but never made. */
export function views(db: Db, events: EventReader, rows: RunRows, isReadOnly: boolean) {
  const before = db.prepare<[string, number], { pos: number; view: string }>(
    'SELECT pos, view FROM keyframes WHERE root = ? AND pos <= ? ORDER BY pos DESC LIMIT 1',
  );
  const add = db.prepare('INSERT OR IGNORE INTO keyframes VALUES(?, ?, ?)');
  const listed = new Map<string, RunView>();

  const some = (root: string, pos: number, limit: number): ReturnType<typeof eventOf>[] =>
    events.ofRoot(root, pos, limit).map(eventOf);

  const keyframe = (root: string, pos: number): RunView | undefined => {
    const found = before.get(root, pos);
    return found && (JSON.parse(found.view) as RunView);
  };

  /** Makes the next keyframe of a root after `view`, if there are events enough. */
  const advance = (root: string, view: RunView | undefined): RunView | undefined => {
    const next = some(root, view?.pos ?? 0, LIMITS.keyframeEvery);
    if (next.length < LIMITS.keyframeEvery) return undefined;
    const folded = evolveAll(view, next);
    const made = folded && trim(folded);
    if (made && !isReadOnly) add.run(root, made.pos, JSON.stringify(made));
    return made;
  };

  /** The view at a position, folded from the keyframe before it. */
  const far = (root: string, pos: number): RunView | undefined => {
    let view = keyframe(root, pos);
    for (;;) {
      const next = some(root, view?.pos ?? 0, LIMITS.keyframeEvery);
      const until = next.findIndex((e) => e.pos > pos);
      if (until >= 0 || next.length < LIMITS.keyframeEvery) {
        const folded = evolveAll(view, until < 0 ? next : next.slice(0, until));
        return folded && trim(folded);
      }
      view = evolveAll(view, next);
      if (!view) return undefined;
      view = trim(view);
      if (!isReadOnly) add.run(root, view.pos, JSON.stringify(view));
    }
  };

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
    if (events.isLonger(run, WHOLE)) return far(run, pos);
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

  return {
    /** A run folded, now or as it was at `pos`; a root with its children inside. */
    at: (run: string, pos = Number.MAX_SAFE_INTEGER): RunView | undefined => at(run, pos),
    /** Root runs for a list, newest first: trimmed to what is still open. */
    list: (limit: number, workflow?: string): RunView[] =>
      rows.roots(limit, workflow).flatMap((root) => entry(root) ?? []),
    /** Makes at most one keyframe of a root; false when it has all it can have. */
    catchUp: (root: string): boolean =>
      advance(root, keyframe(root, Number.MAX_SAFE_INTEGER)) !== undefined,
    /** Forgets what was folded from a root whose values are being removed. */
    forget: (root: string): void => void listed.delete(root),
  };
}
