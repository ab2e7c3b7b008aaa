// Workflows with gates wherever a drawing can put them. In each, every payment has to stand behind
// a person's word, and no rule allows one.

import type { Folder } from '../../engine/1-document/schema.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';

const DAY = 86_400_000;
const AMOUNT = { id: 'n', label: 'Amount', kind: 'money', currency: 'USD' };
const CARDS = [
  cardOf('pay_out', { effect: 'spend', class: 'money', amountArg: 'n', args: [AMOUNT] }),
];
const INPUT = [{ id: 'n', label: 'N', kind: 'number' as const }];

const START: StepSpec = ['start', 'start'];
const FIN: StepSpec = ['fin', 'end', { outcome: 'done' }];
const pay = (id: string, n: Json): StepSpec => [id, 'call_tool', { tool: 'pay_out', args: { n } }];
const from = (gate: string): Json => ({ '@ref': `steps.${gate}.value.n` });
const NOW = [{ to: 'director', afterMs: 2 * 3_600_000 }];

/** An approval of an amount that may be changed, with a deadline and somebody who is asked next. */
const gate = (id: string, value: Json, more: JsonObject = {}): StepSpec => [
  id,
  'approval',
  {
    ask: 'manager',
    title: 'Pay?',
    fields: [{ field: AMOUNT, value }],
    withinMs: DAY,
    escalate: NOW,
    ...more,
  },
];
const plain = (id: string, more: JsonObject = {}): StepSpec => [
  id,
  'approval',
  { ask: 'manager', title: 'Pay?', withinMs: DAY, ...more },
];
const room = (
  id: string,
  type: string,
  settings: JsonObject,
  inner: [StepSpec[], string[]],
): StepSpec => [id, type, settings, { scope: scopeOf(...inner) }];
const drawn = (id: string, steps: StepSpec[], arrows: string[]): Folder =>
  drawing(scopeOf(steps, arrows), { cards: CARDS, id, input: INPUT });

/** A gate and its payment in every item, three items at once. */
const lanes = drawn(
  'lanes',
  [
    START,
    room('each', 'for_each', { items: [10, 20, 30, 40], concurrency: 3 }, [
      [
        ['in', 'start'],
        gate('ask', { '@ref': 'item' }),
        pay('pay', from('ask')),
        ['no', 'end', { outcome: 'done' }],
        ['late', 'end', { outcome: 'done' }],
      ],
      ['in:ok>ask', 'ask:approved>pay', 'ask:refused>no', 'ask:timeout>late'],
    ]),
    FIN,
  ],
  ['start:ok>each', 'each:ok>fin'],
);

/** A gate in a loop that is asked again after every *send back*; the payment follows the loop. */
const rounds = drawn(
  'rounds',
  [
    START,
    room(
      'again',
      'loop',
      { maxRounds: 4, until: { field: 'steps.ask.port', op: 'is', value: 'approved' } },
      [
        [['in', 'start'], gate('ask', { '@ref': 'round' }), ['back', 'join'], ['late', 'join']],
        ['in:ok>ask', 'ask:sent_back>back', 'ask:timeout>late'],
      ],
    ),
    pay('pay', { '@ref': 'steps.again.value.n', else: { '@ref': 'input.n' } }),
    ['over', 'end', { outcome: 'refused' }],
    FIN,
  ],
  ['start:ok>again', 'again:done>pay', 'again:over>over', 'again:error>over', 'pay:ok>fin'],
);

/** One gate before many payments, by several people. */
const many = drawn(
  'many',
  [
    START,
    plain('ask', { quorum: { of: ['manager', 'director', 'operations'], need: 2 } }),
    room('each', 'for_each', { items: [1, 2, 3], concurrency: 2 }, [
      [['in', 'start'], pay('pay', { '@ref': 'item' })],
      ['in:ok>pay'],
    ]),
    ['late', 'end', { outcome: 'does_not_know' }],
    FIN,
  ],
  ['start:ok>ask', 'ask:approved>each', 'each:ok>fin', 'ask:timeout>late'],
);

/** Gates side by side before one payment; a gate below that opens one above, and one above that
 *  opens one below. */
const inner = drawn(
  'inner',
  [START, pay('first', { '@ref': 'input.n' }), gate('ask', { '@ref': 'input.n' }), FIN],
  ['start:ok>first', 'first:ok>ask', 'ask:approved>fin'],
);
const below = drawn(
  'below',
  [
    START,
    plain('a'),
    plain('b'),
    ['both', 'join', {}, { join: 'every' }],
    ['sub', 'sub_workflow', { workflow: 'inner', input: { n: 7 } }],
    pay('last', 3),
    ['late', 'end', { outcome: 'does_not_know' }],
    ['no', 'end', { outcome: 'refused' }],
    FIN,
  ],
  [
    'start:ok>a',
    'start:ok>b',
    'a:approved>both',
    'b:approved>both',
    'both:ok>sub',
    'sub:ok>last',
    'sub:refused>no',
    'sub:error>late',
    'a:timeout>late',
    'b:timeout>late',
    'a:refused>no',
    'b:refused>no',
    'last:ok>fin',
  ],
);

export const LIBRARY: Record<string, Folder> = { inner };
export const FOLDERS: Folder[] = [lanes, rounds, many, below];
