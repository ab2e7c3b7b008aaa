// All that crosses between the page and the main process: one word, one way. The window's title
// needs no bridge, it follows the page's own; data goes over the contract, never through here.
// B1 what arrives is checked on arrival: the word, and that our own page sent it.

import { isOwn } from './security.ts';

type Modules = Pick<typeof import('electron'), 'ipcMain' | 'nativeTheme'>;

/** The one channel. */
export const THEME_CHANNEL = 'interlock:theme';

const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** What the page finds as `window.shell`. */
export type Shell = {
  /** Menus, frame and dialogs become light or dark with the page, or follow the system. */
  theme: (wanted: Theme) => void;
};

const isTheme = (word: unknown): word is Theme => THEMES.some((theme) => theme === word);

/** Listens to the page (B1). */
export function setupTheme({ ipcMain, nativeTheme }: Modules): void {
  ipcMain.on(THEME_CHANNEL, (event, wanted: unknown) => {
    if (isOwn(event.senderFrame?.url) && isTheme(wanted)) nativeTheme.themeSource = wanted;
  });
}
