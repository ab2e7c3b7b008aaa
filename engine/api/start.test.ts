// People, models, files that come and go, and drawings made of a description, over the contract:
// a real workspace, a real engine, and a model server that others wrote, on this computer.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import type { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { REFUND } from '../../e2e/kit/refund-sketch.ts';
import { hashOf } from '../base/canonical.ts';
import { createApi } from '../server/api.ts';
import { openApp, type App } from '../workspace/app.ts';
import { openWorkspace } from '../workspace/open.ts';
import { findPlace } from '../workspace/place.ts';
import type { Answers } from './contract.ts';
import type { Asked, Name } from './handler.ts';
import { createOnce } from './once.ts';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-start-'));
const down = new AbortController();
const bugs: unknown[] = [];
const KEY = 'sk-test-0123456789abcdef';
let app: App;
let api: Hono;
let mock: LLMock;

beforeAll(() => {
  process.env['INTERLOCK_SECRETS'] = 'file';
  process.env['INTERLOCK_SECRET_KEY'] = 'a passphrase for tests';
  const opened = openApp(openWorkspace(findPlace(dir), Math.random), { onQuit: () => {} });
  if (opened === 'taken') throw new Error('taken');
  app = opened;
  api = createApi(app, {
    isPrivate: false,
    signal: down.signal,
    once: createOnce(app.answers),
    onBug: (error) => bugs.push(error),
  });
});
afterAll(async () => {
  down.abort();
  await app.close();
  fs.rmSync(dir, { recursive: true, force: true });
  delete process.env['INTERLOCK_SECRETS'];
  delete process.env['INTERLOCK_SECRET_KEY'];
  expect(bugs).toEqual([]);
});
beforeEach(async () => {
  mock = new LLMock({ port: 0, host: '127.0.0.1' });
  await mock.start();
});
afterEach(() => mock.stop());

