// Rules as sentences, and what is said about them before they bind anybody.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person, Rule } from '../../engine/1-document/schema.ts';
import type { Condition } from '../../engine/base/condition.ts';
import { OPERATORS } from '../../engine/base/condition.ts';
import type { Field } from '../../engine/base/kinds.ts';
import { conditionWords, halves } from './condition-words.ts';
import { factSources, sightFrom, type Known } from './facts.ts';
import { askedName, ruleProblems, ruleSentence } from './rule-words.ts';

const amount: Field = { id: 'amount', label: 'Amount', kind: 'money', currency: 'USD' };
const to: Field = { id: 'to', label: 'Paid to', kind: 'text' };
const KNOWN: Known = {
  cards: [
    { name: 'pay_claim', title: 'Pay a claim', args: [amount, to], amountArg: 'amount' },
    { name: 'mail', title: 'Send mail', args: [{ id: 'to', label: 'To', kind: 'mail' }] },
  ],
  steps: [{ id: 'pay', name: 'Pay' }],
  workflows: [],
  currency: 'USD',
};
const sight = sightFrom(factSources(KNOWN));
const people: Person[] = [
  { id: 'mona', name: 'Mona Lind', roles: ['manager'] },
  { id: 'ines', name: 'Ines Roth', roles: ['director'] },
];
const rule = (when: Condition, then: Rule['then'], ask?: string): Rule => ({
  id: 'r1',
  name: 'A rule',
  when,
  then,
  ...(ask === undefined ? {} : { ask }),
});
const isPay: Condition = { field: 'tool', op: 'is', value: 'pay_claim' };
const small: Condition = { field: 'amount', op: 'less_than', value: 500 };

describe('a rule as a sentence', () => {
  test('names the tool, the amount as money, and what happens then', () => {
    expect(ruleSentence(rule({ all: [isPay, small] }, 'allow'), sight, people)).toBe(
      'When “Pay a claim” is used and the amount is less than $500.00, it **happens without asking**.',
    );
  });

  test('says who is asked by name, by role, or by what they are responsible for', () => {
    const said = (ask?: string) => ruleSentence(rule(isPay, 'ask', ask), sight, people);
    expect(said('mona')).toContain('**Mona Lind is asked**');
    expect(said('manager')).toContain('**any manager is asked**');
    expect(said()).toContain('**whoever answers for approvals is asked**');
    expect(askedName('incidents', people)).toBe('whoever answers for incidents');
  });

  test('that always holds says so, whatever it does', () => {
    expect(ruleSentence(rule({ all: [] }, 'deny'), sight, people)).toBe(
      '**Every call is refused**.',
    );
    expect(ruleSentence(rule({ any: [] }, 'allow'), sight, people)).toContain('never');
  });

  test('tells where a value came from, and groups alternatives so that they cannot be misread', () => {
    const outside: Condition = { field: 'labels.to', op: 'contains', value: 'untrusted' };
    const late: Condition = { any: [{ field: 'hour', op: 'at_least', value: 18 }, outside] };
    expect(conditionWords({ all: [isPay, late] }, sight)).toBe(
      '“Pay a claim” is used and (either the hour is at least 18:00 or “Paid to” holds text from outside)',
    );
  });

  test('is said for every condition that can be written, and never with a missing word', () => {
    const leaf = fc.record({
      field: fc.constantFrom('tool', 'amount', 'args.to', 'labels.to', 'hour', 'gone.away', ''),
      op: fc.constantFrom(...OPERATORS),
      value: fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string())),
    });
    const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf as fc.Arbitrary<Condition>,
        fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }),
        fc.record({ not: tie('tree') }),
      ),
    }));
    fc.assert(
      fc.property(tree, (when) => {
        expect(conditionWords(when, sight)).not.toMatch(/undefined|null|\[(rule|app)\./);
        const { who, when: rest } = halves(when);
        expect(who).toHaveProperty('all');
        expect(rest).toHaveProperty('all');
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is wrong with rules', () => {
  const codes = (...rules: Rule[]) =>
    ruleProblems(rules, sight, people).map(
      ({ at, code }) => `${at} ${code.slice('rule.problem.'.length)}`,
    );

  test('is nothing where every rule can be reached, finished and asked about', () => {
    expect(codes(rule({ all: [isPay, small] }, 'allow'), rule(isPay, 'ask', 'manager'))).toEqual(
      [],
    );
  });

  test('is a comparison without its value, a name nobody has, and no name at all', () => {
    expect(codes(rule({ field: 'amount', op: 'less_than' }, 'allow'))).toEqual(['0 unfinished']);
    expect(codes(rule({ field: '', op: 'is' }, 'deny'))).toEqual(['0 unfinished']);
    expect(codes(rule(isPay, 'ask', 'zoe'))).toEqual(['0 nobody']);
    expect(codes({ ...rule(isPay, 'deny'), name: ' ' })).toEqual(['0 no_name']);
  });

  test('is a rule behind one that always holds, or behind its own double', () => {
    expect(codes(rule({ all: [] }, 'deny'), rule(isPay, 'ask'))).toEqual(['1 never']);
    expect(codes(rule(isPay, 'ask'), rule(isPay, 'allow'))).toEqual(['1 never']);
  });

  test('is a tool nobody knows, and a rule that lets everything happen', () => {
    expect(codes(rule({ field: 'tool', op: 'one_of', value: ['mail', 'fax'] }, 'ask'))).toEqual([
      '0 no_tool',
    ]);
    expect(codes(rule({ all: [] }, 'allow'))).toEqual(['0 all']);
  });
});
