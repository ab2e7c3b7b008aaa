// createEngine: the wiring, the only file that knows every stage.
// E1 one engine per state folder (the lock is held by 5-record/lock.ts).
// E2 closing never loses anything acknowledged; opening again goes on where it was.

import type { Folder, Setting } from './1-document/schema.ts';
import { assert } from './base/assert.ts';
import { LIMITS } from './base/limits.ts';
import type { Json, JsonObject } from './base/value.ts';
import type { Registry, Said } from './node.ts';
import type { Receipt, RecordedAnswer, Recorded } from './4-run/events.ts';
import type { CardView, RunView } from './4-run/view.ts';
import type { NoRoom, Spent, Want } from './budgets/ledger.ts';
import { reserveAside } from './4-run/aside.ts';
import { realClock, realRandom } from './4-run/clock.ts';
import { decideCard, finishing, pauseRun, resumeRun, stepRun, stopFor } from './4-run/commands.ts';
import type { Now, Pinned } from './4-run/plan.ts';
import type { Clock, Journal, Keep, ModelPort, Random, ToolPort } from './4-run/ports.ts';
import { inventory, stopAll, stopReceipt } from './4-run/everything.ts';
import { stopHeld } from './4-run/held.ts';
import type { EngineStanding, Inventory, StopReceipt, Way } from './4-run/inventory.ts';
import type { KeyLocks } from './4-run/keys.ts';
import { recoverRuns } from './4-run/recover.ts';
import { closeRunner, createRunner, drainRunner, settled, type Runner } from './4-run/runner.ts';
import { startRun, type StartOf } from './4-run/starting.ts';
import { keepTidy } from './4-run/tidy.ts';
import { goOnStopping, isStopping, releaseKeys, takeUpStopping } from './4-run/stopping.ts';

/** A command that could not be carried out: nothing was changed. */
export type Refused = { wrong: Said & { field?: string } };

export type StartRequest = {
  folder: Folder;
  setting: Setting;
  /** Where the workflow folder lies, for file inputs and granted folders. */
  dir?: string;
  /** The workflows it calls, by id. */
  library?: Record<string, Folder>;
  input: Record<string, Json>;
  /** Person id of the requester; default the first person. */
  by?: string | undefined;
  practice: boolean;
  /** `watch` slows practice steps to about a second. */
  pace: 'watch' | 'full';
  /** Answers it begins with: a step that has one there is not carried out. */
  recorded?: RecordedAnswer[] | undefined;
  /** It tries something out; `folder` is then the part that is tried. */
  test?: StartOf['test'];
  /** How the asker calls this start, and a hash of what it asked for: one run per key. */
  once?: { key: string; of: string } | undefined;
};

export type DecideRequest = {
  card: string;
  choice: string;
  edit?: JsonObject | undefined;
  note?: string | undefined;
  /** hand-over target */ to?: string | undefined;
  by?: string | undefined;
};

