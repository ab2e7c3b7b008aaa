// The light on a drawing: what a recorded run lights at each moment, and what it leaves dark.
import { beforeAll, expect, test } from 'vitest';
import { recordedExpense, type RecordedRun } from '../../e2e/kit/recorded-expense.ts';
import { edgeId } from '../../engine/base/ids.ts';
import { foldAll } from '../../engine/4-run/evolve.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { registry } from '../../nodes/index.ts';
import { litOf, type Lit } from './lit.ts';

let small: RecordedRun;
let large: RecordedRun;
beforeAll(async () => {
  small = await recordedExpense(320);
  large = await recordedExpense(1800, 1750);
});

function litAt({ events, folder, people }: RecordedRun, n: number): Lit {
  const names = {
    tools: new Map(folder.cards.map((card) => [card.name, card])),
    people: new Map(people.map((person) => [person.id, person])),
  };
  const view = foldAll(events.slice(0, n)) as RunView;
  return litOf(view, folder.workflow, registry, names);
}
const states = (lit: Lit): Record<string, string> =>
  Object.fromEntries(Object.entries(lit.steps).map(([id, light]) => [id, light.state]));
const way = (from: string, port: string, to: string): string => edgeId({ from, port, to });

test('at the beginning nothing is taken and nothing is ruled out', () => {
  const lit = litAt(small, 1);
  expect(states(lit)).toMatchObject({ start: 'done', pay: 'idle', not_paid: 'idle' });
  expect(lit.off.size).toBe(0);
});

test('what waits says whom it waits for, and ways that cannot be reached any more are dark', () => {
  const lit = litAt(large, large.waiting);
  expect(lit.steps['ask_manager']).toMatchObject({
    state: 'waiting',
    word: 'Waiting for Marcus Webb',
  });
  expect(states(lit)).toMatchObject({ ask_director: 'skipped', pay: 'idle', not_paid: 'idle' });
  expect(lit.off.has(way('how_much', 'by_itself', 'pay'))).toBe(true);
  expect(lit.off.has(way('ask_director', 'approved', 'pay'))).toBe(true);
  expect(lit.off.has(way('ask_manager', 'refused', 'not_paid'))).toBe(false);
});

test('after the end exactly the ways taken are lit', () => {
  const lit = litAt(large, large.events.length);
  expect([...lit.taken].toSorted()).toEqual(
    [
      way('start', 'ok', 'check_claim'),
      way('check_claim', 'ok', 'how_much'),
      way('how_much', 'to_manager', 'ask_manager'),
      way('ask_manager', 'approved', 'pay'),
      way('pay', 'ok', 'paid'),
    ].toSorted(),
  );
  expect(lit.live.size).toBe(0);
  expect(states(lit)).toMatchObject({ paid: 'done', not_paid: 'skipped', sent_back: 'skipped' });
});

test('a gate shows the way it took by its words', () => {
  expect(litAt(small, small.events.length).steps['how_much']?.word).toBe('Under $500');
});

test('no step and no arrow is ever lit in two ways at once', () => {
  for (const recorded of [small, large])
    for (let n = 1; n <= recorded.events.length; n++) {
      const { taken, off, live } = litAt(recorded, n);
      expect([...taken].filter((id) => off.has(id))).toEqual([]);
      expect([...live].filter((id) => !taken.has(id))).toEqual([]);
    }
});
