// *Critic* and *Consensus* from outside: one step to people, several durable calls inside.

import { afterEach, describe, expect, test } from 'vitest';
import { openKit, type Kit, type Script } from '../../e2e/kit/engine-kit.ts';
import {
  begin,
  counting,
  drawn,
  never,
  openCards,
  until,
  verdict,
  VOTE,
  WRITE,
} from '../../e2e/kit/several-calls.ts';
import type { Folder } from '../1-document/schema.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { RunView } from './view.ts';

let kit: Kit;
afterEach(() => kit.end());

const run = async (folder: Folder, script: Script): Promise<RunView> => {
  kit = openKit(script);
  return kit.engine.settled(await begin(kit, folder));
};
describe('critic', () => {
  const letter = (more: string[] = []) =>
    drawn([['letter', 'critic', WRITE]], ['start:ok>letter', 'letter:ok>fin', ...more]);
  const says = (check: Json, text = 'Three lamps are on their way.') => ({
    model: { letter__draft: () => ({ text }), letter__check: () => check },
  });

  test('hands on a draft that meets every criterion, as it was written', async () => {
    const view = await run(letter(), says(verdict()));
    expect(view).toMatchObject({ status: 'done', steps: { letter: { port: 'ok' } } });
    const [draft, check] = Object.values(view.effects);
    expect(check?.output?.v).toMatchObject({ text: 'Three lamps are on their way.', failed: [] });
    expect([draft?.call, check?.call]).toMatchObject([{ role: 'fast' }, { role: 'judge' }]);
    expect(check?.call).toMatchObject({
      task: { draft: { text: 'Three lamps are on their way.' } },
    });
  });

  test('names each criterion that is not met, and why', async () => {
    const view = await run(letter(), says(verdict({ names: 'It says nothing of chairs' })));
    expect(view.path.at(-1)).toMatchObject({ step: 'letter', port: 'failed' });
    expect(Object.values(view.effects).at(-1)?.output?.v).toMatchObject({
      failed: ['Names the order'],
      reasons: 'Names the order: It says nothing of chairs',
    });
  });

  test('is unsure when either model does not know, and a half answer is a failure', async () => {
    const unsure = await run(letter(), { model: { letter__draft: () => ({ text: 'So' }) } });
    expect(unsure.path.at(-1)).toMatchObject({ step: 'letter', port: 'unsure' });
    await kit.end();
    const half = await run(letter(), says({ short: { met: true, why: '' } }));
    expect(half.path.at(-1)).toMatchObject({ step: 'letter', port: 'error' });
  });

  test('in a loop it writes again with the reasons, until it is good', async () => {
    const seen: Json[] = [];
    const folder = drawn(
      [
        [
          'improve',
          'loop',
          { maxRounds: 3, until: { field: 'steps.letter.port', op: 'is', value: 'ok' } },
          {
            scope: {
              nodes: [
                { id: 'letter', type: 'critic@1', name: 'Letter', at: [0, 0], settings: WRITE },
              ],
              edges: [],
              notes: [],
            } as never,
          },
        ],
      ],
      ['start:ok>improve', 'improve:done>fin'],
    );
    let round = 0;
    const view = await run(folder, {
      model: {
        letter__draft: (_attempt, task) => {
          seen.push('data' in task ? task.data : null);
          return { text: `Draft ${(round += 1)}` };
        },
        letter__check: () => (round < 3 ? verdict({ short: `Round ${round} is long` }) : verdict()),
      },
    });
    expect(view).toMatchObject({ status: 'done', steps: { improve: { port: 'done', round: 3 } } });
    expect(seen.map((data) => (data as JsonObject)['before'])).toEqual([
      null,
      'Short: Round 1 is long',
      'Short: Round 2 is long',
    ]);
  });
});

