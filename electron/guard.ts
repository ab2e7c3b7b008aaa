// Applies security.ts to everything that Electron opens, before anything is opened.
// G1 a page never leads anywhere else, opens no window and holds no other page inside it. The page
//    itself moves only within its address (`#/…`), which is no navigation.
// G2 every permission is refused, whoever asks; nothing of another origin is ever loaded.

import { CLOSED_SWITCHES, mayLoad } from './security.ts';

type Modules = Pick<typeof import('electron'), 'app'>;
type Session = import('electron').Session;

/** Must run before the app is ready (G1). */
export function setupGuard({ app }: Modules): void {
  app.enableSandbox();
  if (app.isPackaged) for (const name of CLOSED_SWITCHES) app.commandLine.removeSwitch(name);
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault: () => void }): void => event.preventDefault();
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', stay);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Must run before the window loads its page (G2). */
export function setupSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
}
