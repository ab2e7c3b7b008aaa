// Where a call came from, at the door: untrusted text opens nothing by itself, cards have their
// say, and what is tightened or taken away acts at once.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { openKit, type Kit } from '../../e2e/kit/engine-kit.ts';
import type { Folder, Rule } from '../1-document/schema.ts';
import type { Condition } from '../base/condition.ts';
import type { Json, JsonObject } from '../base/value.ts';
import { standingIn } from '../workspace/standing.ts';
import { simulatedClock } from './clock.ts';
import type { RunView } from './view.ts';

let kit: Kit;
afterEach(() => kit.end());

const TEXT = { id: 'text', label: 'Text', kind: 'text' };
const SUM = { id: 'sum', label: 'Sum', kind: 'money', currency: 'USD' };
const tool = (name: string, more: JsonObject = {}): JsonObject =>
  cardOf(name, { args: [TEXT, SUM], result: [TEXT], ...more });
const READ: StepSpec = ['read', 'call_tool', { tool: 'mails', args: {} }];
const send = (args: JsonObject): StepSpec => ['act', 'call_tool', { tool: 'send', args }];
const FROM_OUTSIDE = { '@ref': 'steps.read.value.text', else: '' };
const SORT: StepSpec = [
  'sort',
  'classify',
  {
    text: FROM_OUTSIDE,
    categories: ['good', 'bad'].map((id) => ({ id, name: id, description: '' })),
    ways: true,
    maxOutputTokens: 50,
  },
];
const leaf = (field: string, op: string, value: Json): Condition =>
  ({ field, op, value }) as Condition;
const IS_SEND = leaf('tool', 'is', 'send');
const rule = (...all: Condition[]): Rule => ({ id: 'r', name: 'R', when: { all }, then: 'allow' });

type More = { rules?: Rule[]; card?: JsonObject; id?: string };
const folderOf = (
  steps: StepSpec[],
  arrows: string[],
  { rules, card = {}, id }: More = {},
): Folder =>
  drawing(scopeOf([['start', 'start'], ...steps], [`start:ok>${steps[0]?.[0]}`, ...arrows]), {
    rules: rules ?? [rule(IS_SEND)],
    cards: [
      tool('mails', { source: 'mail' }),
      tool('send', { class: 'communication', effect: 'irreversible', ...card }),
    ],
    ...(id ? { id } : {}),
  });

const SCRIPT = {
  tool: { mails: () => ({ text: 'from outside' }), send: () => ({ text: 'sent' }) },
  model: { sort: () => ({ category: 'good' }), say: () => ({ text: 'a word' }) },
};
const begin = async (
  folder: Folder,
  more: { library?: Record<string, Folder>; dir?: string } = {},
) => {
  const { setting } = kit;
  const request = { folder, setting, input: {}, practice: true, pace: 'full' as const, ...more };
  const started = await kit.engine.startRun(request);
  if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
  return kit.engine.settled(started.run);
};
async function play(folder: Folder, library?: Record<string, Folder>): Promise<RunView> {
  kit = openKit(SCRIPT);
  return begin(folder, library ? { library } : {});
}
const sent = () => kit.seen.filter(({ step }) => step === 'act').map(({ args }) => args);
/** Why the one open card asks, or how the run ended without one. */
const why = (view: RunView): string => kit.engine.inbox()[0]?.body.detail?.code ?? view.status;

describe('an argument from outside', () => {
  const plain = (rules?: Rule[]) =>
    folderOf([READ, send({ text: FROM_OUTSIDE, sum: 5 })], ['read:ok>act'], rules ? { rules } : {});
  test('is put before a person who sees where it came from, and goes as it was shown', async () => {
    const view = await play(plain());
    const [card] = kit.engine.inbox();
    expect(why(view)).toBe('why.untrusted_argument');
    expect(card?.body.detail?.params).toEqual({ argument: 'Text' });
    expect(card?.body.covers[0]?.args[0]?.labels).toContain('untrusted');
    expect(sent()).toEqual([]);
    await kit.engine.decide({ card: card?.id ?? '', choice: 'approve', by: card?.to });
    expect((await kit.engine.settled(view.run)).status).toBe('done');
    expect(sent()).toEqual([{ text: 'from outside', sum: 5 }]);
  });
  test('goes by itself where a rule names it and says what it must look like', async () => {
    expect(why(await play(plain([rule(IS_SEND, leaf('args.text', 'starts_with', 'from'))])))).toBe(
      'done',
    );
    expect(sent()).toHaveLength(1);
  });
  test('does not go because a rule bounds another argument', async () => {
    expect(why(await play(plain([rule(IS_SEND, leaf('args.sum', 'at_most', 10))])))).toBe(
      'why.untrusted_argument',
    );
    expect(sent()).toEqual([]);
  });
});

