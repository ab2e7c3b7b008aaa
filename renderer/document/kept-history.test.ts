// An undo history outlives a reload, and never brings back what is not this window's.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import { edit } from '../../engine/1-document/edit.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { WorkflowDoc } from '../../engine/api/contract.ts';
import { trailFrom, trailText, type Trail } from './kept-history.ts';
import { openDocument, type OpenDocument } from './open-document.ts';

const { workflow: START } = drawing(
  scopeOf(
    [
      ['a', 'start'],
      ['b', 'end'],
    ],
    ['a:ok>b'],
  ),
);
const named = (from: Workflow, name: string): Workflow => {
  const edited = edit(from, { do: 'rename_step', step: 'b', name });
  if (!edited.ok) throw new Error(edited.fault);
  return edited.workflow;
};
/** What a file gives back: equal, and no object of before. */
const reread = (workflow: Workflow): Workflow => JSON.parse(JSON.stringify(workflow)) as Workflow;
const trailOf = (names: string[], at: number): Trail => {
  const states = [START];
  for (const name of names) states.push(named(states.at(-1) as Workflow, name));
  return { states, at };
};
const names = fc.array(fc.string({ minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 12 });

test('every state comes back exactly, before and behind the one that is now', () => {
  fc.assert(
    fc.property(names, fc.nat(), (list, n) => {
      const trail = trailOf(list, n % (list.length + 1));
      const text = trailText(trail) as string;
      const back = trailFrom(text, reread(trail.states[trail.at] as Workflow));
      expect(back).toEqual(trail);
    }),
  );
});

test('a file somebody else changed brings nothing back', () => {
  const text = trailText(trailOf(['x', 'y'], 2)) as string;
  expect(trailFrom(text, named(START, 'theirs'))).toBeUndefined();
});

test('a change that never reached the disk is there to be made again', () => {
  const trail = trailOf(['x', 'y', 'z'], 3);
  const back = trailFrom(trailText(trail) as string, reread(trail.states[1] as Workflow));
  expect(back).toEqual({ states: trail.states, at: 1 });
});

test('a text that was tampered with gives only what still fits, and nothing throws', () => {
  const trail = trailOf(['x', 'y'], 2);
  const text = trailText(trail) as string;
  const forged = text.replaceAll('"name":"x"', '"name":"forged"');
  const states = trailFrom(forged, reread(trail.states[2] as Workflow))?.states ?? [];
  expect(JSON.stringify(states)).not.toContain('forged');
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (any) => {
      expect(trailFrom(any, START)).toBeUndefined();
    }),
  );
});

test('of very many steps the last are kept, and of very large ones fewer', () => {
  const many = trailOf(
    Array.from({ length: 150 }, (_none, i) => `n${i}`),
    150,
  );
  expect(trailFrom(trailText(many) as string, reread(many.states[150] as Workflow))?.at).toBe(60);
  const large: Trail = { states: [START], at: 8 };
  for (let i = 1; i <= 8; i++) large.states.push({ ...START, purpose: `${i}`.repeat(200_000) });
  const text = trailText(large) as string;
  expect(text.length).toBeLessThan(1_100_000);
  expect(trailFrom(text, reread(large.states[8] as Workflow))?.at).toBeGreaterThan(0);
});

const opened = (workflow: Workflow, memory: { text?: string | undefined }): OpenDocument =>
  openDocument({ slug: 'w', hash: 'h', workflow } as unknown as WorkflowDoc, {
    now: () => 0,
    later: () => () => undefined,
    save: () => Promise.resolve({ hash: 'h1' }),
    memory: {
      recall: () => memory.text,
      keep: (text) => {
        memory.text = text;
      },
    },
  });
const nameOf = (open: OpenDocument): string | undefined =>
  open.history.getSnapshot().context.workflow.scope.nodes[1]?.name;

test('after a reload undo and redo go on where they were', () => {
  const memory = {};
  const before = opened(START, memory);
  for (const name of ['one', 'two', 'three'])
    before.apply([{ do: 'rename_step', step: 'b', name }], name);
  before.undo();
  before.remember();
  const after = opened(reread(before.history.getSnapshot().context.workflow), memory);
  expect(after.can()).toEqual({ undo: true, redo: true });
  after.redo();
  expect(nameOf(after)).toBe('three');
  for (let i = 0; i < 9; i++) after.undo();
  expect(nameOf(after)).toBe('b');
  expect(after.can()).toEqual({ undo: false, redo: true });
});
