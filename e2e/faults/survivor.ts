// The drawing whose run must survive: calls that take a key, one that takes none, a fork and a
// join, a for-each, a loop, and an approval before what cannot be undone.

import type { Folder } from '../../engine/1-document/schema.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';

const post = (id: string): StepSpec => [
  id,
  'call_tool',
  { tool: 'post', args: { n: 1, text: id } },
];

const round = scopeOf([['in_round', 'start'], post('again')], ['in_round:ok>again']);
const item = scopeOf([['in_item', 'start'], post('each_one')], ['in_item:ok>each_one']);

const scope = scopeOf(
  [
    ['start', 'start'],
    ['split', 'parallel'],
    post('a'),
    post('b'),
    ['meet', 'join'],
    ['items', 'for_each', { items: [1, 2], concurrency: 2 }, { scope: item }],
    [
      'rounds',
      'loop',
      { maxRounds: 2, until: { field: 'round', op: 'at_least', value: 2 } },
      { scope: round },
    ],
    ['gate', 'approval', { ask: 'manager', title: 'Go on?', covers: ['once'] }],
    ['once', 'call_tool', { tool: 'shout', args: { n: 1, text: 'once' } }],
    post('last'),
    ['fin', 'end', { outcome: 'done' }],
  ],
  [
    'start:ok>split',
    'split:ok>a',
    'split:ok>b',
    'a:ok>meet',
    'b:ok>meet',
    'meet:ok>items',
    'items:ok>rounds',
    'rounds:done>gate',
    'rounds:over>gate',
    'gate:approved>once',
    'gate:refused>fin',
    'once:ok>last',
    'last:ok>fin',
  ],
);

const RULES: Folder['rules'] = [
  {
    id: 'post',
    name: 'Posting is fine',
    when: { field: 'tool', op: 'is', value: 'post' },
    then: 'allow',
  },
];

/** What runs while the disk fails. */
export const SURVIVOR: Folder = drawing(scope, {
  id: 'survivor',
  rules: RULES,
  cards: [
    cardOf('post', { effect: 'write', idempotency: 'key' }),
    cardOf('shout', { effect: 'irreversible', idempotency: 'none' }),
  ],
});