const post = (name: string, input: unknown) =>
  api.request(`/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(input),
  });
async function call<N extends Name>(name: N, input: Asked<N>): Promise<Answers[N]> {
  const answer = await post(name, input);
  const body = await answer.json();
  expect([answer.status, body.error]).toEqual([200, undefined]);
  return body as Answers[N];
}
async function refused(name: string, input: unknown): Promise<string> {
  const { error } = (await (await post(name, input)).json()) as { error: Record<string, string> };
  expect(error['sentence']).toMatch(/^[^[].*[.)]$/s);
  return error['code'] ?? '';
}

const entry = (model = 'gpt-5-mini', more = {}) => ({
  provider: 'openai' as const,
  address: `${mock.url}/v1`,
  model,
  maxOutput: 8000,
  price: { input: 1, output: 4 },
  ...more,
});
const file = (name: string) => path.join(dir, name);
const json = (name: string) => JSON.parse(fs.readFileSync(file(name), 'utf8'));
const answerOf = (answer: unknown) =>
  JSON.stringify({ reason: 'x', answer, confidence: 0.9, does_not_know: false });
const spentToday = (): number => {
  const held = app.engine.reserve({ costNano: 0, modelCalls: 0, toolCalls: 0, tokens: 0 });
  if (!held.ok) return held.used;
  held.settle({ costNano: 0, tokens: 0, workMs: 0 });
  const none = app.engine.reserve({ costNano: 1e15, modelCalls: 0, toolCalls: 0, tokens: 0 });
  return none.ok ? 0 : none.used;
};

// ---- people ----

test('people are saved whole, and only by whoever saw them as they are', async () => {
  const { people } = await call('workspace', {});
  const was = hashOf(people);
  const more = [...people, { id: 'eva_lund', name: 'Eva Lund', roles: ['auditor'] }];
  await call('savePeople', { was, people: more });
  expect(json('people.json').at(-1)).toEqual({
    id: 'eva_lund',
    name: 'Eva Lund',
    roles: ['auditor'],
  });
  expect(await refused('savePeople', { was, people })).toBe('people.changed_elsewhere');
  expect(await refused('savePeople', { was: hashOf(more), people: [] })).toBe('people.nobody');
  const broken = [...more, { id: 'x', name: 'X', roles: [], standIn: 'nobody_here' }];
  expect(await refused('savePeople', { was: hashOf(more), people: broken })).toBe(
    'problem.stand_in_unknown',
  );
  expect(json('people.json')).toHaveLength(more.length);
});

test('what somebody is used for is named: owners, steps, rules, stand-ins', async () => {
  const { uses } = await call('personUses', {});
  const of = (id: string) => (uses[id] ?? []).map(({ code }) => code);
  expect(new Set(of('marcus_webb'))).toEqual(new Set(['owner', 'only_of_role', 'rule']));
  expect(of('ines_roth')).toContain('stands_in');
  expect(of('eva_lund')).toEqual([]);
});

test('an owner who was removed is a problem with a way to mend it', async () => {
  const { people } = await call('workspace', {});
  const left = people
    .filter(({ id }) => id !== 'lee_tanaka')
    .map(({ standIn, ...person }) => ({
      ...person,
      ...(standIn && standIn !== 'lee_tanaka' ? { standIn } : {}),
    }));
  await call('savePeople', { was: hashOf(people), people: left });
  const { workflow } = await call('workflow', { slug: 'expense-approval' });
  const { problems } = await call('analyse', { slug: 'expense-approval', workflow });
  const owners = problems.filter(({ code }) => code === 'owner_unknown');
  expect(owners.map(({ params }) => params['slot'])).toEqual(['owner.cost', 'owner.memory']);
  const fix = owners[0]?.fix?.edit as { value: Record<string, string> };
  expect(fix.value['mission']).toBe('dana_ruiz');
  expect(fix.value).not.toHaveProperty('cost');
  await call('savePeople', { was: hashOf(left), people });
});

test('an open card can be answered by the stand-in as soon as somebody is away', async () => {
  const input = { amount: 900, purpose: 'Train to Leeds', category: 'travel', date: '2026-11-12' };
  const { run } = await call('startRun', { slug: 'expense-approval', input, pace: 'full' });
  await call('settled', { run });
  const [card] = await call('inbox', {});
  expect(card?.to).toBe('marcus_webb');
  const given = { card: card?.id ?? '', choice: 'approve', by: 'ines_roth' };
  expect(await refused('decide', given)).toBe('decide.not_asked');
  const { people } = await call('workspace', {});
  const away = { from: '2020-01-01', to: '2099-01-01' };
  const changed = people.map((p) => (p.id === 'marcus_webb' ? { ...p, away } : p));
  await call('savePeople', { was: hashOf(people), people: changed });
  await call('decide', given);
  expect((await call('settled', { run })).status).toBe('done');
  await call('savePeople', { was: hashOf(changed), people });
});

// ---- models ----

test('an address on this computer says which models it offers, with or without its last part', async () => {
  for (const address of [mock.url, `${mock.url}/`, `${mock.url}/v1`]) {
    const listed = await call('listModels', { job: 'look', address });
    expect(listed).toMatchObject({ ok: true, address: `${mock.url}/v1` });
    expect(listed.ok && listed.models.length).toBeGreaterThan(0);
  }
});

/** Addresses that cannot be used, and what is said about each. */
const WRONG: [string, string][] = [
  ['http://127.0.0.1:9', 'models.wrong.connect'],
  ['http://169.254.169.254/latest', 'models.wrong.not_allowed'],
  ['http://0.0.0.0:80', 'models.wrong.not_allowed'],
  ['http://name-that-does-not-exist.invalid/v1', 'models.wrong.no_host'],
];
test.each(WRONG)('%s is answered with what is wrong', async (address, code) => {
  const listed = await call('listModels', { job: 'look', address });
  expect(listed.ok ? '' : listed.trouble.code).toBe(code);
});

test('a key never travels in the clear to somebody else’s computer', async () => {
  const listed = await call('listModels', { job: 'k', address: 'http://example.com/v1', key: KEY });
  expect(listed.ok ? '' : listed.trouble.code).toBe('models.wrong.plain');
  const far = entry('m', { address: 'http://example.com/v1' });
  expect(await refused('tryModel', { job: 'k', entry: far, key: KEY })).toBe('models.wrong.plain');
});

test('a test is one real question: what came back, how long it took, what it cost', async () => {
  const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
  mock.onMessage(/Interlock/, { content: answerOf({ text: 'Hello, Interlock.' }), usage });
  const before = spentToday();
  const told = await call('tryModel', { job: 't', entry: entry(), key: KEY });
  expect(told).toMatchObject({
    ok: true,
    said: 'Hello, Interlock.',
    tokens: 110,
    costNano: 140_000,
  });
  expect(spentToday() - before).toBe(140_000);
  const headers = mock.getRequests().at(-1)?.headers ?? {};
  expect(JSON.stringify(headers)).toContain('authorization');
  const kept = fs.readdirSync(file('.state')).filter((name) => name.endsWith('.json'));
  for (const name of kept)
    expect(fs.readFileSync(file(`.state/${name}`), 'utf8')).not.toContain(KEY);
  const database = fs.readFileSync(file('.state/interlock.db')).toString('latin1');
  expect(database).not.toContain(KEY);
});

test('a wrong key, a wrong name and a silent place are told apart, and cost nothing', async () => {
  mock.onMessage(/Interlock/, {
    error: { message: 'Incorrect API key', type: 'invalid_request_error' },
    status: 401,
  });
  const before = spentToday();
  const wrongKey = await call('tryModel', { job: 't', entry: entry(), key: KEY });
  expect(wrongKey.ok ? '' : wrongKey.trouble.code).toBe('failure.model_key');
  mock.clearFixtures();
  const unknown = await call('tryModel', { job: 't', entry: entry('no-such-model') });
  expect(unknown.ok ? '' : unknown.trouble.code).toBe('failure.model_unknown');
  const away = entry('m', { address: 'http://127.0.0.1:9/v1' });
  const silent = await call('tryModel', { job: 't', entry: away });
  expect(silent.ok ? '' : silent.trouble.code).toBe('failure.model_unreachable');
  expect(spentToday()).toBe(before);
});

test('nothing is asked beyond what a day may cost', async () => {
  const dear = entry('m', { price: { input: 1_000_000, output: 1_000_000 } });
  expect(await refused('tryModel', { job: 't', entry: dear })).toBe('models.no_room');
  expect(mock.getRequests()).toHaveLength(0);
});

test('a test can be given up', async () => {
  mock.onMessage(/Interlock/, { content: answerOf({ text: 'Late.' }) }, { latency: 20_000 });
  const asked = call('tryModel', { job: 'slow', entry: entry() });
  await expect
    .poll(() => mock.getRequests().length)
    .toBe(1)
    .catch(() => undefined);
  expect(await refused('tryModel', { job: 'slow', entry: entry() })).toBe('models.busy');
  expect(await call('cancelJob', { job: 'slow' })).toEqual({ cancelled: true });
  const told = await asked;
  expect(told.ok ? '' : told.trouble.code).toBe('failure.model_stopped');
  expect(await call('cancelJob', { job: 'slow' })).toEqual({ cancelled: false });
});

test('what recorded runs asked of models is counted by workflow and role', async () => {
  const { workflows } = await call('modelUse', {});
  const expense = workflows.find(({ workflow }) => workflow === 'expense_approval');
  expect(expense?.runs).toBe(1);
  const { calls = 0, inputTokens = 0, outputTokens = 0 } = expense?.roles.careful ?? {};
  expect(calls).toBe(1);
  const usage = (await call('runs', { limit: 10 })).find((r) => r.workflow === 'expense_approval');
  expect(inputTokens + outputTokens).toBe(usage?.usage.tokens);
  expect(inputTokens).toBeGreaterThan(outputTokens);
});

test('practising is one switch: runs that begin follow it, and every other setting stays', async () => {
  const before = json('workspace.json');
  const input = { amount: 20, purpose: 'Train to Leeds', category: 'travel', date: '2026-11-12' };
  const modeOf = async (): Promise<string> => {
    const { run } = await call('startRun', { slug: 'expense-approval', input, pace: 'full' });
    return (await call('settled', { run })).mode;
  };
  expect([(await call('workspace', {})).practice, await modeOf()]).toEqual([true, 'practice']);
  await call('setPractice', { practice: false });
  expect([(await call('workspace', {})).practice, await modeOf()]).toEqual([false, 'real']);
  await call('setPractice', { practice: true });
  expect(json('workspace.json')).toEqual({ ...before, practice: true });
});

// ---- drawings ----

const description =
  'Somebody writes that a parcel arrived broken. Pay small ones back, ask the lead.';

async function useMock(): Promise<void> {
  const { models } = await call('workspace', {});
  const careful = [entry()];
  await call('saveModels', { was: hashOf(models), models: { ...models, careful } });
  await call('setPractice', { practice: false });
}

test('nothing is drawn while practising, or without a real model', async () => {
  expect(await refused('drawWorkflow', { job: 'd', description })).toBe('draw.no_model');
  await useMock();
  await call('setPractice', { practice: true });
  expect(await refused('drawWorkflow', { job: 'd', description })).toBe('draw.practising');
  expect(mock.getRequests()).toHaveLength(0);
});

test('a description becomes a drawing: judged, linked to nothing, within what was said to cost', async () => {
  await useMock();
  const usage = { prompt_tokens: 2000, completion_tokens: 800, total_tokens: 2800 };
  mock.onMessage(/parcel/, { content: answerOf(REFUND), usage });
  const cost = await call('drawCost', { description });
  const before = spentToday();
  const drawn = await call('drawWorkflow', { job: 'd', description });
  expect(drawn).toMatchObject({ ok: true, rounds: 1, model: 'gpt-5-mini', prompt: '1.0.0' });
  expect(drawn.costNano).toBe(5_200_000);
  expect(spentToday() - before).toBe(5_200_000);
  expect('atMost' in cost && (cost.atMost ?? 0) > 5_200_000).toBe(true);
  if (!drawn.ok) return;
  expect(drawn.workflow.scope.nodes).toHaveLength(7);
  expect(drawn.wishes).toHaveLength(1);
  expect(drawn.problems.filter(({ severity }) => severity === 'error').map((p) => p.field)).toEqual(
    ['tool'],
  );
  expect(await call('runs', { limit: 10 })).toHaveLength(3);
});

test('what is wrong with a drawing is handed back, twice at most', async () => {
  await useMock();
  const wrong = {
    ...REFUND,
    steps: REFUND.steps.map((one) => (one['id'] === 'ask' ? { ...one, ask: 'pope' } : one)),
  };
  mock.onMessage(/parcel/, { content: answerOf(wrong) });
  const drawn = await call('drawWorkflow', { job: 'd', description });
  expect(drawn).toMatchObject({ ok: true, rounds: 3 });
  expect(mock.getRequests()).toHaveLength(3);
  const told = JSON.stringify(mock.getRequests().at(-1)?.body);
  expect(told).toContain('pope');
  expect(told).toContain('nobody to ask');
});

test('an answer that is no drawing is a sentence, and one given up draws nothing', async () => {
  await useMock();
  mock.onMessage(/parcel/, { content: 'I would rather write a poem.' });
  const poem = await call('drawWorkflow', { job: 'd', description });
  expect(poem.ok ? '' : poem.trouble.code).toBe('failure.model_misfit');
  mock.clearFixtures();
  mock.onMessage(/parcel/, { content: answerOf(REFUND) }, { latency: 20_000 });
  const asked = call('drawWorkflow', { job: 'slow', description });
  await expect.poll(async () => (await call('cancelJob', { job: 'slow' })).cancelled).toBe(true);
  const given = await asked;
  expect(given.ok ? '' : given.trouble.code).toBe('failure.model_stopped');
});

// ---- files ----

const base64 = (text: string): string => Buffer.from(text).toString('base64');

test('a workflow goes out as one file and comes back beside itself, linked to nothing', async () => {
  const { name, text, left } = await call('exportFile', { slug: 'expense-approval' });
  expect([name, left]).toEqual(['expense-approval.interlock', []]);
  const came = await call('importFile', { name, base64: base64(text) });
  expect(came).toMatchObject({ slug: 'expense-approval-2', renamed: true });
  expect(came.toLink.links).toEqual([
    { step: 'pay', name: 'Pay', key: 'tool', value: 'pay_claim' },
  ]);
  const doc = await call('workflow', { slug: came.slug });
  expect(doc.workflow.id).toBe('expense_approval_2');
  expect(doc.inputs).toEqual((await call('workflow', { slug: 'expense-approval' })).inputs);
  expect(doc.prompts).toEqual((await call('workflow', { slug: 'expense-approval' })).prompts);
  const receipt = fs.readFileSync(file('workflows/expense-approval/inputs/receipt.txt'));
  expect(fs.readFileSync(file('workflows/expense-approval-2/inputs/receipt.txt'))).toEqual(receipt);
  const input = { amount: 20, purpose: 'x', category: 'travel', date: '2026-11-12' };
  expect(await refused('startRun', { slug: came.slug, input })).toBe('workflow.not_fine');
});

test('a hostile file is a sentence and leaves nothing behind', async () => {
  const before = fs.readdirSync(file('workflows'));
  for (const text of ['', '{', '[]', '{"format":"interlock/file@1","constructor":1}', '\u0000'])
    expect(await refused('importFile', { name: 'evil.interlock', base64: base64(text) })).toMatch(
      /^problem\./,
    );
  const { text } = await call('exportFile', { slug: 'expense-approval' });
  const escaping = JSON.parse(text);
  escaping.prompts = { '../../../evil.md': 'x' };
  const name = '../../evil.interlock';
  expect(await refused('importFile', { name, base64: base64(JSON.stringify(escaping)) })).toMatch(
    /^problem\./,
  );
  expect(fs.readdirSync(file('workflows'))).toEqual(before);
});

test('a sample is copied as it was shipped, whatever became of the one here', async () => {
  const shipped = await call('sample', { slug: 'expense-approval' });
  const here = await call('workflow', { slug: 'expense-approval' });
  const workflow = { ...here.workflow, purpose: 'Changed.' };
  await call('saveWorkflow', { slug: 'expense-approval', hash: here.hash, workflow });
  const { slug } = await call('createWorkflow', {
    name: 'Travel claims',
    sample: 'expense-approval',
  });
  const copy = await call('workflow', { slug });
  expect(copy.workflow.purpose).toBe(shipped.workflow.purpose);
  expect([slug, copy.workflow.id, copy.workflow.name]).toEqual([
    'travel-claims',
    'travel_claims',
    'Travel claims',
  ]);
  expect(await refused('sample', { slug: 'nothing-here' })).toBe('unknown.workflow');
});
