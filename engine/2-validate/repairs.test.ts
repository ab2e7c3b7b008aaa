// Fixes offered with findings: one click, and the finding is gone.
import { describe, expect, test } from 'vitest';
import { cardOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { ASK, END, folderOf, mended, problemsOf, SETTING } from '../../e2e/kit/problems.ts';
import type { Problem } from '../1-document/schema.ts';
import { say } from '../base/text/say.ts';
import type { JsonObject } from '../base/value.ts';

const allowed = [
  {
    id: 'r',
    name: 'Mails go out',
    when: { field: 'tool', op: 'is' as const, value: 'mail' },
    then: 'allow' as const,
  },
];
const row = (steps: StepSpec[], more: Parameters<typeof folderOf>[2] = {}) => {
  const ids = ['start', ...steps.map(([id]) => id), 'done'];
  const arrows = ids
    .slice(1)
    .map((id, i) => `${ids[i]}:${ids[i] === 'gate' ? 'approved' : 'ok'}>${id}`);
  return folderOf([...steps, END], arrows, { rules: allowed, ...more });
};
const words = ({ fix, params }: Problem): string => (fix ? say('en', fix.code, params) : '');
const fixOf = (folder: ReturnType<typeof row>, code: string): string | undefined => {
  const problem = problemsOf(folder).find((one) => one.code.startsWith(code));
  return problem && words(problem);
};

describe('who receives it', () => {
  const send: StepSpec = ['it', 'call_tool', { tool: 'mail', args: {} }];

  test('is taken from the mail address the form asks for', () => {
    const folder = row([send]);
    expect(fixOf(folder, 'argument_missing_mail')).toBe('Use “Mail” of the form');
    expect(mended(folder)).toEqual([]);
  });
  test('is taken from the nearest step that gives one before the form is', () => {
    const look: StepSpec = ['find_customer', 'call_tool', { tool: 'crm' }];
    const crm = cardOf('crm', {
      args: [],
      result: [{ id: 'to', label: 'To', kind: 'mail', required: true }],
    });
    const { cards } = row([send]);
    const folder = row([look, send], { cards: [...(cards as unknown as JsonObject[]), crm] });
    expect(fixOf(folder, 'argument_missing_mail')).toBe('Use “To” of find customer');
    expect(mended(folder)).toEqual([]);
  });
  test('is asked for in the form where nothing gives one; then it is taken from there', () => {
    const folder = row([send], { input: [] });
    expect(fixOf(folder, 'argument_missing_mail')).toBe('Ask for “To” in the form');
    expect(mended(folder)).toEqual(['argument_missing_mail']);
  });
});

describe('a setting that is empty', () => {
  const only = (step: StepSpec) => problemsOf(row([step])).map((one) => [one.code, words(one)]);

  test('is filled with what most people would choose', () => {
    expect(only(['gate', 'approval', { ...ASK, ask: '' }])).toEqual([
      ['setting_missing.approval.ask', `Ask ${SETTING.people.find((p) => p.limit !== 0)?.name}`],
    ]);
    expect(only(['gate', 'approval', { ...ASK, title: '' }])).toEqual([
      ['setting_missing.approval.title', 'Use the name of the step'],
    ]);
  });
  test('has no fix where nobody can know', () => {
    expect(only(['it', 'wait', { ms: '' }])).toEqual([['setting_missing.wait.ms', '']]);
  });
  test('takes the words of a file to read them', () => {
    const it: StepSpec = [
      'it',
      'extract',
      {
        text: '',
        fields: [{ id: 'total', label: 'Total', kind: 'money' }],
        maxOutputTokens: 50,
      },
    ];
    expect(only(it)).toEqual([['setting_missing.extract.text', 'Use “Receipt” of the form']]);
    expect(mended(row([it]))).toEqual([]);
  });
});

test('a value that may be missing can be left empty on purpose, in a field and in a text', () => {
  const note = { '@ref': 'input.note' };
  const text = { '@text': 'It says {{input.note}}.' };
  const end = (message: unknown): StepSpec => ['over', 'end', { output: { message } as never }];
  for (const message of [note, text]) {
    const folder = folderOf([end(message)], ['start:ok>over']);
    const [problem] = problemsOf(folder);
    expect(problem?.code).toBe('reference_may_be_empty');
    expect(problem && words(problem)).toBe('Leave it empty then');
    expect(mended(folder)).toEqual([]);
  }
});

test('a figure outside of its bounds is set to the bound', () => {
  const it: StepSpec = ['it', 'wait', { ms: -5 }];
  expect(fixOf(row([it]), 'setting_too_small')).toMatch(/^Set it to /);
  expect(mended(row([it]))).toEqual([]);
});

describe('a tool that is not set up', () => {
  const card = (more: JsonObject) => ({ cards: [cardOf('get', { args: [], ...more })] });
  const it: StepSpec = ['it', 'call_tool', { tool: 'get' }];
  const said = (more: JsonObject): string[] =>
    problemsOf(row([it], card(more))).map(({ code, severity, params, field }) =>
      [severity, field, say('en', `problem.${code}`, params)].join(': '),
    );

  test('is said while drawing, in the words of what is missing', () => {
    expect(said({ adapter: 'http', options: {} })).toEqual([
      'warning: tool: “get” is not set up: its address is missing or cannot be read.',
    ]);
    expect(said({ adapter: 'mail_read', options: { host: 'mail.example' } })).toEqual([
      'warning: tool: “get” is not set up: the number of the mail server’s door is missing or cannot be read.',
    ]);
    expect(said({ adapter: 'sql', options: { file: 'a.db' } })).toEqual([
      'warning: tool: “get” is not set up: what it looks for or changes is missing or cannot be read.',
    ]);
    expect(said({ adapter: 'http', options: { url: 'https://a.example', colour: 1 } })).toEqual([
      'warning: tool: “get” is not set up: colour is missing or cannot be read.',
    ]);
  });
  test('names the program nobody has connected', () => {
    const options = { server: 'desk', tool: 'find' };
    expect(said({ adapter: 'mcp', options })).toEqual([
      'warning: tool: “get” belongs to the program “desk”, which nobody has connected.',
    ]);
    const folder = row([it], card({ adapter: 'mcp', options }));
    const servers = [
      { id: 'desk', title: 'Desk', transport: 'address' as const, address: 'https://a.example' },
    ];
    expect(problemsOf({ ...folder, servers })).toEqual([]);
  });
  test('is fine once everything its kind needs is there', () => {
    expect(said({ adapter: 'http', options: { url: 'https://a.example' } })).toEqual([]);
    expect(said({ adapter: 'knowledge', options: { folder: 'docs' } })).toEqual([]);
  });
});

describe('advice', () => {
  const classify = (more: JsonObject): StepSpec => [
    'it',
    'classify',
    {
      text: { '@ref': 'input.receipt.text', else: '' },
      categories: ['a', 'b'].map((id) => ({ id, name: id, description: 'x' })),
      maxOutputTokens: 50,
      ...more,
    },
  ];
  const advice = (step: StepSpec) =>
    problemsOf(row([step])).map(({ code, field, fix }) => [code, field, fix?.code]);

  test('names a request that is over its own limit before anything runs', () => {
    expect(advice(classify({ longestPrompt: 20_000 }))).toEqual([]);
    expect(advice(classify({ longestPrompt: 100, instructions: 'Look. '.repeat(200) }))).toEqual([
      ['prompt_over_size', 'instructions', 'fix.remove_bound'],
    ]);
  });
  test('names an agent where a condition would do', () => {
    expect(advice(classify({ text: { '@ref': 'input.amount' } }))).toEqual([
      ['model_for_figures', 'text', undefined],
    ]);
  });
  test('names several tools in the hands of one agent', () => {
    const several: StepSpec = [
      'it',
      'use_tool',
      { tool: 'look', tools: ['look'], maxOutputTokens: 50 },
    ];
    expect(advice(several)).toContainEqual(['two_tools', 'tools', 'fix.remove_setting']);
  });
});
