// What an answer over HTTP amounts to: a result, or a failure that says what can be done about it.
// HA1 an answer is a success only with an accepted status, the promised form and no word of error.
// HA2 what may go better by itself is retryable; what the other side refused is not.
// HA3 what a server says is quoted, short and printable; it is never our own word.

import { asText } from '../base/binding.ts';
import { isObject, partAt, type Json, type JsonObject } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import { retryAfter } from '../net/retry-after.ts';
import type { NetAnswer } from '../net/safe-fetch.ts';
import { failed, given, type Attempt } from './answer.ts';
import type { HttpOptions } from '../policy/http-options.ts';

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b|^text\/json\b/i;

/** Foreign words made short and printable (HA3). */
export const quoted = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);

const textOf = ({ bytes }: NetAnswer): string => new TextDecoder().decode(bytes);

function jsonOf(answer: NetAnswer): { value: Json } | undefined {
  try {
    return { value: JSON.parse(textOf(answer)) as Json };
  } catch {
    return undefined;
  }
}

/** The words a body uses for what went wrong, wherever servers usually put them. */
function words(body: Json): string {
  if (typeof body === 'string') return body;
  if (Array.isArray(body)) return words(body[0] ?? '');
  if (!isObject(body)) return '';
  for (const name of [
    'message',
    'error_description',
    'detail',
    'title',
    'error',
    'errors',
    'reason',
  ])
    if (Object.hasOwn(body, name) && body[name]) return words(body[name] ?? '');
  return '';
}

const said = (answer: NetAnswer): string => {
  const isJson = JSON_TYPE.test(answer.headers.get('content-type') ?? '');
  const body = isJson ? jsonOf(answer) : undefined;
  if (body) return quoted(words(body.value));
  const isText = /^text\/plain/i.test(answer.headers.get('content-type') ?? '');
  return isText ? quoted(textOf(answer)) : '';
};

/** An answer that was not accepted (HA2). */
function refusal(card: AuthorityCard, answer: NetAnswer, at: number): Attempt {
  const { status, headers } = answer;
  const params = { tool: card.title, status };
  const wait = retryAfter(headers.get('retry-after'), at);
  const after = wait === undefined ? {} : { retryAfterMs: wait };
  if (status < 400) return failed('terminal', 'failure.http_moved', { ...params, place: '' });
  if (status === 401 || status === 403)
    return failed('terminal', 'failure.http_key', { ...params, secret: card.secret ?? '' });
  if (status === 408 || status === 425 || status === 429)
    return { ...failed('retryable', 'failure.http_busy', params), ...after };
  if (status < 500)
    return failed('terminal', 'failure.http_refused', { ...params, said: said(answer) });
  return { ...failed('retryable', 'failure.http_down', params), ...after };
}

const isNothing = (x: Json | undefined): boolean =>
  x === undefined || x === null || x === false || x === '' || (Array.isArray(x) && !x.length);

/** The word of error in an accepted answer; undefined where there is none (HA1). */
function errorIn(card: AuthorityCard, body: Json, options: HttpOptions): string | undefined {
  if (options.errorAt !== undefined) {
    const part = partAt(body, options.errorAt);
    return isNothing(part) ? undefined : quoted(words(part ?? '') || asText(part ?? null));
  }
  if (!isObject(body)) return undefined;
  // What the card takes as a result is a fact to work with, not a word about the call.
  const results = options.result ? Object.values(options.result) : card.result.map(({ id }) => id);
  const own = (name: string): Json | undefined =>
    Object.hasOwn(body, name) && !results.includes(name) ? body[name] : undefined;
  const isBad =
    !isNothing(own('error')) ||
    !isNothing(own('errors')) ||
    own('success') === false ||
    own('ok') === false ||
    /^(error|fail|failed|failure)$/i.test(asText(own('status') ?? ''));
  return isBad ? quoted(words(body)) : undefined;
}

/** The declared parts of an answer, by field. */
function mapped(card: AuthorityCard, options: HttpOptions, body: Json): Json {
  if (options.result) {
    const parts = Object.entries(options.result).flatMap(([field, path]) => {
      const value = partAt(body, path);
      return value === undefined ? [] : [[field, value] as const];
    });
    return Object.fromEntries(parts);
  }
  const [only, ...more] = card.result;
  return !isObject(body) && only && !more.length ? { [only.id]: body } : body;
}

/** When the answer was true, as its own part says or else its date. */
function asOfOf(options: HttpOptions, body: Json, answer: NetAnswer): { asOf?: string } {
  const text =
    options.asOf === undefined
      ? answer.headers.get('date')
      : asText(partAt(body, options.asOf) ?? null);
  const at = Date.parse(text ?? '');
  return Number.isFinite(at) ? { asOf: new Date(at).toISOString() } : {};
}

/**
 * What a call's answer came to. `at`: milliseconds, for what servers say about when to come back.
 */
export function readAnswer(
  card: AuthorityCard,
  options: HttpOptions,
  answer: NetAnswer,
  at: number,
): Attempt {
  const { status, headers, bytes } = answer;
  const tool = card.title;
  const empty = failed('terminal', 'failure.http_empty', { tool, status });
  if (status < 200 || status > 299) return refusal(card, answer, at);
  if (!bytes.length) return isPromised(card, status) ? empty : given({ value: {} });
  const type = headers.get('content-type') ?? '';
  const body = JSON_TYPE.test(type) ? jsonOf(answer) : undefined;
  if (!body) {
    const kind = quoted(type.split(';')[0] ?? '') || '?';
    return failed('terminal', 'failure.http_unread', { tool, kind });
  }
  const wrong = errorIn(card, body.value, options);
  if (wrong !== undefined)
    return failed('terminal', 'failure.http_error_body', { tool, said: wrong });
  if (isNothing(body.value) && isPromised(card, status)) return empty;
  const value = mapped(card, options, body.value);
  return given({ value, ...asOfOf(options, body.value, answer) });
}

/** Where nothing was promised, nothing is an answer. */
const isPromised = ({ result, effect }: AuthorityCard, status: number): boolean =>
  effect === 'read' ||
  result.some(({ required }) => required) ||
  (result.length > 0 && status !== 204);

/** What was found under a key: the recorded answer, nothing, or undefined where none can tell. */
export function readCheck(
  card: AuthorityCard,
  options: HttpOptions,
  answer: NetAnswer,
): { found: JsonObject } | { found: undefined } | undefined {
  const { status } = answer;
  if (status === 404 || status === 410) return { found: undefined };
  const body = status >= 200 && status <= 299 ? jsonOf(answer) : undefined;
  if (!body || errorIn(card, body.value, options) !== undefined) return undefined;
  const at = options.check?.found;
  const found = at === undefined ? body.value : partAt(body.value, at);
  if (isNothing(found)) return { found: undefined };
  const result = options.check?.result ?? options.result;
  const value = mapped(card, { ...options, result }, found ?? null);
  return isObject(value) ? { found: value } : undefined;
}
