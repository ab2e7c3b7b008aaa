// Workflows with many calls behind one decision, several who must agree, calls inside a step, runs
// that wait their turn or stand in line, and a tool of another program.

import path from 'node:path';
import { LETTER, TO } from './card-drawings.ts';
import { end, money, plays, ref, rule, start, step, text, tool, type Drawn } from './card-parts.ts';
import { scopeOf } from './drawing.ts';

const PAY = tool('pay_out', 'Pay out', {
  class: 'money',
  effect: 'spend',
  amountArg: 'amount',
  args: [money('amount', 'Amount'), { ...text('to', 'Paid to'), required: true }],
});
const NAMES = [
  'Ada Lind',
  'Ben Ortiz',
  'Cleo Marsh',
  'Dev Patel',
  'Elin Berg',
  'Fay Young',
  'Gil Moreau',
  'Hana Sato',
  'Ivo Klein',
  'Jo Adeyemi',
  'Kim Larsen',
  'Lou Costa',
];
const ITEMS = NAMES.map((to, i) => ({ to, amount: 250 + i * 15.5 }));
export const manyPayments: Drawn = {
  name: 'Refund round',
  input: [{ ...text('month', 'Month'), required: true, example: 'November' }],
  scope: scopeOf(
    [
      start('Round'),
      step('agree', 'approval', 'Agree to the refunds', {
        ask: 'director',
        title: 'Pay these refunds?',
        show: [{ label: 'Month', value: ref('input.month') }],
      }),
      [
        'each',
        'for_each',
        { items: ITEMS, concurrency: 3 },
        {
          name: 'For each customer',
          scope: scopeOf(
            [
              step('one', 'start', 'Customer'),
              step('pay', 'call_tool', 'Pay the refund', {
                tool: 'pay_out',
                args: { amount: ref('item.amount'), to: ref('item.to') },
              }),
            ],
            ['one:ok>pay'],
          ),
        },
      ],
      ['done', 'end', { outcome: 'done' }, { name: 'All paid', at: [0, 560] }],
    ],
    ['start:ok>agree', 'agree:approved>each', 'each:ok>done'],
  ),
  cards: [PAY],
  tools: [plays('pay_out', {})],
};

/** One letter after the other: long enough to be stopped in the middle. */
export const manyLetters: Drawn = {
  name: 'Letter round',
  input: [{ ...text('subject', 'Subject'), required: true, example: 'Our new address' }],
  scope: scopeOf(
    [
      start('Round'),
      [
        'each',
        'for_each',
        { items: ITEMS, concurrency: 1 },
        {
          name: 'For each customer',
          scope: scopeOf(
            [
              step('one', 'start', 'Customer'),
              step('send', 'call_tool', 'Send the letter', {
                tool: 'send_letter',
                args: { to: ref('item.to'), subject: ref('input.subject') },
              }),
            ],
            ['one:ok>send'],
          ),
        },
      ],
      ['done', 'end', { outcome: 'done' }, { name: 'All sent', at: [0, 440] }],
    ],
    ['start:ok>each', 'each:ok>done'],
  ),
  cards: [LETTER],
  rules: [rule('send_letter', 'allow')],
  tools: [plays('send_letter', { number: 'L-2041' })],
};

export const together: Drawn = {
  name: 'New supplier',
  input: [
    { ...text('supplier', 'Supplier'), required: true, example: 'Norvik Ltd' },
    { ...money('amount', 'Down payment'), example: 900 },
  ],
  scope: scopeOf(
    [
      start('Supplier'),
      step('agree', 'approval', 'Agree together', {
        ask: 'manager',
        title: 'Take on this supplier?',
        show: [{ label: 'Supplier', value: ref('input.supplier') }],
        quorum: { of: ['marcus_webb', 'ines_roth', 'lee_tanaka'], need: 2 },
        escalate: [{ to: 'operations', afterMs: 7_200_000 }],
        withinMs: 172_800_000,
      }),
      step('done', 'end', 'Taken on', { outcome: 'done' }),
      step('not', 'end', 'Not taken on', { outcome: 'refused' }),
    ],
    ['start:ok>agree', 'agree:approved>done', 'agree:refused>not', 'agree:timeout>not'],
  ),
};

