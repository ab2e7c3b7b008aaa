// The ways into a running engine: the private socket, and the loopback server for the designer.

import type { App } from '../workspace/app.ts';
import { createOnce } from '../api/once.ts';
import { createApi } from './api.ts';
import { serveBrowser } from './browser.ts';
import { serveSocket } from './socket.ts';

export type Served = {
  /** A fresh one-time address of the designer. */
  newAddress: () => string;
  close: () => Promise<void>;
};

export type ServeOptions = {
  port: number;
  /** The built designer. */
  dist: string;
  onBug: (error: unknown) => void;
  now: () => number;
};

/** Opens both ways in. Rejects when the port is taken; nothing is left open then. */
export async function serve(app: App, options: ServeOptions): Promise<Served> {
  const { onBug, port, dist, now } = options;
  const down = new AbortController();
  const shared = { signal: down.signal, once: createOnce(app.answers), onBug };
  const api = createApi(app, { ...shared, isPrivate: false });
  const browser = await serveBrowser({ api, dist, port, language: app.language, now });
  app.newAddress = browser.newAddress;
  const closeSocket = await serveSocket(
    createApi(app, { ...shared, isPrivate: true }),
    app.workspace.socket,
  );
  return {
    newAddress: browser.newAddress,
    close: async () => {
      down.abort();
      await Promise.all([closeSocket(), browser.close()]);
    },
  };
}
