// Looking at what ran without an engine: the database is opened read-only beside whoever writes.
// RD1 no run is said to be running while no engine works on this workspace.

import { statSync } from 'node:fs';
import { openReadOnly, type JournalReader } from '../5-record/journal.ts';
import { isLocked } from '../5-record/lock.ts';
import { type Verified, verify } from '../5-record/verify.ts';
import { realRandom } from '../4-run/clock.ts';
import type { Pinned } from '../4-run/plan.ts';
import type { Person } from '../1-document/schema.ts';
import type { RunView } from '../4-run/view.ts';
import { RefusedError } from '../base/refused.ts';
import { openWorkspace } from '../workspace/open.ts';
import { findPlace } from '../workspace/place.ts';
import { CommandEnd, t } from './output.ts';
import type { Source } from './show-run.ts';
import type { Seen } from './summary.ts';

export type Reading = {
  /** Undefined while nothing has ever run here. */
  journal: JournalReader | undefined;
  /** A run's view; ends the command when there is no such run. */
  run: (id: string) => Seen;
  /** The newest runs; none while nothing has ever run here. */
  runs: (limit: number) => Seen[];
  source: Source;
  people: () => Person[];
  /** Checks one run or all; a record that is gone is checked against its anchors alone. */
  verify: (run?: string) => Verified;
};

/** What verifying looks at where no record is. */
const NOTHING = { events: { ofRun: () => [] }, allRuns: () => [], blob: () => undefined };

/** The folder a run was started from, as pinned. */
export function pinnedOf(journal: JournalReader, run: string): Pinned | undefined {
  const [started] = journal.eventsOf(run, 1, 1);
  const text =
    started?.type === 'run.started' ? journal.folder(started.head.pins.rules) : undefined;
  return text === undefined ? undefined : (JSON.parse(text) as Pinned);
}

/** Opens the record of a command's workspace for reading. */
export function reading(options: { workspace?: string }): Reading {
  const { files, setting } = openWorkspace(findPlace(options.workspace), realRandom);
  // An engine that is just starting has made the file and written nothing yet.
  const size = statSync(files.database, { throwIfNoEntry: false })?.size ?? 0;
  const opened = size > 0 ? openReadOnly(files) : undefined;
  if (opened && !opened.ok) throw new RefusedError(opened.wrong);
  const journal = opened?.journal;
  const seen = (view: RunView): Seen =>
    view.status === 'running' && !isLocked(files.lock) ? { ...view, status: 'interrupted' } : view; // RD1
  return {
    journal,
    runs: (limit) => journal?.runs(limit).map(seen) ?? [],
    people: () => setting().people,
    verify: (run) => journal?.verify(run) ?? verify({ ...NOTHING, anchorFile: files.anchors }, run),
    run: (id) => {
      const view = journal?.view(id);
      if (!view) throw new CommandEnd(t('wrong.run', { run: id }));
      return seen(view);
    },
    source: {
      blob: async (hash) => journal?.blob(hash),
      drawing: async (run) => {
        const folder = journal && pinnedOf(journal, run)?.folder;
        return folder && { workflow: folder.workflow, cards: [] };
      },
    },
  };
}
