// Rules tried on calls: the word of the door, over what was recorded, and nothing else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardSchema } from '../1-document/schema.ts';
import type { Condition } from '../base/condition.ts';
import type { AuthorityCard } from '../node.ts';
import { argLabels } from './facts.ts';
import type { PolicyRule, RuleFacts } from './rules.ts';
import { tryRules, wordFor, type PastCall } from './tried.ts';

const card = (more: object = {}): AuthorityCard =>
  cardSchema.parse({
    name: 'mail',
    title: 'Send mail',
    adapter: 'mail_send',
    class: 'communication',
    effect: 'irreversible',
    args: [{ id: 'to', label: 'To', kind: 'mail' }],
    ...more,
  });
const call = (
  facts: Partial<RuleFacts> = {},
  own?: AuthorityCard,
  isSteered = false,
): PastCall => ({
  run: 'r1',
  effect: 'r1:4:0',
  at: 0,
  isSteered,
  card: own ?? card(),
  facts: {
    tool: 'mail',
    class: 'communication',
    effect: 'irreversible',
    step: 'send',
    workflow: 'w',
    mode: 'real',
    args: { to: 'ann@example.com' },
    labels: { to: ['workflow'] },
    hour: 9,
    weekday: 'monday',
    ...facts,
  },
});
const rule = (then: PolicyRule['then'], when: Condition, id: string = then): PolicyRule => ({
  id,
  name: `Rule ${id}`,
  when,
  then,
});
const isMail: Condition = { field: 'tool', op: 'is', value: 'mail' };

describe('what rules would have said', () => {
  test('is the word of the door: text from outside is asked about although a rule allows the tool', () => {
    const outside = call({ labels: { to: ['untrusted', 'mail'] } });
    expect(wordFor([rule('allow', isMail)], outside)).toMatchObject({
      then: 'ask',
      why: { code: 'why.untrusted_argument' },
    });
    const named: Condition = {
      all: [isMail, { field: 'args.to', op: 'matches', value: '@example.com$' }],
    };
    expect(wordFor([rule('allow', named)], outside).then).toBe('allow');
  });

  test('knows from the record that text from outside decided about a call', () => {
    expect(wordFor([rule('allow', isMail)], call({}, card(), true)).then).toBe('ask');
    const step: Condition = { all: [isMail, { field: 'step', op: 'is', value: 'send' }] };
    expect(wordFor([rule('allow', step)], call({}, card(), true)).then).toBe('allow');
  });

  test('is refused for real, whatever rules say, while nobody has linked the tool', () => {
    const own = card({ unlinked: ['send'] });
    expect(wordFor([rule('allow', isMail)], call({}, own))).toMatchObject({
      then: 'deny',
      why: { code: 'why.card_unlinked' },
    });
    expect(wordFor([rule('allow', isMail)], call({ mode: 'practice' }, own)).then).toBe('allow');
  });

  test('asks where the card itself asks, also when a rule allows', () => {
    const own = card({ approval: 'when', askWhen: { field: 'hour', op: 'at_least', value: 18 } });
    expect(wordFor([rule('allow', isMail)], call({}, own)).then).toBe('allow');
    expect(wordFor([rule('allow', isMail)], call({ hour: 19 }, own)).then).toBe('ask');
  });

  test('changes nothing where the rules are the same, and every call is counted once on each side', () => {
    const then = fc.constantFrom('allow' as const, 'ask' as const, 'deny' as const);
    const when: fc.Arbitrary<Condition> = fc.oneof(
      fc.constant<Condition>(isMail),
      fc.constant<Condition>({ all: [] }),
      fc.record({
        field: fc.constant('hour'),
        op: fc.constant('at_least' as const),
        value: fc.nat(23),
      }),
    );
    const rules = fc
      .array(fc.record({ then, when }), { maxLength: 4 })
      .map((list) => list.map((one, i) => rule(one.then, one.when, `r${i}`)));
    const calls = fc
      .array(fc.nat(23), { maxLength: 12 })
      .map((hours) => hours.map((hour) => call({ hour })));
    fc.assert(
      fc.property(rules, rules, calls, (now, tried, list) => {
        const same = tryRules(list, () => ({ now, then: now }));
        expect([same.changed, same.now]).toEqual([[], same.then]);
        const other = tryRules(list, () => ({ now, then: tried }));
        const sum = ({ allow, ask, deny }: typeof other.now): number => allow + ask + deny;
        expect([sum(other.now), sum(other.then), other.calls]).toEqual(Array(3).fill(list.length));
        const moved = (['allow', 'ask', 'deny'] as const).reduce(
          (n, word) => n + Math.abs(other.now[word] - other.then[word]),
          0,
        );
        expect(moved).toBeLessThanOrEqual(2 * other.changed.length);
      }),
      { numRuns: 200 },
    );
  });

  test('counts the call of a model only where a rule speaks of models', () => {
    const { card: _card, ...bare } = call({ tool: 'model', class: 'workflow', effect: 'read' });
    const none = tryRules([bare], () => ({ now: [], then: [rule('deny', isMail)] }));
    expect(none.calls).toBe(0);
    const some = tryRules([bare], () => ({
      now: [],
      then: [rule('deny', { field: 'tool', op: 'is', value: 'model' })],
    }));
    expect(some).toMatchObject({ calls: 1, now: { allow: 1 }, then: { deny: 1 } });
  });
});

test('an argument that stands nowhere in the settings may come from anything in them', () => {
  const settings = {
    v: { args: { to: 'x' }, rule: 'y' },
    labels: { 'args.to': ['input'], rule: ['untrusted'] },
  };
  expect(argLabels({ to: 'x', note: 'z' }, settings)).toEqual({
    to: ['input'],
    note: ['input', 'untrusted'],
  });
});
