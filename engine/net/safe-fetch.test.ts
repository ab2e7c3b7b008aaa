// What the way out promises besides never reaching this computer by surprise: the list of hosts
// holds, redirects carry nothing along, sizes and times are bounded, and an error says exactly
// whether the other side may have heard us.
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { SELF_SIGNED } from '../../e2e/kit/self-signed.ts';
import { realClock, simulatedClock } from '../4-run/clock.ts';
import { createNet, type Net, type NetRequest } from './safe-fetch.ts';
import type { NetError } from './net-error.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

type Answer = (asked: IncomingMessage, answer: ServerResponse) => unknown;
/** A server on this computer, as it is written in a list of hosts. */
async function serving(answer: Answer, make: (serve: RequestListener) => Server = createServer) {
  const server = make((asked, reply) => void answer(asked, reply));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function netFor(deps: Partial<Parameters<typeof createNet>[0]> = {}): Net {
  const net = createNet({ ...realClock, ...deps });
  ends.push(net.close);
  return net;
}

const requestOf = (url: string, more: Partial<NetRequest> = {}): NetRequest => ({
  url,
  hosts: [new URL(url).host],
  method: 'GET',
  headers: {},
  isFollowing: true,
  signal: new AbortController().signal,
  totalMs: 30_000,
  ...more,
});

const broken = (asked: Promise<unknown>): Promise<{ why: string; sent: boolean }> =>
  asked.then(
    () => ({ why: 'answered', sent: true }),
    ({ why, sent }: NetError) => ({ why, sent }),
  );

test('only hosts of the list are spoken to, and only on the ports it opens', async () => {
  const net = netFor({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
  const ask = (url: string, hosts: string[]) => broken(net.ask(requestOf(url, { hosts })));
  const refused = { why: 'host', sent: false };
  expect(await ask('http://other.test/', ['api.test'])).toEqual(refused);
  expect(await ask('http://api.test.evil.test/', ['api.test'])).toEqual(refused);
  expect(await ask('http://evil.api.test/', ['api.test'])).toEqual(refused);
  expect(await ask('http://api.test./', ['api.test'])).toEqual(refused);
  expect(await ask('http://api.test:8080/', ['api.test'])).toEqual(refused);
  expect(await ask('http://api.test:80/', ['api.test:8080'])).toEqual(refused);
  expect(await ask('http://api.test/', [])).toEqual(refused);
  const judged = { why: 'local_address', sent: false };
  expect(await ask('https://API.test/', ['api.test'])).toEqual(judged);
  expect(await ask('http://api.test:8080/', ['api.test:8080'])).toEqual(judged);
});

test('an address holds no name, no password and no other scheme', async () => {
  const net = netFor();
  for (const url of ['http://a:b@api.test/', 'http://a@api.test/', 'ftp://api.test/', 'file:///x'])
    expect(await broken(net.ask(requestOf(url, { hosts: ['api.test'] })))).toEqual({
      why: 'address_shape',
      sent: false,
    });
});

test.each([301, 302, 303, 307, 308])(
  'a redirect of %i to another origin carries no secret and no body along',
  async (status) => {
    const seen: { headers: IncomingMessage['headers']; method?: string; body: string }[] = [];
    const other = await serving(async (asked, answer) => {
      let body = '';
      for await (const piece of asked) body += String(piece);
      seen.push({ headers: asked.headers, method: asked.method ?? '', body });
      answer.end('there');
    });
    const first = await serving((_asked, answer) =>
      answer.writeHead(status, { location: `http://${other}/` }).end(),
    );
    const net = netFor();
    const secrets = { authorization: 'Bearer hush', 'x-api-key': 'hush' };
    const hosts = [first, other];
    const more = { hosts, secrets, headers: { 'x-plain': 'yes' } };
    await net.ask(requestOf(`http://${first}/`, more));
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers).toMatchObject({ 'x-plain': 'yes' });
    expect(JSON.stringify(seen)).not.toContain('hush');

    const posted = net.ask(
      requestOf(`http://${first}/`, { ...more, method: 'POST', body: 'hush' }),
    );
    if (status >= 307) {
      expect(await broken(posted)).toEqual({ why: 'redirects', sent: true });
      expect(seen).toHaveLength(1);
    } else {
      await posted;
      expect(seen[1]).toMatchObject({ method: 'GET', body: '' });
      expect(JSON.stringify(seen)).not.toContain('hush');
    }
  },
);

test('a redirect on the same origin keeps the secret, and the fourth is not followed', async () => {
  const seen: unknown[] = [];
  const host = await serving((asked, answer) => {
    seen.push(asked.headers.authorization);
    const left = Number(asked.url?.slice(1));
    if (left > 0) answer.writeHead(302, { location: `/${left - 1}` }).end();
    else answer.end('there');
  });
  const net = netFor();
  const secrets = { authorization: 'Bearer hush' };
  const there = await net.ask(requestOf(`http://${host}/3`, { secrets }));
  expect(Buffer.from(there.bytes).toString()).toBe('there');
  expect(seen).toEqual(Array.from({ length: 4 }, () => 'Bearer hush'));
  expect(await broken(net.ask(requestOf(`http://${host}/4`)))).toMatchObject({ why: 'redirects' });
});

test('a redirect to a host outside the list, or to another scheme, ends there', async () => {
  let target = 'http://other.test/';
  const host = await serving((_asked, answer) => answer.writeHead(302, { location: target }).end());
  const net = netFor();
  expect((await broken(net.ask(requestOf(`http://${host}/`)))).why).toBe('host');
  target = 'file:///etc/passwd';
  expect((await broken(net.ask(requestOf(`http://${host}/`)))).why).toBe('address_shape');
  target = `http://x:y@${host}/`;
  expect((await broken(net.ask(requestOf(`http://${host}/`)))).why).toBe('address_shape');
});

test('an answer over ten megabytes is given up while it comes, packed or not', async () => {
  const most = 10 * 1024 * 1024;
  const host = await serving((asked, answer) => {
    if (asked.url === '/packed') {
      answer.writeHead(200, { 'content-encoding': 'gzip' });
      return answer.end(gzipSync(Buffer.alloc(most + 1)));
    }
    answer.end(Buffer.alloc(most + (asked.url === '/over' ? 1 : 0)));
  });
  const net = netFor();
  expect((await net.ask(requestOf(`http://${host}/`))).bytes).toHaveLength(most);
  for (const way of ['over', 'packed'])
    expect(await broken(net.ask(requestOf(`http://${host}/${way}`)))).toEqual({
      why: 'large',
      sent: true,
    });
  const streamed = await net.fetchAt({ hosts: [host], maxBytes: 1000 })(`http://${host}/`);
  await expect(streamed.arrayBuffer()).rejects.toThrow('large');
});

test('what was surely never sent says so', async () => {
  const closed = createSocketServer();
  await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
  const place = `127.0.0.1:${(closed.address() as AddressInfo).port}`;
  await new Promise((done) => closed.close(done));
  const net = netFor({
    resolve: async () => {
      throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    },
  });
  expect(await broken(net.ask(requestOf(`http://${place}/`)))).toEqual({
    why: 'connect',
    sent: false,
  });
  expect(await broken(net.ask(requestOf('https://gone.test/')))).toEqual({
    why: 'no_such_host',
    sent: false,
  });
});

test('a certificate nobody vouches for ends the connection before anything is sent', async () => {
  let asked = 0;
  const host = await serving(
    (_asked, answer) => {
      asked += 1;
      answer.end();
    },
    (answer) => createTlsServer(SELF_SIGNED, answer) as unknown as Server,
  );
  const net = netFor();
  expect(await broken(net.ask(requestOf(`https://${host}/`)))).toEqual({
    why: 'certificate',
    sent: false,
  });
  expect(asked).toBe(0);
});

test('a connection that breaks after the request was handed to it may have done its work', async () => {
  let heard = 0;
  const host = await serving((asked) => {
    heard += 1;
    asked.socket.destroy();
  });
  const net = netFor();
  expect(
    await broken(net.ask(requestOf(`http://${host}/`, { method: 'POST', body: 'x' }))),
  ).toEqual({ why: 'broke', sent: true });
  expect(heard).toBe(1);
});

test('a server that never answers is given up at the deadline, and so is one that drips', async () => {
  const clock = simulatedClock();
  const heard = Promise.withResolvers<void>();
  const host = await serving((asked, answer) => {
    if (asked.url === '/drip') answer.writeHead(200).write('a');
    heard.resolve();
  });
  const net = netFor({ after: clock.after });
  const silent = broken(net.ask(requestOf(`http://${host}/`, { firstMs: 5000 })));
  await heard.promise;
  await clock.advance(5000);
  expect(await silent).toEqual({ why: 'slow', sent: true });
  const dripping = broken(net.ask(requestOf(`http://${host}/drip`, { totalMs: 20_000 })));
  await new Promise((done) => setImmediate(done));
  await clock.advance(20_000);
  expect((await dripping).why).toMatch(/slow|connect/);
});

test('a host that takes no connection is given up before anything was sent', async () => {
  const clock = simulatedClock();
  // A name server that never answers, as good as a host that never does.
  const net = netFor({ after: clock.after, resolve: () => new Promise(() => {}) });
  const asked = broken(net.ask(requestOf('https://far.test/', { connectMs: 1000 })));
  await clock.advance(1000);
  expect(await asked).toEqual({ why: 'connect', sent: false });
});

test('a caller that gives up ends the request at once', async () => {
  const abort = new AbortController();
  const host = await serving(() => abort.abort());
  const net = netFor();
  expect(await broken(net.ask(requestOf(`http://${host}/`, { signal: abort.signal })))).toEqual({
    why: 'stopped',
    sent: true,
  });
  expect(await broken(net.ask(requestOf(`http://${host}/`, { signal: abort.signal })))).toEqual({
    why: 'stopped',
    sent: false,
  });
});
