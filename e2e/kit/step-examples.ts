// One complete example of the settings of each step type, for tests that look at all of them.

import type { JsonObject } from '../../engine/base/value.ts';
import type { AuthorityCard } from '../../engine/node.ts';

/** Complete settings of each type that needs some. */
const TWO = [
  { id: 'yes', name: 'Yes', description: 'It is so' },
  { id: 'no', name: 'No', description: 'It is not so' },
];
const TOTAL = { id: 'total', label: 'Total', kind: 'money', currency: 'USD', required: true };
const FACT = { label: 'Amount', value: { '@ref': 'input.amount' }, field: TOTAL };
const UNDER = { field: 'input.amount', op: 'less_than', value: 500 };
const EXPECT = {
  fields: [{ id: 'status', label: 'Status', kind: 'text', required: true }],
  freshWithinMs: 1000,
  timestampField: 'at',
  subject: { field: 'id', equals: { '@ref': 'input.id' } },
  must: [{ part: 'status', op: 'is', value: 'verified' }],
};
export const EXAMPLES: Record<string, JsonObject> = {
  end: { outcome: 'refused', output: { message: { '@text': 'Over {{input.amount}}' }, paid: 1 } },
  classify: {
    text: { '@ref': 'input.text' },
    instructions: 'By its words',
    categories: TWO,
    ways: true,
    maxOutputTokens: 100,
    role: 'careful',
  },
  extract: { text: { '@ref': 'input.text' }, fields: [TOTAL], maxOutputTokens: 100 },
  draft: {
    instructions: 'Write',
    data: { name: 'Ada' },
    maxOutputTokens: 100,
    fields: [{ id: 'subject', label: 'Subject', kind: 'text', required: true }],
  },
  decide: {
    question: 'Pay?',
    rule: 'Always',
    data: { amount: 1 },
    options: TWO,
    maxOutputTokens: 9e1,
  },
  call_tool: { tool: 'look_up', args: { id: { '@ref': 'input.id' } }, expect: EXPECT },
  use_tool: {
    instructions: 'Look it up',
    data: { mail: { '@ref': 'input.text' } },
    tool: 'look_up',
    args: { id: { '@ref': 'input.id' } },
    fields: [TOTAL],
    expect: EXPECT,
    maxOutputTokens: 100,
  },
  use_tool_ask: {
    data: { mail: { '@ref': 'input.text' } },
    tool: 'look_up',
    given: ['id'],
    maxOutputTokens: 100,
  },
  critic: {
    instructions: 'Write',
    data: { name: 'Ada' },
    criteria: TWO,
    fields: [TOTAL],
    maxOutputTokens: 100,
  },
  critic_check: {
    draft: { total: { '@ref': 'steps.write.value.total' } },
    criteria: TWO,
    fields: [TOTAL],
    maxOutputTokens: 100,
  },
  consensus: {
    question: 'Pay?',
    rule: { '@text': 'Up to {{input.amount}}' },
    options: TWO,
    votes: 5,
    atLeast: 0.8,
    maxOutputTokens: 100,
  },
  consensus_count: {
    options: TWO,
    atLeast: 0.6,
    votes: ['yes', 'yes', 'no'].map((choice) => ({ port: choice, value: { choice } })),
  },
  condition: {
    currency: 'USD',
    otherwise: { says: 'Too much' },
    cases: [
      { port: 'small', when: UNDER, says: { '@text': 'Under {{input.limit}}' } },
      { port: 'middle', when: { all: [{ ...UNDER, op: 'at_most', value: 5000 }] } },
    ],
  },
  confidence_check: { of: { '@ref': 'steps.sort.value.confidence' }, atLeast: 0.9 },
  budget_check: { costUsd: 0, modelCalls: 3, toolCalls: 3, tokens: 100, minutes: 1 },
  check_result: {
    value: { '@ref': 'steps.sort.value' },
    step: 'sort',
    called: 'The answer',
    ...EXPECT,
  },
  approval: {
    ask: 'manager',
    title: 'Pay?',
    show: [FACT],
    withinMs: 60_000,
    fields: [{ field: TOTAL, value: { '@ref': 'input.amount' } }],
    covers: ['pay'],
    recommend: [
      { when: UNDER, choice: 'approve', reason: 'Small', confidence: { share: 1, source: 'rule' } },
    ],
  },
  question: {
    ask: 'manager',
    title: 'How much?',
    show: [FACT],
    fields: [{ field: TOTAL }],
    withinMs: 60_000,
  },
  escalate: { ask: 'incidents', title: 'It went wrong', show: [FACT] },
  ask_owner: { step: 'pay', name: 'Pay', port: 'error', fields: [TOTAL] },
  loop: { maxRounds: 3, until: UNDER },
  for_each: { items: { '@ref': 'input.list' }, concurrency: 3 },
  sub_workflow: { workflow: 'expense_approval', input: { amount: 1 } },
  wait: { ms: 1000 },
  shape_data: {
    fields: [
      { id: 'a', do: { op: 'set', value: { '@ref': 'input.a' } } },
      { id: 'b', do: { op: 'sum', values: [1, { '@ref': 'input.b' }] } },
      { id: 'c', do: { op: 'difference', from: 1, minus: 0.9 } },
      { id: 'd', do: { op: 'count', values: { '@ref': 'input.list' } } },
      { id: 'e', do: { op: 'round', value: 1.25, digits: 1 } },
      { id: 'f', do: { op: 'join', values: ['a', 'b'] } },
      { id: 'g', do: { op: 'add_days', date: '2026-11-20', days: 14 } },
      { id: 'h', do: { op: 'pick', from: { x: 1 }, part: 'x' } },
      { id: 'i', do: { op: 'rename', from: { x: 1 }, names: { x: 'y' } } },
    ],
  },
};

/** The card of the tool the examples name. */
export const CARD: AuthorityCard = {
  name: 'look_up',
  title: 'Look up',
  description: '',
  adapter: 'practice',
  class: 'customer_data',
  effect: 'read',
  idempotency: 'key',
  args: [
    { id: 'id', label: 'Id', kind: 'text', required: true },
    { id: 'since', label: 'Since', kind: 'date', required: true },
    { id: 'picture', label: 'Picture', kind: 'file' },
  ],
  source: 'crm',
  timeoutMs: 1000,
  result: [{ id: 'status', label: 'Status', kind: 'text', required: true }],
};
