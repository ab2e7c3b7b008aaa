// Both ways into one engine, over real sockets: what each may ask, and how they end.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openApp, type App } from '../workspace/app.ts';
import { openWorkspace } from '../workspace/open.ts';
import { findPlace } from '../workspace/place.ts';
import { serve, type Served } from './serve.ts';
import { askSocket, serveSocket } from './socket.ts';
import { Hono } from 'hono';

let dir = '';
let app: App;
let served: Served;

beforeEach(async () => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-serve-'));
  fs.mkdirSync(path.join(dir, 'dist'));
  fs.writeFileSync(path.join(dir, 'dist/index.html'), '<!doctype html>');
  const opened = openApp(openWorkspace(findPlace(path.join(dir, 'ws')), Math.random), {
    onQuit: () => {},
  });
  if (opened === 'taken') throw new Error('taken');
  app = opened;
  served = await serve(app, {
    port: 0,
    dist: path.join(dir, 'dist'),
    now: Date.now,
    onBug: (error) => {
      throw error;
    },
  });
});
afterEach(async () => {
  await served.close();
  await app.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

/** A window that opened the printed address. */
async function openPage(address = served.newAddress()) {
  const { origin, hash } = new URL(address);
  const json = { 'content-type': 'application/json' };
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ code: hash.replace('#code=', '') }),
  });
  const { token } = (await answer.json()) as { token: string };
  const headers = { ...json, authorization: `Bearer ${token}` };
  return (place: string, body?: object, signal?: AbortSignal) =>
    fetch(`${origin}${place}`, {
      headers,
      ...(signal ? { signal } : {}),
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
}

const socket = (place: string, body?: object) =>
  askSocket(app.workspace.socket)(place, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { 'content-type': 'application/json' },
  });

test('a page that opened the address is answered, and so is the command line', async () => {
  const page = await openPage();
  const [fromPage, fromSocket] = [await page('/api/workspace'), await socket('/api/workspace')];
  expect(await fromPage.json()).toEqual(await fromSocket.json());
});

test('naming places on disk and opening windows is for the command line only', async () => {
  const page = await openPage();
  const folder = { dir: '/', input: {}, practice: true };
  for (const [name, body] of [
    ['startFolder', folder],
    ['openLink', {}],
  ] as const) {
    expect((await page(`/api/${name}`, body)).status).toBe(404);
    expect((await socket(`/api/${name}`, body)).status).not.toBe(404);
  }
});

test('a new address from the command line opens another window of the same engine', async () => {
  const { address } = (await (await socket('/api/openLink', {})).json()) as { address: string };
  const page = await openPage(address);
  expect((await page('/api/workspace')).status).toBe(200);
});

test('a key given twice is carried out once, whichever way it comes', async () => {
  const page = await openPage();
  const twice = await Promise.all(
    [1, 2].map(() => page('/api/createWorkflow', { name: 'New' }).then((answer) => answer.json())),
  );
  expect(twice).toContainEqual({ slug: 'new' });
  expect(twice).toContainEqual({ slug: 'new-2' });
});

test('closing ends open streams at once and leaves nothing behind', async () => {
  const page = await openPage();
  const stream = await page('/api/events?after=0');
  const reading = stream.text();
  const began = performance.now();
  await served.close();
  await reading;
  expect(performance.now() - began).toBeLessThan(2000);
  await expect(page('/api/workspace')).rejects.toThrow();
  await expect(socket('/api/workspace')).rejects.toThrow();
  expect(fs.existsSync(app.workspace.socket)).toBe(false);
});

test.skipIf(process.platform === 'win32')('only this user can reach the private socket', () => {
  const folder = path.dirname(app.workspace.socket);
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
});

test.skipIf(process.platform === 'win32')(
  'a socket folder that others can enter is not used',
  async () => {
    const open = path.join(dir, 'open');
    fs.mkdirSync(open);
    fs.chmodSync(open, 0o755);
    await expect(serveSocket(new Hono(), path.join(open, 's.sock'))).rejects.toThrow(
      'foreign_socket',
    );
    const linked = path.join(dir, 'linked');
    fs.mkdirSync(path.join(dir, 'mine'), { mode: 0o700 });
    fs.symlinkSync(path.join(dir, 'mine'), linked);
    await expect(serveSocket(new Hono(), path.join(linked, 's.sock'))).rejects.toThrow(
      'foreign_socket',
    );
  },
);

test('a socket left behind by an engine that died is taken over', async () => {
  const folder = path.join(dir, 'own');
  fs.mkdirSync(folder, { mode: 0o700 });
  fs.writeFileSync(path.join(folder, 's.sock'), '');
  const api = new Hono().get('/api/x', (c) => c.text('here'));
  const close = await serveSocket(api, path.join(folder, 's.sock'));
  expect(await (await askSocket(path.join(folder, 's.sock'))('/api/x')).text()).toBe('here');
  await close();
});
