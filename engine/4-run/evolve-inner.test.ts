// A step that makes several calls, as the one fold shows it: one step whose inner moves unfold.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKit, type Kit } from '../../e2e/kit/engine-kit.ts';
import {
  ANSWERS,
  begin,
  drawn,
  never,
  rule,
  until,
  USE,
  VOTE,
} from '../../e2e/kit/several-calls.ts';
import type { Recorded } from './events.ts';
import { evolve, foldAll } from './evolve.ts';
import { trim } from './evolve-trim.ts';
import type { RunView, StepState } from './view.ts';

let kit: Kit;
let events: Recorded[];
let run: string;

/** A run with votes, then a tool that a rule asks about; its card is answered. */
beforeAll(async () => {
  const vote = [1, 2, 3, 4, 5].map((n) => [`jury__vote${n}`, () => ({ choice: 'pay' })] as const);
  kit = openKit({
    model: { ...ANSWERS, ...Object.fromEntries(vote) },
    tool: { send: () => ({ number: 'P-77' }) },
  });
  const folder = drawn(
    [
      ['jury', 'consensus', VOTE],
      ['parcel', 'use_tool', USE],
    ],
    ['start:ok>jury', 'jury:pay>parcel', 'parcel:ok>fin'],
    { rules: [rule('ask')] },
  );
  run = await begin(kit, folder);
  await until(() => kit.engine.inbox().length === 1);
  await kit.engine.decide({ card: kit.engine.inbox()[0]!.id, choice: 'approve' });
  await kit.engine.settled(run);
  events = kit.engine.events(run, 0, 1000);
});
afterAll(() => kit.end());

const views = (): RunView[] =>
  events.map((_event, i) => foldAll(events.slice(0, i + 1)) as RunView);

test('at no moment does an inner step stand beside the steps that were drawn', () => {
  for (const view of views()) {
    const keys = [...Object.keys(view.steps), ...view.path.map(({ step }) => step)];
    expect(keys.filter((key) => !['start', 'jury', 'parcel', 'fin'].includes(key))).toEqual([]);
  }
});

test('it shows what it is doing: it works, waits for a person, works again, is done', () => {
  const states: StepState[] = [];
  for (const view of views()) {
    const { state } = view.steps['parcel'] ?? {};
    if (state && states.at(-1) !== state) states.push(state);
  }
  expect(states).toEqual(['running', 'held', 'waiting', 'running', 'done']);
});

test('its inner moves unfold in order, each with its call and what came of it', () => {
  const view = views().at(-1)!;
  const inner = view.steps['parcel']?.inner ?? [];
  expect(inner.map(({ part, port }) => `${part}:${port}`)).toEqual([
    'ask:ok',
    'call:ok',
    'read:ok',
  ]);
  expect(inner.map(({ effect }) => view.effects[effect]?.kind)).toEqual(['model', 'tool', 'model']);
  const votes = views().map((one) => one.steps['jury']?.inner?.filter((v) => v.port).length ?? 0);
  expect(votes).toEqual(votes.toSorted((a, b) => a - b)); // one after the other, none twice
  expect(votes.at(-1)).toBe(6);
});

test('folded one by one, or trimmed on the way, it is the same', () => {
  let step: RunView | undefined;
  for (const event of events) step = evolve(step, event);
  expect(step).toEqual(views().at(-1));
  for (let i = 1; i < events.length; i++) {
    const early = foldAll(events.slice(0, i)) as RunView;
    const on = events.slice(i).reduce((view, event) => evolve(view, event), trim(early, 2));
    expect(on.path).toEqual(trim(step as RunView, 1000).path.slice(-on.path.length));
  }
});

test('broken off with a call under way it is stopped, whichever call that was', async () => {
  const slow = openKit({ model: { jury__vote1: never } });
  const folder = drawn([['jury', 'consensus', VOTE]], ['start:ok>jury', 'jury:pay>fin']);
  const id = await begin(slow, folder);
  await until(() => (slow.engine.run(id)?.steps['jury']?.inner?.length ?? 0) === 5);
  await slow.engine.stop(id);
  const view = await slow.engine.settled(id);
  expect(view.steps['jury']).toMatchObject({ state: 'stopped' });
  expect(view.open).toEqual([]);
  await slow.end();
});
