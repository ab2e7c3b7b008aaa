// Tools and rules over the contract: put in force, brought back, tried, and never lost.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardSchema, type Card, type Rule } from '../1-document/schema.ts';
import type { ToolsFile } from '../1-document/tools-file.ts';
import { LIMITS } from '../base/limits.ts';
import type { JsonObject } from '../base/value.ts';
import { openApp, type App } from '../workspace/app.ts';
import { openWorkspace } from '../workspace/open.ts';
import { findPlace } from '../workspace/place.ts';
import type { Answers } from './contract.ts';
import { handlers } from './handlers.ts';
import type { Asked, Handlers, Name } from './handler.ts';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-authority-'));
const SLUG = 'expense-approval';
let app: App;
beforeAll(() => {
  const opened = openApp(openWorkspace(findPlace(dir), Math.random), { onQuit: () => {} });
  if (opened === 'taken') throw new Error('taken');
  app = opened;
});
afterAll(async () => {
  await app.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

async function ask<N extends Name>(name: N, input: Asked<N>): Promise<Answers[N]> {
  const handler = handlers[name] as unknown as Handlers<'tools'>['tools'];
  const answer: unknown = await handler(app, input as never);
  expect(answer).not.toHaveProperty('wrong');
  return answer as Answers[N];
}
const refusedAs = async (work: () => unknown): Promise<string> => {
  try {
    const answer = (await work()) as { wrong?: { code: string } };
    return answer.wrong?.code ?? 'not refused';
  } catch (error) {
    return (error as { wrong?: { code: string } }).wrong?.code ?? String(error);
  }
};

const fileOf = ({ cards, servers, doubles }: ToolsFile): ToolsFile => ({ cards, servers, doubles });
const textOf = (name: string, slug = SLUG): string =>
  fs.readFileSync(path.join(dir, 'workflows', slug, name), 'utf8');
const titled = (file: ToolsFile, title: string): ToolsFile => ({
  ...fileOf(file),
  cards: file.cards.map((card, i) => (i === 0 ? { ...card, title } : card)),
});

async function saveTools(slug: string, was: string, file: ToolsFile) {
  return ask('saveTools', { slug, was, ...file });
}

describe('tools put in force', () => {
  test('stand in the file, with what plays them, and every other scripted answer is untouched', async () => {
    const before = await ask('tools', { slug: SLUG });
    const answers = (JSON.parse(textOf('practice.json')) as { answers: unknown[] }).answers;
    const doubles = before.doubles.map((double) => ({
      ...double,
      answers: [{ value: { paid: 1, reference: 'again' } }],
    }));
    const saved = await saveTools(SLUG, before.hash, { ...titled(before, 'Pay it'), doubles });
    expect(saved).toMatchObject({ hash: expect.any(String) });
    expect(JSON.parse(textOf('tools.json'))).toHaveProperty('cards.0.title', 'Pay it');
    const practice = JSON.parse(textOf('practice.json')) as { answers: unknown[] };
    expect(practice.answers).toEqual(answers);
    expect(practice).toHaveProperty('tools.0.answers.0.value.reference', 'again');
    expect((await ask('workflow', { slug: SLUG })).cards[0]?.title).toBe('Pay it');
    await saveTools(SLUG, 'hash' in saved ? saved.hash : '', fileOf(before));
    expect(await ask('tools', { slug: SLUG })).toEqual(before);
  });

  test('are never written over what somebody else put in force meanwhile', async () => {
    const before = await ask('tools', { slug: SLUG });
    await saveTools(SLUG, before.hash, titled(before, 'Theirs'));
    const late = await saveTools(SLUG, before.hash, titled(before, 'Mine'));
    expect(late).toHaveProperty('conflict.cards.0.title', 'Theirs');
    expect(textOf('tools.json')).toContain('Theirs');
    const now = 'conflict' in late ? late.conflict.hash : '';
    await saveTools(SLUG, now, titled(before, 'Mine'));
    expect(textOf('tools.json')).toContain('Mine');
  });

  test('can be brought back as they stood, the newest fifty times they were replaced', async () => {
    const first = await ask('tools', { slug: SLUG });
    const shelf = path.join(app.workspace.stateDir, 'earlier', SLUG);
    for (let i = 1; i <= LIMITS.autosaves + 5; i++)
      fs.copyFileSync(
        path.join(shelf, fs.readdirSync(shelf)[0] ?? ''),
        path.join(shelf, `tools-${String(i).padStart(13, '0')}.json`),
      );
    const saved = await saveTools(SLUG, first.hash, titled(first, 'Another'));
    const hash = 'hash' in saved ? saved.hash : '';
    const { times } = await ask('earlierAuthority', { of: 'tools', slug: SLUG });
    expect(times).toHaveLength(LIMITS.autosaves);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const newest = await ask('earlierAuthority', { of: 'tools', slug: SLUG, at: times[0] ?? 0 });
    expect(newest.tools).toEqual(fileOf(first));
    const at = times[0] ?? 0;
    expect(await refusedAs(() => ask('earlierAuthority', { of: 'rules', slug: SLUG, at }))).toBe(
      'authority.no_earlier',
    );
    await saveTools(SLUG, hash, fileOf(first));
  });

  test('that are what stands there already write nothing', async () => {
    const now = await ask('tools', { slug: SLUG });
    const before = await ask('earlierAuthority', { of: 'tools', slug: SLUG });
    expect(await saveTools(SLUG, 'anything', fileOf(now))).toEqual({ hash: now.hash });
    expect(await ask('earlierAuthority', { of: 'tools', slug: SLUG })).toEqual(before);
  });
});

const rule = (id: string, then: Rule['then'], when: Rule['when']): Rule => ({
  id,
  name: `Rule ${id}`,
  when,
  then,
});
const isPay: Rule['when'] = { field: 'tool', op: 'is', value: 'pay_claim' };

/** Starts the sample with an amount and waits for it to end or wait. */
async function ran(amount: number) {
  const { workflow } = await ask('workflow', { slug: SLUG });
  const input = Object.fromEntries(workflow.input.map((f) => [f.id, f.example])) as JsonObject;
  const started = await ask('startRun', {
    slug: SLUG,
    input: { ...input, amount },
    practice: true,
    pace: 'full',
  } as Asked<'startRun'>);
  return ask('settled', { run: started.run });
}

describe('rules', () => {
  test('of a workflow and of the workspace are put in force, kept, and held against a stale hash', async () => {
    for (const at of [{ slug: SLUG }, {}]) {
      const before = await ask('rules', at);
      const added = [
        ...before.rules,
        rule('late', 'ask', { field: 'hour', op: 'at_least', value: 22 }),
      ];
      const saved = await ask('saveRules', { ...at, was: before.hash, rules: added });
      expect(await ask('rules', at)).toMatchObject({ rules: added, ...saved });
      const stale = await ask('saveRules', { ...at, was: before.hash, rules: [] });
      expect(stale).toMatchObject({ conflict: { rules: added } });
      const { times } = await ask('earlierAuthority', { of: 'rules', ...at });
      const kept = await ask('earlierAuthority', { of: 'rules', ...at, at: times[0] ?? 0 });
      expect(kept.rules).toEqual(before.rules);
      const { hash } = await ask('rules', at);
      await ask('saveRules', { ...at, was: hash, rules: before.rules });
    }
    expect((await ask('workspace', {})).rules).toEqual([]);
  });

  test('tried on past runs say what they would have said to each recorded call, and call nothing', async () => {
    for (const amount of [120, 320, 480]) expect((await ran(amount)).status).toBe('done');
    const { rules } = await ask('rules', { slug: SLUG });
    const world = app.world.read();
    const same = await ask('tryRules', { slug: SLUG, rules });
    expect(same).toMatchObject({ runs: 3, calls: 3, changed: [], more: 0 });
    expect(same.now).toEqual({ allow: 3, ask: 0, deny: 0 });
    expect(same.decides).toEqual({ small_claims_pay_by_themselves: 3 });
    const closer = [
      rule('tiny', 'allow', {
        all: [isPay, { field: 'amount', op: 'less_than', value: 300 }],
      }),
      rule('rest', 'ask', isPay),
    ];
    const tried = await ask('tryRules', { slug: SLUG, rules: closer });
    expect(tried.then).toEqual({ allow: 1, ask: 2, deny: 0 });
    expect(new Set(tried.changed.map(({ amount }) => amount))).toEqual(new Set([320, 480]));
    expect(tried.changed[0]).toMatchObject({
      from: { then: 'allow', rule: 'Claims under $500 pay by themselves' },
      to: { then: 'ask', rule: 'Rule rest' },
      tool: expect.any(String),
      step: expect.any(String),
    });
    for (const { run } of tried.changed) expect(app.engine.run(run)?.status).toBe('done');
    expect(app.world.read()).toEqual(world);
  });

  test('of the workspace are tried before those of every workflow', async () => {
    const deny = [rule('never', 'deny', { field: 'class', op: 'is', value: 'money' })];
    const tried = await ask('tryRules', { rules: deny });
    expect(tried.then.deny).toBe(3);
    expect(tried.changed.every(({ to }) => to.rule === 'Rule never')).toBe(true);
  });
});

const folderCard = (more: Partial<Card> = {}): Card =>
  cardSchema.parse({
    name: 'notes',
    title: 'Notes',
    adapter: 'folder',
    options: { folder: 'inputs' },
    class: 'operational',
    effect: 'read',
    args: [],
    result: [{ id: 'count', label: 'How many', kind: 'number', required: true }],
    source: 'file',
    ...more,
  });

/** The tools of the sample with one more in force. */
async function withTool(card: Card): Promise<void> {
  const { hash, ...file } = await ask('tools', { slug: SLUG });
  const cards = [...file.cards.filter(({ name }) => name !== card.name), card];
  await saveTools(SLUG, hash, { ...file, cards });
}

describe('a tool tried out', () => {
  test('shows exactly what would be sent and what its double answers, and leaves nothing behind', async () => {
    const { cards, doubles } = await ask('tools', { slug: SLUG });
    const world = app.world.read();
    const args = { amount: 99, to: 'Ann', purpose: 'Train', date: '2026-11-12' };
    const played = await ask('playTool', { slug: SLUG, card: cards[0] as Card, doubles, args });
    expect(played.sent).toMatchObject({
      lines: expect.arrayContaining([expect.objectContaining({ text: 'Ann' })]),
    });
    expect(played.answer).toMatchObject({ value: { paid: expect.anything() } });
    expect(played.leaves?.rows).toHaveLength(1);
    expect(app.world.read()).toEqual(world);
    const half = await ask('playTool', { slug: SLUG, card: cards[0] as Card, doubles, args: {} });
    expect(half).toEqual({
      sent: { fault: expect.objectContaining({ code: 'failure.tool_arguments' }) },
    });
  });

  test('for real is a run of one step, and only where it only reads, is linked, and is in force', async () => {
    await withTool(folderCard());
    const { run } = await ask('tryTool', { slug: SLUG, tool: 'notes', args: {} });
    const view = await ask('settled', { run });
    expect(view).toMatchObject({ status: 'done', mode: 'real', test: { only: 'call' } });
    expect(view.output?.v).toMatchObject({ answer: { count: expect.any(Number) } });
    const real = (tool: string) =>
      refusedAs(() => handlers.tryTool(app, { slug: SLUG, tool, args: {} }));
    expect(await real('pay_claim')).toBe('tools.only_reads');
    expect(await real('nothing')).toBe('tools.not_in_force');
    await withTool(folderCard({ unlinked: [] }));
    expect(await real('notes')).toBe('tools.not_linked');
  });

  test('for real stays under the rules: what they refuse is not called', async () => {
    await withTool(folderCard());
    const { rules: own, hash } = await ask('rules', {});
    const deny = rule('no_notes', 'deny', { field: 'tool', op: 'is', value: 'notes' });
    const saved = await ask('saveRules', { was: hash, rules: [deny] });
    const { run } = await ask('tryTool', { slug: SLUG, tool: 'notes', args: {} });
    expect((await ask('settled', { run })).failure).toMatchObject({ kind: 'denied' });
    await ask('saveRules', { was: 'hash' in saved ? saved.hash : '', rules: own });
  });
});

describe('a key', () => {
  test('says which tools use it, wherever they are', async () => {
    await withTool(folderCard({ secret: 'archive' }));
    const { uses } = await ask('secrets', {});
    expect(uses).toContainEqual({
      secret: 'archive',
      by: 'Notes',
      slug: SLUG,
      workflow: 'Expense approval',
    });
  });
});
