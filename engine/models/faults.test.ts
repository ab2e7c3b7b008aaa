// Everything a model's address can do to us, as a table: each fault has a name, costs what is owed,
// and is never taken for an answer. One call is one request.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chaosBefore, type Chaos, type Fault } from '../../e2e/kit/chaos.ts';
import type { ModelEntry } from '../1-document/schema.ts';
import { realClock } from '../4-run/clock.ts';
import type { Answered } from '../4-run/ports.ts';
import { say } from '../base/text/say.ts';
import type { ModelCall, ModelReply } from '../node.ts';
import { createNet } from '../net/safe-fetch.ts';
import { createModels } from './models.ts';
import type { Patience } from './watch.ts';

const SHORT: Patience = { firstMs: 300, idleMs: 300, totalMs: 1500 };
const LONG: Patience = { firstMs: 60_000, idleMs: 60_000, totalMs: 60_000 };
const draft: ModelCall = {
  kind: 'model',
  role: 'fast',
  maxOutputTokens: 300,
  task: { do: 'draft', instructions: 'Write', data: { about: 'parcel' } },
};
const tool: ModelCall = {
  ...draft,
  task: {
    do: 'use_tool',
    instructions: 'Refund what was promised.',
    data: { letter: 'parcel' },
    tool: {
      name: 'refund',
      title: 'Refund',
      description: 'Pays money back.',
      fields: [{ id: 'amount', label: 'Amount', kind: 'number', required: true }],
    },
  },
};
const TEXT = 'Grüße aus Kōbe: 你好 🙂';
const RIGHT = { reason: '', answer: { text: TEXT }, confidence: 0.9, does_not_know: false };
const USAGE = { prompt_tokens: 200, completion_tokens: 40, total_tokens: 240 };
const PRICE = { input: 1, output: 4 };

const entryAt = (url: string, more: Partial<ModelEntry> = {}): ModelEntry => ({
  provider: 'openai',
  address: `${url}/v1`,
  model: 'm',
  maxOutput: 1000,
  price: PRICE,
  ...more,
});
/** The product's own way out of this computer. */
const net = createNet({ after: realClock.after });
const ask = (entry: ModelEntry, call = draft, patience = LONG): Promise<Answered<ModelReply>> =>
  createModels({ env: {}, patience, fetchAt: net.fetchAt }).call(call, entry, {
    key: 'k',
    run: 'r',
    step: 's',
    visit: 1,
    signal: new AbortController().signal,
    at: Date.UTC(2026, 0, 5),
    attempt: 1,
  });
const codeOf = (answered: Answered<ModelReply>): string =>
  answered.ok ? 'ok' : answered.failure.code.replace('failure.', '');