describe('consensus', () => {
  const folder = (settings: JsonObject = {}, arrows: string[] = []) =>
    drawn(
      [['jury', 'consensus', { ...VOTE, ...settings }]],
      ['start:ok>jury', 'jury:pay>fin', ...arrows],
    );
  const votes = (...said: (string | undefined)[]): Script => ({
    model: Object.fromEntries(
      said.map((choice, i) => [
        `jury__vote${i + 1}`,
        () => (choice === undefined ? (undefined as never) : { choice }),
      ]),
    ),
  });

  test('takes the way most votes are for, with their share as its confidence', async () => {
    const view = await run(folder(), votes('pay', 'pay', 'hold', 'pay', 'pay'));
    expect(view).toMatchObject({ status: 'done', steps: { jury: { port: 'pay' } } });
    const count = Object.values(view.effects).at(-1);
    expect(count).toMatchObject({ confidence: { share: 0.8, source: 'votes' } });
    expect(count?.output?.v).toMatchObject({ choice: 'pay', votes: { pay: 4, hold: 1 } });
    expect(view.path.at(-1)?.inner?.map(({ part, port }) => `${part}:${port}`)).toEqual([
      'vote1:pay',
      'vote2:pay',
      'vote3:hold',
      'vote4:pay',
      'vote5:pay',
      'count:pay',
    ]);
    expect(view.usage).toMatchObject({ modelCalls: 5 });
  });

  test('asks all at once, each in another order, and no two calls are the same', async () => {
    const waiting: (() => void)[] = [];
    const orders: string[] = [];
    const vote = async (_attempt: number, task: unknown): Promise<Json> => {
      orders.push(JSON.stringify((task as { options: { id: string }[] }).options.map((o) => o.id)));
      await new Promise<void>((go) => waiting.push(go));
      return { choice: 'pay' };
    };
    kit = openKit({
      model: Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`jury__vote${n}`, vote])),
    });
    const id = await begin(kit, folder());
    await until(() => waiting.length === 5);
    expect(new Set(orders).size).toBe(2);
    for (const go of waiting) go();
    expect((await kit.engine.settled(id)).status).toBe('done');
    expect(new Set(kit.seen.map(({ key }) => key)).size).toBe(5);
  });

  test.each([
    ['a majority that is too small', votes('pay', 'pay', 'pay', 'hold', 'hold'), 0.6],
    ['votes that do not know', votes('pay', 'pay', 'pay', undefined, undefined), 0.6],
    ['votes that fail', votes('pay', 'pay', 'pay', 'nobody', 'nobody'), 0.6],
  ])('is unsure with %s', async (_what, script, share) => {
    const view = await run(folder(), script);
    expect(view.path.at(-1)).toMatchObject({ step: 'jury', port: 'unsure' });
    expect(Object.values(view.effects).find(({ step }) => step === 'jury__count')).toMatchObject({
      confidence: { share, source: 'votes' },
      why: { code: 'why.votes_few' },
    });
  });

  test('fails as its votes failed where not one of them came to anything', async () => {
    const view = await run(folder(), votes(...Array<string>(5).fill('nobody')));
    expect(view.path.at(-1)).toMatchObject({ step: 'jury', port: 'error' });
    expect(openCards(view)).toMatchObject([{ body: { detail: { code: 'failure.answer_shape' } } }]);
  });

  test('a crash among the votes repeats only those that were under way', async () => {
    const script = counting(votes('pay', 'pay', 'pay', 'pay', 'pay'));
    let isFirst = true;
    const pay = script.model!['jury__vote3']!;
    script.model!['jury__vote3'] = (attempt, task) => {
      const answer = pay(attempt, task);
      if (!isFirst) return answer;
      isFirst = false;
      return never();
    };
    kit = openKit(script);
    const id = await begin(kit, folder());
    await until(() => script.calls.length === 5);
    await until(() => kit.engine.run(id)?.steps['jury']?.inner?.filter((v) => v.port).length === 4);
    kit = await kit.restart();
    await until(() => kit.engine.run(id)?.status === 'done');
    expect(script.calls.toSorted()).toEqual([1, 2, 3, 3, 4, 5].map((n) => `jury__vote${n}`));
  });

  test('its votes open a confidence check that a model’s own word never opens', async () => {
    const check = { of: { '@ref': 'steps.jury.value.confidence' }, atLeast: 0.8 };
    const checked = drawn(
      [
        ['jury', 'consensus', VOTE],
        ['sure', 'confidence_check', check],
      ],
      ['start:ok>jury', 'jury:pay>sure', 'sure:ok>fin'],
    );
    const view = await run(checked, votes('pay', 'pay', 'pay', 'pay', 'hold'));
    expect(view).toMatchObject({ status: 'done', steps: { sure: { port: 'ok' } } });
  });
});
