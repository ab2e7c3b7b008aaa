// Every command of the designer with its keys: menus, palette, shortcuts and help read this table.
// CO1 what a command does stands in use-commands.ts; what it is called, in the catalogue under
//     `app.command.<id>`. Nothing else knows a key.
// CO2 no two commands share a key.

/**
 * Where its keys count: everywhere; outside of fields; on the canvas (or where nothing has the
 * focus); `own` = whoever has the focus answers it, or the browser sends an event of its own.
 */
type Where = 'everywhere' | 'outside' | 'canvas' | 'own';
type Group = 'file' | 'edit' | 'add' | 'rooms' | 'arrange' | 'view' | 'go';
type Shape = { id: string; group: Group; keys: readonly string[]; where: Where };

export const COMMANDS = [
  { id: 'new', group: 'file', keys: [], where: 'own' },
  { id: 'open', group: 'file', keys: ['mod+o'], where: 'everywhere' },
  { id: 'settings', group: 'file', keys: ['mod+,'], where: 'everywhere' },
  { id: 'undo', group: 'edit', keys: ['mod+z'], where: 'everywhere' },
  { id: 'redo', group: 'edit', keys: ['mod+shift+z', 'mod+y'], where: 'everywhere' },
  { id: 'cut', group: 'edit', keys: ['mod+x'], where: 'own' },
  { id: 'copy', group: 'edit', keys: ['mod+c'], where: 'own' },
  { id: 'paste', group: 'edit', keys: ['mod+v'], where: 'own' },
  { id: 'duplicate', group: 'edit', keys: ['mod+d'], where: 'outside' },
  { id: 'remove', group: 'edit', keys: ['Delete', 'Backspace'], where: 'canvas' },
  { id: 'select_all', group: 'edit', keys: ['mod+a'], where: 'outside' },
  { id: 'rename', group: 'edit', keys: ['F2'], where: 'outside' },
  { id: 'panel', group: 'edit', keys: ['e'], where: 'canvas' },
  { id: 'add', group: 'add', keys: ['n'], where: 'outside' },
  { id: 'add_here', group: 'add', keys: ['a'], where: 'canvas' },
  { id: 'connect', group: 'add', keys: ['c'], where: 'outside' },
  { id: 'note', group: 'add', keys: ['t'], where: 'canvas' },
  { id: 'group', group: 'rooms', keys: ['mod+g'], where: 'outside' },
  { id: 'ungroup', group: 'rooms', keys: ['mod+shift+g'], where: 'outside' },
  { id: 'collapse', group: 'rooms', keys: ['h'], where: 'canvas' },
  { id: 'enter', group: 'rooms', keys: ['Enter'], where: 'own' },
  { id: 'leave', group: 'rooms', keys: ['Escape'], where: 'outside' },
  { id: 'nudge', group: 'arrange', keys: ['arrows'], where: 'canvas' },
  { id: 'nudge_far', group: 'arrange', keys: ['shift+arrows'], where: 'canvas' },
  { id: 'resize', group: 'arrange', keys: ['alt+arrows'], where: 'canvas' },
  { id: 'lock', group: 'arrange', keys: ['l'], where: 'canvas' },
  { id: 'left', group: 'arrange', keys: ['alt+a'], where: 'outside' },
  { id: 'centre', group: 'arrange', keys: ['alt+h'], where: 'outside' },
  { id: 'right', group: 'arrange', keys: ['alt+d'], where: 'outside' },
  { id: 'top', group: 'arrange', keys: ['alt+w'], where: 'outside' },
  { id: 'middle', group: 'arrange', keys: ['alt+v'], where: 'outside' },
  { id: 'bottom', group: 'arrange', keys: ['alt+s'], where: 'outside' },
  { id: 'across', group: 'arrange', keys: ['alt+shift+h'], where: 'outside' },
  { id: 'down', group: 'arrange', keys: ['alt+shift+v'], where: 'outside' },
  { id: 'tidy', group: 'arrange', keys: ['shift+t'], where: 'canvas' },
  { id: 'in', group: 'view', keys: ['+', '='], where: 'canvas' },
  { id: 'out', group: 'view', keys: ['-'], where: 'canvas' },
  { id: 'actual', group: 'view', keys: ['0'], where: 'canvas' },
  { id: 'fit', group: 'view', keys: ['1'], where: 'canvas' },
  { id: 'walk', group: 'go', keys: ['Tab'], where: 'own' },
  { id: 'find', group: 'go', keys: ['mod+f'], where: 'everywhere' },
  { id: 'palette', group: 'go', keys: ['mod+k'], where: 'everywhere' },
  { id: 'run', group: 'go', keys: ['mod+Enter'], where: 'everywhere' },
  { id: 'run_step', group: 'go', keys: ['mod+shift+Enter'], where: 'everywhere' },
  { id: 'run_here', group: 'go', keys: ['mod+alt+Enter'], where: 'everywhere' },
  { id: 'save', group: 'go', keys: ['mod+s'], where: 'everywhere' },
  { id: 'stop_all', group: 'go', keys: ['mod+.'], where: 'own' },
  { id: 'help', group: 'go', keys: ['?'], where: 'own' },
  { id: 'tour', group: 'go', keys: [], where: 'own' },
] as const satisfies readonly Shape[];

export type CommandId = (typeof COMMANDS)[number]['id'];
export type Command = Shape & { id: CommandId };
export const GROUPS: readonly Group[] = ['file', 'edit', 'add', 'rooms', 'arrange', 'view', 'go'];

/** What of a key press counts. */
export type Press = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
};

const ARROWS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);
const LETTER = /^[a-z]$/;

/** Whether a key press is what the table writes as `mod+shift+z`. */
function isPress(keys: string, press: Press): boolean {
  const parts = keys.split('+').filter((part) => part !== '');
  const wanted = keys.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const has = (modifier: string): boolean => parts.includes(modifier);
  if ((press.ctrlKey || press.metaKey) !== has('mod') || press.altKey !== has('alt')) return false;
  if (wanted === 'arrows') return ARROWS.has(press.key) && press.shiftKey === has('shift');
  // Signs are found by what they are, whatever has to be held down for them.
  const isSign = wanted.length === 1 && !LETTER.test(wanted);
  if (!isSign && press.shiftKey !== has('shift')) return false;
  // With Alt a key may write another letter; what counts is where it is.
  if (press.altKey && LETTER.test(wanted)) return press.code === `Key${wanted.toUpperCase()}`;
  return press.key.toLowerCase() === wanted.toLowerCase();
}

/** The command a key press stands for. */
export const commandOf = (press: Press): Command | undefined =>
  COMMANDS.find(({ keys }) => keys.some((one) => isPress(one, press)));

const SHOWN: Record<string, string> = {
  mod: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  Delete: 'Del',
  Escape: 'Esc',
  Enter: '↵',
  '-': '−',
};
const ON_A_MAC: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥' };

/** Keys as they are shown, one after another. */
export function shownKeys(keys: string, isMac: boolean): string[] {
  if (keys === '+') return ['+'];
  return keys.split('+').flatMap((part) => {
    if (part === 'arrows') return ['←', '↑', '→', '↓'];
    const shown = (isMac ? ON_A_MAC[part] : undefined) ?? SHOWN[part] ?? part;
    return [LETTER.test(shown) ? shown.toUpperCase() : shown];
  });
}
