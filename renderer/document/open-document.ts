// One open workflow: its history (kept for after a reload, see kept-history.ts), and its way to
// the disk.
// O1 every change goes through `apply`; a gesture (a drag, a burst of typing) is one undo.
// O2 a change is on the disk after at most two seconds, or the state says why it is not.
// O3 what was changed elsewhere is read again where nothing was changed here, as a change that can
//     be taken back; else it is never overwritten: the person chooses yours, theirs or both.
// O4 nothing is lost by a choice: the side that loses is kept as a version of its own first.
// O5 what is not on the disk yet is kept outside of the page too, until it is.

import { createStore } from '@xstate/store';
import type { Edit, EditFault } from '../../engine/1-document/change.ts';
import { merge, type Side } from '../../engine/1-document/merge.ts';
import { edit } from '../../engine/1-document/edit.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { WorkflowDoc } from '../../engine/api/contract.ts';
import { trailFrom, trailText } from './kept-history.ts';
import { createWriter, IDLE_MS, type createSaving, type How, type Outside } from './writer.ts';

/** How a conflict ends; where both sides changed the same thing `choose` says whose stands. */
export type Choice = Side | { both: (clash: string) => Side };
/** What changed: refused edits change nothing and say so. */
export type Applied = { ok: true; added: string[] } | { ok: false; fault: EditFault };

/** Edits of the same thing closer together than this are one gesture. */
const GESTURE_MS = 1200;
const HISTORY = 200;

const createHistory = (workflow: Workflow) =>
  createStore({
    context: { workflow },
    on: { became: (_context, event: { workflow: Workflow }) => ({ workflow: event.workflow }) },
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
  /** Another form as one change that can be taken back. */
  become: (workflow: Workflow, how: How) => void;
  /** Takes what somebody else wrote; false when something was changed here meanwhile (O3). */
  take: (doc: WorkflowDoc) => boolean;
  /** What stands on the disk was published under this number: nothing to be taken back. */
  published: (version: string, hash: string) => void;
  /** The hash of the file as it was last read or written here. */
  hash: () => string;
  /** Ends a conflict (O3); rejects, and changes nothing, when a side cannot be kept (O4). */
  resolve: (choice: Choice) => Promise<void>;
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
    /** Gives every state this number; the states as they are now by what they were. */
    number(version: string): ReadonlyMap<Workflow, Workflow> {
      const now = new Map(states.map((one) => [one, { ...one, version }]));
      states = [...now.values()];
      return now;
    },
    show,
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
    become(workflow, how) {
      writer.means(how);
      put(workflow, undefined);
    },
    take(theirs) {
      if (writer.saving.getSnapshot().context.state !== 'saved') return false;
      writer.rebase(theirs, 'saved');
      put(theirs.workflow, undefined);
      return true;
    },
    published(version, hash) {
      const { workflow } = writer.onDisk();
      const isAll = current() === workflow;
      const now = trail.number(version).get(workflow) ?? { ...workflow, version };
      writer.rebase({ hash, workflow: now }, isAll ? 'saved' : 'unsaved');
      trail.show();
    },
    hash: () => writer.onDisk().hash,
    async resolve(choice) {
      const { theirs, base } = writer.saving.getSnapshot().context;
      if (!theirs || !base) return;
      const yours = current();
      const loses: Record<Side, boolean> = {
        yours: choice !== 'yours',
        theirs: choice !== 'theirs',
      };
      // O4
      for (const side of ['yours', 'theirs'] as const)
        if (loses[side]) await outside.setAside?.(side === 'yours' ? yours : theirs.workflow, side);
      // What was drawn while the sides were kept is part of yours.
      writer.rebase(theirs, choice === 'theirs' ? 'saved' : 'unsaved');
      if (choice === 'theirs') return put(theirs.workflow, undefined);
      writer.means('merge');
      if (choice === 'yours') return;
      const forms = { base, yours: current(), theirs: theirs.workflow };
      put(merge(forms, choice.both).workflow, undefined);
    },
  };
}
