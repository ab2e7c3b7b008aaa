// Every change a person can make to a drawing, as data, and what it makes of a workflow.
// E1 pure: the given workflow stays as it was; what a change does not touch keeps its identity.
// E2 a change that cannot be made says why and changes nothing; nothing throws.
// E3 new ids are made of names and are unique in the whole document.

import { changed, refused, type Edit, type Edited, type StepFields } from './change.ts';
import { addArrow, dropArrow, moveArrow, putBefore, putBetween } from './edit-arrows.ts';
import { setAt } from './edit-settings.ts';
import { addNote, moveSteps, setNote } from './edit-notes.ts';
import { copySteps, paste } from './edit-part.ts';
import { putInto, unwrap, wrap } from './edit-rooms.ts';
import { addStep, removeSteps } from './edit-steps.ts';
import type { Workflow, WorkflowNode } from './schema.ts';
import { changeStep, findStep } from './scopes.ts';

/** The workflow after one change, with the ids of steps it added, or why it cannot be made (E2). */
export function edit(workflow: Workflow, change: Edit): Edited {
  switch (change.do) {
    case 'add_step':
      return addStep(workflow, change.step, change.into);
    case 'remove_steps':
      return removeSteps(workflow, change.steps);
    case 'copy_steps':
      return copySteps(workflow, change.steps, change.by);
    case 'paste':
      return paste(workflow, change.part, change.into, change.by);
    case 'wrap':
      return wrap(workflow, change.steps, change.room, change.port);
    case 'unwrap':
      return unwrap(workflow, change.room, change.ports, change.by);
    case 'add_note':
      return addNote(workflow, change.note, change.into);
    case 'set_note':
      return setNote(workflow, change.note, change.fields);
    case 'move_steps':
      return moveSteps(workflow, change.to);
    case 'rename_step':
      return onStep(workflow, change.step, (node) => ({ ...node, name: change.name }));
    case 'set': {
      const { step, path, value } = change;
      const settings = setAt(findStep(workflow, step)?.node.settings ?? {}, path, value);
      if (!settings) return refused('bad_path');
      return onStep(workflow, step, (node) => ({ ...node, settings }));
    }
    case 'set_step':
      return onStep(workflow, change.step, (node) => withFields(node, change.fields));
    case 'connect':
      return addArrow(workflow, change.arrow);
    case 'disconnect':
      return dropArrow(workflow, change.arrow);
    case 'reconnect':
      return moveArrow(workflow, change.arrow, change.to);
    case 'insert_on_arrow':
      return putBetween(workflow, change.arrow, change.step, change.port);
    case 'insert_before':
      return putBefore(workflow, change.before, change.step, change.port);
    case 'put_into':
      return putInto(workflow, change.steps, change.container, change.port);
    case 'set_workflow':
      return changed({ ...workflow, [change.field]: change.value } as Workflow);
  }
}

function onStep(
  workflow: Workflow,
  id: string,
  change: (node: WorkflowNode) => WorkflowNode,
): Edited {
  const next = changeStep(workflow, id, change);
  return next === workflow ? refused('no_step') : changed(next);
}

function withFields(node: WorkflowNode, fields: StepFields): WorkflowNode {
  const next: Record<string, unknown> = { ...node };
  for (const [key, value] of Object.entries(fields))
    if (value === null) delete next[key];
    else next[key] = value;
  return next as WorkflowNode;
}
