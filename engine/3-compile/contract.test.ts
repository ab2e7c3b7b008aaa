// The contract says what the drawing does, in plain words, and nothing a person wrote about it.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { SAMPLES, SETTING } from '../../e2e/kit/problems.ts';
import { registry } from '../../nodes/index.ts';
import { edit } from '../1-document/edit.ts';
import type { Edit } from '../1-document/change.ts';
import { loadFolder } from '../1-document/load.ts';
import type { Folder, Rule } from '../1-document/schema.ts';
import { say } from '../base/text/say.ts';
import type { JsonObject } from '../base/value.ts';
import { compile } from './compile.ts';
import { contract } from './contract.ts';
import type { Topic } from './sentence.ts';

const said = (folder: Folder, topic: Topic): string[] =>
  contract(compile(folder, registry).graph, folder, SETTING, registry)
    .filter((sentence) => sentence.topic === topic)
    .map(({ code, params }) => say('en', code, params).replaceAll('**', ''));
const sample = (slug: string): Folder => loadFolder(path.join(SAMPLES, slug)).folder as Folder;
const expense = sample('expense-approval');
const changed = (...changes: Edit[]): Folder => ({
  ...expense,
  workflow: changes.reduce((workflow, change) => {
    const edited = edit(workflow, change);
    if (!edited.ok) throw new Error(edited.fault);
    return edited.workflow;
  }, expense.workflow),
});
const set = (step: string, at: string, value: string | number): Edit => ({
  do: 'set',
  step,
  path: at,
  value,
});

describe('expense approval', () => {
  test('says under its title who is asked from when', () => {
    expect(said(expense, 'way')).toEqual([
      'Under $500: pays by itself.',
      '$500–$5,000: asks a manager.',
      'Above $5,000: asks a director.',
      'Under $500, but not “Within policy”: asks a manager.',
    ]);
  });
  test('says something else as soon as a threshold is changed', () => {
    const lower = changed(set('how_much', 'cases.0.when.all.0.value', 300));
    expect(said(lower, 'way').slice(0, 2)).toEqual([
      'Under $300: pays by itself.',
      '$300–$5,000: asks a manager.',
    ]);
    const cents = changed(set('how_much', 'cases.1.when.value', 4999.99));
    expect(said(cents, 'way')[2]).toBe('Above $4,999.99: asks a director.');
    const upTo = changed(set('how_much', 'cases.0.when.all.0.op', 'at_most'));
    expect(said(upTo, 'way').slice(0, 2)).toEqual([
      'Up to $500: pays by itself.',
      'Above $500, up to $5,000: asks a manager.',
    ]);
  });
  test('says who is asked, by role, by name or by office', () => {
    const named = changed(
      set('ask_manager', 'ask', 'ines_roth'),
      set('ask_director', 'ask', 'incidents'),
    );
    expect(said(named, 'way').slice(1, 3)).toEqual([
      '$500–$5,000: asks Ines Roth.',
      'Above $5,000: asks Dana Ruiz.',
    ]);
  });
  test('follows a re-routed arrow', () => {
    const arrow = { from: 'how_much', port: 'to_manager', to: 'ask_manager' };
    const rerouted = (to: string): string | undefined =>
      said(
        changed(
          { do: 'reconnect', arrow, to: { ...arrow, to } },
          { do: 'remove_steps', steps: ['ask_manager'] },
        ),
        'way',
      )[1];
    expect(rerouted('pay')).toBe('$500–$5,000: pays by itself.');
    expect(rerouted('not_paid')).toBe('$500–$5,000: ends as “Not paid”.');
    expect(rerouted('ask_director')).toBe('From $500: asks a director.');
  });
  test('does not read what a person wrote about it', () => {
    const { purpose: _old, ...workflow } = expense.workflow;
    const renamed = { ...expense, workflow: { ...workflow, purpose: 'Never pays anything.' } };
    expect(said(renamed, 'way')).toEqual(said(expense, 'way'));
  });
  test('says what it may do, must ask and must never do, and when it stops', () => {
    expect(said(expense, 'may')).toEqual([
      'May move money with Pay a claim.',
      'May ask a model in one step.',
    ]);
    expect(said(expense, 'must_ask')[0]).toContain(
      'Pay needs consent first (Ask a manager or Ask a director), unless a rule allows it',
    );
    expect(said(expense, 'must_never')).toEqual([
      'Never writes to people outside.',
      'Never uses Send mail.',
    ]);
    expect(said(expense, 'stops_when')).toEqual([
      'Stops and asks at $0.05, 12 tool calls, 6 model calls, 20,000 tokens, or 10 min of work.',
    ]);
  });
});

