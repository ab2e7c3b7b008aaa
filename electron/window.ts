// The one window. It shows the page of our own scheme and nothing else, and ends the app when it is
// closed: what is under way is in the journal and goes on at the next start.

import { PAGE, WEB_PREFERENCES } from './security.ts';

type Modules = Pick<typeof import('electron'), 'app' | 'BrowserWindow'>;

/** Opens the window with the built preload script; the app must be ready. */
export function setupWindow({ app, BrowserWindow }: Modules, preload: string): void {
  const window = new BrowserWindow({
    title: 'Interlock',
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 600,
    // Shown once the page has drawn itself, so that nothing flashes white in the dark.
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...WEB_PREFERENCES, preload, devTools: !app.isPackaged },
  });
  window.once('ready-to-show', () => window.show());
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  void window.loadURL(PAGE);
}
