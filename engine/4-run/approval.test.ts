// Approvals from outside: bound to exactly what was shown, used once, wherever a gate is drawn.

import { afterEach, describe, expect, test } from 'vitest';
import { drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import {
  CARDS,
  FIN,
  PAY,
  SCRIPT,
  START,
  amounts,
  approve,
  begin,
  cardAt,
  cardsOf,
  decide,
  drawn,
  end,
  gate,
  here,
  open,
  paid,
  pay,
  restart,
  room,
} from '../../e2e/kit/approvals.ts';
import type { Script } from '../../e2e/kit/engine-kit.ts';
import type { Folder, Rule } from '../1-document/schema.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { CardView } from './view.ts';

afterEach(end);

describe('a gate before a for-each', () => {
  const inner = (more: JsonObject = {}): [StepSpec[], string[]] => [
    [['begin', 'start'], pay({ '@ref': 'item' }, more)],
    ['begin:ok>pay'],
  ];
  const folder = (items: Json, body = inner(), concurrency = 2): Folder =>
    drawn(
      [START, gate('ask'), room('each', 'for_each', { items, concurrency }, body), FIN],
      ['start:ok>ask', 'ask:approved>each', 'each:ok>fin'],
    );

  test('shows every item it can know ahead, and opens exactly these', async () => {
    open(SCRIPT);
    const held = await begin(folder([10, 20, 30]));
    const card = cardAt(held, 'ask');
    expect(amounts(card)).toEqual([10, 20, 30]);
    expect(card.body.groups).toMatchObject([{ step: 'pay', count: 3, unknown: 0, total: 60 }]);
    const v = await approve(card);
    expect(v.status).toBe('done');
    expect(new Set(paid())).toEqual(new Set([10, 20, 30]));
    expect(paid()).toHaveLength(3);
    const used = v.grants.filter((g) => g.visit > 0);
    expect(used.map((g) => g.within)).toEqual(['each:1:0/', 'each:1:1/', 'each:1:2/']);
    expect(new Set(used.map((g) => g.usedBy)).size).toBe(3);
  });
  test('counts the amounts together against the approver’s limit', async () => {
    open(SCRIPT);
    const card = cardAt(await begin(folder([3000, 3000])), 'ask');
    const { done } = await decide(card, 'approve', { by: 'marcus_webb' });
    expect(done).toMatchObject({ wrong: { code: 'decide.over_limit', params: { amount: 6000 } } });
    expect(here().engine.card(card.id)).toMatchObject({ to: 'ines_roth', state: 'open' });
    expect(paid()).toEqual([]);
  });
  test('sums a long list up, with the whole of it behind', async () => {
    open(SCRIPT);
    const items = Array.from({ length: 45 }, (_, i) => i + 1);
    const card = cardAt(await begin(folder(items)), 'ask');
    expect(card.body.covers).toHaveLength(20);
    expect(card.body.groups).toMatchObject([{ count: 45, total: 1035, currency: 'USD' }]);
    const all = JSON.parse(here().engine.blob(card.body.all?.['@blob'] ?? '') ?? '[]') as unknown[];
    expect(all).toHaveLength(45);
    expect((await approve(card)).status).toBe('done');
    expect(paid()).toHaveLength(45);
  });
  test('says “not known yet” of a list that is still to be made, and the door asks for each', async () => {
    open({ tool: { ...SCRIPT.tool, look: () => ({ n: 7 }) } });
    const steps: StepSpec[] = [
      START,
      gate('ask'),
      ['read', 'call_tool', { tool: 'look', args: {} }],
      [
        'list',
        'shape_data',
        { fields: [{ id: 'all', do: { op: 'set', value: [{ '@ref': 'steps.read.value.n' }] } }] },
      ],
      room(
        'each',
        'for_each',
        { items: { '@ref': 'steps.list.value.all' }, concurrency: 1 },
        inner(),
      ),
      FIN,
    ];
    const arrows = [
      'start:ok>ask',
      'ask:approved>read',
      'read:ok>list',
      'list:ok>each',
      'each:ok>fin',
    ];
    const card = cardAt(await begin(drawn(steps, arrows)), 'ask');
    expect(card.body.covers).toMatchObject([{ step: 'pay', args: [{ id: 'n', known: false }] }]);
    const held = await approve(card);
    const door = cardAt(held, 'pay');
    expect(door.body.detail).toMatchObject({ code: 'why.changed_since_approval' });
    expect(amounts(door)).toEqual([7]);
    expect(paid()).toEqual([]);
    expect((await approve(door)).status).toBe('done');
    expect(paid()).toEqual([7]);
  });
  test('is kept over a restart, and what is used stays used', async () => {
    let calls = 0;
    const slow: Script = {
      tool: { pay_out: ({ n = 0 }) => (++calls === 1 ? new Promise<never>(() => {}) : { n }) },
    };
    open(slow);
    const held = await begin(folder([10, 20, 30], inner(), 1));
    await here().engine.decide({ card: cardAt(held, 'ask').id, choice: 'approve' });
    for (let i = 0; i < 500 && calls < 1; i++) await new Promise((r) => setTimeout(r, 2));
    await restart();
    const v = await here().engine.settled(held.run);
    expect(v.status).toBe('done');
    const opening = v.grants.filter((g) => g.visit > 0);
    expect(opening.every((g) => g.usedBy !== undefined)).toBe(true);
  });
});

describe('gates in lanes, loops and children', () => {
  test('a gate inside an item opens that item and no other', async () => {
    open(SCRIPT);
    const body: [StepSpec[], string[]] = [
      [['begin', 'start'], gate('ask'), pay({ '@ref': 'item' })],
      ['begin:ok>ask', 'ask:approved>pay'],
    ];
    const each = room('each', 'for_each', { items: [10, 20, 30], concurrency: 3 }, body);
    const v = await begin(drawn([START, each, FIN], ['start:ok>each', 'each:ok>fin']));
    const [first, second, third] = cardsOf(v);
    expect([first, second, third].map((c) => amounts(c as CardView))).toEqual([[10], [20], [30]]);
    await approve(second as CardView);
    expect(paid()).toEqual([20]);
    await approve(third as CardView);
    expect((await approve(first as CardView)).status).toBe('done');
    expect(paid()).toEqual([20, 30, 10]);
  });
  const looped = (until: JsonObject, more: StepSpec[] = [], arrows: string[] = []): Folder =>
    drawn(
      [
        START,
        room('again', 'loop', { maxRounds: 3, until }, [
          [['begin', 'start'], gate('ask'), pay({ '@ref': 'round' })],
          ['begin:ok>ask', 'ask:approved>pay'],
        ]),
        ...more,
        FIN,
      ],
      ['start:ok>again', ...arrows, ...(more.length ? [] : ['again:done>fin'])],
    );
  test('a gate in a loop is asked in every round, and each answer opens that round', async () => {
    open(SCRIPT);
    const held = await begin(looped({ field: 'round', op: 'at_least', value: 2 }));
    const first = cardAt(held, 'ask');
    expect(amounts(first)).toEqual([1]);
    const second = cardAt(await approve(first), 'ask');
    expect(second.id).not.toBe(first.id);
    expect(amounts(second)).toEqual([2]);
    expect((await decide(first, 'approve', { by: first.to })).done).toMatchObject({
      wrong: { code: 'decide.already' },
    });
    const v = await approve(second);
    expect(v.status).toBe('done');
    expect(paid()).toEqual([1, 2]);
    expect(v.grants.filter((g) => g.usedBy).map((g) => g.visit)).toEqual([1, 2]);
  });
  test('a gate in a loop opens what follows the loop', async () => {
    open(SCRIPT);
    const inner: [StepSpec[], string[]] = [
      [['begin', 'start'], gate('ask'), ['back', 'join']],
      ['begin:ok>ask', 'ask:sent_back>back'],
    ];
    const until = { field: 'steps.ask.port', op: 'is', value: 'approved' };
    const folder = drawn(
      [
        START,
        room('revise', 'loop', { maxRounds: 3, until }, inner),
        pay({ '@ref': 'input.n' }),
        FIN,
      ],
      ['start:ok>revise', 'revise:done>pay', 'pay:ok>fin'],
      { input: [{ id: 'n', label: 'N', kind: 'number' }] },
    );
    const first = cardAt(await begin(folder, { input: { n: 12 } }), 'ask');
    expect(amounts(first)).toEqual([12]);
    const { view } = await decide(first, 'send-back', { note: 'why?' });
    const second = cardAt(view, 'ask');
    expect(amounts(second)).toEqual([12]);
    expect((await approve(second)).status).toBe('done');
    expect(paid()).toEqual([12]);
  });
  test('what a gate gave and nobody used is void once it is asked anew', async () => {
    open(SCRIPT);
    const skip = {
      cases: [{ port: 'now', when: { field: 'round', op: 'at_least', value: 2 } }],
    };
    const inner: [StepSpec[], string[]] = [
      [
        ['begin', 'start'],
        gate('ask'),
        ['turn', 'condition', skip],
        pay(5),
        ['none', 'join'],
        ['back', 'join'],
      ],
      [
        'begin:ok>ask',
        'ask:approved>turn',
        'turn:now>pay',
        'turn:otherwise>none',
        'ask:refused>back',
      ],
    ];
    const until = { field: 'round', op: 'at_least', value: 3 };
    const folder = drawn(
      [START, room('again', 'loop', { maxRounds: 3, until }, inner), pay2('after', 6), FIN],
      ['start:ok>again', 'again:done>after', 'after:ok>fin'],
    );
    let v = await begin(folder);
    expect(cardAt(v, 'ask').body.covers).toEqual([]); // the gate stands before all of it once more
    v = await approve(cardAt(v, 'ask'));
    const unused = v.grants.filter((g) => g.usedBy === undefined && g.visit > 0);
    expect(unused).toEqual([]); // round 2 has asked again
    v = await approve(cardAt(v, 'ask'));
    expect(paid()).toEqual([5]);
    const { view } = await decide(cardAt(v, 'ask'), 'refuse', { by: 'marcus_webb' });
    expect(view).toMatchObject({ status: 'failed', failure: { kind: 'denied', step: 'after' } });
  });
  const pay2 = (id: string, n: Json): StepSpec => [
    id,
    'call_tool',
    { tool: 'pay_out', args: { n } },
  ];
  const inner = (steps: StepSpec[], arrows: string[]): Folder =>
    drawing(scopeOf(steps, arrows), {
      ...CARDS,
      id: 'inner',
      input: [{ id: 'n', label: 'N', kind: 'number' }],
    });
  test('a gate before a sub-workflow opens what is done in it', async () => {
    open(SCRIPT);
    const library = {
      inner: inner([START, pay({ '@ref': 'input.n' }), FIN], ['start:ok>pay', 'pay:ok>fin']),
    };
    const sub: StepSpec = ['sub', 'sub_workflow', { workflow: 'inner', input: { n: 8 } }];
    const folder = drawn(
      [START, gate('ask'), sub, FIN],
      ['start:ok>ask', 'ask:approved>sub', 'sub:ok>fin'],
    );
    const card = cardAt(await begin(folder, { library }), 'ask');
    expect(amounts(card)).toEqual([8]);
    const v = await approve(card);
    expect(v.status).toBe('done');
    expect(v.grants.find((g) => g.usedBy)).toMatchObject({ step: 'pay', within: 'sub:1/' });
  });
  test('a gate in a sub-workflow opens what follows in the workflow that called it', async () => {
    open(SCRIPT);
    const library = {
      inner: inner([START, gate('ask'), FIN], ['start:ok>ask', 'ask:approved>fin']),
    };
    const sub: StepSpec = ['sub', 'sub_workflow', { workflow: 'inner', input: {} }];
    const folder = drawn([START, sub, pay(9), FIN], ['start:ok>sub', 'sub:ok>pay', 'pay:ok>fin']);
    const held = await begin(folder, { library });
    expect(amounts(cardAt(held, 'ask'))).toEqual([9]);
    await restart();
    const v = await approve(cardAt(await here().engine.settled(held.run), 'ask'));
    expect(v.status).toBe('done');
    expect(paid()).toEqual([9]);
  });
  test.each([
    ['a', 'b'],
    ['b', 'a'],
  ])(
    'two parallel gates both show the call behind them; answered %s before %s, both advance',
    async (one, other) => {
      open(SCRIPT);
      const join: StepSpec = [...pay(4), { join: 'every' }] as unknown as StepSpec;
      const folder = drawn(
        [START, ['fork', 'parallel'], gate('a'), gate('b'), join, FIN],
        [
          'start:ok>fork',
          'fork:ok>a',
          'fork:ok>b',
          'a:approved>pay',
          'b:approved>pay',
          'pay:ok>fin',
        ],
      );
      const held = await begin(folder);
      expect(amounts(cardAt(held, 'a'))).toEqual([4]);
      expect(amounts(cardAt(held, 'b'))).toEqual([4]);
      const half = await approve(cardAt(held, one));
      expect(half.status).toBe('waiting');
      expect(paid()).toEqual([]);
      const v = await approve(cardAt(half, other));
      expect(v.status).toBe('done');
      expect(paid()).toEqual([4]);
    },
  );
  test('another round of a covered call is asked about, even where a rule allows it', async () => {
    open(SCRIPT);
    const rules: Rule[] = [
      { id: 'r', name: 'Pays', when: { field: 'tool', op: 'is', value: 'pay_out' }, then: 'allow' },
    ];
    const until = { field: 'steps.look.value.n', op: 'at_least', value: 2 };
    const body: [StepSpec[], string[]] = [
      [
        ['begin', 'start'],
        pay({ '@ref': 'round' }),
        ['look', 'call_tool', { tool: 'look', args: { n: { '@ref': 'round' } } }],
      ],
      ['begin:ok>pay', 'pay:ok>look'],
    ];
    const folder = drawn(
      [START, gate('ask'), room('again', 'loop', { maxRounds: 3, until }, body), FIN],
      ['start:ok>ask', 'ask:approved>again', 'again:done>fin'],
      { rules },
    );
    const held = await begin(folder);
    expect(amounts(cardAt(held, 'ask'))).toEqual([1]); // whether there is a second nobody knows
    const again = await approve(cardAt(held, 'ask'));
    expect(paid()).toEqual([1]);
    expect(amounts(cardAt(again, 'pay'))).toEqual([2]);
    expect((await approve(cardAt(again, 'pay'))).status).toBe('done');
    expect(paid()).toEqual([1, 2]);
  });
  test('a covered call that failed is not done again without a new agreement', async () => {
    let isDown = true;
    open({
      tool: { pay_out: ({ n = 0 }) => (isDown ? { wrong: true } : { n }) as never },
    });
    const required = { ...PAY, result: [{ id: 'n', label: 'N', kind: 'number', required: true }] };
    const folder = drawn(
      [START, gate('ask'), pay(3), FIN],
      ['start:ok>ask', 'ask:approved>pay', 'pay:ok>fin'],
    );
    folder.cards = drawing(scopeOf([], []), { cards: [required] }).cards;
    const held = await approve(cardAt(await begin(folder), 'ask'));
    isDown = false;
    const [trouble] = cardsOf(held);
    expect(trouble).toMatchObject({ kind: 'trouble', choices: ['retry', 'go-on', 'stop'] });
    const { view } = await decide(trouble as CardView, 'retry', { by: trouble?.to });
    expect(paid()).toEqual([3]);
    const door = cardAt(view, 'pay');
    expect(door.body.detail).toMatchObject({ code: 'why.changed_since_approval' });
    expect((await approve(door)).status).toBe('done');
  });
});
