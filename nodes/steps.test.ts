// What single steps promise beyond the contract they all share.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayPort } from '../engine/base/text/ports.ts';
import { say } from '../engine/base/text/say.ts';
import type { Json, JsonObject } from '../engine/base/value.ts';
import type {
  AuthorityCard,
  NodeDefinition,
  Reply,
  StepInput,
  StepResult,
} from '../engine/node.ts';
import { registry } from './index.ts';

const AT = '2026-11-20T10:00:00.000Z';
const ago = (ms: number): string => new Date(Date.parse(AT) - ms).toISOString();

const definition = (type: string): NodeDefinition => registry.get(`${type}@1`) as NodeDefinition;
const stepInput = (v: Json, more: Partial<StepInput> = {}): StepInput => ({
  step: { id: 'it', name: 'Identity verification', type: 'x@1', visit: 1 },
  settings: { v, labels: {} },
  scope: { input: { v, labels: {} }, steps: {} },
  at: AT,
  usage: { costNano: 0, modelCalls: 0, toolCalls: 0, tokens: 0, attempts: 0, workMs: 0 },
  ...more,
});

function compute(type: string, settings: JsonObject, more: Partial<StepInput> = {}): StepResult {
  const d = definition(type);
  if (d.does.kind !== 'compute') throw new Error(type);
  return d.does.compute(stepInput(settings, more), d.settings.parse(settings));
}
function read(type: string, settings: JsonObject, reply: Reply, card?: AuthorityCard): StepResult {
  const d = definition(type);
  if (d.does.kind !== 'call') throw new Error(type);
  return d.does.read(reply, stepInput(settings, { card }), d.settings.parse(settings));
}
const sentence = (result: StepResult): string => {
  const said = 'failure' in result ? result.failure : result.why;
  return said ? say('en', said.code, said.params) : '';
};

describe('condition', () => {
  const cases = [
    { port: 'small', when: { field: 'input.n', op: 'less_than', value: 500 } },
    { port: 'middle', when: { field: 'input.n', op: 'at_most', value: 5000 } },
  ];
  const at = (n: Json): StepResult =>
    compute('condition', { cases }, { scope: { input: { v: { n }, labels: {} }, steps: {} } });

  test('includes its bounds exactly as they say', () => {
    const ways = [499.99, 500, 5000, 5000.01].map((n) => (at(n) as { port: string }).port);
    expect(ways).toEqual(['small', 'middle', 'middle', 'otherwise']);
  });

  test('takes the last way for anything that cannot be compared', () => {
    for (const n of [null, 'many', [], {}]) expect(at(n)).toMatchObject({ port: 'otherwise' });
  });

  test('names each way by bounds in which exactly the figures that take it lie', () => {
    const bound = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(
        fc.uniqueArray(bound, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (to, isAt) => {
          const op = isAt ? 'at_most' : 'less_than';
          const sorted = [...to].sort((a, b) => a - b);
          const all = sorted.map((value, i) => ({
            port: `w${i}`,
            when: { field: 'input.n', op, value },
          }));
          const d = definition('condition');
          const names = d
            .ports(d.settings.parse({ cases: all }))
            .map((port) => sayPort('en', 'condition@1', port));
          const figures = sorted.map((v) => `${v}`);
          expect(names).toEqual([
            `${isAt ? 'Up to' : 'Under'} ${figures[0]}`,
            ...figures.slice(1).map((v, i) => `${figures[i]}–${v}`),
            `${isAt ? 'Above' : 'From'} ${figures.at(-1)}`,
          ]);
        },
      ),
    );
  });

  test('keeps the name a person gave a way', () => {
    const d = definition('condition');
    const named = [{ ...cases[0], label: 'Petty cash' }, cases[1]];
    const [first] = d.ports(d.settings.parse({ cases: named }));
    expect(first && sayPort('en', 'condition@1', first)).toBe('Petty cash');
  });

  test('two ways of one name, and a way called like the last one, are refused', () => {
    const { settings } = definition('condition');
    expect(settings.safeParse({ cases: [cases[0], cases[0]] }).success).toBe(false);
    const taken = { ...cases[0], port: 'otherwise' };
    expect(settings.safeParse({ cases: [taken] }).success).toBe(false);
  });
});

