// Re-deciding recorded runs: what it says must be what a real practice run of the changed drawing
// does, and where it cannot know it must say so.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openStage,
  settingsOf,
  shippedFolder,
  shippedSetting,
  type Stage,
} from '../../samples/stage.ts';
import { registry } from '../../nodes/index.ts';
import type { Folder } from '../1-document/schema.ts';
import type { Field } from '../base/kinds.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { RunView } from '../4-run/view.ts';
import { examplesIn } from '../workspace/pinned.ts';
import { differenceOf, type Difference } from './compare-fate.ts';
import { pastOf, type Past } from './past.ts';
import { redecide } from './redecide.ts';
import { drawnOf } from './redecide-plan.ts';

const SLUG = 'expense-approval';
const AMOUNTS = [40, 299, 300, 320, 410, 499, 500, 1800, 4999, 5000, 5001, 9000];
const setting = shippedSetting();

const past = ({ engine }: Stage, run: string): Past => {
  const found = pastOf(engine.events(run, 0, 100_000), engine.blob);
  if (!found) throw new Error('no past');
  return found;
};

const someOf = ({ kind, choices }: Field): Json =>
  kind === 'yes_no' ? false : kind === 'choice' ? (choices?.[0]?.id ?? '') : 'something';

/** Answers every card of a run with its first choice until it ends. */
async function through(stage: Stage, run: RunView, choice = 'approve'): Promise<RunView> {
  let now = run;
  for (let n = 0; n < 40; n++) {
    const [card] = stage.cards(now.run);
    if (!card) return now;
    const given = card.choices.includes(choice) ? choice : (card.choices[0] ?? '');
    const edit = Object.fromEntries(
      card.body.fields.map(({ field, value }) => [field.id, value ?? someOf(field)]),
    );
    // Above the limit of who is asked it is handed up, and asked once more.
    await stage.engine.decide({ card: card.id, choice: given, by: card.to, edit });
    now = await stage.engine.settled(now.run);
  }
  return now;
}

function withBound(folder: Folder, bound: number, upper: number): Folder {
  const changed = structuredClone(folder);
  const [first, second] = settingsOf(changed, 'how_much')['cases'] as JsonObject[];
  const all = (isObject(first?.['when']) ? first['when']['all'] : []) as JsonObject[];
  if (all[0]) all[0]['value'] = bound;
  if (isObject(second?.['when'])) second['when']['value'] = upper;
  return changed;
}

const difference = (folder: Folder, of: Past): Difference | undefined =>
  differenceOf(of, redecide(drawnOf(folder, setting, registry), of));