/** The engine as every way in sees it. All commands return after their commit. */
export type Engine = {
  startRun: (request: StartRequest) => Promise<{ run: string } | Refused>;
  setPace: (run: string, pace: 'watch' | 'full') => void;
  /** Undefined of runs from before this engine was started: they go at full speed. */
  pace: (run: string) => 'watch' | 'full' | undefined;
  pause: (run: string, by?: string) => Promise<{ ok: true } | Refused>;
  resume: (run: string, by?: string) => Promise<{ ok: true } | Refused>;
  step: (run: string, by?: string, effect?: string) => Promise<{ effect: string | null } | Refused>;
  stop: (run: string, by?: string) => Promise<{ receipt: Receipt } | Refused>;
  /** Stops everything one of three ways; `isOver` is false while runs are being let finish. */
  stopAll: (how: Way, by?: string) => Promise<StopReceipt>;
  /** What a stop of everything would meet now. */
  inventory: () => Inventory;
  /** What the last stop of everything came to so far. */
  stopReceipt: () => StopReceipt | undefined;
  /** Lets stopped runs use keys again; answers with which runs. */
  releaseKeys: () => { released: string[] } | Refused;
  /** How the engine itself stands. */
  standing: () => EngineStanding;
  decide: (request: DecideRequest) => Promise<{ card: CardView; handedTo?: string } | Refused>;
  /** A root run or a child, folded; undefined when unknown. */
  run: (id: string) => RunView | undefined;
  /** The newest root runs whose events can be read. */
  runs: (limit: number, workflow?: string) => RunView[];
  /** The same and the damaged ones, of which only the list knows anything. */
  listed: (limit: number, workflow?: string) => RunView[];
  inbox: () => CardView[];
  /** Cards that were answered, expired or withdrawn, the newest first. */
  decided: (limit: number) => CardView[];
  card: (id: string) => CardView | undefined;
  events: (root: string, afterPos: number, limit: number) => Recorded[];
  eventsAfter: (afterPos: number, limit: number) => Recorded[];
  /** Position of the workspace's newest event; 0 when there is none yet. */
  lastPos: () => number;
  /**
   * Calls back after each commit with the new events of the whole workspace; returns unsubscribe.
   */
  subscribe: (listener: (events: Recorded[]) => void) => () => void;
  /** What is in flight right now and would still finish after a pause. */
  finishing: (run: string) => { step: string; name: string }[];
  /**
   * Holds back the worst case of a call that belongs to no run, out of the day's budget; settle it
   * with what was used.
   */
  reserve: (want: Want) => { ok: true; settle: (spent: Spent) => void } | NoRoom;
  /** The folder a run was started from, as pinned. */
  folderOf: (run: string) => Folder | undefined;
  blob: (hash: string) => string | undefined;
  /** Resolves once the run has ended, waits for someone or something, or is paused. */
  settled: (run: string) => Promise<RunView>;
  /**
   * Takes up unfinished runs after a restart: every one (the designer, once after creating), or
   * only the named root (the command line, which drives one run and then ends).
   */
  recover: (only?: string) => Promise<void>;
  /**
   * Starts nothing new and resolves when what is in flight is recorded, or after LIMITS.drainMs:
   * before closing, when the program is told to end.
   */
  drain: () => Promise<void>;
  close: () => Promise<void>;
};

export type EngineDeps = {
  registry: Registry;
  setting: () => Setting;
  /**
   * A workflow's rules and cards as its files have them now; undefined while they cannot be read.
   */
  standing?: Now['folder'];
  models: ModelPort;
  tools: ToolPort;
  journal: Journal;
  clock?: Clock;
  random?: Random;
  /** Where keys of stopped runs are locked. */
  keys?: KeyLocks;
};

/** What files say; undefined while somebody is in the middle of changing them. */
function known<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/**
 * Asks once for all that happens at one instant: the turns of a flush hear the same files, and no
 * file is looked at twice for it.
 */
function onceAtATime<T>(ask: (...about: string[]) => T): (...about: string[]) => T {
  const heard = new Map<string, T>();
  return (...about) => {
    const key = about.join('\n');
    if (!heard.has(key)) {
      if (heard.size === 0) queueMicrotask(() => heard.clear());
      heard.set(key, ask(...about));
    }
    return heard.get(key) as T;
  };
}

/** What is kept of ended runs. */
const keepOf = ({ workspace }: Setting): Keep =>
  workspace.retention ?? { megabytes: LIMITS.recordMegabytes };

type Controls =
  | 'reserve'
  | 'pause'
  | 'resume'
  | 'step'
  | 'stop'
  | 'stopAll'
  | 'inventory'
  | 'stopReceipt'
  | 'releaseKeys'
  | 'standing';

/** How fast practice runs go. */
const paces = ({ paces: known }: Runner): Pick<Engine, 'setPace' | 'pace'> => ({
  setPace: (run, pace) => void known.set(run, pace),
  pace: (run) => known.get(run),
});

type Around = {
  person: (by?: string) => string;
  takeUp: (which: { only?: string | undefined; quiet?: boolean }) => void;
  folderOf: (run: string) => Folder | undefined;
  setting: () => Setting;
};

