// Rules: the first that matches decides, and where none does the class of the effect.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../base/condition.ts';
import type { EffectClass } from '../node.ts';
import {
  decideRule,
  rulesFor,
  settled,
  stricter,
  type Decision,
  type KnownFacts,
  type PolicyRule,
  type RuleFacts,
} from './rules.ts';

const FACTS: RuleFacts = {
  tool: 'pay',
  class: 'money',
  effect: 'spend',
  step: 'pay',
  workflow: 'expense',
  mode: 'real',
  args: { to: 'ann', note: 'x' },
  labels: { to: ['untrusted'] },
  amount: 499.99,
  hour: 9,
  weekday: 'friday',
};
const rule = (id: string, when: Condition, then: PolicyRule['then'], ask?: string): PolicyRule => ({
  id,
  name: `Rule ${id}`,
  when,
  then,
  ...(ask ? { ask } : {}),
});
const isPay: Condition = { field: 'tool', op: 'is', value: 'pay' };
const small: Condition = { field: 'amount', op: 'less_than', value: 500 };
const said = (rules: PolicyRule[], facts: Partial<RuleFacts> = {}) =>
  decideRule(rules, { ...FACTS, ...facts });

test('the first rule that matches decides; a later, stricter one does not', () => {
  const rules = [rule('a', { all: [isPay, small] }, 'allow'), rule('b', isPay, 'ask', 'manager')];
  expect(said(rules)).toEqual({ then: 'allow', id: 'a', name: 'Rule a', isDefault: false });
  expect(said(rules, { amount: 500 })).toMatchObject({ then: 'ask', id: 'b', ask: 'manager' });
  expect(said(rules.toReversed())).toMatchObject({ id: 'b' });
});

test('where no rule matches, reading goes, writing is asked about, the rest is refused', () => {
  const byClass: [EffectClass, Decision['then']][] = [
    ['none', 'allow'],
    ['read', 'allow'],
    ['write', 'ask'],
    ['irreversible', 'deny'],
    ['spend', 'deny'],
  ];
  for (const [effect, then] of byClass)
    expect(said([], { effect })).toEqual({ then, id: `default.${effect}`, isDefault: true });
});

describe('a rule may look at', () => {
  test.each<[string, Condition]>([
    ['the class', { field: 'class', op: 'is', value: 'money' }],
    ['the step', { field: 'step', op: 'one_of', value: ['pay', 'other'] }],
    ['an argument', { field: 'args.to', op: 'is', value: 'ann' }],
    ['where an argument came from', { field: 'labels.to', op: 'contains', value: 'untrusted' }],
    ['the amount', { field: 'amount', op: 'at_most', value: 499.99 }],
    [
      'the hour',
      {
        all: [
          { field: 'hour', op: 'at_least', value: 9 },
          { field: 'hour', op: 'less_than', value: 17 },
        ],
      },
    ],
    ['the day of the week', { field: 'weekday', op: 'one_of', value: ['friday', 'monday'] }],
    ['the mode', { field: 'mode', op: 'is', value: 'real' }],
  ])('%s', (_what, when) => expect(said([rule('r', when, 'ask')]).id).toBe('r'));
});

test('what a call does not have matches nothing', () => {
  const { amount: _none, ...without } = FACTS;
  expect(decideRule([rule('r', small, 'allow')], without).isDefault).toBe(true);
  const reaching = rule('r', { field: 'args.constructor', op: 'is_not_empty' }, 'allow');
  expect(said([reaching]).isDefault).toBe(true);
});

test('of two decisions the stricter holds, whichever way round they come', () => {
  const decision = (then: Decision['then'], id: string): Decision => ({
    then,
    id,
    isDefault: false,
  });
  const [allow, ask, deny] = [decision('allow', 'a'), decision('ask', 'b'), decision('deny', 'c')];
  expect([
    stricter(allow, ask),
    stricter(ask, allow),
    stricter(deny, allow),
    stricter(allow, deny),
  ]).toEqual([ask, ask, deny, deny]);
  expect(stricter(decision('ask', 'old'), ask)).toBe(ask);
});

// ---- before a run
// --------------------------------------------------------------------------------

const FIELDS = ['tool', 'effect', 'amount', 'hour', 'args.to'];
const leaf = fc.record({
  field: fc.constantFrom(...FIELDS),
  op: fc.constantFrom('is', 'is_not', 'less_than', 'at_least', 'is_empty'),
  value: fc.constantFrom('pay', 'spend', 500, 9, 'ann'),
});
const condition: fc.Arbitrary<Condition> = fc.letrec<{ c: Condition }>((tie) => ({
  c: fc.oneof(
    { maxDepth: 3 },
    leaf as fc.Arbitrary<Condition>,
    fc.array(tie('c'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('c'), { maxLength: 3 }).map((any) => ({ any })),
    tie('c').map((not) => ({ not })),
  ),
})).c;
const facts = fc.record({
  tool: fc.constantFrom('pay', 'mail'),
  amount: fc.constantFrom(1, 500, 900),
  hour: fc.constantFrom(3, 9),
});

test('what is said to be settled before a run comes out so in every run', () => {
  const known: KnownFacts = { tool: 'pay', effect: 'spend' };
  fc.assert(
    fc.property(condition, facts, (when, { amount, hour }) => {
      const before = settled(when, known);
      const isSo = !said([rule('r', when, 'allow')], { amount, hour }).isDefault;
      if (before !== undefined) expect(isSo).toBe(before);
    }),
    { numRuns: 1000 },
  );
});

test('the rule that decides in a run is always among those named before it', () => {
  const known: KnownFacts = { tool: 'pay', effect: 'spend', class: 'money' };
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 5 }), facts, (conditions, { amount, hour }) => {
      const rules = conditions.map((when, i) => rule(`r${i}`, when, 'ask'));
      const decided = said(rules, { amount, hour });
      if (!decided.isDefault) expect(rulesFor(rules, known).map((r) => r.id)).toContain(decided.id);
    }),
    { numRuns: 1000 },
  );
});