/** Every failure has its sentence and its help, with every placeholder filled in. */
function isSaid(answered: Answered<ModelReply>): void {
  if (answered.ok) return;
  const { code, params } = answered.failure;
  for (const part of [code, `${code}.help`]) {
    expect(say('en', part, params)).not.toBe(part);
    expect(say('en', part, params)).not.toMatch(/\{\w+/);
  }
}

let mock: LLMock;
let chaos: Chaos;
beforeAll(async () => {
  mock = new LLMock({ port: 0, host: '127.0.0.1', chunkSize: 8 });
  await mock.start();
});
afterAll(() => mock.stop());
beforeEach(async () => {
  mock.reset();
  chaos = await chaosBefore(Number(new URL(mock.url).port));
});
afterEach(() => chaos.end());
afterAll(() => net.close());
const says = (content: unknown, more: object = {}): void =>
  void mock.onMessage(/parcel/, { content: JSON.stringify(content), usage: USAGE, ...more });

describe('a bad line (38–41)', () => {
  test.each(['where nobody listens', 'with a name nobody knows'])(
    'an address %s is a failure that costs nothing',
    async (which) => {
      await chaos.end();
      const url = which === 'where nobody listens' ? chaos.url : 'http://no.such.name.invalid';
      const answered = await ask(entryAt(url));
      expect(codeOf(answered)).toBe('model_unreachable');
      expect(answered).toMatchObject({ failure: { kind: 'retryable' }, used: { costNano: 0 } });
      isSaid(answered);
    },
  );

  test('an address that speaks no TLS is not reached', async () => {
    const answered = await ask(entryAt(mock.url.replace('http:', 'https:')));
    expect(codeOf(answered)).toBe('model_unreachable');
    isSaid(answered);
  });

  const BAD: [string, Fault, string][] = [
    ['silence', { do: 'hang' }, 'model_slow'],
    ['one byte at a time', { do: 'drip', everyMs: 20 }, 'model_slow'],
    ['a reset in the middle of the answer', { do: 'reset', after: 900 }, 'model_stream'],
    ['half a frame and then the end', { do: 'cut', after: 900 }, 'model_stream'],
  ];
  test.each(BAD)('%s is a failure, its cost the worst case', async (_name, fault, code) => {
    says(RIGHT);
    chaos.fault(fault);
    const patience = code === 'model_slow' ? SHORT : LONG;
    const answered = await ask(entryAt(chaos.url), draft, patience);
    expect(codeOf(answered)).toBe(code);
    expect(answered).toMatchObject({ failure: { kind: 'retryable' }, used: { costNano: null } });
    expect(chaos.connections()).toBe(1);
    isSaid(answered);
  });

  test.each([1, 3, 7])(
    'an answer cut into pieces of %i bytes arrives as it was sent',
    async (bytes) => {
      says(RIGHT);
      chaos.fault({ do: 'split', bytes });
      expect(await ask(entryAt(chaos.url))).toMatchObject({
        ok: true,
        reply: { answer: { text: TEXT } },
      });
    },
  );
});

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});
async function serving(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const answering =
  (status: number, headers: Record<string, string>, body: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);
const JSON_TYPE = { 'content-type': 'application/json' };
const SSE = { 'content-type': 'text/event-stream' };
const frame = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;
const chunk = (delta: object, finish: string | null = null): string =>
  frame({
    id: '1',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finish }],
  });

describe('refusals of the server (42)', () => {
  const AFTER: [string, number | undefined][] = [
    ['0', 0],
    ['5', 5000],
    ['3600', 3_600_000],
    ['Mon, 05 Jan 2026 00:00:30 GMT', 30_000],
    ['Sun, 04 Jan 2026 00:00:30 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1e9', undefined],
  ];
  test.each(AFTER)('busy, with Retry-After: %s', async (header, ms) => {
    let n = 0;
    const url = await serving((request, response) => {
      n += 1;
      answering(
        429,
        { ...JSON_TYPE, 'retry-after': header },
        '{"error":{"message":"slow"}}',
      )(request, response);
    });
    const answered = await ask(entryAt(url));
    expect(codeOf(answered)).toBe('model_busy');
    expect('retryAfterMs' in answered ? answered.retryAfterMs : undefined).toBe(ms);
    expect(answered.used.costNano).toBe(0);
    expect(n).toBe(1); // the library's own tries are off
  });

  test.each([500, 502, 503, 529])(
    'an answer of %i may go better, and was made once',
    async (status) => {
      let n = 0;
      const url = await serving((request, response) => {
        n += 1;
        answering(status, JSON_TYPE, '{}')(request, response);
      });
      const answered = await ask(entryAt(url));
      expect(answered).toMatchObject({
        failure: { kind: 'retryable', code: 'failure.model_down' },
      });
      expect(n).toBe(1);
      isSaid(answered);
    },
  );

  test('a request over the window is named, with what it is mostly made of (48)', async () => {
    const message = "This model's maximum context length is 8192 tokens.";
    const body = JSON.stringify({ error: { message, code: 'context_length_exceeded' } });
    const url = await serving(answering(400, JSON_TYPE, body));
    const answered = await ask(entryAt(url));
    expect(answered).toMatchObject({
      failure: { kind: 'terminal', code: 'failure.model_too_long', params: { part: 'about' } },
      used: { costNano: 0 },
    });
    isSaid(answered);
  });
});

