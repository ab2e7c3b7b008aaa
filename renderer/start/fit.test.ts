// A sample fitted to any answers: it stays a workflow without errors, and all of it can be taken
// back.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleFolder, sampleSetting } from '../../e2e/kit/engine-kit.ts';
import { edit } from '../../engine/1-document/edit.ts';
import type { Edit } from '../../engine/1-document/change.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { judge } from '../../engine/3-compile/judge.ts';
import { say } from '../../engine/base/text/say.ts';
import { registry } from '../../nodes/index.ts';
import { fitted, holds, SAMPLES, WHATS, type Answers } from './fit.ts';

const setting = sampleSetting();
const words = {
  money: (n: number) => `$${n}`,
  cost: (n: number) => `$${n}`,
  t: (code: string, params = {}) => say('en', code, params),
};
const base: Answers = {
  what: 'claim',
  asksFirst: false,
  first: 'marcus_webb',
  second: 'ines_roth',
  trouble: 'dana_ruiz',
  from: 500,
  above: 5000,
  costUsd: 0.05,
  minutes: 10,
  name: 'Travel claims',
};
const made = (answers: Answers) => {
  const folder = sampleFolder(SAMPLES[answers.what]);
  const { workflow, rules } = folder;
  const fitting = fitted(
    { workflow, rules, people: setting.people, currency: 'USD' },
    answers,
    words,
  );
  const all = { ...folder, workflow: fitting.workflow, rules: fitting.rules?.to ?? rules };
  return { folder, fitting, judgement: judge(all, setting, registry) };
};
const after = (workflow: Workflow, edits: Edit[]): Workflow =>
  edits.reduce((now, one) => {
    const next = edit(now, one);
    if (!next.ok) throw new Error(next.fault);
    return next.workflow;
  }, workflow);

test('the answers the sample was made with change nothing', () => {
  const { fitting } = made(base);
  expect([fitting.fits, fitting.rules]).toEqual([[], undefined]);
});

test('a smaller amount is promised in the contract, and the rule says the same', () => {
  const { fitting, judgement } = made({
    ...base,
    from: 300,
    above: 2000,
    first: 'ines_roth',
    second: 'marcus_webb',
  });
  expect(fitting.fits.map(({ code }) => code)).toEqual([
    'start.fit.ask',
    'start.fit.ask',
    'start.fit.from',
    'start.fit.above',
  ]);
  const said = judgement.contract.map(({ code, params }) => say('en', code, params)).join(' ');
  expect(said).toContain('Under $300');
  expect(said).toContain('$2,000');
  expect(JSON.stringify(fitting.rules?.to)).not.toContain('500');
});

test('where everything is asked about nothing pays by itself', () => {
  const { fitting, judgement } = made({ ...base, asksFirst: true });
  expect(judgement.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const said = judgement.contract.map(({ code, params }) => say('en', code, params)).join(' ');
  expect(said).not.toMatch(/by itself/);
  expect(fitting.rules?.to.some(({ then }) => then === 'allow')).toBe(false);
});

/** Arrows in one order: which stands first means nothing. */
const sorted = (workflow: Workflow): Workflow =>
  JSON.parse(JSON.stringify(workflow), (key, value) =>
    key === 'edges' ? value.map((one: unknown) => JSON.stringify(one)).sort() : value,
  );

const people = setting.people.map(({ id }) => id);
const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  what: fc.constantFrom(...WHATS),
  asksFirst: fc.boolean(),
  first: fc.constantFrom('marcus_webb', 'ines_roth'),
  second: fc.constantFrom('ines_roth', 'marcus_webb'),
  trouble: fc.constantFrom(...people),
  from: fc.integer({ min: 1, max: 900 }),
  above: fc.integer({ min: 901, max: 90_000 }),
  costUsd: fc.constantFrom(0.05, 0.2, 1),
  minutes: fc.integer({ min: 1, max: 60 }),
  name: fc.constantFrom('Mine', '', 'Travel claims'),
});

test('whatever is answered, nothing is wrong with what comes of it', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const { judgement } = made(answers);
      expect(judgement.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('every fit holds once it is made, and not any more once it is taken back, in any order', () => {
  fc.assert(
    fc.property(anyAnswers, fc.infiniteStream(fc.nat(1000)), (answers, chance) => {
      const { folder, fitting } = made(answers);
      expect(fitting.fits.every((fit) => holds(fitting.workflow, fit))).toBe(true);
      const one = fitting.fits[(chance.next().value ?? 0) % Math.max(1, fitting.fits.length)];
      if (one) expect(holds(after(fitting.workflow, one.back), one)).toBe(false);
      const back = fitting.fits.toReversed().flatMap((fit) => fit.back);
      const start = { ...folder.workflow, name: fitting.workflow.name };
      expect(sorted(after(fitting.workflow, back))).toEqual(sorted(start));
    }),
    { numRuns: 60 },
  );
});
