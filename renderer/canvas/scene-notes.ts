// Notes as boxes on the canvas: beside the steps of their room, and moved with it.
// SN1 a note says nothing about a run: no arrow knows it, and nothing keeps out of its way.

import type { Workflow, WorkflowNote, WorkflowScope } from '../../engine/1-document/schema.ts';
import { findScope } from '../../engine/1-document/scopes.ts';
import { noteBox, type Point, type Rect } from './geometry.ts';

/** A note on the canvas; the box is in its room's coordinates, like a step's (see Item). */
export type NoteItem = {
  note: WorkflowNote;
  box: Rect;
  room: string | undefined;
  depth: number;
  origin: Point;
};

type Open = { facts: { shape: string }; inner: Point };

/** Every note that can be seen, by id (SN1). */
export function notesIn(
  workflow: Workflow,
  items: ReadonlyMap<string, Open>,
  live: ReadonlyMap<string, Point>,
  inside: string,
): Map<string, NoteItem> {
  const out = new Map<string, NoteItem>();
  const add = (scope: WorkflowScope, room: string | undefined, origin: Point, depth: number) => {
    for (const note of scope.notes) {
      const box = noteBox(note);
      const at = live.get(note.id);
      const moved = at ? { ...box, x: at[0] - origin[0], y: at[1] - origin[1] } : box;
      out.set(note.id, { note, box: moved, room, depth, origin });
    }
    for (const node of scope.nodes) {
      const item = items.get(node.id);
      if (node.scope && item?.facts.shape === 'room')
        add(node.scope, node.id, item.inner, depth + 1);
    }
  };
  const scope = findScope(workflow, inside);
  if (scope) add(scope, undefined, [0, 0], 0);
  return out;
}
