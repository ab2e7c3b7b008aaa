// What is wrong with a drawing, said before anything runs: limits, people, advice, and everything
// at once.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StepSpec } from '../../e2e/kit/drawing.ts';
import {
  about,
  ASK,
  END,
  folderOf,
  found,
  problemsOf,
  SAMPLES,
  SETTING,
} from '../../e2e/kit/problems.ts';
import { registry } from '../../nodes/index.ts';
import type { Edit } from '../1-document/change.ts';
import { edit } from '../1-document/edit.ts';
import { loadFolder } from '../1-document/load.ts';
import type { Folder } from '../1-document/schema.ts';
import { isSaid, say } from '../base/text/say.ts';
import type { Json, JsonObject } from '../base/value.ts';
import { compile } from '../3-compile/compile.ts';

const SLUGS = readdirSync(SAMPLES).filter((slug) =>
  existsSync(path.join(SAMPLES, slug, 'workflow.json')),
);

test('a drawing in order has no problems', () => {
  expect(found([END], ['start:ok>done'])).toEqual([]);
});

describe('the samples', () => {
  for (const slug of SLUGS)
    test(`${slug} has no problems`, () => {
      const { folder, problems } = loadFolder(path.join(SAMPLES, slug));
      expect(problems).toEqual([]);
      expect(problemsOf(folder as Folder)).toEqual([]);
    });
});

describe('limits', () => {
  const agent: JsonObject = { instructions: 'Write', maxOutputTokens: 100 };
  test('no more branches and parts of a condition than can be run and read', () => {
    const many = Array.from({ length: 51 }, (_x, i): StepSpec => [`s_${i}`, 'parallel']);
    const wide = [['fork', 'parallel'], ...many] as StepSpec[];
    expect(found(wide, ['start:ok>fork', ...many.map(([id]) => `fork:ok>${id}`)])).toContainEqual([
      'too_many_branches',
      'fork',
      undefined,
    ]);
    const leaf = { field: 'input.amount', op: 'is', value: 1 };
    const when = { all: [{ any: Array(30).fill(leaf) }, { any: Array(30).fill(leaf) }] };
    expect(about('condition', { cases: [{ port: 'a', when }] }, 'a')).toContainEqual([
      'condition_too_long',
      'it',
      'cases.0.when',
    ]);
  });
  test('an unknown price, a missing prompt and too long an answer are found', () => {
    const models = {
      ...SETTING.models,
      fast: [{ provider: 'openai' as const, model: 'at-home', maxOutput: 50 }],
    };
    const folder = folderOf(
      [['it', 'draft', { ...agent, prompt: 'gone' }], END],
      ['start:ok>it', 'it:ok>done'],
    );
    expect(problemsOf(folder, { ...SETTING, models }).map((p) => [p.code, p.severity])).toEqual([
      ['price_unknown', 'error'],
      ['prompt_missing', 'error'],
      ['answer_longer_than_model', 'warning'],
    ]);
  });
  test('a budget of nothing for what the drawing needs is found', () => {
    const folder = folderOf([['it', 'draft', agent], END], ['start:ok>it', 'it:ok>done'], {
      budget: { modelCalls: 0 },
    });
    const [problem] = problemsOf(folder);
    expect(problem).toMatchObject({ code: 'budget_nothing', path: 'budget.modelCalls' });
    expect(say('en', 'problem.budget_nothing', problem?.params)).toBe(
      'The limit for model calls is nothing, but the workflow needs some.',
    );
  });
});

