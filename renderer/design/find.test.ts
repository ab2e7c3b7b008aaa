// Finding: what fits first, where it leads, and which room has to be entered to see it.
import { expect, test } from 'vitest';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import { registry } from '../../nodes/index.ts';
import { findables, roomToSee } from './find.ts';
import { fitOf, ranked } from './ranked.ts';

const DEEP = scopeOf([['write', 'draft', { instructions: 'Be kind to Zoë' }]], []);
const INNER = {
  ...scopeOf([['closed', 'group', {}, { scope: DEEP, collapsed: true }]], []),
  notes: [{ id: 'note', text: 'Ask Ines first', at: [0, 0] as [number, number] }],
};
const { workflow } = drawing(
  scopeOf(
    [
      ['start', 'start'],
      [
        'ask',
        'approval',
        { title: { '@text': 'Pay {{input.amount}} now?' }, show: [{ '@ref': 'input.amount' }] },
      ],
      ['room', 'loop', {}, { scope: INNER }],
    ],
    ['start:ok>ask'],
  ),
  { input: [{ id: 'amount', label: 'Amount', kind: 'money' }] },
);
const all = findables(workflow, registry);
const names = (words: string): string[] =>
  ranked(all, words).flatMap(({ choices }) => choices.map(({ name }) => name));

test('steps, what is set in them, notes and fields are found, also deep inside', () => {
  expect(names('zoe')).toEqual(['Be kind to Zoë']);
  expect(names('ines ask')).toEqual(['Ask Ines first']);
  expect(names('amount')[0]).toBe('Amount');
  expect(names('pay')).toContain('Pay … now?');
  expect(names('nothing of the kind')).toEqual([]);
});

test('what is shown never shows how a value is looked up', () => {
  expect(JSON.stringify(all.map(({ name, detail }) => [name, detail]))).not.toMatch(
    /input\.|@ref|\{\{/,
  );
});

test('what is found leads to the step and the setting it stands in', () => {
  const found = all.find(({ name }) => name.startsWith('Be kind'));
  expect(found).toMatchObject({ target: 'write', field: 'instructions' });
});

test('a room is entered only when what is wanted cannot be seen from where one is', () => {
  expect(roomToSee(workflow, 'ask', '')).toBe('');
  expect(roomToSee(workflow, 'note', '')).toBe('');
  expect(roomToSee(workflow, 'write', '')).toBe('closed');
  expect(roomToSee(workflow, 'ask', 'room')).toBe('');
  expect(roomToSee(workflow, 'closed', 'room')).toBe('room');
});

test('a name that begins with the words comes before one that only holds them', () => {
  const pick = [
    { id: '1', name: 'Send a mail' },
    { id: '2', name: 'Mail' },
    { id: '3', name: 'Wait', detail: 'until a mail comes' },
  ];
  expect(ranked(pick, 'mail').flatMap(({ choices }) => choices.map(({ id }) => id))).toEqual([
    '2',
    '1',
    '3',
  ]);
  expect(fitOf({ id: '4', name: 'Draft' }, 'mail')).toBe(0);
});
