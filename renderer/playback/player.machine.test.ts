// Promises of the player: see player.machine.ts.

import { expect, test } from 'vitest';
import { createActor, SimulatedClock } from 'xstate';
import { playerMachine } from './player.machine.ts';
import type { Timeline } from './timeline.ts';

const timeline = (length: number): Timeline => ({
  place: [],
  before: Array.from({ length }, () => ({ ms: 10, isWait: false })),
  waits: [],
  marks: [],
});

const player = (length: number) => {
  const clock = new SimulatedClock();
  const actor = createActor(playerMachine, {
    input: { timeline: timeline(length) },
    clock,
  }).start();
  const at = (): [string, number] => {
    const { value, context } = actor.getSnapshot();
    return [value as string, context.n];
  };
  return { actor, clock, at };
};

test('it begins at the end; play starts from the beginning and stops at the end by itself', () => {
  const { actor, clock, at } = player(4);
  expect(at()).toEqual(['still', 4]);
  actor.send({ type: 'toggle' });
  expect(at()).toEqual(['moving', 1]);
  clock.increment(60_000);
  clock.increment(60_000);
  clock.increment(60_000);
  expect(at()).toEqual(['still', 4]);
});

test('going to a position stays there, and no position lies outside the record', () => {
  const { actor, at } = player(4);
  actor.send({ type: 'toggle' });
  actor.send({ type: 'seek', n: 2 });
  expect(at()).toEqual(['still', 2]);
  actor.send({ type: 'seek', n: 99 });
  expect(at()).toEqual(['still', 4]);
  actor.send({ type: 'seek', n: -3 });
  expect(at()).toEqual(['still', 1]);
});

test('a record that grows keeps its end in view, and a position that was chosen stays', () => {
  const { actor, at } = player(4);
  actor.send({ type: 'timeline', timeline: timeline(6) });
  expect(at()).toEqual(['still', 6]);
  actor.send({ type: 'seek', n: 3 });
  actor.send({ type: 'timeline', timeline: timeline(9) });
  expect(at()).toEqual(['still', 3]);
});
