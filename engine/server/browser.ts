// The loopback server behind the designer in a browser: pages for anybody on this computer, data
// only for the window that holds this launch's token.
// L1 bound to 127.0.0.1 and nothing else; asserted after listening.
// L2 every request passes the gate; everything under /api but the exchange also needs the token.
// L3 no answer carries a header that lets another origin read it.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { z } from 'zod';
import { asWrong } from '../api/wrong.ts';
import { RefusedError } from '../base/refused.ts';
import type { Language } from '../base/text/say.ts';
import { createAccess, type Access } from './access.ts';
import { readJson } from './body.ts';
import { judge } from './gate.ts';
import { CONNECTIONS, PATIENCE, closeDown, listen } from './listening.ts';
import { SAFE_HEADERS, createPages } from './pages.ts';

export type BrowserServer = {
  port: number;
  /** The address with a fresh one-time code. */
  newAddress: () => string;
  close: () => Promise<void>;
};

export type BrowserOptions = {
  api: Hono;
  /** The built designer. */
  dist: string;
  /** 0 takes any free port. */
  port: number;
  language: Language;
  now: () => number;
};

const codeSchema = z.strictObject({ code: z.string().max(200) });

/** Exchanges a one-time code for the token. */
async function openSession(request: Request, access: Access, language: Language) {
  const parsed = codeSchema.safeParse(await readJson(request, 'session'));
  const given = parsed.success ? access.exchange(parsed.data.code) : 'wrong';
  if (given === 'wrong') return refused(language, 'server.used_code', 401);
  if (given === 'too_many') return refused(language, 'server.too_many', 429);
  return Response.json(given);
}

function refused(language: Language, code: string, status: number): Response {
  return Response.json(asWrong(language, { code }), { status });
}

/** An answer of the API with the headers every answer carries (L3). */
function sealed(answer: Response): Response {
  for (const [name, value] of Object.entries(SAFE_HEADERS)) answer.headers.set(name, value);
  if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'no-store');
  return answer;
}

/** Answers everything that passed the gate (L2). */
function answering({ api, dist, language }: BrowserOptions, access: Access) {
  const pages = createPages(dist);
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith('/api/'))
      return request.method === 'POST' ? new Response(null, { status: 405 }) : pages(pathname);
    if (pathname === '/api/session' && request.method === 'POST')
      return sealed(await openSession(request, access, language));
    const worth = access.check(request.headers.get('authorization') ?? undefined);
    if (worth === 'too_many') return sealed(refused(language, 'server.too_many', 429));
    if (worth !== 'right') return sealed(refused(language, `server.token_${worth}`, 401));
    return sealed(await api.fetch(request));
  };
}

/** Starts the server; rejects when the port is taken. */
export async function serveBrowser(options: BrowserOptions): Promise<BrowserServer> {
  const access = createAccess(options.now);
  const answer = answering(options, access);
  const { language } = options;
  const hear = getRequestListener(answer, {
    errorHandler: (error) => {
      if (error instanceof RefusedError)
        return sealed(Response.json(asWrong(language, error.wrong), { status: 400 }));
      return sealed(refused(language, 'api.bug', 500));
    },
  });
  let own = '';
  const turnAway = (out: ServerResponse, status: number, code: string): void => {
    out.writeHead(status, {
      ...SAFE_HEADERS,
      'content-type': 'application/json',
      connection: 'close',
    });
    out.end(JSON.stringify(asWrong(language, { code })));
  };
  const onRequest = (incoming: IncomingMessage, out: ServerResponse): void => {
    const { method = '', url = '', rawHeaders } = incoming;
    const verdict = judge({ method, url, rawHeaders, own });
    if (verdict) turnAway(out, verdict.status, verdict.code);
    else void hear(incoming, out);
  };
  const server = createServer(PATIENCE, onRequest);
  server.maxConnections = CONNECTIONS;
  await listen(server, { host: '127.0.0.1', port: options.port });
  const { address, port } = server.address() as AddressInfo;
  if (address !== '127.0.0.1') throw new Error(`listening on ${address}`);
  own = `127.0.0.1:${port}`;
  return {
    port,
    newAddress: () => `http://${own}/#code=${access.newCode()}`,
    close: () => closeDown(server),
  };
}
