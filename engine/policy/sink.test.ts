// Sinks and cards: what the rules allowed is held against where it came from.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardSchema } from '../1-document/schema.ts';
import type { Condition } from '../base/condition.ts';
import type { JsonObject } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import { byCard, closer } from './conditions.ts';
import {
  ruleFor,
  stricter,
  wordOf,
  type Decision,
  type PolicyRule,
  type RuleFacts,
} from './rules.ts';
import { atSink, namedBy } from './sink.ts';
import { isSink, sourceLabels } from './source.ts';

const cardOf = (more: JsonObject = {}): AuthorityCard =>
  cardSchema.parse({
    name: 'mail',
    title: 'Mail',
    adapter: 'practice',
    class: 'communication',
    effect: 'irreversible',
    args: [
      { id: 'to', label: 'To', kind: 'mail' },
      { id: 'text', label: 'Text', kind: 'text' },
      { id: 'sum', label: 'Sum', kind: 'money' },
    ],
    amountArg: 'sum',
    ...more,
  }) as AuthorityCard;
const leaf = (field: string, op: string, value?: JsonObject[string]): Condition =>
  ({ field, op, ...(value === undefined ? {} : { value }) }) as Condition;
const rule = (when: Condition, then: PolicyRule['then'] = 'allow'): PolicyRule => ({
  id: 'r',
  name: 'R',
  when,
  then,
});
const FACTS: RuleFacts = {
  tool: 'mail',
  class: 'communication',
  effect: 'irreversible',
  step: 'send',
  workflow: 'w',
  mode: 'real',
  args: { to: 'a@ours.example', text: 'hello', sum: 5 },
  labels: { to: ['input'], text: ['model', 'untrusted'], sum: ['input'] },
  amount: 5,
  hour: 9,
  weekday: 'friday',
};
const isMail = leaf('tool', 'is', 'mail');
type Given = { labels?: RuleFacts['labels']; steered?: boolean; card?: AuthorityCard };
function said(
  when: Condition,
  { labels = FACTS.labels, steered = false, card = cardOf() }: Given = {},
) {
  const facts = { ...FACTS, labels };
  const found = ruleFor([rule(when)], facts);
  const call = { card, labels: () => labels, isSteered: () => steered };
  return atSink(wordOf(found, card.effect), found, call);
}
const asked = (word: Decision): string =>
  word.then === 'ask' ? (word.why?.code ?? '') : word.then;
const CLEAN = { to: ['input'], text: ['workflow'], sum: ['input'] };

describe('an untrusted argument of a sink', () => {
  test('is asked about where the rule only names the tool', () => {
    expect(said(isMail)).toMatchObject({
      then: 'ask',
      id: 'r',
      why: { code: 'why.untrusted_argument', params: { argument: 'Text' } },
    });
    expect(said(isMail, { labels: CLEAN }).then).toBe('allow');
  });
  test('goes where the rule says what this very argument must look like, or that it is known', () => {
    for (const when of [
      leaf('args.text', 'matches', '^hel'),
      leaf('args.text', 'one_of', ['hello', 'bye']),
      leaf('labels.text', 'contains', 'untrusted'),
    ])
      expect(said({ all: [isMail, when] }).then).toBe('allow');
  });
  test('does not go because another one is named, or because it is only said to be there', () => {
    for (const when of [
      leaf('args.to', 'matches', '@ours.example$'),
      leaf('args.text', 'is_not_empty'),
      leaf('args.text', 'is_not', 'bad'),
      { not: leaf('args.text', 'contains', 'bad') },
      { any: [leaf('args.text', 'contains', 'hel'), isMail] },
    ] as Condition[])
      expect(asked(said({ all: [isMail, when] }))).toBe('why.untrusted_argument');
  });
  test('which is an amount is named by a bound on the amount', () => {
    const labels = { ...CLEAN, sum: ['untrusted'] };
    expect(said({ all: [isMail, leaf('amount', 'less_than', 10)] }, { labels }).then).toBe('allow');
    expect(asked(said(isMail, { labels }))).toBe('why.untrusted_argument');
  });
  test('is nobody’s business where nothing leaves and nothing is lost', () => {
    const card = cardOf({ class: 'customer_data', effect: 'write' });
    expect(isSink(card)).toBe(false);
    expect(said(isMail, { card, steered: true }).then).toBe('allow');
  });
});

describe('a call that untrusted text decided about', () => {
  const steered = { labels: CLEAN, steered: true };
  test('is asked about, unless the rule names the step', () => {
    expect(asked(said(isMail, steered))).toBe('why.untrusted_steered');
    expect(said({ all: [isMail, leaf('step', 'is', 'send')] }, steered).then).toBe('allow');
    expect(asked(said(leaf('args.to', 'contains', '@'), steered))).toBe('why.untrusted_steered');
  });
});

