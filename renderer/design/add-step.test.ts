// Promises of adding steps: see add-step.ts.
import { expect, test } from 'vitest';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import { edit } from '../../engine/1-document/edit.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import { planStep } from './add-step.ts';

const { workflow } = drawing(
  scopeOf(
    [
      ['a', 'start', {}, { at: [0, 0] }],
      ['b', 'draft', { maxOutputTokens: 100 }, { at: [0, 88] }],
      ['c', 'end', {}, { at: [0, 208] }],
    ],
    ['a:ok>b', 'b:ok>c'],
  ),
);

/** The workflow after the plan, with the id of the step it added. */
function made(from: Workflow, plan: ReturnType<typeof planStep>): { next: Workflow; id: string } {
  let next = from;
  let id = '';
  for (const one of plan.edits) {
    const result = edit(next, one);
    if (!result.ok) throw new Error(result.fault);
    next = result.workflow;
    id = result.added[0] ?? id;
  }
  return { next, id };
}

const add = (selected: string[], type = 'classify@1') => {
  const plan = planStep(workflow, registry, { type, name: 'New', selected: new Set(selected) });
  return { plan, ...made(workflow, plan) };
};

test('after a step whose way is drawn the new one stands in that arrow, and the rest makes room', () => {
  const { next, id } = add(['b']);
  const { edges } = next.scope;
  expect(edges).toContainEqual({ from: 'b', port: 'ok', to: id });
  expect(edges).toContainEqual({ from: id, port: 'ok', to: 'c' });
  expect(edges).not.toContainEqual({ from: 'b', port: 'ok', to: 'c' });
  const y = (step: string): number => findStep(next, step)?.node.at[1] ?? 0;
  expect(y('c') - y(id)).toBeGreaterThanOrEqual(100);
  expect(y(id) - y('b')).toBeGreaterThanOrEqual(100);
});

test('a selected arrow takes the new step in its middle', () => {
  const { next, id } = add(['a:ok>b']);
  expect(next.scope.edges).toContainEqual({ from: 'a', port: 'ok', to: id });
  expect(next.scope.edges).toContainEqual({ from: id, port: 'ok', to: 'b' });
});

test('an end cannot stand in an arrow: it is put beside, and nothing is taken apart', () => {
  const { next } = add(['b'], 'end@1');
  expect(next.scope.edges).toEqual(workflow.scope.edges);
});

test('with nothing selected the new step becomes the last one of the main way', () => {
  const { next, id } = add([]);
  expect(next.scope.edges).toContainEqual({ from: 'b', port: 'ok', to: id });
  expect(next.scope.edges).toContainEqual({ from: id, port: 'ok', to: 'c' });
});

test('a step with several ways goes on by its main way, not by the first that is still free', () => {
  const { workflow: asked } = drawing(
    scopeOf(
      [
        ['a', 'start', {}, { at: [0, 0] }],
        ['b', 'approval', { ask: 'x', title: 'y', show: [], fields: [] }, { at: [0, 88] }],
        ['c', 'end', {}, { at: [0, 208] }],
      ],
      ['a:ok>b', 'b:approved>c'],
    ),
  );
  const plan = planStep(asked, registry, {
    type: 'draft@1',
    name: 'New',
    selected: new Set(['b']),
  });
  const { next, id } = made(asked, plan);
  expect(next.scope.edges).toContainEqual({ from: 'b', port: 'approved', to: id });
  expect(next.scope.edges).toContainEqual({ from: id, port: 'ok', to: 'c' });
});

test('a selected end gets the new step before it', () => {
  const { next, id } = add(['c']);
  expect(next.scope.edges).toContainEqual({ from: 'b', port: 'ok', to: id });
  expect(next.scope.edges).toContainEqual({ from: id, port: 'ok', to: 'c' });
});

test('an empty room takes the first step inside', () => {
  const room = edit(workflow, {
    do: 'add_step',
    step: { type: 'loop@1', name: 'Loop', scope: { nodes: [], edges: [], notes: [] } },
  });
  if (!room.ok) throw new Error(room.fault);
  const plan = planStep(room.workflow, registry, {
    type: 'draft@1',
    name: 'New',
    selected: new Set(room.added),
  });
  const { next, id } = made(room.workflow, plan);
  expect(findStep(next, id)?.in).toBe(room.added[0]);
});

test('no two cards lie on each other, wherever a step is added', () => {
  for (const selected of ['a', 'b', 'c']) {
    const { next } = add([selected], 'condition@1');
    const { nodes } = next.scope;
    for (const one of nodes)
      for (const other of nodes)
        if (one !== other)
          expect(
            Math.abs(one.at[0] - other.at[0]) >= 240 || Math.abs(one.at[1] - other.at[1]) >= 68,
          ).toBe(true);
  }
});