describe('a decision that text from outside made', () => {
  const steps = [READ, SORT, send({ text: 'our own words' })];
  const ways = ['read:ok>sort', 'sort:good>act'];
  test('holds what hangs on it, until a rule names the step', async () => {
    expect(why(await play(folderOf(steps, ways)))).toBe('why.untrusted_steered');
    expect(sent()).toEqual([]);
    await kit.end();
    const named = [rule(IS_SEND, leaf('step', 'is', 'act'))];
    expect(why(await play(folderOf(steps, ways, { rules: named })))).toBe('done');
  });
  test('holds nothing where it leads to the same whatever it says', async () => {
    expect(why(await play(folderOf(steps, [...ways, 'sort:bad>act'])))).toBe('done');
  });
  test('holds what a child does, and what happens once for each of a list', async () => {
    const child = folderOf([send({ text: 'x' })], [], { id: 'child' });
    const run: StepSpec = ['run', 'sub_workflow', { workflow: 'child', input: {} }];
    const above = folderOf([READ, SORT, run], ['read:ok>sort', 'sort:good>run']);
    expect(why(await play(above, { child }))).toBe('why.untrusted_steered');
    await kit.end();
    const scope = scopeOf([send({ text: 'x' })], []);
    const each: StepSpec = ['each', 'for_each', { items: [FROM_OUTSIDE] }, { scope }];
    expect(why(await play(folderOf([READ, each], ['read:ok>each'])))).toBe('why.untrusted_steered');
  });
  test('is read off a loop by what ended its rounds, and off a child by the end it took', async () => {
    const until = leaf('steps.sort.value.category', 'is', 'good') as unknown as JsonObject;
    const room = { scope: scopeOf([[SORT[0], SORT[1], { ...SORT[2], ways: false }]], []) };
    const loop: StepSpec = ['loop', 'loop', { maxRounds: 2, until }, room];
    const after = ['read:ok>loop', 'loop:over>act'];
    kit = openKit({ ...SCRIPT, model: { sort: () => ({ category: 'bad' }) } });
    const over = await begin(folderOf([READ, loop, send({ text: 'x' })], after));
    expect(why(over)).toBe('why.untrusted_steered');
    await kit.end();
    const ends: StepSpec[] = [
      ['no', 'end', { outcome: 'refused' }],
      ['yes', 'end', { outcome: 'done' }],
    ];
    const child = folderOf(
      [READ, SORT, ...ends],
      ['read:ok>sort', 'sort:good>no', 'sort:bad>yes'],
      {
        id: 'child',
      },
    );
    const run: StepSpec = ['run', 'sub_workflow', { workflow: 'child', input: {} }];
    const parent = folderOf([run, send({ text: 'x' })], ['run:refused>act']);
    expect(why(await play(parent, { child }))).toBe('why.untrusted_steered');
  });
  test('is nobody’s concern once a person agreed to go on', async () => {
    const gate: StepSpec = ['gate', 'approval', { ask: 'manager', title: 'On?', covers: [] }];
    const folder = folderOf(
      [READ, SORT, gate, send({ text: 'x' })],
      ['read:ok>sort', 'sort:good>gate', 'gate:approved>act'],
    );
    const view = await play(folder);
    const [card] = kit.engine.inbox();
    await kit.engine.decide({ card: card?.id ?? '', choice: 'approve', by: card?.to });
    expect((await kit.engine.settled(view.run)).status).toBe('done');
    expect(sent()).toHaveLength(1);
  });
});

describe('a card', () => {
  const plain = (card: JsonObject, args: JsonObject = { text: 'x', sum: 5 }) =>
    folderOf([send(args)], [], { card });
  test('that wants every call agreed to holds it although a rule allows it', async () => {
    expect(why(await play(plain({ approval: 'always' })))).toBe('why.card_always');
  });
  test('that wants some calls agreed to looks at arguments, hour and day', async () => {
    const when = (askWhen: Condition) => plain({ approval: 'when', askWhen: askWhen as never });
    expect(why(await play(when(leaf('args.sum', 'more_than', 4))))).toBe('why.card_when');
    await kit.end();
    expect(why(await play(when(leaf('args.sum', 'more_than', 5))))).toBe('done');
    await kit.end();
    // A Sunday, a quarter past seven in the evening, in the zone of the workspace (UTC).
    const clock = simulatedClock(Date.UTC(2026, 10, 22, 19, 15));
    const late = { all: [leaf('weekday', 'is', 'sunday'), leaf('hour', 'at_least', 19)] };
    kit = openKit(SCRIPT, undefined, clock);
    expect(why(await begin(when(late)))).toBe('why.card_when');
  });
  test('that wants evidence holds what only a model says', async () => {
    const say: StepSpec = ['say', 'draft', { instructions: 'x', data: {}, maxOutputTokens: 50 }];
    const args = { text: { '@ref': 'steps.say.value.text', else: '' } };
    const card = { evidence: ['text'] };
    const invented = folderOf([say, send(args)], ['say:ok>act'], { card });
    expect(why(await play(invented))).toBe('why.no_evidence');
    await kit.end();
    const data = { it: { '@ref': 'steps.look.value.text', else: '' } };
    const look: StepSpec = ['look', 'call_tool', { tool: 'ledger', args: {} }];
    const told: StepSpec = ['say', 'draft', { instructions: 'x', data, maxOutputTokens: 50 }];
    const folder = folderOf([look, told, send(args)], ['look:ok>say', 'say:ok>act'], { card });
    folder.cards.push(
      ...drawing(scopeOf([], []), { cards: [tool('ledger', { source: 'ledger' })] }).cards,
    );
    kit = openKit({ ...SCRIPT, tool: { ...SCRIPT.tool, ledger: () => ({ text: '5' }) } });
    expect(why(await begin(folder))).toBe('done');
  });
});

