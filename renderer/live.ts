// The one stream of events of this window and who listens to it.
// L1 the stream is asked from the last position seen, so a reconnect misses nothing.
// L2 what was answered before a gap is asked again, as its events may have been missed.
// L3 listeners get batches in order; answers that depend on them are marked as out of date.
// L4 a run at full speed makes thousands of events a second; the screen follows in steps that can
//    be seen.

import { createStore } from '@xstate/store';
import type { Recorded } from '../engine/4-run/events.ts';
import { STREAM } from '../engine/api/stream.ts';
import { cache, outdated } from './ask.ts';
import { headers } from './client.ts';
import { paced } from './paced.ts';
import { framesOf } from './stream.ts';

type Listener = (events: Recorded[]) => void;
const listeners = new Set<Listener>();

/** Whether the stream stands; the frame says so when it does not. */
export const connection = createStore({
  context: { state: 'connecting' as 'connecting' | 'open' | 'lost' },
  on: {
    became: (_context, event: { state: 'connecting' | 'open' | 'lost' }) => ({
      state: event.state,
    }),
  },
});

/** Calls `listener` with every batch of new events until the returned function is called. */
export function onEvents(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Which answers an event makes out of date (L3). */
function spread(events: Recorded[]): void {
  const types = new Set(events.map((event) => event.type));
  const any = (...names: string[]): boolean => names.some((name) => types.has(name as never));
  const runs = ['run.started', 'run.ended', 'run.paused', 'run.resumed', 'run.stopped'] as const;
  if (any(...runs, 'run.queued', 'run.unqueued'))
    outdated('runs', 'stopReceipt', 'secrets', 'pace');
  const cards = ['card.opened', 'card.voted', 'card.answered', 'card.handed'] as const;
  if (any(...cards, 'card.expired', 'card.withdrawn')) outdated('inbox', 'decided', 'card', 'runs');
  if (any('effect.settled')) outdated('world');
  if (any('run.ended')) outdated('past');
  for (const listener of listeners) listener(events);
}

/** L4 */
const PACE_MS = 100;
const hear = paced(spread, PACE_MS);

const RETRY_MS = [250, 500, 1000, 2000, 5000];

/** Follows the stream until aborted; connects again by itself (L1). Answers at once. */
export function followEvents(signal: AbortSignal): void {
  let pos: string | undefined;
  let tries = 0;
  const once = async (): Promise<void> => {
    const from = pos === undefined ? '' : `?after=${pos}`;
    const answer = await fetch(`${STREAM}${from}`, { headers: headers(), signal });
    if (!answer.ok || !answer.body) throw new Error(String(answer.status));
    connection.trigger.became({ state: 'open' });
    if (tries > 0) void cache.invalidateQueries(); // L2
    tries = 0;
    for await (const frames of framesOf(answer.body)) {
      pos = frames.findLast((frame) => frame.id !== undefined)?.id ?? pos;
      hear(frames.map((frame) => JSON.parse(frame.data) as Recorded));
    }
  };
  const forever = async (): Promise<void> => {
    while (!signal.aborted) {
      await once().catch(() => undefined);
      if (signal.aborted) return;
      connection.trigger.became({ state: 'lost' });
      const wait = RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)];
      await new Promise((done) => setTimeout(done, wait));
    }
  };
  void forever();
}
