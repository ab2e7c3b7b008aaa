// Nothing on this computer is reached by an address a workflow was talked into: 16 spellings of it,
// each asked for directly, through a redirect, and by a name that changes what it stands for. The
// server that must not be reached counts for itself.
import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realClock } from '../4-run/clock.ts';
import { placeOf } from './hosts.ts';
import { createNet, type Net, type NetRequest } from './safe-fetch.ts';
import type { Resolve } from './guard.ts';

const SPELLINGS = [
  'localhost',
  '127.0.0.1',
  '127.1',
  '0x7f000001',
  '2130706433',
  '017700000001',
  '0.0.0.0',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '127.0.0.1.',
  'localhost.',
  'LOCALHOST',
  '①②⑦.0.0.1',
  '0',
  '[::]',
];
const PUBLIC = '93.184.216.34';

let connections = 0;
const secret = createServer((_asked, answer) => answer.end('SECRET'));
const secret6 = createServer((_asked, answer) => answer.end('SECRET'));
for (const server of [secret, secret6]) server.on('connection', () => (connections += 1));
let target = '';
const redirector = createServer((_asked, answer) => {
  answer.writeHead(302, { location: target }).end();
});
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
let port = 0;

beforeAll(async () => {
  await new Promise<void>((done) => secret.listen(0, '127.0.0.1', done));
  port = portOf(secret);
  // Where this computer has IPv6, the secret is there as well.
  await new Promise<void>((done) => {
    secret6.once('error', () => done());
    secret6.listen(port, '::1', done);
  });
  await new Promise<void>((done) => redirector.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  for (const server of [secret, secret6, redirector]) server.close();
});

const requestOf = (url: string, hosts: string[]): NetRequest => ({
  url,
  hosts,
  method: 'GET',
  headers: {},
  isFollowing: true,
  signal: new AbortController().signal,
  totalMs: 20_000,
});

/** A way out on which a bare name opens exactly the secret's port, and nothing else helps. */
async function withNet<T>(resolve: Resolve | undefined, act: (net: Net) => Promise<T>): Promise<T> {
  const net = createNet({ ...realClock, ports: [port], ...(resolve ? { resolve } : {}) });
  try {
    return await act(net);
  } finally {
    await net.close();
  }
}

/** As a computer answers that knows every way of writing its own name. */
const ownNames: Resolve = async (host) =>
  host.startsWith('localhost') ? [{ address: '127.0.0.1', family: 4 }] : [];

const whyOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'reached',
    (error: { why?: string }) => error.why ?? error,
  );

/** Both ways out: the whole answer, and the stream that libraries are given. */
const ways = (net: Net, url: string, hosts: string[]): Promise<unknown[]> =>
  Promise.all([whyOf(net.ask(requestOf(url, hosts))), whyOf(net.fetchAt({ hosts })(url))]);

test('the secret is there for whoever is not held back', async () => {
  await fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text());
  expect(connections).toBe(1);
  const net = createNet(realClock);
  const named = await net.ask(requestOf(`http://127.0.0.1:${port}/`, [`127.0.0.1:${port}`]));
  await net.close();
  expect(Buffer.from(named.bytes).toString()).toBe('SECRET');
  expect(connections).toBe(2);
});

describe.each(SPELLINGS)('this computer as %s is never reached', (spelling) => {
  const urlOf = (): string => `http://${spelling}:${port}/`;
  const hostOf = (): string => new URL(urlOf()).hostname;

  test('directly', async () => {
    const before = connections;
    const why = await withNet(ownNames, (net) => ways(net, urlOf(), [hostOf()]));
    expect(why).toEqual(['local_address', 'local_address']);
    expect(connections).toBe(before);
  });

  test('through a redirect', async () => {
    const before = connections;
    target = encodeURI(urlOf()).replaceAll('%5B', '[').replaceAll('%5D', ']');
    const start = `127.0.0.1:${portOf(redirector)}`;
    const asked = requestOf(`http://${start}/`, [start, hostOf()]);
    expect(await withNet(ownNames, (net) => whyOf(net.ask(asked)))).toBe('local_address');
    expect(connections).toBe(before);
  });

  test('by a name that changes what it stands for', async () => {
    const before = connections;
    const { host } = placeOf(new URL(urlOf()));
    const local = host.startsWith('localhost') ? '127.0.0.1' : host;
    const family = local.includes(':') ? 6 : 4;
    let asks = 0;
    const resolve: Resolve = async () => {
      asks += 1;
      const mixed = [
        { address: PUBLIC, family: 4 },
        { address: local, family },
      ];
      return asks % 2 ? mixed : mixed.slice(1);
    };
    const url = `http://rebinding.test:${port}/`;
    const why = await withNet(resolve, async (net) => [
      ...(await ways(net, url, ['rebinding.test'])),
      ...(await ways(net, url, [`rebinding.test:${port}`])),
    ]);
    expect(why).toEqual(Array.from({ length: 4 }, () => 'local_address'));
    expect(asks).toBe(4);
    expect(connections).toBe(before);
  });
});

test('a name that pointed elsewhere a moment ago is judged again when it is asked again', async () => {
  const before = connections;
  const first = `moving:${portOf(redirector)}`;
  target = `http://moving:${port}/`;
  const hosts = [first, 'moving'];
  const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  const asked = requestOf(`http://${first}/`, hosts);
  expect(await withNet(resolve, (net) => whyOf(net.ask(asked)))).toBe('local_address');
  expect(connections).toBe(before);
});

test('an open connection to a named local place serves nobody who has not named it', async () => {
  const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  const net = createNet({ ...realClock, ports: [port], resolve });
  const url = `http://box:${port}/`;
  const named = await net.fetchAt({ hosts: [`box:${port}`] })(url);
  await named.text();
  const before = connections;
  expect(await whyOf(net.fetchAt({ hosts: ['box'] })(url))).toBe('local_address');
  expect(connections).toBe(before);
  await net.close();
});

test('no proxy of the surroundings is used', async () => {
  let asked = 0;
  const proxy = createSocketServer((socket) => {
    asked += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'];
  const before = names.map((name) => process.env[name]);
  for (const name of names) process.env[name] = address;
  try {
    const hosts = [`127.0.0.1:${port}`];
    const answer = await withNet(undefined, (net) =>
      net.ask(requestOf(`http://127.0.0.1:${port}/`, hosts)),
    );
    expect([answer.status, asked]).toEqual([200, 0]);
  } finally {
    for (const [i, name] of names.entries()) {
      if (before[i] === undefined) delete process.env[name];
      else process.env[name] = before[i];
    }
    proxy.close();
  }
});
