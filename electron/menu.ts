// The menu bar, from the menus the page tells, and a small one until it has.
// M1 keys belong to the page: an entry shows its key and never takes it, so that undo on the canvas
//    is the canvas's own and undo in a text field the field's.
// M2 on a Mac the system's own first menu stands before the others, and *quit* stands in it.

import type { MenuItemConstructorOptions } from 'electron';
import { say, type Language } from '../engine/base/text/say.ts';
import type { MenuList } from './bridge.ts';

type Modules = Pick<typeof import('electron'), 'Menu'>;

export type MenuFacts = {
  isMac: boolean;
  /** Installed, not run from its sources: nothing for developers then. */
  isPackaged: boolean;
  /** What is chosen, as the page understands it. */
  give: (give: string) => void;
};

const NAMES: Record<string, string> = { mod: 'CmdOrCtrl', arrows: '', '-': '-', '+': 'Plus' };

/** Keys as the table of commands writes them, as Electron shows them; none for what it cannot. */
export function acceleratorOf(keys: string): string | undefined {
  if (keys === '' || keys.includes('arrows')) return undefined;
  const parts = keys === '+' ? ['+'] : keys.split('+');
  return parts
    .map((part) => NAMES[part] ?? `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`)
    .join('+');
}

/** The whole menu bar (M1, M2). */
export function menuTemplate(
  menus: MenuList[],
  { isMac, isPackaged, give }: MenuFacts,
): MenuItemConstructorOptions[] {
  type Entry = MenuList['entries'][number];
  const entry = (one: Entry): MenuItemConstructorOptions[] => {
    if (one.is === 'line') return [{ type: 'separator' }];
    if (one.is === 'role')
      return isMac && one.role === 'quit' ? [] : [{ role: one.role, label: one.label }];
    const accelerator = acceleratorOf(one.keys);
    return [
      {
        label: one.label,
        enabled: one.isOn,
        click: () => give(one.give),
        registerAccelerator: false,
        ...(accelerator === undefined ? {} : { accelerator }),
      },
    ];
  };
  const all = menus.map(({ label, entries }) => ({ label, submenu: entries.flatMap(entry) }));
  const tools: MenuItemConstructorOptions[] = isPackaged
    ? []
    : [{ label: 'DevTools', submenu: [{ role: 'toggleDevTools' }] }];
  return [...(isMac ? [{ role: 'appMenu' } as const] : []), ...all, ...tools];
}

/** What stands there until the page has told its own: editing text and ending. */
export const firstMenus = (language: Language): MenuList[] => {
  const role = (name: 'cut' | 'copy' | 'paste' | 'quit'): MenuList['entries'][number] => ({
    is: 'role',
    role: name,
    label: say(language, `shell.menu.${name}`),
  });
  return [
    { label: say(language, 'shell.menu.file'), entries: [role('quit')] },
    {
      label: say(language, 'shell.menu.edit'),
      entries: [role('cut'), role('copy'), role('paste')],
    },
  ];
};

/** Puts menus up. */
export function showMenus({ Menu }: Modules, menus: MenuList[], facts: MenuFacts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menus, facts)));
}
