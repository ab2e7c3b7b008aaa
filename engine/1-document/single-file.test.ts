// A workflow as one file: what goes in comes out, and nothing that comes in is trusted.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleFolder } from '../../e2e/kit/engine-kit.ts';
import { registry } from '../../nodes/index.ts';
import { isSaid, say } from '../base/text/say.ts';
import type { Folder } from './schema.ts';
import { stepsOf } from './scopes.ts';
import { readSingle, singleText, type Beside } from './single-file.ts';
import { underId, unlinked } from './unlink.ts';

const NOTHING: Beside = { prompts: {}, datasets: {}, inputs: {}, examples: {} };
const NAMES = ['expense-approval', 'customer-onboarding', 'mail-to-crm', 'document-approval'];
const HEAD = '---\nstatus: production\n---\nJudge it.';
const expense = sampleFolder('expense-approval');

/** The file of a folder, read again; throws when it is refused. */
function again(folder: Folder, beside = NOTHING): { folder: Folder; beside: Beside } {
  const read = readSingle('x.interlock', singleText({ folder, beside }));
  if (!read.ok) throw new Error(read.problems[0].code);
  return read.file;
}

const codeOf = (text: string | Uint8Array): string => {
  const read = readSingle('x.interlock', text);
  if (read.ok) return 'taken';
  const [{ code, params }] = read.problems;
  expect(isSaid(`problem.${code}`)).toBe(true);
  expect(say('en', `problem.${code}`, params)).toMatch(/^[^[].*\.$/s);
  return code;
};

test.each(NAMES)('%s comes back from one file as it was', (name) => {
  const { prompts: _read, inputs: _named, ...folder } = sampleFolder(name);
  const back = again({ ...folder, prompts: [], inputs: [] });
  expect(back.folder.workflow).toEqual(folder.workflow);
  expect([back.folder.rules, back.folder.cards, back.folder.practice]).toEqual([
    folder.rules,
    folder.cards,
    folder.practice,
  ]);
});

test('prompts, examples, files and the readme travel along to the letter', () => {
  const beside: Beside = {
    prompts: { 'prompts/check_claim/1.0.0.md': HEAD },
    datasets: { claims: '{"amount":1}\n' },
    readme: '# Claims\n',
    inputs: { 'receipt.txt': 'SGVsbG8=' },
    examples: { small: { format: 'interlock/example@1', name: 'Small', input: { amount: 1 } } },
  };
  const back = again(expense, beside);
  expect(back.beside).toEqual(beside);
  expect(back.folder.prompts.map(({ id, body }) => [id, body])).toEqual([
    ['check_claim', 'Judge it.'],
  ]);
  expect(back.folder.inputs).toEqual(['receipt.txt']);
});

test('a drawing alone is taken, too', () => {
  const read = readSingle('workflow.json', JSON.stringify(expense.workflow));
  expect(read.ok && read.file.folder.rules).toEqual([]);
});

/** Files somebody made to do harm, and what each is refused for. */
const whole = JSON.parse(singleText({ folder: expense, beside: NOTHING })) as Record<
  string,
  unknown
>;
const HOSTILE: [string, string | Uint8Array, string][] = [
  ['nothing at all', '', 'file_empty'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), 'file_not_text'],
  ['half a file', JSON.stringify(whole).slice(0, 900), 'file_cut_off'],
  [
    'a way into the prototype',
    `{"format":"interlock/file@1","__proto__":{}}`,
    'file_forbidden_name',
  ],
  ['a hundred levels', `${'['.repeat(100)}${']'.repeat(100)}`, 'file_too_deep'],
  ['another program’s file', '{"nodes":[],"connections":{}}', 'single_not_one'],
  ['a list', '[1,2,3]', 'single_not_one'],
  ['a newer file', '{"format":"interlock/file@2"}', 'version_newer'],
  ['a part nobody knows', JSON.stringify({ ...whole, hook: 'rm' }), 'shape_unknown_name'],
  [
    'a path out of the folder',
    JSON.stringify({ ...whole, prompts: { '../../x.md': HEAD } }),
    'shape_wrong',
  ],
  ['an example with a path', JSON.stringify({ ...whole, examples: { '../x': {} } }), 'shape_wrong'],
  [
    'a file with a path',
    JSON.stringify({ ...whole, inputs: { '../x.txt': 'QQ==' } }),
    'shape_wrong',
  ],
  ['a hidden file', JSON.stringify({ ...whole, inputs: { '.bashrc': 'QQ==' } }), 'shape_wrong'],
  [
    'a drawing that is none',
    JSON.stringify({ ...whole, workflow: { format: 'x' } }),
    'not_a_workflow',
  ],
];
test.each(HOSTILE)('%s is refused in a sentence', (_what, text, code) => {
  expect(codeOf(text)).toBe(code);
});

test('whatever is changed in a file, reading it never throws and what is taken can be saved', () => {
  const text = singleText({ folder: expense, beside: NOTHING });
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 12 }), (at, cut, put) => {
      const read = readSingle('x', text.slice(0, at) + put + text.slice(at + cut));
      if (read.ok) again(read.file.folder, read.file.beside);
    }),
    { numRuns: 300 },
  );
});

test('what came from elsewhere is linked to nothing, and everything it was linked to is named', () => {
  const secret = { ...expense.cards[0], secret: 'bank', pin: 'abc' } as Folder['cards'][number];
  const { folder, toLink } = unlinked({ ...expense, cards: [secret] }, registry);
  const settings = [...stepsOf(folder.workflow.scope)].map(({ node }) => node.settings);
  expect(settings.some((own) => 'tool' in own || 'workflow' in own)).toBe(false);
  expect(folder.cards[0]).not.toHaveProperty('secret');
  expect(folder.cards[0]).not.toHaveProperty('pin');
  expect(toLink).toEqual({
    links: [{ step: 'pay', name: 'Pay', key: 'tool', value: 'pay_claim' }],
    secrets: ['bank'],
    allowing: ['Claims under $500 pay by themselves'],
  });
});

test('steps in rooms are unlinked like all others', () => {
  const { toLink } = unlinked(sampleFolder('mail-to-crm'), registry);
  expect(toLink.links.map(({ value }) => value)).toEqual(
    expect.arrayContaining(['read_folder', 'mail_parse', 'crm_find', 'crm_write']),
  );
});

test('rules that speak of a workflow by its id follow it to its new one', () => {
  const when = { any: [{ field: 'workflow', op: 'is' as const, value: 'expense_approval' }] };
  const rules = [{ id: 'own', name: 'Own', when, then: 'ask' as const }];
  const { rules: after, workflow } = underId({ ...expense, rules }, 'expense_approval_2');
  expect(workflow.id).toBe('expense_approval_2');
  expect(JSON.stringify(after)).toContain('expense_approval_2');
});
