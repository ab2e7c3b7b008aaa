// What commands make of a selection: nudging, grouping, taking a room away, locking.
import { expect, test } from 'vitest';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import type { Edit } from '../../engine/1-document/change.ts';
import { edit } from '../../engine/1-document/edit.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { NodeDefinition } from '../../engine/node.ts';
import { registry } from '../../nodes/index.ts';
import { sceneOf } from '../canvas/scene.ts';
import { grouped, nudged, removed, resized, toggled, ungrouped } from './arranging.ts';

const { workflow } = drawing({
  ...scopeOf(
    [
      ['start', 'start'],
      ['read', 'draft'],
      ['send', 'draft'],
      ['done', 'end'],
    ],
    ['start:ok>read', 'read:ok>send', 'send:ok>done'],
  ),
  notes: [{ id: 'note', text: 'Look', at: [300, 120] }],
});
const group = registry.get('group@1') as NodeDefinition;
const after = (from: Workflow, edits: Edit[]): Workflow =>
  edits.reduce((now, one) => {
    const edited = edit(now, one);
    if (!edited.ok) throw new Error(edited.fault);
    return edited.workflow;
  }, from);
const pieces = (ids: string[]) => {
  const { items } = sceneOf(workflow, registry);
  return ids.flatMap((id) => {
    const box = items.get(id)?.box;
    return box ? [{ ...box, locked: false }] : [];
  });
};
const arrows = ({ scope }: Workflow): string[] =>
  scope.edges.map(({ from, port, to }) => `${from}:${port}>${to}`);

test('an arrow key moves steps and notes alike, Shift further', () => {
  const moved = after(workflow, nudged(workflow, ['read', 'note'], 'ArrowRight', true));
  expect(findStep(moved, 'read')?.node.at).toEqual([40, 120]);
  expect(moved.scope.notes[0]?.at).toEqual([340, 120]);
  expect(nudged(workflow, ['read'], 'Enter', false)).toEqual([]);
  expect(nudged(workflow, [], 'ArrowUp', false)).toEqual([]);
});

test('Alt and an arrow key make a note larger, and no step', () => {
  const larger = after(workflow, resized(workflow, ['note', 'read'], 'ArrowDown'));
  expect(larger.scope.notes[0]?.size).toEqual([208, 112]);
  expect(resized(workflow, ['read'], 'ArrowDown')).toEqual([]);
});

test('a group leaves start and end outside, and what stands below makes place', () => {
  const made = after(
    workflow,
    grouped(workflow, pieces(['start', 'read', 'send', 'done']), group, 'Both'),
  );
  expect(arrows(made)).toEqual(['start:ok>both', 'both:ok>done']);
  expect(findStep(made, 'both')?.node.scope?.nodes.map(({ id }) => id)).toEqual(['read', 'send']);
  const { items } = sceneOf(made, registry);
  const [room, end] = [items.get('both')?.box, items.get('done')?.box];
  expect((room?.y ?? 0) + (room?.h ?? 0)).toBeLessThanOrEqual(end?.y ?? 0);
  expect(grouped(workflow, pieces(['start', 'done']), group, 'x')).toEqual([]);
});

test('taking the room away leads everything where it led before', () => {
  const made = after(workflow, grouped(workflow, pieces(['read', 'send']), group, 'Both'));
  const room = findStep(made, 'both')?.node;
  const back = after(made, [ungrouped(room as NonNullable<typeof room>, registry, [0, 0])]);
  expect(arrows(back).toSorted()).toEqual(arrows(workflow).toSorted());
});

test('locking is a switch: all are locked, or all are free', () => {
  const nodes = workflow.scope.nodes.slice(1, 3);
  const locked = after(workflow, toggled(nodes, 'locked'));
  expect(locked.scope.nodes.map(({ locked: is }) => is === true)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(after(locked, toggled(locked.scope.nodes.slice(1, 3), 'locked'))).toEqual(workflow);
});

test('removing takes arrows, steps and notes in one gesture', () => {
  const selected = new Set(['start:ok>read', 'send', 'note']);
  const cut: Edit = { do: 'disconnect', arrow: { from: 'start', port: 'ok', to: 'read' } };
  const less = after(
    workflow,
    removed(workflow, selected, () => [cut]),
  );
  expect(arrows(less)).toEqual([]);
  expect(less.scope.notes).toEqual([]);
});
