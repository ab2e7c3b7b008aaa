// Which keys a run may need, by name, and where they are locked after a stop of everything.
// KE1 practice uses no keys.

import type { LiveRun } from './live.ts';
import type { Plan } from './plan.ts';

/** Keys are locked run by run: a stopped run may use none until a person releases it. */
export type KeyLocks = {
  lock: (root: string) => void;
  release: (root: string) => void;
  locked: () => string[];
};

const ofServer = ({ folder }: Plan, options: unknown): string | undefined => {
  const named = (options as { server?: unknown } | undefined)?.server;
  const server = folder.servers?.find(({ id }) => id === named);
  return server?.transport === 'address' ? server.secret : undefined;
};

/** Names of every key that calls of a run may need (KE1). */
export function keysOf({ row, plan }: LiveRun): string[] {
  if (row.mode === 'practice') return [];
  const models = Object.values(plan.setting.models).flat();
  const cards = [...plan.cards.values()];
  const named = [
    ...models.map(({ secret }) => secret),
    ...cards.flatMap(({ secret, options }) => [secret, ofServer(plan, options)]),
  ];
  return [...new Set(named.filter((name) => name !== undefined))].sort();
}
