// The desktop app's main process: a list of what is set up, in order. Built into `electron/dist`,
// from where every path below counts. Everything but this file and preload.ts is handed what it
// needs of Electron, so that all of it is tried without Electron.
// M1 nothing here waits for "ready" at the top level: Electron is ready only after this file is
//    through, so that would wait forever.
// M2 one app per workspace: a second start brings the first one's window to the front.

import fs from 'node:fs';
import path from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  Notification,
  protocol,
  screen,
  session,
  utilityProcess,
} from 'electron';
import { realClock, realRandom } from '../engine/4-run/clock.ts';
import { RefusedError } from '../engine/base/refused.ts';
import { de } from '../engine/base/text/de.ts';
import { say, teach, type Language } from '../engine/base/text/say.ts';
import { openWorkspace, type Workspace } from '../engine/workspace/open.ts';
import { findPlace } from '../engine/workspace/place.ts';
import { preferencesOf } from '../engine/workspace/preferences.ts';
import { createAnswer } from './answer.ts';
import { setupBridge, type MenuList, type Notice } from './bridge.ts';
import { setupEngine } from './engine-host.ts';
import { setupGuard, setupSession } from './guard.ts';
import { firstMenus, showMenus } from './menu.ts';
import { createQueue, fileIn, readFile } from './opening.ts';
import { setupProtocol, setupScheme } from './protocol.ts';
import { engineEnv } from './security.ts';
import { setupWindow } from './window.ts';
import { readState } from './window-state.ts';

const beside = (name: string): string => path.join(import.meta.dirname, name);
/** Files to open, from wherever they come, until there is a window to take them. */
const files = createQueue<string>();
const disk = {
  stat: (file: string) => fs.statSync(file),
  read: (file: string) => fs.readFileSync(file),
};

/** The language of dialogs and of the first menu: what was chosen, else the system's. */
function languageOf(workspace: Workspace | undefined): Language {
  const chosen = workspace && preferencesOf(workspace).language;
  return chosen ?? (app.getLocale().startsWith('de') ? 'de' : 'en');
}

function openWindow({ stateDir }: Workspace): ReturnType<typeof setupWindow> {
  const kept = path.join(stateDir, 'window.json');
  return setupWindow(
    { app, BrowserWindow, screen },
    {
      preload: beside('preload.cjs'),
      state: fs.existsSync(kept) ? readState(fs.readFileSync(kept, 'utf8')) : undefined,
      keep: (state) => fs.writeFileSync(kept, JSON.stringify(state)),
      now: realClock.now,
    },
  );
}

function whenReady(workspace: Workspace): void {
  const { socket } = workspace;
  const language = languageOf(workspace);
  setupSession(session.defaultSession);
  setupProtocol({ protocol }, createAnswer({ dist: beside('../../renderer/dist'), socket }));
  setupEngine(
    { app, dialog, utilityProcess },
    {
      entry: beside('engine-process.mjs'),
      env: engineEnv(process.env),
      language,
      now: realClock.now,
    },
  );
  const window = openWindow(workspace);
  const { isPackaged } = app;
  const facts = { isMac: process.platform === 'darwin', isPackaged, give: window.give };
  const tell = ({ title, body, place }: Notice): void => {
    const notice = new Notification({ title, body });
    notice.on('click', () => {
      window.front();
      window.give(place);
    });
    notice.show();
  };
  showMenus({ Menu }, firstMenus(language), facts);
  const menus = (all: MenuList[]): void => {
    showMenus({ Menu }, all, facts);
    window.listens();
  };
  setupBridge({ ipcMain, nativeTheme }, { menus, notice: tell });
  app.on('second-instance', window.front); // M2
  files.take((file) => {
    const opened = readFile(file, disk);
    if (!opened) return;
    app.addRecentDocument(file);
    window.front();
    window.open(opened);
  });
}

function start(workspace: Workspace): void {
  app.setName('Interlock');
  app.setPath('userData', path.join(workspace.stateDir, 'shell'));
  if (!app.requestSingleInstanceLock()) return app.quit(); // M2
  const opened = (file: string | undefined): void => {
    if (file !== undefined) files.put(file);
  };
  app.on('open-file', (event, file) => {
    event.preventDefault();
    opened(file);
  });
  app.on('second-instance', (_event, argv, folder) => {
    const file = fileIn(argv);
    opened(file === undefined ? undefined : path.resolve(folder, file));
  });
  opened(fileIn(process.argv));
  setupGuard({ app });
  setupScheme({ protocol });
  void app.whenReady().then(() => whenReady(workspace)); // M1
}

teach('de', de);
try {
  start(openWorkspace(findPlace(undefined), realRandom));
} catch (error) {
  if (!(error instanceof RefusedError)) throw error;
  const { code, params } = error.wrong;
  const language = languageOf(undefined);
  dialog.showErrorBox(say(language, 'shell.trouble'), say(language, code, params));
  app.exit(2);
}
