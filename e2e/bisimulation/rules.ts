// The rules of the reference that need no run: what a join decides, what feeds what, which End
// counts; and what a run keeps besides its scopes. R numbers as in reference.ts.

import type { Json } from '../../engine/base/value.ts';
import type { IREdge, IRStep } from '../../engine/3-compile/ir.ts';

export type Answer = {
  port: string;
  value: Json;
  denied?: boolean;
  /** Set on the way up: an inner step was named as what failed. */
  isNamed?: boolean;
};
export type Fate = 'waiting' | 'running' | 'asking' | 'done' | 'skipped' | 'cancelled';
export type Entry = { port: string; value: Json };

/** Everything a run has besides its scopes. */
export type World = {
  status: 'active' | 'done' | 'failed' | 'stopped';
  outcome: string | null;
  end: string | null;
  failedAt: string | null;
  steps: Map<string, Entry>;
  previous: Map<string, Entry>;
  visits: Map<string, number>;
  last: Map<string, string>;
  moves: string[];
  /** Steps cut off by a failing scope, whose last moment is a matter of order (R8). */
  cutOff: Set<string>;
  until: (loop: IRStep, round: number, world: World) => boolean;
};

const GRAVE = ['done', 'does_not_know', 'refused'];
export const OPEN = ['waiting', 'running', 'asking'];

/** A for-each in work: items by lane. */
export type Lanes = {
  phase: 'open' | 'items' | 'close';
  count: number;
  next: number;
  lanes: (number | null)[];
};

/** What a run begins with. */
export const newWorld = (until: World['until']): World => ({
  status: 'active',
  outcome: null,
  end: null,
  failedAt: null,
  steps: new Map(),
  previous: new Map(),
  visits: new Map(),
  last: new Map(),
  moves: [],
  cutOff: new Set(),
  until,
});

/** R2: what the arrows into a step decide about it; undefined while it has to wait. */
export function decide(
  join: IRStep['join'],
  into: ('live' | 'dead' | undefined)[],
): 'starts' | 'skipped' | undefined {
  const [live, dead] = [into.includes('live'), into.includes('dead')];
  if (into.length === 0) return 'starts';
  if (join === 'first' && live) return 'starts';
  if (into.includes(undefined)) return undefined;
  return join === 'every' ? (dead ? 'skipped' : 'starts') : live ? 'starts' : 'skipped';
}

/** R3: steps all of whose ways lead to `join`. */
export function feedersOf(join: string, steps: IRStep[], arrows: IREdge[]): Set<string> {
  const found = new Set<string>();
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { id } of steps) {
      const out = arrows.filter((edge) => edge.from === id);
      const onlyFeeds = out.every(({ to }) => to === join || found.has(to));
      if (id !== join && out.length && onlyFeeds) found.add(id);
    }
  }
  return found;
}

/** R7: an End was reached. */
export function weigh(world: World, outcome: string, id: string): void {
  const by = GRAVE.indexOf(outcome) - GRAVE.indexOf(world.outcome ?? '');
  if (by > 0 || (by === 0 && id < (world.end ?? ''))) [world.outcome, world.end] = [outcome, id];
}
