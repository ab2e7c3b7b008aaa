// Everything that leaves this computer by HTTP, for tools and models alike.
// SF1 each hop is checked by guard.ts; redirects are followed here, at most three, never by the
//     library, and never from https to http.
// SF2 secret headers and a body go only to the origin they were meant for.
// SF3 an answer is read while it comes and given up where it is too large; so is one too slow.
// SF4 no proxy of the surroundings is used, and certificates are always checked.
// SF5 `sent` of an error is exact: it turns true when the request is handed to an open connection.

import type { Agent, buildConnector, Dispatcher, Response } from 'undici';
import type { Clock } from '../4-run/ports.ts';
import {
  addressesOf,
  guardedLookup,
  judgeNumber,
  passPlace,
  passUrl,
  resolveBySystem,
  type Passed,
  type Resolve,
} from './guard.ts';
import { placeText, WEB_PORTS, type Place } from './hosts.ts';
import { NetError, netErrorOf } from './net-error.ts';

const MOST = { bytes: 10 * 1024 * 1024, redirects: 3, headerBytes: 64 * 1024 };
const CONNECT_MS = 10_000;

/** One request and its limits. Milliseconds are counted from its start; `firstMs` from sending. */
export type NetRequest = {
  url: string;
  method: string;
  headers: Record<string, string>;
  /** Headers that are dropped where a redirect leads to another origin (SF2). */
  secrets?: Record<string, string>;
  body?: string | undefined;
  /** The only hosts that may be spoken to, redirects included. */
  hosts: readonly string[];
  isFollowing: boolean;
  signal: AbortSignal;
  totalMs: number;
  connectMs?: number;
  firstMs?: number;
};
export type NetAnswer = { status: number; headers: Headers; bytes: Uint8Array; url: string };

/** As much of `fetch` as libraries need that bring their own protocol. Nothing is followed. */
export type FetchLike = (input: string | URL, init?: RequestInit) => Promise<globalThis.Response>;

export type Net = {
  /** One request, answered whole. Rejects with a NetError and with nothing else. */
  ask: (request: NetRequest) => Promise<NetAnswer>;
  /** A `fetch` that speaks to these hosts and no other; the answer is read as it comes. */
  fetchAt: (options: { hosts: readonly string[]; maxBytes?: number }) => FetchLike;
  /** A checked address of a host for protocols other than HTTP; connect to it, not to the name. */
  addressOf: (place: Place, hosts: readonly string[]) => Promise<string>;
  close: () => Promise<void>;
};

export type NetDeps = {
  after: Clock['after'];
  resolve?: Resolve;
  /** Ports that a bare host name opens. */
  ports?: readonly number[];
};

type Undici = typeof import('undici');
/** The library, loaded by the first request: who only practises never makes one. */
const undici = (): Promise<Undici> => import('undici');

type Line = Required<NetDeps> & { agents: Map<string, Agent> };

/** The way out of this computer. */
export function createNet({ after, resolve = resolveBySystem, ports = WEB_PORTS }: NetDeps): Net {
  const line: Line = { after, resolve, ports, agents: new Map() };
  return {
    ask: (request) => askFollowing(line, request),
    fetchAt: (options) => (input, init) => stream(line, options, String(input), init),
    addressOf: async (place, hosts) => {
      const [first] = await addressesOf(passPlace(place, hosts, ports), resolve);
      return first?.address ?? '';
    },
    close: async () => {
      await Promise.all([...line.agents.values()].map((agent) => agent.destroy()));
      line.agents.clear();
    },
  };
}

/**
 * Connections of one kind. A connection that was let through to a local place is never used for
 * anybody who has not named that place, so named places have agents of their own.
 */
function agentFor(
  { agents, resolve }: Line,
  { Agent, buildConnector }: Undici,
  passed: Passed,
  isKept: boolean,
): Agent {
  const name = `${isKept ? 'kept' : 'once'} ${passed.isNamed ? placeText(passed.place) : ''}`;
  const known = agents.get(name);
  if (known) return known;
  const open = buildConnector({
    lookup: guardedLookup(passed.isNamed, resolve),
    rejectUnauthorized: true, // SF4
    allowH2: false,
    timeout: 0,
    maxCachedSessions: 0,
  });
  const connect: buildConnector.connector = (options, done) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    try {
      judgeNumber({ place: { host, port: Number(options.port) }, isNamed: passed.isNamed });
      open(options, done);
    } catch (error) {
      done(error as NetError, null);
    }
  };
  const patient = { headersTimeout: 0, bodyTimeout: 0, maxHeaderSize: MOST.headerBytes };
  const agent = new Agent({ connect, ...patient });
  agents.set(name, agent);
  return agent;
}

/** The agent's connections, telling when the request is on its way (SF5). */
const telling = (agent: Agent, onSent: () => void, isKept: boolean): Dispatcher =>
  agent.compose((dispatch) => (options, handler) => {
    const start = handler.onRequestStart?.bind(handler);
    handler.onRequestStart = (...given) => {
      onSent();
      start?.(...given);
    };
    // A connection used before may be closed just now: what changes something gets a fresh one.
    return dispatch(isKept ? options : { ...options, reset: true }, handler);
  });

type Watch = {
  signal: AbortSignal;
  sent: () => void;
  answered: () => void;
  isSent: () => boolean;
  /** What ended it, if one of its deadlines or its caller did. */
  why: () => 'slow' | 'stopped' | 'connect' | undefined;
  end: () => void;
};

