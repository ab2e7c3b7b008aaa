// *Use a tool* from outside: one step to people, three durable calls inside.

import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openKit, type Kit, type Script } from '../../e2e/kit/engine-kit.ts';
import {
  ANSWERS,
  begin,
  counting,
  drawn,
  never,
  openCards,
  parcelFolder,
  rule,
  until,
  USE,
} from '../../e2e/kit/several-calls.ts';
import { openReadOnly } from '../5-record/journal.ts';
import { replay } from '../6-replay/replay.ts';
import type { Folder } from '../1-document/schema.ts';
import type { Json } from '../base/value.ts';
import { simulatedClock } from './clock.ts';
import type { RunView } from './view.ts';

let kit: Kit;
afterEach(() => kit.end());

const run = async (folder: Folder, script: Script): Promise<RunView> => {
  kit = openKit(script);
  return kit.engine.settled(await begin(kit, folder));
};
const sent = { send: () => ({ number: 'P-77' }) };
const ALLOWED = [rule('allow')];

describe('use a tool', () => {
  test('is one step on the way, in which three calls unfold, each with a key of its own', async () => {
    const view = await run(parcelFolder({ rules: ALLOWED }), { model: ANSWERS, tool: sent });
    expect(view.status).toBe('done');
    expect(view.path.map(({ step, port }) => `${step}:${port}`)).toEqual(['start:ok', 'parcel:ok']);
    expect(view.path.at(-1)?.inner).toEqual(
      ['ask', 'call', 'read'].map((part) => ({ part, port: 'ok', attempts: 1 })),
    );
    expect(kit.seen.map(({ step, args }) => [step, args])).toEqual([
      ['parcel__ask', undefined],
      ['parcel__call', { to: 'Elm Street 1', n: 3 }],
      ['parcel__read', undefined],
    ]);
    expect(new Set(kit.seen.map(({ key }) => key)).size).toBe(3);
    const effects = Object.values(view.effects);
    expect(effects.map(({ node, kind, effectClass }) => [node, kind, effectClass])).toEqual([
      ['parcel', 'model', 'read'],
      ['parcel', 'tool', 'write'],
      ['parcel', 'model', 'read'],
    ]);
    expect(view.steps['parcel__ask']).toBeUndefined();
    expect(view.usage).toMatchObject({ modelCalls: 2, toolCalls: 1 });
  });

  test('hands on what was read out of the answer, and without fields the answer itself', async () => {
    const output = { output: { got: { '@ref': 'steps.parcel.value' } } };
    const read = drawn([['parcel', 'use_tool', USE]], ['start:ok>parcel', 'parcel:ok>told'], {
      steps: [['told', 'end', { outcome: 'done', ...output }]],
      rules: ALLOWED,
    });
    const script = { model: ANSWERS, tool: sent };
    expect((await run(read, script)).output?.v).toMatchObject({ got: { tracking: 'P-77' } });
    await kit.end();
    const { workflow } = read;
    const bare = structuredClone(read);
    bare.workflow = structuredClone(workflow);
    bare.workflow.scope.nodes[1]!.settings = { ...USE, fields: [] };
    expect((await run(bare, script)).output?.v).toMatchObject({ got: { number: 'P-77' } });
    expect(kit.seen.map(({ step }) => step)).toEqual(['parcel__ask', 'parcel__call']);
  });

  test('asks no model for anything where every argument is given', async () => {
    const args = { to: 'Here', n: 2, note: 'Ring twice' };
    const folder = parcelFolder({ rules: ALLOWED, settings: { args, fields: [] } });
    await run(folder, { tool: sent });
    expect(kit.seen.map(({ step, args: given }) => [step, given])).toEqual([
      ['parcel__call', args],
    ]);
  });

  test('that a rule asks about shows the exact arguments, those chosen and those given', async () => {
    const view = await run(parcelFolder({ rules: [rule('ask')] }), { model: ANSWERS, tool: sent });
    const [card] = openCards(view);
    expect(card).toMatchObject({
      kind: 'approval',
      step: 'parcel',
      body: { title: 'Send a parcel' },
    });
    const shown = card?.body.covers[0];
    expect(shown?.stepName).toBe('parcel');
    expect(shown?.args.map(({ id, value, known }) => [id, value, known])).toEqual([
      ['to', 'Elm Street 1', true],
      ['n', 3, true],
    ]);
    expect(shown?.args.map(({ labels }) => labels.includes('model'))).toEqual([false, true]);
    expect(view.steps['parcel']).toMatchObject({ state: 'waiting' });
    expect(kit.seen.map(({ step }) => step)).toEqual(['parcel__ask']);
  });

  test('loses nothing in a wait of two days between asking and calling, over restarts', async () => {
    const clock = simulatedClock();
    const script = counting({ model: ANSWERS, tool: sent });
    kit = openKit(script, undefined, clock);
    const id = await begin(kit, parcelFolder({ rules: [rule('ask')] }));
    await until(() => kit.engine.inbox().length === 1);
    for (const _day of [1, 2]) {
      kit = await kit.restart();
      await clock.advance(86_400_000);
    }
    expect(script.calls).toEqual(['parcel__ask']);
    const [card] = kit.engine.inbox();
    expect(await kit.engine.decide({ card: card!.id, choice: 'approve' })).toHaveProperty('card');
    const view = await kit.engine.settled(id);
    expect(view).toMatchObject({ status: 'done', steps: { parcel: { port: 'ok', visit: 1 } } });
    expect(Object.keys(view.cards)).toHaveLength(1);
    expect(script.calls).toEqual(['parcel__ask', 'send', 'parcel__read']);
  });

  test.each([
    ['ask', 'parcel__ask', ['parcel__ask', 'parcel__ask', 'send', 'parcel__read']],
    ['call', 'send', ['parcel__ask', 'send', 'send', 'parcel__read']],
    ['read', 'parcel__read', ['parcel__ask', 'send', 'parcel__read', 'parcel__read']],
  ])(
    'after a crash in %s only that call is made again, under its key',
    async (part, hangs, made) => {
      let isFirst = true;
      const keys: string[] = [];
      const once = <T>(name: string, answer: T) => {
        if (name !== hangs || !isFirst) return answer;
        isFirst = false;
        return never();
      };
      const script = counting({
        model: {
          parcel__ask: () => once('parcel__ask', ANSWERS['parcel__ask']!()),
          parcel__read: () => once('parcel__read', ANSWERS['parcel__read']!()),
        },
        tool: { send: () => once('send', { number: 'P-77' }) },
      });
      kit = openKit(script);
      const id = await begin(kit, parcelFolder({ rules: ALLOWED }));
      await until(() => script.calls.at(-1) === hangs);
      const noteKeys = () => {
        for (const { step, key } of kit.seen) if (step === `parcel__${part}`) keys.push(key);
      };
      noteKeys();
      kit = await kit.restart();
      await until(() => kit.engine.run(id)?.status === 'done');
      const view = await kit.engine.settled(id);
      noteKeys();
      expect(script.calls).toEqual(made);
      expect(new Set(keys).size).toBe(1);
      expect(view.path.at(-1)?.inner?.map((one) => one.part)).toEqual(['ask', 'call', 'read']);
    },
  );

  test('a tool that may not be called twice is never called twice: a person says what happened', async () => {
    const script = counting({ model: ANSWERS, tool: { send: never } });
    kit = openKit(script);
    const card = { idempotency: 'none' };
    const id = await begin(kit, parcelFolder({ rules: ALLOWED, card }));
    await until(() => script.calls.at(-1) === 'send');
    kit = await kit.restart();
    await until(() => kit.engine.inbox().length === 1);
    const [open] = kit.engine.inbox();
    expect(open).toMatchObject({ kind: 'unknown', step: 'parcel' });
    expect(kit.engine.run(id)?.steps['parcel']).toMatchObject({ state: 'unknown' });
    const edit = { number: 'P-9' };
    expect(await kit.engine.decide({ card: open!.id, choice: 'done', edit })).toHaveProperty(
      'card',
    );
    expect((await kit.engine.settled(id)).status).toBe('done');
    expect(script.calls).toEqual(['parcel__ask', 'send', 'parcel__read']);
  });

  test('a denied call arrives as the way out “error” of the step, and nothing was called', async () => {
    const refused = await run(
      parcelFolder({
        rules: [rule('deny')],
        steps: [
          [
            'sorry',
            'end',
            { outcome: 'refused', output: { why: { '@ref': 'steps.parcel.value' } } },
          ],
        ],
        arrows: ['parcel:error>sorry'],
      }),
      { model: ANSWERS, tool: sent },
    );
    expect(refused).toMatchObject({ status: 'done', outcome: 'refused' });
    expect(refused.output?.v).toMatchObject({ why: { kind: 'denied' } });
    expect(kit.seen.map(({ step }) => step)).toEqual(['parcel__ask']);
    await kit.end();
    const failed = await run(parcelFolder({ rules: [rule('deny')] }), {
      model: ANSWERS,
      tool: sent,
    });
    expect(failed).toMatchObject({ status: 'failed', failure: { kind: 'denied', step: 'parcel' } });
    expect(failed.steps['parcel']).toMatchObject({ state: 'failed', port: 'error' });
  });

  test.each<[string, Json, string]>([
    ['another tool', { tool: 'pay', args: { n: 3 } }, 'failure.invented_tool'],
    ['an argument the tool has not', { args: { n: 3, urgent: true } }, 'failure.invented_argument'],
    ['an argument that was given', { args: { n: 3, to: 'Me' } }, 'failure.invented_argument'],
    ['a value the tool cannot take', { args: { n: 'three' } }, 'failure.invented_value'],
    ['that it was done', { done: 'I have sent three lamps' }, 'failure.invented_action'],
    ['arguments and what came of it', { args: { n: 3 }, number: 'P-1' }, 'failure.invented_action'],
  ])('a model that names %s made it up: recorded, never called', async (_what, answer, code) => {
    const script = { model: { ...ANSWERS, parcel__ask: () => answer }, tool: sent };
    const view = await run(parcelFolder({ rules: ALLOWED }), script);
    const [ask] = Object.values(view.effects);
    expect(ask).toMatchObject({ node: 'parcel', status: 'failed', failure: { code } });
    expect(kit.seen.map(({ step }) => step)).toEqual(['parcel__ask']);
    expect(openCards(view)).toMatchObject([{ kind: 'trouble', body: { detail: { code } } }]);
  });

  test('is unsure where the model leaves out what the tool cannot do without', async () => {
    const script = { model: { parcel__ask: () => ({ args: { note: 'Fragile' } }) }, tool: sent };
    const view = await run(parcelFolder({ rules: ALLOWED }), script);
    expect(view.path.at(-1)).toMatchObject({ step: 'parcel', port: 'unsure' });
    expect(kit.seen.map(({ step }) => step)).toEqual(['parcel__ask']);
  });

  test('tried again by its owner it begins anew, as its second visit', async () => {
    let down = true;
    const send = () => (down ? (undefined as never) : { number: 'P-77' });
    kit = openKit({ model: ANSWERS, tool: { send } });
    const once = drawn(
      [['parcel', 'use_tool', USE, { attempts: 1 }]],
      ['start:ok>parcel', 'parcel:ok>fin'],
      { rules: ALLOWED },
    );
    const id = await begin(kit, once);
    await until(() => kit.engine.inbox().length === 1);
    down = false;
    await kit.engine.decide({ card: kit.engine.inbox()[0]!.id, choice: 'retry' });
    const view = await kit.engine.settled(id);
    expect(view).toMatchObject({ status: 'done', steps: { parcel: { visit: 2, port: 'ok' } } });
    const calls = kit.seen.filter(({ step }) => step === 'parcel__call');
    expect(new Set(calls.map(({ key }) => key)).size).toBe(2);
    expect(view.path.filter(({ step }) => step === 'parcel').map(({ port }) => port)).toEqual([
      'error',
      'ok',
    ]);
  });

  test('an approval before it speaks for its call, and what was not known then is asked about', async () => {
    const gate = { ask: 'manager', title: 'Send it?', fields: [] };
    const folder = drawn(
      [
        ['gate', 'approval', gate],
        ['parcel', 'use_tool', USE],
      ],
      ['start:ok>gate', 'gate:approved>parcel', 'parcel:ok>fin'],
    );
    kit = openKit({ model: ANSWERS, tool: sent });
    const id = await begin(kit, folder);
    await until(() => kit.engine.inbox().length === 1);
    const [before] = kit.engine.inbox();
    const told = before?.body.covers.map(({ step, args }) => [
      step,
      args.map((a) => [a.id, a.value, a.known]),
    ]);
    expect(told).toEqual([
      [
        'parcel',
        [
          ['to', 'Elm Street 1', true],
          ['n', null, false],
          ['note', null, false],
        ],
      ],
    ]);
    await kit.engine.decide({ card: before!.id, choice: 'approve' });
    const held = await kit.engine.settled(id);
    expect(kit.seen.map(({ step }) => step)).toEqual(['parcel__ask']);
    const [asked] = openCards(held);
    expect(asked?.body.covers[0]?.args.map(({ value }) => value)).toEqual(['Elm Street 1', 3]);
    await kit.engine.decide({ card: asked!.id, choice: 'approve' });
    expect((await kit.engine.settled(id)).status).toBe('done');
    expect(kit.seen.map(({ step }) => step)).toEqual([
      'parcel__ask',
      'parcel__call',
      'parcel__read',
    ]);
  });

  test('stopped between its calls, it makes none of those that are left', async () => {
    const script = counting({ model: { ...ANSWERS, parcel__ask: never }, tool: sent });
    kit = openKit(script);
    const id = await begin(kit, parcelFolder({ rules: ALLOWED }));
    await until(() => script.calls.length === 1);
    await kit.engine.stop(id);
    const view = await kit.engine.settled(id);
    expect(view).toMatchObject({ status: 'stopped', steps: { parcel: { state: 'stopped' } } });
    expect(script.calls).toEqual(['parcel__ask']);
  });

  test('goes through a for-each like any other step, and a record of it replays the same', async () => {
    const settings = { ...USE, data: { order: { '@ref': 'item' } } };
    const folder = drawn(
      [
        [
          'all',
          'for_each',
          { items: ['Three lamps', 'Two chairs'], concurrency: 2 },
          {
            scope: {
              nodes: [{ id: 'parcel', type: 'use_tool@1', name: 'Parcel', at: [0, 0], settings }],
              edges: [],
              notes: [],
            } as never,
          },
        ],
      ],
      ['start:ok>all', 'all:ok>told'],
      {
        rules: ALLOWED,
        steps: [['told', 'end', { output: { all: { '@ref': 'steps.all.value' } } }]],
      },
    );
    const view = await run(folder, { model: ANSWERS, tool: sent });
    expect(view.output?.v).toMatchObject({ all: [{ tracking: 'P-77' }, { tracking: 'P-77' }] });
    expect(kit.seen).toHaveLength(6);
    const read = openReadOnly({
      database: join(kit.dir, 'interlock.db'),
      anchors: join(kit.dir, 'anchors'),
    });
    if (!read.ok) throw new Error(read.wrong.code);
    expect(replay(read.journal, view.run)).toMatchObject({ isSame: true, status: 'done' });
    read.journal.close();
  });
});
