// Keyframes: trimmed views of very long runs, so that any position is a short fold away.
// KF1 one is kept every LIMITS.keyframeEvery events of a root; all can be thrown away and made
//     again.
// KF2 they are made while nothing else is to do, or when somebody asks for a far position.

import { LIMITS } from '../base/limits.ts';
import { evolveAll } from '../4-run/evolve.ts';
import { trim } from '../4-run/evolve-trim.ts';
import type { RunView } from '../4-run/view.ts';
import { eventOf } from './entries.ts';
import type { EventReader } from './event-reader.ts';
import type { Db } from './sqlite.ts';

/** Prepares keyframes over an open file; read-only they are used but never made. */
export function keyframes(db: Db, events: EventReader, isReadOnly: boolean) {
  const stored = db.prepare<[string, number], { pos: number; view: string }>(
    'SELECT pos, view FROM keyframes WHERE root = ? AND pos <= ? ORDER BY pos DESC LIMIT 1',
  );
  const add = db.prepare('INSERT OR IGNORE INTO keyframes VALUES(?, ?, ?)');
  const next = (root: string, view: RunView | undefined): ReturnType<typeof eventOf>[] =>
    events.ofRoot(root, view?.pos ?? 0, LIMITS.keyframeEvery).map(eventOf);
  const before = (root: string, pos: number): RunView | undefined => {
    const found = stored.get(root, pos);
    return found && (JSON.parse(found.view) as RunView);
  };
  const made = (root: string, folded: RunView | undefined): RunView | undefined => {
    const view = folded && trim(folded);
    if (!view || isReadOnly) return view;
    try {
      add.run(root, view.pos, JSON.stringify(view));
    } catch {
      // Nobody may fail to see a run because a keyframe found no room on the disk.
    }
    return view;
  };
  return {
    /** The view of a root at a position, trimmed, folded from the keyframe before it. */
    at: (root: string, pos: number): RunView | undefined => {
      let view = before(root, pos);
      for (;;) {
        const some = next(root, view);
        const until = some.findIndex((e) => e.pos > pos);
        if (until >= 0 || some.length < LIMITS.keyframeEvery) {
          const folded = evolveAll(view, until < 0 ? some : some.slice(0, until));
          return folded && trim(folded);
        }
        view = made(root, evolveAll(view, some));
      }
    },
    /** Makes at most one keyframe of a root; false when it has all it can have. */
    catchUp: (root: string): boolean => {
      const view = before(root, Number.MAX_SAFE_INTEGER);
      const some = next(root, view);
      if (some.length < LIMITS.keyframeEvery) return false;
      return made(root, evolveAll(view, some)) !== undefined;
    },
  };
}
