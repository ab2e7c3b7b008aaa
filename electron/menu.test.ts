// The menu bar as data: made of the one table of commands, in the catalogue's words, with keys that
// are shown and never taken.
import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { say, type Language } from '../engine/base/text/say.ts';
import { COMMANDS } from '../renderer/design/commands.ts';
import { menusOf } from '../renderer/frame/menus.ts';
import { acceleratorOf, firstMenus, menuTemplate, type MenuFacts } from './menu.ts';

const menusIn = (language: Language, isOffered = (_id: string): boolean => true) =>
  menusOf({
    t: (code) => say(language, code),
    isOffered,
    recent: [{ slug: 'mine', name: 'My own' }],
  });

const facts = { isMac: false, isPackaged: true, give: () => {} };
const bar = (more: Partial<MenuFacts> = {}, menus = menusIn('en')): MenuItemConstructorOptions[] =>
  menuTemplate(menus, { ...facts, ...more });
const entries = (menus: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  menus.flatMap(({ submenu = [] }) => submenu as MenuItemConstructorOptions[]);

test('every word comes from the catalogue', () => {
  const menus = menusIn('pseudo');
  const labels = menus.flatMap((menu) => [
    menu.label,
    ...menu.entries.flatMap((entry) => (entry.is === 'line' ? [] : [entry.label])),
  ]);
  expect(labels.filter((label) => !/^⟦[^[\]]+⟧$/.test(label))).toEqual(['My own']);
  expect(labels.length).toBeGreaterThan(30);
});

test('an entry gives its command, shows its key, takes no key, and is off where it makes no sense', () => {
  const given: string[] = [];
  const menus = menusIn('en', (id) => id !== 'run');
  const all = entries(bar({ give: (what) => void given.push(what) }, menus));
  for (const entry of all) entry.click?.(undefined as never, undefined, undefined as never);
  expect(given).toContain('stop_all');
  expect(given).toContain('#/design/mine');
  const run = all.find(({ label }) => label === 'Run');
  expect(run).toMatchObject({ enabled: false, accelerator: 'CmdOrCtrl+Enter' });
  const own = all.filter(({ role, type }) => role === undefined && type === undefined);
  expect(own.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
});

test('keys read as Electron writes them', () => {
  const keys = ['mod+shift+z', 'mod+,', '+', 'F2', 'mod+.', 'shift+arrows', ''];
  expect(keys.map(acceleratorOf)).toEqual([
    'CmdOrCtrl+Shift+Z',
    'CmdOrCtrl+,',
    'Plus',
    'F2',
    'CmdOrCtrl+.',
    undefined,
    undefined,
  ]);
  for (const { keys: all } of COMMANDS)
    for (const one of all) expect(acceleratorOf(one) ?? '-').not.toContain('mod');
});

test('text fields can be edited by menu on every system, also before the page is there', () => {
  for (const isMac of [false, true])
    for (const menus of [menusIn('en'), firstMenus('de')]) {
      const roles = entries(bar({ isMac }, menus)).map(({ role }) => role);
      expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste']));
    }
});

test('on a Mac the system has its own first menu, elsewhere there is File with the end', () => {
  expect(bar({ isMac: true })[0]).toEqual({ role: 'appMenu' });
  expect(entries(bar({ isMac: true })).some(({ role }) => role === 'quit')).toBe(false);
  expect(entries(bar()).filter(({ role }) => role === 'quit').length).toBe(1);
});

test('an installed app has no developer tools', () => {
  const hasTools = (isPackaged: boolean): boolean =>
    entries(bar({ isPackaged })).some(({ role }) => role === 'toggleDevTools');
  expect([hasTools(true), hasTools(false)]).toEqual([false, true]);
});
