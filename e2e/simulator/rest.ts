// What must hold whenever nothing is on its way, and at the end.
// RE1 every open effect of a run that goes on waits for something that can come: a call in flight,
//     a time that is not over, a child, or a card that lies before somebody.
// RE2 a family is paused together or not at all: what was not paused can always be resumed.
// RE3 the fold of the record is what the engine shows, and totals are the ledger's.
// RE5 a stop of everything comes to its end, or waits for what is under way.
// RE6 a clean-up takes whole runs that ended long ago.
// RE4 a record replays to itself, verifies, and holds everything that was ever acknowledged.

import { foldAll } from '../../engine/4-run/evolve.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { replay } from '../../engine/6-replay/replay.ts';
import type { Life } from './life.ts';
import { LATE_MS } from './buggify.ts';
import { holds } from './holds.ts';
import type { Witness } from './witness.ts';
import type { World } from './world.ts';

type Here = { life: Life; world: World; w: Witness; now: number };

/** Nothing is on its way: everything that is open can still be moved (RE1, RE2). */
export function atRest({ life, world, w, now }: Here): void {
  const inbox = new Map(life.engine.inbox().map((card) => [card.effect, card]));
  for (const row of life.journal.activeRuns()) {
    const run = w.runs.get(row.id);
    const root = w.runs.get(row.root);
    holds(run && !run.isOver && root, () => `${row.id} is active and over`);
    holds(
      (row.control === 'paused') === (root.isPaused || root.isQueued),
      () => `${row.id} is ${row.control}, its root ${root.isPaused ? 'paused' : 'runs'}`,
    );
    const open = life.journal.effects(row.id, true);
    holds(open.length > 0, () => `${row.id} waits for nothing`);
    for (const effect of open) {
      const { id, kind, status, dueAt } = effect;
      const card = inbox.get(id);
      const what = `${id} (${kind} ${effect.node}, ${status})`;
      if (card) holds(card.to !== '', () => `${what}: its card lies before nobody`);
      const isCalled = world.inFlight.has(id);
      if (status === 'started' && kind !== 'child')
        holds(isCalled, () => `${what}: started, and nobody calls`);
      if (status === 'started' && kind === 'child')
        holds(w.runs.get(id)?.isOver === false, () => `${what}: its child is over`);
      const isAsked = card ?? inboxHas(life, w.behind.get(id));
      if (status === 'held' || status === 'unknown')
        holds(isAsked, () => `${what}: nobody is asked`);
      if (row.control === 'paused') continue;
      if (status === 'queued' || kind === 'timer')
        holds((dueAt ?? 0) >= now - LATE_MS, () => `${what}: its time is over`);
      else if (status === 'open') holds(card, () => `${what}: nothing moves it`);
    }
  }
}

/** A stop of everything that is not over waits for something that is under way (RE5). */
export function stopsOrWaits({ life, world }: Here): void {
  const { isStopping } = life.engine.standing();
  if (!isStopping) return;
  const roots = life.journal.activeRuns();
  const isBusy = roots.some(({ id, control }) =>
    life.journal
      .effects(id, true)
      .some((e) => world.inFlight.has(e.id) || (control === 'run' && e.status === 'queued')),
  );
  holds(isBusy, () => 'everything is being stopped, and nothing is waited for');
}

/** So many ended runs stay, however old they are. */
const NEWEST = 3;

/** What ended long ago goes, and nothing else; what stays is still sound (RE6). */
export function cleanedUp({ life }: Here, later: number): void {
  const before = life.journal.activeRuns().length;
  const keep = { days: 1, megabytes: 2048 };
  for (let i = 0; life.journal.tidy(keep, later); i++) holds(i < 1000, () => 'it never is tidy');
  const left = life.engine.runs(100).length - before;
  holds(left <= NEWEST, () => `${left} runs that ended long ago are still there`);
  life.journal.anchorNow();
  const verified = life.journal.verify();
  holds(verified.ok, () => `after a clean-up: ${JSON.stringify(verified.runs.find((r) => !r.ok))}`);
}

/** The views against the record (RE3). */
export function sameViews({ life }: Here): void {
  for (const { run } of life.engine.runs(1000)) {
    const view = life.engine.run(run);
    const folded = foldAll(life.journal.eventsAfter(0, run));
    holds(same(view, folded), () => `${run}: the view is not the fold of its record`);
    const ledger = life.journal.ledger(run);
    if (!view || !ledger) continue;
    for (const key of Object.keys(view.usage) as (keyof RunView['usage'])[]) {
      if (view.endedAt === undefined && ['attempts', 'modelCalls', 'toolCalls'].includes(key))
        continue; // the ledger counts calls when they start
      holds(
        view.usage[key] === ledger[key],
        () => `${run} ${key}: the view says ${view.usage[key]}, the ledger ${ledger[key]}`,
      );
    }
  }
}

const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (x: unknown): unknown => {
  if (Array.isArray(x)) return x.map(sorted);
  if (typeof x !== 'object' || x === null) return x;
  const entries = Object.entries(x).filter(([, v]) => v !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]),
  );
};

/** Nothing that was acknowledged is missing, and nothing else was written (RE4). */
export function nothingLost({ life, w }: Here, acknowledged: string[]): void {
  const stands = life.journal.eventsAfter(0);
  const seen = new Set(stands.map((e) => `${e.run} ${e.seq} ${e.type}`));
  for (const ack of acknowledged) holds(seen.has(ack), () => `acknowledged and lost: ${ack}`);
  holds(stands.length === w.events.length, () => `${stands.length} of ${w.events.length} events`);
}

/** What was done outside: never without a record, never twice, never under two keys. */
export function onceOnly({ world, w }: Here): void {
  const keys = new Map<string, string>();
  for (const [key, { times, logical, args, card }] of world.done) {
    const effect = w.effects.get(key);
    holds(effect, () => `${key} was done and never opened`);
    holds(times <= 1 + effect.again, () => `${key} (${card.name}) was done ${times} times`);
    holds(args !== 'changed', () => `${key} was called again with other arguments`);
    holds(!keys.has(logical), () => `${logical} was done as ${keys.get(logical)} and ${key}`);
    keys.set(logical, key);
  }
}

/** Does the card lie before somebody, by which another effect's limit is decided too? */
const inboxHas = ({ engine }: Life, card: string | undefined): boolean =>
  card !== undefined && engine.inbox().some(({ id }) => id === card);

/** The finished record (RE4). */
export function soundRecord({ life, w }: Here, isReplayed: boolean): void {
  life.journal.anchorNow();
  const verified = life.journal.verify();
  holds(verified.ok, () => `verify: ${JSON.stringify(verified.runs.find((run) => !run.ok))}`);
  for (const { run } of isReplayed ? life.engine.runs(1000) : []) {
    const replayed = replay(life.journal, run);
    holds(replayed.isSame, () => `replay differs at ${JSON.stringify(replayed.differsAt)}`);
  }
  for (const { name, used, heldNano } of w.book.accounts.values()) {
    if (!name.startsWith('day ')) continue;
    const stands = life.journal.dayUse(name.slice(4)).use;
    const own = used.costUsd + heldNano;
    const theirs = stands.costNano + stands.reservedNano;
    holds(own === theirs, () => `${name}: ${own} were spent, the record says ${theirs}`);
  }
}
