// Tool servers at an address: the reference server as others wrote it, and servers of our own
// making that speak the newer protocol, send us elsewhere, or answer what was never asked.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { afterEach, beforeAll, afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { everythingFile, openServers, toolCard, type ServerKit } from '../../e2e/kit/mcp-kit.ts';
import type { ToolServer } from '../4-run/ports.ts';

const open: ServerKit[] = [];
const listening: Server[] = [];
const kit = (...given: Parameters<typeof openServers>): ServerKit => {
  const one = openServers(...given);
  open.push(one);
  return one;
};
const at = (id: string, address: string, more: object = {}): ToolServer =>
  ({ id, title: id, transport: 'address', address, ...more }) as ToolServer;
const hostsOf = (address: string): { hosts: string[] } => ({ hosts: [new URL(address).host] });

/** A plain server; answers with its address and every request it saw. */
async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const seen: { url: string; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  listening.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/mcp`, seen };
}

/** A server that speaks the protocol of 2026, with a tool that says who it is. */
async function modern(name: string, description = 'Finds an order.') {
  const calls: string[] = [];
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name, version: '1.0.0' });
    server.registerTool(
      'lookup_order',
      {
        description,
        inputSchema: z.object({ id: z.string() }),
        outputSchema: z.object({ by: z.string(), id: z.string() }),
        annotations: { readOnlyHint: true },
      },
      async ({ id }) => {
        calls.push(id);
        const found = { by: name, id };
        return {
          content: [{ type: 'text', text: JSON.stringify(found) }],
          structuredContent: found,
        };
      },
    );
    return server;
  });
  const served = await listen((request, response) => {
    void (async () => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece as Buffer);
      const headers = new Headers(request.headers as Record<string, string>);
      const body = pieces.length ? { body: Buffer.concat(pieces) } : {};
      const { method = 'GET', url = '/' } = request;
      const asked = new Request(`http://127.0.0.1${url}`, { method, headers, ...body });
      const answer = await handler.fetch(asked);
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      if (answer.body) Readable.fromWeb(answer.body as ReadableStream).pipe(response);
      else response.end();
    })();
  });
  return { ...served, calls };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.end()));
  for (const server of listening.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('the reference server at an address', () => {
  let everything: ChildProcess;
  let address = '';
  beforeAll(async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    everything = spawn(process.execPath, [everythingFile, 'streamableHttp'], {
      env: { PATH: process.env['PATH'], PORT: String(port) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    address = `http://127.0.0.1:${port}/mcp`;
    await new Promise<void>((resolve) =>
      everything.stderr?.on('data', (text: Buffer) => {
        if (text.toString().includes('listening on port')) resolve();
      }),
    );
  });
  afterAll(() => void everything.kill('SIGKILL'));

  test('is called, after a person agreed to the address and to what it says', async () => {
    const one = kit([at('all', address)]);
    const sum = toolCard('all', 'get-sum', hostsOf(address));
    expect(await one.call(sum, { a: 2, b: 40 })).toMatchObject({
      failure: { code: 'failure.mcp_not_agreed' },
    });
    await one.trustAll('all');
    expect(await one.call(sum, { a: 2, b: 40 })).toMatchObject({
      ok: true,
      reply: { value: { text: 'The sum of 2 and 40 is 42.' } },
    });
  });

  test('is not reached by a card that does not list its address', async () => {
    const one = kit([at('all', address)]);
    await one.trustAll('all');
    for (const hosts of [[], ['127.0.0.1'], ['example.com'], ['127.0.0.1:1']])
      expect(await one.call(toolCard('all', 'get-sum', { hosts }), { a: 2, b: 40 })).toMatchObject({
        ok: false,
        failure: { code: 'failure.mcp_host' },
      });
  });
});

describe('a server of the newer protocol', () => {
  test('is called and answers with structure', async () => {
    const { address, calls } = await modern('one');
    const one = kit([at('shop', address)]);
    await one.trustAll('shop');
    const card = toolCard('shop', 'lookup_order', hostsOf(address));
    expect(await one.call(card, { id: 'A1' })).toMatchObject({
      ok: true,
      reply: { value: { by: 'one', id: 'A1' } },
    });
    expect(await one.call(card, {})).toMatchObject({
      ok: false,
      failure: { code: 'failure.tool_said' },
    });
    expect(calls).toEqual(['A1']);
  });

  test('and another one never mix their answers, though they count alike', async () => {
    const [first, second] = [await modern('one'), await modern('two')];
    const one = kit([at('first', first.address), at('second', second.address)]);
    await one.trustAll('first');
    await one.trustAll('second');
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const [id, { address }] =
          i % 2 ? (['first', first] as const) : (['second', second] as const);
        const card = toolCard(id, 'lookup_order', hostsOf(address));
        return [id, await one.call(card, { id: `A${i}` })] as const;
      }),
    );
    for (const [i, [id, answer]] of answers.entries())
      expect(answer).toMatchObject({
        ok: true,
        reply: { value: { by: id === 'first' ? 'one' : 'two', id: `A${i}` } },
      });
  });

  test('gets the secret it names in a header, and is not asked without it', async () => {
    const { address, seen } = await modern('one');
    const named = [at('shop', address, { secret: 'shop_key' })];
    const poor = kit(named);
    const [view] = await poor.describe(poor.named);
    await poor.agree(poor.named, 'shop', view?.hash ?? '', 'mia');
    const card = toolCard('shop', 'lookup_order', hostsOf(address));
    expect(await poor.call(card, { id: 'A1' })).toMatchObject({
      failure: { kind: 'needs_human', code: 'failure.mcp_secret', params: { name: 'shop_key' } },
    });
    expect(seen).toEqual([]);
    const rich = kit(named, { secrets: { shop_key: 'k-canary' } });
    await rich.trustAll('shop');
    expect(await rich.call(card, { id: 'A1' })).toMatchObject({ ok: true });
    expect(seen.every(({ headers }) => headers.authorization === 'Bearer k-canary')).toBe(true);
  });
});

