// What a stop of everything would meet, and what it came to: pure, from runs as they look from
// outside.
// IN1 nothing is left out because it is unknown: what may have happened stands there as unsure.

import type { Card, Folder } from '../1-document/schema.ts';
import type { EffectClass, Said } from '../node.ts';
import type { Receipt } from './events.ts';
import type { EffectView, RunView } from './view.ts';

/** The mildest first. */
export const WAYS = ['finish', 'after_step', 'now'] as const;
/** How everything is stopped: see stopping.ts. */
export type Way = (typeof WAYS)[number];
/** The last stop of everything: when, by whom, which way, and the root runs it was about. */
export type Stopped = { how: Way; at: number; by: string; runs: string[]; isOver: boolean };
/** What it came to, run by run; `isOver` false while some are being let finish. */
export type StopReceipt = Stopped & {
  of: (Pick<RunView, 'run' | 'name' | 'version' | 'status'> & {
    outcome?: RunView['outcome'];
    receipt: Receipt;
    actions: Action[];
  })[];
  /** Stopped runs whose keys are locked until somebody releases them. */
  locked: string[];
};

/** How the engine itself stands: all well is `{isStopping: false, isDraining: false, held: []}`. */
export type EngineStanding = {
  /** Nothing can be recorded (a full disk), and since when: runs go on when it can again. */
  trouble: { said: Said; since: number } | undefined;
  /** Everything is being stopped: nothing new is started until what runs has finished. */
  isStopping: boolean;
  isDraining: boolean;
  /** Runs that could not be taken up, and why. */
  held: { run: string; why: Said }[];
};

/** A run with the folder it was started from and the keys it may need. */
export type Seen = { view: RunView; folder: Folder | undefined; keys: string[] };

/** Something a run changed outside, and how it is undone; `isSure` false: it may have happened. */
export type Action = {
  run: string;
  step: string;
  name: string;
  tool: string;
  title: string;
  effect: EffectClass;
  at: number;
  isSure: boolean;
  undo?: string;
};

export type Inventory = {
  /** Runs under way: what they do right now, and whom they wait for (person ids). */
  runs: (Pick<RunView, 'run' | 'name' | 'version' | 'status' | 'mode' | 'by' | 'startedAt'> & {
    doing: { step: string; name: string }[];
    waitingFor: string[];
  })[];
  /** Runs in line, and behind which run. */
  queued: { run: string; name: string; behind: string }[];
  approvals: { card: string; run: string; name: string; kind: string; step: string; to: string }[];
  memoryWrites: { run: string; step: string; name: string }[];
  /** Keys that runs under way may need. */
  keys: { name: string; runs: string[]; isLocked: boolean }[];
  actions: Action[];
  /** Runs that were started by runs. */
  delegated: { run: string; child: string; step: string; name: string }[];
  /** Who reads what comes out: whoever started a run from outside, and what its tools wrote to. */
  readers: { kind: 'caller' | 'tool'; name: string; runs: string[] }[];
};

/** Whether a run carries a tag, given as `name=value`. */
export function hasTag(tag: string): (view: Pick<RunView, 'tags'>) => boolean {
  const [name = '', ...rest] = tag.split('=');
  return ({ tags }) =>
    tags !== undefined && Object.hasOwn(tags, name) && tags[name] === rest.join('=');
}

const namesIn = (folder: Folder | undefined): Map<string, string> => {
  const names = new Map<string, string>();
  const walk = (scope: Folder['workflow']['scope'] | undefined): void => {
    for (const node of scope?.nodes ?? []) {
      names.set(node.id, node.name);
      walk(node.scope);
    }
  };
  walk(folder?.workflow.scope);
  return names;
};

const CHANGING = new Set<EffectClass>(['write', 'irreversible', 'spend']);

/** What a run changed outside, or may have changed, in the order in which it did (IN1). */
export function actionsOf({ view, folder }: Pick<Seen, 'view' | 'folder'>): Action[] {
  const names = namesIn(folder);
  const cards = new Map(folder?.cards.map((card) => [card.name, card]));
  return Object.values(view.effects)
    .filter((e) => e.kind === 'tool' && CHANGING.has(e.effectClass) && hasMaybeHappened(e))
    .map((e) => actionOf(view.run, e, names, cards.get(e.tool ?? '')))
    .sort((a, b) => a.at - b.at);
}

const isUnsure = (e: EffectView): boolean =>
  e.status === 'unknown' || e.status === 'started' || e.estimated === true;
const hasMaybeHappened = (e: EffectView): boolean => e.status === 'done' || isUnsure(e);

