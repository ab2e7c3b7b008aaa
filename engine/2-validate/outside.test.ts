// Text from outside: what it may not decide, and where it may not go.
import { describe, expect, test } from 'vitest';
import { cardOf, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { ASK, END, folderOf, mended, problemsOf } from '../../e2e/kit/problems.ts';
import type { Rule } from '../1-document/schema.ts';
import { say } from '../base/text/say.ts';
import type { Condition } from '../base/condition.ts';
import type { Json, JsonObject } from '../base/value.ts';

const TEXT = { id: 'text', label: 'Text', kind: 'text', required: true };
const tool = (name: string, more: JsonObject = {}): JsonObject =>
  cardOf(name, { title: name, args: [{ ...TEXT, required: false }], result: [TEXT], ...more });
const CARDS = [
  tool('web', { source: 'web' }),
  tool('crm', { class: 'customer_data', source: 'crm' }),
  tool('ledger', { source: 'ledger' }),
  tool('send', { class: 'communication', effect: 'irreversible' }),
  tool('get', {
    adapter: 'http',
    hosts: ['a.example'],
    options: { url: 'https://a.example/' },
    source: 'shop',
  }),
];
const call = (id: string, name: string, value: Json = 'x'): StepSpec => [
  id,
  'call_tool',
  { tool: name, args: { text: value } },
];
const of = (...ids: string[]): JsonObject => ({
  '@text': ids.map((id) => `{{steps.${id}.value.text}}`).join(' '),
});
const [WEB, CRM] = [call('web', 'web'), call('crm', 'crm')];
const sort = (value: Json = of('web')): StepSpec => [
  'sort',
  'classify',
  {
    text: value,
    categories: ['a', 'b'].map((id) => ({ id, name: id, description: '' })),
    ways: true,
    maxOutputTokens: 50,
  },
];
const leaf = (field: string, op: string, value: Json): Condition =>
  ({ field, op, value }) as Condition;
const isSend = leaf('tool', 'is', 'send');
const allow = (...all: Condition[]): Rule[] => [
  { id: 'r', name: 'R', when: { all: [isSend, ...all] }, then: 'allow' },
];
const isStep = leaf('step', 'is', 'send');
const bounded = leaf('args.text', 'matches', '^x');

/** A row of steps; arrows that are no row are added by hand. */
function folder(steps: StepSpec[], rules: Rule[], arrows: string[] = []) {
  const row = ['start', ...steps.map(([id]) => id)];
  const drawn = arrows.length
    ? arrows
    : row.slice(1).map((id, i) => `${row[i]}:${row[i] === 'gate' ? 'approved' : 'ok'}>${id}`);
  return folderOf([...steps, END], [...drawn, `${row.at(-1)}:ok>done`], { cards: CARDS, rules });
}
const found = (...given: Parameters<typeof folder>): string[] =>
  problemsOf(folder(...given)).map(({ code, step, field }) => [code, step, field].join(' ').trim());

describe('private data, text from outside and a way out', () => {
  const all = (...steps: StepSpec[]): StepSpec[] => [
    ...steps,
    call('send', 'send', of('web', 'crm')),
  ];
  test('do not meet in one step, whatever a rule allows', () => {
    expect(found(all(WEB, CRM), allow(isStep, bounded))).toEqual(['all_three send']);
    const [problem] = problemsOf(folder(all(WEB, CRM), allow(isStep)));
    expect(say('en', 'problem.all_three', problem?.params)).toBe(
      '“send” would bring together what is private, text from outside, and a way out.',
    );
  });
  test('may meet behind an approval, which the fix puts there', () => {
    expect(mended(folder(all(WEB, CRM), allow(isStep)))).toEqual([]);
    expect(found(all(WEB, CRM, ['gate', 'approval', ASK]), allow(isStep))).toEqual([]);
  });
  test('are fine by twos', () => {
    expect(found([CRM, call('send', 'send', of('crm'))], allow())).toEqual([]);
    expect(found([WEB, call('send', 'send', of('web'))], allow(isStep, bounded))).toEqual([]);
    expect(found([WEB, CRM, call('look', 'ledger', of('web', 'crm'))], [])).toEqual([]);
  });
  test('meet where the text only decides, and where an address carries the words away', () => {
    const decided = ['start:ok>web', 'web:ok>crm', 'crm:ok>sort', 'sort:a>send', 'sort:b>done'];
    const steps = [WEB, CRM, sort(), call('send', 'send', of('crm'))];
    expect(found(steps, allow(isStep), decided)).toEqual(['all_three send']);
    expect(found([WEB, CRM, call('get', 'get', of('web', 'crm'))], [])).toEqual(['all_three get']);
  });
});

describe('what cannot be taken back and hangs on text from outside', () => {
  const steps = [WEB, sort(), call('send', 'send')];
  const ways = ['start:ok>web', 'web:ok>sort', 'sort:a>send', 'sort:b>done'];
  test('needs a rule that names the step, or an approval', () => {
    expect(found(steps, allow(), ways)).toEqual(['steered_from_outside send']);
    expect(found(steps, allow(isStep), ways)).toEqual([]);
    expect(mended(folder(steps, allow(), ways))).toEqual([]);
    const asking: Rule[] = [{ ...(allow()[0] as Rule), then: 'ask', ask: 'manager' }];
    expect(found(steps, asking, ways)).toEqual([]);
  });
  test('is found through conditions, rooms, loops and lists', () => {
    const look: StepSpec = [
      'sort',
      'condition',
      {
        cases: [
          { port: 'a', label: 'A', when: leaf('steps.web.value.text', 'contains', 'x') as never },
        ],
        otherwise: { label: 'B' },
      },
    ];
    const otherwise = ways.map((way) => way.replace('sort:b', 'sort:otherwise'));
    expect(found([WEB, look, call('send', 'send')], allow(), otherwise)).toEqual([
      'steered_from_outside send',
    ]);
    const room = { scope: scopeOf([call('send', 'send')], []) };
    const each: StepSpec = ['each', 'for_each', { items: [of('web')] }, room];
    expect(found([WEB, each], allow())).toEqual(['steered_from_outside send']);
    const group: StepSpec = ['each', 'group', {}, room];
    const decided = ways.map((way) => way.replace('>send', '>each'));
    expect(found([WEB, sort(), group], allow(), decided)).toEqual(['steered_from_outside send']);
    expect(found([WEB, group], allow())).toEqual([]);
  });
  test('is not what happens either way, and not what our own data decides', () => {
    expect(found(steps, allow(), [...ways.slice(0, 3), 'sort:b>send'])).toEqual([]);
    const own = [call('web', 'ledger'), sort(), call('send', 'send')];
    expect(found(own, allow(), ways)).toEqual([]);
  });
});

describe('an argument from outside', () => {
  const send = call('send', 'send', of('web'));
  test('that no rule names is said to be asked about every time', () => {
    expect(found([WEB, send], allow(isStep))).toEqual(['argument_from_outside send args.text']);
    expect(problemsOf(folder([WEB, send], allow()))[0]?.severity).toBe('warning');
    expect(found([WEB, send], allow(bounded))).toEqual([]);
    expect(found([WEB, send], allow(leaf('labels.text', 'contains', 'untrusted')))).toEqual([]);
  });
  test('is found behind models, shaped data, lists and other people’s answers', () => {
    const via = (step: StepSpec, path: string): string[] =>
      found([WEB, step, call('send', 'send', { '@ref': path, else: '' })], allow(), [
        'start:ok>web',
        `web:ok>${step[0]}`,
        `${step[0]}:${step[1] === 'question' ? 'answered' : 'ok'}>send`,
      ]).filter((code) => code.startsWith('argument_from'));
    const one = ['argument_from_outside send args.text'];
    const write = { instructions: 'x', data: { it: of('web') }, maxOutputTokens: 50 };
    const fields = (value: Json) => ({ fields: [{ id: 'text', do: { op: 'set', value } }] });
    expect(via(['it', 'draft', write], 'steps.it.value.text')).toEqual(one);
    expect(via(['it', 'shape_data', fields(of('web'))], 'steps.it.value.text')).toEqual(one);
    expect(via(['it', 'shape_data', fields('x')], 'steps.it.value.text')).toEqual([]);
    const shape = { scope: scopeOf([['in', 'shape_data', fields({ '@ref': 'item' })]], []) };
    expect(via(['it', 'for_each', { items: [of('web')] }, shape], 'steps.it.value')).toEqual(one);
    const question = { ...ASK, fields: [{ field: TEXT, value: of('web') }] };
    expect(via(['it', 'question', question], 'steps.it.value.text')).toEqual(one);
    const typed = { ...ASK, fields: [{ field: TEXT }] };
    expect(via(['it', 'question', typed], 'steps.it.value.text')).toEqual([]);
  });
});

describe('a step that reads text from outside', () => {
  const use = (data: JsonObject): StepSpec => [
    'use',
    'use_tool',
    { instructions: 'x', data, tool: 'ledger', args: {}, maxOutputTokens: 50 },
  ];
  test('has no tool', () => {
    expect(found([WEB, use({ it: of('web') })], [])).toEqual(['reader_has_tool use tool']);
    expect(found([WEB, use({ it: 'our own' })], [])).toEqual([]);
  });
  test('decides by fixed choices, numbers and days, never by free words', () => {
    const kinds = (kind: string, op: string, value: Json): string[] => {
      const field = { ...TEXT, id: 'it', label: 'It', kind };
      const read: StepSpec = [
        'read',
        'extract',
        { text: of('web'), fields: [field], maxOutputTokens: 50 },
      ];
      const when = leaf('steps.read.value.it', op, value) as unknown as JsonObject;
      const cases = [{ port: 'a', label: 'A', when }];
      const branch: StepSpec = ['branch', 'condition', { cases, otherwise: { label: 'B' } }];
      const ways = ['start:ok>web', 'web:ok>read', 'read:ok>branch', 'branch:a>done'];
      return found([WEB, read, branch], [], [...ways, 'branch:otherwise>done']).filter((code) =>
        code.startsWith('open_'),
      );
    };
    expect(kinds('text', 'contains', 'urgent')).toEqual([
      'open_answer_decides branch cases.0.when',
    ]);
    expect(kinds('text', 'is_not_empty', null)).toEqual([]);
    expect(kinds('number', 'more_than', 5)).toEqual([]);
    expect(kinds('yes_no', 'is', true)).toEqual([]);
  });
});
