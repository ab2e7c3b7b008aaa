// The table of commands: keys that are free, found, and named.
import { expect, test } from 'vitest';
import { en } from '../../engine/base/text/en.ts';
import { COMMANDS, commandOf, GROUPS, shownKeys, type Press } from './commands.ts';

const press = (key: string, held: string[] = [], code = ''): Press => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

test('no two commands share a key, and each has its words', () => {
  const keys = COMMANDS.flatMap((command) => [...command.keys] as string[]);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { id } of COMMANDS)
    expect([id, en[`app.command.${id}`]]).toEqual([id, expect.any(String)]);
  for (const group of GROUPS) expect(en[`app.commands.${group}`]).toBeTruthy();
});

test.each([
  [press('z', ['ctrl']), 'undo'],
  [press('Z', ['ctrl', 'shift']), 'redo'],
  [press('z', ['meta']), 'undo'],
  [press('å', ['alt'], 'KeyA'), 'left'],
  [press('H', ['alt', 'shift'], 'KeyH'), 'across'],
  [press('+', ['shift']), 'in'],
  [press('?', ['shift']), 'help'],
  [press('ArrowUp', ['shift']), 'nudge_far'],
  [press('ArrowUp'), 'nudge'],
  [press('Backspace'), 'remove'],
  [press('n'), 'add'],
  [press('n', ['ctrl']), undefined],
  [press('N', ['shift']), undefined],
  [press('q'), undefined],
])('a key is found whatever keyboard wrote it: %o', (key, id) => {
  expect(commandOf(key)?.id).toBe(id);
});

test('keys are shown as they stand on the keyboard', () => {
  expect(shownKeys('mod+shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(shownKeys('mod+shift+z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(shownKeys('shift+arrows', false)).toEqual(['Shift', '←', '↑', '→', '↓']);
  expect(shownKeys('+', false)).toEqual(['+']);
});