describe('private data and untrusted text', () => {
  const card = cardOf({ adapter: 'http', effect: 'read', class: 'operational' });
  const mixed = { to: ['untrusted'], text: ['crm', 'private'], sum: ['input'] };
  test('do not leave together by a tool that only reads, far away', () => {
    expect(asked(said(isMail, { card, labels: mixed }))).toBe('why.private_leaves');
    expect(said(isMail, { card, labels: { ...mixed, to: ['input'] } }).then).toBe('allow');
    expect(said(isMail, { card, labels: { ...mixed, text: ['workflow'] } }).then).toBe('allow');
    const named = {
      all: [leaf('args.to', 'contains', 'ours'), leaf('args.text', 'contains', 'h')],
    };
    expect(said(named, { card, labels: mixed }).then).toBe('allow');
  });
});

test('what a condition names, it names whenever it holds', () => {
  const part = fc.constantFrom(
    isMail,
    leaf('args.to', 'matches', '@ours.example$'),
    leaf('args.text', 'is', 'hello'),
    leaf('step', 'is', 'send'),
    leaf('args.text', 'is_not', 'x'),
  );
  const tree = fc.letrec<{ c: Condition }>((tie) => ({
    c: fc.oneof(
      { maxDepth: 3 },
      part,
      fc.array(tie('c'), { minLength: 1, maxLength: 3 }).map((every) => ({ all: every })),
      fc.array(tie('c'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('c').map((not) => ({ not })),
    ),
  })).c;
  // With an argument nobody could have meant, a condition that names it never holds.
  const odd = { ...FACTS, args: { ...FACTS.args, text: 'something else' } };
  fc.assert(
    fc.property(tree, (when) => {
      if (namedBy(when).has('args.text')) expect(ruleFor([rule(when)], odd)).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

describe('a card', () => {
  const allowed: Decision = { then: 'allow', id: 'r', isDefault: false };
  const asks = (more: JsonObject, facts: Partial<RuleFacts> = {}): string =>
    asked(byCard(allowed, cardOf(more), { ...FACTS, ...facts }));
  test('may ask before every call, or before some', () => {
    expect(asks({})).toBe('allow');
    expect(asks({ approval: 'never' })).toBe('allow');
    expect(asks({ approval: 'always' })).toBe('why.card_always');
    const large = { approval: 'when', askWhen: { field: 'amount', op: 'at_least', value: 100 } };
    expect(asks(large)).toBe('allow');
    expect(asks(large, { amount: 100 })).toBe('why.card_when');
    const weekend = { field: 'weekday', op: 'one_of', value: ['saturday', 'sunday'] };
    expect(asks({ approval: 'when', askWhen: weekend }, { weekday: 'sunday' })).toBe(
      'why.card_when',
    );
    expect(asks({ approval: 'when', askWhen: weekend })).toBe('allow');
  });
  test('wants arguments that rest on more than a model’s word', () => {
    const evidence = { evidence: ['sum'] };
    const sum = (labels: string[]) => ({ labels: { ...CLEAN, sum: labels } });
    expect(asks(evidence, sum(['model', 'workflow']))).toBe('why.no_evidence');
    expect(asks(evidence, sum(['model', 'workflow', 'ledger']))).toBe('allow');
    expect(asks(evidence, sum(['approved:c1']))).toBe('allow');
    expect(asks(evidence, { ...sum([]), args: { to: 'x' } })).toBe('allow');
  });
  test('never loosens a word, and of the pinned one and today’s the stricter bounds hold', () => {
    const deny: Decision = { then: 'deny', id: 'd', isDefault: true };
    expect(byCard(deny, cardOf({ approval: 'always' }), FACTS)).toBe(deny);
    expect(stricter(allowed, byCard(allowed, cardOf({ approval: 'always' }), FACTS)).then).toBe(
      'ask',
    );
    const pinned = cardOf({ effect: 'write', hosts: ['a.example', 'b.example'], timeoutMs: 500 });
    const now = cardOf({ effect: 'spend', hosts: ['b.example', 'c.example'], timeoutMs: 900 });
    expect(closer(pinned, now)).toMatchObject({
      effect: 'spend',
      hosts: ['b.example'],
      timeoutMs: 500,
    });
    expect(closer(now, pinned).effect).toBe('spend');
  });
  test('says whether what comes through it is private, or written by somebody outside', () => {
    const labels = (more: JsonObject) => sourceLabels(cardOf({ class: 'operational', ...more }));
    expect(labels({ source: 'ledger' })).toEqual(['ledger']);
    expect(labels({ class: 'customer_data', source: 'crm' })).toEqual(['crm', 'private']);
    expect(labels({ source: 'private' })).toEqual(['private']);
    for (const source of ['untrusted', 'web', 'mail', 'file'])
      expect(labels({ source })).toContain('untrusted');
    for (const adapter of ['http', 'mcp', 'files', 'mail_read', 'knowledge', 'folder'])
      expect(labels({ adapter })).toEqual(['untrusted']);
    expect(labels({ adapter: 'http', source: 'our_register' })).toEqual(['our_register']);
  });
});
