// Calling a model at any OpenAI-compatible address: one attempt, streamed, and always bounded.
// O1 one call makes one request; the library's own retries are off.
// O2 the answer is cut where it passes what was reserved for it, whatever the server was told.
// O3 the key leaves only in the request's header: never in a failure, never across a redirect.

import type OpenAI from 'openai';
import type { ModelEntry } from '../1-document/schema.ts';
import type { Answered, CallContext, Used } from '../4-run/ports.ts';
import { costNano } from '../budgets/money.ts';
import { priceOf } from '../budgets/prices.ts';
import type { Failure, ModelCall, ModelReply } from '../node.ts';
import { placeOf, placeText } from '../net/hosts.ts';
import { jsonIn, readAnswer } from '../prompts/answer.ts';
import { largestPart } from '../prompts/size.ts';
import { variableOf } from '../secrets/environment.ts';
import type { SecretPort } from '../secrets/port.ts';
import { failureOf, secretOf, type Broken } from './openai-failures.ts';
import { collect, type Collected } from './openai-stream.ts';
import { readCalls } from './tool-use.ts';
import { mostOutput, requestOf, type ChatRequest } from './request.ts';
import { watch, type Patience } from './watch.ts';

const DEFAULT_ADDRESS = 'https://api.openai.com/v1';

/** What the calls of one engine share: secrets, patience, and which servers take no schema. */
export type Line = {
  secrets: SecretPort;
  patience: Patience;
  /** Address and model of servers that refused a schema; they are asked in plain words. */
  plain: Set<string>;
  fetchAt?: FetchAt | undefined;
};

/** A `fetch` for some hosts, whose answers end after so many bytes. */
export type FetchAt = (options: {
  hosts: readonly string[];
  maxBytes?: number;
}) => (input: string | URL, init?: RequestInit) => Promise<Response>;

const NOTHING: Used = { modelCalls: 0, toolCalls: 0, tokens: 0, costNano: 0 };

/** The key of an entry; a failure when one is named (or needed) and cannot be had. */
async function keyFor(
  { secrets }: Line,
  entry: ModelEntry,
  run: string,
): Promise<{ key: string } | { failure: Failure }> {
  if (entry.secret === undefined && entry.address !== undefined) return { key: 'none' };
  const name = secretOf(entry);
  const place = placeOf(new URL(entry.address ?? DEFAULT_ADDRESS));
  const read = await secrets.read({ name, place, by: 'model', run });
  if (read.ok) return { key: read.value };
  const { code, params = {} } = read.wrong;
  if (code !== 'failure.secret_missing') return { failure: { kind: 'terminal', code, params } };
  const missing = { secret: name, variable: variableOf(name), model: entry.model };
  return { failure: { kind: 'terminal', code: 'failure.model_key_missing', params: missing } };
}

/** Loaded with the first call: practising never needs it. */
async function clientFor(
  { fetchAt }: Line,
  entry: ModelEntry,
  apiKey: string,
  most: number,
): Promise<OpenAI> {
  const { default: Client } = await import('openai');
  // Named with its port, so that a model on this computer is reached exactly where it was set up.
  const host = placeText(placeOf(new URL(entry.address ?? DEFAULT_ADDRESS)));
  const maxBytes = FRAME_BYTES * (most + 1000);
  const out = fetchAt?.({ hosts: [host], maxBytes });
  return new Client({
    apiKey,
    baseURL: entry.address ?? DEFAULT_ADDRESS,
    organization: null,
    project: null,
    maxRetries: 0, // O1
    logLevel: 'off',
    fetchOptions: { redirect: 'manual' }, // O3
    ...(out ? { fetch: (input, init) => out(urlOf(input), init) } : {}),
  });
}

/** What a token costs on the wire at most, wrapped as it comes (O2). */
const FRAME_BYTES = 1000;
const urlOf = (input: string | URL | Request): string | URL =>
  input instanceof Request ? input.url : input;

/** Tokens and money of an attempt; a provider that says nothing leaves the cost unknown. */
function usedOf(entry: ModelEntry, collected: Partial<Collected>, given: number): Used {
  const { usage } = collected;
  if (!usage) return { ...NOTHING, modelCalls: 1, costNano: null };
  const price = priceOf(entry);
  return {
    modelCalls: 1,
    toolCalls: 0,
    tokens: usage.input + usage.output,
    costNano: price ? costNano(price, usage.input, usage.output) : null,
    ...(usage.output > given ? { over: { given, said: usage.output } } : {}),
  };
}

/** What a complete answer amounts to: a reply, or what is wrong with it. */
function readReply(call: ModelCall, collected: Collected): ModelReply | Broken {
  const { text, finish, refusal } = collected;
  if (collected.isCut || finish === 'length') return { broken: 'truncated' };
  if (refusal !== '' || finish === 'content_filter') return { broken: 'refused' };
  if (finish === undefined) return { broken: 'stream' };
  const called = readCalls(call.task, collected.calls);
  if (called) return 'reply' in called ? called.reply : called;
  if (text.trim() === '') return { broken: 'empty' };
  const read = readAnswer(call.task, jsonIn(text), 'self');
  return 'reply' in read ? read.reply : { broken: 'misfit', field: read.wrong };
}

/** One attempt at one call. Never rejects. */
export async function callOpenAi(
  line: Line,
  call: ModelCall,
  entry: ModelEntry,
  ctx: CallContext,
): Promise<Answered<ModelReply>> {
  const found = await keyFor(line, entry, ctx.run);
  if ('failure' in found) return { ok: false, failure: found.failure, used: NOTHING };
  const about = {
    entry,
    key: found.key,
    at: ctx.at,
    most: mostOutput(call, entry),
    part: () => largestPart(call.task),
  };
  const server = `${entry.address ?? DEFAULT_ADDRESS} ${entry.model}`;
  const watched = watch(ctx.signal, line.patience);
  const collected: Partial<Collected> = {};
  try {
    const client = await clientFor(line, entry, found.key, about.most);
    const request = requestOf(call, entry, line.plain.has(server));
    await receive(client, request, watched, collected);
    const reply = readReply(call, collected as Collected);
    const used = usedOf(entry, collected, about.most);
    if (!('broken' in reply)) return { ok: true, reply, used };
    return { ok: false, used, ...failureOf(reply, about) };
  } catch (error) {
    const ended = watched.why();
    const begun = collected.text !== undefined;
    const broken = ended ? { broken: ended } : { broken: 'thrown' as const, error, begun };
    const failed = failureOf(broken, about);
    if (failed.plain) line.plain.add(server);
    const used = failed.free ? { ...NOTHING, modelCalls: 1 } : usedOf(entry, collected, about.most);
    return { ok: false, used, ...failed };
  } finally {
    watched.end();
  }
}

async function receive(
  client: OpenAI,
  request: ChatRequest,
  watched: ReturnType<typeof watch>,
  into: Partial<Collected>,
): Promise<void> {
  const stream = await client.chat.completions.create(request, { signal: watched.signal });
  await collect(stream, request.max_completion_tokens, watched.heard, into); // O2
}
