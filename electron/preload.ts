// Runs in the page's sandbox before the page does, and gives it what bridge.ts says: functions that
// send or hear one word each. No part of Electron itself is handed over.

import { contextBridge, ipcRenderer } from 'electron';
import type { Shell } from './bridge.ts';
import { HEAR, TELL } from './channels.ts';

const shell: Shell = {
  theme: (wanted) => ipcRenderer.send(TELL.theme, wanted),
  menus: (menus) => ipcRenderer.send(TELL.menus, menus),
  notice: (notice) => ipcRenderer.send(TELL.notice, notice),
  onGive: (hear) => void ipcRenderer.on(HEAR.give, (_event, give: string) => hear(give)),
  onFile: (hear) =>
    void ipcRenderer.on(HEAR.file, (_event, name: string, bytes: Uint8Array) => hear(name, bytes)),
};

contextBridge.exposeInMainWorld('shell', shell);
