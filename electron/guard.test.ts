// What the guard does to a page that Electron opens, with stand-ins for Electron's parts.
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { setupGuard, setupSession } from './guard.ts';

type Modules = Parameters<typeof setupGuard>[0];
type Session = Parameters<typeof setupSession>[0];

type Opened = (details: object) => { action: string };

function guarded(isPackaged = false) {
  const removed: string[] = [];
  let isSandboxed = false;
  const app = Object.assign(new EventEmitter(), {
    isPackaged,
    commandLine: { removeSwitch: (name: string) => removed.push(name) },
    enableSandbox: () => (isSandboxed = true),
  });
  setupGuard({ app } as unknown as Modules);
  const opened: Opened[] = [];
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: Opened) => opened.push(handler),
  });
  app.emit('web-contents-created', {}, contents);
  return { contents, opened, removed, isSandboxed };
}

test('a page cannot lead anywhere, neither itself nor a frame nor by being redirected', () => {
  const { contents } = guarded();
  const leaving = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'];
  const stopped = leaving.filter((name) => {
    let isStopped = false;
    contents.emit(name, { url: 'https://example.com/', preventDefault: () => (isStopped = true) });
    return isStopped;
  });
  expect(stopped).toEqual(leaving);
});

test('a page cannot open a window', () => {
  const { opened, isSandboxed } = guarded();
  expect(opened.map((answer) => answer({ url: 'https://example.com/' }))).toEqual([
    { action: 'deny' },
  ]);
  expect(isSandboxed).toBe(true);
});

test('nobody can steer an installed app from outside', () => {
  expect(guarded(true).removed).toContain('remote-debugging-port');
  expect(guarded(false).removed).toEqual([]);
});

test('every permission is refused and nothing is loaded from elsewhere', () => {
  type Answer = (given: boolean) => void;
  type Load = (details: { url: string }, answer: (is: { cancel: boolean }) => void) => void;
  let asked: ((contents: null, permission: string, answer: Answer) => void) | undefined;
  let checked: (() => boolean) | undefined;
  let device: (() => boolean) | undefined;
  let load: Load | undefined;
  setupSession({
    setPermissionRequestHandler: (handler: typeof asked) => (asked = handler),
    setPermissionCheckHandler: (handler: typeof checked) => (checked = handler),
    setDevicePermissionHandler: (handler: typeof device) => (device = handler),
    webRequest: { onBeforeRequest: (handler: Load) => (load = handler) },
  } as unknown as Session);
  const answers: boolean[] = [];
  for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'usb'])
    asked?.(null, permission, (given) => answers.push(given));
  expect([...answers, checked?.(), device?.()]).toEqual(Array(7).fill(false));
  const isLoaded = (url: string): boolean => {
    let isCancelled = true;
    load?.({ url }, ({ cancel }) => (isCancelled = cancel));
    return !isCancelled;
  };
  expect(isLoaded('app://interlock/assets/index.js')).toBe(true);
  expect(isLoaded('https://example.com/index.js')).toBe(false);
});
