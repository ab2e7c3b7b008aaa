// What a person can do to a drawing, as data: undo, fixes offered by problems and the keyboard all
// speak it. What each change makes of a workflow: edit.ts.

import type { Json, JsonObject } from '../base/value.ts';
import type {
  Workflow,
  WorkflowEdge,
  WorkflowNode,
  WorkflowNote,
  WorkflowScope,
} from './schema.ts';
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
  budget?: WorkflowNode['budget'] | null;
  locked?: true | null;
  collapsed?: true | null;
};

/** A note to be: it gets an id of its own. */
export type NewNote = Omit<WorkflowNote, 'id'>;

export type Edit =
  | { do: 'add_step'; step: NewStep; into?: ScopeId }
  /** Steps and notes. */
  | { do: 'remove_steps'; steps: string[] }
  /** Copies of steps and notes, each in the room it lies in. */
  | { do: 'copy_steps'; steps: string[]; by: At }
  /** Steps and notes; what is locked stays where it is. */
  | { do: 'move_steps'; to: Record<string, At> }
  /** A part of a drawing under fresh ids, moved by `by`; see edit-part.ts. */
  | { do: 'paste'; part: WorkflowScope; into?: ScopeId; by: At }
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
  /** Steps and notes of one room into a new room, drawn where the highest of them stood. */
  | { do: 'wrap'; steps: string[]; room: NewStep; port: string }
  /**
   * The contents of a room, moved by `by`, instead of the room. Its last steps lead on by their
   * own `ports` to where the room led.
   */
  | { do: 'unwrap'; room: string; ports: Record<string, string>; by: At }
  | { do: 'add_note'; note: NewNote; into?: ScopeId }
  | { do: 'set_note'; note: string; fields: Partial<Pick<WorkflowNote, 'text' | 'size'>> };

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
  | 'bad_path'
  | 'no_way_in'
  | 'second_start'
  | 'too_many'
  | 'locked'
  | 'several_ways';

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
