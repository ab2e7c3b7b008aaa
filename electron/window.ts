// The one window. It shows the page of our own scheme and nothing else, and ends the app when it is
// closed: what is under way is in the journal and goes on at the next start.
// WN1 a page that breaks is loaded again, at most three times a minute; then it is left to the
//     person, who sees an empty window and can close it.
// WN2 what is sent to the page before it listens waits for it.

import type { BrowserWindow as Window } from 'electron';
import { HEAR } from './channels.ts';
import { createQueue, type OpenedFile } from './opening.ts';
import { PAGE, WEB_PREFERENCES } from './security.ts';
import { boundsFor, SMALLEST, type WindowState } from './window-state.ts';

type Modules = Pick<typeof import('electron'), 'app' | 'BrowserWindow' | 'screen'>;

export type WindowOptions = {
  preload: string;
  state: WindowState | undefined;
  keep: (state: WindowState) => void;
  now: () => number;
};

export type Shown = {
  /** Brings it to the front, wherever it is. */
  front: () => void;
  /** Hands the page a command's id or an address. */
  give: (give: string) => void;
  open: (file: OpenedFile) => void;
  /** The page listens from now on (WN2). */
  listens: () => void;
};

const MINUTE_MS = 60_000;
const RELOADS_A_MINUTE = 3;

/** WN1 */
function keepAlive(window: Window, now: () => number): void {
  let broken: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    broken = [...broken.filter((at) => at > now() - MINUTE_MS), now()];
    if (broken.length <= RELOADS_A_MINUTE) window.webContents.reload();
  });
}

/** Opens the window with the built preload script; the app must be ready. */
export function setupWindow(
  { app, BrowserWindow, screen }: Modules,
  { preload, state, keep, now }: WindowOptions,
): Shown {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    title: 'Interlock',
    ...boundsFor(state, screens),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    // Shown once the page has drawn itself, so that nothing flashes white in the dark.
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...WEB_PREFERENCES, preload, devTools: !app.isPackaged },
  });
  if (state?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    keep({ ...window.getNormalBounds(), isMaximized: window.isMaximized() }),
  );
  keepAlive(window, now);
  const words = createQueue<[string, ...unknown[]]>();
  app.on('window-all-closed', () => app.quit());
  void window.loadURL(PAGE);
  return {
    front: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    give: (what) => words.put([HEAR.give, what]),
    open: ({ name, bytes }) => words.put([HEAR.file, name, bytes]),
    listens: () => words.take(([channel, ...what]) => window.webContents.send(channel, ...what)),
  };
}
