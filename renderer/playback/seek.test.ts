// Seeking: any position, reached in any order, is the fold of the events before it.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { recordedExpense, type RecordedRun } from '../../e2e/kit/recorded-expense.ts';
import { foldAll } from '../../engine/4-run/evolve.ts';
import { reelOf } from './seek.ts';

let recorded: RecordedRun;
beforeAll(async () => {
  recorded = await recordedExpense(1800, 1750);
});

test('going anywhere in any order shows what folding from the beginning shows', () => {
  const { events } = recorded;
  const reel = reelOf(events);
  fc.assert(
    fc.property(fc.array(fc.nat(events.length), { minLength: 1, maxLength: 20 }), (positions) => {
      for (const n of positions) expect(reel.at(n)).toEqual(foldAll(events.slice(0, n)));
    }),
    { numRuns: 30 },
  );
});

test('a position before the beginning shows nothing, one behind the end shows the end', () => {
  const reel = reelOf(recorded.events);
  expect(reel.at(-3)).toBeUndefined();
  expect(reel.at(9999)?.status).toBe('done');
});

test('keyframes of a long run show the same as folding it all', () => {
  const [started, ...rest] = recorded.events;
  if (!started) throw new Error('no events');
  // The same run again and again under new effect ids, until there are several keyframes.
  const many = [started];
  for (let i = 0; many.length < 1200; i++)
    for (const event of rest.filter((one) => one.type === 'effect.opened'))
      many.push({
        ...event,
        pos: many.length + 1,
        seq: many.length + 1,
        head: { ...event.head, effect: `${event.head.effect}-${i}` },
      } as (typeof many)[number]);
  const reel = reelOf(many);
  for (const n of [1199, 3, 760, 251, 250]) expect(reel.at(n)).toEqual(foldAll(many.slice(0, n)));
});
