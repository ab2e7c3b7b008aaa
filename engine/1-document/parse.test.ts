// Workflow folders from the contents of their files: all of it, or plain sentences about why not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../base/text/en.ts';
import { isSaid, say } from '../base/text/say.ts';
import type { Json, JsonObject } from '../base/value.ts';
import { migrate } from './migrate.ts';
import { parseFolder, type Files } from './parse.ts';
import type { Problem } from './schema.ts';
import { parseWorkspace } from './workspace.ts';

const BUDGET = {
  costUsd: 1,
  modelCalls: 1,
  toolCalls: 1,
  tokens: 1,
  minutes: 1,
  attempts: 1,
  onLimit: 'ask',
};
const START = { id: 'start', type: 'start@1', name: 'Start', at: [0, 0] };
const WORKFLOW: JsonObject = {
  format: 'interlock/workflow@1',
  id: 'expense',
  name: 'Expense',
  version: '1.0.0',
  budget: BUDGET,
  scope: { nodes: [START], edges: [] },
};
const folder = (more: JsonObject = {}, files: Files = {}): Files => ({
  'workflow.json': JSON.stringify({ ...WORKFLOW, ...more }),
  ...files,
});
const sentence = (problem: Problem): string => say('en', `problem.${problem.code}`, problem.params);
/** Places of the problem's sentence for which it brings nothing. */
const unfilled = ({ code, params }: Problem): string[] =>
  [...(en[`problem.${code}`] ?? '{sentence}').matchAll(/\{(\w+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !Object.hasOwn(params, name));
const wrong = (files: Files): [string, string | undefined][] =>
  parseFolder(files).problems.map((p) => [p.code, p.path]);

test('a whole folder is read, with its defaults filled in', () => {
  const prompt = '---\nowner: ann\nstatus: "production"\n---\nRead {{input.note}}\n';
  const read = parseFolder(
    folder(
      {},
      {
        'rules.json':
          '[{"id":"r","name":"R","when":{"field":"tool","op":"is","value":"x"},"then":"ask"}]',
        'prompts/read/1.0.0.md': prompt,
        'inputs/b.txt': '',
        'inputs/a.txt': '',
        'inputs/.hidden': '',
        'README.md': 'not read',
      },
    ),
  );
  expect(read.problems).toEqual([]);
  expect(read.folder).toMatchObject({
    workflow: { purpose: '', input: [], breakpoints: [], scope: { notes: [] } },
    rules: [{ id: 'r' }],
    prompts: [{ id: 'read', version: '1.0.0', owner: 'ann', body: 'Read {{input.note}}\n' }],
    inputs: ['a.txt', 'b.txt'],
  });
});

describe('each hostile or broken file gives one sentence with its place', () => {
  const deep = `{"format":${'['.repeat(10_000)}`;
  const cases: [string, Files, string][] = [
    ['missing', {}, 'There is no workflow.json in this folder.'],
    ['empty', { 'workflow.json': '' }, 'workflow.json is empty.'],
    [
      'not UTF-8',
      { 'workflow.json': new Uint8Array([0xc3, 0x28]) },
      'workflow.json is not text (UTF-8).',
    ],
    [
      '20 MB and more',
      { 'workflow.json': new Uint8Array(20 * 1024 * 1024 + 1) },
      'workflow.json is larger than 20 MB.',
    ],
    [
      'nested 10,000 deep',
      { 'workflow.json': deep },
      'workflow.json is nested more than 64 levels deep, at line 1, column 74.',
    ],
    [
      'cut off',
      { 'workflow.json': '{"format": "int' },
      'workflow.json ends too early, at line 1, column 16.',
    ],
    [
      'a forbidden name',
      { 'workflow.json': '{"__proto__": {"a": 1}}' },
      'workflow.json uses the name “__proto__”, at line 1, column 2, which is not allowed.',
    ],
    ['no workflow', { 'workflow.json': '[1]' }, 'workflow.json is not a workflow of Interlock.'],
    [
      'a newer version',
      folder({ format: 'interlock/workflow@2' }),
      'workflow.json was made by a newer Interlock (version 2 of the format).',
    ],
    [
      'a version that never was',
      folder({ format: 'interlock/workflow@0' }),
      'workflow.json has an old form (version 0) that this Interlock cannot read any more.',
    ],
    [
      'an unknown name',
      folder({ colour: 'red' }),
      'The name “colour” is not known in workflow.json, at “colour”.',
    ],
    [
      'broken rules',
      folder({}, { 'rules.json': '[{]' }),
      'rules.json cannot be read from line 1, column 3: “]” is not expected there.',
    ],
    [
      'a rule for an unknown word',
      folder(
        {},
        {
          'rules.json': '[{"id":"r","name":"R","when":{"field":"tool","op":"is"},"then":"maybe"}]',
        },
      ),
      'What stands in rules.json, at “0.then”, is not one of: allow, ask, deny.',
    ],
    [
      'a prompt without its head',
      folder({}, { 'prompts/a/1.0.0.md': 'Hello' }),
      'prompts/a/1.0.0.md does not begin with its head.',
    ],
    [
      'a prompt with a stray line',
      folder({}, { 'prompts/a/1.0.0.md': '---\nowner\n---\n' }),
      'Line 2 of prompts/a/1.0.0.md cannot be read.',
    ],
  ];
  test.each(cases)('%s', (_name, files, expected) => {
    const { folder: read, problems } = parseFolder(files);
    expect(read).toBeUndefined();
    expect(problems.map(sentence)).toEqual([expected]);
    expect(problems.every((p) => isSaid(`problem.${p.code}.help`))).toBe(true);
  });
});

test('unknown names are found however deep they stand, with the step they belong to', () => {
  const inner = { nodes: [{ ...START, id: 'inner', colour: 1 }], edges: [], extra: 1 };
  const scope = { nodes: [{ ...START, scope: inner }], edges: [] };
  expect(parseFolder(folder({ scope } as JsonObject)).problems).toMatchObject([
    { code: 'shape_unknown_name', path: 'scope.nodes.0.scope.nodes.0.colour', step: 'inner' },
    { code: 'shape_unknown_name', path: 'scope.nodes.0.scope.extra', step: 'start' },
  ]);
});

test('of the forms a condition may have, the nearest one is explained', () => {
  const rule = (when: unknown): Files =>
    folder({}, { 'rules.json': JSON.stringify([{ id: 'r', name: 'R', when, then: 'ask' }]) });
  expect(wrong(rule({ all: [{ field: 'a', op: 'less' }] }))).toEqual([
    ['shape_not_offered', '0.when.all.0.op'],
  ]);
  expect(wrong(rule({ field: 'a' }))).toEqual([['shape_missing', '0.when.op']]);
});

test('half of a folder is no folder: one bad file keeps all of it back', () => {
  const read = parseFolder(folder({}, { 'rules.json': '{}' }));
  expect(read.folder).toBeUndefined();
});

test('a prompt in the wrong place is pointed out and the rest still opens', () => {
  const read = parseFolder(folder({}, { 'prompts/reply.md': 'Hello' }));
  expect(read.folder).toBeDefined();
  expect(read.problems).toMatchObject([{ code: 'prompt_misplaced', severity: 'warning' }]);
});

test('no change to any file makes reading it throw, and every finding has its words', () => {
  const files = folder(
    {},
    {
      'rules.json': '[{"id":"r","name":"R","when":{"all":[{"field":"a","op":"is"}]},"then":"ask"}]',
      'tools.json': '{"cards":[{"name":"t","title":"T","adapter":"practice","class":"money"}]}',
      'practice.json': '{"answers":[{"step":"a","answer":1}]}',
      'prompts/a/1.0.0.md': '---\nstatus: draft\n---\nHello',
    },
  );
  const names = Object.keys(files);
  const bits = [
    '',
    '"',
    '{',
    '[',
    '}',
    ',',
    '-1',
    'null',
    '"\\ud800"',
    '{"__proto__":1}',
    '1e999',
    '[[]]',
    ':',
  ];
  const change = fc.record({
    name: fc.constantFrom(...names),
    at: fc.nat(),
    cut: fc.nat(40),
    put: fc.oneof(fc.constantFrom(...bits), fc.string()),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const mutated: Files = { ...files };
      for (const { name, at, cut, put } of changes) {
        const text = String(mutated[name]);
        const place = at % (text.length + 1);
        mutated[name] = text.slice(0, place) + put + text.slice(place + cut);
      }
      const { folder: read, problems } = parseFolder(mutated);
      expect(read !== undefined || problems.length > 0).toBe(true);
      for (const problem of problems) expect(unfilled(problem)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('any value in the place of a workflow is refused or read, never thrown at', () => {
  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(WORKFLOW)), json, (key, value) => {
      const { folder: read, problems } = parseFolder(folder({ [key]: value }));
      expect(read !== undefined || problems.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('an old form is lifted step by step, and the file that was read stays as it was', () => {
  const lifts = {
    1: (old: JsonObject) => ({ ...old, format: 'interlock/workflow@2', two: true }),
    2: (old: JsonObject) => ({
      ...old,
      format: 'interlock/workflow@3',
      three: old['two'] === true,
    }),
  };
  const old = { format: 'interlock/workflow@1' };
  expect(migrate(old, lifts, 3)).toMatchObject({
    ok: true,
    from: 1,
    doc: { two: true, three: true },
  });
  expect(old).toEqual({ format: 'interlock/workflow@1' });
  expect(migrate(old, {}, 2)).toMatchObject({ ok: false, code: 'version_unknown' });
});

describe('a workspace', () => {
  const model = [{ provider: 'practice', model: 'practice' }];
  const FILES: Files = {
    'workspace.json':
      '{"format":"interlock/workspace@1","id":"workspace","name":"W","timeZone":"Europe/Berlin"}',
    'people.json': JSON.stringify([
      { id: 'ann', name: 'Ann', roles: ['manager'], standIn: 'bo' },
      { id: 'bo', name: 'Bo', roles: [] },
    ]),
    'models.json': JSON.stringify({ fast: model, careful: model, code: model, judge: model }),
  };
  test('is read with its defaults; its rules may be missing', () => {
    const { setting, problems } = parseWorkspace(FILES);
    expect(problems).toEqual([]);
    expect(setting).toMatchObject({
      workspace: { currency: 'USD', dailyBudget: { costUsd: 5 } },
      rules: [],
    });
  });
  test.each<[string, Files, string]>([
    ['without people', { 'people.json': '' }, 'people.json is empty.'],
    [
      'in a zone that is not',
      { 'workspace.json': String(FILES['workspace.json']).replace('Europe/Berlin', 'Mars') },
      'The time zone “Mars” in workspace.json is not known.',
    ],
    [
      'with a stand-in who is nobody',
      { 'people.json': '[{"id":"ann","name":"Ann","roles":[],"standIn":"cy"}]' },
      'The stand-in of Ann is “cy”, who is not in people.json.',
    ],
    [
      'with somebody twice',
      { 'people.json': '[{"id":"ann","name":"A","roles":[]},{"id":"ann","name":"B","roles":[]}]' },
      'The person “ann” stands twice in people.json.',
    ],
  ])('%s is refused in one sentence', (_name, files, expected) => {
    const { setting, problems } = parseWorkspace({ ...FILES, ...files });
    expect(setting).toBeUndefined();
    expect(problems.map(sentence)).toEqual([expected]);
  });
  test('without one of its files says which', () => {
    const { 'models.json': _gone, ...files } = FILES;
    expect(parseWorkspace(files).problems.map(sentence)).toEqual([
      'The workspace has no models.json.',
    ]);
  });
});
