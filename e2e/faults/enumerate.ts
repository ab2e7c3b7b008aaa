// A fault at every single write, sync and cut of a run's life, one at a time.
// EN1 the points are counted by the shim itself; a point no life reaches any more ends the list.

import { aftermath, forget, live, newPlace, type LifeEnd, type Place } from './lives.ts';
import type { Fault } from './shim.ts';

/** A kind of fault, and how the program meets it. */
export type Kind =
  | 'kill'
  | 'torn'
  | 'eio'
  | 'eio, goes on'
  | 'full'
  | 'full, goes on'
  | 'full for ever'
  | 'kill, then kill in recovery';

export const KINDS: readonly Kind[] = [
  'kill',
  'torn',
  'eio',
  'eio, goes on',
  'full',
  'full, goes on',
  'full for ever',
  'kill, then kill in recovery',
];

export type Point = { kind: Kind; at: number; wrong: string[] };
export type Enumeration = {
  points: number;
  /** Points at which the program met the fault: it died, or gave up, or had to go on. */
  struck: number;
  ends: Record<LifeEnd, number>;
  wrong: Point[];
};

const doOf = (kind: Kind): Fault['do'] => {
  if (kind.startsWith('kill')) return 'kill';
  if (kind.startsWith('full')) return 'full';
  return kind === 'torn' ? 'torn' : 'eio';
};

/** One point: a life with the fault, then undisturbed ones, and what is wrong after them. */
async function strike(shim: string, kind: Kind, at: number): Promise<Point & { end: LifeEnd }> {
  const place: Place = { dir: newPlace(), acks: new Set() };
  try {
    const stays = kind === 'full for ever';
    const fault: Fault = { at, do: doOf(kind), stays };
    const end = await live(place, { shim, fault, persists: kind.endsWith('goes on') });
    if (end === 'killed' && kind.endsWith('recovery'))
      await live(place, { shim, fault: { at: 1 + ((at * 7) % 23), do: 'kill' } });
    const wrong = end === 'broken' ? ['the program broke'] : await aftermath(place, shim);
    return { kind, at, end, wrong };
  } finally {
    forget(place);
  }
}

/** All points of the kinds, or every `every`-th of them, two at a time. */
export async function enumerate(
  shim: string,
  kinds: readonly Kind[],
  { every, most }: { every: number; most: number },
): Promise<Enumeration> {
  const sum: Enumeration = {
    points: 0,
    struck: 0,
    ends: { done: 0, stuck: 0, killed: 0, broken: 0 },
    wrong: [],
  };
  const list = kinds.flatMap((kind, k) =>
    Array.from({ length: Math.floor(most / every) }, (_, i) => ({ kind, at: 1 + k + i * every })),
  );
  const worker = async (): Promise<void> => {
    for (let next = list.shift(); next; next = list.shift()) {
      const point = await strike(shim, next.kind, next.at);
      sum.points += 1;
      sum.ends[point.end] += 1;
      if (point.end !== 'done') sum.struck += 1;
      if (point.wrong.length)
        sum.wrong.push({ kind: point.kind, at: point.at, wrong: point.wrong });
    }
  };
  await Promise.all([worker(), worker()]);
  return sum;
}
