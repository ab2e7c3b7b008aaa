// The engine of the desktop app, in a process of its own: the same engine and the same API as
// everywhere, heard only on the workspace's private socket.
// E1 there is no port: the window reaches it through the main process, the command line as always.
// E2 while another engine holds the workspace, this one waits for its turn; meanwhile the window
//    speaks to that one, over the same socket.
// E3 a refusal is shown by the main process; this one stays until it is told to end, so that the
//    sentence always arrives.

import type { ParentPort } from 'electron';
import { realClock, realRandom } from '../engine/4-run/clock.ts';
import { createOnce } from '../engine/api/once.ts';
import { RefusedError } from '../engine/base/refused.ts';
import { say } from '../engine/base/text/say.ts';
import { createApi } from '../engine/server/api.ts';
import { createRedactor } from '../engine/secrets/redactor.ts';
import { serveSocket } from '../engine/server/socket.ts';
import { openApp, type App } from '../engine/workspace/app.ts';
import { openWorkspace, type Workspace } from '../engine/workspace/open.ts';
import { findPlace } from '../engine/workspace/place.ts';

const TURN_MS = 500;

// Absent under plain Node, where this file can be tried without Electron.
const shell = process.parentPort as ParentPort | undefined;
const ended = Promise.withResolvers<void>();

const redactor = createRedactor();
const tell = (text: string): void => void process.stderr.write(`${redactor.text(text)}\n`);
const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** The workspace's engine as soon as it is free; nothing when told to end first (E2). */
async function nextTurn(workspace: Workspace): Promise<App | undefined> {
  let isOver = false;
  void ended.promise.then(() => (isOver = true));
  while (!isOver) {
    const app = openApp(workspace, { onQuit: ended.resolve, redactor, setAside: true });
    if (app !== 'taken') return app;
    const turn = new Promise<void>((resolve) => void realClock.after(TURN_MS, resolve));
    await Promise.race([turn, ended.promise]);
  }
  return undefined;
}

/** Works until told to end (E1). */
async function work(): Promise<void> {
  const workspace = openWorkspace(findPlace(undefined), realRandom);
  const app = await nextTurn(workspace);
  if (!app) return;
  const down = new AbortController();
  try {
    const api = createApi(app, {
      isPrivate: true,
      signal: down.signal,
      once: createOnce(app.answers),
      onBug: (error) => tell(stackOf(error)),
    });
    const closeSocket = await serveSocket(api, workspace.socket);
    await app.engine.recover();
    await ended.promise;
    await app.drain();
    down.abort();
    await closeSocket();
  } finally {
    await app.close();
  }
}

async function refused({ wrong }: RefusedError): Promise<number> {
  const sentence = say('en', wrong.code, wrong.params);
  tell(sentence);
  shell?.postMessage(sentence);
  if (shell) await ended.promise;
  return 2;
}

// The only message there is means the end. Ctrl+C in a terminal reaches every process of the app
// at once; here it is left to the main process, which then ends this one in order.
shell?.on('message', () => ended.resolve());
for (const signal of ['SIGINT', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (!shell) ended.resolve();
  });

void work()
  .then(() => 0)
  .catch((error: unknown) => {
    if (error instanceof RefusedError) return refused(error);
    tell(stackOf(error));
    return 1;
  })
  .then((code) => process.exit(code));
