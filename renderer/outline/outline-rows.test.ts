// Promises of the outline's rows: see outline-rows.ts and branches.ts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { stepsOf } from '../../engine/1-document/scopes.ts';
import type { Workflow, WorkflowScope } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { outlineOf, wayKey, type OutlineRow } from './outline-rows.ts';

const sample = JSON.parse(
  readFileSync(new URL('../../samples/expense-approval/workflow.json', import.meta.url), 'utf8'),
) as Workflow;
const workflowOf = (scope: WorkflowScope): Workflow => drawing(scope).workflow;
const openAll = (workflow: Workflow): Map<string, boolean> => {
  const open = new Map<string, boolean>();
  for (const key of outlineOf(workflow, registry).above.keys()) open.set(key, true);
  return open;
};
const line = (row: OutlineRow): string => {
  const pad = '  '.repeat(row.level - 1);
  if (row.is === 'step') return `${pad}${row.n} ${row.node.name}`;
  if (row.is === 'empty') return `${pad}(empty)`;
  const { leads } = row;
  const to = leads.how === 'to' ? leads.steps.map((s) => s.n).join(' ') : leads.how;
  return `${pad}${row.way.id}: ${row.isAbove ? 'below' : to}`;
};

test('branches stand under their way out, and the list goes on where ways come together', () => {
  expect(outlineOf(sample, registry).rows.map(line)).toEqual([
    '1 Start',
    '2 Check the claim',
    '3 How much?',
    '  by_itself: 6',
    '  to_manager: below',
    '    4 Ask a manager',
    '      approved: 6',
    '      refused: 8',
    '      sent_back: 9',
    '  otherwise: below',
    '    5 Ask a director',
    '      approved: 6',
    '      refused: 8',
    '      sent_back: 9',
    '6 Pay',
    '7 Paid',
    '8 Not paid',
    '9 Sent back',
  ]);
});

test('a step where nothing parts is folded, tells what is worth telling, and unfolds to every way', () => {
  const rows = (open?: Map<string, boolean>): string[] =>
    outlineOf(sample, registry, open)
      .rows.filter((row) => row.parent === 'pay')
      .map(line);
  expect(rows()).toEqual([]);
  const told = outlineOf(sample, registry).rows.flatMap((row) =>
    row.is === 'step' && row.isOpen === false ? [[row.id, row.told.map(({ way }) => way.id)]] : [],
  );
  expect(Object.fromEntries(told)).toEqual({ start: [], check_claim: ['unsure'], pay: [] });
  expect(rows(new Map([['pay', true]]))).toEqual(['  ok: 7', '  error: owner']);
});

test('what happens by a way nobody drew is said, in rooms and outside', () => {
  const inner = scopeOf([['inner', 'wait', { forMs: 1000 }]], []);
  const workflow = workflowOf(
    scopeOf(
      [
        ['start', 'start'],
        ['room', 'group', {}, { scope: inner }],
        ['empty', 'group', {}, { scope: { nodes: [], edges: [], notes: [] } }],
        ['ask', 'approval', { withinMs: 1000 }, { noDefault: ['timeout'] }],
      ],
      ['start:ok>room', 'room:ok>empty', 'empty:ok>ask'],
    ),
  );
  const rows = outlineOf(workflow, registry, openAll(workflow)).rows.map(line);
  expect(rows).toEqual([
    '1 start',
    '  ok: 2',
    '2 room',
    '  3 inner',
    '    ok: leaves',
    '  ok: 4',
    '  error: owner',
    '4 empty',
    '  (empty)',
    '  ok: 5',
    '  error: owner',
    '5 ask',
    '  approved: nowhere',
    '  refused: refused',
    '  sent_back: not_offered',
    '  timeout: stops',
  ]);
});

const TYPES: [string, object][] = [
  ['draft', {}],
  ['approval', {}],
  ['condition', { cases: [{ port: 'a', when: { field: 'input.n', op: 'is', value: 1 } }] }],
  ['end', {}],
  ['parallel', {}],
];

