// How the engine is kept running and ended, with stand-ins for Electron's parts.
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setupEngine } from './engine-host.ts';

type Modules = Parameters<typeof setupEngine>[0];

/** A process that ends when the test says so. */
const newChild = () => {
  const child = Object.assign(new EventEmitter(), {
    told: [] as unknown[],
    killed: 0,
    postMessage: (message: unknown) => void child.told.push(message),
    kill: () => void (child.killed += 1),
  });
  return child;
};
type Child = ReturnType<typeof newChild>;

/** A shell with an engine that does what the test says; `quits` counts how often it ended. */
function shell() {
  const children: Child[] = [];
  const boxes: string[] = [];
  let at = 0;
  const app = Object.assign(new EventEmitter(), {
    quits: 0,
    quit: () => {
      let isHeldBack = false;
      app.emit('before-quit', { preventDefault: () => (isHeldBack = true) });
      if (!isHeldBack) app.quits += 1;
    },
  });
  const modules = {
    app,
    dialog: { showErrorBox: (_title: string, sentence: string) => boxes.push(sentence) },
    utilityProcess: {
      fork: () => {
        const child = newChild();
        children.push(child);
        return child;
      },
    },
  };
  const host = { entry: 'engine-process.mjs', env: {}, language: 'en', now: () => at } as const;
  setupEngine(modules as unknown as Modules, host);
  const last = (): Child => children.at(-1) as Child;
  return { app, boxes, children, last, wait: (ms: number) => (at += ms) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('an engine that breaks is started again, three times a minute and no more', () => {
  const { app, boxes, children, last } = shell();
  for (let i = 0; i < 3; i++) last().emit('exit', 1);
  expect([children.length, boxes.length, app.quits]).toEqual([4, 0, 0]);
  last().emit('exit', 1);
  expect([children.length, boxes.length, app.quits]).toEqual([4, 1, 1]);
  expect(boxes[0]).toMatch(/^The part of Interlock that does the work broke/);
});

test('an engine that breaks now and then is always started again', () => {
  const { app, children, last, wait } = shell();
  for (let i = 0; i < 20; i++) {
    wait(20_001);
    last().emit('exit', 1);
  }
  expect([children.length, app.quits]).toEqual([21, 0]);
});

test('the app ends only after its engine, which is asked once and in order', () => {
  const { app, last } = shell();
  app.quit();
  app.quit();
  expect([last().told.length, last().killed, app.quits]).toEqual([1, 0, 0]);
  last().emit('exit', 0);
  expect(app.quits).toBe(1);
});

test('an engine that does not end is ended', () => {
  const { app, last } = shell();
  app.quit();
  vi.advanceTimersByTime(60_000);
  expect(last().killed).toBe(1);
  last().emit('exit', 15);
  expect(app.quits).toBe(1);
});

test('when somebody ends Interlock in the page, the app ends', () => {
  const { app, children, last } = shell();
  last().emit('exit', 0);
  expect([children.length, app.quits]).toEqual([1, 1]);
});

test('an engine that cannot work here is shown to say why, and is not started again', () => {
  const { app, boxes, children, last } = shell();
  last().emit('message', 'This folder cannot be used.');
  expect(boxes).toEqual(['This folder cannot be used.']);
  expect([last().told.length, app.quits]).toEqual([1, 0]);
  last().emit('exit', 2);
  expect([children.length, app.quits]).toEqual([1, 1]);
});

test('what breaks inside the engine process never breaks the window', () => {
  const { last } = shell();
  expect(() => last().emit('error', 'FatalError', 'heap', '{}')).not.toThrow();
});
