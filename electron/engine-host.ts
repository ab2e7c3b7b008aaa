// Keeps the engine running beside the window, as a process of its own, and ends it in order.
// H1 this process holds no data: an engine that breaks is started again, and the page reads on
//    from the last position it saw.
// H2 at most three new starts a minute: one that keeps breaking is said, never hidden in a loop.
// H3 the app ends only after the engine did, so that nothing it was writing is cut off.

import { say, type Language } from '../engine/base/text/say.ts';

type Modules = Pick<typeof import('electron'), 'app' | 'dialog' | 'utilityProcess'>;
type Child = import('electron').UtilityProcess;

const MINUTE_MS = 60_000;
const RESTARTS_A_MINUTE = 3;
/** A little longer than the engine's listener takes at most to end its connections. */
const PATIENCE_MS = 7000;

export type EngineHost = {
  /** The built engine-process.ts. */
  entry: string;
  env: Record<string, string>;
  language: Language;
  /** Milliseconds, from anywhere. */
  now: () => number;
};

/** Starts the engine now, and again when it breaks (H1, H2). The app must be ready. */
export function setupEngine(
  { app, dialog, utilityProcess }: Modules,
  { entry, env, language, now }: EngineHost,
): void {
  let child: Child | undefined;
  let isEnding = false;
  let broken: number[] = [];
  const give = (sentence: string): void => {
    dialog.showErrorBox(say(language, 'shell.trouble'), sentence);
    app.quit();
  };
  const start = (): void => {
    child = utilityProcess.fork(entry, [], { env, serviceName: 'Interlock engine' });
    // The one thing it ever says is why it cannot work here.
    child.on('message', give);
    // Its `exit` follows; without a listener this would be thrown in here.
    child.on('error', () => {});
    child.once('exit', (code) => {
      child = undefined;
      // It ends in order by itself only when somebody chose to end Interlock in the app.
      if (isEnding || code === 0) return app.quit();
      broken = [...broken.filter((at) => at > now() - MINUTE_MS), now()];
      if (broken.length > RESTARTS_A_MINUTE) return give(say(language, 'shell.broken'));
      start();
    });
  };
  app.on('before-quit', (event) => {
    if (!child) return;
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    child.postMessage('end');
    setTimeout(() => child?.kill(), PATIENCE_MS);
  });
  start();
}
