// The desktop app around this page. In a browser there is none, and the page is the same.

import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';

declare global {
  interface Window {
    /** What the desktop app lets the page do; absent in a browser. */
    shell?: { theme: (wanted: 'light' | 'dark' | 'system') => void };
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