describe('answers that are none (43, 44)', () => {
  const DONE = 'data: [DONE]\n\n';
  const whole = chunk({ content: JSON.stringify(RIGHT) }, 'stop');
  const NONE: [string, Record<string, string>, string, string][] = [
    ['a page', { 'content-type': 'text/html' }, '<html><h1>Welcome</h1></html>', 'model_stream'],
    ['nothing at all', SSE, '', 'model_stream'],
    ['an empty answer', SSE, chunk({ content: '' }, 'stop') + DONE, 'model_empty'],
    ['another shape', SSE, chunk({ content: '{"mood":"fine"}' }, 'stop') + DONE, 'model_misfit'],
    ['half of the answer', SSE, chunk({ content: '{"reason"' }, 'length'), 'model_truncated'],
    ['a filtered answer', SSE, chunk({ content: 'No' }, 'content_filter'), 'model_refused'],
    ['a refusal', SSE, chunk({ refusal: 'I will not.' }, 'stop'), 'model_refused'],
    ['an error inside', SSE, frame({ error: { message: 'boom' } }), 'model_stream'],
  ];
  test.each(NONE)('%s', async (_name, headers, body, code) => {
    const answered = await ask(entryAt(await serving(answering(200, headers, body))));
    expect(codeOf(answered)).toBe(code);
    expect(answered.used.costNano).toBeNull(); // nobody said what it cost: the worst case
    isSaid(answered);
  });

  test.each(['-5', '1e999', '"many"', '1.5', '1e15', 'null'])(
    'usage of %s is not believed, and the worst case stands',
    async (n) => {
      const usage = `data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":${n}}}\n\n`;
      const url = await serving(answering(200, SSE, whole + usage));
      expect((await ask(entryAt(url))).used).toEqual({
        modelCalls: 1,
        toolCalls: 0,
        tokens: 0,
        costNano: null,
      });
    },
  );

  test('a model that says it used more than it was given is found out', async () => {
    const usage = frame({ choices: [], usage: { prompt_tokens: 10, completion_tokens: 900 } });
    const url = await serving(answering(200, SSE, whole + usage));
    expect((await ask(entryAt(url))).used.over).toEqual({ given: 300, said: 900 });
  });

  test('a very long or wild text is cut where its reserve ends, or kept as text (49)', async () => {
    const wild = '\u202Eevil\u202C \u001B[31mred\u001B[0m <script>alert(1)</script> ![](x)';
    const right = { ...RIGHT, answer: { text: wild } };
    const url = await serving(
      answering(200, SSE, chunk({ content: JSON.stringify(right) }, 'stop')),
    );
    expect(await ask(entryAt(url))).toMatchObject({ reply: { answer: { text: wild } } });
    const huge = await serving(answering(200, SSE, chunk({ content: 'x'.repeat(20_000_000) })));
    expect(codeOf(await ask(entryAt(huge)))).toBe('model_truncated');
  });
});

