// One open workflow: its history (kept for after a reload, see kept-history.ts), and its way to
// the disk.
// O1 every change goes through `apply`; a gesture (a drag, a burst of typing) is one undo.
// O2 a change is on the disk after at most two seconds, or the state says why it is not.
// O3 what was changed elsewhere meanwhile is never overwritten: the person chooses yours or theirs.

import { createStore } from '@xstate/store';
import type { Edit, EditFault } from '../../engine/1-document/change.ts';
import { edit } from '../../engine/1-document/edit.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { Answers, WorkflowDoc } from '../../engine/api/contract.ts';
import { trailFrom, trailText } from './kept-history.ts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';
type Saving = { state: SaveState; why?: string; theirs?: WorkflowDoc };
/** What changed: refused edits change nothing and say so. */
export type Applied = { ok: true; added: string[] } | { ok: false; fault: EditFault };

/** Idle time before a change is saved, and the longest it may wait while typing goes on. */
const IDLE_MS = 600;
const LATEST_MS = 1600;
/** Edits of the same thing closer together than this are one gesture. */
const GESTURE_MS = 1200;
const HISTORY = 200;

/** How it saves and tells the time; handed in so that tests need neither. */
export type Outside = {
  save: (hash: string, workflow: Workflow) => Promise<Answers['saveWorkflow']>;
  now: () => number;
  later: (ms: number, act: () => void) => () => void;
  /** Where the history is kept for after a reload; left out, it ends with the page. */
  memory?: { recall: () => string | undefined; keep: (text: string | undefined) => void };
};

const createHistory = (workflow: Workflow) =>
  createStore({
    context: { workflow },
    on: { became: (_context, event: { workflow: Workflow }) => ({ workflow: event.workflow }) },
  });

const createSaving = () =>
  createStore({
    context: { state: 'saved' } as Saving,
    on: { became: (_context, event: { to: Saving }) => event.to },
  });

export type OpenDocument = {
  history: ReturnType<typeof createHistory>;
  saving: ReturnType<typeof createSaving>;
  /** Makes the edits, all or none; `gesture` names what may be merged with the last change (O1). */
  apply: (edits: Edit[], gesture?: string) => Applied;
  undo: () => void;
  redo: () => void;
  /** Whether there is something to take back, or to make again. */
  can: () => { undo: boolean; redo: boolean };
  /** Keeps the history for after a reload, now; it is kept soon after every change anyway. */
  remember: () => void;
  /** Saves now if there is something to save; used before running and when the screen closes. */
  flush: () => Promise<void>;
  /** Ends a conflict (O3). */
  resolve: (choice: 'yours' | 'theirs') => void;
};

/** What two edits must share to be one gesture: the same setting, or the same steps moved. */
function gestureOf(edits: Edit[]): string | undefined {
  const [first] = edits;
  if (edits.length !== 1 || !first) return undefined;
  if (first.do === 'set') return `set ${first.step} ${first.path}`;
  if (first.do === 'rename_step') return `rename ${first.step}`;
  if (first.do === 'move_steps') return `move ${Object.keys(first.to).join(' ')}`;
  return first.do === 'set_workflow' ? `workflow ${first.field}` : undefined;
}

function applyAll(start: Workflow, edits: Edit[]): { next: Workflow; applied: Applied } {
  let next = start;
  const added: string[] = [];
  for (const one of edits) {
    const result = edit(next, one);
    if (!result.ok) return { next: start, applied: result };
    next = result.workflow;
    added.push(...result.added);
  }
  return { next, applied: { ok: true, added } };
}

type Writer = {
  saving: ReturnType<typeof createSaving>;
  /** The document changed: plans a write, or takes it back when nothing differs from the disk. */
  changed: () => void;
  flush: () => Promise<void>;
  /** Goes on from what stands on the disk now. */
  rebase: (doc: WorkflowDoc, state: SaveState) => void;
};

