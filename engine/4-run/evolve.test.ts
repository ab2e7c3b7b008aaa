// The fold of a run: the same view however its events are cut, and the words a person is shown.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AT, numbered, Scribe, USED, value } from '../../e2e/kit/record-kit.ts';
import { evolve, evolveAll, foldAll } from './evolve.ts';
import { trim } from './evolve-trim.ts';
import type { Recorded } from './events.ts';
import type { RunView } from './view.ts';

/** A run told by a list of numbers: whatever they are, it is a history that could have happened. */
function history(choices: number[]): Recorded[] {
  const out = numbered();
  const root = new Scribe(out, 'ra').start();
  const open: { by: Scribe; id: string; step: string; card?: string }[] = [];
  const children: { by: Scribe; id: string; step: string }[] = [];
  choices.forEach((choice, i) => {
    const by = children.at(-1)?.by ?? root;
    // A step is never entered again while it is open.
    const isTaken = open.some((o) => o.by === by && o.step === `s${choice % 7}`);
    const step = isTaken || choice >= 82 ? `s${choice % 7}_${i}` : `s${choice % 7}`;
    const oldest = open.at(choice % 3);
    root.at = AT + i;
    if (choice < 30) open.push({ by, id: by.open(step, { input: { i } }), step });
    else if (choice < 55 && oldest) {
      open.splice(open.indexOf(oldest), 1);
      if (oldest.card) oldest.by.answer(oldest.card, oldest.id, oldest.step);
      else oldest.by.settle(oldest.id, oldest.step, { port: i % 5 ? 'ok' : 'error' });
    } else if (choice < 62) {
      const id = by.open(step, { kind: 'card' });
      open.push({ by, id, step, card: by.card(id, step) });
    } else if (choice < 66) open.push({ by, id: by.open(step, { kind: 'timer' }), step });
    else if (choice < 70 && oldest) oldest.by.retried(oldest.id, i);
    else if (choice < 74) by.loop(step, i);
    else if (choice < 78) root.control(root.row.control === 'run');
    else if (choice < 82 && root.row.seq > 4) root.removed(1 + (i % (root.row.seq - 1)));
    else if (choice < 86 && children.length < 3) {
      const id = by.open(step, { kind: 'child' });
      children.push({ by: by.child(id, step, choice % 2 ? i : undefined), id, step });
    } else if (choice < 90) {
      const child = children.pop();
      if (child) child.by.end();
    } else by.open(step, { decision: 'hold' });
    root.flush();
  });
  return out.events;
}
const histories = fc.array(fc.nat(99), { minLength: 1, maxLength: 120 }).map(history);

/** Freezes everything, so that a fold that changes what it was given throws. */
function frozen<T>(x: T): T {
  if (typeof x === 'object' && x !== null && !Object.isFrozen(x)) {
    Object.freeze(x);
    Object.values(x).forEach(frozen);
  }
  return x;
}
const asKept = (view: RunView | undefined): RunView => JSON.parse(JSON.stringify(view)) as RunView;

