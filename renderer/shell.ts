// The desktop app around this page. In a browser there is none, and the page is the same.

import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import type { MenuList } from './frame/menus.ts';
import type { Notice } from './frame/notices.ts';

/** What the desktop app lets the page do; electron/bridge.ts says the same from the other side. */
export type Shell = {
  /** Menus, frame and dialogs become light or dark with the page, or follow the system. */
  theme: (wanted: 'light' | 'dark' | 'system') => void;
  /** The menu bar from now on. */
  menus: (menus: MenuList[]) => void;
  /** Tells the person something; choosing it brings the window to the front, at its place. */
  notice: (notice: Notice) => void;
  /** What was chosen in the menu or a notice: a command's id, or an address behind `#`. */
  onGive: (hear: (give: string) => void) => void;
  /** A file that was opened with the app. */
  onFile: (hear: (name: string, bytes: Uint8Array) => void) => void;
};

declare global {
  interface Window {
    /** Absent in a browser. */
    shell?: Shell;
  }
}

/** Whether this page stands in the desktop app's own window. */
export const isShell = (): boolean => location.protocol === 'app:';

/** The same manager, which also tells the desktop app what is chosen, now and later. */
export function tellingShell(manager: MantineColorSchemeManager): MantineColorSchemeManager {
  const tell = (scheme: MantineColorScheme): MantineColorScheme => {
    window.shell?.theme(scheme === 'auto' ? 'system' : scheme);
    return scheme;
  };
  return {
    ...manager,
    get: (otherwise) => tell(manager.get(otherwise)),
    set: (scheme) => manager.set(tell(scheme)),
  };
}
