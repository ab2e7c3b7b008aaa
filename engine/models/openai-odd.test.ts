// Servers that only look like a model: pages, nonsense in the stream, usage nobody can believe.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { ModelCall } from '../node.ts';
import { createModels } from './models.ts';
import { retryAfter } from './openai-failures.ts';

const call: ModelCall = {
  kind: 'model',
  role: 'fast',
  maxOutputTokens: 20,
  task: { do: 'draft', instructions: 'Write', data: {} },
};

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
});

async function askOf(listener: RequestListener, price?: { input: number; output: number }) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return createModels({ env: {} }).call(
    call,
    {
      provider: 'openai',
      address: `http://127.0.0.1:${port}/v1`,
      model: 'm',
      maxOutput: 100,
      price,
    },
    {
      key: 'k',
      run: 'r',
      step: 's',
      visit: 1,
      signal: new AbortController().signal,
      at: 0,
      attempt: 1,
    },
  );
}

const piece = (content: string, finish: string | null = null): string =>
  `data: ${JSON.stringify({
    id: '1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta: { content }, finish_reason: finish }],
  })}\n\n`;
const RIGHT = JSON.stringify({
  reason: '',
  answer: { text: 'Hi' },
  confidence: 1,
  does_not_know: false,
});
const streaming =
  (...parts: string[]): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const part of parts) response.write(part);
    response.end();
  };

test('a page instead of an answer is not an answer', async () => {
  const page: RequestListener = (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to nginx</h1>');
  expect(await askOf(page)).toMatchObject({
    ok: false,
    failure: { kind: 'retryable', code: 'failure.model_stream' },
  });
});

test('nonsense in the stream is a failure that may go better', async () => {
  const answered = await askOf(streaming(piece('{"re'), 'data: {not json}\n\n'));
  expect(answered).toMatchObject({ ok: false, failure: { code: 'failure.model_stream' } });
});

test('an error in the middle of the stream is a failure', async () => {
  const answered = await askOf(streaming(piece('{"re'), 'data: {"error":{"message":"boom"}}\n\n'));
  expect(answered).toMatchObject({ ok: false, failure: { code: 'failure.model_stream' } });
});

test('the key goes into the header and nowhere else', async () => {
  const seen: string[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      seen.push(String(request.headers['authorization']), body, String(request.url));
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answered = await createModels({ env: { INTERLOCK_SECRET_ONE: 'geheim-1' } }).call(
    call,
    {
      provider: 'openai',
      address: `http://127.0.0.1:${port}/v1`,
      model: 'm',
      secret: 'one',
      maxOutput: 9,
    },
    {
      key: 'k',
      run: 'r',
      step: 's',
      visit: 1,
      signal: new AbortController().signal,
      at: 0,
      attempt: 1,
    },
  );
  expect(seen[0]).toBe('Bearer geheim-1');
  expect(`${seen[1]}${seen[2]}${JSON.stringify(answered)}`).not.toContain('geheim-1');
});

test('an answer without usage has no known cost', async () => {
  const answered = await askOf(streaming(piece(RIGHT, 'stop'), 'data: [DONE]\n\n'), {
    input: 1,
    output: 1,
  });
  expect(answered).toMatchObject({ ok: true, used: { modelCalls: 1, costNano: null } });
});

test.each(['-5', '1e999', '"many"', '1.5'])('usage of %s is not believed', async (n) => {
  const usage = `data: {"choices":[],"usage":{"prompt_tokens":${n},"completion_tokens":3}}\n\n`;
  const answered = await askOf(streaming(piece(RIGHT, 'stop'), usage), { input: 1, output: 1 });
  expect(answered.used).toEqual({ modelCalls: 1, toolCalls: 0, tokens: 0, costNano: null });
});

test('a server that ignores the maximum is cut where the reserve ends', async () => {
  let sent = 0;
  const endless: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const timer = setInterval(() => response.write(piece('word ')) && (sent += 1), 2);
    response.on('close', () => clearInterval(timer));
  };
  const answered = await askOf(endless);
  expect(answered).toMatchObject({
    ok: false,
    failure: { code: 'failure.model_truncated' },
    used: { costNano: null },
  });
  expect(sent).toBeLessThan(200);
});

test('one piece with far too much text is cut too', async () => {
  const answered = await askOf(streaming(piece('x'.repeat(100_000), 'stop')));
  expect(answered).toMatchObject({ ok: false, failure: { code: 'failure.model_truncated' } });
});

test('a key never follows to another address', async () => {
  let followed = 0;
  const moving: RequestListener = (request, response) => {
    if (request.url?.startsWith('/elsewhere')) followed += 1;
    response.writeHead(307, { location: '/elsewhere' }).end();
  };
  const answered = await askOf(moving);
  expect(answered).toMatchObject({
    ok: false,
    failure: { kind: 'terminal', code: 'failure.model_moved' },
  });
  expect(followed).toBe(0);
});

test('what a server says is quoted short, on one line and without control signs', async () => {
  const rude: RequestListener = (_request, response) =>
    void response
      .writeHead(400, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error: { message: `a\u0007b\n\u202ec ${'y'.repeat(999)}` } }));
  const answered = await askOf(rude);
  expect(answered).toMatchObject({ ok: false, failure: { code: 'failure.model_rejected' } });
  if (answered.ok) return;
  const said = String(answered.failure.params?.['said']);
  expect(said.length).toBeLessThanOrEqual(160);
  expect(said).not.toMatch(/\p{C}/u);
});

test('a time to come back is read in seconds or as a date, and anything else is not', () => {
  const at = Date.parse('2026-01-01T00:00:00Z');
  expect(retryAfter('5', at)).toBe(5000);
  expect(retryAfter('Thu, 01 Jan 2026 00:00:30 GMT', at)).toBe(30_000);
  expect(retryAfter('Wed, 31 Dec 2025 23:00:00 GMT', at)).toBe(0);
  for (const odd of ['', '-5', 'soon', '5 apples', null])
    expect(retryAfter(odd, at)).toBeUndefined();
});