describe('one fold', () => {
  test('gives the same view however the events are cut, and changes nothing it was given', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (events, at) => {
        const whole = foldAll(events);
        const middle = at % (events.length + 1);
        const half = frozen(evolveAll(undefined, frozen(events.slice(0, middle))));
        expect(evolveAll(half, events.slice(middle))).toEqual(whole);
        let one: RunView | undefined;
        for (const event of events) one = frozen(evolve(one, event));
        expect(one).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  test('goes on from a keyframe kept as text, and from a trimmed one', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(8), (events, at, keep) => {
        const middle = 1 + (at % events.length);
        const kept = evolveAll(undefined, events.slice(0, middle));
        const rest = events.slice(middle);
        const whole = foldAll(events) as RunView;
        expect(evolveAll(asKept(kept), rest)).toEqual(asKept(whole));
        const small = asKept(trim(asKept(kept), keep));
        expect(trim(evolveAll(small, rest) as RunView, keep)).toEqual(trim(asKept(whole), keep));
      }),
      { numRuns: 150 },
    );
  });

  test('is the same with or without values that were removed later', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const gone = new Set(
          events.flatMap((e) => (e.type === 'value.removed' ? [`${e.run} ${e.head.of}`] : [])),
        );
        const left = events.map((e) =>
          gone.has(`${e.run} ${e.seq}`) ? ({ ...e, payload: undefined } as Recorded) : e,
        );
        expect(asKept(foldAll(left))).toEqual(asKept(foldAll(events)));
      }),
      { numRuns: 100 },
    );
  });

  test('folds 100,000 events in seconds even on a busy machine, not in minutes', () => {
    const out = numbered();
    const run = new Scribe(out, 'ra').start();
    for (let i = 0; i < 50_000; i++) run.settle(run.open(`s${i % 20}`), `s${i % 20}`);
    run.flush();
    const started = performance.now();
    expect(foldAll(out.events)?.path).toHaveLength(50_001);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('status', () => {
  const told = (tell: (run: Scribe) => void): RunView => {
    const out = numbered();
    const run = new Scribe(out, 'ra').start();
    tell(run);
    run.flush();
    return foldAll(out.events) as RunView;
  };

  test('is running while anything is in flight, waiting when only people, times or limits are left', () => {
    expect(told((run) => void run.open('a')).status).toBe('running');
    expect(told((run) => void run.open('a', { kind: 'card' })).status).toBe('waiting');
    expect(told((run) => void run.open('a', { kind: 'timer' })).status).toBe('waiting');
    expect(told((run) => void run.open('a', { decision: 'hold' })).status).toBe('waiting');
    const both = told((run) => {
      run.open('a', { kind: 'card' });
      run.open('b');
    });
    expect(both.status).toBe('running');
  });

  test('of a run whose child waits is waiting; of one whose child works, running', () => {
    const child = (kind: 'card' | 'tool'): RunView =>
      told((run) => {
        const id = run.open('sub', { kind: 'child' });
        run.child(id, 'sub').open('inner', { kind });
      });
    expect(child('card').status).toBe('waiting');
    expect(child('tool').status).toBe('running');
  });

  test('is paused until resumed, and what has not started is held meanwhile', () => {
    const paused = told((run) => {
      run.open('a', { kind: 'compute' });
      run.control(true);
    });
    expect([paused.status, paused.steps['a']?.state]).toEqual(['paused', 'held']);
    expect(told((run) => run.control(true).control(false)).status).toBe('running');
  });

  test('after the end nothing is open, and what was in work shows as stopped', () => {
    const view = told((run) => {
      run.open('a');
      run.end();
    });
    expect(view).toMatchObject({ status: 'done', outcome: 'done', end: 'fin', open: [] });
    expect(view.steps['a']?.state).toBe('stopped');
    expect(view.output).toEqual(value({ paid: true }));
  });
});

describe('steps', () => {
  test('show the way taken, the tries it took and what they cost', () => {
    const out = numbered();
    const run = new Scribe(out, 'ra').start();
    const id = run.open('pay');
    run.retried(id, 1);
    run.flush();
    expect(foldAll(out.events)?.effects[id]).toMatchObject({ status: 'queued', dueAt: AT + 1 });
    run.settle(id, 'pay').flush();
    const view = foldAll(out.events) as RunView;
    expect(view.path).toMatchObject([
      { step: 'start', port: 'ok', attempts: 0 },
      { step: 'pay', port: 'ok', visit: 1, attempts: 2 },
    ]);
    expect(view.usage).toMatchObject({ costNano: 2 * USED.costNano, attempts: 2 });
    expect(view.effects[id]?.usage).toEqual(view.usage);
  });

  test('of a for-each body stand under their own id, of a sub-workflow under its step', () => {
    const out = numbered();
    const run = new Scribe(out, 'ra').start();
    const each = run.open('each', { kind: 'child' });
    run.child(each, 'each', 0).open('inner');
    const sub = run.open('sub', { kind: 'child' });
    run.child(sub, 'sub').open('inner');
    run.flush();
    const view = foldAll(out.events) as RunView;
    expect(view.steps['inner']).toMatchObject({ state: 'running', step: 'inner' });
    expect(view.steps['sub/inner']).toMatchObject({ state: 'running', step: 'inner' });
    expect(view.children).toMatchObject([{ child: each, index: 0 }, { child: sub }]);
  });

  test('a decision gives its grant, and the card says who decided and what was changed', () => {
    const out = numbered();
    const run = new Scribe(out, 'ra').start();
    const gate = run.open('manager', { kind: 'card' });
    const card = run.card(gate, 'manager');
    run.answer(card, gate, 'manager').flush();
    const view = foldAll(out.events) as RunView;
    expect(view.cards[card]).toMatchObject({ state: 'answered', by: 'max', edit: { amount: 300 } });
    expect(view.grants).toMatchObject([{ step: 'pay', by: 'max' }]);
    expect(view.steps['manager']).toMatchObject({ state: 'done', port: 'approved' });
  });
});
