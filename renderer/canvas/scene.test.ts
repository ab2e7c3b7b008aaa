// Promises of the picture: see scene.ts, rooms.ts, painter.ts and tidy.ts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import type { Workflow, WorkflowNode, WorkflowScope } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import { overlap, type Box } from './geometry.ts';
import { createPainter, type Picture } from './painter.ts';
import { sceneOf } from './scene.ts';
import { tidyNotes, tidyScope } from './tidy.ts';

const workflowOf = (scope: WorkflowScope): Workflow => drawing(scope).workflow;

const inner = scopeOf(
  [
    ['draft_it', 'draft', { maxOutputTokens: 100 }],
    ['ask_it', 'question', { ask: 'a', title: 'b', fields: [] }],
  ],
  ['draft_it:ok>ask_it'],
);
const withRoom = workflowOf(
  scopeOf(
    [
      ['start', 'start'],
      ['again', 'loop', { maxRounds: 3 }, { at: [0, 120], scope: inner }],
      ['end', 'end', { outcome: 'done' }, { at: [0, 520] }],
    ],
    ['start:ok>again', 'again:done>end'],
  ),
);

test('a room holds everything in it, and its main way runs straight through its doors', () => {
  const scene = sceneOf(withRoom, registry);
  const room = scene.items.get('again')?.box as Box;
  for (const id of ['draft_it', 'ask_it']) {
    const item = scene.items.get(id);
    const [dx, dy] = item?.origin ?? [0, 0];
    const box = item?.box as Box;
    expect(box.x + dx).toBeGreaterThan(0);
    expect(box.x + dx + box.w).toBeLessThan(room.w);
    expect(box.y + dy + box.h).toBeLessThan(room.h);
  }
  for (const arrow of scene.arrows.filter((one) => one.depth === 0))
    expect(arrow.points.length, arrow.id).toBe(2);
});

test('while a card is dragged, what has nothing to do with it keeps its objects', () => {
  const chain = Array.from(
    { length: 12 },
    (_none, i): [string, string, { maxOutputTokens: 100 }] => [
      `s${i}`,
      'draft',
      { maxOutputTokens: 100 },
    ],
  );
  const arrows = chain.slice(1).map(([id], i) => `s${i}:ok>${id}`);
  const workflow = workflowOf(scopeOf(chain, arrows));
  const painter = createPainter();
  const picture: Picture = {
    workflow,
    registry,
    names: { tools: new Map(), people: new Map() },
    lit: undefined,
    selected: new Set(),
    problems: new Map(),
    kept: new Map(),
    mode: 'edit',
    inside: '',
    dim: new Set(),
    hot: undefined,
  };
  const first = painter.scene(picture, new Map());
  const before = new Map(painter.nodes(picture, first).map((node) => [node.id, node]));
  const drawn = new Set(painter.arrows(picture, first));
  const second = painter.scene(picture, new Map([['s5', [40, 610]]]));
  const changed = painter
    .nodes(picture, second)
    .filter((node) => before.get(node.id) !== node)
    .map((node) => node.id);
  expect(changed.toSorted()).toEqual(['s5']);
  const redrawn = painter.arrows(picture, second).filter((arrow) => !drawn.has(arrow));
  expect(redrawn.map(({ arrow }) => arrow.id)).toEqual(['s4:ok>s5', 's5:ok>s6']);
});

/** Scopes without circles: every arrow leads to a later step. */
const forward = fc
  .record({
    n: fc.integer({ min: 2, max: 14 }),
    pairs: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 24 }),
  })
  .map(({ n, pairs }) => {
    const steps = Array.from({ length: n }, (_none, i): [string, string] => [`s${i}`, 'draft']);
    const arrows = pairs.filter(([a, b]) => a < b && b < n).map(([a, b], i) => `s${a}:p${i}>s${b}`);
    return scopeOf(steps, arrows);
  });

test('a tidy drawing leads downwards and lays no card on another', () => {
  fc.assert(
    fc.property(forward, (scope) => {
      const at = tidyScope(scope, new Map());
      for (const { from, to } of scope.edges) {
        const [a, b] = [at.get(from), at.get(to)];
        expect((b?.[1] ?? 0) - (a?.[1] ?? 0)).toBeGreaterThanOrEqual(68);
      }
      const boxes = [...at.values()].map(([x, y]) => ({ x: x - 120, y, w: 240, h: 68 }));
      for (const [i, box] of boxes.entries())
        for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
    }),
  );
});

test('a note goes with the step it stands nearest to, and lies under none', () => {
  const scope = scopeOf(
    [
      ['a', 'draft'],
      ['b', 'draft'],
    ],
    ['a:ok>b'],
  );
  const [a, b] = scope.nodes as [WorkflowNode, WorkflowNode];
  a.at = [4000, 80];
  b.at = [-2000, 3000];
  scope.notes = [
    { id: 'by_a', text: 'A', at: [4136, 80] },
    { id: 'on_b', text: 'B', at: [-2040, 3010] },
  ];
  const steps = tidyScope(scope, new Map());
  const notes = tidyNotes(scope, new Map(), steps);
  expect(steps.get('a')).toEqual([0, 0]);
  expect(notes.get('by_a')).toEqual([136, 0]);
  const boxes = [...steps.values()].map(([x, y]) => ({ x: x - 120, y, w: 240, h: 68 }));
  for (const [x, y] of notes.values())
    for (const box of boxes) expect(overlap({ x, y, w: 208, h: 96 }, box)).toBe(false);
});

test('a tidy drawing depends on the arrows, not on where things stood', () => {
  fc.assert(
    fc.property(
      forward,
      fc.array(fc.integer(), { minLength: 28, maxLength: 28 }),
      (scope, noise) => {
        const moved = {
          ...scope,
          nodes: scope.nodes.map((node, i) => ({
            ...node,
            at: [noise[2 * i] ?? 0, noise[2 * i + 1] ?? 0] as [number, number],
          })),
        };
        expect([...tidyScope(moved, new Map())]).toEqual([...tidyScope(scope, new Map())]);
      },
    ),
  );
});
