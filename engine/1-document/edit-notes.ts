// Changes that say nothing about a run: places of steps and notes, and what notes say.
// EN1 what is locked stays where it is; a change that would move nothing else says so.

import { freshId } from '../base/ids.ts';
import { LIMITS } from '../base/limits.ts';
import { changed, refused, type At, type Edited, type NewNote } from './change.ts';
import type { Workflow, WorkflowNote, WorkflowScope } from './schema.ts';
import { changeScope, findNote, findScope, idsOf, TOP, type ScopeId } from './scopes.ts';

/** Steps and notes at new places (EN1). */
export function moveSteps(workflow: Workflow, to: Record<string, At>): Edited {
  const left = new Map(Object.entries(to));
  if (left.size === 0) return changed(workflow);
  let isLocked = false;
  const place = <T extends { id: string; at: At; locked?: true | undefined }>(one: T): T => {
    const at = left.get(one.id);
    if (!at) return one;
    left.delete(one.id);
    isLocked ||= one.locked === true;
    return one.locked ? one : { ...one, at };
  };
  const moved = (scope: WorkflowScope): WorkflowScope => {
    const notes = scope.notes.map(place);
    const nodes = scope.nodes.map((node) => {
      const own = place(node);
      const inner = own.scope && left.size > 0 ? moved(own.scope) : own.scope;
      return inner === own.scope || !inner ? own : { ...own, scope: inner };
    });
    const isSame =
      nodes.every((node, i) => node === scope.nodes[i]) &&
      notes.every((note, i) => note === scope.notes[i]);
    return isSame ? scope : { ...scope, nodes, notes };
  };
  const scope = moved(workflow.scope);
  if (left.size > 0) return refused('no_step');
  if (scope !== workflow.scope) return changed({ ...workflow, scope });
  return isLocked ? refused('locked') : changed(workflow);
}

/** A new note. */
export function addNote(workflow: Workflow, note: NewNote, into: ScopeId = TOP): Edited {
  const scope = findScope(workflow, into);
  if (!scope) return refused('no_room');
  if (scope.notes.length >= LIMITS.notes) return refused('too_many');
  const id = freshId('note', idsOf(workflow));
  const next = changeScope(workflow, into, (old) => ({
    ...old,
    notes: [...old.notes, { id, ...note }],
  }));
  return changed(next, [id]);
}

/** A note with another text or size. */
export function setNote(
  workflow: Workflow,
  id: string,
  fields: Partial<Pick<WorkflowNote, 'text' | 'size'>>,
): Edited {
  const placed = findNote(workflow, id);
  if (!placed) return refused('no_step');
  const next = changeScope(workflow, placed.in, (scope) => ({
    ...scope,
    notes: scope.notes.map((note) => (note.id === id ? { ...note, ...fields } : note)),
  }));
  return changed(next);
}
