// Opening and closing a listener. Closing is orderly and bounded: nobody's last answer is cut off,
// and no idle connection keeps the process alive.

import type { Server } from 'node:http';

const GRACE_MS = 5000;
const IDLE_MS = 25;

/** Most connections at once: a designer in several windows, the command line, and room to spare. */
export const CONNECTIONS = 20;

/** Bounds on how slowly a client may speak: a half-sent request is not waited for. */
export const PATIENCE = {
  headersTimeout: 5000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 16 * 1024,
};

/** Resolves when the server listens; rejects with what kept it from it. */
export function listen(server: Server, where: { path: string } | { host: string; port: number }) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** No new connections, idle ones closed, the rest given time to end. */
export async function closeDown(server: Server, graceMs = GRACE_MS): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that just gave its last answer becomes idle only after the close.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS);
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
