// "What happened": one row per step in the order of the record, told at the moment that is shown.
import { beforeAll, expect, test } from 'vitest';
import { recordedExpense, type RecordedRun } from '../../e2e/kit/recorded-expense.ts';
import { foldAll } from '../../engine/4-run/evolve.ts';
import { trim } from '../../engine/4-run/evolve-trim.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { registry } from '../../nodes/index.ts';
import { axisOf } from './axis.ts';
import { knownOf, type Known } from './known.ts';
import { rowsOf, type Row } from './record-rows.ts';

let large: RecordedRun;
let known: Known;
beforeAll(async () => {
  large = await recordedExpense(1800, 1750);
  known = knownOf(large.folder.workflow, large.folder.cards, large.people, registry);
});
const viewAt = (n: number): RunView => foldAll(large.events.slice(0, n)) as RunView;

function rowsAt(n: number): Row[] {
  const end = viewAt(large.events.length);
  return rowsOf(viewAt(n), end, known, axisOf(end, 0), Date.parse(large.events[n - 1]?.at ?? ''));
}

test('the rows of the whole record stand in the order in which things happened', () => {
  const rows = rowsAt(large.events.length);
  expect(rows.map((row) => row.name)).toEqual([
    'Start',
    'Check the claim',
    'How much?',
    'Ask a manager',
    'Pay',
    'Paid',
  ]);
  expect(rows.map((row) => row.words)).toEqual([
    '$1,800.00, Train to Leeds',
    'Within policy',
    '$500–$5,000',
    'Changed and approved by Marcus Webb',
    'Paid $1,750.00',
    'Done',
  ]);
});

test('seeking back changes what rows say, never which rows there are or where they stand', () => {
  const whole = rowsAt(large.events.length).map((row) => row.key);
  for (let n = 1; n <= large.events.length; n++)
    expect(rowsAt(n).map((row) => row.key)).toEqual(whole);
  const waiting = rowsAt(large.waiting);
  expect(waiting.find((row) => row.key === 'ask_manager')).toMatchObject({
    state: 'waiting',
    words: 'Waiting for Marcus Webb',
  });
  expect(waiting.find((row) => row.key === 'pay')).toMatchObject({
    isFuture: true,
    words: 'later',
  });
});

test('bars lie on the axis, waiting is told apart from work', () => {
  for (const row of rowsAt(large.events.length))
    for (const bar of row.bars) {
      expect(bar.from).toBeGreaterThanOrEqual(0);
      expect(bar.to).toBeLessThanOrEqual(1);
      expect(bar.from).toBeLessThanOrEqual(bar.to);
      expect(bar.how).toBe(row.key === 'ask_manager' ? 'wait' : 'done');
    }
});

test('rows of a run too long to be held whole stand as the drawing does, and stay there', () => {
  const whole = viewAt(large.events.length);
  const names = (of: RunView): string[] =>
    rowsOf(of, of, known, axisOf(of, 0), 0).map((row) => row.name);
  const short = { ...trim(whole, 2), steps: whole.steps };
  expect(short.earlier).toBeDefined();
  const shuffled = { ...short, path: short.path.toReversed() };
  expect(names(short)).toEqual(names(whole));
  expect(names(shuffled)).toEqual(names(whole));
  const later = Object.entries(short.steps).map(([key, step], i) => [
    key,
    { ...step, startedAt: 1e12 - i },
  ]);
  expect(names({ ...short, steps: Object.fromEntries(later) as RunView['steps'] })).toEqual(
    names(whole),
  );
});