/** The deadlines of one request (SF3). */
function watch(line: Line, request: NetRequest): Watch {
  const { signal: outer, totalMs, connectMs = CONNECT_MS, firstMs = totalMs } = request;
  const abort = new AbortController();
  let why: ReturnType<Watch['why']>;
  let isSent = false;
  const give = (reason: NonNullable<typeof why>) => (): void => {
    why ??= reason === 'slow' && !isSent ? 'connect' : reason;
    abort.abort();
  };
  const onOuter = give('stopped');
  const total = line.after(totalMs, give('slow'));
  let next = line.after(Math.min(connectMs, totalMs), give('connect'));
  if (outer.aborted) onOuter();
  else outer.addEventListener('abort', onOuter, { once: true });
  return {
    signal: abort.signal,
    sent: () => {
      isSent = true;
      next();
      next = line.after(firstMs, give('slow'));
    },
    answered: () => next(),
    isSent: () => isSent,
    why: () => why,
    end: () => {
      total();
      next();
      outer.removeEventListener('abort', onOuter);
    },
  };
}

async function askFollowing(line: Line, request: NetRequest): Promise<NetAnswer> {
  const watched = watch(line, request);
  let hop = request;
  try {
    for (let hops = 0; ; hops += 1) {
      const answer = await askOnce(line, hop, watched);
      const to = answer.headers.get('location');
      if (!request.isFollowing || !REDIRECTS.has(answer.status) || to === null) return answer;
      if (hops >= MOST.redirects) throw new NetError('redirects', new URL(hop.url).host, true);
      hop = following(hop, answer.status, to);
    }
  } finally {
    watched.end();
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** The next request of a redirect (SF1, SF2). */
function following(hop: NetRequest, status: number, location: string): NetRequest {
  const from = new URL(hop.url);
  if (!URL.canParse(location, from)) throw new NetError('address_shape', from.host, true);
  const to = new URL(location, from);
  const isSame = to.origin === from.origin;
  const isPosted = hop.method !== 'GET' && hop.method !== 'HEAD';
  const isKept = status === 307 || status === 308;
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    throw new NetError('redirects', to.host, true);
  if (isPosted && isKept && !isSame) throw new NetError('redirects', to.host, true);
  const { secrets, body, ...rest } = hop;
  return {
    ...rest,
    url: to.href,
    ...(isSame && secrets ? { secrets } : {}),
    ...(isPosted && !isKept ? { method: 'GET' } : { body }),
  };
}

async function askOnce(line: Line, hop: NetRequest, watched: Watch): Promise<NetAnswer> {
  let place = '';
  try {
    const passed = passUrl(hop.url, hop.hosts, line.ports);
    place = placeText(passed.place);
    const library = await undici();
    const response = await library.fetch(passed.url, {
      method: hop.method,
      headers: { 'user-agent': 'interlock', ...hop.headers, ...hop.secrets },
      ...(hop.body === undefined ? {} : { body: hop.body }),
      redirect: 'manual', // SF1
      signal: watched.signal,
      dispatcher: telling(agentFor(line, library, passed, false), watched.sent, false),
    });
    watched.answered();
    const bytes = await readAll(response, place);
    const headers = new Headers([...response.headers]);
    return { status: response.status, headers, bytes, url: passed.url.href };
  } catch (error) {
    const why = watched.why();
    if (why) throw new NetError(why, place, watched.isSent());
    throw netErrorOf(error, place, watched.isSent());
  }
}

/** The body as it comes, given up where it is too large (SF3). */
async function readAll({ body }: Response, place: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += (piece as Uint8Array).length;
    if (size > MOST.bytes) throw new NetError('large', place, true);
    pieces.push(piece as Uint8Array);
  }
  return Buffer.concat(pieces);
}

type Streaming = { hosts: readonly string[]; maxBytes?: number };

async function stream(
  line: Line,
  { hosts, maxBytes = MOST.bytes }: Streaming,
  address: string,
  init: RequestInit = {},
): Promise<globalThis.Response> {
  const passed = passUrl(address, hosts, line.ports);
  const place = placeText(passed.place);
  let isSent = false;
  const { method = 'GET', headers, body, signal } = init;
  const connecting = new AbortController();
  const give = line.after(CONNECT_MS, () => connecting.abort());
  const onSent = (): void => {
    isSent = true;
    give();
  };
  try {
    const library = await undici();
    const response = await library.fetch(passed.url, {
      method,
      headers: [...new Headers(headers)],
      ...(body === undefined || body === null ? {} : { body: body as string }),
      redirect: 'manual', // SF1
      signal: signal ? AbortSignal.any([signal, connecting.signal]) : connecting.signal,
      dispatcher: telling(agentFor(line, library, passed, true), onSent, true),
    });
    const { status, statusText } = response;
    const own = { status, statusText, headers: [...response.headers] as [string, string][] };
    const capped = (response.body as ReadableStream<Uint8Array> | null)?.pipeThrough(
      capAt(maxBytes, place),
    );
    return new globalThis.Response(capped ?? null, own);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw netErrorOf(error, place, isSent);
  } finally {
    give();
  }
}

/** Lets so many bytes through and breaks off with the next (SF3). */
function capAt(most: number, place: string): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform: (piece, to) => {
      size += piece.length;
      if (size > most) to.error(new NetError('large', place, true));
      else to.enqueue(piece);
    },
  });
}