/** Keeps the disk up to date with `current` (O2), and stops at a conflict (O3). */
function createWriter(doc: WorkflowDoc, current: () => Workflow, outside: Outside): Writer {
  const saving = createSaving();
  let onDisk = { hash: doc.hash, workflow: doc.workflow };
  let cancel: (() => void) | undefined;
  let since: number | undefined;
  let writing = Promise.resolve();
  const state = (): SaveState => saving.getSnapshot().context.state;
  const become = (to: Saving): void => saving.trigger.became({ to });

  const plan = (): void => {
    since ??= outside.now();
    const wait = Math.max(0, Math.min(IDLE_MS, since + LATEST_MS - outside.now()));
    cancel?.();
    cancel = outside.later(wait, () => void flush());
  };
  /** One write at a time; what changed meanwhile is written right after. */
  const write = async (): Promise<void> => {
    const workflow = current();
    if (workflow === onDisk.workflow || state() === 'conflict') return;
    since = undefined;
    become({ state: 'saving' });
    try {
      const answer = await outside.save(onDisk.hash, workflow);
      if ('conflict' in answer) return become({ state: 'conflict', theirs: answer.conflict });
      onDisk = { hash: answer.hash, workflow };
    } catch (wrong) {
      become({ state: 'failed', why: wrong instanceof Error ? wrong.message : String(wrong) });
      return plan();
    }
    if (current() === onDisk.workflow) return become({ state: 'saved' });
    return write();
  };
  const flush = (): Promise<void> => {
    cancel?.();
    cancel = undefined;
    writing = writing.then(write);
    return writing;
  };
  return {
    saving,
    flush,
    changed() {
      if (state() === 'conflict') return;
      if (state() === 'saving') return plan();
      if (current() !== onDisk.workflow) {
        become({ state: 'unsaved' });
        return plan();
      }
      cancel?.();
      since = undefined;
      become({ state: 'saved' });
    },
    rebase({ hash, workflow }, next) {
      onDisk = { hash, workflow };
      become({ state: next });
      if (next === 'unsaved') plan();
    },
  };
}

/** Every state there was, bounded; the store holds the one that is now. */
function createTrail(start: Workflow, outside: Outside) {
  const kept = outside.memory?.recall();
  const found = kept === undefined ? undefined : trailFrom(kept, start);
  let { states, at } = found ?? { states: [start], at: 0 };
  const history = createHistory(start);
  let cancel: (() => void) | undefined;
  const remember = (): void => {
    cancel?.();
    cancel = undefined;
    outside.memory?.keep(trailText({ states, at }));
  };
  const show = (): void => {
    history.trigger.became({ workflow: states[at] as Workflow });
    if (outside.memory) cancel ??= outside.later(IDLE_MS, remember);
  };
  return {
    history,
    remember,
    can: () => ({ undo: at > 0, redo: at < states.length - 1 }),
    /** A new state; `goesOn` = it belongs to the gesture that made the one before. */
    put(workflow: Workflow, goesOn: boolean): void {
      const keepTo = goesOn && at > 0 ? at : at + 1;
      states = [...states.slice(0, keepTo), workflow].slice(-HISTORY - 1);
      at = states.length - 1;
      show();
    },
    step(by: 1 | -1): void {
      if (states[at + by] === undefined) return;
      at += by;
      show();
    },
  };
}

/** Opens a document that was read from the disk. */
export function openDocument(doc: WorkflowDoc, outside: Outside): OpenDocument {
  const trail = createTrail(doc.workflow, outside);
  const { history } = trail;
  const current = (): Workflow => history.getSnapshot().context.workflow;
  const writer = createWriter(doc, current, outside);
  let last = { key: '', at: -Infinity };
  history.subscribe(writer.changed);
  const put = (workflow: Workflow, gesture: string | undefined): void => {
    const at = outside.now();
    const goesOn = gesture !== undefined && gesture === last.key && at - last.at < GESTURE_MS;
    last = { key: gesture ?? '', at };
    trail.put(workflow, goesOn);
  };
  const step = (by: 1 | -1) => (): void => {
    last = { ...last, key: '' };
    trail.step(by);
  };
  return {
    history,
    saving: writer.saving,
    flush: writer.flush,
    undo: step(-1),
    redo: step(1),
    can: trail.can,
    remember: trail.remember,
    apply(edits, gesture = gestureOf(edits)) {
      const { next, applied } = applyAll(current(), edits);
      if (applied.ok && next !== current()) put(next, gesture);
      return applied;
    },
    resolve(choice) {
      const { theirs } = writer.saving.getSnapshot().context;
      if (!theirs) return;
      writer.rebase(theirs, choice === 'yours' ? 'unsaved' : 'saved');
      if (choice === 'theirs') put(theirs.workflow, undefined);
    },
  };
}
