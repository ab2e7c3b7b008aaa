// The way of an open workflow to the disk: when it is written, and what keeps it from that.
// WT1 a change is written after at most LATEST_MS, one write at a time; what changed meanwhile is
//     written right after.
// WT2 where somebody else wrote, nothing is written until the person has chosen; where both wrote
//     the very same there is nothing to choose.
// WT3 what could not be written is tried again, more and more slowly, and kept outside until it is.

import { createStore } from '@xstate/store';
import { diff } from '../../engine/1-document/diff.ts';
import type { Side } from '../../engine/1-document/merge.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { Answers, WorkflowDoc } from '../../engine/api/contract.ts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';
/** In a conflict: what stands on the disk, and the last form both sides had. */
type Saving = { state: SaveState; why?: string; theirs?: WorkflowDoc; base?: Workflow };
/** What a save is: drawing, an earlier form brought back, two sides put together. */
export type How = 'edit' | 'restore' | 'merge';
/** Changes that are not on the disk, and what they were made on. */
export type Unsaved = { base: Workflow; workflow: Workflow };
/** Idle time before a change is saved, and the longest it may wait while typing goes on. */
export const IDLE_MS = 600;
const LATEST_MS = 1600;
/** Where saving failed it is tried again, more and more slowly up to this. */
const RETRY_MS = 2000;
/** How it saves and tells the time; handed in so that tests need neither. */
export type Outside = {
  save: (hash: string, workflow: Workflow, how: How) => Promise<Answers['saveWorkflow']>;
  /** Keeps a side that lost (O4). */
  setAside?: (workflow: Workflow, whose: Side) => Promise<unknown>;
  /** Keeps what is not saved yet, or that nothing is any more (O5). */
  keepUnsaved?: (unsaved: Unsaved | undefined) => void;
  now: () => number;
  later: (ms: number, act: () => void) => () => void;
  /** Where the history is kept for after a reload; left out, it ends with the page. */
  memory?: { recall: () => string | undefined; keep: (text: string | undefined) => void };
};

export const createSaving = () =>
  createStore({
    context: { state: 'saved' } as Saving,
    on: { became: (_context, event: { to: Saving }) => event.to },
  });

type OnDisk = Pick<WorkflowDoc, 'hash' | 'workflow'>;
type Writer = {
  saving: ReturnType<typeof createSaving>;
  /** The document changed: plans a write, or takes it back when nothing differs from the disk. */
  changed: () => void;
  flush: () => Promise<void>;
  /** Goes on from what stands on the disk now; the document may be about to become that. */
  rebase: (doc: OnDisk, state: SaveState) => void;
  onDisk: () => OnDisk;
  /** The next write is of this kind. */
  means: (how: How) => void;
};

/** What a writer knows between two writes. */
type Work = {
  saving: ReturnType<typeof createSaving>;
  current: () => Workflow;
  outside: Outside;
  onDisk: OnDisk;
  how: How;
  fails: number;
  writing: Promise<void>;
  since?: number | undefined;
  cancel?: (() => void) | undefined;
};

const stateOf = ({ saving }: Work): SaveState => saving.getSnapshot().context.state;
const become = ({ saving }: Work, to: Saving): void => saving.trigger.became({ to });

/** Plans a write (WT1). */
function plan(work: Work, after?: number): void {
  const { outside } = work;
  work.since ??= outside.now();
  const wait = Math.max(0, Math.min(IDLE_MS, work.since + LATEST_MS - outside.now()));
  work.cancel?.();
  work.cancel = outside.later(after ?? wait, () => void flush(work));
}

function flush(work: Work): Promise<void> {
  work.cancel?.();
  work.cancel = undefined;
  work.writing = work.writing.then(() => write(work));
  return work.writing;
}

/** Nothing is left to write, or there is and it is written. */
async function settle(work: Work): Promise<void> {
  if (work.current() !== work.onDisk.workflow) return write(work);
  work.outside.keepUnsaved?.(undefined);
  become(work, { state: 'saved' });
}

/** Somebody else wrote (WT2). */
async function clash(work: Work, theirs: WorkflowDoc, mine: Workflow): Promise<void> {
  if (Object.keys(diff(mine, theirs.workflow)).length > 0)
    return become(work, { state: 'conflict', theirs, base: work.onDisk.workflow });
  work.onDisk = { hash: theirs.hash, workflow: mine };
  return settle(work);
}

async function write(work: Work): Promise<void> {
  const { outside, how } = work;
  const workflow = work.current();
  if (workflow === work.onDisk.workflow || stateOf(work) === 'conflict') return;
  work.since = undefined;
  become(work, { state: 'saving' });
  try {
    const answer = await outside.save(work.onDisk.hash, workflow, how);
    if ('conflict' in answer) return await clash(work, answer.conflict, workflow);
    work.onDisk = { hash: answer.hash, workflow };
  } catch (wrong) {
    become(work, { state: 'failed', why: wrong instanceof Error ? wrong.message : String(wrong) });
    // A window that is no longer let in can save nothing any more: another one takes it up.
    if ((wrong as { code?: string }).code === 'app.signed_out') return;
    work.fails += 1;
    return plan(work, Math.min(RETRY_MS, IDLE_MS * work.fails)); // WT3
  }
  work.fails = 0;
  if (work.how === how) work.how = 'edit';
  return settle(work);
}

/** The document is another one now. */
function changed(work: Work): void {
  const workflow = work.current();
  const { onDisk, outside } = work;
  const isOnDisk = workflow === onDisk.workflow;
  if (!isOnDisk) outside.keepUnsaved?.({ base: onDisk.workflow, workflow });
  const state = stateOf(work);
  if (state === 'conflict') return;
  if (state === 'saving') return plan(work);
  if (!isOnDisk) {
    become(work, { state: 'unsaved' });
    return plan(work);
  }
  work.cancel?.();
  work.since = undefined;
  outside.keepUnsaved?.(undefined);
  become(work, { state: 'saved' });
}

/** Keeps the disk up to date with `current`. */
export function createWriter(doc: OnDisk, current: () => Workflow, outside: Outside): Writer {
  const { hash, workflow } = doc;
  const work: Work = {
    saving: createSaving(),
    current,
    outside,
    onDisk: { hash, workflow },
    how: 'edit',
    fails: 0,
    writing: Promise.resolve(),
  };
  return {
    saving: work.saving,
    flush: () => flush(work),
    changed: () => changed(work),
    rebase(next, state) {
      work.onDisk = { hash: next.hash, workflow: next.workflow };
      if (state === 'saved') outside.keepUnsaved?.(undefined);
      become(work, { state });
      if (state === 'unsaved') plan(work);
    },
    onDisk: () => work.onDisk,
    means: (how) => {
      work.how = how;
    },
  };
}
