// The loopback port under attack: what a foreign page, another program or a broken client can send
// without a browser's help. None of it may reach the API, and none of it may be answered readably.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveBrowser, type BrowserServer } from './browser.ts';

const dist = mkdtempSync(path.join(tmpdir(), 'interlock-dist-'));
let reached: string[] = [];
let now = 1_000_000;
let server: BrowserServer;
let token = '';

const api = new Hono();
api.all('/api/*', (c) => {
  reached.push(`${c.req.method} ${c.req.path}`);
  return c.json({ ok: true });
});

const newServer = () => serveBrowser({ api, dist, port: 0, language: 'en', now: () => now });
const codeOf = (address: string): string => address.split('#code=')[1] ?? '';
const own = (): string => `127.0.0.1:${server.port}`;

type Init = { method?: string; headers?: Record<string, string>; body?: string };
const ask = (place: string, init: Init = {}) => fetch(`http://${own()}${place}`, init);
const exchange = (code: string) =>
  ask('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
const asOwner = (extra: Record<string, string> = {}): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  ...extra,
});

/** Sends bytes as they are; answers with everything that came back until the connection ended. */
function raw(text: string, port = server.port): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let back = '';
    socket.on('data', (part) => (back += part.toString()));
    socket.on('close', () => resolve(back));
    socket.on('error', () => resolve(back));
    socket.write(text);
  });
}
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
const lines = (...rows: string[]): string => `${rows.join('\r\n')}\r\n\r\n`;
/** A GET of data with the right token and whatever else the attack adds. */
const withHost = (...hosts: string[]): string =>
  lines(
    'GET /api/workflows HTTP/1.1',
    ...hosts,
    `Authorization: Bearer ${token}`,
    'Connection: close',
  );

beforeAll(async () => {
  writeFileSync(
    path.join(dist, 'index.html'),
    '<!doctype html><meta name="csp-nonce" content="__NONCE__">',
  );
  writeFileSync(path.join(dist, 'mark.svg'), '<svg/>');
  server = await newServer();
  const answer = await exchange(codeOf(server.newAddress()));
  token = ((await answer.json()) as { token: string }).token;
});
beforeEach(() => {
  reached = [];
});
afterAll(async () => {
  await server.close();
  rmSync(dist, { recursive: true });
});

test('the holder of the token is served', async () => {
  const answer = await ask('/api/workflows', { headers: asOwner() });
  expect([answer.status, reached]).toEqual([200, ['GET /api/workflows']]);
});

test('a request under any other name of this computer is turned away', async () => {
  const port = server.port;
  const names = [
    'evil.example',
    'localhost',
    'localhost.',
    '127.0.0.1.',
    '[::1]',
    '0.0.0.0',
    'LOCALHOST',
    'user@127.0.0.1',
    '127.1',
    '2130706433',
  ];
  const hosts = [...names.map((name) => `Host: ${name}:${port}`), 'Host: 127.0.0.1', 'Host:'];
  const statuses = await Promise.all(
    hosts.map(async (host) => statusOf(await raw(withHost(host)))),
  );
  expect(statuses).toEqual(statuses.map(() => 421));
  expect(reached).toEqual([]);
});

test('a POST under another name changes nothing', async () => {
  const request = lines(
    'POST /api/startRun HTTP/1.1',
    `Host: evil.example:${server.port}`,
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    'Content-Length: 2',
    'Connection: close',
  );
  expect(statusOf(await raw(`${request}{}`))).toBe(421);
  expect(reached).toEqual([]);
});

test('two Host headers, or none, are turned away', async () => {
  const two = await raw(withHost(`Host: ${own()}`, 'Host: evil.example'));
  const none = await raw(withHost());
  expect([statusOf(two), statusOf(none)]).toEqual([421, 400]);
  expect(reached).toEqual([]);
});

test('an absolute address in the request line is turned away', async () => {
  const answer = await raw(
    lines(
      `GET http://evil.example/api/workflows HTTP/1.1`,
      `Host: ${own()}`,
      `Authorization: Bearer ${token}`,
      'Connection: close',
    ),
  );
  expect([statusOf(answer), reached]).toEqual([400, []]);
});

test('a foreign page is turned away, even one that knows the token', async () => {
  const origins = [
    'http://evil.example',
    'null',
    `http://localhost:${server.port}`,
    'https://evil.example',
  ];
  for (const origin of origins)
    expect(
      (await ask('/api/startRun', { method: 'POST', headers: asOwner({ origin }), body: '{}' }))
        .status,
    ).toBe(403);
  for (const site of ['cross-site', 'same-site'])
    expect(statusOf(await raw(withHost(`Host: ${own()}`, `Sec-Fetch-Site: ${site}`)))).toBe(403);
  expect(reached).toEqual([]);
});

test('its own page is served with its Origin', async () => {
  const headers = asOwner({ origin: `http://${own()}` });
  expect((await ask('/api/startRun', { method: 'POST', headers, body: '{}' })).status).toBe(200);
});

