// The number a new version gets follows what it promises, never how much was drawn.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLES, SETTING } from '../../e2e/kit/problems.ts';
import { registry } from '../../nodes/index.ts';
import type { Edit } from '../1-document/change.ts';
import { edit } from '../1-document/edit.ts';
import { loadFolder } from '../1-document/load.ts';
import type { Folder } from '../1-document/schema.ts';
import { compile } from './compile.ts';
import { contract } from './contract.ts';
import { changedSentences, nextVersion, proposeBump, type Promised } from './publish.ts';

const expense = loadFolder(path.join(SAMPLES, 'expense-approval')).folder as Folder;
const changed = (...changes: Edit[]): Folder => ({
  ...expense,
  workflow: changes.reduce((workflow, change) => {
    const edited = edit(workflow, change);
    if (!edited.ok) throw new Error(edited.fault);
    return edited.workflow;
  }, expense.workflow),
});
const promised = (folder: Folder): Promised => ({
  contract: contract(compile(folder, registry).graph, folder, SETTING, registry),
  input: folder.workflow.input,
});
const WAS = promised(expense);
const bump = (folder: Folder, names?: ReadonlyMap<string, string>) =>
  proposeBump(WAS, promised(folder), names);
const threshold = (value: number): Edit => ({
  do: 'set',
  step: 'how_much',
  path: 'cases.0.when.all.0.value',
  value,
});
const withInput = (
  change: (input: Folder['workflow']['input']) => Folder['workflow']['input'],
) => ({
  ...expense,
  workflow: { ...expense.workflow, input: change(expense.workflow.input) },
});
const field = (id: string, required: boolean) =>
  ({ id, label: id, kind: 'text', required }) as Folder['workflow']['input'][number];

describe('major', () => {
  test('it acts on its own where it asked before', () => {
    expect(bump(changed(threshold(800)))).toBe('major');
  });
  test('it may do something outside it could not do', () => {
    const card = { ...expense.cards[0], name: 'send', title: 'Send mail', effect: 'irreversible' };
    const mails = changed({
      do: 'insert_before',
      before: 'pay',
      step: { type: 'call_tool@1', name: 'Mail', settings: { tool: 'send', args: {} } },
      port: 'ok',
    });
    const next = { ...mails, cards: [...mails.cards, card] } as Folder;
    expect(bump(next)).toBe('major');
  });
  test('what needed consent needs less of it, and what it never did it may do', () => {
    const asks = (code: string) => ({
      contract: [{ topic: 'must_ask', code: `contract.must_ask.${code}`, params: { step: 'Pay' } }],
      input: [],
    });
    const [always, rule] = [asks('always'), asks('only_rule')] as Promised[] as [
      Promised,
      Promised,
    ];
    expect([proposeBump(always, rule), proposeBump(rule, always)]).toEqual(['major', 'minor']);
    const never = {
      contract: [{ topic: 'must_never', code: 'contract.must_never.money', params: {} }],
      input: [],
    } as Promised;
    expect(proposeBump(never, { contract: [], input: [] })).toBe('major');
  });
  test('what was filled in before no longer fits', () => {
    expect(bump(withInput((input) => [...input, field('project', true)]))).toBe('major');
    expect(bump(withInput((input) => input.slice(1)))).toBe('major');
    expect(
      bump(
        withInput((input) => input.map((f) => (f.id === 'receipt' ? { ...f, required: true } : f))),
      ),
    ).toBe('major');
  });
});

describe('minor', () => {
  test('it asks where it acted, within what was promised', () => {
    expect(bump(changed(threshold(300)))).toBe('minor');
  });
  test('another limit, and something more that may be left empty', () => {
    const budget = { ...expense.workflow.budget, costUsd: 0.09 };
    expect(bump(changed({ do: 'set_workflow', field: 'budget', value: budget }))).toBe('minor');
    expect(bump(withInput((input) => [...input, field('project', false)]))).toBe('minor');
  });
});

describe('patch', () => {
  test('every sentence still holds', () => {
    const words = changed(
      { do: 'set', step: 'check_claim', path: 'instructions', value: 'Be careful.' },
      { do: 'move_steps', to: { pay: [900, 900] } },
    );
    expect(bump(words)).toBe('patch');
  });
  test('a step that was renamed is the same step', () => {
    const next = changed({ do: 'rename_step', step: 'pay', name: 'Pay it out' });
    expect(bump(next, new Map([['Pay', 'Pay it out']]))).toBe('patch');
    expect(bump(next)).not.toBe('patch');
  });
});

test('changed sentences stand beside what they were', () => {
  const found = changedSentences(WAS.contract, promised(changed(threshold(300))).contract);
  const pair = found.find(({ is }) => is?.params?.['then'] === 'then.pays');
  expect([pair?.was?.params?.['to'], pair?.is?.params?.['to']]).toEqual([500, 300]);
  const back = changedSentences(promised(changed(threshold(300))).contract, WAS.contract);
  expect(back).toHaveLength(found.length);
  expect(changedSentences(WAS.contract, WAS.contract)).toEqual([]);
});

test('the next number is larger, and what follows a plus falls away', () => {
  expect(nextVersion('1.4.2+draft.0a', 'major')).toBe('2.0.0');
  expect(nextVersion('1.4.2', 'minor')).toBe('1.5.0');
  expect(nextVersion('1.4.2', 'patch')).toBe('1.4.3');
});

test('any two contracts get a proposal, and the same one is a patch', () => {
  const sentence = fc.record({
    topic: fc.constantFrom('may', 'must_ask', 'must_never', 'stops_when', 'way'),
    code: fc.constantFrom('contract.may.spend', 'contract.must_ask.rule', 'contract.way.bounds'),
    params: fc.dictionary(
      fc.constantFrom('tools', 'step', 'then', 'to'),
      fc.oneof(fc.string(), fc.integer()),
    ),
  });
  const side = fc.array(sentence, { maxLength: 5 }).map((c) => ({ contract: c, input: [] }));
  fc.assert(
    fc.property(side, side, (a, b) => {
      const [was, is] = [a, b] as unknown as [Promised, Promised];
      expect(['major', 'minor', 'patch']).toContain(proposeBump(was, is));
      expect(proposeBump(was, was)).toBe('patch');
    }),
  );
});
