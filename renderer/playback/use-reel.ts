// All events of a run, fetched page by page once; a record does not change any more.
// R1 a run that is still going on is played as far as it went when it was opened.

import { useEffect, useState } from 'react';
import type { Recorded } from '../../engine/4-run/events.ts';
import { call, Refusal } from '../client.ts';
import { reelOf, type Reel } from './seek.ts';

const PAGE = 5000;

async function allEvents(run: string): Promise<Recorded[]> {
  const all: Recorded[] = [];
  for (let after = 0; ;) {
    const { events, more } = await call('events', { run, after, limit: PAGE });
    for (const event of events) all.push(event);
    const last = events.at(-1);
    if (!more || !last) return all;
    after = last.pos;
  }
}

export function useReel(run: string): { reel: Reel | undefined; refusal: Refusal | undefined } {
  const [reel, setReel] = useState<Reel>();
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    let isGone = false;
    allEvents(run).then(
      (events) => isGone || setReel(reelOf(events)),
      (wrong: unknown) => !isGone && wrong instanceof Refusal && setRefusal(wrong),
    );
    return () => {
      isGone = true;
    };
  }, [run]);
  return { reel, refusal };
}
