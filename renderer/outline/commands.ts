// What can be done with a row of the outline, as data: the keys and the menu of actions read it.
// CM1 a command that makes no sense for a row is not there; keys and menu never differ.

import { canReach, canTry } from '../try/use-trying.ts';
import type { OutlineRow } from './outline-rows.ts';

export type CommandId =
  | 'settings'
  | 'go'
  | 'after'
  | 'on'
  | 'before'
  | 'inside'
  | 'connect'
  | 'disconnect'
  | 'rename'
  | 'duplicate'
  | 'move'
  | 'remove'
  | 'run_step'
  | 'run_here'
  | 'problem'
  | 'fix';

/** `isShared`: its keys are the designer's own, wherever the focus is. */
export type Command = { id: CommandId; keys: string[]; isShared?: true };

const STEP: Command[] = [
  { id: 'settings', keys: ['Enter'] },
  { id: 'after', keys: ['N'] },
  { id: 'before', keys: ['B'] },
  { id: 'inside', keys: ['I'] },
  { id: 'connect', keys: ['C'] },
  { id: 'rename', keys: ['F2'] },
  { id: 'duplicate', keys: ['Ctrl', 'D'] },
  { id: 'move', keys: ['M'] },
  { id: 'remove', keys: ['Delete'] },
  { id: 'run_step', keys: ['Ctrl', 'Shift', 'Enter'], isShared: true },
  { id: 'run_here', keys: ['Ctrl', 'Alt', 'Enter'], isShared: true },
];
const WAY: Command[] = [
  { id: 'go', keys: ['Enter'] },
  { id: 'on', keys: ['N'] },
  { id: 'connect', keys: ['C'] },
  { id: 'disconnect', keys: ['Delete'] },
];
const EMPTY: Command[] = [{ id: 'inside', keys: ['N'] }];
const ALWAYS: Command[] = [
  { id: 'problem', keys: ['P'] },
  { id: 'fix', keys: ['F'] },
];

/** What can be done with a row (CM1); `problems` = how many the drawing has. */
export function commandsFor(row: OutlineRow | undefined, problems: number): Command[] {
  const own = row === undefined ? [] : row.is === 'step' ? STEP : row.is === 'way' ? WAY : EMPTY;
  const always = ALWAYS.filter(({ id }) => id === 'problem' || problems > 0);
  return [...own.filter(({ id }) => isFor(id, row)), ...always];
}

function isFor(id: CommandId, row: OutlineRow | undefined): boolean {
  if (!row || row.is === 'empty') return true;
  if (row.is === 'way') return (id !== 'disconnect' && id !== 'go') || row.leads.how === 'to';
  const { facts } = row;
  const begins = facts.definition?.type === 'start';
  if (id === 'inside') return facts.shape === 'room';
  if (id === 'connect') return facts.ways.length > 0;
  if (id === 'run_step') return canTry(row.node);
  if (id === 'run_here') return canReach(row.node);
  if (id === 'before' || id === 'move') return !begins;
  return id !== 'after' || facts.ways.length > 0;
}

type Key = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
};

/** The command a key stands for with this row, if any; Backspace removes too. */
export function commandFor(
  event: Key,
  row: OutlineRow | undefined,
  problems: number,
): CommandId | undefined {
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.altKey) return undefined;
  const pressed = event.key === 'Backspace' ? 'Delete' : event.key;
  const found: CommandId | undefined = commandsFor(row, problems).find(({ keys, isShared }) => {
    if (isShared) return false;
    const wanted = keys.at(-1) ?? '';
    return keys.length > 1 === ctrl && wanted.toLowerCase() === pressed.toLowerCase();
  })?.id;
  if (found || ctrl || !row) return found;
  // Nothing follows an end, and a way that leads nowhere cannot be followed: the next best thing.
  if (row.is === 'step' && pressed.toLowerCase() === 'n') return 'before';
  return row.is === 'way' && pressed === 'Enter' ? 'connect' : undefined;
}