describe('an answer of a model', () => {
  const agent = { text: 'x', maxOutputTokens: 100, minConfidence: 0.7 };
  const two = ['yes', 'no'].map((id) => ({ id, name: id, description: id }));
  const classify = { ...agent, categories: two, ways: true };
  const fields = [{ id: 'total', label: 'Total', kind: 'number', required: true }];
  const says = (answer: Json, share = 0.9, more: object = {}): Reply => ({
    kind: 'model',
    answer,
    confidence: { share, source: 'rule' },
    ...more,
  });

  test('outside the options is a failure and never a success', () => {
    for (const answer of ['maybe', '', null, 7, { category: 'toString' }, ['yes']])
      expect(read('classify', classify, says(answer))).toHaveProperty(
        'failure.code',
        'failure.answer_shape',
      );
    const decide = { question: 'q', rule: 'r', options: two, maxOutputTokens: 100 };
    expect(read('decide', decide, says('maybe'))).toHaveProperty('failure');
  });

  test('that does not fit the fields is a failure and never a success', () => {
    const extract = { ...agent, fields };
    const answers: Json[] = [{ total: 'ten' }, { total: 1, more: 2 }, 'ten', null];
    for (const answer of answers)
      expect(read('extract', extract, says(answer))).toHaveProperty('failure');
    expect(read('draft', { maxOutputTokens: 100 }, says({ body: 'x' }))).toHaveProperty('failure');
  });

  test('below the minimum, unknown, or incomplete leaves by unsure', () => {
    const unsure = { port: 'unsure' };
    expect(read('classify', classify, says('yes', 0.69))).toMatchObject(unsure);
    expect(read('classify', classify, says(null, 0.9, { doesNotKnow: true }))).toMatchObject(
      unsure,
    );
    expect(read('extract', { ...agent, fields }, says({}))).toMatchObject(unsure);
    expect(read('classify', classify, says('yes', 0.7))).toMatchObject({ port: 'yes' });
  });

  test('goes on by its one way when the categories are no ways', () => {
    const result = read('classify', { ...classify, ways: false }, says({ category: 'no' }, 0.8));
    expect(result).toMatchObject({
      port: 'ok',
      value: { category: 'no', confidence: { share: 0.8, source: 'rule' } },
    });
  });
});

describe('an answer of a tool', () => {
  const card: AuthorityCard = {
    name: 'identity',
    title: 'Identity service',
    description: '',
    adapter: 'practice',
    class: 'customer_data',
    effect: 'read',
    idempotency: 'key',
    args: [],
    source: 'identity',
    timeoutMs: 1,
    result: [
      { id: 'id', label: 'Id', kind: 'text', required: true },
      { id: 'at', label: 'At', kind: 'text' },
      { id: 'status', label: 'Status', kind: 'text' },
    ],
  };
  const call = (expectation: JsonObject, value: Json, asOf?: string, own = card): StepResult =>
    read(
      'call_tool',
      { tool: 'identity', expect: expectation },
      { kind: 'tool', value, ...(asOf === undefined ? {} : { asOf }) },
      own,
    );

  test('that is older than allowed is not used, whoever says how old it is', () => {
    const stale = 'Identity verification returned cached data; timestamp mismatch detected';
    const fresh = { freshWithinMs: 1000 };
    expect(sentence(call(fresh, { id: 'a' }, ago(1001)))).toBe(stale);
    expect(sentence(call({ ...fresh, timestampField: 'at' }, { id: 'a', at: ago(1001) }))).toBe(
      stale,
    );
    expect(sentence(call({}, { id: 'a' }, ago(1001), { ...card, freshWithinMs: 1000 }))).toBe(
      stale,
    );
    expect(sentence(call(fresh, { id: 'a' }))).toContain('does not say when');
    expect(call(fresh, { id: 'a' }, ago(1000))).toMatchObject({ port: 'ok', asOf: ago(1000) });
  });

  test('about somebody else, in the wrong state or incomplete is not used', () => {
    const about = { subject: { field: 'id', equals: 'a' } };
    expect(sentence(call(about, { id: 'b' }))).toContain('asked about a, got b');
    const must = { must: [{ part: 'status', op: 'is', value: 'verified' }] };
    expect(sentence(call(must, { id: 'a', status: 'open' }))).toContain('status is open');
    expect(sentence(call({}, { status: 'verified' }))).toContain('“Identity service”');
    expect(call({ ...about, ...must }, { id: 'a', status: 'verified' })).toMatchObject({
      port: 'ok',
    });
  });

  test('hands on what its card declares and nothing else', () => {
    expect(call({}, { id: 'a', extra: 'hidden' })).toMatchObject({ value: { id: 'a' } });
    expect(JSON.stringify(call({}, { id: 'a', extra: 'hidden' }))).not.toContain('hidden');
  });

  test('without a card there is no call', () => {
    const d = definition('call_tool');
    if (d.does.kind !== 'call') throw new Error('call');
    const planned = d.does.plan(
      stepInput({ tool: 'gone', args: {} }),
      d.settings.parse({ tool: 'gone' }),
    );
    expect(planned).toHaveProperty('failure.code', 'failure.no_card');
  });
});

