// The one sentence of a run: who can end what is going on, and how it came out.
import { beforeAll, expect, test } from 'vitest';
import { recordedExpense, type RecordedRun } from '../../e2e/kit/recorded-expense.ts';
import { evolve, foldAll } from '../../engine/4-run/evolve.ts';
import type { Recorded } from '../../engine/4-run/events.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { registry } from '../../nodes/index.ts';
import { knownOf, type Known } from './known.ts';
import { nowWords, outputFacts } from './now-words.ts';

let large: RecordedRun;
let known: Known;
beforeAll(async () => {
  large = await recordedExpense(1800, 1750);
  known = knownOf(large.folder.workflow, large.folder.cards, large.people, registry);
});
const viewAt = (n: number): RunView => foldAll(large.events.slice(0, n)) as RunView;

/** One more event of the run, as the engine would write it. */
const more = (type: Recorded['type'], head: object): Recorded =>
  ({
    type,
    head,
    payload: undefined,
    run: large.run,
    root: large.run,
    v: 1,
    pos: 999,
    seq: 999,
    at: '2026-11-20T10:00:00.000Z',
  }) as Recorded;

test('while it works it says at what, and that it can be paused or stopped', () => {
  const { state, text } = nowWords(viewAt(2), known, 0);
  expect(state).toBe('running');
  expect(text).toContain('Check the claim');
  expect(text).toMatch(/Pause or stop/);
});

test('while it waits it says for whom, where, and what happens without an answer', () => {
  const { state, text } = nowWords(viewAt(large.waiting), known, 0);
  expect(state).toBe('waiting');
  expect(text).toContain('**Waiting for Marcus Webb**');
  expect(text).toContain('Ask a manager');
  expect(text).toContain('It waits until somebody answers.');
});

test('paused, it says what still finishes and who can take it up again', () => {
  const paused = evolve(viewAt(2), more('run.paused', { by: 'sam_okafor', why: { code: 'x' } }));
  const { state, text } = nowWords(paused, known, 0);
  expect(state).toBe('paused');
  expect(text).toContain('Check the claim still finishes');
});

test('at the end it says how it came out and hands back values with their kind', () => {
  const view = viewAt(large.events.length);
  expect(nowWords(view, known, 0)).toEqual({ state: 'done', text: '**Paid: a person agreed.**' });
  expect(outputFacts(view, known)).toContainEqual({ label: 'Paid', words: '$1,750.00' });
});

test('a failed run says what happened and what to do', () => {
  const failure = { kind: 'terminal', code: 'failure.timed_out', params: { seconds: 10 } };
  const head = { status: 'failed', usage: viewAt(2).usage, failure: { ...failure, step: 'pay' } };
  const { state, text } = nowWords(evolve(viewAt(2), more('run.ended', head)), known, 0);
  expect(state).toBe('failed');
  expect(text).toContain('**Pay failed.**');
  expect(text).toContain('10 seconds');
  expect(text).not.toContain('[');
});
