// Runs in the page's sandbox before the page does, and gives it what bridge.ts says: a function
// that sends one word. No part of Electron itself is handed over.

import { contextBridge, ipcRenderer } from 'electron';
import { THEME_CHANNEL, type Shell } from './bridge.ts';

const shell: Shell = { theme: (wanted) => ipcRenderer.send(THEME_CHANNEL, wanted) };

contextBridge.exposeInMainWorld('shell', shell);
