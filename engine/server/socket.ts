// The private socket: the same HTTP for this user's own command line, out of reach of any browser.
// P1 the folder belongs to this user alone (0700); one that is somebody else's is never used.
// P2 only the engine that holds the workspace's lock binds here, so what lies there is left over
//    from one that died, and may go.

import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { lstatSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { RefusedError, refuse } from '../base/refused.ts';
import { makeFolder } from '../workspace/folder.ts';
import { CONNECTIONS, PATIENCE, closeDown, listen } from './listening.ts';

/** Makes the folder, or makes sure that the one there is ours alone (P1). */
function ownFolder(folder: string): void {
  makeFolder(folder, 0o700);
  const found = lstatSync(folder);
  const isOurs = found.isDirectory() && found.uid === process.getuid?.() && !(found.mode & 0o077);
  if (!isOurs) refuse('server.foreign_socket', { folder });
}

/** Ends listening; who is still being answered gets this long, by default a few seconds. */
export type CloseSocket = (graceMs?: number) => Promise<void>;

/**
 * Listens on `file` (a path, or a pipe name on Windows). Answers with a function that closes.
 * Refuses a place where no socket can be made.
 */
export async function serveSocket(api: Hono, file: string): Promise<CloseSocket> {
  const isPipe = file.startsWith('\\\\');
  const hear = getRequestListener(api.fetch, { hostname: 'interlock' });
  const server = createServer(PATIENCE, (incoming, out) => void hear(incoming, out));
  server.maxConnections = CONNECTIONS;
  try {
    if (!isPipe) {
      ownFolder(path.dirname(file));
      rmSync(file, { force: true });
    }
    await listen(server, { path: file });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof RefusedError || code === undefined) throw error;
    refuse('server.no_socket', { folder: path.dirname(file), reason: code });
  }
  return (graceMs) => closeDown(server, graceMs);
}

/** How the API is asked: in process, or over the socket. */
export type Ask = (
  path: string,
  init?: { method?: string; body?: string; headers?: Record<string, string>; signal?: AbortSignal },
) => Promise<Response>;

function asResponse(incoming: IncomingMessage): Response {
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
  const type = incoming.headers['content-type'];
  const headers = type === undefined ? {} : { headers: { 'content-type': type } };
  return new Response(body, { status: incoming.statusCode ?? 500, ...headers });
}

/** Asks the engine behind a socket. Rejects when nobody listens there. */
export const askSocket =
  (file: string): Ask =>
  (address, { method = 'GET', body, headers = {}, signal } = {}) =>
    new Promise((resolve, reject) => {
      const options = { socketPath: file, path: address, method, agent: false, headers };
      const sent = httpRequest({ ...options, ...(signal ? { signal } : {}) }, (incoming) =>
        resolve(asResponse(incoming)),
      );
      sent.on('error', reject);
      sent.end(body);
    });
