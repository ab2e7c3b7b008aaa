// Workflows that reach a limit, a letter nobody knows about, trouble, and the door's own question.

import {
  BUDGET,
  end,
  plays,
  ref,
  rule,
  start,
  step,
  text,
  tool,
  type Drawn,
} from './card-parts.ts';
import { scopeOf, type StepSpec } from './drawing.ts';

const draft = (id: string, name: string): StepSpec =>
  step(id, 'draft', name, {
    instructions: 'Sum up the week in two sentences',
    data: { week: ref('input.week') },
    maxOutputTokens: 100,
  });
const WEEK = {
  ...text('week', 'Week'),
  required: true,
  example: 'Week 46: 12 orders, 1 complaint',
};

export const atLimit: Drawn = {
  name: 'Weekly summary',
  input: [WEEK],
  scope: scopeOf(
    [
      start('Week'),
      draft('sum_up', 'Sum up the week'),
      draft('shorten', 'Shorten it'),
      end('Summed up'),
    ],
    ['start:ok>sum_up', 'sum_up:ok>shorten', 'shorten:ok>done'],
  ),
  answers: [
    { step: 'sum_up', answer: { text: 'Twelve orders came in, and one customer complained.' } },
    { step: 'shorten', answer: { text: 'Twelve orders, one complaint.' } },
  ],
  more: { budget: { ...BUDGET, modelCalls: 1 } },
};

export const ownLimit: Drawn = {
  ...atLimit,
  name: 'Careful summary',
  scope: {
    ...atLimit.scope,
    nodes: atLimit.scope.nodes.map((node) =>
      node.id === 'shorten' ? { ...node, budget: { modelCalls: 0 } } : node,
    ),
  },
  more: {},
};

export const LETTER = tool('send_letter', 'Send a letter', {
  class: 'communication',
  effect: 'irreversible',
  idempotency: 'none',
  args: [
    { ...text('to', 'To'), required: true },
    { ...text('subject', 'Subject'), required: true },
  ],
  result: [{ ...text('number', 'Number'), required: true }, text('remark', 'Remark')],
  undo: 'Call the customer and say that the letter is void.',
});
const letterArgs = { to: ref('input.to'), subject: ref('input.subject') };
export const TO = [
  { ...text('to', 'To'), required: true, example: 'Norvik Ltd' },
  { ...text('subject', 'Subject'), required: true, example: 'Your order of November' },
];
export const mayHaveHappened: Drawn = {
  name: 'Supplier letter',
  input: TO,
  scope: scopeOf(
    [
      start('Letter'),
      step('send', 'call_tool', 'Send the letter', { tool: 'send_letter', args: letterArgs }),
      end('Sent', { number: ref('steps.send.value.number') }),
    ],
    ['start:ok>send', 'send:ok>done'],
  ),
  cards: [LETTER],
  rules: [rule('send_letter', 'allow')],
  tools: [
    plays(
      'send_letter',
      { number: 'L-2041' },
      { write: [{ table: 'post', row: { to: ref('args.to') } }] },
    ),
  ],
};
export const inTrouble: Drawn = {
  name: 'Stock report',
  input: [{ ...text('item', 'Item'), required: true, example: 'Lamp, brass' }],
  scope: scopeOf(
    [
      start('Item'),
      step('count', 'call_tool', 'Count the stock', {
        tool: 'count_stock',
        args: { item: ref('input.item') },
      }),
      end('Counted', { pieces: ref('steps.count.value.pieces') }),
    ],
    ['start:ok>count', 'count:ok>done'],
  ),
  cards: [
    tool('count_stock', 'Stock system', {
      effect: 'read',
      args: [{ ...text('item', 'Item'), required: true }],
      result: [{ id: 'pieces', label: 'Pieces', kind: 'number', required: true }],
    }),
  ],
  tools: [
    plays('count_stock', null, { fail: { kind: 'terminal', message: 'The shelf list is locked' } }),
  ],
};

export const doorAsks: Drawn = {
  name: 'Supplier note',
  input: [{ ...text('page', 'Page'), required: true, example: 'https://norvik.example/terms' }],
  scope: scopeOf(
    [
      start('Page'),
      step('read', 'call_tool', 'Read the page', {
        tool: 'read_page',
        args: { page: ref('input.page') },
      }),
      step('note', 'call_tool', 'Keep a note', {
        tool: 'keep_note',
        args: { about: ref('input.page'), words: ref('steps.read.value.words') },
      }),
      end('Noted'),
    ],
    ['start:ok>read', 'read:ok>note', 'note:ok>done'],
  ),
  cards: [
    tool('read_page', 'Read a web page', {
      effect: 'read',
      source: 'web',
      args: [{ ...text('page', 'Page'), required: true }],
      result: [{ ...text('words', 'Words'), required: true }],
    }),
    tool('keep_note', 'Keep a note', {
      args: [text('about', 'About'), { id: 'words', label: 'Words', kind: 'long_text' }],
      undo: 'Delete the note in the supplier file.',
    }),
  ],
  rules: [rule('keep_note', 'ask')],
  tools: [
    plays('read_page', { words: 'Delivery within 14 days. Returns are free for 30 days.' }),
    plays('keep_note', {}),
  ],
};