const actionOf = (
  run: string,
  e: EffectView,
  names: Map<string, string>,
  card: Card | undefined,
): Action => ({
  run,
  step: e.node,
  name: names.get(e.node) ?? e.node,
  tool: e.tool ?? '',
  title: card?.title ?? e.tool ?? '',
  effect: e.effectClass,
  at: e.endedAt ?? e.openedAt,
  isSure: !isUnsure(e),
  ...(card?.undo === undefined ? {} : { undo: card.undo }),
});

const openIn = (view: RunView): EffectView[] => view.open.flatMap((id) => view.effects[id] ?? []);

/** What a stop of everything would meet; `locked` are keys nobody may use already. */
export function inventoryOf(seen: Seen[], locked: ReadonlySet<string>): Inventory {
  const actions = seen.flatMap(actionsOf);
  const keys = new Map<string, string[]>();
  for (const { view, keys: names } of seen)
    for (const name of names) keys.set(name, [...(keys.get(name) ?? []), view.run]);
  return {
    runs: seen.filter(({ view }) => !view.queued).map(runIn),
    queued: seen.flatMap(({ view: { run, name, queued } }) =>
      queued ? [{ run, name, behind: queued.behind }] : [],
    ),
    approvals: seen.flatMap(({ view }) =>
      Object.values(view.cards)
        .filter(({ state }) => state === 'open')
        .map(({ id, run, kind, step, to }) => ({ card: id, run, name: view.name, kind, step, to })),
    ),
    memoryWrites: seen.flatMap(({ view, folder }) =>
      openIn(view)
        .filter(({ typeName }) => typeName.startsWith('remember@'))
        .map(({ node }) => ({
          run: view.run,
          step: node,
          name: namesIn(folder).get(node) ?? node,
        })),
    ),
    keys: [...keys].map(([name, runs]) => ({ name, runs, isLocked: locked.has(name) })),
    actions,
    delegated: seen.flatMap(({ view, folder }) =>
      view.children
        .filter(({ status }) => status === 'active')
        .map(({ child, step }) => ({
          run: view.run,
          child,
          step,
          name: namesIn(folder).get(step) ?? step,
        })),
    ),
    readers: readersOf(seen, actions),
  };
}

function runIn({ view, folder }: Seen): Inventory['runs'][number] {
  const names = namesIn(folder);
  const { run, name, version, status, mode, by, startedAt } = view;
  const doing = openIn(view)
    .filter((e) => e.status === 'started' && e.child === undefined)
    .map(({ node }) => ({ step: node, name: names.get(node) ?? node }));
  const open = Object.values(view.cards).filter(({ state }) => state === 'open');
  const waitingFor = [...new Set(open.map(({ to }) => to))];
  return { run, name, version, status, mode, by, startedAt, doing, waitingFor };
}

function readersOf(seen: Seen[], actions: Action[]): Inventory['readers'] {
  const readers = new Map<string, Inventory['readers'][number]>();
  const add = (kind: 'caller' | 'tool', name: string, run: string): void => {
    const had = readers.get(`${kind} ${name}`);
    const runs = [...new Set([...(had?.runs ?? []), run])];
    readers.set(`${kind} ${name}`, { kind, name, runs });
  };
  for (const { view } of seen)
    if (view.trigger !== undefined && view.trigger !== 'person')
      add('caller', view.trigger, view.run);
  for (const { title, run } of actions) add('tool', title, run);
  return [...readers.values()];
}

/** What a run came to: its own receipt if it was stopped, else the same four parts. */
export function receiptIn({ view, folder }: Pick<Seen, 'view' | 'folder'>): Receipt {
  if (view.receipt) return view.receipt;
  const names = namesIn(folder);
  const named = (steps: string[]): string[] =>
    [...new Set(steps)].map((step) => names.get(step) ?? step);
  const effects = Object.values(view.effects);
  const open = openIn(view).filter(({ kind, child }) => kind !== 'timer' && child === undefined);
  const isWaiting = ({ id }: EffectView): boolean =>
    Object.values(view.cards).some((card) => card.state === 'open' && card.effect === id);
  const isUnknown = ({ status }: EffectView): boolean => status === 'unknown';
  return {
    done: named(view.path.map(({ step }) => step)),
    unknown: named(effects.filter(isUnknown).map(({ node }) => node)),
    waiting: named(open.filter((e) => isWaiting(e) && !isUnknown(e)).map(({ node }) => node)),
    notDone: named(open.filter((e) => !isWaiting(e) && !isUnknown(e)).map(({ node }) => node)),
  };
}