describe('gates', () => {
  test('a model’s own word never counts by default, however sure it is', () => {
    const check = (source: string, share: number, more: JsonObject = {}): StepResult =>
      compute('confidence_check', { of: { share, source }, atLeast: 0.8, ...more });
    expect(check('self', 1)).toMatchObject({ port: 'low' });
    expect(check('votes', 0.8)).toMatchObject({ port: 'ok' });
    expect(check('votes', 0.79)).toMatchObject({ port: 'low' });
    expect(check('self', 1, { accept: ['self'] })).toMatchObject({ port: 'ok' });
    expect(compute('confidence_check', { of: 'very' })).toMatchObject({ port: 'low' });
  });

  test('a budget check reads the totals of the whole run and names the limit', () => {
    const usage = {
      costNano: 20_000_001,
      modelCalls: 2,
      toolCalls: 3,
      tokens: 50,
      attempts: 5,
      workMs: 60_000,
    };
    const check = (settings: JsonObject): StepResult =>
      compute('budget_check', settings, { usage });
    expect(check({ costUsd: 0.02 })).toMatchObject({ port: 'over' });
    expect(sentence(check({ costUsd: 0.02 }))).toContain('$0.02');
    expect(check({ costUsd: 0.03, toolCalls: 3, minutes: 1 })).toMatchObject({ port: 'ok' });
    expect(check({ toolCalls: 2 })).toMatchObject({ port: 'over' });
  });

  test('check result says which check was not met, and hands nothing on then', () => {
    const at = { asOf: { source: ago(5000) } };
    const check = (settings: JsonObject): StepResult =>
      compute(
        'check_result',
        { value: { id: 'a', n: 2 }, step: 'source', called: 'The record', ...settings },
        at,
      );
    expect(check({ freshWithinMs: 5000 })).toMatchObject({ port: 'ok', value: { id: 'a' } });
    expect(sentence(check({ freshWithinMs: 4999 }))).toMatch(/^The record returned cached data/);
    expect(check({ freshWithinMs: 4999 })).toMatchObject({ port: 'failed', value: {} });
    expect(sentence(check({ subject: { field: 'id', equals: 'b' } }))).toContain('got a');
    expect(sentence(check({ must: [{ part: 'n', op: 'more_than', value: 2 }] }))).toContain(
      'n is 2',
    );
    expect(sentence(check({ fields: [{ id: 'id', label: 'Id', kind: 'number' }] }))).toContain(
      'incomplete or wrong: id',
    );
  });
});

