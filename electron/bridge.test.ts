// The one word that crosses from the page: both sides mean the same, and only our page is heard.
import { EventEmitter } from 'node:events';
import { expect, expectTypeOf, test } from 'vitest';
import { isShell } from '../renderer/shell.ts';
import { PAGE } from './security.ts';
import { THEME_CHANNEL, setupTheme, type Shell } from './bridge.ts';

type Modules = Parameters<typeof setupTheme>[0];

function listening() {
  const ipcMain = new EventEmitter();
  const nativeTheme = { themeSource: 'system' };
  setupTheme({ ipcMain, nativeTheme } as unknown as Modules);
  const send = (url: string | undefined, wanted: unknown): string => {
    ipcMain.emit(THEME_CHANNEL, { senderFrame: url === undefined ? null : { url } }, wanted);
    return nativeTheme.themeSource;
  };
  return send;
}

test('the page and the shell know the same bridge', () => {
  expectTypeOf<NonNullable<Window['shell']>>().toEqualTypeOf<Shell>();
  expect(typeof isShell).toBe('function');
});

test('menus and frame become light or dark with the page', () => {
  const send = listening();
  expect(['dark', 'light', 'system'].map((wanted) => send(PAGE, wanted))).toEqual([
    'dark',
    'light',
    'system',
  ]);
});

test('another word, and another page, change nothing', () => {
  const send = listening();
  for (const wanted of ['blue', '', null, undefined, 1, { theme: 'dark' }, ['dark']])
    expect(send(PAGE, wanted)).toBe('system');
  for (const url of ['https://example.com/', 'app://elsewhere/', 'about:blank', undefined])
    expect(send(url, 'dark')).toBe('system');
});