/** Any drawing at all: rooms, circles, arrows that leave by ways the step does not have. */
const anyScope = (depth: number, name: string): fc.Arbitrary<WorkflowScope> =>
  fc
    .record({
      kinds: fc.array(fc.nat(TYPES.length), { maxLength: 7 }),
      arrows: fc.array(fc.tuple(fc.nat(6), fc.nat(3), fc.nat(6)), { maxLength: 12 }),
      inner:
        depth > 0 ? fc.array(anyScope(depth - 1, `${name}i`), { maxLength: 7 }) : fc.constant([]),
    })
    .map(({ kinds, arrows, inner }) => {
      const steps = kinds.map((kind, i): StepSpec => {
        const id = `${name}${i}`;
        const own = inner[i];
        const [type, settings] = TYPES[kind] ?? ['group', {}];
        const room = own ? { ...own, nodes: own.nodes.map((n) => rename(n, id)) } : undefined;
        if (kind < TYPES.length) return [id, type, settings as never];
        return [
          id,
          'group',
          {},
          { scope: room ? scoped(room, id) : { nodes: [], edges: [], notes: [] } },
        ];
      });
      const scope = scopeOf(steps, []);
      const edges = arrows.flatMap(([from, port, to]) => {
        const [a, b] = [scope.nodes[from], scope.nodes[to]];
        const ways = a ? [...stepFacts(registry, a).ways.map((way) => way.id), 'gone'] : [];
        return a && b ? [{ from: a.id, port: ways[port % ways.length] as string, to: b.id }] : [];
      });
      return { ...scope, edges };
    });
const rename = <T extends { id: string }>(node: T, by: string): T => ({
  ...node,
  id: `${by}_${node.id}`,
});
const scoped = (scope: WorkflowScope, by: string): WorkflowScope => ({
  ...scope,
  nodes: scope.nodes.map((node) =>
    node.scope ? { ...node, scope: prefixed(node.scope, by) } : node,
  ),
  edges: scope.edges.map((edge) => ({
    ...edge,
    from: `${by}_${edge.from}`,
    to: `${by}_${edge.to}`,
  })),
});
const prefixed = (scope: WorkflowScope, by: string): WorkflowScope =>
  scoped({ ...scope, nodes: scope.nodes.map((node) => rename(node, by)) }, by);

test('whatever is drawn, each step and each of its ways stands there once, in order', () => {
  fc.assert(
    fc.property(anyScope(2, 's'), (scope) => {
      const workflow = workflowOf(scope);
      const { rows, above } = outlineOf(workflow, registry, openAll(workflow));
      const all = [...stepsOf(scope)];
      const steps = rows.filter((row) => row.is === 'step');
      expect(steps.map((row) => row.id).toSorted()).toEqual(
        all.map(({ node }) => node.id).toSorted(),
      );
      expect(steps.map((row) => row.n)).toEqual(steps.map((_row, i) => i + 1));
      const keys = rows.map((row) => row.key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { node, scope: own, in: room } of all) {
        const ports = new Set([
          ...stepFacts(registry, node).ways.map((way) => way.id),
          ...own.edges.filter((edge) => edge.from === node.id).map((edge) => edge.port),
        ]);
        for (const port of ports) expect(keys).toContain(wayKey(node.id, port));
        expect(above.get(node.id)?.filter((key) => key === room).length).toBe(room === '' ? 0 : 1);
      }
      // Rows nest without gaps, and each knows its place among those beside it.
      rows.forEach((row, i) => {
        expect(row.level).toBeLessThanOrEqual((rows[i - 1]?.level ?? 0) + 1);
        expect(above.get(row.key)?.length).toBe(row.level - 1);
        const beside = rows.filter((other) => other.parent === row.parent);
        expect([row.pos, row.of]).toEqual([beside.indexOf(row) + 1, beside.length]);
      });
    }),
    { numRuns: 200 },
  );
});

test('an arrow leads down the list unless it runs in a circle', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 9 }),
      fc.array(fc.tuple(fc.nat(8), fc.nat(2), fc.nat(8)), { maxLength: 20 }),
      fc.array(fc.nat(TYPES.length - 1), { minLength: 9, maxLength: 9 }),
      (size, arrows, kinds) => {
        const steps = Array.from({ length: size }, (_x, i): StepSpec => {
          const [type, settings] = TYPES[kinds[i] ?? 0] ?? TYPES[0]!;
          return [`s${i}`, type, settings as never];
        });
        const scope = scopeOf(steps, []);
        const edges = arrows.flatMap(([from, port, to]) => {
          if (from >= to || to >= size) return [];
          const ways = stepFacts(registry, scope.nodes[from]!).ways.map((way) => way.id);
          const id = ways[port % Math.max(1, ways.length)];
          return id ? [{ from: `s${from}`, port: id, to: `s${to}` }] : [];
        });
        const { numbers } = outlineOf(workflowOf({ ...scope, edges }), registry);
        for (const { from, to } of edges)
          expect(numbers.get(from)).toBeLessThan(numbers.get(to) as number);
      },
    ),
    { numRuns: 300 },
  );
});