describe('calls that nobody asked for (45, 46)', () => {
  const piece = (index: number, name: string, args: string, id = `c${index}`): string =>
    chunk({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: args } }] });
  const end = chunk({}, 'tool_calls');
  const deep = `{"amount":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
  const MADE_UP: [string, string, string][] = [
    ['two calls', piece(0, 'refund', '{}') + piece(1, 'refund', '{}'), 'hallucinated_tool_use'],
    [
      'two calls under one number',
      piece(0, 'refund', '{}', 'a') + piece(0, 'refund', '{}', 'b'),
      'hallucinated_tool_use',
    ],
    ['a name twice', piece(0, 'refund', '{"amount":1,"amount":2}'), 'hallucinated_arguments'],
    ['a forbidden name', piece(0, 'refund', '{"__proto__":{"x":1}}'), 'hallucinated_arguments'],
    ['no JSON', piece(0, 'refund', '{"amount":'), 'hallucinated_arguments'],
    ['no number', piece(0, 'refund', '{"amount":NaN}'), 'hallucinated_arguments'],
    ['half a character', piece(0, 'refund', '{"a":"\\ud800"}'), 'hallucinated_arguments'],
    ['a list', piece(0, 'refund', '[1]'), 'hallucinated_arguments'],
  ];
  test.each(MADE_UP)('%s is made up and carries nothing', async (_name, body, code) => {
    const answered = await ask(entryAt(await serving(answering(200, SSE, body + end))), tool);
    expect(codeOf(answered)).toBe(code);
    expect(answered).toMatchObject({ failure: { kind: 'retryable' } });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    isSaid(answered);
  });

  test('ten thousand brackets are refused without breaking anything', async () => {
    const roomy = { ...tool, maxOutputTokens: 10_000 };
    const url = await serving(answering(200, SSE, piece(0, 'refund', deep) + end));
    expect(codeOf(await ask(entryAt(url, { maxOutput: 10_000 }), roomy))).toBe(
      'hallucinated_arguments',
    );
  });

  test('a thousand calls and 50 MB of arguments end where the reserve ends', async () => {
    const many = Array.from({ length: 1000 }, (_x, i) => piece(i, 'refund', '{}')).join('');
    expect(codeOf(await ask(entryAt(await serving(answering(200, SSE, many + end))), tool))).toBe(
      'model_truncated',
    );
    server?.closeAllConnections();
    server?.close();
    const huge = piece(0, 'refund', `{"a":"${'x'.repeat(50_000_000)}"}`);
    expect(codeOf(await ask(entryAt(await serving(answering(200, SSE, huge + end))), tool))).toBe(
      'model_truncated',
    );
  });

  test('a call where no tool was offered is made up', async () => {
    const body = piece(0, 'delete_everything', '{}') + end;
    const answered = await ask(entryAt(await serving(answering(200, SSE, body))));
    expect(answered).toMatchObject({
      failure: { code: 'failure.hallucinated_tool_use', params: { n: 1, offered: 0 } },
    });
  });

  test('another tool’s name is handed on as it was written, for the step to judge', async () => {
    const body = piece(0, 'delete_everything', '{"amount":1}') + end;
    expect(await ask(entryAt(await serving(answering(200, SSE, body))), tool)).toMatchObject({
      ok: true,
      reply: { answer: { tool: 'delete_everything', args: { amount: 1 } } },
    });
  });

  test('one call of the tool that is offered is an answer, in its own form and in ours', async () => {
    mock.onMessage(/parcel/, {
      toolCalls: [{ name: 'refund', arguments: '{"amount":12.5}' }],
      usage: USAGE,
    });
    expect(await ask(entryAt(mock.url), tool)).toMatchObject({
      ok: true,
      reply: { answer: { tool: 'refund', args: { amount: 12.5 } } },
      used: { tokens: 240 },
    });
    expect(mock.getLastRequest()?.body).toMatchObject({
      tools: [{ type: 'function', function: { name: 'refund', strict: true } }],
      tool_choice: { type: 'function', function: { name: 'refund' } },
      parallel_tool_calls: false,
    });
    mock.reset();
    const ours = { ...RIGHT, answer: { args: { amount: 12.5 } } };
    mock.onMessage(/parcel/, { toolCalls: [{ name: 'refund', arguments: JSON.stringify(ours) }] });
    expect(await ask(entryAt(mock.url), tool)).toMatchObject({
      reply: {
        answer: { tool: 'refund', args: { amount: 12.5 } },
        confidence: { share: 0.9, source: 'self' },
      },
    });
  });

  test('“I do not know” is an answer to an offered tool, too', async () => {
    const lost = { ...RIGHT, answer: { args: { amount: null } }, does_not_know: true };
    mock.onMessage(/parcel/, { toolCalls: [{ name: 'refund', arguments: JSON.stringify(lost) }] });
    expect(await ask(entryAt(mock.url), tool)).toMatchObject({ reply: { doesNotKnow: true } });
  });

  test('what a tool says of itself is data, never an instruction', async () => {
    mock.onMessage(/parcel/, { toolCalls: [{ name: 'refund', arguments: '{"amount":1}' }] });
    await ask(entryAt(mock.url), tool);
    const body = JSON.stringify(mock.getLastRequest()?.body);
    const { messages, tools } = JSON.parse(body) as {
      messages: { role: string; content: string }[];
      tools: unknown;
    };
    expect(messages.find(({ role }) => role === 'system')?.content).not.toContain(
      'Pays money back',
    );
    expect(JSON.stringify(tools)).not.toContain('Pays money back');
    expect(messages.find(({ role }) => role === 'user')?.content).toContain('Pays money back');
  });
});
