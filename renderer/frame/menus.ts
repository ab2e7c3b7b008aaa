// The menus, made of the one table of commands: the desktop app's own bar and the page's menu in a
// browser are the same list.
// ME1 an entry is a command of the table, a workflow that was open lately, or a role: something the
//     system does by itself (text fields, windows).
// ME2 pure: what can be done, and in which words, is handed in.

import { COMMANDS, type CommandId } from '../design/commands.ts';

/** What the system does itself; the desktop app checks each against its own list. */
type Role =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'reload'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'togglefullscreen'
  | 'minimize'
  | 'close'
  | 'quit';
type Item = CommandId | `role:${Role}` | 'recent' | '-';

const MENUS: { id: string; items: Item[] }[] = [
  { id: 'file', items: ['new', 'open', 'recent', '-', 'save', '-', 'settings', '-', 'role:quit'] },
  {
    id: 'edit',
    items: [
      ...(['undo', 'redo', '-', 'role:cut', 'role:copy', 'role:paste', 'duplicate'] as const),
      ...(['remove', '-', 'select_all', 'find', 'palette'] as const),
    ],
  },
  {
    id: 'view',
    items: [
      ...(['in', 'out', 'actual', 'fit', 'tidy', '-', 'role:zoomIn', 'role:zoomOut'] as const),
      ...(['role:resetZoom', '-', 'role:togglefullscreen', 'role:reload'] as const),
    ],
  },
  { id: 'run', items: ['run', 'run_step', 'run_here', '-', 'stop_all'] },
  { id: 'window', items: ['role:minimize', 'role:close'] },
  { id: 'help', items: ['help', 'tour'] },
];

/** One entry as both menus take it; `give` is a command's id or the address of a workflow. */
export type MenuEntry =
  | { is: 'line' }
  | { is: 'role'; role: Role; label: string }
  | { is: 'command'; give: string; label: string; keys: string; isOn: boolean };
export type MenuList = { label: string; entries: MenuEntry[] };

export type MenuFacts = {
  t: (code: string) => string;
  /** Commands that can be given now. */
  isOffered: (id: CommandId) => boolean;
  /** Lately open workflows that are still there, the latest first. */
  recent: { slug: string; name: string }[];
};

/** All menus (ME1, ME2). */
export function menusOf({ t, isOffered, recent }: MenuFacts): MenuList[] {
  const entries = (item: Item): MenuEntry[] => {
    if (item === '-') return [{ is: 'line' }];
    if (item === 'recent')
      return recent.map(({ slug, name }) => ({
        is: 'command',
        give: `#/design/${slug}`,
        label: name,
        keys: '',
        isOn: true,
      }));
    if (item.startsWith('role:')) {
      const role = item.slice(5) as Role;
      return [{ is: 'role', role, label: t(`shell.menu.${role}`) }];
    }
    const command = COMMANDS.find(({ id }) => id === item);
    if (!command) return [];
    const { id, keys } = command;
    const label = t(`app.command.${id}`);
    return [{ is: 'command', give: id, label, keys: keys[0] ?? '', isOn: isOffered(id) }];
  };
  return MENUS.map(({ id, items }) => ({
    label: t(`shell.menu.${id}`),
    entries: items.flatMap(entries),
  }));
}