test('no token, a wrong, misplaced or earlier one are worth nothing', async () => {
  const other = await newServer();
  const last = await fetch(`http://127.0.0.1:${other.port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: codeOf(other.newAddress()) }),
  });
  const { token: old } = (await last.json()) as { token: string };
  await other.close();
  const bearer = (value: string) => ({ headers: { authorization: `Bearer ${value}` } });
  const answers = [
    await ask('/api/workflows'),
    await ask(`/api/workflows?token=${token}`),
    await ask('/api/workflows', bearer('guess')),
    await ask('/api/workflows', bearer(old)),
    await ask('/api/workflows', bearer('')),
    await ask('/api/workflows', { headers: { cookie: `token=${token}` } }),
    await ask('/api/workflows', { headers: { authorization: `Basic ${token}` } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  expect(reached).toEqual([]);
});

test('guessing is slowed down, and the holder of the token does not notice', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 15 }, () => ask('/api/runs', { headers: { authorization: 'Bearer x' } })),
  );
  expect(guesses.at(-1)?.status).toBe(429);
  expect((await ask('/api/runs', { headers: asOwner() })).status).toBe(200);
  now += 61_000;
  expect((await ask('/api/runs', { headers: { authorization: 'Bearer x' } })).status).toBe(401);
});

test('no answer carries a header that lets another origin read it', async () => {
  const preflight = await ask('/api/startRun', {
    method: 'OPTIONS',
    headers: {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    },
  });
  expect(preflight.status).toBe(405);
  const answers = [preflight, await ask('/'), await ask('/api/runs', { headers: asOwner() })];
  for (const { headers } of answers) {
    const names = [...headers.keys()];
    expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('a socket upgrade is refused', async () => {
  const request = lines(
    'GET /api/events HTTP/1.1',
    `Host: ${own()}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Authorization: Bearer ${token}`,
  );
  expect(statusOf(await raw(request))).toBe(400);
  expect(reached).toEqual([]);
});

test('every method but GET, HEAD and POST is refused', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'CONNECT'])
    expect([0, 405]).toContain(
      statusOf(
        await raw(lines(`${method} /api/runs HTTP/1.1`, `Host: ${own()}`, 'Connection: close')),
      ),
    );
  expect(reached).toEqual([]);
});

test('a flood of headers is cut off', async () => {
  const flood = Array.from({ length: 10_000 }, (_, i) => `X-${i}: ${i}`);
  const answer = await raw(lines('GET / HTTP/1.1', `Host: ${own()}`, ...flood));
  expect([431, 0]).toContain(statusOf(answer));
  expect((await ask('/')).status).toBe(200);
});

test('a client that speaks ever so slowly holds up nobody else and is let go', async () => {
  const socket = connect(server.port, '127.0.0.1');
  socket.resume();
  socket.write('GET / HTTP/1.1\r\nHost: ');
  expect((await ask('/')).status).toBe(200);
  const closed = await new Promise<boolean>((resolve) => {
    socket.on('close', () => resolve(true));
    socket.on('error', () => resolve(true));
    setTimeout(() => resolve(false), 15_000);
  });
  expect(closed).toBe(true);
});

test('an address works once', async () => {
  const code = codeOf(server.newAddress());
  expect((await exchange(code)).status).toBe(200);
  expect((await exchange(code)).status).toBe(401);
});

test('an address works for a minute', async () => {
  const code = codeOf(server.newAddress());
  now += 60_001;
  expect((await exchange(code)).status).toBe(401);
  expect((await exchange(codeOf(server.newAddress()))).status).toBe(200);
});

test('a form cannot exchange a code', async () => {
  const body = JSON.stringify({ code: codeOf(server.newAddress()) });
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ];
  for (const type of types) {
    const answer = await ask('/api/session', {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(answer.status).toBe(400);
  }
});

test('it listens on 127.0.0.1 and on no other address of this computer', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, address }) => family === 'IPv4' && address !== '127.0.0.1');
  for (const { address } of others)
    await expect(fetch(`http://${address}:${server.port}/`)).rejects.toThrow();
});

test('the page has a fresh nonce each time and allows nothing inline without it', async () => {
  const pages = [await ask('/'), await ask('/')];
  const policies = pages.map(({ headers }) => headers.get('content-security-policy') ?? '');
  const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
  expect(new Set(nonces).size).toBe(2);
  expect(await pages[0]?.text()).toContain(`content="${nonces[0]}"`);
  for (const policy of policies) {
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
  }
});

test('only files of the built designer are served, whatever the address says', async () => {
  expect((await ask('/mark.svg')).status).toBe(200);
  const places = [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/../../package.json',
    '//etc/passwd',
    '/index.html%00.js',
    '/constructor',
    '/__proto__',
  ];
  for (const place of places) {
    const answer = await raw(lines(`GET ${place} HTTP/1.1`, `Host: ${own()}`, 'Connection: close'));
    expect([400, 404]).toContain(statusOf(answer));
  }
});

test('closing ends open connections in an orderly way', async () => {
  const other = await newServer();
  await fetch(`http://127.0.0.1:${other.port}/`);
  const began = performance.now();
  await other.close();
  expect(performance.now() - began).toBeLessThan(4000);
  await expect(fetch(`http://127.0.0.1:${other.port}/`)).rejects.toThrow();
});
