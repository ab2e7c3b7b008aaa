// When a kept result is out of date: after a change in its step or before it, and never otherwise.
import { expect, test } from 'vitest';
import { settingsOf, shippedFolder } from '../../samples/stage.ts';
import type { Folder } from '../1-document/schema.ts';
import { changedSince, marksOf } from './marks.ts';

const SLUG = 'expense-approval';
const changed = (step: string, change: (folder: Folder) => void): string[] => {
  const folder = structuredClone(shippedFolder(SLUG));
  const before = marksOf(folder, step);
  change(folder);
  return changedSince(before, marksOf(folder, step));
};

test.each<[string, (folder: Folder) => void, string[]]>([
  ['its own settings', (f) => (settingsOf(f, 'how_much')['currency'] = 'EUR'), ['how_much']],
  ['a step before it', (f) => (settingsOf(f, 'check_claim')['role'] = 'fast'), ['check_claim']],
  ['the prompt of a step before it', (f) => (f.prompts[0]!.body += ' More.'), ['check_claim']],
  ['an arrow that leads to it', (f) => f.workflow.scope.edges.splice(2, 1), ['how_much']],
  ['the form', (f) => f.workflow.input.splice(4, 1), ['input']],
])('a result is out of date after a change of %s', (_what, change, what) => {
  expect(changed('how_much', change)).toEqual(what);
});

test.each<[string, (folder: Folder) => void]>([
  ['a step that comes later', (f) => (settingsOf(f, 'pay')['args'] = {})],
  [
    'names and places',
    (f) => f.workflow.scope.nodes.forEach((n) => ((n.name += ' x'), (n.at = [9, 9]))),
  ],
  ['a limit', (f) => (f.workflow.budget.costUsd = 9)],
])('a result stays up to date after a change of %s', (_what, change) => {
  expect(changed('how_much', change)).toEqual([]);
});
