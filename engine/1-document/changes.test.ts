// What differs between two workflows, as things a person can be told; and what decides a run.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changes, history, WORKFLOW } from '../../e2e/kit/edits.ts';
import type { Edit } from './change.ts';
import { changesOf, isOnlyDrawn, type Change } from './changes.ts';
import { essence, versionOfRun } from './essence.ts';
import { summaryOf } from './summary.ts';
import type { Folder, Workflow } from './schema.ts';

const after = (...list: Edit[]): Workflow => history(list).at(-1) as Workflow;
const told = (to: Workflow, from = WORKFLOW): string[] =>
  changesOf(from, to).map((change) => {
    switch (change.what) {
      case 'step':
        return `${change.how} ${change.id}${change.how === 'changed' ? ` ${parts(change)}` : ''}`;
      case 'arrow':
        return `arrow ${change.how} ${change.edge.from}:${change.edge.port}>${change.edge.to}`;
      case 'note':
        return `note ${change.how}`;
      default:
        return change.what === 'field' ? `field ${change.at}` : change.what;
    }
  });
const parts = (change: Extract<Change, { how: 'changed'; what: 'step' }>): string =>
  change.parts
    .map(({ at, from, to }) => `${at}: ${JSON.stringify(from)}>${JSON.stringify(to)}`)
    .join(', ');

test('steps, settings, arrows, rooms and fields are each named', () => {
  const next = after(
    { do: 'set', step: 'revise', path: 'maxRounds', value: 5 },
    { do: 'add_step', step: { type: 'wait@1', name: 'Rest' } },
    { do: 'put_into', steps: ['rest'], container: 'revise' },
    { do: 'remove_steps', steps: ['check'] },
    { do: 'set_workflow', field: 'purpose', value: 'Letters' },
    { do: 'add_note', note: { text: 'x', at: [0, 0] } },
  );
  expect(told(next)).toEqual([
    'field purpose',
    'changed revise settings.maxRounds: 3>5',
    'added rest',
    'removed check',
    'arrow removed draft:ok>check',
    'note added',
  ]);
  const led = after({
    do: 'reconnect',
    arrow: { from: 'read', port: 'ok', to: 'revise' },
    to: { from: 'read', port: 'ok', to: 'send' },
  });
  expect(told(led)).toEqual(['arrow led read:ok>send']);
  const out = after({ do: 'put_into', steps: ['draft'] });
  expect(told(out)[0]).toBe('put draft');
});

test('entries of a list are told by their own names, and references whole', () => {
  const field = (id: string, label: string) => ({ id, label, kind: 'text' });
  const withInput = (...input: object[]): Workflow => ({ ...WORKFLOW, input: input as never });
  const was = withInput(field('a', 'A'), field('b', 'B'));
  expect(told(withInput(field('b', 'B'), field('a', 'Amount')), was)).toEqual([
    'field input.a.label',
  ]);
  const ref = after({ do: 'set', step: 'read', path: 'text', value: { '@ref': 'input.letter' } });
  expect(changesOf(WORKFLOW, ref)).toMatchObject([
    { parts: [{ at: 'settings.text', to: { '@ref': 'input.letter' } }] },
  ]);
});

const folderOf = (workflow: Workflow): Folder =>
  ({ workflow, rules: [], cards: [], prompts: [], practice: {}, inputs: [] }) as never;

test('what only moved is told apart, and makes no draft', () => {
  const moved = after(
    { do: 'move_steps', to: { send: [8, 8] } },
    { do: 'set_step', step: 'revise', fields: { collapsed: true } },
    { do: 'add_note', note: { text: 'x', at: [0, 0] } },
  );
  expect(changesOf(WORKFLOW, moved).every(isOnlyDrawn)).toBe(true);
  expect(summaryOf(WORKFLOW, moved)?.isOnlyDrawn).toBe(true);
  const last = { version: '1.0.0', essence: essence(folderOf(WORKFLOW)) };
  expect(versionOfRun(folderOf(moved), last)).toBe('1.0.0');
});

test('every difference is told, and only a difference that decides a run makes a draft', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const next = history(list).at(-1) as Workflow;
      const all = changesOf(WORKFLOW, next);
      const isSame = JSON.stringify(next) === JSON.stringify(WORKFLOW);
      expect(all.length === 0).toBe(isSame);
      const isDraft = essence(folderOf(next)) !== essence(folderOf(WORKFLOW));
      if (isDraft) expect(all.some((one) => !isOnlyDrawn(one) || one.what === 'order')).toBe(true);
      if (all.some((one) => !isOnlyDrawn(one))) expect(isDraft).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('versions are put in order by their numbers, and a draft carries a mark of what it is', () => {
  const last = { version: '1.2.0', essence: essence(folderOf(WORKFLOW)) };
  const [a, b] = [
    after({ do: 'rename_step', step: 'send', name: 'Post' }),
    after({ do: 'rename_step', step: 'send', name: 'Mail' }),
  ];
  const drafts = [a, b, a].map((one) => versionOfRun(folderOf(one), last));
  expect(drafts[0]).toMatch(/^1\.0\.0\+draft\.[0-9a-f]{8}$/);
  expect([drafts[0] === drafts[1], drafts[0] === drafts[2]]).toEqual([false, true]);
  expect(versionOfRun(folderOf(WORKFLOW), last)).toBe('1.2.0');
  expect(versionOfRun(folderOf({ ...a, version: '0.1.0' }), undefined)).toMatch(/^0\.1\.0\+draft/);
  expect(versionOfRun(folderOf({ ...a, version: '1.10.0' }), undefined)).toBe('1.10.0');
});