describe('an address', () => {
  const trusted = async (address: string, secrets: Record<string, string> = {}) => {
    const one = kit([at('shop', address, { secret: 'shop_key' })], {
      secrets: { shop_key: 'k-canary', ...secrets },
    });
    const [view] = await one.describe(one.named);
    await one.agree(one.named, 'shop', view?.hash ?? '', 'mia');
    return one.call(toolCard('shop', 'lookup_order', hostsOf(address)), { id: 'A1' });
  };

  test('that sends us elsewhere is not followed, and no key arrives there', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      const away = await modern('thief');
      const { address } = await listen((_request, response) => {
        response.writeHead(status, { location: away.address }).end();
      });
      expect(await trusted(address)).toMatchObject({ ok: false });
      expect(away.seen).toEqual([]);
    }
  });

  test('that does not accept our key is a failure that says so', async () => {
    const { address } = await listen((_request, response) => {
      response.writeHead(401).end('no');
    });
    expect(await trusted(address)).toMatchObject({
      ok: false,
      failure: { kind: 'terminal', code: 'failure.mcp_key' },
    });
  });

  test('where nobody listens, or that hangs up, has not been called and may be tried again', async () => {
    const { address } = await listen((request) => void request.socket.destroy());
    expect(await trusted(address)).toMatchObject({ ok: false, failure: { kind: 'retryable' } });
    expect(await trusted('http://127.0.0.1:1/mcp')).toMatchObject({
      ok: false,
      failure: { kind: 'retryable', code: 'failure.mcp_unreachable' },
    });
  });

  test('that answers with something else is no tool server', async () => {
    const { address } = await listen((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
    });
    expect(await trusted(address)).toMatchObject({ ok: false });
  });
});