describe('shape data', () => {
  const shape = (op: JsonObject): StepResult =>
    compute('shape_data', { fields: [{ id: 'out', do: op }] });
  const out = (op: JsonObject): Json | undefined => {
    const result = shape(op);
    return 'failure' in result ? undefined : (result.value as JsonObject)['out'];
  };

  test('adds up cents exactly, in whatever order they come', () => {
    const cents = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(cents, (list) => {
        const total = list.reduce((a, b) => a + b, 0) / 100;
        expect(out({ op: 'sum', values: list.map((n) => n / 100) })).toBeCloseTo(total, 6);
      }),
    );
    expect(out({ op: 'sum', values: [0.1, 0.2] })).toBe(0.3);
    expect(out({ op: 'difference', from: 1, minus: 0.9 })).toBe(0.1);
  });

  test('does what its operations say', () => {
    expect(out({ op: 'sum', values: [{ n: { x: 1 } }, { n: { x: 2 } }], part: 'n.x' })).toBe(3);
    expect(out({ op: 'count', values: ['a', 'b'] })).toBe(2);
    expect(out({ op: 'round', value: 2.345, digits: 1 })).toBe(2.3);
    expect(out({ op: 'join', values: ['a', 1], with: '-' })).toBe('a-1');
    expect(out({ op: 'add_days', date: '2026-02-27', days: 2 })).toBe('2026-03-01');
    expect(out({ op: 'add_days', date: '2028-02-28', days: 1 })).toBe('2028-02-29');
    expect(out({ op: 'pick', from: { a: [10, 20] }, part: 'a.1' })).toBe(20);
    expect(out({ op: 'rename', from: { a: 1, b: 2 }, names: { a: 'c' } })).toEqual({ c: 1, b: 2 });
  });

  test('says what is missing instead of guessing', () => {
    expect(sentence(shape({ op: 'sum', values: [1, 'two'] }))).toContain('a number is missing');
    expect(sentence(shape({ op: 'add_days', date: '2026-02-30', days: 1 }))).toContain(
      'a date is missing',
    );
    const list = { fields: [{ id: 'out', do: { op: 'count', values: { '@ref': 'input.it' } } }] };
    const found = { fields: [{ id: 'out', do: { op: 'count', values: { a: 1 } } }] };
    const counted = compute('shape_data', list, { settings: { v: found, labels: {} } });
    expect(sentence(counted)).toContain('needs a list');
    expect(sentence(shape({ op: 'pick', from: { a: 1 }, part: 'toString' }))).toContain(
      'not there',
    );
  });

  test('each field keeps where exactly its parts came from', () => {
    const settings = {
      fields: [
        { id: 'a', do: { op: 'set', value: 1 } },
        { id: 'b', do: { op: 'set', value: 2 } },
      ],
    };
    const labels = { 'fields.0.do.value': ['untrusted'], 'fields.1.do.value': ['crm'] };
    expect(compute('shape_data', settings, { settings: { v: settings, labels } })).toMatchObject({
      labels: { a: ['untrusted'], b: ['crm'] },
    });
  });
});

test('an approval advises by the first case that holds, and never decides', () => {
  const d = definition('approval');
  if (d.does.kind !== 'card') throw new Error('card');
  const settings = {
    ask: 'manager',
    title: 'Pay?',
    recommend: [
      { when: { field: 'input.n', op: 'less_than', value: 5 }, choice: 'approve', reason: 'Small' },
      { when: { field: 'input.n', op: 'at_least', value: 5 }, choice: 'refuse', reason: 'Large' },
    ],
  };
  const { does } = d;
  const card = (n: number) =>
    does.card(
      { ...stepInput(settings), scope: { input: { v: { n }, labels: {} }, steps: {} } },
      d.settings.parse(settings),
    );
  expect(card(1).recommendation).toEqual({ choice: 'approve', reason: 'Small' });
  expect(card(9).recommendation).toEqual({ choice: 'refuse', reason: 'Large' });
  expect(d.ports(d.settings.parse(settings)).map((p) => p.id)).not.toContain('timeout');
  const late = d.settings.parse({ ...settings, withinMs: 60_000 });
  expect(d.ports(late).map((p) => p.id)).toContain('timeout');
});
