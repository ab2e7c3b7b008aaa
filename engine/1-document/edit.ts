// Every change a person can make to a drawing, as data, and what it makes of a workflow.
// E1 pure: the given workflow stays as it was; what a change does not touch keeps its identity.
// E2 a change that cannot be made says why and changes nothing; nothing throws.
// E3 new ids are made of names and are unique in the whole document.

import { changed, refused, type At, type Edit, type Edited, type StepFields } from './change.ts';
import { addArrow, dropArrow, moveArrow, putBefore, putBetween } from './edit-arrows.ts';
import { setAt } from './edit-settings.ts';
import { addStep, copySteps, putInto, removeSteps } from './edit-steps.ts';
import type { Workflow, WorkflowNode } from './schema.ts';
import { changeScope, changeStep, findStep } from './scopes.ts';

/** The workflow after one change, with the ids of steps it added, or why it cannot be made (E2). */
export function edit(workflow: Workflow, change: Edit): Edited {
  switch (change.do) {
    case 'add_step':
      return addStep(workflow, change.step, change.into);
    case 'remove_steps':
      return removeSteps(workflow, change.steps);
    case 'copy_steps':
      return copySteps(workflow, change.steps, change.by);
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
    case 'set_notes':
      return changed(
        changeScope(workflow, change.in ?? '', (scope) => ({
          ...scope,
          notes: change.notes as typeof scope.notes,
        })),
      );
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

function moveSteps(workflow: Workflow, to: Record<string, At>): Edited {
  let next = workflow;
  for (const [id, at] of Object.entries(to)) {
    if (!findStep(next, id)) return refused('no_step');
    next = changeStep(next, id, (node) => ({ ...node, at }));
  }
  return changed(next);
}

function withFields(node: WorkflowNode, fields: StepFields): WorkflowNode {
  const next: Record<string, unknown> = { ...node };
  for (const [key, value] of Object.entries(fields))
    if (value === null) delete next[key];
    else next[key] = value;
  return next as WorkflowNode;
}
