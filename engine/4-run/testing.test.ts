// Trying out a part of a drawing: what is answered from a record is never called, a step that
// changes something is never run without asking, and the run ends in words where it was to end.
import { afterEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { openStage, rowsIn, wayOf, type Stage } from '../../samples/stage.ts';
import { openKit, sampleFolder, type Kit } from '../../e2e/kit/engine-kit.ts';
import { registry } from '../../nodes/index.ts';
import type { Folder } from '../1-document/schema.ts';
import { stepsOf } from '../1-document/scopes.ts';
import type { Json } from '../base/value.ts';
import { compile } from '../3-compile/compile.ts';
import type { RecordedAnswer, TestOf } from './events.ts';
import { partOfDrawing } from './part.ts';
import type { RunView } from './view.ts';
import type { Given } from './turn.ts';

const NAMES = { here: 'Reached', elsewhere: 'Another way' };
const CLAIM = { purpose: 'Train to Leeds', category: 'travel', date: '2026-11-12' };
let kit: Kit;
afterEach(() => kit?.end());

type Try = {
  test?: TestOf;
  given?: Pick<Given, 'outer' | 'item' | 'index'>;
  recorded?: RecordedAnswer[];
  amount?: number;
  practice?: boolean;
};

function partOf(folder: Folder, of: TestOf): Folder {
  const part = partOfDrawing(folder.workflow, of, registry, NAMES);
  if (!part) throw new Error('no such step');
  return { ...folder, workflow: part.workflow };
}

async function tried({ test: of, given, recorded, amount = 320, practice = true }: Try) {
  kit = openKit({
    model: { check_claim: () => ({ category: 'within_policy' }) },
    tool: { pay_claim: (args) => ({ paid: args['amount'] ?? 0, reference: 'TR-1' }) },
  });
  const folder = sampleFolder('expense-approval');
  const started = await kit.engine.startRun({
    folder: of ? partOf(folder, of) : folder,
    setting: kit.setting,
    input: { ...CLAIM, amount },
    practice,
    pace: 'full',
    ...(recorded ? { recorded } : {}),
    ...(of ? { test: { of, ...(given ? { given } : {}) } } : {}),
  });
  if ('wrong' in started) throw new Error(started.wrong.code);
  return kit.engine.settled(started.run);
}

const within: RecordedAnswer = {
  step: 'check_claim',
  result: { port: 'ok', value: { category: 'within_policy', name: 'Within policy' } },
};
const effectOf = (run: RunView, step: string) =>
  Object.values(run.effects).find((effect) => effect.node === step);

describe('a recorded answer', () => {
  test('is never called: nothing leaves the computer, and the record says so', async () => {
    const run = await tried({ test: { until: 'how_much' }, recorded: [within] });
    expect(kit.seen).toEqual([]);
    expect(effectOf(run, 'check_claim')).toMatchObject({ recorded: true, port: 'ok' });
    expect(run.usage).toMatchObject({ modelCalls: 0, costNano: 0 });
  });

  test.each([
    ['another step', { step: 'pay' }],
    ['another visit', { visit: 2 }],
    ['another type', { type: 'classify@2' }],
    ['other settings', { settingsHash: 'other' }],
    ['another prompt', { prompt: '0.9.0 other' }],
    ['another question', { inputHash: 'other' }],
  ])('for %s is not taken', async (_what, differs) => {
    const run = await tried({ test: { until: 'how_much' }, recorded: [{ ...within, ...differs }] });
    expect(kit.seen.map(({ step }) => step)).toEqual(['check_claim']);
    expect(effectOf(run, 'check_claim')?.recorded).toBeUndefined();
  });

  test('of a payment counts in a test, and never outside of one', async () => {
    const paid: RecordedAnswer = { step: 'pay', result: { port: 'ok', value: { paid: 1 } } };
    const test1 = await tried({ test: {}, recorded: [within, paid] });
    expect([test1.status, kit.seen]).toEqual(['done', []]);
    await kit.end();
    const real = await tried({ recorded: [within, paid] });
    expect(real.status).toBe('done');
    expect(kit.seen.map(({ step }) => step)).toEqual(['pay']);
  });

  test('of a person opens nothing: the payment behind it is asked about', async () => {
    const agreed: RecordedAnswer = {
      step: 'ask_manager',
      result: { port: 'approved', value: { amount: 1800 } },
    };
    const run = await tried({ test: {}, recorded: [within, agreed], amount: 1800 });
    expect([run.status, kit.seen]).toEqual(['waiting', []]);
    expect(kit.engine.inbox()).toMatchObject([{ step: 'pay', kind: 'approval' }]);
    expect(effectOf(run, 'ask_manager')?.output?.labels).toEqual({ '': ['user'] });
  });

  test('outlives a restart', async () => {
    const first = await tried({ test: {}, recorded: [within] });
    expect(first.status).toBe('waiting');
    kit = await kit.restart();
    const [card] = kit.engine.inbox();
    await kit.engine.decide({ card: card?.id ?? '', choice: 'approve', by: card?.to });
    const run = await kit.engine.settled(first.run);
    expect([run.status, run.test, kit.seen.map((one) => one.step)]).toEqual(['done', {}, ['pay']]);
  });
});

describe('run to here', () => {
  test('ends behind the step, in words, and runs nothing that follows', async () => {
    const run = await tried({ test: { until: 'check_claim' } });
    expect(run).toMatchObject({ status: 'done', end: 'here', test: { until: 'check_claim' } });
    expect(wayOf(run).slice(0, 2)).toEqual(['start:ok', 'check_claim:ok']);
    expect(kit.seen.map(({ step }) => step)).toEqual(['check_claim']);
  });

  test('says so where the run goes another way', async () => {
    const run = await tried({ test: { until: 'ask_director' }, amount: 320 });
    expect(run).toMatchObject({ status: 'done', end: 'elsewhere' });
    expect(run.steps['how_much']?.port).toBe('by_itself');
    expect(kit.seen.map(({ step }) => step)).toEqual(['check_claim']);
  });

  test('every step of every sample can be run to: the part compiles and holds the step', () => {
    const slugs = ['expense-approval', 'customer-onboarding', 'mail-to-crm', 'document-approval'];
    for (const folder of [...slugs, 'six-hour-onboarding'].map(sampleFolder))
      for (const { node } of stepsOf(folder.workflow.scope))
        for (const wish of [{ until: node.id }, { only: node.id }]) {
          const part = partOf(folder, wish);
          const ids = [...stepsOf(part.workflow.scope)].map((placed) => placed.node.id);
          expect(ids).toContain(node.id);
          expect(() => compile(part, registry)).not.toThrow();
        }
  });
});

describe('run one step', () => {
  const entry = (value: Json) => ({ port: 'ok', value: { v: value, labels: {} } });
  const outer = { steps: { check_claim: entry({ category: 'within_policy' }) } };

  test('gives it what came before, and nothing else is carried out', async () => {
    const run = await tried({ test: { only: 'how_much' }, given: { outer } });
    expect(run).toMatchObject({ status: 'done', end: 'here' });
    expect(run.steps['how_much']?.port).toBe('by_itself');
    expect(kit.seen).toEqual([]);
  });

  test('a step that changes something asks first, with exactly the call', async () => {
    const run = await tried({ test: { only: 'pay' }, given: { outer } });
    expect([run.status, kit.seen]).toEqual(['waiting', []]);
    const [card] = kit.engine.inbox();
    expect(card).toMatchObject({ step: 'pay', kind: 'approval', to: run.by });
    expect(card?.body.detail?.code).toBe('why.test_asks');
    expect(card?.body.covers[0]?.args.find((a) => a.id === 'amount')?.value).toBe(320);
    await kit.engine.decide({ card: card?.id ?? '', choice: 'approve', by: run.by });
    const after = await kit.engine.settled(run.run);
    expect([after.status, kit.seen.length]).toEqual(['done', 1]);
  });

  test('refused, it is not made', async () => {
    const run = await tried({ test: { only: 'pay' }, given: { outer } });
    const [card] = kit.engine.inbox();
    await kit.engine.decide({ card: card?.id ?? '', choice: 'refuse', by: run.by });
    const after = await kit.engine.settled(run.run);
    expect([after.status, after.failure?.kind, kit.seen]).toEqual(['failed', 'denied', []]);
  });

  test('for real nothing is looser than in a run: whom the rule names is asked', async () => {
    const run = await tried({
      test: { only: 'pay' },
      given: { outer },
      amount: 900,
      practice: false,
    });
    expect([run.status, kit.seen]).toEqual(['waiting', []]);
    const [asked] = kit.engine.inbox();
    expect([asked?.to, asked?.body.detail?.code]).toEqual(['marcus_webb', 'why.rule_asks']);
    const wrong = await kit.engine.decide({
      card: kit.engine.inbox()[0]?.id ?? '',
      choice: 'approve',
      by: run.by,
    });
    expect(wrong).toMatchObject({ wrong: { code: 'decide.own_run' } });
  });
});

test('in the practice world no test makes a change nobody was asked about', async () => {
  const folder = sampleFolder('document-approval');
  const ids = [...stepsOf(folder.workflow.scope)].map(({ node }) => node.id);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ids), async (until) => {
      const stage: Stage = openStage('document-approval', (own) => {
        own.workflow = partOf(folder, { until }).workflow;
      });
      try {
        const run = await stage.play({}, { test: { of: { until } } });
        const acted = Object.values(run.effects).filter(
          (one) => ['write', 'irreversible', 'spend'].includes(one.effectClass) && one.port,
        );
        expect(acted).toEqual([]);
        expect(rowsIn(stage, 'outbox')).toEqual([]);
      } finally {
        await stage.end();
      }
    }),
    { numRuns: 6 },
  );
});
