// What an answer leads to is read off the drawing, so that it changes with it.
import { expect, test } from 'vitest';
import { sampleFolder, sampleSetting } from '../../e2e/kit/engine-kit.ts';
import { registry } from '../../nodes/index.ts';
import { knownOf } from '../runs/known.ts';
import { nextOf, stepsAfter } from './what-next.ts';

const folder = sampleFolder('expense-approval');
const known = knownOf(folder.workflow, folder.cards, sampleSetting().people, registry);
const card = {
  kind: 'approval',
  step: 'ask_manager',
  choices: ['approve', 'send-back', 'refuse', 'hand-over'],
  body: { title: '', facts: [], fields: [], covers: [] },
} as never;

test('agreeing leads to the payment and then to its end', () => {
  const names = stepsAfter(known, 'ask_manager', 'approved').map((node) => node.name);
  expect(names).toEqual(['Pay', 'Paid']);
});

test('every button has its consequence, handing over is no answer', () => {
  const next = nextOf(card, known);
  expect(next.map(({ choice }) => choice)).toEqual(['approve', 'send-back', 'refuse', 'none']);
  expect(next.find(({ choice }) => choice === 'refuse')?.words).toContain('Not paid');
  expect(next.find(({ choice }) => choice === 'send-back')?.words).toContain('Sent back');
});

test('what leads back to where it came from is told once', () => {
  const loop = { ...folder.workflow };
  loop.scope = {
    ...loop.scope,
    edges: [
      ...loop.scope.edges.filter((edge) => edge.from !== 'pay'),
      { from: 'pay', port: 'ok', to: 'pay' },
    ],
  };
  const again = knownOf(loop, folder.cards, [], registry);
  expect(stepsAfter(again, 'ask_manager', 'approved').map((node) => node.name)).toEqual(['Pay']);
});
