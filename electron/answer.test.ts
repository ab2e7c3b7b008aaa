// What the page's own address answers, with a stand-in for the engine behind a real socket.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { COMMANDS, PRIVATE_COMMANDS, QUERIES } from '../engine/api/contract.ts';
import { STREAM } from '../engine/api/stream.ts';
import { createAnswer } from './answer.ts';

let dir = '';
let socket = '';
let server: Server | undefined;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'interlock-answer-'));
  socket = path.join(dir, 'engine.sock');
  mkdirSync(path.join(dir, 'dist/assets'), { recursive: true });
  writeFileSync(path.join(dir, 'dist/index.html'), '<meta content="__NONCE__">');
  writeFileSync(path.join(dir, 'dist/assets/app.js'), 'started()');
  writeFileSync(path.join(dir, 'secret'), 'not for the page');
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  rmSync(dir, { recursive: true, force: true });
});

const answer = (address: string, init?: RequestInit, patienceMs = 2000) =>
  createAnswer({ dist: path.join(dir, 'dist'), socket, patienceMs })(
    new Request(`app://interlock${address}`, init),
  );

function listen(hear: RequestListener): Promise<void> {
  server = createServer(hear);
  return new Promise((resolve) => server?.listen(socket, resolve));
}

test('the page comes with a policy that keeps it at home, and a nonce of its own', async () => {
  const pages = await Promise.all([answer('/'), answer('/#/runs'), answer('/index.html')]);
  const nonces = await Promise.all(
    pages.map(async (page) => /content="(.+)"/.exec(await page.text())?.[1] ?? ''),
  );
  expect(new Set(nonces).size).toBe(3);
  for (const [i, page] of pages.entries()) {
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain(`'nonce-${nonces[i]}'`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
  expect(await (await answer('/assets/app.js')).text()).toBe('started()');
});

test('nothing beside the built page is served, and nothing to another host', async () => {
  const asked = ['/secret', '/../secret', '/assets/../../secret', '/%2e%2e/secret', '/assets'];
  const found = await Promise.all(asked.map(async (place) => (await answer(place)).status));
  expect(found).toEqual(asked.map(() => 404));
  const other = createAnswer({ dist: path.join(dir, 'dist'), socket });
  expect((await other(new Request('app://elsewhere/'))).status).toBe(404);
});

test('all of the contract passes, and nothing that only the command line may ask', async () => {
  const heard: string[] = [];
  await listen((request, out) => {
    heard.push(request.url ?? '');
    out.end('{}');
  });
  const open = [...Object.keys(COMMANDS), ...Object.keys(QUERIES)].map((name) => `/api/${name}`);
  for (const place of open) await answer(place, { method: 'POST', body: '{}' });
  expect(heard).toEqual(open);
  const shut = [...Object.keys(PRIVATE_COMMANDS), 'session', 'openapi.json', '', 'toString'];
  const tricks = ['start%46older', './startFolder/.', 'x/../startFolder', 'startFolder/'];
  for (const name of [...shut, ...tricks]) {
    const { status } = await answer(`/api/${name}`, { method: 'POST', body: '{}' });
    expect([name, status]).toEqual([name, 404]);
  }
  expect(heard).toEqual(open);
});

test('a request arrives as it was sent, without what the engine need not know', async () => {
  const got: object[] = [];
  await listen((request, out) => {
    const { method, url, headers } = request;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      got.push({ method, url, headers, body: Buffer.concat(parts).toString() });
      out.writeHead(409, { 'content-type': 'application/json', 'set-cookie': 'a=b' });
      out.end('{"error":{}}');
    });
  });
  const body = JSON.stringify({ name: 'Größe – 寸法' });
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': 'k',
    authorization: 'Bearer x',
    cookie: 'c=d',
  };
  const answered = await answer('/api/createWorkflow', { method: 'POST', headers, body });
  expect(answered.status).toBe(409);
  expect(answered.headers.get('content-type')).toBe('application/json');
  expect(answered.headers.get('cache-control')).toBe('no-store');
  expect(answered.headers.has('set-cookie')).toBe(false);
  expect(got).toMatchObject([{ method: 'POST', url: '/api/createWorkflow', body }]);
  const sent = (got[0] as { headers: object }).headers;
  expect(sent).toMatchObject({ 'content-type': 'application/json', 'idempotency-key': 'k' });
  expect(Object.keys(sent).filter((name) => /cookie|authorization/.test(name))).toEqual([]);
});

test('other methods than reading and asking are turned away', async () => {
  const methods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];
  const statuses = methods.map(async (method) => (await answer('/api/runs', { method })).status);
  expect(await Promise.all(statuses)).toEqual(methods.map(() => 405));
  expect((await answer('/', { method: 'POST', body: 'x' })).status).toBe(405);
});

test('a request made before the engine listens waits for it and is sent once', async () => {
  let heard = 0;
  const early = answer('/api/quit', { method: 'POST', body: '{}' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await listen((_request, out) => {
    heard += 1;
    out.end('{"ok":true}');
  });
  expect(await (await early).json()).toEqual({ ok: true });
  expect(heard).toBe(1);
});

test('when no engine comes, or one breaks off, the page sees a failed connection', async () => {
  expect((await answer('/api/runs', {}, 100)).type).toBe('error');
  let heard = 0;
  await listen((request) => {
    heard += 1;
    request.destroy();
  });
  const broken = await answer('/api/startRun', { method: 'POST', body: '{}' });
  expect([broken.type, heard]).toEqual(['error', 1]);
});

test('the stream comes through frame by frame, and ends when the page goes away', async () => {
  const gone = Promise.withResolvers<void>();
  let say = (_text: string): void => {};
  await listen((request, out) => {
    out.writeHead(200, { 'content-type': 'text/event-stream' });
    say = (text) => void out.write(text);
    say(`: ${request.url} ${String(request.headers['last-event-id'])}\n\n`);
    request.on('close', () => gone.resolve());
  });
  const stream = await answer(`${STREAM}?after=3`, { headers: { 'last-event-id': '3' } });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
  const next = async (): Promise<string> => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toBe(`: ${STREAM}?after=3 3\n\n`);
  say('id: 4\ndata: {}\n\n');
  expect(await next()).toBe('id: 4\ndata: {}\n\n');
  await reader.cancel();
  await gone.promise;
});
