// The menu, as data: what stands in it and in which order. What an entry does is Electron's; the
// words are the catalogue's.
// M1 keys belong to the page first: an entry's key counts only when the page leaves it alone, so
//    that undo on the canvas is the canvas's own and undo in a text field the field's.

import type { MenuItemConstructorOptions } from 'electron';
import { say, type Language } from '../engine/base/text/say.ts';

type Modules = Pick<typeof import('electron'), 'Menu'>;
type Role = Extract<MenuItemConstructorOptions['role'], string>;

/** `-` is a line between groups of entries. */
const MENUS: { id: string; roles: (Role | '-')[] }[] = [
  { id: 'file', roles: ['quit'] },
  { id: 'edit', roles: ['undo', 'redo', '-', 'cut', 'copy', 'paste', 'selectAll'] },
  {
    id: 'view',
    roles: ['reload', '-', 'resetZoom', 'zoomIn', 'zoomOut', '-', 'togglefullscreen'],
  },
  { id: 'window', roles: ['minimize', 'close'] },
];

export type MenuFacts = {
  language: Language;
  isMac: boolean;
  /** Installed, not run from its sources: nothing for developers then. */
  isPackaged: boolean;
};

/** The whole menu bar. On a Mac the system's own first menu takes the place of *File*. */
export function menuTemplate({
  language,
  isMac,
  isPackaged,
}: MenuFacts): MenuItemConstructorOptions[] {
  const t = (id: string): string => say(language, `shell.menu.${id}`);
  const entry = (role: Role | '-'): MenuItemConstructorOptions =>
    role === '-' ? { type: 'separator' } : { role, label: t(role) };
  const menus = MENUS.filter(({ id }) => !(isMac && id === 'file')).map(({ id, roles }) => {
    const extra: Role[] = id === 'view' && !isPackaged ? ['toggleDevTools'] : [];
    return { label: t(id), submenu: [...roles, ...extra].map(entry) };
  });
  return isMac ? [{ role: 'appMenu' }, ...menus] : menus;
}

/** Puts the menu up. */
export function setupMenu({ Menu }: Modules, facts: MenuFacts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(facts)));
}
