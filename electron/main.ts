// The desktop app's main process: a list of what is set up, in order. Built into `electron/dist`,
// from where every path below counts. Everything but this file and preload.ts is handed what it
// needs of Electron, so that all of it is tried without Electron.
// M1 nothing here waits for "ready" at the top level: Electron is ready only after this file is
//    through, so that would wait forever.
// M2 one app per workspace: a second start brings the first one's window to the front.

import path from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  session,
  utilityProcess,
} from 'electron';
import { realClock, realRandom } from '../engine/4-run/clock.ts';
import { RefusedError } from '../engine/base/refused.ts';
import { say, type Language } from '../engine/base/text/say.ts';
import { openWorkspace, type Workspace } from '../engine/workspace/open.ts';
import { findPlace } from '../engine/workspace/place.ts';
import { createAnswer } from './answer.ts';
import { setupTheme } from './bridge.ts';
import { setupEngine } from './engine-host.ts';
import { setupGuard, setupSession } from './guard.ts';
import { setupMenu } from './menu.ts';
import { setupProtocol, setupScheme } from './protocol.ts';
import { engineEnv } from './security.ts';
import { setupWindow } from './window.ts';

const beside = (name: string): string => path.join(import.meta.dirname, name);
const language: Language = 'en';

function whenReady({ socket }: Workspace): void {
  const isMac = process.platform === 'darwin';
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
  setupTheme({ ipcMain, nativeTheme });
  setupMenu({ Menu }, { language, isMac, isPackaged: app.isPackaged });
  setupWindow({ app, BrowserWindow }, beside('preload.cjs'));
}

function start(workspace: Workspace): void {
  app.setName('Interlock');
  app.setPath('userData', path.join(workspace.stateDir, 'shell'));
  if (!app.requestSingleInstanceLock()) return app.quit(); // M2
  setupGuard({ app });
  setupScheme({ protocol });
  void app.whenReady().then(() => whenReady(workspace)); // M1
}

try {
  start(openWorkspace(findPlace(undefined), realRandom));
} catch (error) {
  if (!(error instanceof RefusedError)) throw error;
  const { code, params } = error.wrong;
  dialog.showErrorBox(say(language, 'shell.trouble'), say(language, code, params));
  app.exit(2);
}
