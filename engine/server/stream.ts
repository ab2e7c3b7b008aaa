// The one live stream: journal events by position, as server-sent events with `id` = position.
// S1 the journal is read by position for each frame, so a client that reconnects with `after`
//    misses nothing and a slow one costs no memory: nothing is queued for it.
// S2 at most 20 frames a second, whatever a run does; a frame carries all that has come.
// S3 a comment every 15 s, so that both sides notice a connection that died.

import type { Recorded } from '../4-run/events.ts';

const FRAME_MS = 50;
const FRAME_EVENTS = 1000;
const PING_MS = 15_000;

/** The part of the engine a stream needs. */
export type Source = {
  eventsAfter: (pos: number, limit: number) => Recorded[];
  subscribe: (listener: () => void) => () => void;
};

const frame = (events: Recorded[]): string =>
  events.map((event) => `id: ${event.pos}\ndata: ${JSON.stringify(event)}\n\n`).join('');

/** Waits until woken, the time is over or the signal fires; true when woken. */
function waited(ms: number, signal: AbortSignal, onWake?: (wake: () => void) => void) {
  return new Promise<boolean>((resolve) => {
    const end = (isWoken: boolean) => () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve(isWoken);
    };
    const stop = end(false);
    const timer = setTimeout(stop, ms);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    onWake?.(end(true));
  });
}

/** Events after a position, then each new one as it commits, until `signal` fires (S1–S3). */
export function eventStream(
  source: Source,
  after: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  const gone = new AbortController();
  const over = AbortSignal.any([signal, gone.signal]);
  let pos = after;
  let framedAt = 0;
  let isNews = true;
  let wake: () => void = () => {};
  const unsubscribe = source.subscribe(() => {
    isNews = true;
    wake();
  });
  const nextFrame = async (): Promise<string | undefined> => {
    while (!over.aborted) {
      if (!isNews && !(await waited(PING_MS, over, (woken) => void (wake = woken))))
        return over.aborted ? undefined : ': still here\n\n';
      const early = framedAt + FRAME_MS - Date.now();
      if (early > 0) await waited(early, over);
      isNews = false;
      const events = source.eventsAfter(pos, FRAME_EVENTS);
      isNews ||= events.length === FRAME_EVENTS;
      const last = events.at(-1);
      if (!last) continue;
      pos = last.pos;
      framedAt = Date.now();
      return frame(events);
    }
    return undefined;
  };
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(bytes.encode(`: from ${after}\n\n`)),
      pull: async (controller) => {
        const text = await nextFrame();
        if (text !== undefined) return controller.enqueue(bytes.encode(text));
        unsubscribe();
        if (!gone.signal.aborted) controller.close();
      },
      cancel: () => {
        unsubscribe();
        gone.abort();
      },
    },
    { highWaterMark: 0 },
  );
}