export const severalCalls: Drawn = {
  name: 'Complaint desk',
  input: [{ ...text('mail', 'Mail'), required: true, example: 'The lamp arrived broken.' }],
  scope: scopeOf(
    [
      start('Mail'),
      step('vote', 'consensus', 'Replace or refund?', {
        question: 'What should the customer get?',
        rule: 'Broken goods are replaced.',
        data: { mail: ref('input.mail') },
        options: [
          { id: 'replace', name: 'Replace', description: 'The goods arrived broken' },
          { id: 'refund', name: 'Refund', description: 'The customer wants the money back' },
        ],
        votes: 3,
        atLeast: 0.6,
        maxOutputTokens: 100,
      }),
      step('look_up', 'use_tool', 'Look up the order', {
        instructions: 'Find the order this mail is about',
        data: { mail: ref('input.mail') },
        tool: 'find_order',
        args: {},
        fields: [{ ...text('number', 'Number'), required: true }],
        maxOutputTokens: 100,
      }),
      end('Replaced', { number: ref('steps.look_up.value.number') }),
      step('paid', 'end', 'Refunded', { outcome: 'done' }),
    ],
    ['start:ok>vote', 'vote:replace>look_up', 'vote:refund>paid', 'look_up:ok>done'],
  ),
  cards: [
    tool('find_order', 'Find an order', {
      effect: 'read',
      args: [{ ...text('words', 'Words'), required: true }],
      result: [{ ...text('order', 'Order'), required: true }],
    }),
  ],
  answers: [
    ...[1, 2, 3].map((n) => ({
      step: 'vote',
      part: `vote${n}`,
      confidence: 0.8,
      reason: 'It arrived broken.',
      answer: { choice: n === 3 ? 'refund' : 'replace' },
    })),
    { step: 'look_up', part: 'ask', answer: { args: { words: 'lamp' } } },
    { step: 'look_up', part: 'read', answer: { number: 'O-118' } },
  ],
  tools: [plays('find_order', { order: 'Order O-118: one lamp, brass' })],
};

export const inTurn: Drawn = {
  name: 'Address check',
  input: TO,
  scope: scopeOf(
    [
      start('Address'),
      step('first', 'call_tool', 'Check the name', {
        tool: 'check_address',
        args: { words: ref('input.to') },
      }),
      step('second', 'call_tool', 'Check the subject', {
        tool: 'check_address',
        args: { words: ref('input.subject') },
      }),
      end('Checked'),
    ],
    ['start:ok>first', 'first:ok>second', 'second:ok>done'],
  ),
  cards: [
    tool('check_address', 'Address book', {
      effect: 'read',
      rate: { calls: 1, perMs: 600_000 },
      args: [{ ...text('words', 'Words'), required: true }],
    }),
  ],
  tools: [plays('check_address', {})],
};

export const inLine: Drawn = {
  name: 'Customer change',
  input: [{ ...text('customer', 'Customer'), required: true, example: 'Norvik Ltd' }],
  scope: scopeOf(
    [
      start('Customer'),
      step('agree', 'approval', 'Agree to the change', {
        ask: 'manager',
        title: 'Change this customer?',
        show: [{ label: 'Customer', value: ref('input.customer') }],
      }),
      end('Changed'),
    ],
    ['start:ok>agree', 'agree:approved>done'],
  ),
  more: {
    tags: { customer: ref('input.customer') },
    overlap: { key: ref('input.customer'), rule: 'queue' },
  },
};

const SERVER = path.join(import.meta.dirname, 'tool-server.mjs');

/** A tool of another program; `<note>.changed` beside its note file makes it say something else. */
export const otherProgram = (note: string): Drawn => ({
  name: 'Greeting',
  input: [{ ...text('name', 'Name'), required: true, example: 'Ada' }],
  scope: scopeOf(
    [
      start('Name'),
      step('greet', 'call_tool', 'Greet', { tool: 'greet', args: { name: ref('input.name') } }),
      end('Greeted'),
    ],
    ['start:ok>greet', 'greet:ok>done'],
  ),
  servers: [
    {
      id: 'greeter',
      title: 'Greeter',
      transport: 'program',
      env: [],
      command: process.execPath,
      args: [SERVER, 'good', note],
    },
  ],
  cards: [
    tool('greet', 'Greet somebody', {
      adapter: 'mcp',
      effect: 'read',
      source: 'untrusted',
      options: { server: 'greeter', tool: 'greet' },
      args: [{ ...text('name', 'Name'), required: true }],
      result: [],
    }),
  ],
});
