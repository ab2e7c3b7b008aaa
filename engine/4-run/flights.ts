// What is being performed right now, and how long a root run has been at work.
// L1 working time is the union of flights: overlapping calls count once.

import type { LiveEffect } from './live.ts';
import type { Clock } from './ports.ts';

export type Flight = { effect: LiveEffect; root: string; abort: AbortController };
type Worked = { count: number; since: number; ms: number };

export type Flights = {
  has: (id: string) => boolean;
  take: (effect: LiveEffect, root: string) => AbortController;
  /** Ends a flight; undefined when it had ended already. */
  land: (id: string) => Flight | undefined;
  of: (root: string) => Flight[];
  /** Is anything in flight at all? */
  any: () => boolean;
  /** Milliseconds worked since last asked. */
  worked: (root: string) => number;
  abortAll: () => void;
};

/** Keeps account of flights on a clock. */
export function createFlights(clock: Clock): Flights {
  const flying = new Map<string, Flight>();
  const roots = new Map<string, Worked>();
  const count = (root: string, by: 1 | -1): void => {
    const now = clock.now();
    const w = roots.get(root);
    if (!w) return void roots.set(root, { count: by, since: now, ms: 0 });
    if (w.count > 0) w.ms += now - w.since;
    w.count += by;
    w.since = now;
  };
  return {
    has: (id) => flying.has(id),
    take: (effect, root) => {
      const abort = new AbortController();
      flying.set(effect.row.id, { effect, root, abort });
      count(root, 1);
      return abort;
    },
    land: (id) => {
      const flight = flying.get(id);
      if (!flight) return undefined;
      flying.delete(id);
      count(flight.root, -1);
      return flight;
    },
    any: () => flying.size > 0,
    of: (root) => [...flying.values()].filter((f) => f.root === root),
    worked: (root) => {
      const w = roots.get(root);
      if (!w) return 0;
      const { ms } = w;
      w.ms = 0;
      if (w.count === 0) roots.delete(root);
      return ms;
    },
    abortAll: () => {
      for (const { abort } of flying.values()) abort.abort();
    },
  };
}
