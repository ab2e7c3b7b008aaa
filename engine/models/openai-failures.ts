// What can go wrong with a model at an address, as failures in plain words.
// F1 every way a call can end has a code; what a server says is never shown as our own words.
// F2 retryable is only what may go better by itself; what a person must change is terminal.
// F3 a call that was refused before any work costs nothing; any other unknown cost is the reserve.

import type { ModelEntry } from '../1-document/schema.ts';
import type { Failure } from '../node.ts';

/** How a call ended when it did not end well. */
export type Broken =
  | { broken: 'truncated' | 'refused' | 'empty' | 'stream' | 'stopped' | 'slow' }
  | { broken: 'misfit'; field: string }
  /** Calls that were not asked for, or arguments that cannot be read safely: tool-use.ts. */
  | { broken: 'calls'; n: number; offered: number }
  | { broken: 'arguments' }
  /** `begun`: the answer had started to arrive. */
  | { broken: 'thrown'; error: unknown; begun: boolean };

/**
 * What a failure may speak of. `key` is only here to be taken out of what a server says; `part` is
 * what a request is mostly made of.
 */
export type About = {
  entry: ModelEntry;
  key: string;
  at: number;
  most: number;
  part: () => { part: string; share: number };
};

export type Failed = {
  failure: Failure;
  retryAfterMs?: number;
  /** Nothing was worked on, nothing is owed (F3). */
  free?: boolean;
  /** The server takes no schema; the next attempt asks in plain words. */
  plain?: boolean;
};

/** The name of the secret an entry needs; the address of OpenAI itself always needs one. */
export const secretOf = (entry: ModelEntry): string => entry.secret ?? 'openai';

const hostOf = (entry: ModelEntry): string => {
  try {
    return new URL(entry.address ?? 'https://api.openai.com').host;
  } catch {
    return entry.address ?? '';
  }
};

type Thrown = {
  isUnsent: boolean;
  isTooLarge: boolean;
  status?: number;
  message: string;
  code: string;
  headers?: { get: (name: string) => string | null };
};

/** The parts of an error that matter, whoever threw it. */
function partsOf(error: unknown): Thrown {
  const e = (error ?? {}) as Record<string, unknown>;
  const cause = (e['cause'] ?? {}) as Record<string, unknown>;
  const deep = (cause['cause'] ?? {}) as Record<string, unknown>;
  const code = [e['code'], e['type'], cause['code'], deep['code']].find(
    (c) => typeof c === 'string',
  );
  // engine/net says exactly whether anything was sent, and whether the answer was too large.
  const isUnsent = [cause, deep].some((one) => one['sent'] === false);
  const isTooLarge = [e, cause, deep].some((one) => one['why'] === 'large');
  return {
    isUnsent,
    isTooLarge,
    ...(typeof e['status'] === 'number' ? { status: e['status'] } : {}),
    message: typeof e['message'] === 'string' ? e['message'] : '',
    code: typeof code === 'string' ? code : '',
    ...(typeof (e['headers'] as Headers | undefined)?.get === 'function'
      ? { headers: e['headers'] as Headers }
      : {}),
  };
}

/** Seconds or a date in `Retry-After`, as milliseconds from `at`; undefined for anything else. */
export function retryAfter(header: string | null | undefined, at: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  const date = /[A-Za-z]/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(date) ? Math.max(0, date - at) : undefined;
}

/** What a server said, short, printable and without the key (F1: quoted, never trusted). */
function quote(message: string, key: string): string {
  const bare = key.length > 3 ? message.replaceAll(key, '…') : message;
  return bare
    .toWellFormed()
    .replace(/sk-[\w-]{6,}/g, '…')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 160);
}

const HALLUCINATED = 'failure.hallucinated_tool_use';
const REFUSED_BEFORE_WORK = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
const NO_SCHEMA =
  /response_format|json_schema|structured output|schema|tool_choice|tools|function/i;
const TOO_LONG = /context.?length|maximum context|too (?:long|many tokens)|context window/i;

const say = (
  kind: Failure['kind'],
  what: string,
  about: About,
  more: Record<string, string | number> = {},
): Failure => ({
  kind,
  code: `failure.model_${what}`,
  params: { model: about.entry.model, address: hostOf(about.entry), ...more },
});

/** An answer with a status of its own. */
function ofStatus(status: number, thrown: Thrown, about: About): Failed {
  const said = quote(thrown.message, about.key);
  const secret = secretOf(about.entry);
  const wait = retryAfter(thrown.headers?.get('retry-after'), about.at);
  const after = wait === undefined ? {} : { retryAfterMs: wait };
  if (status < 400) return { failure: say('terminal', 'moved', about), free: true };
  if (status === 401 || status === 403)
    return { failure: say('terminal', 'key', about, { secret }), free: true };
  if (status === 402 || (status === 429 && /quota|billing|insufficient/i.test(thrown.code + said)))
    return { failure: say('terminal', 'quota', about), free: true };
  if (status === 404) return { failure: say('terminal', 'unknown', about), free: true };
  if (status === 429) return { failure: say('retryable', 'busy', about), free: true, ...after };
  if (status === 413 || ((status === 400 || status === 422) && TOO_LONG.test(said + thrown.code)))
    return { failure: say('terminal', 'too_long', about, about.part()), free: true };
  if ((status === 400 || status === 422) && NO_SCHEMA.test(said))
    return { failure: say('retryable', 'no_schema', about), free: true, plain: true };
  if (status === 408 || status === 409)
    return { failure: say('retryable', 'busy', about), ...after };
  if (status < 500) return { failure: say('terminal', 'rejected', about, { said }), free: true };
  return { failure: say('retryable', 'down', about, { status }), ...after };
}

function ofThrown(error: unknown, begun: boolean, about: About): Failed {
  const thrown = partsOf(error);
  if (thrown.status !== undefined) return ofStatus(thrown.status, thrown, about);
  if (thrown.isTooLarge) return failureOf({ broken: 'truncated' }, about);
  const name = (error as { constructor?: { name?: string } } | undefined)?.constructor?.name ?? '';
  if (begun || !/Connection/.test(name)) return { failure: say('retryable', 'stream', about) };
  const free = thrown.isUnsent || REFUSED_BEFORE_WORK.has(thrown.code);
  return { failure: say('retryable', 'unreachable', about), ...(free ? { free } : {}) };
}

/** The failure a broken call ends in. */
export function failureOf(broken: Broken, about: About): Failed {
  switch (broken.broken) {
    case 'truncated':
      return { failure: say('terminal', 'truncated', about, { most: about.most }) };
    case 'refused':
      return { failure: say('terminal', 'refused', about) };
    case 'empty':
      return { failure: say('retryable', 'empty', about) };
    case 'stream':
      return { failure: say('retryable', 'stream', about) };
    case 'slow':
      return { failure: say('retryable', 'slow', about) };
    case 'stopped':
      return { failure: say('terminal', 'stopped', about) };
    case 'calls': {
      const { n, offered } = broken;
      const failure = { ...say('retryable', '', about, { n, offered }), code: HALLUCINATED };
      return { failure };
    }
    case 'arguments':
      return {
        failure: { ...say('retryable', '', about), code: 'failure.hallucinated_arguments' },
      };
    case 'misfit':
      return { failure: say('retryable', 'misfit', about, { field: broken.field }) };
    case 'thrown':
      return ofThrown(broken.error, broken.begun, about);
  }
}
