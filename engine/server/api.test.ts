// The contract over HTTP, asked in process, on a real workspace with a real engine.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS, QUERIES, type Answers } from '../api/contract.ts';
import type { Asked, Name } from '../api/handler.ts';
import { handlers } from '../api/handlers.ts';
import { createOnce } from '../api/once.ts';
import type { Recorded } from '../4-run/events.ts';
import { openApp, type App } from '../workspace/app.ts';
import { openWorkspace } from '../workspace/open.ts';
import { findPlace } from '../workspace/place.ts';
import { createApi } from './api.ts';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-api-'));
const down = new AbortController();
const bugs: unknown[] = [];
let app: App;
let api: Hono;
let wasQuit = 0;

beforeAll(() => {
  const workspace = openWorkspace(findPlace(dir), Math.random);
  const opened = openApp(workspace, { onQuit: () => (wasQuit += 1) });
  if (opened === 'taken') throw new Error('taken');
  app = opened;
  api = createApi(app, {
    isPrivate: false,
    signal: down.signal,
    once: createOnce(),
    onBug: (error) => bugs.push(error),
  });
});
afterAll(async () => {
  down.abort();
  await app.close();
  fs.rmSync(dir, { recursive: true, force: true });
  expect(bugs).toEqual([]);
});

type Extra = { headers?: Record<string, string>; to?: Hono };
const post = (name: string, body: string, { headers, to }: Extra = {}) =>
  (to ?? api).request(`/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
async function call<N extends Name>(name: N, input: Asked<N>, extra?: Extra): Promise<Answers[N]> {
  const answer = await post(name, JSON.stringify(input), extra);
  const body = await answer.json();
  expect([answer.status, body.error]).toEqual([200, undefined]);
  return body as Answers[N];
}
/** Status, code and place of a refusal. */
async function refused(name: string, body: unknown, extra?: Extra) {
  const answer = await post(name, typeof body === 'string' ? body : JSON.stringify(body), extra);
  const { error } = (await answer.json()) as { error: Record<string, string> };
  expect(error['sentence']).toMatch(/^[^[].*[.)]$/s);
  return [answer.status, error['code'], error['field']];
}

const claim = { purpose: 'Train to Lyon for a customer meeting', category: 'travel' };
const practice = { practice: true, pace: 'full' as const };

/** Starts the sample with an amount and waits until it ended or waits. */
async function ran(amount: number): Promise<Answers['run']> {
  const { workflow } = await call('workflow', { slug: 'expense-approval' });
  const examples = Object.fromEntries(workflow.input.map((field) => [field.id, field.example]));
  const input = { ...examples, ...claim, amount } as Asked<'startRun'>['input'];
  const { run } = await call('startRun', { slug: 'expense-approval', input, ...practice });
  return call('settled', { run });
}

test('every command and query of the contract has a handler', () => {
  const names = [...Object.keys(COMMANDS), ...Object.keys(QUERIES)];
  expect(names.filter((name) => !Object.hasOwn(handlers, name))).toEqual([]);
});

test('a window is told how fast a run goes, whoever started it', async () => {
  const { run } = await ran(1800);
  expect(await call('pace', { run })).toEqual({ pace: 'full' });
  await call('setPace', { run, pace: 'watch' });
  expect(await call('pace', { run })).toEqual({ pace: 'watch' });
});

test('the list of workflows begins with the tiles a first visitor sees', async () => {
  const list = await call('workflows', {});
  expect(list[0]).toMatchObject({
    slug: 'expense-approval',
    name: 'Expense approval',
    sample: true,
    featured: true,
    steps: 9,
    problems: 0,
  });
});

test('a workflow with broken files is listed and says what is wrong when opened', async () => {
  const folder = path.join(dir, 'workflows', 'broken');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'workflow.json'), '{"format": ');
  const list = await call('workflows', {});
  expect(list.find(({ slug }) => slug === 'broken')).toMatchObject({ problems: 1, name: 'broken' });
  expect(await refused('workflow', { slug: 'broken' })).toEqual([
    409,
    'problem.file_cut_off',
    'workflow.json',
  ]);
  fs.rmSync(folder, { recursive: true });
});

test('a run pays by itself under the threshold, and its events tell all of it', async () => {
  const view = await ran(320);
  expect([view.status, view.outcome]).toEqual(['done', 'done']);
  const { events, more } = await call('events', { run: view.run });
  expect([events[0]?.type, events.at(-1)?.type, more]).toEqual(['run.started', 'run.ended', false]);
  const half = await call('events', { run: view.run, limit: 3 });
  expect([half.events.length, half.more]).toEqual([3, true]);
  const rest = await call('events', { run: view.run, after: half.events[2]?.pos ?? 0 });
  expect([...half.events, ...rest.events]).toEqual(events);
  const world = await call('world', {});
  expect(world.tables.flatMap(({ rows }) => rows).some(({ run }) => run === view.run)).toBe(true);
});

test('a decision is made once: the second is told the first', async () => {
  const view = await ran(1800);
  expect(view.status).toBe('waiting');
  const [card] = (await call('inbox', {})).filter(({ run }) => run === view.run);
  const decision = { card: card?.id ?? '', choice: 'approve', edit: { amount: 1750 } };
  const first = await call('decide', decision);
  expect(first.card).toMatchObject({ state: 'answered', choice: 'approve' });
  expect(await call('settled', { run: view.run })).toMatchObject({ status: 'done' });
  const answer = await post('decide', JSON.stringify({ ...decision, choice: 'refuse' }));
  const { error } = (await answer.json()) as { error: { sentence: string } };
  expect(answer.status).toBe(409);
  expect(error.sentence).toContain('approve');
});

test('a command sent twice under one key is carried out once', async () => {
  const input = { slug: 'expense-approval', name: 'x.txt', base64: 'aGk=' };
  const headers = { 'idempotency-key': 'k1' };
  const create = { name: 'Twice' };
  const first = await call('createWorkflow', create, { headers });
  expect(await call('createWorkflow', create, { headers })).toEqual(first);
  const slugs = (await call('workflows', {})).map(({ slug }) => slug);
  expect(slugs.filter((slug) => slug.startsWith('twice'))).toEqual(['twice']);
  expect(await refused('addInputFile', input, { headers })).toEqual([
    400,
    'api.key_reused',
    undefined,
  ]);
  expect(await call('createWorkflow', create)).not.toEqual(first);
});

test('saving names the version it was made on, and never overwrites another', async () => {
  const { slug } = await call('createWorkflow', { name: 'Saved', from: 'expense-approval' });
  const doc = await call('workflow', { slug });
  expect(doc.workflow).toMatchObject({ id: 'saved', name: 'Saved' });
  const mine = { ...doc.workflow, purpose: 'Mine' };
  const saved = await call('saveWorkflow', { slug, hash: doc.hash, workflow: mine });
  expect(saved).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const late = await call('saveWorkflow', {
    slug,
    hash: doc.hash,
    workflow: { ...doc.workflow, purpose: 'Late' },
  });
  expect(late).toMatchObject({ conflict: { slug, workflow: { purpose: 'Mine' } } });
  expect((await call('workflow', { slug })).workflow.purpose).toBe('Mine');
});

test('a new workflow starts small and free of problems', async () => {
  const { slug } = await call('createWorkflow', { name: 'Überprüfung 1' });
  expect(slug).toBe('uberprufung-1');
  const { workflow } = await call('workflow', { slug });
  const analysis = await call('analyse', { slug, workflow });
  expect(analysis.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(analysis.machineHash).toMatch(/^[0-9a-f]{64}$/);
  await call('deleteWorkflow', { slug });
  expect(await refused('workflow', { slug })).toEqual([404, 'unknown.workflow', undefined]);
  expect(fs.readdirSync(path.join(dir, '.removed'))).toHaveLength(1);
});

test('a file that is handed in is read and kept, whatever it is called', async () => {
  const base64 = Buffer.from('Total: 12').toString('base64');
  const { file } = await call('addInputFile', {
    slug: 'expense-approval',
    name: '../../..\\evil.txt',
    base64,
  });
  expect(file).toMatchObject({ name: 'evil.txt', type: 'text/plain', size: 9, text: 'Total: 12' });
  expect((await call('workflow', { slug: 'expense-approval' })).inputs).toContain('evil.txt');
  const unreadable = await call('addInputFile', {
    slug: 'expense-approval',
    name: 'scan.pdf',
    base64,
  });
  expect(unreadable.file).not.toHaveProperty('text');
});

test('what is unknown is said to be unknown', async () => {
  expect(await refused('run', { run: 'r_none' })).toEqual([404, 'unknown.run', undefined]);
  expect(await refused('stopRun', { run: 'r_none' })).toEqual([404, 'unknown.run', undefined]);
  expect(await refused('decide', { card: 'c', choice: 'approve' })).toEqual([
    404,
    'unknown.card',
    undefined,
  ]);
  expect(await refused('nothing', {})).toEqual([404, 'unknown.command', undefined]);
  expect(await refused('constructor', {})).toEqual([404, 'unknown.command', undefined]);
  expect(await refused('startFolder', { dir: '/' })).toEqual([404, 'unknown.command', undefined]);
});

test('a run in the wrong state refuses, and nothing changes', async () => {
  const { run, pos } = await ran(10);
  for (const name of ['pauseRun', 'resumeRun', 'stepRun', 'stopRun']) {
    const [status] = await refused(name, { run });
    expect(status).toBe(409);
  }
  expect((await call('run', { run })).pos).toBe(pos);
});

test('bad input is refused with its place, and nothing starts', async () => {
  const before = app.engine.lastPos();
  const run = { slug: 'expense-approval', input: {} };
  expect((await refused('startRun', { ...run, extra: 1 }))[0]).toBe(400);
  expect(await refused('startRun', { slug: '../x', input: {} })).toEqual([
    400,
    'api.bad_input',
    'slug',
  ]);
  expect((await refused('startRun', run))[1]).toMatch(/^input\./);
  expect((await refused('startRun', { ...run, input: { ...claim, amount: 'much' } }))[1]).toMatch(
    /^input\./,
  );
  expect(app.engine.lastPos()).toBe(before);
});

test('hostile bodies are refused before anything is made of them', async () => {
  const deep = '['.repeat(100_000);
  const cases: [string, string][] = [
    ['{"slug": "a", "input": {"__proto__": 1}}', 'api.file_forbidden_name'],
    ['{"slug": "a", "slug": "b"}', 'api.file_double_name'],
    [`{"slug": "a", "input": ${deep}`, 'api.file_too_deep'],
    ['{"slug": ', 'api.file_cut_off'],
    ['nonsense', 'api.file_broken'],
  ];
  for (const [body, code] of cases)
    expect(await refused('startRun', body)).toEqual([400, code, undefined]);
  const large = JSON.stringify({ run: 'x'.repeat(1_100_000) });
  expect(await refused('pauseRun', large)).toEqual([400, 'api.too_large', undefined]);
});

test('only JSON changes something, and reading never does', async () => {
  const form = await post('createWorkflow', '{"name":"Form"}', {
    headers: { 'content-type': 'text/plain' },
  });
  expect(form.status).toBe(400);
  expect((await api.request('/api/createWorkflow?name=Read')).status).toBe(400);
  const slugs = (await call('workflows', {})).map(({ slug }) => slug);
  expect(slugs.filter((slug) => /form|read/.test(slug))).toEqual([]);
});

test('queries are answered to GET as well', async () => {
  const { run } = await ran(20);
  const answer = await api.request(`/api/events?run=${run}&after=0&limit=2`);
  expect(((await answer.json()) as Answers['events']).events).toHaveLength(2);
});

test('the whole record verifies', async () => {
  const { run } = await ran(30);
  expect((await call('verify', {})).ok).toBe(true);
  expect((await call('verify', { run })).runs.map((one) => one.run)).toEqual([run]);
});

/** Reads the stream until `enough` says so; answers with the events and the raw ids. */
async function streamed(after: string, enough: (events: Recorded[]) => boolean) {
  const over = new AbortController();
  const answer = await api.request(`/api/events${after}`, { signal: over.signal });
  const events: Recorded[] = [];
  const ids: number[] = [];
  let rest = '';
  const decoder = new TextDecoder();
  for await (const part of answer.body as ReadableStream<Uint8Array>) {
    const frames = (rest + decoder.decode(part)).split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) {
      const id = /^id: (\d+)$/m.exec(frame)?.[1];
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      if (id) ids.push(Number(id));
      if (data) events.push(JSON.parse(data));
    }
    if (enough(events)) break;
  }
  over.abort();
  return { events, ids };
}

test('the stream resumes after any position and misses nothing', async () => {
  const { run, pos } = await ran(40);
  const isWhole = (events: Recorded[]): boolean => events.some((event) => event.pos === pos);
  const all = await streamed('?after=0', isWhole);
  expect(all.ids).toEqual(all.events.map((event) => event.pos));
  expect(all.ids).toEqual(all.ids.toSorted((a, b) => a - b));
  const own = all.events.filter((event) => event.root === run);
  expect(own).toEqual((await call('events', { run })).events);
  const from = all.ids[Math.floor(all.ids.length / 2)] ?? 0;
  const later = await streamed(`?after=${from}`, isWhole);
  expect(later.events).toEqual(all.events.filter((event) => event.pos > from));
});

test('the stream tells of what commits while it is open', async () => {
  const before = app.engine.lastPos();
  const open = streamed('', (events) => events.some((event) => event.type === 'run.ended'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { run } = await ran(50);
  const { events } = await open;
  expect(events[0]).toMatchObject({ type: 'run.started', run, pos: before + 1 });
});

test('a position that is none is refused', async () => {
  for (const after of ['-1', 'x', '1.5', '9'.repeat(20)])
    expect((await api.request(`/api/events?after=${after}`)).status).toBe(400);
});

test('the description for other programs names every command and query', async () => {
  const answer = await api.request('/api/openapi.json');
  const { openapi, paths } = (await answer.json()) as { openapi: string; paths: object };
  expect(openapi).toBe('3.1.0');
  for (const name of [...Object.keys(COMMANDS), ...Object.keys(QUERIES)])
    expect(paths).toHaveProperty([`/api/${name}`]);
});

test('quit is passed on', async () => {
  await call('quit', {});
  expect(wasQuit).toBe(1);
});
