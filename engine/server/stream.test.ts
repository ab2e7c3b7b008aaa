// The live stream under load, at rest, and when its reader goes away.
import { afterEach, expect, test, vi } from 'vitest';
import type { Recorded } from '../4-run/events.ts';
import { eventStream, type Source } from './stream.ts';

/** A journal that grows when told to. */
function growing() {
  const events: Recorded[] = [];
  const listeners = new Set<() => void>();
  const source: Source = {
    eventsAfter: (pos, limit) => events.filter((event) => event.pos > pos).slice(0, limit),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const grow = (): void => {
    events.push({ pos: events.length + 1 } as Recorded);
    for (const listener of listeners) listener();
  };
  return { source, grow, listeners };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const idsIn = (text: string): number[] =>
  [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

afterEach(() => vi.useRealTimers());

test('frames come at most twenty times a second and leave nothing out', async () => {
  const { source, grow } = growing();
  const over = new AbortController();
  const frames: string[] = [];
  const reading = (async () => {
    const text = eventStream(source, 0, over.signal).pipeThrough(new TextDecoderStream() as never);
    for await (const frame of text as ReadableStream<string>) frames.push(frame);
  })();
  const began = performance.now();
  while (performance.now() - began < 400) {
    grow();
    await pause(1);
  }
  const took = performance.now() - began;
  await pause(120);
  over.abort();
  await reading;
  const told = frames.filter((frame) => frame.startsWith('id:'));
  expect(told.length).toBeLessThanOrEqual(Math.ceil((took + 120) / 50) + 1);
  const ids = frames.flatMap(idsIn);
  expect(ids.length).toBeGreaterThan(told.length);
  expect(ids).toEqual(ids.map((_, i) => i + 1));
});

test('a stream at rest says that it is still there', async () => {
  vi.useFakeTimers();
  const { source } = growing();
  const reader = eventStream(source, 7, new AbortController().signal).getReader();
  await reader.read();
  const next = reader.read();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(new TextDecoder().decode((await next).value)).toMatch(/^: /);
});

test('a reader that goes away leaves no listener behind, waiting or not', async () => {
  const { source, grow, listeners } = growing();
  const reader = eventStream(source, 0, new AbortController().signal).getReader();
  await reader.read();
  const waiting = reader.read();
  expect(listeners.size).toBe(1);
  await reader.cancel();
  await waiting;
  grow();
  expect(listeners.size).toBe(0);
});

test('a server that goes down ends the stream', async () => {
  const { source, listeners } = growing();
  const down = new AbortController();
  const text = new Response(eventStream(source, 0, down.signal)).text();
  await pause(10);
  down.abort();
  expect(await text).toBe(': from 0\n\n');
  expect(listeners.size).toBe(0);
});
