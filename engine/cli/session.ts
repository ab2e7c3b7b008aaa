// An engine to speak to: opened here when nobody holds the workspace, else the one that does.
// S1 one engine per workspace: whoever cannot take its lock sends the command to its holder and
//    says so on stderr.
// S2 an engine opened here listens on the private socket too, so that a second command reaches it.

import { realClock, realRandom } from '../4-run/clock.ts';
import { createOnce } from '../api/once.ts';
import { createApi } from '../server/api.ts';
import { askSocket, serveSocket, type Ask } from '../server/socket.ts';
import { openApp, type App } from '../workspace/app.ts';
import { openWorkspace } from '../workspace/open.ts';
import { findPlace } from '../workspace/place.ts';
import { type Client, createClient } from './client.ts';
import { CommandEnd, EXIT, hidden, t, tell } from './output.ts';
import type { Source } from './show-run.ts';
import { say } from '../base/text/say.ts';

export type Session = {
  client: Client;
  source: Source;
  /** Makes an engine opened here go on with a run that an earlier process left; else nothing. */
  takeUp: (run: string) => Promise<void>;
};

const PATIENCE_MS = 5000;
const BETWEEN_MS = 100;
/** Longest a timer of the platform takes; about 24 days. */
const LONGEST_MS = 2_147_483_647;

/** What a view only names, asked from the engine. */
const sourceOf = ({ call }: Client): Source => ({
  blob: async (hash) => (await call('blob', { hash })).text,
  drawing: (run) => call('machineOf', { run }),
});

const sessionOf = (ask: Ask, takeUp: Session['takeUp']): Session => {
  const client = createClient(ask);
  return { client, source: sourceOf(client), takeUp };
};

/** Works with an engine opened in this process (S2). */
async function here<T>(app: App, work: (session: Session) => Promise<T>): Promise<T> {
  const down = new AbortController();
  const api = createApi(app, {
    isPrivate: true,
    signal: down.signal,
    once: createOnce(app.answers),
    onBug: (error) => {
      throw error;
    },
  });
  const closeSocket = await serveSocket(api, app.workspace.socket).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  const ask: Ask = async (address, init) => api.request(address, init);
  let grace = 0;
  try {
    const result = await work(sessionOf(ask, (run) => app.engine.recover(run)));
    grace = LONGEST_MS;
    return result;
  } finally {
    // Another command may be driving its own run in this engine: it is waited for, unless this one
    // was interrupted or failed.
    if (grace === 0) await app.drain();
    await closeSocket(grace);
    down.abort();
    await app.drain();
    await app.close();
  }
}

/** Asks the engine of another process; one that ends meanwhile ends the command with a sentence. */
const elsewhere =
  (ask: Ask): Ask =>
  (address, init) =>
    ask(address, init).catch((error: unknown) => {
      if (init?.signal?.aborted) throw error;
      throw new CommandEnd(t('gone'), EXIT.no);
    });

/** Whether somebody listens on a socket. */
const answers = (ask: Ask): Promise<boolean> =>
  ask('/api/workspace').then(
    (answer) => answer.ok,
    () => false,
  );

/**
 * Opens the workspace of a command and works with its engine. An engine that is just starting or
 * ending neither frees the lock nor answers for a moment, so both are tried for a while.
 */
export async function withSession<T>(
  options: { workspace?: string },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const workspace = openWorkspace(findPlace(options.workspace), realRandom);
  for (let waited = 0; waited <= PATIENCE_MS; waited += BETWEEN_MS) {
    const app = openApp(workspace, {
      onQuit: () => process.kill(process.pid, 'SIGTERM'),
      redactor: hidden,
    });
    if (app !== 'taken') return here(app, work);
    const ask = askSocket(workspace.socket);
    if (await answers(ask)) {
      tell(t('elsewhere'));
      return work(sessionOf(elsewhere(ask), async () => {}));
    }
    await new Promise<void>((resolve) => void realClock.after(BETWEEN_MS, resolve));
  }
  throw new CommandEnd(say('en', 'workspace.taken'));
}
