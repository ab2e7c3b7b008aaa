// The door from outside: rules, grants, limits, retries, what is unknown after a crash.

import { afterEach, describe, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { openKit, sampleFolder, type Kit } from '../../e2e/kit/engine-kit.ts';
import type { Folder, Rule } from '../1-document/schema.ts';
import type { JsonObject } from '../base/value.ts';
import { simulatedClock } from './clock.ts';
import type { RunView } from './view.ts';

let kit: Kit;
afterEach(() => kit.end());

async function begin(folder: Folder, input: JsonObject = {}): Promise<string> {
  const started = await kit.engine.startRun({
    folder,
    setting: kit.setting,
    input,
    practice: true,
    pace: 'full',
  });
  if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
  return started.run;
}
const view = async (run: string): Promise<RunView> => kit.engine.settled(run);
const firstCard = async (run: string) => {
  for (let i = 0; i < 500 && !kit.engine.inbox().length; i++)
    await new Promise((r) => setTimeout(r, 2));
  const card = kit.engine.inbox().find((c) => c.run === run);
  if (!card) throw new Error('no card was opened');
  return card;
};
const cardsOf = (v: RunView) => Object.values(v.cards).filter((c) => c.state === 'open');

const ALLOW: Rule = {
  id: 'ok',
  name: 'Sending is fine',
  when: { field: 'tool', op: 'is', value: 'send' },
  then: 'allow',
};
const one = (
  card: JsonObject,
  more: { rules?: Rule[]; budget?: JsonObject; steps?: StepSpec[]; arrows?: string[] } = {},
): Folder =>
  drawing(
    scopeOf(
      [
        ['start', 'start'],
        ['act', 'call_tool', { tool: 'send', args: { n: 1 } }],
        ...(more.steps ?? []),
        ['fin', 'end', { outcome: 'done' }],
      ],
      ['start:ok>act', 'act:ok>fin', ...(more.arrows ?? [])],
    ),
    {
      cards: [cardOf('send', card)],
      ...(more.rules ? { rules: more.rules } : {}),
      ...(more.budget ? { budget: more.budget } : {}),
    },
  );
const ok = { tool: { send: ({ n = 0 }: JsonObject) => ({ n }) } };

describe('rules', () => {
  test('an irreversible call that no rule allows never reaches the tool, and the run fails naming why', async () => {
    kit = openKit(ok);
    const v = await view(await begin(one({ effect: 'irreversible' })));
    expect(v.status).toBe('failed');
    expect(v.failure).toMatchObject({
      kind: 'denied',
      code: 'why.default.irreversible',
      step: 'act',
    });
    expect(kit.seen).toEqual([]);
  });
  test('an explicit deny wins and is named', async () => {
    kit = openKit(ok);
    const deny: Rule = { ...ALLOW, id: 'no', name: 'Never send', then: 'deny' };
    const v = await view(await begin(one({ effect: 'write' }, { rules: [deny, ALLOW] })));
    expect(v.failure).toMatchObject({ kind: 'denied', params: { rule: 'Never send' } });
    expect(kit.seen).toEqual([]);
  });
  test('a rule that asks holds the call until somebody agrees to exactly it', async () => {
    kit = openKit(ok);
    const run = await begin(
      one({ effect: 'write' }, { rules: [{ ...ALLOW, then: 'ask', ask: 'manager' }] }),
    );
    const held = await view(run);
    expect(held.status).toBe('waiting');
    expect(kit.seen).toEqual([]);
    const [card] = cardsOf(held);
    expect(card).toMatchObject({
      kind: 'approval',
      to: 'marcus_webb',
      choices: ['approve', 'refuse', 'hand-over'],
    });
    await kit.engine.decide({ card: card!.id, choice: 'approve' });
    expect((await view(run)).status).toBe('done');
    expect(kit.seen).toHaveLength(1);
  });
  test('a refusal at the door arrives as denied and nothing is called', async () => {
    kit = openKit(ok);
    const run = await begin(one({ effect: 'write' }));
    const [card] = cardsOf(await view(run));
    await kit.engine.decide({ card: card!.id, choice: 'refuse', by: card!.to });
    expect(await view(run)).toMatchObject({
      status: 'failed',
      failure: { kind: 'denied', code: 'failure.refused_by' },
    });
    expect(kit.seen).toEqual([]);
  });
  test('arguments that do not fit the card never reach the tool', async () => {
    kit = openKit(ok);
    const folder = one({ effect: 'read' });
    folder.workflow.scope.nodes[1]!.settings = { tool: 'send', args: { n: 'many', extra: 1 } };
    const run = await begin(folder);
    const v = await view(run);
    expect(v.failure ?? cardsOf(v)[0]?.body.detail).toMatchObject({ code: 'failure.arguments' });
    expect(kit.seen).toEqual([]);
  });
});

describe('approvals', () => {
  const claim = {
    amount: 1800,
    purpose: 'Train to the workshop',
    category: 'travel',
    date: '2026-11-12',
  };
  const script = {
    model: { check_claim: () => ({ category: 'within_policy', reason: 'train' }) },
    tool: { pay_claim: (a: JsonObject) => ({ paid: a['amount'] ?? 0, reference: 'R1' }) },
  };
  test('an upstream change after the decision makes the door ask again, showing what changed', async () => {
    kit = openKit(script);
    const folder = structuredClone(sampleFolder('expense-approval'));
    const pay = folder.workflow.scope.nodes.find((n) => n.id === 'pay')!;
    // A step between gate and payment changes what is paid after the manager has agreed.
    folder.workflow.scope.nodes.push({
      id: 'later',
      type: 'call_tool@1',
      name: 'Later',
      at: [0, 0],
      settings: { tool: 'rate', args: {} },
    });
    folder.cards.push({
      ...folder.cards[0]!,
      name: 'rate',
      title: 'Rate',
      effect: 'read',
      args: [],
      result: [{ id: 'amount', label: 'Amount', kind: 'number' }],
      amountArg: undefined,
    });
    const args = pay.settings['args'] as JsonObject;
    args['amount'] = { '@ref': 'steps.later.value.amount', else: { '@ref': 'input.amount' } };
    const { edges } = folder.workflow.scope;
    for (const e of edges) if (e.to === 'pay') e.to = 'later';
    edges.push({ from: 'later', port: 'ok', to: 'pay' });
    const changed = { ...script, tool: { ...script.tool, rate: () => ({ amount: 1900 }) } };
    await kit.end();
    kit = openKit(changed);
    const run = await begin(folder, claim);
    const [gate] = cardsOf(await view(run));
    const shown = gate!.body.covers[0]?.args.find((a) => a.id === 'amount');
    expect(shown).toMatchObject({ known: false, value: null }); // it hangs on a step in between
    await kit.engine.decide({ card: gate!.id, choice: 'approve' });
    const again = await view(run);
    const [door] = cardsOf(again);
    expect(door).toMatchObject({
      kind: 'approval',
      step: 'pay',
      body: { detail: { code: 'why.changed_since_approval' } },
    });
    expect(door!.body.facts).toMatchObject([{ label: 'Amount', value: null }]);
    expect(kit.seen.filter((s) => s.step === 'pay')).toEqual([]);
    await kit.engine.decide({ card: door!.id, choice: 'approve', by: door!.to });
    expect((await view(run)).status).toBe('done');
    expect(kit.seen.filter((s) => s.step === 'pay').map((s) => s.args?.['amount'])).toEqual([1900]);
  });
  test('the requester cannot approve his own run, and somebody who is not asked cannot either', async () => {
    kit = openKit(script);
    const run = await begin(sampleFolder('expense-approval'), claim);
    const [gate] = cardsOf(await view(run));
    expect(
      await kit.engine.decide({ card: gate!.id, choice: 'approve', by: 'sam_okafor' }),
    ).toMatchObject({ wrong: { code: 'decide.own_run' } });
    expect(
      await kit.engine.decide({ card: gate!.id, choice: 'approve', by: 'lee_tanaka' }),
    ).toMatchObject({ wrong: { code: 'decide.not_asked' } });
    expect(await kit.engine.decide({ card: gate!.id, choice: 'explode' })).toMatchObject({
      wrong: { code: 'decide.unknown_choice' },
    });
    expect(
      await kit.engine.decide({ card: gate!.id, choice: 'approve', edit: { amount: -4 } }),
    ).toMatchObject({ wrong: { code: 'input.too_small_money', field: 'amount' } });
    expect(kit.engine.card(gate!.id)?.state).toBe('open');
  });
  test('two answers at the same moment: one decides, the other is told', async () => {
    let pay = (): void => {};
    const slow = new Promise<void>((resolve) => (pay = resolve));
    const tool = {
      pay_claim: async (a: JsonObject) => (await slow, { paid: a['amount'] ?? 0, reference: 'R' }),
    };
    kit = openKit({ ...script, tool });
    const run = await begin(sampleFolder('expense-approval'), claim);
    const gate = await firstCard(run);
    const both = await Promise.all([
      kit.engine.decide({ card: gate.id, choice: 'approve' }),
      kit.engine.decide({ card: gate.id, choice: 'refuse' }),
    ]);
    expect(both[0]).toHaveProperty('card');
    expect(both[1]).toMatchObject({
      wrong: { code: 'decide.already', params: { by: 'Marcus Webb' } },
    });
    pay();
    expect(await view(run)).toMatchObject({ status: 'done', outcome: 'done', end: 'paid' });
    const late = await kit.engine.decide({ card: gate.id, choice: 'refuse' });
    expect(late).toMatchObject({
      wrong: { code: 'decide.already', params: { by: 'Marcus Webb' } },
    });
  });
  test('a card handed up shows what would happen with the change that was asked for', async () => {
    kit = openKit(script);
    const run = await begin(sampleFolder('expense-approval'), claim);
    const gate = await firstCard(run);
    const refused = await kit.engine.decide({
      card: gate.id,
      choice: 'approve',
      edit: { amount: 9000 },
    });
    expect(refused).toMatchObject({
      wrong: { code: 'decide.over_limit', params: { limit: 5000 } },
    });
    const handed = kit.engine.card(gate.id);
    expect(handed).toMatchObject({ state: 'open', to: 'ines_roth', proposal: { amount: 9000 } });
    const amounts = handed?.body.covers[0]?.args
      .filter((a) => a.id === 'amount')
      .map((a) => a.value);
    expect(amounts).toEqual([9000]);
    expect(kit.engine.run(run)?.cards[gate.id]?.body.covers).toEqual(handed?.body.covers);
    await kit.engine.decide({ card: gate.id, choice: 'approve', by: 'ines_roth' });
    expect(await view(run)).toMatchObject({ status: 'done', output: { v: { paid: 9000 } } });
  });
  test('what was agreed to once is tried again under the same agreement, and never done twice', async () => {
    const clock = simulatedClock();
    let calls = 0;
    const pay = (a: JsonObject) =>
      (++calls === 1 ? undefined : { paid: a['amount'] ?? 0, reference: 'R' }) as never;
    kit = openKit({ ...script, tool: { pay_claim: pay } }, undefined, clock);
    const run = await begin(sampleFolder('expense-approval'), claim);
    const gate = await firstCard(run);
    await kit.engine.decide({ card: gate.id, choice: 'approve' });
    for (let i = 0; i < 40 && calls < 2; i++) {
      await new Promise((r) => setTimeout(r, 5));
      await clock.advance(2000);
    }
    const done = await view(run);
    expect(done.status).toBe('done');
    expect(Object.values(done.cards)).toHaveLength(1);
    expect(new Set(kit.seen.filter((s) => s.step === 'pay').map((s) => s.key)).size).toBe(1);
  });
  test('an approval survives a restart and is answered exactly once', async () => {
    kit = openKit(script);
    const run = await begin(sampleFolder('expense-approval'), claim);
    const [gate] = cardsOf(await view(run));
    kit = await kit.restart();
    expect(kit.engine.inbox().map((c) => c.id)).toEqual([gate!.id]);
    await kit.engine.decide({ card: gate!.id, choice: 'approve' });
    expect((await view(run)).status).toBe('done');
    expect(kit.seen.filter((s) => s.step === 'pay')).toHaveLength(1);
  });
});

describe('limits', () => {
  test('a call over the limit is not made; extending lets it go on', async () => {
    kit = openKit(ok);
    const folder = one({ effect: 'read' }, { budget: { toolCalls: 0 } });
    const run = await begin(folder);
    const [card] = cardsOf(await view(run));
    expect(card).toMatchObject({
      kind: 'limit',
      choices: ['extend', 'finish', 'stop'],
      body: { limit: { counter: 'toolCalls', cap: 0 } },
    });
    expect(kit.seen).toEqual([]);
    await kit.engine.decide({ card: card!.id, choice: 'extend' });
    expect((await view(run)).status).toBe('done');
  });
  test('finish ends the run as stopped at a limit, never with a second card', async () => {
    kit = openKit(ok);
    const run = await begin(one({ effect: 'read' }, { budget: { toolCalls: 0 } }));
    const [card] = cardsOf(await view(run));
    await kit.engine.decide({ card: card!.id, choice: 'finish' });
    expect(await view(run)).toMatchObject({ status: 'done', outcome: 'stopped_at_limit' });
  });
  test('a workflow that stops at its limit fails naming the step, without asking', async () => {
    kit = openKit(ok);
    const v = await view(
      await begin(one({ effect: 'read' }, { budget: { toolCalls: 0, onLimit: 'stop' } })),
    );
    expect(v).toMatchObject({
      status: 'failed',
      failure: { code: 'failure.limit.toolCalls', params: { step: 'act' } },
    });
  });
});

describe('trouble', () => {
  test('a retryable failure is tried again at its due time, and attempts are bounded', async () => {
    const clock = simulatedClock();
    let calls = 0;
    kit = openKit(
      { tool: { send: () => (++calls < 3 ? (undefined as never) : { n: 7 }) } },
      undefined,
      clock,
    );
    const run = await begin(one({ effect: 'read' }));
    for (let i = 0; i < 40 && calls < 3; i++) {
      await new Promise((r) => setTimeout(r, 5));
      await clock.advance(2000);
    }
    expect((await view(run)).status).toBe('done');
    expect(new Set(kit.seen.map((s) => s.key)).size).toBe(1);
    expect(kit.seen.map((s) => s.attempt)).toEqual([1, 2, 3]);
  });
  test('where no arrow takes an error the owner is asked, and retry runs the step again', async () => {
    let isDown = true;
    kit = openKit({ tool: { send: ({ n = 0 }) => (isDown ? { wrong: true } : { n }) as never } });
    const folder = one({
      effect: 'read',
      result: [{ id: 'n', label: 'N', kind: 'number', required: true }],
    });
    const run = await begin(folder);
    const [card] = cardsOf(await view(run));
    expect(card).toMatchObject({
      kind: 'trouble',
      choices: ['retry', 'go-on', 'stop'],
      body: { detail: { code: 'failure.result_shape' } },
    });
    isDown = false;
    await kit.engine.decide({ card: card!.id, choice: 'retry' });
    const v = await view(run);
    expect(v.status === 'done' ? 'done' : JSON.stringify(cardsOf(v))).toBe('done');
  });
  test('a crash inside a tool that must not be called twice asks a person and repeats nothing', async () => {
    let calls = 0;
    const hang = { tool: { send: () => (calls++, new Promise<never>(() => {})) } };
    kit = openKit(hang);
    const folder = one({ effect: 'write', idempotency: 'none' }, { rules: [ALLOW] });
    const run = await begin(folder);
    for (let i = 0; i < 200 && calls === 0; i++) await new Promise((r) => setTimeout(r, 2));
    kit = await kit.restart();
    const v = await view(run);
    const [card] = cardsOf(v);
    expect(card).toMatchObject({ kind: 'unknown', choices: ['again', 'done', 'fail'] });
    expect(calls).toBe(1);
    await kit.engine.decide({ card: card!.id, choice: 'done', edit: { n: 1 }, by: card!.to });
    expect((await view(run)).status).toBe('done');
    expect(calls).toBe(1);
  });
  test('a crash inside a tool with a key calls again under the same key', async () => {
    let calls = 0;
    const twice = {
      tool: { send: () => (++calls === 1 ? new Promise<never>(() => {}) : { n: 1 }) },
    };
    kit = openKit(twice);
    const run = await begin(one({ effect: 'write', idempotency: 'key' }, { rules: [ALLOW] }));
    for (let i = 0; i < 200 && calls === 0; i++) await new Promise((r) => setTimeout(r, 2));
    const first = kit.seen[0]!.key;
    kit = await kit.restart();
    expect((await view(run)).status).toBe('done');
    expect(kit.seen.map((s) => s.key)).toEqual([first]);
  });
});