/** What takes hold of running work; a run that could not be taken up can only be stopped. */
function controls(
  runner: Runner,
  { person, takeUp, folderOf, setting }: Around,
): Pick<Engine, Controls> {
  const held = (run: string): Refused | undefined => {
    const why = runner.held.get(run);
    return why && { wrong: { ...why, code: 'run.held' } };
  };
  return {
    reserve: (want) => reserveAside(runner, setting().workspace.dailyBudget, want),
    pause: (run, by) => pauseRun(runner, run, person(by)),
    resume: async (run, by) => {
      if (runner.held.has(run)) takeUp({ only: run });
      return held(run) ?? resumeRun(runner, run, person(by));
    },
    step: async (run, by, effect) => held(run) ?? stepRun(runner, run, person(by), effect),
    stop: async (run, by) =>
      held(run) ? { receipt: stopHeld(runner, run, person(by)) } : stopFor(runner, run, person(by)),
    stopAll: (how, by) => {
      const take = (way: Way): void => takeUp({ quiet: way !== 'finish' });
      return stopAll(runner, { how, by: person(by) }, take, folderOf);
    },
    inventory: () => inventory(runner, folderOf),
    stopReceipt: () => stopReceipt(runner, folderOf),
    releaseKeys: () => releaseKeys(runner),
    standing: () => ({
      trouble: runner.trouble,
      isStopping: isStopping(runner),
      isDraining: runner.state.isDraining,
      held: [...runner.held].map(([run, why]) => ({ run, why })),
    }),
  };
}

/** The workflow folder a run was started with. */
function pinnedFolder(journal: Journal, run: string): Folder | undefined {
  const started = journal.eventsOf(run, 1, 1)[0];
  const pinned =
    started?.type === 'run.started' ? journal.folder(started.head.pins.rules) : undefined;
  return pinned ? (JSON.parse(pinned) as Pinned).folder : undefined;
}

/** An engine over handed-in ports. The journal is open and locked already (see 5-record). */
export function createEngine(deps: EngineDeps): Engine {
  const { journal, registry, models, tools } = deps;
  const ports = {
    journal,
    models,
    tools,
    clock: deps.clock ?? realClock,
    random: deps.random ?? realRandom,
    ...(deps.keys ? { keys: deps.keys } : {}),
  };
  const runner = createRunner(ports);
  const settingNow = onceAtATime(() => known(deps.setting));
  const standingNow = onceAtATime((workflow: string, dir = '') =>
    deps.standing?.(workflow, dir === '' ? undefined : dir),
  );
  const now: Now = {
    rules: () => settingNow()?.rules,
    people: () => settingNow()?.people,
    folder: (workflow, dir) => standingNow(workflow, dir ?? ''),
  };
  const person = (by?: string): string => by ?? deps.setting().people[0]?.id ?? '';
  const nameOf = (id: string): string => deps.setting().people.find((p) => p.id === id)?.name ?? id;
  const view = (id: string): RunView | undefined => journal.view(id);
  const folderOf = (run: string): Folder | undefined => pinnedFolder(journal, run);
  const takeUp = (which: { only?: string | undefined; quiet?: boolean }): void =>
    recoverRuns(runner, { registry, setting: deps.setting(), now }, which);
  runner.listeners.add(() => goOnStopping(runner));
  let stopTidying: (() => void) | undefined;
  return {
    startRun: (request) =>
      startRun(runner, { ...request, registry, now }, (only) => takeUp({ only })),
    ...paces(runner),
    ...controls(runner, { person, takeUp, folderOf, setting: deps.setting }),
    decide: ({ card, ...given }) => decideCard(runner, card, given, nameOf),
    run: view,
    runs: (limit, workflow) => journal.runs(limit, workflow).filter((one) => !one.damaged),
    listed: journal.runs,
    inbox: journal.openCards,
    decided: journal.closedCards,
    card: journal.card,
    events: (root, after, limit) => journal.eventsAfter(after, root, limit),
    eventsAfter: (after, limit) => journal.eventsAfter(after, undefined, limit),
    lastPos: journal.lastPos,
    subscribe: (listener) => {
      runner.listeners.add(listener);
      return () => void runner.listeners.delete(listener);
    },
    finishing: (run) => finishing(runner, run),
    folderOf,
    blob: journal.blob,
    settled: async (run) => {
      await settled(runner, journal.run(run)?.root ?? run);
      const now = view(run);
      assert(now, `run ${run} is unknown`);
      return now;
    },
    recover: async (only) => {
      takeUp({ only });
      if (only !== undefined) return;
      takeUpStopping(runner);
      stopTidying ??= keepTidy(runner, () => keepOf(deps.setting()));
    },
    drain: () => drainRunner(runner, LIMITS.drainMs),
    close: async () => {
      stopTidying?.();
      await closeRunner(runner);
      journal.close();
    },
  };
}