describe('people', () => {
  const gate = (ask: string): StepSpec[] => [['gate', 'approval', { ...ASK, ask }], END];
  const ways = ['start:ok>gate', 'gate:approved>done'];
  test('a name stands for a person, a role somebody has, or an owner', () => {
    for (const ask of ['marcus_webb', 'manager', 'approvals'])
      expect(found(gate(ask), ways)).toEqual([]);
    expect(found(gate('nobody'), ways)).toEqual([['nobody_to_ask', 'gate', 'ask']]);
  });
  test('whoever approves money may approve some', () => {
    const pay = { name: 'pay', title: 'Pay', class: 'money', effect: 'spend' };
    const steps = (ask: string): StepSpec[] => [
      ['gate', 'approval', { ...ASK, ask }],
      ['pay', 'call_tool', { tool: 'pay' }],
      END,
    ];
    const paying = ['start:ok>gate', 'gate:approved>pay', 'pay:ok>done'];
    expect(found(steps('requester'), paying, { cards: [pay] })).toEqual([
      ['may_not_approve', 'gate', 'ask'],
    ]);
    expect(found(steps('manager'), paying, { cards: [pay] })).toEqual([]);
  });
  test('where several must agree there are as many to ask, each of them once', () => {
    const several = (of: string[], need: number): StepSpec[] => [
      ['gate', 'approval', { ...ASK, quorum: { of, need } }],
      END,
    ];
    expect(found(several(['manager', 'director'], 2), ways)).toEqual([]);
    expect(found(several(['manager', 'marcus_webb'], 2), ways)).toEqual([
      ['too_few_to_agree', 'gate', 'quorum.need'],
    ]);
    expect(found(several(['manager', 'nobody'], 2), ways)).toEqual([
      ['nobody_to_ask', 'gate', 'quorum.of.1'],
    ]);
  });
  test('whoever is asked next is there, and is asked later', () => {
    const later = (...escalate: { to: string; afterMs: number }[]): StepSpec[] => [
      ['gate', 'approval', { ...ASK, escalate }],
      END,
    ];
    const [first, second] = [
      { to: 'director', afterMs: 3_600_000 },
      { to: 'finance', afterMs: 7_200_000 },
    ];
    expect(found(later(first, second), ways)).toEqual([]);
    expect(found(later(second, first), ways)).toEqual([
      ['asked_out_of_turn', 'gate', 'escalate.1.afterMs'],
    ]);
    expect(found(later({ ...first, to: 'nobody' }), ways)).toEqual([
      ['nobody_to_ask', 'gate', 'escalate.0.to'],
    ]);
  });
  test('owners and those a rule asks are people who are there', () => {
    const folder = folderOf([END], ['start:ok>done'], {
      rules: [
        {
          id: 'r',
          name: 'R',
          when: { field: 'tool', op: 'is', value: 'x' },
          then: 'ask',
          ask: 'nobody',
        },
      ],
    });
    const workflow = { ...folder.workflow, owners: { mission: 'gone' } };
    expect(problemsOf({ ...folder, workflow }).map((p) => [p.code, p.path])).toEqual([
      ['rule_asks_nobody', 'rules.0.ask'],
      ['owner_unknown', 'owners.mission'],
    ]);
  });
});

test('advice never stops a run', () => {
  const options = [
    { id: 'yes', name: 'Yes', description: 'x' },
    { id: 'no', name: 'No', description: 'y' },
  ];
  const decide = {
    question: 'Pay?',
    rule: 'Under 500',
    data: { amount: { '@ref': 'input.amount' } },
    options,
    maxOutputTokens: 50,
  };
  const folder = folderOf(
    [
      ['it', 'decide', decide],
      ['write', 'draft', { maxOutputTokens: 50 }],
      ['pause', 'wait', { ms: 1000 }, { attempts: 3 }],
      END,
    ],
    ['start:ok>it', 'it:yes>write', 'it:no>done', 'write:ok>pause', 'pause:ok>done'],
  );
  expect(problemsOf(folder).map((p) => [p.code, p.severity])).toEqual([
    ['model_for_figures', 'warning'],
    ['nothing_to_write', 'warning'],
    ['attempts_useless', 'warning'],
  ]);
});

// ---- everything at once
// ---------------------------------------------------------------------------

const expense = loadFolder(path.join(SAMPLES, 'expense-approval')).folder as Folder;
const ids = expense.workflow.scope.nodes.map((node) => node.id);
const id = fc.constantFrom(...ids, 'new', 'new_2');
const arrow = fc.record({
  from: id,
  port: fc.constantFrom('ok', 'error', 'approved', 'to_manager', 'otherwise'),
  to: id,
});
const types = [...registry.keys()].filter((type) => type !== 'ask_owner@1');
const newStep = fc.record({
  type: fc.constantFrom(...types),
  name: fc.constant('New'),
  settings: fc.constantFrom({}, { tool: 'pay_claim' }, { ms: 1000 }, { maxRounds: 2 }),
});
const change = fc.oneof(
  fc.record({ do: fc.constant('add_step' as const), step: newStep }),
  fc.record({ do: fc.constant('remove_steps' as const), steps: fc.tuple(id) }),
  fc.record({ do: fc.constant('connect' as const), arrow }),
  fc.record({
    do: fc.constant('disconnect' as const),
    arrow: fc.constantFrom(...expense.workflow.scope.edges),
  }),
  fc.record({
    do: fc.constant('insert_on_arrow' as const),
    arrow: fc.constantFrom(...expense.workflow.scope.edges),
    step: newStep,
    port: fc.constantFrom('ok', 'approved'),
  }),
  fc.record({
    do: fc.constant('set' as const),
    step: id,
    path: fc.constantFrom('cases', 'cases.0.when', 'ask', 'args.amount', 'covers', 'text'),
    value: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  }),
) as fc.Arbitrary<Edit>;

test('whatever is drawn is judged in words, and what has no error compiles', () => {
  let clean = 0;
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      const workflow = changes.reduce((at, one) => {
        const edited = edit(at, one);
        return edited.ok ? edited.workflow : at;
      }, expense.workflow);
      const folder = { ...expense, workflow };
      const problems = problemsOf(folder);
      for (const { code } of problems) {
        expect([code, isSaid(`problem.${code}`)]).toEqual([code, true]);
        expect([code, isSaid(`problem.${code}.help`)]).toEqual([code, true]);
      }
      if (problems.some((p) => p.severity === 'error')) return;
      clean += 1;
      compile(folder, registry);
    }),
    { numRuns: 600 },
  );
  expect(clean).toBeGreaterThan(30);
});
