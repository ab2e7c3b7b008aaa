// Steps on the clipboard: what is copied comes back whole, and no text can do harm.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import { LIMITS } from '../base/limits.ts';
import type { JsonObject } from '../base/value.ts';
import { edit } from './edit.ts';
import { partOf } from './edit-part.ts';
import { disarmed, partText, readPart } from './edit-text.ts';
import { workflowSchema, type Workflow, type WorkflowScope } from './schema.ts';
import { findStep, hasCircle, idsOf, stepsOf } from './scopes.ts';

const INNER = scopeOf(
  [
    ['draft', 'draft'],
    ['look', 'approval'],
  ],
  ['draft:ok>look'],
);
const FROM: Workflow = drawing(
  scopeOf(
    [
      ['start', 'start'],
      ['read', 'extract', { text: { '@ref': 'input.mail' } }],
      ['revise', 'loop', {}, { scope: INNER }],
      [
        'send',
        'call_tool',
        {
          tool: 'mail',
          args: {
            to: { '@ref': 'steps.read.value.mail' },
            body: { '@text': '{{steps.gone.value}}' },
          },
        },
      ],
    ],
    ['start:ok>read', 'read:ok>revise', 'revise:done>send'],
  ),
).workflow;
const INTO: Workflow = drawing(
  scopeOf(
    [
      ['start', 'start'],
      ['read', 'wait'],
      ['gone', 'wait'],
    ],
    ['start:ok>read'],
  ),
).workflow;
const KINDS = new Set([...stepsOf(FROM.scope)].map(({ node }) => node.type));
const isKnown = (type: string): boolean => KINDS.has(type);
const linksOf = (type: string): string[] => (type === 'call_tool@1' ? ['tool'] : []);
const NONE = { steps: 0, unknown: 0, arrows: 0, notes: 0 };
const all = [...idsOf(FROM)];

test('what is copied as text comes back as it was', () => {
  const part = partOf(FROM, all);
  expect(readPart(partText(part), isKnown)).toEqual({ ok: true, part, left: NONE });
});

test('a room is copied with all that lies in it, and only once', () => {
  const part = partOf(FROM, ['revise', 'draft', 'look']);
  expect(part.nodes.map(({ id }) => id)).toEqual(['revise']);
  expect(part.nodes[0]?.scope).toEqual(INNER);
});

test('what comes from elsewhere is linked to no tool and looks at no step that did not come along', () => {
  const { part, unlinked } = disarmed(partOf(FROM, ['send']), INTO, linksOf);
  expect(unlinked).toBe(1);
  expect(part.nodes[0]?.settings).toEqual({
    args: {
      to: { '@ref': 'steps.read_2.value.mail' },
      body: { '@text': '{{steps.gone_2.value}}' },
    },
  });
  const pasted = edit(INTO, { do: 'paste', part, by: [0, 0] });
  expect(
    pasted.ok && [findStep(pasted.workflow, 'read_2'), findStep(pasted.workflow, 'gone_2')],
  ).toEqual([undefined, undefined]);
});

test('what cannot be taken is left out and counted', () => {
  const { nodes, edges } = partOf(FROM, all);
  const text = partText({
    nodes: [...nodes, { ...nodes[1], type: 'teleport@1', id: 'odd' }, nodes[1], { id: 'no step' }],
    edges: [
      ...edges,
      { from: 'send', port: 'ok', to: 'read' },
      { from: 'send', port: 'ok', to: 'x' },
    ],
    notes: [{ id: 'n', text: 7, at: [0, 0] }],
  } as unknown as WorkflowScope);
  const read = readPart(text, isKnown);
  expect(read).toMatchObject({ ok: true, left: { steps: 2, unknown: 1, arrows: 2, notes: 1 } });
});

test('text that is no steps, newer, broken or empty says so', () => {
  const code = (text: string): string => {
    const read = readPart(text, isKnown);
    return read.ok ? 'taken' : read.code;
  };
  expect(code('Dear Ines')).toBe('not_steps');
  expect(code('{"nodes":[]}')).toBe('not_steps');
  expect(code('interlock/steps@2\n{}')).toBe('newer');
  expect(code('interlock/steps@1')).toBe('broken');
  expect(code('interlock/steps@1\n{"nodes": [')).toBe('broken');
  expect(code('interlock/steps@1\n{"__proto__": {}}')).toBe('broken');
  expect(code('interlock/steps@1\n[]')).toBe('broken');
  expect(code('interlock/steps@1\n{"nodes": []}')).toBe('nothing');
  expect(code(`interlock/steps@1\n${'['.repeat(100_000)}`)).toBe('broken');
});

test('more than a room can hold is cut at what it can, quickly', () => {
  const [node] = partOf(FROM, ['read']).nodes;
  const nodes = Array.from({ length: 3000 }, (_none, i) => ({ ...node, id: `n${i}` }));
  const edges = nodes.flatMap((_none, i) =>
    [1, 2, 3].map((d) => ({ from: `n${i}`, port: 'ok', to: `n${(i + d) % 900}` })),
  );
  const read = readPart(partText({ nodes, edges, notes: [] } as unknown as WorkflowScope), isKnown);
  expect(read.ok && read.part.nodes.length).toBe(LIMITS.nodes);
  expect(read.ok && hasCircle(read.part)).toBe(false);
});

const anyNode = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'read', '__proto__', 'X'),
    type: fc.constantFrom('wait@1', 'extract@1', 'loop@1', 'odd'),
    name: fc.constantFrom('A', ''),
    at: fc.constantFrom([0, 0], [1e300, -1e300], [1], 'here'),
    settings: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant({})),
    scope: fc.oneof(fc.constant({ nodes: [], edges: [] }), fc.jsonValue({ maxDepth: 1 })),
  },
  { requiredKeys: ['id', 'type', 'name', 'at'] },
);
const anyEdge = fc.record({
  from: fc.constantFrom('a', 'b', 'read', 'gone'),
  port: fc.constantFrom('ok', 'error'),
  to: fc.constantFrom('a', 'b', 'read', 'gone'),
});
const anyPart = fc.record({
  nodes: fc.oneof(fc.array(anyNode), fc.jsonValue()),
  edges: fc.oneof(fc.array(anyEdge), fc.jsonValue()),
  notes: fc.jsonValue(),
});

test('whatever a text holds, reading it never throws, and what it gives can be pasted and saved', () => {
  const tried = (text: string): void => {
    const read = readPart(text, (type) => type !== 'odd');
    if (!read.ok) return;
    const { part } = disarmed(read.part, INTO, linksOf);
    const pasted = edit(INTO, { do: 'paste', part, by: [10, 10] });
    if (!pasted.ok) return;
    expect(workflowSchema.safeParse(pasted.workflow).success).toBe(true);
    expect(hasCircle(pasted.workflow.scope)).toBe(false);
    const steps = [...stepsOf(pasted.workflow.scope)];
    expect(new Set(steps.map(({ node }) => node.id)).size).toBe(steps.length);
  };
  fc.assert(
    fc.property(anyPart, (part) => tried(`interlock/steps@1\n${JSON.stringify(part)}`)),
    { numRuns: 400 },
  );
  fc.assert(fc.property(fc.string(), (rest) => tried(`interlock/steps@1\n${rest}`)));
  fc.assert(
    fc.property(fc.jsonValue(), (x) =>
      tried(`interlock/steps@1\n${JSON.stringify(x as JsonObject)}`),
    ),
  );
});
