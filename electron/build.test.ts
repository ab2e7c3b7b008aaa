// The built shell, as far as it goes without Electron: what each file takes in, and the engine
// process itself, started with plain Node and asked the way the window asks it.
import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { realRandom } from '../engine/4-run/clock.ts';
import { STREAM } from '../engine/api/stream.ts';
import { SHELL, ensureBuilt } from '../engine/cli/ensure-built.ts';
import { openWorkspace } from '../engine/workspace/open.ts';
import { findPlace } from '../engine/workspace/place.ts';
import { writeFolder } from '../e2e/kit/command-line.ts';
import { asksProgram, layOut, readsTable } from '../e2e/kit/installed-app.ts';
import { createAnswer } from './answer.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const BUILT = path.join(import.meta.dirname, 'dist');
const dir = mkdtempSync(path.join(os.tmpdir(), 'interlock-shell-'));
const started: ChildProcess[] = [];

beforeAll(() => {
  expect(ensureBuilt(ROOT, SHELL)).toBe(true);
  mkdirSync(path.join(dir, 'dist'));
  writeFileSync(path.join(dir, 'dist/index.html'), '');
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The modules a built file takes from outside, and those of the files beside it that it needs. */
function taken(name: string): string[] {
  const text = readFileSync(path.join(BUILT, name), 'utf8');
  const pattern = /^(?:import\b[^'"]*|\} from |let \w+ = require\()["']([^"']+)["']/gm;
  const names = [...text.matchAll(pattern)].map((found) => found[1] ?? '');
  const outside = names.filter((one) => !one.startsWith('.') && !isBuiltin(one));
  const beside = names.filter((one) => one.startsWith('./')).map((one) => one.slice(2));
  return [...new Set([...outside, ...beside.flatMap(taken)])].sort();
}

test('the main process holds no data and no model, the page script nothing but the bridge', () => {
  expect(taken('main.mjs')).toEqual(['electron']);
  expect(taken('engine-process.mjs')).toEqual(['better-sqlite3']);
  expect(taken('worker.mjs')).toEqual(['better-sqlite3']);
  expect(taken('preload.cjs')).toEqual(['electron']);
});

test('what the engine starts is one file each, needing nothing that lies beside it', () => {
  expect(taken('sql-process.cjs')).toEqual(['better-sqlite3']);
  expect(taken('mcp-keeper.cjs')).toEqual([]);
  for (const name of ['sql-process.cjs', 'mcp-keeper.cjs', 'preload.cjs'])
    expect(readFileSync(path.join(BUILT, name), 'utf8'), name).not.toMatch(/require\(["']\./);
});

test('all built files lie side by side, where code finds the samples and the page', () => {
  expect(readdirSync(BUILT).filter((name) => !/\.[cm]js$/.test(name))).toEqual([]);
});

/** A workspace, and what the window would see of it. */
function desk(name: string) {
  const workspace = path.join(dir, name);
  const { socket } = openWorkspace(findPlace(workspace), realRandom);
  const answer = createAnswer({ dist: path.join(dir, 'dist'), socket });
  const ask = async (what: string, input: object = {}): Promise<unknown> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    };
    return (await answer(new Request(`app://interlock/api/${what}`, init))).json();
  };
  const stream = () => answer(new Request(`app://interlock${STREAM}?after=0`));
  return { ask, stream, workspace };
}

function engine(workspace: string, from = BUILT, flags: string[] = []) {
  const env = { ...process.env, INTERLOCK_WORKSPACE: workspace };
  const words = [...flags, path.join(from, 'engine-process.mjs')];
  const child = spawn(process.execPath, words, { env });
  started.push(child);
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, said }));
  });
  return { child, ended };
}

test('a sample runs in the built engine, seen live by the window; the end is in order', async () => {
  const { ask, stream, workspace } = desk('runs');
  const { ended } = engine(workspace);
  const live = await stream();
  const { workflow } = (await ask('workflow', { slug: 'expense-approval' })) as {
    workflow: { input: { id: string; example?: unknown }[] };
  };
  const examples = Object.fromEntries(workflow.input.map(({ id, example }) => [id, example]));
  const input = { ...examples, amount: 320 };
  const start = { slug: 'expense-approval', input, practice: true, pace: 'full' };
  const { run } = (await ask('startRun', start)) as { run: string };
  expect(await ask('settled', { run })).toMatchObject({ status: 'done', outcome: 'done' });
  let seen = '';
  for await (const part of live.body as ReadableStream<Uint8Array>) {
    seen += new TextDecoder().decode(part);
    if (seen.includes('"run.ended"')) break;
  }
  expect(seen).toContain('"run.started"');
  expect(await ask('quit')).toEqual({ ok: true });
  expect(await ended).toEqual({ code: 0, said: '' });
});

test('a second engine waits for its turn and goes on with what the first left', async () => {
  const { ask, workspace } = desk('turns');
  const first = engine(workspace);
  await ask('workspace');
  const second = engine(workspace);
  const early = await Promise.race([second.ended, ask('workspace').then(() => 'waits')]);
  expect(early).toBe('waits');
  first.child.kill('SIGKILL');
  await first.ended;
  expect(await ask('workspace')).toMatchObject({ name: expect.any(String) });
  second.child.kill('SIGINT');
  expect(await second.ended).toEqual({ code: 0, said: '' });
});

test('a workspace that cannot be used is refused in one sentence', async () => {
  const { workspace } = desk('broken');
  writeFileSync(path.join(workspace, 'workspace.json'), '{');
  const { code, said } = await engine(workspace).ended;
  expect(code).toBe(2);
  expect(said.trimEnd().split('\n')).toEqual([expect.stringContaining('workspace.json')]);
});

test('an installed app reads tables and asks programs through the Node it brings', async () => {
  const { archive, program, startedAgain } = layOut(path.join(dir, 'installed'));
  const { ask, workspace } = desk('installed-work');
  const folder = (slug: string) => path.join(workspace, 'workflows', slug);
  const shop = path.join(dir, 'shop.db');
  new Database(shop).exec("CREATE TABLE customer AS SELECT 'Ada' AS name").close();
  writeFolder(folder('table'), readsTable(shop));
  writeFolder(folder('program'), asksProgram(path.join(dir, 'notes')));
  // The engine's own program is the app there, and the app is no Node.
  const isApp = `data:text/javascript,process.execPath=${JSON.stringify(program)}`;
  engine(workspace, path.join(archive, 'electron/dist'), ['--import', isApp]);

  const start = { slug: 'table', input: {}, practice: false };
  const { run } = (await ask('startRun', start)) as { run: string };
  expect(await ask('settled', { run })).toMatchObject({
    status: 'done',
    output: { v: { said: { rows: [{ name: 'Ada' }] } } },
  });
  const named = { slug: 'program', server: 'odd' };
  const { servers } = (await ask('toolServers', { slug: named.slug })) as {
    servers: { hash: string }[];
  };
  await ask('agreeServer', { ...named, hash: servers[0]?.hash, by: 'mia' });
  expect(await ask('lookAtTools', named)).toMatchObject({
    tools: expect.arrayContaining([expect.objectContaining({ tool: 'greet' })]),
  });
  expect(existsSync(startedAgain), 'the app was started a second time').toBe(false);
});
