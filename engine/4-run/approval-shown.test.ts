// What is decided is what was shown, whatever happens between looking and deciding.

import { afterEach, describe, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import {
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
  simple,
} from '../../e2e/kit/approvals.ts';
import type { Script } from '../../e2e/kit/engine-kit.ts';
import type { Rule } from '../1-document/schema.ts';
import type { JsonObject } from '../base/value.ts';
import type { CardView } from './view.ts';

afterEach(end);

describe('what is decided is what was shown', () => {
  test('what became known after the card was put up is asked about, not waved through', async () => {
    let tell: (value: JsonObject) => void = () => {};
    const slow: Script = {
      tool: { ...SCRIPT.tool, look: () => new Promise<JsonObject>((resolve) => (tell = resolve)) },
    };
    open(slow);
    const call: StepSpec = [
      'pay',
      'call_tool',
      { tool: 'pay_out', args: { n: { '@ref': 'steps.read.value.n', else: 1 } } },
      { join: 'every' },
    ];
    const folder = drawn(
      [
        START,
        ['fork', 'parallel'],
        ['read', 'call_tool', { tool: 'look', args: {} }],
        gate('ask'),
        call,
        FIN,
      ],
      [
        'start:ok>fork',
        'fork:ok>read',
        'fork:ok>ask',
        'read:ok>pay',
        'ask:approved>pay',
        'pay:ok>fin',
      ],
    );
    const started = here().engine.startRun({
      folder,
      setting: here().setting,
      input: {},
      practice: true,
      pace: 'full',
    });
    const { run } = (await started) as { run: string };
    const card = here().engine.inbox()[0] as CardView;
    expect(card.body.covers).toMatchObject([{ step: 'pay', args: [{ id: 'n', known: false }] }]);
    for (let i = 0; i < 200 && !here().seen.length; i++) await new Promise((r) => setTimeout(r, 1));
    tell({ n: 4000 });
    for (let i = 0; i < 200 && !here().engine.run(run)?.steps['read']?.port; i++)
      await new Promise((r) => setTimeout(r, 1));
    const v = await approve(card);
    const door = cardAt(v, 'pay');
    expect(amounts(door)).toEqual([4000]);
    expect(paid()).toEqual([]);
  });
  test('the note, the name and the time of the decision itself may be used by what it opens', async () => {
    open(SCRIPT);
    const text = { '@text': '{{steps.ask.value.by}}: {{steps.ask.value.note}}' };
    const folder = drawn(
      [START, gate('ask'), pay(2, { text }), FIN],
      ['start:ok>ask', 'ask:approved>pay', 'pay:ok>fin'],
    );
    const card = cardAt(await begin(folder), 'ask');
    expect(card.body.covers[0]?.args).toMatchObject([
      { known: true },
      { id: 'text', known: false },
    ]);
    const v = await approve(card, { note: 'fine' });
    expect(v.status).toBe('done');
    expect(here().seen.find((s) => s.step === 'pay')?.args).toMatchObject({
      text: 'Marcus Webb: fine',
    });
  });
  test('an edit inside an item or a round is checked there, and opens just that', async () => {
    open(SCRIPT);
    const fields = [
      { field: { id: 'n', label: 'N', kind: 'money', currency: 'USD' }, value: { '@ref': 'item' } },
    ];
    const body: [StepSpec[], string[]] = [
      [['begin', 'start'], gate('ask', { fields }), pay({ '@ref': 'steps.ask.value.n' })],
      ['begin:ok>ask', 'ask:approved>pay'],
    ];
    const each = room('each', 'for_each', { items: [10, 20], concurrency: 2 }, body);
    const v = await begin(drawn([START, each, FIN], ['start:ok>each', 'each:ok>fin']));
    const [first, second] = cardsOf(v) as [CardView, CardView];
    expect((await decide(first, 'approve', { edit: { n: 9000 } })).done).toMatchObject({
      wrong: { code: 'decide.over_limit', params: { limit: 5000 } },
    });
    expect(amounts(here().engine.card(first.id) as CardView)).toEqual([9000]);
    expect(amounts(here().engine.card(second.id) as CardView)).toEqual([20]);
    await approve(second);
    expect((await approve(first, { by: 'ines_roth' })).status).toBe('done');
    expect(paid()).toEqual([20, 9000]);
  });
  test('the door’s card says what exactly, why, by which rule, from where, and what it cost so far', async () => {
    open({
      tool: { look: () => ({ n: 4, text: 'from a page' }), pay_out: SCRIPT.tool!['pay_out']! },
    });
    const rules: Rule[] = [
      {
        id: 'ask',
        name: 'Payments are asked about',
        when: { field: 'tool', op: 'is', value: 'pay_out' },
        then: 'ask',
        ask: 'director',
      },
    ];
    const args = { text: { '@ref': 'steps.read.value.text' } };
    const folder = drawing(
      scopeOf(
        [
          START,
          ['read', 'call_tool', { tool: 'look', args: {} }],
          pay({ '@ref': 'steps.read.value.n' }, args),
          FIN,
        ],
        ['start:ok>read', 'read:ok>pay', 'pay:ok>fin'],
      ),
      {
        cards: [
          PAY,
          cardOf('look', {
            effect: 'read',
            source: 'untrusted',
            result: [
              { id: 'n', label: 'N', kind: 'number' },
              { id: 'text', label: 'Text', kind: 'text' },
            ],
          }),
        ],
        rules,
      },
    );
    const v = await begin(folder);
    const door = cardAt(v, 'pay');
    expect(door).toMatchObject({
      kind: 'approval',
      to: 'ines_roth',
      choices: ['approve', 'refuse', 'hand-over'],
    });
    const [text, amount] = ['text', 'n'].map((id) =>
      door.body.covers[0]?.args.find((arg) => arg.id === id),
    );
    expect(amount).toMatchObject({ value: 4, known: true });
    expect(text).toMatchObject({ value: 'from a page' });
    expect(text?.labels).toContain('untrusted');
    expect(door.body.rule).toEqual({ id: 'ask', name: 'Payments are asked about' });
    expect(door.body.detail?.code).toMatch(/^why\./);
    expect(door.body.usage).toMatchObject({ toolCalls: 1 });
    const after = await approve(door);
    expect(after.status).toBe('done');
    expect(after.grants).toMatchObject([{ step: 'pay', visit: 1, usedBy: door.effect }]);
  });
  test('treating a call as done asks for what later steps use, and not for the rest', async () => {
    const hang = { tool: { pay_out: () => new Promise<never>(() => {}) } };
    open(hang);
    const result: JsonObject[] = [
      { id: 'n', label: 'N', kind: 'number' },
      { id: 'rest', label: 'Rest', kind: 'text', required: true },
    ];
    const next: StepSpec = [
      'next',
      'shape_data',
      { fields: [{ id: 'n', do: { op: 'set', value: { '@ref': 'steps.pay.value.n' } } }] },
    ];
    const folder = drawing(
      scopeOf(
        [START, gate('ask'), pay(3), next, FIN],
        ['start:ok>ask', 'ask:approved>pay', 'pay:ok>next', 'next:ok>fin'],
      ),
      { cards: [{ ...PAY, idempotency: 'none', result }] },
    );
    const held = await begin(folder);
    await here().engine.decide({ card: cardAt(held, 'ask').id, choice: 'approve' });
    for (let i = 0; i < 500 && !here().seen.length; i++) await new Promise((r) => setTimeout(r, 2));
    await restart();
    const card = cardAt(await here().engine.settled(held.run), 'pay');
    expect(card.body.fields.map(({ field }) => [field.id, field.required])).toEqual([
      ['n', true],
      ['rest', false],
    ]);
    const by = { by: card.to };
    expect((await decide(card, 'done', by)).done).toMatchObject({ wrong: { field: 'n' } });
    const { view } = await decide(card, 'done', { ...by, edit: { n: 3 } });
    expect(view.status).toBe('done');
    expect(paid()).toEqual([]); // it was called before the restart, and never again
  });
  test('a card answers to its own id alone: 500 other spellings find nothing', async () => {
    open(SCRIPT);
    const held = await begin(simple());
    const other = await begin(simple());
    const card = cardAt(held, 'ask');
    const ids = spellings(card, cardAt(other, 'ask'));
    expect(ids.length).toBeGreaterThanOrEqual(500);
    for (const id of ids) {
      const done = await here().engine.decide({ card: id, choice: 'approve', by: 'marcus_webb' });
      expect(done, id).toMatchObject({ wrong: { code: 'decide.unknown_card' } });
    }
    expect(
      here()
        .engine.inbox()
        .map((c) => c.id)
        .sort(),
    ).toEqual([card.id, cardAt(other, 'ask').id].sort());
  });
});

/** Other ways of writing a card's id, and of naming what it belongs to. */
function spellings({ id, run, step, effect }: CardView, other: CardView): string[] {
  const [body = '', kind = ''] = id.split('/');
  const marks = ['', ' ', '/', ':', '%', '#', '?', '\u0000', '\u200b', '\t', '\n', '.', '..', ';'];
  const ways = [id, body, kind, run, step, effect, `${run}:${step}`, `${other.run}/${kind}`];
  const around = ways.flatMap((way) =>
    marks.flatMap((mark) => [`${mark}${way}`, `${way}${mark}`, `${mark}${way}${mark}`]),
  );
  const written = [
    id.toUpperCase(),
    id.normalize('NFKD').replaceAll(':', '\uff1a'),
    id.replaceAll(':', '::'),
    id.replaceAll('/', '%2F'),
    id.replaceAll('/', '//'),
    id.replaceAll(':', '%3A'),
    encodeURIComponent(id),
    Buffer.from(id).toString('base64'),
    `${id}-1`,
    `${id}1`,
    `./${id}`,
    `${body}/../${id}`,
    '__proto__',
    'constructor',
    '*',
    `${id}' OR '1'='1`,
    ...Array.from(
      { length: 250 },
      (_, i) =>
        id.slice(0, i % id.length) + String.fromCharCode(33 + (i % 90)) + id.slice(i % id.length),
    ),
  ];
  return [...new Set([...around, ...written])].filter((one) => one !== id && one !== other.id);
}
