// Opening the designer and keeping its engine running until Ctrl+C or *Quit*.
// T1 a second start on the same workspace opens another window on the engine that runs.
// T2 where Electron's program is there the desktop app opens, with an engine of its own; when it
//    cannot, or breaks, the designer goes on in the browser.
// T3 when it ends nothing new is started, and what is in flight has a moment to be recorded; all
//    else is in the journal and goes on at the next start.
// T4 after a run that was cut off it listens where that one listened, when it can: windows that
//    were open then hold changes nobody could save, and browsers give them to that address alone.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { realClock, realRandom } from '../4-run/clock.ts';
import { say } from '../base/text/say.ts';
import { askSocket } from '../server/socket.ts';
import { serve, type Served } from '../server/serve.ts';
import { openApp, type App } from '../workspace/app.ts';
import { openWorkspace, type Workspace } from '../workspace/open.ts';
import { findPlace } from '../workspace/place.ts';
import { createClient } from './client.ts';
import { CommandEnd, EXIT, hidden, print, t, tell } from './output.ts';
import { openWindow, runProgram, shellFor, windowFor, type Desk } from './window.ts';

export type StartOptions = { workspace?: string; port?: number; browser?: true };

const ROOT = path.resolve(import.meta.dirname, '../..');
const DIST = path.join(ROOT, 'renderer/dist');

const desk = (): Desk => ({ env: process.env, platform: process.platform, root: ROOT });

/** Opens an address where a person can see it. */
function show(address: string, workspace: Workspace): void {
  const start = windowFor(desk(), address, path.join(workspace.stateDir, 'window'));
  if (start) openWindow(start);
}

/** Runs the desktop app until it is closed; false when the browser has to do (T2). */
async function ranShell({ workspace, port, browser }: StartOptions): Promise<boolean> {
  // Whoever names a port wants an address.
  const start = browser || port !== undefined ? undefined : shellFor(desk());
  if (!start) return false;
  const named = workspace === undefined ? {} : { INTERLOCK_WORKSPACE: path.resolve(workspace) };
  const env: Desk['env'] = { ...process.env, ...named };
  // Set in some terminals, and then Electron is nothing but a Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  const isGood = await runProgram(start, env);
  if (!isGood) tell(t('start.no_shell'));
  return isGood;
}

/** Asks the engine that holds the workspace for another window's address (T1). */
async function again(workspace: Workspace): Promise<void> {
  const client = createClient(askSocket(workspace.socket));
  const { address } = await client.call('openLink', {}).catch((error: unknown) => {
    throw error instanceof CommandEnd ? error : new CommandEnd(say('en', 'workspace.taken'));
  });
  print(t('start.again', { address }));
  show(address, workspace);
}

/** Where a run that never ended in good order listened; nothing after one that did (T4). */
const cutOff = (workspace: Workspace) => {
  const file = path.join(workspace.stateDir, 'listens.txt');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return {
    port: /^\d{1,5}$/.test(text) ? Number(text) : undefined,
    begin: (address: string) => writeFileSync(file, new URL(address).port),
    end: () => rmSync(file, { force: true }),
  };
};

async function serveApp(app: App, options: StartOptions, last?: number): Promise<Served> {
  const onBug = (error: unknown): void =>
    tell(t('bug', { what: error instanceof Error ? (error.stack ?? '') : String(error) }));
  try {
    const port = options.port ?? last ?? 0;
    return await serve(app, { port, dist: DIST, onBug, now: realClock.now });
  } catch (error) {
    if (last !== undefined && options.port === undefined) return serveApp(app, options);
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CommandEnd(t('wrong.port_taken', { port: options.port ?? 0 }));
  }
}

/** Opens the designer; resolves when it ended (T1–T3). */
export async function openDesigner(options: StartOptions): Promise<void> {
  if (!existsSync(path.join(DIST, 'index.html'))) throw new CommandEnd(t('wrong.not_built'));
  const workspace = openWorkspace(findPlace(options.workspace), realRandom);
  if (await ranShell(options)) return;
  const ended = Promise.withResolvers<void>();
  const app = openApp(workspace, {
    onQuit: ended.resolve,
    redactor: hidden,
    setAside: true,
  });
  if (app === 'taken') return again(workspace);
  try {
    const listens = cutOff(workspace);
    const served = await serveApp(app, options, listens.port);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        // A second Ctrl+C does not wait for the orderly end of the first.
        process.once('SIGINT', () => process.exit(EXIT.interrupted));
        ended.resolve();
      });
    if (app.movedTo !== undefined) tell(t('start.set_aside', { folder: app.movedTo }));
    const address = served.newAddress();
    listens.begin(address);
    print(t('start.address', { address }));
    show(address, workspace);
    if (process.stdin.isTTY)
      process.stdin.on('data', () => print(t('start.fresh', { address: served.newAddress() })));
    await app.engine.recover();
    await ended.promise;
    tell(t('start.ending'));
    await app.drain();
    await served.close();
    listens.end();
  } finally {
    await app.close();
  }
}
