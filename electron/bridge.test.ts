// The words that cross from the page: both sides mean the same, and only our page is heard.
import { EventEmitter } from 'node:events';
import { expect, expectTypeOf, test } from 'vitest';
import { say } from '../engine/base/text/say.ts';
import { menusOf } from '../renderer/frame/menus.ts';
import { isShell } from '../renderer/shell.ts';
import { setupBridge, type MenuList, type Notice, type Shell } from './bridge.ts';
import { TELL } from './channels.ts';
import { PAGE } from './security.ts';

type Modules = Parameters<typeof setupBridge>[0];

function listening() {
  const ipcMain = new EventEmitter();
  const nativeTheme = { themeSource: 'system' };
  const heard: { menus: MenuList[][]; notices: Notice[] } = { menus: [], notices: [] };
  setupBridge({ ipcMain, nativeTheme } as unknown as Modules, {
    menus: (menus) => heard.menus.push(menus),
    notice: (notice) => heard.notices.push(notice),
  });
  const send = (channel: string, told: unknown, url: string | undefined = PAGE): void =>
    void ipcMain.emit(channel, { senderFrame: url === '' ? null : { url } }, told);
  return { send, heard, nativeTheme };
}

const t = (code: string): string => say('en', code);
const recent = [{ slug: 'a-b', name: 'A & B' }];

test('the page and the shell know the same bridge', () => {
  expectTypeOf<NonNullable<Window['shell']>>().toEqualTypeOf<Shell>();
  expect(typeof isShell).toBe('function');
});

test('menus and frame become light or dark with the page', () => {
  const { send, nativeTheme } = listening();
  const seen = ['dark', 'light', 'system'].map((wanted) => {
    send(TELL.theme, wanted);
    return nativeTheme.themeSource;
  });
  expect(seen).toEqual(['dark', 'light', 'system']);
});

test('the menus of the page arrive as it made them', () => {
  const { send, heard } = listening();
  const menus = menusOf({ t, isOffered: () => true, recent });
  send(TELL.menus, menus);
  expect(heard.menus).toEqual([menus]);
  expect(JSON.stringify(menus)).toContain('#/design/a-b');
});

test('another word, another form and another page change nothing', () => {
  const { send, heard, nativeTheme } = listening();
  for (const wanted of ['blue', '', null, undefined, 1, { theme: 'dark' }, ['dark']])
    send(TELL.theme, wanted);
  const entry = { is: 'command', give: 'run', label: 'Run', keys: '', isOn: true };
  const menu = (one: object): unknown => [{ label: 'File', entries: [one] }];
  const forms = [
    menu({ is: 'role', role: 'toggleDevTools', label: 'x' }),
    menu({ ...entry, give: 'https://example.com/' }),
    menu({ ...entry, give: 'data:text/html,x' }),
    menu({ ...entry, click: 'evil' }),
    'File',
    Array(13).fill({ label: 'x', entries: [] }),
  ];
  for (const form of forms) send(TELL.menus, form);
  const notice = { title: 'A', body: 'B', place: '#/inbox/c1' };
  for (const wrong of [{ ...notice, place: 'file:///etc' }, { ...notice, icon: 'x' }, null])
    send(TELL.notice, wrong);
  for (const url of ['https://example.com/', 'app://elsewhere/', 'about:blank', '']) {
    send(TELL.theme, 'dark', url);
    send(TELL.menus, menu(entry), url);
    send(TELL.notice, notice, url);
  }
  expect([nativeTheme.themeSource, heard.menus, heard.notices]).toEqual(['system', [], []]);
  send(TELL.notice, notice);
  expect(heard.notices).toEqual([notice]);
});
