// The window and the files it is opened with, with stand-ins for Electron's parts and the disk.
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { LIMITS } from '../engine/base/limits.ts';
import { createQueue, fileIn, readFile } from './opening.ts';
import { PAGE } from './security.ts';
import { setupWindow } from './window.ts';
import { boundsFor, readState, type WindowState } from './window-state.ts';

type Modules = Parameters<typeof setupWindow>[0];

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 };
const KEPT = { x: 100, y: 50, width: 1000, height: 700, isMaximized: false };

/** A window that records what is done with it. */
function opened(state?: WindowState) {
  const done: string[] = [];
  const sent: unknown[][] = [];
  const kept: WindowState[] = [];
  const options: Record<string, unknown>[] = [];
  let at = 0;
  const contents = Object.assign(new EventEmitter(), {
    reload: () => done.push('reload'),
    send: (...words: unknown[]) => sent.push(words),
  });
  const newWindow = () =>
    Object.assign(new EventEmitter(), {
      webContents: contents,
      loadURL: async (url: string) => void done.push(`load ${url}`),
      show: () => done.push('show'),
      focus: () => done.push('focus'),
      restore: () => done.push('restore'),
      maximize: () => done.push('maximize'),
      isMinimized: () => true,
      isMaximized: () => true,
      getNormalBounds: () => ({ x: 1, y: 2, width: 900, height: 700 }),
    });
  const windows: ReturnType<typeof newWindow>[] = [];
  function BrowserWindow(given: Record<string, unknown>): object {
    options.push(given);
    const made = newWindow();
    windows.push(made);
    return made;
  }
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    quit: () => done.push('quit'),
  });
  const screen = { getAllDisplays: () => [{ workArea: SCREEN }] };
  const shown = setupWindow({ app, BrowserWindow, screen } as unknown as Modules, {
    preload: 'preload.cjs',
    state,
    keep: (one) => kept.push(one),
    now: () => at,
  });
  const [window] = windows as [ReturnType<typeof newWindow>];
  return { shown, window, contents, done, sent, kept, options, wait: (ms: number) => (at += ms) };
}

test('it opens our page, where it was, without developer tools once installed', () => {
  const { options, done, window } = opened({ ...KEPT, isMaximized: true });
  expect(options[0]).toMatchObject({ x: 100, y: 50, width: 1000, height: 700, show: false });
  expect(options[0]).toMatchObject({ webPreferences: { devTools: false, sandbox: true } });
  expect(done).toEqual(['maximize', `load ${PAGE}`]);
  window.emit('ready-to-show');
  expect(done.at(-1)).toBe('show');
});

test('where it was is kept when it closes, and forgotten where no screen is any more', () => {
  const { window, kept } = opened();
  window.emit('close');
  expect(kept).toEqual([{ x: 1, y: 2, width: 900, height: 700, isMaximized: true }]);
  const places: [Partial<WindowState>, boolean][] = [
    [{}, true],
    [{ x: 3000 }, false],
    [{ y: -200 }, false],
    [{ x: -990 }, false],
    [{ y: 1070 }, false],
  ];
  for (const [more, isKept] of places)
    expect('x' in boundsFor({ ...KEPT, ...more }, [SCREEN])).toBe(isKept);
  expect(boundsFor({ ...KEPT, width: 10, height: 10 }, [SCREEN])).toMatchObject({ width: 800 });
  expect(readState(JSON.stringify(KEPT))).toEqual(KEPT);
  for (const text of ['', '{', '[]', '{"x":"1"}', '{"x":1e9}'])
    expect(readState(text)).toBe(undefined);
});

test('a page that breaks is loaded again, three times a minute and no more', () => {
  const { contents, done, wait } = opened();
  const reloads = (): number => done.filter((one) => one === 'reload').length;
  for (let i = 0; i < 5; i++) contents.emit('render-process-gone', {}, { reason: 'crashed' });
  expect(reloads()).toBe(3);
  wait(61_000);
  contents.emit('render-process-gone', {}, { reason: 'oom' });
  contents.emit('render-process-gone', {}, { reason: 'clean-exit' });
  expect(reloads()).toBe(4);
});

test('what is meant for the page waits until it listens, in order', () => {
  const { shown, sent, done } = opened();
  shown.give('help');
  shown.open({ name: 'a.interlock', bytes: new Uint8Array([1]) });
  expect(sent).toEqual([]);
  shown.listens();
  shown.give('#/inbox/c1');
  expect(sent.map(([, what]) => what)).toEqual(['help', 'a.interlock', '#/inbox/c1']);
  shown.front();
  expect(done.slice(-3)).toEqual(['restore', 'show', 'focus']);
});

test('only a workflow file is opened, whole and of a size a workflow may have', () => {
  expect(fileIn(['electron', '--flag', 'notes.txt', '/x/Mine.INTERLOCK'])).toBe(
    '/x/Mine.INTERLOCK',
  );
  expect(fileIn(['/apps/x.interlock'])).toBe(undefined);
  const disk = (size: number, isFile = true) => ({
    stat: () => ({ size, isFile: () => isFile }),
    read: () => new Uint8Array([7]),
  });
  expect(readFile('/x/a.interlock', disk(5))).toEqual({
    name: 'a.interlock',
    bytes: new Uint8Array([7]),
  });
  expect(readFile('/x/a.interlock', disk(LIMITS.documentBytes + 1))).toBe(undefined);
  expect(readFile('/x/a.interlock', disk(5, false))).toBe(undefined);
  expect(readFile('/x/a.txt', disk(5))).toBe(undefined);
  const gone = {
    ...disk(5),
    stat: () => {
      throw new Error('gone');
    },
  };
  expect(readFile('/x/a.interlock', gone)).toBe(undefined);
});

test('a queue hands on what came before somebody took it, once', () => {
  const queue = createQueue<number>();
  const got: number[] = [];
  queue.put(1);
  queue.take((n) => got.push(n));
  queue.put(2);
  expect(got).toEqual([1, 2]);
});
