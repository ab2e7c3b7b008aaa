// What calling a real model promises, against an OpenAI-compatible server that others wrote.
import { LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ModelEntry } from '../1-document/schema.ts';
import { say } from '../base/text/say.ts';
import type { ModelCall } from '../node.ts';
import { createModels } from './models.ts';
import { bytesOf } from '../prompts/size.ts';

const KEY = 'sk-test-0123456789abcdef';
const env = { INTERLOCK_SECRET_MAIN: KEY };
const call: ModelCall = {
  kind: 'model',
  role: 'fast',
  maxOutputTokens: 300,
  task: {
    do: 'classify',
    instructions: 'Sort the letter.',
    text: 'Where is my parcel?',
    categories: [
      { id: 'late', name: 'Late', description: 'Something has not arrived' },
      { id: 'thanks', name: 'Thanks', description: 'Praise' },
    ],
  },
};
const RIGHT = {
  reason: 'parcel',
  answer: { category: 'late' },
  confidence: 0.9,
  does_not_know: false,
};
const USAGE = { prompt_tokens: 200, completion_tokens: 40, total_tokens: 240 };

let mock: LLMock;
let entry: ModelEntry;
beforeEach(async () => {
  mock = new LLMock({ port: 0, host: '127.0.0.1' });
  await mock.start();
  entry = {
    provider: 'openai',
    address: `${mock.url}/v1`,
    model: 'gpt-5-mini',
    secret: 'main',
    maxOutput: 1000,
    price: { input: 1, output: 4 },
  };
});
afterEach(() => mock.stop());

const ask = (over: Partial<ModelEntry> = {}, signal = new AbortController().signal) =>
  createModels({ env }).call(
    call,
    { ...entry, ...over },
    {
      key: 'k',
      run: 'r',
      step: 's',
      visit: 1,
      signal,
      at: 0,
      attempt: 1,
    },
  );

test('an answer carries the model’s own confidence and the billed usage', async () => {
  mock.onMessage(/parcel/, { content: JSON.stringify(RIGHT), usage: USAGE });
  const answered = await ask();
  expect(answered).toEqual({
    ok: true,
    reply: {
      answer: { category: 'late' },
      confidence: { share: 0.9, source: 'self' },
      reason: 'parcel',
    },
    used: { modelCalls: 1, toolCalls: 0, tokens: 240, costNano: 200_000 + 160_000 },
  });
});

test('a request is streamed, closed in shape, and bounded in length', async () => {
  mock.onMessage(/parcel/, { content: JSON.stringify(RIGHT) });
  await ask({ maxOutput: 120 });
  expect(mock.getLastRequest()?.body).toMatchObject({
    stream: true,
    stream_options: { include_usage: true },
    max_completion_tokens: 120,
    response_format: { type: 'json_schema', json_schema: { strict: true } },
  });
  expect(mock.getRequests()).toHaveLength(1);
});

test('the worst case covers the whole body that is sent', async () => {
  mock.onMessage(/parcel/, { content: JSON.stringify(RIGHT) });
  await ask();
  const body = mock.getLastRequest()?.body as Record<string, unknown>;
  const sent = Object.fromEntries(Object.entries(body).filter(([key]) => !key.startsWith('_')));
  const { inputTokens, outputTokens } = createModels({ env }).worst(call, entry);
  expect(inputTokens).toBeGreaterThanOrEqual(bytesOf(JSON.stringify(sent)));
  expect(outputTokens).toBe(300);
});

test('“I do not know” is an answer', async () => {
  mock.onMessage(/parcel/, {
    content: JSON.stringify({ ...RIGHT, answer: { category: null }, does_not_know: true }),
  });
  expect(await ask()).toMatchObject({ ok: true, reply: { answer: null, doesNotKnow: true } });
});

test('an answer in a fence or between words is read all the same', async () => {
  mock.onMessage(/parcel/, { content: `Sure!\n\`\`\`json\n${JSON.stringify(RIGHT)}\n\`\`\`` });
  expect(await ask()).toMatchObject({ ok: true, reply: { answer: { category: 'late' } } });
});

const WRONG: [name: string, content: string, code: string][] = [
  ['an id that was not offered', JSON.stringify({ ...RIGHT, answer: { category: 'x' } }), 'misfit'],
  ['a field nobody asked for', JSON.stringify({ ...RIGHT, order: 'delete everything' }), 'misfit'],
  ['no object at all', 'I would say: late.', 'misfit'],
  ['an empty answer', ' ', 'empty'],
];
test.each(WRONG)('%s is a failure, never a success', async (_name, content, code) => {
  mock.onMessage(/parcel/, { content, usage: USAGE });
  const answered = await ask();
  expect(answered).toMatchObject({ ok: false, failure: { code: `failure.model_${code}` } });
  expect(answered.used.tokens).toBe(240);
});

test('half an answer is not used', async () => {
  mock.onMessage(/parcel/, {
    content: JSON.stringify(RIGHT),
    finishReason: 'length',
    usage: USAGE,
  });
  expect(await ask()).toMatchObject({
    ok: false,
    failure: { kind: 'terminal', code: 'failure.model_truncated', params: { most: 300 } },
  });
});

test('a filtered answer is a refusal', async () => {
  mock.onMessage(/parcel/, { content: 'No.', finishReason: 'content_filter' });
  expect(await ask()).toMatchObject({ ok: false, failure: { code: 'failure.model_refused' } });
});

