// Following a run: whatever order answer and events arrive in, the view is that of the whole
// record.
import { beforeAll, expect, test } from 'vitest';
import { numbered, Scribe } from '../../e2e/kit/record-kit.ts';
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

test('of a very long run the window keeps what came last, and what it says of the whole stays true', () => {
  const written = numbered();
  const long = new Scribe(written, 'long').start({ amount: 1 });
  const STEPS = 6000;
  for (let i = 0; i < STEPS; i++) {
    const effect = long.open('look', { input: { n: i } });
    long.flush();
    long.settle(effect, 'look', { output: { n: i } });
  }
  long.flush();
  const { events } = written;
  const whole = foldAll(events) as RunView;
  let followed = follow(nothingYet, { do: 'answer', view: foldAll(events.slice(0, 2)) as RunView });
  let most = 0;
  for (let from = 2; from < events.length; from += 97) {
    followed = follow(followed, {
      do: 'events',
      run: 'long',
      events: events.slice(from, from + 97),
    });
    most = Math.max(most, Object.keys(followed.view?.effects ?? {}).length);
  }
  const { effects, path, earlier, ...rest } = followed.view as RunView;
  expect(most).toBeLessThan(4100);
  expect(rest).toEqual({ ...whole, effects: undefined, path: undefined });
  expect(Object.values(effects).at(-1)).toEqual(Object.values(whole.effects).at(-1));
  expect((earlier?.effects ?? 0) + Object.keys(effects).length).toBe(STEPS);
  expect((earlier?.path ?? 0) + path.length).toBe(whole.path.length);
});
