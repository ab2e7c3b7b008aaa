// What the page's own address answers: the built designer from disk, and `/api` from the engine
// behind its private socket. There is no port that another program could find.
// A1 only the contract passes: what the private socket keeps for the command line is not there.
// A2 while nobody listens (the engine is starting, or starting again after it broke) a request
//    waits; nothing of it was sent, so nothing can happen twice.
// A3 answers are streamed on as they come; a page that goes away ends its stream.

import { setTimeout as after } from 'node:timers/promises';
import { COMMANDS, QUERIES } from '../engine/api/contract.ts';
import { SAFE_HEADERS, createPages } from '../engine/server/pages.ts';
import { askSocket } from '../engine/server/socket.ts';
import { isOwn } from './security.ts';

const API = '/api/';
const PATIENCE_MS = 10_000;
const BETWEEN_MS = 50;
/** What a socket says when nobody listens on it. */
const NOBODY = new Set(['ENOENT', 'ECONNREFUSED']);
const PASSED_ON = ['content-type', 'idempotency-key', 'last-event-id'];

export type AnswerOptions = {
  /** The built designer; must be there. */
  dist: string;
  /** The private socket of whichever engine has the workspace. */
  socket: string;
  /** How long a request waits for an engine (A2), in milliseconds. */
  patienceMs?: number;
};

const bare = (status: number): Response => new Response(null, { status, headers: SAFE_HEADERS });

/** True for what a page may ask (A1). */
const isInContract = (name: string): boolean =>
  Object.hasOwn(COMMANDS, name) || Object.hasOwn(QUERIES, name);

const headersOf = ({ headers }: Request): Record<string, string> =>
  Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );

/** Passes requests to the engine; a connection that fails looks to the page like one (A2, A3). */
function forwarding(socket: string, patienceMs: number) {
  const ask = askSocket(socket);
  return async (request: Request, address: string): Promise<Response> => {
    const { method } = request;
    const body = method === 'POST' ? { body: await request.text() } : {};
    const sent = { method, headers: headersOf(request), ...body };
    for (let waited = 0; ; waited += BETWEEN_MS) {
      try {
        const answer = await ask(address, sent);
        const headers = { ...SAFE_HEADERS, 'cache-control': 'no-store' };
        const type = answer.headers.get('content-type');
        return new Response(answer.body, {
          status: answer.status,
          headers: type === null ? headers : { ...headers, 'content-type': type },
        });
      } catch (error) {
        const isNobody = NOBODY.has((error as NodeJS.ErrnoException).code ?? '');
        if (!isNobody || waited >= patienceMs) return Response.error();
        await after(BETWEEN_MS);
      }
    }
  };
}

/** Answers every request of the page. */
export function createAnswer({ dist, socket, patienceMs = PATIENCE_MS }: AnswerOptions) {
  const pages = createPages(dist);
  const forward = forwarding(socket, patienceMs);
  return async (request: Request): Promise<Response> => {
    if (!isOwn(request.url)) return bare(404);
    const { pathname, search } = new URL(request.url);
    const isApi = pathname.startsWith(API);
    if (request.method !== 'GET' && !(isApi && request.method === 'POST')) return bare(405);
    if (!isApi) return pages(pathname);
    if (!isInContract(pathname.slice(API.length))) return bare(404);
    return forward(request, pathname + search);
  };
}
