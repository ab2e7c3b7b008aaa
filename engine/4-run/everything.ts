// Everything that is under way, seen as one: what a stop would meet, the stop, and what it came to.

import type { Folder } from '../1-document/schema.ts';
import { stopHeld } from './held.ts';
import {
  actionsOf,
  inventoryOf,
  receiptIn,
  type Inventory,
  type Seen,
  type Stopped,
  type StopReceipt,
  type Way,
} from './inventory.ts';
import { keysOf } from './keys.ts';
import type { Runner } from './runner.ts';
import { lastStop, stopEverything } from './stopping.ts';

type FolderOf = (run: string) => Folder | undefined;

function seenOf({ deps: { journal }, state }: Runner, run: string, folderOf: FolderOf): Seen[] {
  const view = journal.view(run);
  const live = state.live.get(run);
  return view ? [{ view, folder: folderOf(run), keys: live ? keysOf(live) : [] }] : [];
}

/** What a stop of everything would meet now. */
export function inventory(runner: Runner, folderOf: FolderOf): Inventory {
  const { journal, keys } = runner.deps;
  const roots = journal.activeRuns().filter(({ id, root }) => id === root);
  const seen = roots.flatMap(({ id }) => seenOf(runner, id, folderOf));
  return inventoryOf(seen, new Set(keys?.locked()));
}

/** Stops everything; `takeUp` makes runs that no engine works on this one's. */
export async function stopAll(
  runner: Runner,
  { how, by }: Pick<Stopped, 'how' | 'by'>,
  takeUp: (how: Way) => void,
  folderOf: FolderOf,
): Promise<StopReceipt> {
  takeUp(how);
  const held = [...runner.held.keys()];
  for (const root of held) stopHeld(runner, root, by);
  return receiptOf(runner, await stopEverything(runner, how, by, held), folderOf);
}

/** What the last stop of everything came to so far; undefined when there never was one. */
export function stopReceipt(runner: Runner, folderOf: FolderOf): StopReceipt | undefined {
  const stopped = lastStop(runner);
  return stopped && receiptOf(runner, stopped, folderOf);
}

function receiptOf(runner: Runner, stopped: Stopped, folderOf: FolderOf): StopReceipt {
  const of = stopped.runs
    .flatMap((run) => seenOf(runner, run, folderOf))
    .map((seen) => {
      const { run, name, version, status, outcome } = seen.view;
      const receipt = receiptIn(seen);
      const actions = actionsOf(seen);
      return { run, name, version, status, ...(outcome ? { outcome } : {}), receipt, actions };
    });
  return { ...stopped, of, locked: runner.deps.keys?.locked() ?? [] };
}