describe('expense claims', () => {
  let stage: Stage;
  const pasts = new Map<number, Past>();
  beforeAll(async () => {
    stage = openStage(SLUG);
    for (const amount of AMOUNTS) {
      const run = await through(stage, await stage.play({ amount }));
      pasts.set(amount, past(stage, run.run));
    }
  });
  afterAll(() => stage.end());

  test('go as they went under the drawing they went by', () => {
    for (const of of pasts.values()) expect(difference(shippedFolder(SLUG), of)).toBeUndefined();
  });

  test('a lower bound asks about exactly those between the bounds', () => {
    const folder = withBound(shippedFolder(SLUG), 300, 5000);
    const asked = AMOUNTS.filter((a) => difference(folder, pasts.get(a)!)?.how === 'asks');
    expect(asked).toEqual([300, 320, 410, 499]);
    expect(difference(folder, pasts.get(320)!)).toEqual({ how: 'asks', step: 'ask_manager' });
  });

  test('a higher bound in the drawing still asks, by the rule at the door', () => {
    const folder = withBound(shippedFolder(SLUG), 4000, 5000);
    expect(difference(folder, pasts.get(1800)!)).toEqual({ how: 'asks', step: 'pay' });
  });

  test('other words to the model cannot be told without asking it again', () => {
    const folder = structuredClone(shippedFolder(SLUG));
    folder.prompts = folder.prompts.map((one) => ({ ...one, body: `${one.body} Be strict.` }));
    expect(difference(folder, pasts.get(320)!)).toEqual({
      how: 'unknown',
      step: 'check_claim',
      why: 'model',
    });
  });

  test('what is said of a bound is what a practice run then does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...AMOUNTS),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 900, max: 9500 }),
        async (amount, bound, upper) => {
          const folder = withBound(shippedFolder(SLUG), bound, upper);
          const of = pasts.get(amount)!;
          const said = difference(folder, of);
          const real = openStage(SLUG, (own) => Object.assign(own, folder));
          try {
            const run = await through(real, await real.play({ amount }));
            const cards = Object.values(run.cards).map((card) => card.step);
            const fresh = cards.find((step) => !of.asks.includes(step));
            if (fresh !== undefined) expect(said).toEqual({ how: 'asks', step: fresh });
            else if (said) {
              expect(said.how).toBe('asks_not');
              expect(cards).not.toContain((said as { step: string }).step);
            } else expect(cards).toEqual(of.asks);
          } finally {
            await real.end();
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('a run that is paused before a step of its own says nothing of the drawing', async () => {
    const run = await through(stage, await stage.play({ amount: 320 }));
    const events = stage.engine.events(run.run, 0, 100_000);
    const held = events.findIndex(
      ({ type, head }) => type === 'effect.opened' && head.step === 'how_much',
    );
    const of = pastOf(events.slice(0, held + 1), stage.engine.blob);
    expect(of?.open).toEqual(['how_much 1']);
    expect(difference(shippedFolder(SLUG), of!)).toBeUndefined();
  });

  test('nor does one that was stopped while it was held there', async () => {
    const run = await through(stage, await stage.play({ amount: 320 }));
    const events = stage.engine.events(run.run, 0, 100_000);
    const held = events.findIndex(
      ({ type, head }) => type === 'effect.opened' && head.step === 'how_much',
    );
    const { effect } = events[held]!.head as { effect: string };
    const gone = events.slice(held + 1).flatMap((event) => {
      if (event.type === 'effect.settled' && event.head.effect === effect)
        return { ...event, head: { ...event.head, status: 'cancelled' as const } };
      if (event.type !== 'run.ended') return [];
      return { ...event, head: { ...event.head, status: 'stopped' as const } };
    });
    const of = pastOf([...events.slice(0, held + 1), ...gone], stage.engine.blob);
    expect([of?.status, of?.open]).toEqual(['stopped', ['how_much 1']]);
    expect(difference(shippedFolder(SLUG), of!)).toBeUndefined();
  });

  test('a run that was refused, or waits, is followed as far as it went', async () => {
    const refused = await through(stage, await stage.play({ amount: 1800 }), 'refuse');
    expect(difference(shippedFolder(SLUG), past(stage, refused.run))).toBeUndefined();
    const waiting = await stage.play({ amount: 1800 });
    const of = past(stage, waiting.run);
    expect(difference(shippedFolder(SLUG), of)).toBeUndefined();
    const up = withBound(shippedFolder(SLUG), 300, 1000);
    expect(difference(up, of)).toEqual({ how: 'asks', step: 'ask_director' });
  });
});

describe.each(['customer-onboarding', 'document-approval', 'mail-to-crm', 'six-hour-onboarding'])(
  '%s',
  (slug) => {
    test('goes as it went: rooms, items, retries and people included', async () => {
      const stage = openStage(slug);
      try {
        const run = await through(stage, await stage.play());
        const of = past(stage, run.run);
        const fate = redecide(drawnOf(stage.folder, setting, registry), of);
        expect([fate.stops, fate.end, fate.status]).toEqual([undefined, run.end, run.status]);
        expect(differenceOf(of, fate)).toBeUndefined();
      } finally {
        await stage.end();
      }
    });
  },
);

test('the examples that are shipped go as they were saved', () => {
  const folder = shippedFolder(SLUG);
  const at = new URL('../../samples/expense-approval/', import.meta.url).pathname;
  const examples = examplesIn(at);
  expect(examples).toHaveLength(5);
  for (const { file } of examples) {
    expect(difference(folder, file.past as unknown as Past)).toBeUndefined();
  }
  const lower = withBound(folder, 300, 5000);
  const differing = examples.filter(({ file }) => difference(lower, file.past as unknown as Past));
  expect(differing.map(({ file }) => file.name)).toEqual([
    'Hotel for one night, $410',
    'Train ticket, $320',
  ]);
});
