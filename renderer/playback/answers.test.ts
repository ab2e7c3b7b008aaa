// The eight answers: always eight, never empty, and never telling the later as if it had happened.
import { beforeAll, expect, test } from 'vitest';
import { recordedExpense, type RecordedRun } from '../../e2e/kit/recorded-expense.ts';
import { foldAll } from '../../engine/4-run/evolve.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { registry } from '../../nodes/index.ts';
import { knownOf, type Known } from '../runs/known.ts';
import type { Part } from './answer-parts.ts';
import { answersOf, QUESTIONS, type Answer } from './answers.ts';

let large: RecordedRun;
let known: Known;
beforeAll(async () => {
  large = await recordedExpense(1800, 1750);
  known = knownOf(large.folder.workflow, large.folder.cards, large.people, registry);
});
const viewAt = (n: number): RunView => foldAll(large.events.slice(0, n)) as RunView;
const answersAt = (n: number, step: string): Answer[] =>
  answersOf(viewAt(n), viewAt(large.events.length), known, step);

const wordsOf = (part: Part): string => {
  if (part.how === 'text') return part.text;
  if (part.how === 'change') return `${part.label} ${part.from} ${part.to}`;
  if (part.how === 'chips')
    return part.chips.map((chip) => `${chip.source} ${chip.label} ${chip.words}`).join('; ');
  return part.values.map(({ label, words }) => `${label} ${words}`).join('; ');
};
const say = (n: number, step: string, question: Answer['question']): string =>
  answersAt(n, step)
    .filter((answer) => answer.question === question)
    .flatMap((answer) => answer.parts.map(wordsOf))
    .join(' ');

test('every step has all eight at every moment, in order, with words the catalogue knows', () => {
  for (let n = 1; n <= large.events.length; n++)
    for (const step of Object.keys(viewAt(large.events.length).steps)) {
      const answers = answersAt(n, step);
      expect(answers.map((answer) => answer.question)).toEqual([...QUESTIONS]);
      for (const { parts } of answers) {
        expect(parts.length).toBeGreaterThan(0);
        for (const part of parts) expect(wordsOf(part)).not.toMatch(/^\s*$|\[app\.|\[card\./);
      }
    }
});

test('a paid claim tells what was paid, by which rule, agreed to by whom', () => {
  const end = large.events.length;
  expect(say(end, 'pay', 'did')).toContain('$1,750.00');
  expect(say(end, 'pay', 'in')).toContain('Ask a manager Amount $1,750.00');
  expect(say(end, 'pay', 'in')).not.toContain('$1,800.00');
  expect(say(end, 'pay', 'out')).toContain('Paid $1,750.00');
  expect(say(end, 'pay', 'rule')).toContain('Claims from $500 need a person');
  expect(say(end, 'pay', 'rule')).toContain('Marcus Webb agreed to exactly this.');
  expect(say(end, 'pay', 'who')).toContain('Marcus Webb');
  expect(say(end, 'pay', 'who')).toContain('Amount $1,800.00 $1,750.00');
  expect(say(end, 'pay', 'cost')).toContain('1 tool call');
  expect(say(end, 'pay', 'origin')).toContain('Marcus Webb saw it and agreed to it.');
});

test('what is later than the moment is told as later', () => {
  expect(say(large.waiting, 'pay', 'out')).toMatch(/^Nothing yet at this point\. Later:/);
  expect(say(large.waiting, 'pay', 'who')).toMatch(/^Nothing yet at this point\. Later:/);
  expect(say(large.waiting, 'ask_manager', 'who')).toContain('Nobody yet.');
  expect(say(large.waiting, 'ask_manager', 'out')).toMatch(/^Nothing yet at this point\. Later:/);
});

test('a model’s step tells its answer, how sure it was, and why', () => {
  expect(say(large.events.length, 'check_claim', 'out')).toContain('Within policy');
  expect(say(large.events.length, 'check_claim', 'way')).toContain('90% sure');
  expect(say(large.events.length, 'check_claim', 'cost')).toContain('1 model call');
});

test('a step whose execution the view no longer names is still told by its newest effect', () => {
  const end = viewAt(large.events.length);
  const { effect: _effect, ...bare } = end.steps['pay'] as NonNullable<(typeof end.steps)['pay']>;
  const view = { ...end, steps: { ...end.steps, pay: bare } };
  const rule = answersOf(view, view, known, 'pay').find((answer) => answer.question === 'rule');
  expect(rule?.parts.map(wordsOf).join(' ')).toContain('Claims from $500 need a person');
});