describe('while a run waits', () => {
  const gate: StepSpec = ['gate', 'approval', { ask: 'manager', title: 'On?', covers: [] }];
  const waiting = (more: More = {}) =>
    folderOf([gate, send({ text: 'x', sum: 5 })], ['gate:approved>act'], more);
  const write = (dir: string, name: string, data: unknown): void =>
    writeFileSync(path.join(dir, name), JSON.stringify(data));

  /** Starts a run from files, changes them, lets it go on. */
  async function changed(
    change: (files: { cards: Folder['cards']; rules: Rule[] }) => void,
    { isRestarted = false, more = {} as More } = {},
  ): Promise<RunView> {
    const dir = path.join(mkdtempSync(path.join(tmpdir(), 'interlock-standing-')), 'it');
    mkdirSync(dir);
    const folder = waiting(more);
    const { workflow, cards, rules } = structuredClone(folder);
    write(dir, 'workflow.json', workflow);
    write(dir, 'tools.json', { cards });
    write(dir, 'rules.json', rules);
    kit = openKit({ ...SCRIPT, standing: standingIn(path.dirname(dir)) });
    const { run } = await begin(folder, { dir });
    change({ cards, rules });
    write(dir, 'tools.json', { cards });
    write(dir, 'rules.json', rules);
    if (isRestarted) kit = await kit.restart();
    const [card] = kit.engine.inbox();
    await kit.engine.decide({ card: card?.id ?? '', choice: 'approve', by: card?.to });
    const view = await kit.engine.settled(run);
    rmSync(path.dirname(dir), { recursive: true });
    return view;
  }

  test('and nothing changes, it goes on', async () => {
    expect((await changed(() => {})).status).toBe('done');
  });
  test('and the card of its tool is taken away, the tool is not called any more', async () => {
    for (const isRestarted of [false, true]) {
      const view = await changed(({ cards }) => void cards.splice(1, 1), { isRestarted });
      expect(view.failure).toMatchObject({ kind: 'denied', code: 'why.card_revoked' });
      expect(sent()).toEqual([]);
      if (!isRestarted) await kit.end();
    }
  });
  test('and its card or a rule becomes stricter, that counts at once', async () => {
    const asks = await changed(({ cards }) => void (cards[1]!.approval = 'always'));
    expect(why(asks)).toBe('why.card_always');
    await kit.end();
    const denied = await changed(({ rules }) => void (rules[0]!.then = 'deny'));
    expect(denied.failure?.code).toBe('why.denied_by_rule');
    await kit.end();
    const low = await changed(({ cards }) => void (cards[1]!.args[1]!.max = 4));
    expect(low.failure).toMatchObject({ kind: 'denied', code: 'failure.arguments' });
    expect(sent()).toEqual([]);
  });
  test('and a card or a rule becomes looser, only new runs know it', async () => {
    const strict = {
      card: { approval: 'always' },
      rules: [{ ...rule(IS_SEND), then: 'ask' as const }],
    };
    for (const isRestarted of [false, true]) {
      const view = await changed(
        ({ cards, rules }) => {
          cards[1]!.approval = 'never';
          rules[0]!.then = 'allow';
        },
        { isRestarted, more: strict },
      );
      expect(view.status).toBe('waiting');
      expect(sent()).toEqual([]);
      if (!isRestarted) await kit.end();
    }
  });
  test('and a rule of the workspace becomes looser, a restart does not let it in', async () => {
    const strict: Rule = { ...rule(IS_SEND), id: 'w', then: 'deny' };
    kit = openKit(SCRIPT);
    kit.setting.rules = [strict];
    const { run } = await begin(waiting());
    kit = await kit.restart();
    expect(kit.setting.rules).toEqual([]);
    const [card] = kit.engine.inbox();
    await kit.engine.decide({ card: card?.id ?? '', choice: 'approve', by: card?.to });
    expect((await kit.engine.settled(run)).failure?.code).toBe('why.denied_by_rule');
  });
});
