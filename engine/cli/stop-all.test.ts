// Stopping everything from the command line, tags, and commands that are carried out once.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { interlock, json, refusal } from '../../e2e/kit/command-line.ts';
import { createOnce } from '../api/once.ts';
import type { StopReceipt } from '../4-run/inventory.ts';
import { createApi } from '../server/api.ts';
import { openApp } from '../workspace/app.ts';
import { openWorkspace } from '../workspace/open.ts';
import { findPlace } from '../workspace/place.ts';
import type { Summary } from './summary.ts';

const EXPENSES = path.resolve(import.meta.dirname, '../../samples/expense-approval');
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-stop-'));
beforeAll(() => void (process.env['INTERLOCK_WORKSPACE'] = path.join(dir, 'ws')));
afterAll(() => {
  delete process.env['INTERLOCK_WORKSPACE'];
  fs.rmSync(dir, { recursive: true, force: true });
});

const waiting = async (): Promise<string> =>
  json<Summary>(await interlock('run', EXPENSES, '--practice', '--json', '--set', 'amount=1800'))
    .run;

test('stops every run with one receipt, for people and for programs', async () => {
  const runs = [await waiting(), await waiting()];
  const stopped = await interlock('stop-all', '--json');
  expect(stopped.code, stopped.err).toBe(0);
  const receipt = json<StopReceipt>(stopped);
  expect(receipt).toMatchObject({ how: 'now', isOver: true });
  expect(receipt.of.map(({ run, status }) => [run, status])).toEqual(
    runs.map((run) => [run, 'stopped']),
  );
  for (const { receipt: parts } of receipt.of)
    expect(Object.keys(parts)).toEqual(['done', 'unknown', 'waiting', 'notDone']);
  const third = await waiting();
  const text = await interlock('stop-all', '--how', 'after-step', '--by', 'dana_ruiz');
  expect(text.code).toBe(0);
  for (const word of [third, 'done', 'not done', 'unknown', 'was waiting'])
    expect(text.out).toContain(word);
  expect((await interlock('stop-all')).out).toBe(
    'Nothing is under way here, so nothing was stopped.\n',
  );
  expect((await interlock('inbox')).out).not.toContain(third);
  expect((await interlock('verify')).code).toBe(0);
});

test('says what it cannot do', async () => {
  expect(refusal(await interlock('stop-all', '--how', 'soon'))).toMatch(/finish.*after-step.*now/);
  expect(refusal(await interlock('stop-all', 'release'))).toBe(
    'No key is locked, so nothing was changed.',
  );
});

test('runs are listed by tag, and show says what a run is about', async () => {
  const folder = path.join(dir, 'tagged');
  fs.cpSync(EXPENSES, folder, { recursive: true });
  const file = path.join(folder, 'workflow.json');
  const workflow = JSON.parse(fs.readFileSync(file, 'utf8'));
  workflow.tags = { trip: { '@ref': 'input.purpose' } };
  fs.writeFileSync(file, JSON.stringify(workflow));
  const args = ['--practice', '--json', '--set', 'amount=20', '--set', 'purpose=Berlin'];
  const { run } = json<Summary>(await interlock('run', folder, ...args));
  const found = await interlock('runs', '--tag', 'trip=Berlin', '--json');
  expect(json<(Summary & { tags: object })[]>(found)).toMatchObject([
    { run, tags: { trip: 'Berlin' } },
  ]);
  expect((await interlock('show', run)).out).toContain('About: trip=Berlin');
  expect((await interlock('runs', '--tag', 'trip=Rome')).out).toMatch(/Nothing has run/);
});

test('a double click across a restart is one run, and another input under its key is refused', async () => {
  const opened = openWorkspace(findPlace(undefined), () => 0.5);
  const send = async (input: object): Promise<Response> => {
    const app = openApp(opened, { onQuit: () => {} });
    if (app === 'taken') throw new Error('taken');
    const down = new AbortController();
    const api = createApi(app, {
      isPrivate: true,
      signal: down.signal,
      once: createOnce(app.answers),
      onBug: () => {},
    });
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'click' };
    const body = JSON.stringify({ slug: 'expense-approval', pace: 'full', input });
    const answer = await api.request('/api/startRun', { method: 'POST', headers, body });
    await app.drain();
    await app.close();
    return answer;
  };
  const input = { amount: 1800, purpose: 'Train', category: 'travel', date: '2026-11-12' };
  const first = await (await send(input)).json();
  expect(await (await send(input)).json()).toEqual(first);
  const other = await send({ ...input, amount: 20 });
  expect([other.status, await other.json()]).toMatchObject([
    400,
    { error: { code: 'api.key_reused' } },
  ]);
});