const STATUS: [status: number, kind: string, code: string][] = [
  [401, 'terminal', 'key'],
  [403, 'terminal', 'key'],
  [404, 'terminal', 'unknown'],
  [400, 'terminal', 'rejected'],
  [429, 'retryable', 'busy'],
  [500, 'retryable', 'down'],
  [503, 'retryable', 'down'],
];
test.each(STATUS)('an answer of %i is %s', async (status, kind, code) => {
  mock.onMessage(/parcel/, { error: { message: `no: ${KEY}`, type: 'x' }, status });
  const answered = await ask();
  expect(answered).toMatchObject({ ok: false, failure: { kind, code: `failure.model_${code}` } });
  expect(answered.used).toMatchObject({ modelCalls: 1, costNano: status < 500 ? 0 : null });
  expect(JSON.stringify(answered)).not.toContain(KEY);
  expect(mock.getRequests()).toHaveLength(1);
});

test('a busy server says when to come back', async () => {
  mock.onMessage(/parcel/, { error: { message: 'slow down' }, status: 429, retryAfter: 7 });
  expect(await ask()).toMatchObject({ ok: false, retryAfterMs: 7000 });
});

test('an account without credit is not worth another try', async () => {
  const error = { message: 'You exceeded your current quota', code: 'insufficient_quota' };
  mock.onMessage(/parcel/, { error, status: 429 });
  expect(await ask()).toMatchObject({ failure: { kind: 'terminal', code: 'failure.model_quota' } });
});

test('a server that takes no schema is asked in plain words the next time', async () => {
  mock.on(
    { userMessage: /parcel/, responseFormat: 'json_schema' },
    {
      error: { message: "'response_format' is not supported", type: 'invalid_request_error' },
      status: 400,
    },
  );
  mock.onMessage(/parcel/, { content: JSON.stringify(RIGHT) });
  const models = createModels({ env });
  const again = () =>
    models.call(call, entry, {
      key: 'k',
      run: 'r',
      step: 's',
      visit: 1,
      signal: new AbortController().signal,
      at: 0,
      attempt: 1,
    });
  expect(await again()).toMatchObject({
    ok: false,
    failure: { kind: 'retryable', code: 'failure.model_no_schema' },
  });
  expect(await again()).toMatchObject({ ok: true, reply: { answer: { category: 'late' } } });
});

test('a connection that breaks before an answer is retryable, its cost unknown', async () => {
  mock.onMessage(/parcel/, { content: JSON.stringify(RIGHT) });
  mock.setChaos({ disconnectRate: 1 });
  const answered = await ask();
  expect(answered).toMatchObject({ ok: false, failure: { kind: 'retryable' } });
  expect(answered.used.costNano).toBeNull();
});

test('a stream that is cut is not an answer, and its cost is unknown', async () => {
  const opts = { chunkSize: 5, truncateAfterChunks: 4, latency: 20 };
  mock.onMessage(/parcel/, { content: JSON.stringify(RIGHT), usage: USAGE }, opts);
  const answered = await ask();
  expect(answered).toMatchObject({
    ok: false,
    failure: { kind: 'retryable', code: 'failure.model_stream' },
  });
  expect(answered.used.costNano).toBeNull();
});

test('a key that is not there is named, and nothing is sent', async () => {
  const answered = await ask({ secret: 'backup_account' });
  expect(answered).toMatchObject({
    ok: false,
    used: { modelCalls: 0, costNano: 0 },
    failure: { kind: 'terminal', code: 'failure.model_key_missing' },
  });
  if (answered.ok) return;
  const { code, params } = answered.failure;
  expect(say('en', code, params)).toContain('“backup_account”');
  expect(say('en', `${code}.help`, params)).toContain('INTERLOCK_SECRET_BACKUP_ACCOUNT');
  expect(mock.getRequests()).toHaveLength(0);
});

test('a model on one’s own address needs no key', async () => {
  mock.onMessage(/parcel/, { content: JSON.stringify(RIGHT) });
  expect(await ask({ secret: undefined })).toMatchObject({ ok: true });
});

test('an address where nobody answers is a plain sentence and costs nothing', async () => {
  await mock.stop();
  const answered = await ask();
  await mock.start();
  expect(answered).toMatchObject({
    ok: false,
    failure: {
      kind: 'retryable',
      code: 'failure.model_unreachable',
      params: { address: new URL(entry.address ?? '').host },
    },
    used: { costNano: 0 },
  });
});

test('a call that is ended from outside ends at once', async () => {
  mock.onMessage(/parcel/, { content: JSON.stringify(RIGHT) }, { latency: 20_000 });
  const stop = new AbortController();
  const began = performance.now();
  setTimeout(() => stop.abort(), 50);
  const answered = await ask({}, stop.signal);
  expect(answered).toMatchObject({ ok: false, failure: { code: 'failure.model_stopped' } });
  expect(answered.used.costNano).toBeNull();
  expect(performance.now() - began).toBeLessThan(2000);
});

test('a model that keeps us waiting is given up', async () => {
  mock.onMessage(/parcel/, { content: JSON.stringify(RIGHT) }, { latency: 20_000 });
  const patience = { firstMs: 80, idleMs: 80, totalMs: 400 };
  const answered = await createModels({ env, patience }).call(call, entry, {
    key: 'k',
    run: 'r',
    step: 's',
    visit: 1,
    signal: new AbortController().signal,
    at: 0,
    attempt: 1,
  });
  expect(answered).toMatchObject({ ok: false, failure: { code: 'failure.model_slow' } });
});
