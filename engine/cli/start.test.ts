// `interlock start` as a process, in a small installation of its own with a stand-in for the page.
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-start-'));
const home = path.join(dir, 'installed');
const started: ChildProcess[] = [];

beforeAll(() => {
  for (const part of ['engine', 'nodes', 'samples', 'package.json'])
    fs.cpSync(path.join(ROOT, part), path.join(home, part), { recursive: true });
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(home, 'node_modules'), 'junction');
  fs.mkdirSync(path.join(home, 'renderer/dist'), { recursive: true });
  fs.writeFileSync(path.join(home, 'renderer/dist/index.html'), '<!doctype html>');
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

type Started = {
  child: ChildProcess;
  /** The address it printed; rejects when it ended without one. */
  address: Promise<string>;
  ended: Promise<{ code: number | null; out: string; err: string }>;
};

const interlock = (...args: string[]): Started => interlockWith({}, ...args);

function interlockWith(more: NodeJS.ProcessEnv, ...args: string[]): Started {
  // Without a display nothing is opened, whatever the machine of the test has.
  const env: NodeJS.ProcessEnv = { ...process.env, INTERLOCK_WORKSPACE: path.join(dir, 'ws') };
  delete env['DISPLAY'];
  delete env['WAYLAND_DISPLAY'];
  Object.assign(env, more);
  const child = spawn(process.execPath, [path.join(home, 'engine/cli/main.ts'), ...args], { env });
  started.push(child);
  const said = { out: '', err: '' };
  const address = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<Awaited<Started['ended']>>();
  child.stdout.on('data', (part: Buffer) => {
    said.out += part.toString();
    const found = /http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]+/.exec(said.out);
    if (found) address.resolve(found[0]);
  });
  child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
  child.on('close', (code) => {
    address.reject(new Error(said.err));
    ended.resolve({ code, ...said });
  });
  address.promise.catch(() => {});
  return { child, address: address.promise, ended: ended.promise };
}

/** Opens an address as the page does; answers with a way to send commands. */
async function openPage(address: string) {
  const { origin, hash } = new URL(address);
  const post = (name: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${origin}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const opened = await post('session', { code: hash.replace('#code=', '') });
  const { token } = (await opened.json()) as { token: string };
  return (name: string, body: object = {}) =>
    post(name, body, { authorization: `Bearer ${token}` });
}

test('it prints an address that opens the designer, and ends with Ctrl+C', async () => {
  const { child, address, ended } = interlock('start', '--browser');
  const page = await openPage(await address);
  const workflows = (await (await page('workflows')).json()) as { slug: string }[];
  expect(workflows.map(({ slug }) => slug)).toContain('expense-approval');
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 0 });
});

test('it ends with Quit in the app', async () => {
  const { address, ended } = interlock('start');
  const page = await openPage(await address);
  expect((await page('quit')).status).toBe(200);
  expect(await ended).toMatchObject({ code: 0 });
});

test('a second start opens another window on the engine that runs, and ends', async () => {
  const first = interlock('start');
  const { origin } = new URL(await first.address);
  const second = interlock('start');
  const again = await second.address;
  expect(new URL(again).origin).toBe(origin);
  expect(await second.ended).toMatchObject({ code: 0 });
  const page = await openPage(again);
  expect((await page('workspace')).status).toBe(200);
});

test('a port that is taken is said in one sentence, and the workspace is free again', async () => {
  const first = interlock('start');
  const { port } = new URL(await first.address);
  first.child.kill('SIGTERM');
  await first.ended;
  const { createServer } = await import('node:net');
  const other = createServer().listen(Number(port), '127.0.0.1');
  const { code, out, err } = await interlock('start', '--port', port).ended;
  other.close();
  expect([code, out, err.trimEnd().split('\n')]).toEqual([2, '', [expect.stringContaining(port)]]);
  const next = interlock('start');
  expect(await next.address).toContain('#code=');
});

test('what was killed is taken up by the next start', async () => {
  const first = interlock('start');
  const page = await openPage(await first.address);
  const { workflow } = (await (await page('workflow', { slug: 'expense-approval' })).json()) as {
    workflow: { input: { id: string; example?: unknown }[] };
  };
  const examples = Object.fromEntries(workflow.input.map((field) => [field.id, field.example]));
  const input = { ...examples, amount: 320 };
  const start = { slug: 'expense-approval', input, practice: true, pace: 'watch' };
  const { run } = (await (await page('startRun', start)).json()) as { run: string };
  first.child.kill('SIGKILL');
  await first.ended;
  const again = await openPage(await interlock('start').address);
  const settled = (await (await again('settled', { run })).json()) as { status: string };
  expect(settled.status).toBe('done');
  const verified = (await (await again('verify', { run })).json()) as { ok: boolean };
  expect(verified.ok).toBe(true);
});

/** A stand-in for Electron's program that says how it was started; answers with what finds it. */
function fakeElectron(): NodeJS.ProcessEnv {
  const dist = path.join(dir, 'electron');
  const isMac = process.platform === 'darwin';
  const program = path.join(dist, isMac ? 'Electron.app/Contents/MacOS/Electron' : 'electron');
  fs.mkdirSync(path.dirname(program), { recursive: true });
  const said = 'echo "shell [$*] [$INTERLOCK_WORKSPACE] [$ELECTRON_RUN_AS_NODE]"';
  fs.writeFileSync(program, `#!/bin/sh\n${said}\n`, { mode: 0o755 });
  fs.mkdirSync(path.join(home, 'electron/dist'), { recursive: true });
  fs.writeFileSync(path.join(home, 'electron/dist/main.mjs'), '');
  return { ELECTRON_OVERRIDE_DIST_PATH: dist, ELECTRON_RUN_AS_NODE: '1', DISPLAY: ':99' };
}

test('where Electron is, the desktop app opens on the workspace; start ends with it', async () => {
  const workspace = path.join(dir, 'named');
  const { ended } = interlockWith(fakeElectron(), 'start', '--workspace', workspace);
  const shell = path.join(home, 'electron/dist/main.mjs');
  expect(await ended).toEqual({ code: 0, out: `shell [${shell}] [${workspace}] []\n`, err: '' });
});

test('without a display the browser has to do, whatever is installed', async () => {
  const { child, address, ended } = interlockWith({ ...fakeElectron(), DISPLAY: '' }, 'start');
  expect(await address).toContain('#code=');
  child.kill('SIGINT');
  expect((await ended).out).not.toContain('shell [');
});
