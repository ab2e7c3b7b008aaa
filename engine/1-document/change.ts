// What a person can do to a drawing, as data: undo, fixes offered by problems and the keyboard all
// speak it. What each change makes of a workflow: edit.ts.

import type { Json, JsonObject } from '../base/value.ts';
import type { Workflow, WorkflowEdge, WorkflowNode } from './schema.ts';
import type { ScopeId } from './scopes.ts';

export type At = [number, number];
export type Arrow = WorkflowEdge;

/** A step to be: its id is made of its name. */
export type NewStep = Pick<WorkflowNode, 'type' | 'name'> & {
  at?: At;
  settings?: JsonObject;
  scope?: WorkflowNode['scope'];
};

/** Fields of a step beside its settings; null takes one away. */
export type StepFields = {
  join?: WorkflowNode['join'] | null;
  noDefault?: string[] | null;
  timeoutMs?: number | null;
  attempts?: number | null;
};

export type Edit =
  | { do: 'add_step'; step: NewStep; into?: ScopeId }
  | { do: 'remove_steps'; steps: string[] }
  | { do: 'copy_steps'; steps: string[]; by: At }
  | { do: 'move_steps'; to: Record<string, At> }
  | { do: 'rename_step'; step: string; name: string }
  /** Without a value the setting is taken away. Paths are dotted, lists by position. */
  | { do: 'set'; step: string; path: string; value?: Json }
  | { do: 'set_step'; step: string; fields: StepFields }
  | { do: 'connect'; arrow: Arrow }
  | { do: 'disconnect'; arrow: Arrow }
  | { do: 'reconnect'; arrow: Arrow; to: Arrow }
  /** The new step stands in the middle of an arrow and leads on by `port`. */
  | { do: 'insert_on_arrow'; arrow: Arrow; step: NewStep; port: string }
  /** All arrows into `before` lead to the new step instead, which leads on to it by `port`. */
  | { do: 'insert_before'; before: string; step: NewStep; port: string }
  /** Into a container, or with no container out to the top; `port` is the container's way out. */
  | { do: 'put_into'; steps: string[]; container?: string; port?: string }
  | { do: 'set_workflow'; field: WorkflowField; value: Json }
  | { do: 'set_notes'; in?: ScopeId; notes: JsonObject[] };

export type WorkflowField =
  | 'name'
  | 'purpose'
  | 'owners'
  | 'tags'
  | 'overlap'
  | 'input'
  | 'budget'
  | 'breakpoints';

/** Why a change cannot be made; the sentence is `edit.<code>`. */
export type EditFault =
  | 'no_step'
  | 'no_arrow'
  | 'other_room'
  | 'to_itself'
  | 'twice'
  | 'circle'
  | 'no_room'
  | 'into_itself'
  | 'bad_path';

export type Edited =
  | { ok: true; workflow: Workflow; added: string[] }
  | { ok: false; fault: EditFault };

/** A change that was made; `added` are the ids of new steps. */
export const changed = (workflow: Workflow, added: string[] = []): Edited => ({
  ok: true,
  workflow,
  added,
});
export const refused = (fault: EditFault): Edited => ({ ok: false, fault });
