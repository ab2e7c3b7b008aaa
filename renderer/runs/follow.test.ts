// Following a run: whatever order answer and events arrive in, the view is that of the whole
// record.
import { beforeAll, expect, test } from 'vitest';
import { recordedExpense, type RecordedRun } from '../../e2e/kit/recorded-expense.ts';
import { foldAll } from '../../engine/4-run/evolve.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { follow, nothingYet, type News } from './follow.ts';

let recorded: RecordedRun;
beforeAll(async () => {
  recorded = await recordedExpense(320);
});

const viewAt = (n: number): RunView => foldAll(recorded.events.slice(0, n)) as RunView;
const all = (news: News[]): RunView | undefined => news.reduce(follow, nothingYet).view;

test('events that overtake the answer are not lost, and none is counted twice', () => {
  const { run, events } = recorded;
  for (const cut of [1, 3, 5])
    for (const from of [0, 1, 3]) {
      const view = all([
        { do: 'events', run, events: events.slice(from, cut + 1) },
        { do: 'answer', view: viewAt(cut) },
        { do: 'events', run, events: events.slice(cut - 1) },
      ]);
      expect(view).toEqual(viewAt(events.length));
    }
});

test('an answer that comes late does not turn the clock back', () => {
  const { run, events } = recorded;
  const view = all([
    { do: 'answer', view: viewAt(2) },
    { do: 'events', run, events: events.slice(2) },
    { do: 'answer', view: viewAt(3) },
  ]);
  expect(view?.status).toBe('done');
});

test('events of other runs change nothing', () => {
  const { run, events } = recorded;
  const before = follow(nothingYet, { do: 'answer', view: viewAt(3) });
  const others = events.map((event) => ({ ...event, run: 'other', root: 'other', pos: 99 }));
  expect(follow(before, { do: 'events', run, events: others })).toBe(before);
});