const MAIL: JsonObject = {
  name: 'mail',
  title: 'Send mail',
  class: 'communication',
  effect: 'irreversible',
};
const PAY: JsonObject = { name: 'pay', title: 'Pay', class: 'money', effect: 'spend' };
const END: StepSpec = ['done', 'end'];
const gate: StepSpec = [
  'gate',
  'approval',
  { ask: 'director', title: 'Send?', withinMs: 172_800_000 },
];
const send: StepSpec = ['send', 'call_tool', { tool: 'mail' }];
const rule = (then: Rule['then']): Rule => ({
  id: 'r',
  name: 'Mails at night',
  when: {
    all: [
      { field: 'tool', op: 'is', value: 'mail' },
      { field: 'hour', op: 'less_than', value: 6 },
    ],
  },
  then,
  ask: 'manager',
});
const of = (
  steps: StepSpec[],
  arrows: string[],
  more: Parameters<typeof drawing>[1] = {},
): Folder =>
  drawing(scopeOf([['start', 'start'], ...steps], arrows), { cards: [MAIL, PAY], ...more });

test('consent on every way is said as such, with its deadline', () => {
  const folder = of([gate, send, END], ['start:ok>gate', 'gate:approved>send', 'send:ok>done']);
  expect(said(folder, 'must_ask')).toEqual(['send needs consent first: gate.']);
  expect(said(folder, 'stops_when')[1]).toBe('gate waits for a director at most 2 days.');
  expect(said(folder, 'must_never')).toEqual(['Never moves money.', 'Never uses Pay.']);
});

test('where consent is not on every way, the rules that stand in for it are named', () => {
  const way = (rules: Rule[]) =>
    said(of([send, END], ['start:ok>send', 'send:ok>done'], { rules }), 'must_ask');
  expect(way([rule('allow')])).toEqual([
    'send without asking where a rule allows it: Mails at night.',
  ]);
  expect(way([rule('ask')])).toEqual([
    'send asks a manager where the rule “Mails at night” says so.',
  ]);
  expect(
    said(
      of([send, END], ['start:ok>send', 'send:ok>done'], { rules: [rule('deny')] }),
      'must_never',
    ),
  ).toContain('Never what the rule “Mails at night” forbids.');
});

describe('without a figure to decide by', () => {
  test('the ways are called by their names', () => {
    const option = (id: string, name: string) => ({ id, name, description: name });
    const sort: StepSpec = [
      'sort',
      'decide',
      {
        question: 'What is it?',
        rule: 'By its words',
        options: [option('order', 'An order'), option('other', 'Anything else')],
        maxOutputTokens: 100,
      },
    ];
    const folder = of(
      [sort, send, END],
      ['start:ok>sort', 'sort:order>send', 'sort:other>done', 'send:ok>done'],
    );
    expect(said(folder, 'way')).toEqual([
      'An order: “Send mail” by itself.',
      'Anything else: ends as “done”.',
    ]);
  });
  test('one way only says what it does by itself', () => {
    expect(said(of([send, END], ['start:ok>send', 'send:ok>done']), 'way')).toEqual([
      'By itself: send.',
    ]);
    expect(said(of([END], ['start:ok>done']), 'way')).toEqual([
      'Changes nothing outside: it only reads, thinks and answers.',
    ]);
  });
});

describe('a decision that comes to the same whatever the figure is', () => {
  const small = { field: 'input.amount', op: 'less_than', value: 500 };
  const large = { field: 'input.amount', op: 'at_least', value: 500 };
  const urgent = { field: 'input.urgent', op: 'is', value: true };
  const decided = (cases: JsonObject[], arrows: string[]): string[] =>
    said(
      of(
        [['how_much', 'condition', { cases }], send, END],
        ['start:ok>how_much', ...arrows, 'send:ok>done'],
        {
          input: [
            { id: 'amount', label: 'Amount', kind: 'money', currency: 'USD' },
            { id: 'urgent', label: 'Urgent', kind: 'yes_no' },
          ],
        },
      ),
      'way',
    );
  test('is no decision', () => {
    const ways = decided(
      [{ port: 'few', when: small }],
      ['how_much:few>send', 'how_much:otherwise>send'],
    );
    expect(ways.join(' ')).not.toMatch(/\$|figure|\{/);
  });
  test('says so where it still depends on something else', () => {
    const cases = [
      { port: 'few', when: { all: [small, urgent] } },
      { port: 'many', when: { all: [large, urgent] } },
    ];
    const arrows = ['how_much:few>send', 'how_much:many>send', 'how_much:otherwise>done'];
    expect(decided(cases, arrows)).toEqual([
      'Whatever the figure: “Send mail” by itself.',
      'Whatever the figure otherwise: ends as “done”.',
    ]);
  });
});

test('a decision inside a room, and plain numbers with their name, are found too', () => {
  const cases = [{ port: 'many', when: { field: 'input.days', op: 'at_least', value: 3 } }];
  const body = scopeOf(
    [
      ['how_long', 'condition', { cases }],
      ['ask', 'approval', { ask: 'manager', title: '?' }],
    ],
    ['how_long:many>ask'],
  );
  const folder = of(
    [['room', 'group', {}, { scope: body }], END],
    ['start:ok>room', 'room:ok>done'],
    {
      input: [{ id: 'days', label: 'Days', kind: 'number', required: true }],
    },
  );
  expect(said(folder, 'way')).toEqual([
    'Days under 3: ends there.',
    'Days from 3: asks a manager.',
  ]);
});
