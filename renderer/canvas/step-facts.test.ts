// What a step says of itself: in the language of the page, and whatever stands in its settings.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import type { WorkflowNode } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import { speak } from '../words.ts';
import { stepFacts } from './step-facts.ts';

const { nodes } = drawing(
  scopeOf(
    [
      ['ask', 'approval', { title: '', ask: 'manager' }],
      ['fin', 'end', {}],
    ],
    [],
  ),
).workflow.scope;
const [ask] = nodes as [WorkflowNode];

beforeEach(() => vi.stubGlobal('document', { documentElement: {} }));
afterEach(async () => {
  await speak('en');
  vi.unstubAllGlobals();
});

test('a step that was drawn in one language is drawn anew in another', async () => {
  const before = stepFacts(registry, ask);
  expect(stepFacts(registry, ask)).toBe(before);
  await speak('de');
  const after = stepFacts(registry, ask);
  expect(after.ways.map(({ id }) => id)).toEqual(before.ways.map(({ id }) => id));
  for (const [i, { words }] of after.ways.entries()) expect(words).not.toBe(before.ways[i]?.words);
  expect(after.kind).not.toBe(before.kind);
  expect(after.line).not.toBe(before.line);
});
