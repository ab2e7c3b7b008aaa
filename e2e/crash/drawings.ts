// What is running when the power goes: a fork with a join, a loop, and an approval before a write.

import type { Folder } from '../../engine/1-document/schema.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';

const tool = (id: string, text: string): StepSpec => [
  id,
  'call_tool',
  { tool: 'post', args: { n: 1, text } },
];
const RULES: Folder['rules'] = [
  {
    id: 'post',
    name: 'Posting is fine',
    when: { field: 'tool', op: 'is', value: 'post' },
    then: 'allow',
  },
];
const POST = cardOf('post', { effect: 'write', idempotency: 'key' });
const end: StepSpec = ['fin', 'end', { outcome: 'done' }];

const fork = scopeOf(
  [
    ['start', 'start'],
    ['split', 'parallel'],
    tool('a', 'a'),
    tool('b', 'b'),
    tool('c', 'c'),
    ['meet', 'join'],
    tool('last', 'last'),
    end,
  ],
  [
    'start:ok>split',
    'split:ok>a',
    'split:ok>b',
    'split:ok>c',
    'a:ok>meet',
    'b:ok>meet',
    'c:ok>meet',
    'meet:ok>last',
    'last:ok>fin',
  ],
);

const round = scopeOf(
  [['in_round', 'start'], tool('x', 'x'), tool('y', 'y')],
  ['in_round:ok>x', 'x:ok>y'],
);
const loop = scopeOf(
  [
    ['start', 'start'],
    [
      'again',
      'loop',
      { maxRounds: 4, until: { field: 'round', op: 'at_least', value: 4 } },
      { scope: round },
    ],
    end,
  ],
  ['start:ok>again', 'again:done>fin', 'again:over>fin'],
);

const approval = scopeOf(
  [
    ['start', 'start'],
    tool('first', 'first'),
    ['gate', 'approval', { ask: 'manager', title: 'Go on?', covers: ['paid'] }],
    tool('paid', 'paid'),
    tool('told', 'told'),
    end,
  ],
  [
    'start:ok>first',
    'first:ok>gate',
    'gate:approved>paid',
    'gate:refused>fin',
    'paid:ok>told',
    'told:ok>fin',
  ],
);

/** The drawings by name. */
export const DRAWINGS: Record<string, Folder> = {
  fork: drawing(fork, { cards: [POST], rules: RULES, id: 'crash_fork' }),
  loop: drawing(loop, { cards: [POST], rules: RULES, id: 'crash_loop' }),
  approval: drawing(approval, { cards: [POST], rules: RULES, id: 'crash_approval' }),
};
