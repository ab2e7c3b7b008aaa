// What differs between two versions, in sentences and as one picture.
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changes, history, WORKFLOW } from '../../e2e/kit/edits.ts';
import { SAMPLES, SETTING } from '../../e2e/kit/problems.ts';
import type { Edit } from '../../engine/1-document/change.ts';
import { changesOf } from '../../engine/1-document/changes.ts';
import { loadFolder } from '../../engine/1-document/load.ts';
import type { Folder, Workflow } from '../../engine/1-document/schema.ts';
import { stepsOf } from '../../engine/1-document/scopes.ts';
import type { VersionEntry } from '../../engine/1-document/summary.ts';
import { t } from '../words.ts';
import { compare } from './compare.ts';
import { rowsOf, titleOf } from './rows.ts';
import { unionOf } from './union.ts';

const expense = loadFolder(path.join(SAMPLES, 'expense-approval')).folder as Folder;
const withEdits = (...list: Edit[]): Folder => ({
  ...expense,
  workflow: history(list, expense.workflow).at(-1) as Workflow,
});
const told = (is: Folder): string[] =>
  compare(expense, is, SETTING).told.map(({ text }) => text.replaceAll('**', ''));

test('settings, arrows and fields are told in words, never as they are stored', () => {
  const next = withEdits(
    { do: 'rename_step', step: 'pay', name: 'Pay it out' },
    { do: 'set', step: 'check_claim', path: 'minConfidence', value: 0.7 },
    { do: 'set', step: 'how_much', path: 'cases.0.when.all.0.value', value: 300 },
    { do: 'remove_steps', steps: ['not_paid'] },
    { do: 'set_workflow', field: 'budget', value: { ...expense.workflow.budget, costUsd: 0.09 } },
    { do: 'move_steps', to: { start: [8, 8] } },
  );
  const all = told(next);
  expect(all).toContain('Pay is now called Pay it out.');
  expect(all).toContain('The workflow: “Cost” was $0.05, and is $0.09 now.');
  expect(all).toContain('Moved, locked or folded: Start. That changes nothing in a run.');
  expect(all.some((text) => text.startsWith('How much?: “Ways out”, “Under $300”, When'))).toBe(
    true,
  );
  expect(all.join('\n')).not.toMatch(/\{|\}|undefined|null|\[|@ref/);
  const { promises } = compare(expense, withEdits(THRESHOLD), SETTING);
  expect(promises?.length).toBeGreaterThan(0);
});
const THRESHOLD: Edit = {
  do: 'set',
  step: 'how_much',
  path: 'cases.0.when.all.0.value',
  value: 300,
};

test('tools, rules and prompts are told too', () => {
  const [card, rule] = [expense.cards[0], expense.rules[0]];
  if (!card || !rule) throw new Error('the sample has both');
  const next = {
    ...expense,
    cards: [{ ...card, description: 'Other' }, ...expense.cards.slice(1)],
    rules: expense.rules.slice(1),
  };
  expect(told(next)).toEqual([
    `Tool ${card.title} may do something else, or is described otherwise.`,
    `Rule ${rule.name} was removed.`,
  ]);
});

test('everything that changed has a sentence, whatever was done', () => {
  const folder = (workflow: Workflow): Folder => ({ ...expense, cards: [], rules: [], workflow });
  fc.assert(
    fc.property(changes, (list) => {
      const next = history(list).at(-1) as Workflow;
      const { told: all } = compare(folder(WORKFLOW), folder(next), SETTING);
      expect(all.length > 0).toBe(changesOf(WORKFLOW, next).length > 0);
      for (const { text } of all) expect(text).not.toMatch(/\[history\.|\[object/);
    }),
    { numRuns: 100 },
  );
});

test('the picture holds every step there was and is, each marked for what became of it', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const next = history(list).at(-1) as Workflow;
      const ids = (workflow: Workflow): string[] =>
        [...stepsOf(workflow.scope)].map(({ node }) => node.id);
      const { workflow, lit } = unionOf(WORKFLOW, next, changesOf(WORKFLOW, next));
      expect(new Set(ids(workflow))).toEqual(new Set([...ids(WORKFLOW), ...ids(next)]));
      expect(ids(workflow).length).toBe(new Set(ids(workflow)).size);
      const stateOf = (id: string) => lit.steps[id]?.state;
      for (const id of ids(WORKFLOW))
        expect([id, stateOf(id) === 'removed']).toEqual([id, !ids(next).includes(id)]);
      for (const id of ids(next))
        expect([id, stateOf(id) === 'added']).toEqual([id, !ids(WORKFLOW).includes(id)]);
    }),
    { numRuns: 200 },
  );
});

test('what was saved in one go is one row, what has a name or a number its own', () => {
  const at = (minutes: number, more: Partial<VersionEntry> = {}): VersionEntry => ({
    id: String(minutes),
    at: Date.UTC(2026, 10, 20, 12) + minutes * 60_000,
    how: 'edit',
    isNow: false,
    summary: null,
    ...more,
  });
  const rows = rowsOf([at(30), at(28), at(26), at(25, { name: 'Good' }), at(24), at(3)]).flatMap(
    (day) => day.rows,
  );
  expect(rows.map(({ entry, behind }) => [entry.id, behind.map(({ id }) => id)])).toEqual([
    ['30', ['28', '26']],
    ['25', []],
    ['24', []],
    ['3', []],
  ]);
  expect(titleOf(at(1, { version: '1.1.0' }))).toBe('Published as 1.1.0');
  expect(titleOf(at(1))).toBe(t('history.how.edit'));
});
