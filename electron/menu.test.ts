// The menu as data: complete, in the catalogue's words, nothing for developers once installed.
import { expect, test } from 'vitest';
import { menuTemplate, type MenuFacts } from './menu.ts';

type Entry = { label?: string; role?: string; type?: string; submenu?: Entry[] };

const menu = (facts: Partial<MenuFacts> = {}): Entry[] =>
  menuTemplate({ language: 'en', isMac: false, isPackaged: true, ...facts }) as Entry[];
const entries = (menus: Entry[]): Entry[] => menus.flatMap(({ submenu = [] }) => submenu);

test('every word comes from the catalogue', () => {
  for (const isMac of [false, true]) {
    const menus = menu({ isMac, isPackaged: false, language: 'pseudo' });
    const labelled = [...menus, ...entries(menus)].filter(
      ({ type, role }) => type !== 'separator' && role !== 'appMenu',
    );
    expect(labelled.length).toBeGreaterThan(15);
    for (const { label } of labelled) expect(label).toMatch(/^⟦[^[\]]+⟧$/);
  }
});

test('text fields can be edited by menu on every system', () => {
  for (const isMac of [false, true]) {
    const roles = entries(menu({ isMac })).map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste']));
  }
});

test('on a Mac the system has its own first menu, elsewhere there is File with the end', () => {
  expect(menu({ isMac: true })[0]).toEqual({ role: 'appMenu' });
  expect(entries(menu({ isMac: true })).some(({ role }) => role === 'quit')).toBe(false);
  expect(entries(menu()).filter(({ role }) => role === 'quit').length).toBe(1);
});

test('an installed app has no developer tools', () => {
  const hasTools = (menus: Entry[]): boolean =>
    entries(menus).some(({ role }) => role === 'toggleDevTools');
  expect([hasTools(menu({ isPackaged: true })), hasTools(menu({ isPackaged: false }))]).toEqual([
    false,
    true,
  ]);
});
